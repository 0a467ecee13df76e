// BaseExceptionGroup and ExceptionGroup: exceptions that hold exceptions, and can be divided by a condition.
//
// A condition is a class, a tuple of classes, or a callable. Callables, and derive() of a program's own group, are asked
// one exception after another: their answers are kept in lists, and the walk over the group starts again with one answer
// more each time. except* stands on the same walk.
#include "interpreter/heap/text_builder.h"
#include "interpreter/types/attributes.h"
#include "interpreter/types/exception.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/protocols.h"
#include "interpreter/vm/unwind.h"

namespace garter {
namespace {

constexpr int kMaxDepth = 500;

bool IsGroup(Vm& vm, Value v) { return IsSubtype(ExceptionTypeOf(vm, v), TypeId::kBaseExceptionGroup); }
bool IsPlainException(Vm& vm, Value v) { return IsSubclass(vm, ClassOf(vm, v), TypeValue(TypeId::kException)); }

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

bool IsExceptionClass(Vm& vm, Value v) { return IsClass(v) && IsExceptionType(LayoutOf(vm, v)); }

bool AreClasses(Vm& vm, Value condition) {
  if (!condition.IsObject(Kind::kTuple)) return IsExceptionClass(vm, condition);
  Tuple* tuple = vm.heap.At<Tuple>(condition);
  for (uint32_t k = 0; k < tuple->count; ++k) {
    if (!IsExceptionClass(vm, tuple->items()[k])) return false;
  }
  return true;
}

// Whether the exception is of one of the classes. REQUIRES: AreClasses.
bool IsOfClasses(Vm& vm, Value exception, Value condition) {
  Value cls = ClassOf(vm, exception);
  if (!condition.IsObject(Kind::kTuple)) return IsSubclass(vm, cls, condition);
  for (uint32_t k = 0; k < vm.heap.At<Tuple>(condition)->count; ++k) {
    if (IsSubclass(vm, cls, vm.heap.At<Tuple>(condition)->items()[k])) return true;
  }
  return false;
}

Value MessageOfGroup(Vm& vm, Value group) {
  return FieldValue(vm, group, FindField(TypeId::kBaseExceptionGroup, "message"));
}

// A method of a group that a program may have replaced: `callee`, or Unbound when it is the built-in one; `is_method`:
// the group is its first argument.
struct GroupMethod {
  Value callee = kUnbound;
  bool is_method = false;
};
Step FindGroupMethod(Vm& vm, Value group, const char* name, GroupMethod* found) {
  const Exception* exception = vm.heap.At<Exception>(group);
  if (exception->cls.IsUnbound() && exception->attributes == 0) return Step::Done(kNone);
  Value text = vm.NewStrAscii(name);
  if (text.IsUnbound()) return vm.NoRoom();
  Step step = GetMethod(vm, group, text, &found->is_method);
  if (!step.done()) return step;
  if (!found->is_method || step.value != FindBuiltinAttribute(TypeId::kBaseExceptionGroup, name)) {
    found->callee = step.value;
  }
  return step;
}

// A part of a group takes over what was said of the whole.
Step TakeOver(Vm& vm, Value group, Value made) {
  if (!made.IsObject(Kind::kException) || !IsGroup(vm, made)) {
    return vm.Raise(TypeId::kTypeError, "derive must return an instance of BaseExceptionGroup");
  }
  Value notes = GetOwnAttribute(vm, group, "__notes__");
  if (notes.IsObject(Kind::kList) || notes.IsObject(Kind::kTuple) || notes.IsStr()) {
    Step items = TupleOf(vm, notes);
    if (!items.done()) return items;
    Tuple* tuple = vm.heap.At<Tuple>(items.value);
    Value copy = vm.NewList(tuple->items(), tuple->count);
    if (copy.IsUnbound() || !SetField(vm, made, "__notes__", copy)) return vm.NoRoom();
  }
  Exception* part = vm.heap.At<Exception>(made);
  const Exception* whole = vm.heap.At<Exception>(group);
  vm.heap.Store(part, &part->traceback, whole->traceback);
  vm.heap.Store(part, &part->context, whole->context);
  vm.heap.Store(part, &part->cause, whole->cause);
  part->aux |= Exception::kSuppressContext;
  return Step::Done(made);
}

// The walk that divides a group. What Python code has to say - whether a callable condition holds of an exception,
// what a group's own derive() makes of a list - is looked up in lists of earlier answers; the first that is not there is
// asked for, and the walk starts again with one answer more.
class Division {
 public:
  enum class Condition : uint8_t { kClasses, kCallable, kLeaves };
  struct Answers {
    Value judged, derived;  // lists
  };

