// BaseExceptionGroup and ExceptionGroup: exceptions that hold exceptions, and can be divided by a condition.
//
// A condition is a class, a tuple of classes, or a callable. Callables are asked one exception after another: their
// answers are kept in a list, and the walk over the group starts again with one answer more each time.
#include "interpreter/heap/text_builder.h"
#include "interpreter/types/attributes.h"
#include "interpreter/types/exception.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

constexpr int kMaxDepth = 500;

bool IsGroup(Vm& vm, Value v) { return IsSubtype(ExceptionTypeOf(vm, v), TypeId::kBaseExceptionGroup); }
bool IsPlainException(Vm& vm, Value v) { return IsSubtype(ExceptionTypeOf(vm, v), TypeId::kException); }

// A group of `type` (which a BaseExceptionGroup of Exceptions alone changes) with the arguments of its constructor.
Step MakeGroup(Vm& vm, TypeId type, Value message, Value exceptions) {
  bool sequence = exceptions.IsObject(Kind::kList) || exceptions.IsObject(Kind::kTuple) || exceptions.IsStr() ||
                  exceptions.IsObject(Kind::kBytes) || exceptions.IsObject(Kind::kRange);
  if (!sequence) return vm.Raise(TypeId::kTypeError, "second argument (exceptions) must be a sequence");
  Step items = TupleOf(vm, exceptions);
  if (!items.done()) return items;
  Tuple* tuple = vm.heap.At<Tuple>(items.value);
  if (tuple->count == 0)
    return vm.Raise(TypeId::kValueError, "second argument (exceptions) must be a non-empty sequence");
  bool plain = true;
  for (uint32_t k = 0; k < tuple->count; ++k) {
    Value item = tuple->items()[k];
    if (!item.IsObject(Kind::kException)) {
      return vm.Raise(TypeId::kValueError, "Item %d of second argument (exceptions) is not an exception", int64_t{k});
    }
    plain = plain && IsPlainException(vm, item);
  }
  if (type == TypeId::kBaseExceptionGroup && plain) type = TypeId::kExceptionGroup;
  if (type == TypeId::kExceptionGroup && !plain) {
    return vm.Raise(TypeId::kTypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
  }
  Value pair[2] = {message, exceptions};
  Value args = vm.NewTuple(pair, 2);
  Value group = args.IsUnbound() ? kUnbound : vm.NewException(type, args);
  if (group.IsUnbound() || !SetField(vm, group, kGroupExceptions, items.value)) return vm.NoRoom();
  return Step::Done(group);
}

// What a part of a group takes over from the whole.
Step MakePart(Vm& vm, Value group, Value list) {
  Step step = MakeGroup(vm, TypeId::kBaseExceptionGroup,
                        FieldValue(vm, group, FindField(TypeId::kBaseExceptionGroup, "message")), list);
  if (!step.done()) return step;
  Value notes = GetOwnAttribute(vm, group, "__notes__");
  if (notes.IsObject(Kind::kList) || notes.IsObject(Kind::kTuple) || notes.IsStr()) {
    Step items = TupleOf(vm, notes);
    if (!items.done()) return items;
    Tuple* tuple = vm.heap.At<Tuple>(items.value);
    Value copy = vm.NewList(tuple->items(), tuple->count);
    if (copy.IsUnbound() || !SetField(vm, step.value, "__notes__", copy)) return vm.NoRoom();
  }
  Exception* part = vm.heap.At<Exception>(step.value);
  const Exception* whole = vm.heap.At<Exception>(group);
  part->traceback = whole->traceback;
  part->context = whole->context;
  part->cause = whole->cause;
  part->aux |= Exception::kSuppressContext;
  return step;
}

class Division {
 public:
  // `answers`: what a callable condition said so far, or Unbound.
  Division(Vm& vm, Value condition, Value answers, bool wants_rest)
      : vm_(vm), condition_(condition), answers_(answers), wants_rest_(wants_rest) {}

  // Done: match and rest are set, None where empty. Call: `asked` is to be judged.
  Step Divide(Value group, Value* match, Value* rest, int depth) {
    *match = *rest = kNone;
    if (depth > kMaxDepth) {
      return vm_.Raise(TypeId::kRecursionError, "maximum recursion depth exceeded in exceptiongroup_split_recursive");
    }
    Step step = Matches(group);
    if (!step.done()) return step;
    if (step.value.IsTrue()) {
      *match = group;
      return step;
    }
    Value matched = vm_.NewListWithCapacity(0), others = vm_.NewListWithCapacity(0);
    if (matched.IsUnbound() || others.IsUnbound()) return vm_.NoRoom();
    Value exceptions = ExceptionsOfGroup(vm_, group);
    for (uint32_t k = 0; k < vm_.heap.At<Tuple>(exceptions)->count; ++k) {
      step = DivideItem(vm_.heap.At<Tuple>(exceptions)->items()[k], matched, others, depth);
      if (!step.done()) return step;
    }
    step = Part(group, matched, match);
    return step.done() && wants_rest_ ? Part(group, others, rest) : step;
  }

  Value asked() const { return asked_; }

 private:
  Step DivideItem(Value item, Value matched, Value others, int depth) {
    if (!vm_.meter.Charge(1)) return Step::Limit();
    Value match = kNone, rest = kNone;
    Step step;
    if (IsGroup(vm_, item)) {
      step = Divide(item, &match, &rest, depth + 1);
    } else {
      step = Matches(item);
      if (step.done()) (step.value.IsTrue() ? match : rest) = item;
    }
    if (!step.done()) return step;
    if (!match.IsNone() && !vm_.ListAppend(matched, match)) return vm_.NoRoom();
    if (!rest.IsNone() && !vm_.ListAppend(others, rest)) return vm_.NoRoom();
    return step;
  }

  Step Part(Value group, Value list, Value* part) {
    if (vm_.heap.At<List>(list)->count == 0) return Step::Done(kNone);
    Step step = MakePart(vm_, group, list);
    if (step.done()) *part = step.value;
    return step;
  }

  Step Matches(Value exception) {
    TypeId type = ExceptionTypeOf(vm_, exception);
    auto is_kind = [&](Value condition) { return IsSubtype(type, static_cast<TypeId>(condition.payload())); };
    if (!answers_.IsUnbound()) {
      const List* answers = vm_.heap.At<List>(answers_);
      if (next_ < answers->count) return Step::Done(vm_.heap.At<Buffer>(answers->buffer)->items()[next_++]);
      asked_ = exception;
      return NeedsPython();
    }
    if (condition_.IsImmediate()) return Step::Done(Value::Bool(is_kind(condition_)));
    Tuple* classes = vm_.heap.At<Tuple>(condition_);
    for (uint32_t k = 0; k < classes->count; ++k) {
      if (is_kind(classes->items()[k])) return Step::Done(kTrue);
    }
    return Step::Done(kFalse);
  }

  Vm& vm_;
  Value condition_, answers_;
  Value asked_ = kUnbound;
  uint32_t next_ = 0;
  bool wants_rest_;
};

bool IsExceptionClass(Value v) {
  return v.IsImmediate(Kind::kType) && IsExceptionType(static_cast<TypeId>(v.payload()));
}

bool AreClasses(Vm& vm, Value condition) {
  if (!condition.IsObject(Kind::kTuple)) return IsExceptionClass(condition);
  Tuple* tuple = vm.heap.At<Tuple>(condition);
  for (uint32_t k = 0; k < tuple->count; ++k) {
    if (!IsExceptionClass(tuple->items()[k])) return false;
  }
  return true;
}

bool IsCallable(Value v) {
  return v.IsObject(Kind::kFunction) || v.IsObject(Kind::kBoundMethod) || v.IsImmediate(Kind::kBuiltin) ||
         v.IsImmediate(Kind::kHostFunction);
}

// Slots: answers, and how many were asked for - one more than the list has when this is entered with an answer.
Step DivideGroup(Vm& vm, Native& n, bool wants_rest, Value* match, Value* rest) {
  Value condition = n.arg(1);
  bool classes = AreClasses(vm, condition);
  if (!classes && !IsCallable(condition)) {
    return vm.Raise(TypeId::kTypeError,
                    "expected an exception type, a tuple of exception types, or a callable (other than a class)");
  }
  if (n.phase == 0) {
    n.slot(0) = kUnbound;
    n.slot(1) = Value::SmallInt(0);
    if (!classes) {
      Value answers = vm.NewListWithCapacity(4);
      if (answers.IsUnbound()) return vm.NoRoom();
      n.slot(0) = answers;
    }
  } else if (vm.heap.At<List>(n.slot(0))->count < n.slot(1).AsSmallInt()) {
    Step truth = Truth(vm, n.input);
    if (!truth.done()) return truth;
    if (!vm.ListAppend(n.slot(0), truth.value)) return vm.NoRoom();
  }
  Division division(vm, condition, n.slot(0), wants_rest);
  Step step = division.Divide(n.arg(0), match, rest, 0);
  if (step.action != Action::kCall) return step;
  n.slot(1) = Value::SmallInt(int64_t{vm.heap.At<List>(n.slot(0))->count} + 1);
  return n.Call(1, condition, division.asked());
}

}  // namespace