  Division(Vm& vm, Condition kind, Value condition, Answers answers, bool wants_rest)
      : vm_(vm), kind_(kind), wants_rest_(wants_rest), condition_(condition), answers_(answers) {}

  // Done: match and rest are set, None where empty. Call: Python has to be asked, see Ask().
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

  // The call that the answer kCall of Divide is about; the native goes on with `phase`.
  Step Ask(Native& n, uint32_t phase) const {
    if (asks_derive_ && derive_.is_method) return n.Call(phase, derive_.callee, asked_, list_);
    if (asks_derive_) return n.Call(phase, derive_.callee, list_);
    return n.Call(phase, condition_, asked_);
  }
  bool asks_derive() const { return asks_derive_; }

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
    if (wants_rest_ && !rest.IsNone() && !vm_.ListAppend(others, rest)) return vm_.NoRoom();
    return step;
  }

  Step Part(Value group, Value list, Value* part) {
    if (vm_.heap.At<List>(list)->count == 0) return Step::Done(kNone);
    GroupMethod derive;
    Step step = FindGroupMethod(vm_, group, "derive", &derive);
    if (!step.done()) return step;
    if (!derive.callee.IsUnbound()) {
      const List* derived = vm_.heap.At<List>(answers_.derived);
      if (next_derived_ == derived->count) {
        asks_derive_ = true;
        derive_ = derive;
        asked_ = group;
        list_ = list;
        return NeedsPython();
      }
      step = Step::Done(vm_.heap.At<Buffer>(derived->buffer)->items()[next_derived_++]);
    } else {
      step = MakeGroup(vm_, TypeId::kBaseExceptionGroup, MessageOfGroup(vm_, group), list);
    }
    if (step.done()) step = TakeOver(vm_, group, step.value);
    if (step.done()) *part = step.value;
    return step;
  }

  Step Matches(Value exception) {
    switch (kind_) {
      case Condition::kClasses:
        return Step::Done(Value::Bool(IsOfClasses(vm_, exception, condition_)));
      case Condition::kCallable: {
        const List* judged = vm_.heap.At<List>(answers_.judged);
        if (next_judged_ < judged->count) {
          return Step::Done(vm_.heap.At<Buffer>(judged->buffer)->items()[next_judged_++]);
        }
        asked_ = exception;
        return NeedsPython();
      }
      case Condition::kLeaves: {
        if (IsGroup(vm_, exception)) return Step::Done(kFalse);
        const List* leaves = vm_.heap.At<List>(condition_);
        if (!vm_.meter.Charge(leaves->count >> 3)) return Step::Limit();
        for (uint32_t k = 0; k < leaves->count; ++k) {
          if (vm_.heap.At<Buffer>(leaves->buffer)->items()[k] == exception) return Step::Done(kTrue);
        }
        return Step::Done(kFalse);
      }
    }
    CHECK(false);
    __builtin_unreachable();
  }

  Vm& vm_;
  Condition kind_;
  bool wants_rest_;
  bool asks_derive_ = false;
  Value condition_;
  Answers answers_;
  Value asked_ = kUnbound, list_ = kUnbound;
  GroupMethod derive_;
  uint32_t next_judged_ = 0, next_derived_ = 0;
};

// Slots of a native that divides: the lists of answers, how many were asked for (one more than there are when it is
// entered with an answer), and whether the last was of derive().
struct DivisionSlots {
  static constexpr uint32_t kJudged = 0, kDerived = 1, kAsked = 2, kIsDerive = 3;
};

Step Divided(Vm& vm, Native& n, Value group, Division::Condition kind, Value condition, bool wants_rest, Value* match,
             Value* rest) {
  if (n.phase == 0) {
    Value judged = vm.NewListWithCapacity(4), derived = vm.NewListWithCapacity(4);
    if (judged.IsUnbound() || derived.IsUnbound()) return vm.NoRoom();
    n.slot(DivisionSlots::kJudged) = judged;
    n.slot(DivisionSlots::kDerived) = derived;
    n.slot(DivisionSlots::kAsked) = Value::SmallInt(0);
    n.slot(DivisionSlots::kIsDerive) = kFalse;
  }
  Division::Answers answers = {n.slot(DivisionSlots::kJudged), n.slot(DivisionSlots::kDerived)};
  auto answered = [&] {
    return int64_t{vm.heap.At<List>(answers.judged)->count} + vm.heap.At<List>(answers.derived)->count;
  };
  if (answered() < n.slot(DivisionSlots::kAsked).AsSmallInt()) {
    bool is_derive = n.slot(DivisionSlots::kIsDerive).IsTrue();
    Step answer = is_derive ? Step::Done(n.input) : Truth(vm, n.input);
    if (!answer.done()) return answer;
    if (!vm.ListAppend(is_derive ? answers.derived : answers.judged, answer.value)) return vm.NoRoom();
  }
  Division division(vm, kind, condition, answers, wants_rest);
  Step step = division.Divide(group, match, rest, 0);
  if (step.action != Action::kCall) return step;
  n.slot(DivisionSlots::kAsked) = Value::SmallInt(answered() + 1);
  n.slot(DivisionSlots::kIsDerive) = Value::Bool(division.asks_derive());
  return division.Ask(n, 1);
}

Step DivideGroup(Vm& vm, Native& n, bool wants_rest, Value* match, Value* rest) {
  Value condition = n.arg(1);
  bool classes = AreClasses(vm, condition);
  if (!classes && !IsCallable(vm, condition)) {
    return vm.Raise(TypeId::kTypeError,
                    "expected an exception type, a tuple of exception types, or a callable (other than a class)");
  }
  return Divided(vm, n, n.arg(0), classes ? Division::Condition::kClasses : Division::Condition::kCallable, condition,
                 wants_rest, match, rest);
}

// except*: may the type stand there?
Step CheckStarType(Vm& vm, Value type) {
  if (!AreClasses(vm, type)) {
    return vm.Raise(TypeId::kTypeError, "catching classes that do not inherit from BaseException is not allowed");
  }
  auto is_group = [&](Value cls) { return IsSubtype(LayoutOf(vm, cls), TypeId::kBaseExceptionGroup); };
  bool has_group = false;
  if (type.IsObject(Kind::kTuple)) {
    Tuple* tuple = vm.heap.At<Tuple>(type);
    for (uint32_t k = 0; k < tuple->count; ++k) has_group |= is_group(tuple->items()[k]);
  } else {
    has_group = is_group(type);
  }
  if (!has_group) return Step::Done(kNone);
  return vm.Raise(TypeId::kTypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
}

Step Pair(Vm& vm, Value first, Value second) {
  Value parts[2] = {first, second};
  Value pair = vm.NewTuple(parts, 2);
  return pair.IsUnbound() ? vm.NoRoom() : Step::Done(pair);
}

// A naked exception that an except* clause takes is wrapped, and the group says where that was.
Step Wrapped(Vm& vm, Value exception) {
  Value message = vm.NewStrAscii("");
  Value items = message.IsUnbound() ? kUnbound : vm.NewTuple(&exception, 1);
  if (items.IsUnbound()) return vm.NoRoom();
  Step group = MakeGroup(vm, TypeId::kBaseExceptionGroup, message, items);
  if (!group.done()) return group;
  if (!AddTracebackTo(vm, group.value, vm.fp, static_cast<uint32_t>(vm.pc - vm.instructions) - 1)) return vm.NoRoom();
  return Pair(vm, group.value, kNone);
}

// The exceptions in a group that are no groups, appended to a list.
Step Leaves(Vm& vm, Value exception, Value list, int depth) {
  if (depth > kMaxDepth) {
    return vm.Raise(TypeId::kRecursionError, "maximum recursion depth exceeded in collect_exception_group_leaf_ids");
  }
  if (!vm.meter.Charge(1)) return Step::Limit();
  if (!IsGroup(vm, exception)) return vm.ListAppend(list, exception) ? Step::Done(kNone) : vm.NoRoom();
  Value items = ExceptionsOfGroup(vm, exception);
  for (uint32_t k = 0; k < vm.heap.At<Tuple>(items)->count; ++k) {
    Step step = Leaves(vm, vm.heap.At<Tuple>(items)->items()[k], list, depth + 1);
    if (!step.done()) return step;
  }
  return Step::Done(kNone);
}

// Whether a group is a part of the whole that was only passed on: it stands in the same place (notes do not count).
bool IsPassedOn(Vm& vm, Value exception, Value whole) {
  if (!IsGroup(vm, exception) || !IsGroup(vm, whole)) return false;
  const Exception* a = vm.heap.At<Exception>(exception);
  const Exception* b = vm.heap.At<Exception>(whole);
  return a->traceback == b->traceback && a->cause == b->cause && a->context == b->context;
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
  return MakeGroup(vm, TypeId::kBaseExceptionGroup, MessageOfGroup(vm, n.arg(0)), n.arg(1));
}

Step GroupSplit(Vm& vm, Native& n) {
  Value match = kNone, rest = kNone;
  Step step = DivideGroup(vm, n, true, &match, &rest);
  return step.done() ? Pair(vm, match, rest) : step;
}

Step GroupSubgroup(Vm& vm, Native& n) {
  Value match = kNone, rest = kNone;
  Step step = DivideGroup(vm, n, false, &match, &rest);
  return step.done() ? Step::Done(match) : step;
}

Step GroupMatch(Vm& vm, Native& n) {
  Value exception = n.arg(0), type = n.arg(1);
  if (n.phase == 0) {
    Step step = CheckStarType(vm, type);
    if (!step.done()) return step;
    if (exception.IsNone()) return Pair(vm, kNone, kNone);
    if (IsOfClasses(vm, exception, type)) {
      return IsGroup(vm, exception) ? Pair(vm, exception, kNone) : Wrapped(vm, exception);
    }
    if (!IsGroup(vm, exception)) return Pair(vm, kNone, exception);
    GroupMethod split;
    step = FindGroupMethod(vm, exception, "split", &split);
    if (!step.done()) return step;
    if (split.callee.IsUnbound()) split = {FindBuiltinAttribute(TypeId::kBaseExceptionGroup, "split"), true};
    return split.is_method ? n.Call(1, split.callee, exception, type) : n.Call(1, split.callee, type);
  }
  if (!n.input.IsObject(Kind::kTuple)) {
    return vm.Raise(TypeId::kTypeError, "%T.split must return a tuple, not %T", exception, n.input);
  }
  Tuple* parts = vm.heap.At<Tuple>(n.input);
  if (parts->count >= 2) return Pair(vm, parts->items()[0], parts->items()[1]);
  return vm.Raise(TypeId::kTypeError, "%T.split must return a 2-tuple, got tuple of size %u", exception,
                  uint64_t{parts->count});
}

Step GroupRaised(Vm& vm, Native& n) {
  Value whole = n.arg(0);
  const List* all = vm.heap.At<List>(n.arg(1));
  const Value* items = vm.heap.At<Buffer>(all->buffer)->items();
  if (!IsGroup(vm, whole)) return Step::Done(items[0]);  // one clause at most has run
  Value raised = vm.NewListWithCapacity(all->count + 1), leaves = vm.NewListWithCapacity(4);
  if (raised.IsUnbound() || leaves.IsUnbound()) return vm.NoRoom();
  bool passed_on = false;
  for (uint32_t k = 0; k < vm.heap.At<List>(n.arg(1))->count; ++k) {
    Value item = vm.heap.At<Buffer>(vm.heap.At<List>(n.arg(1))->buffer)->items()[k];
    if (item.IsNone()) continue;
    if (!IsPassedOn(vm, item, whole)) {
      if (!vm.ListAppend(raised, item)) return vm.NoRoom();
      continue;
    }
    passed_on = true;
    Step step = Leaves(vm, item, leaves, 0);
    if (!step.done()) return step;
  }
  Value part = kNone, rest = kNone;
  if (passed_on) {
    Step step = Divided(vm, n, whole, Division::Condition::kLeaves, leaves, false, &part, &rest);
    if (!step.done()) return step;
    if (vm.heap.At<List>(raised)->count == 0) return Step::Done(part);
    if (!part.IsNone() && !vm.ListAppend(raised, part)) return vm.NoRoom();
  }
  const List* list = vm.heap.At<List>(raised);
  if (list->count == 0) return Step::Done(kNone);
  if (list->count == 1) return Step::Done(vm.heap.At<Buffer>(list->buffer)->items()[0]);
  Value message = vm.NewStrAscii("");
  return message.IsUnbound() ? vm.NoRoom() : MakeGroup(vm, TypeId::kBaseExceptionGroup, message, raised);
}

}  // namespace garter