Value ExceptionsOfGroup(Vm& vm, Value group) {
  return FieldValue(vm, group, FindField(TypeId::kBaseExceptionGroup, kGroupExceptions));
}

Step StrOfGroup(Vm& vm, Value group) {
  Value message = FieldValue(vm, group, FindField(TypeId::kBaseExceptionGroup, "message"));
  Value exceptions = ExceptionsOfGroup(vm, group);
  if (!message.IsStr() || !exceptions.IsObject(Kind::kTuple)) return Step::Stop();
  uint32_t count = vm.heap.At<Tuple>(exceptions)->count;
  TextBuilder out(vm.heap);
  Text text = vm.TextOf(message);
  out.AppendCharacters(text.data, text.length, text.width);
  out.AppendAscii(" (");
  char digits[12];
  size_t n = sizeof(digits);
  for (uint32_t rest = count; n == sizeof(digits) || rest > 0; rest /= 10)
    digits[--n] = static_cast<char>('0' + rest % 10);
  out.AppendAscii({digits + n, sizeof(digits) - n});
  out.AppendAscii(count == 1 ? " sub-exception)" : " sub-exceptions)");
  Value result = out.Finish();
  return result.IsUnbound() ? vm.NoRoom() : Step::Done(result);
}

Step NewExceptionGroup(Vm& vm, Native& n) {
  uint32_t keywords = n.keyword_names.IsUnbound() ? 0 : vm.heap.At<Tuple>(n.keyword_names)->count;
  uint32_t given = n.argument_count - 1 - keywords;
  if (given != 2) {
    return vm.Raise(TypeId::kTypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)",
                    int64_t{given});
  }
  if (!n.arg(1).IsStr()) {
    return vm.Raise(TypeId::kTypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %T", n.arg(1));
  }
  Step step = MakeGroup(vm, static_cast<TypeId>(n.arg(0).payload()), n.arg(1), n.arg(2));
  if (!step.done() || keywords == 0) return step;
  return RefuseKeywords(vm, n);
}

Step GroupDerive(Vm& vm, Native& n) {
  Value message = FieldValue(vm, n.arg(0), FindField(TypeId::kBaseExceptionGroup, "message"));
  return MakeGroup(vm, TypeId::kBaseExceptionGroup, message, n.arg(1));
}

Step GroupSplit(Vm& vm, Native& n) {
  Value parts[2];
  Step step = DivideGroup(vm, n, true, &parts[0], &parts[1]);
  if (!step.done()) return step;
  Value pair = vm.NewTuple(parts, 2);
  return pair.IsUnbound() ? vm.NoRoom() : Step::Done(pair);
}

Step GroupSubgroup(Vm& vm, Native& n) {
  Value match = kNone, rest = kNone;
  Step step = DivideGroup(vm, n, false, &match, &rest);
  return step.done() ? Step::Done(match) : step;
}

}  // namespace garter
