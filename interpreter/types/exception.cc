// BaseException: its constructor, arguments, chain and notes, and what traceback objects show.
//
// What an exception carries besides (name, errno, notes, a program's own attributes) stands in its dict of attributes;
// the types that know such fields are in exception_fields.cc.
#include "interpreter/types/exception.h"

#include "interpreter/types/attributes.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/context.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

Exception* At(Vm& vm, Value exception) { return vm.heap.At<Exception>(exception); }

Step NewBaseException(Vm& vm, Native& n) {
  Step step = RefuseKeywords(vm, n);
  if (!step.done()) return step;
  Value exception = NewFromArguments(vm, n);
  return exception.IsUnbound() ? vm.NoRoom() : Step::Done(exception);
}

Step ExceptionArgs(Vm& vm, Native& n) { return Step::Done(At(vm, n.arg(0))->args); }
Step ExceptionCause(Vm& vm, Native& n) { return Step::Done(At(vm, n.arg(0))->cause); }
Step ExceptionContext(Vm& vm, Native& n) { return Step::Done(At(vm, n.arg(0))->context); }
Step ExceptionTraceback(Vm& vm, Native& n) { return Step::Done(At(vm, n.arg(0))->traceback); }
Step ExceptionSuppress(Vm& vm, Native& n) {
  return Step::Done(Value::Bool((At(vm, n.arg(0))->aux & Exception::kSuppressContext) != 0));
}

// A copy of the exception's own dict without the fields, which only live there.
Step ExceptionDict(Vm& vm, Native& n) {
  Value dict = vm.NewDict();
  if (dict.IsUnbound()) return vm.NoRoom();
  if (At(vm, n.arg(0))->attributes == 0) return Step::Done(dict);
  TypeId type = ExceptionTypeOf(vm, n.arg(0));
  bool room = true;
  ForEachEntry(vm, Value::Object(Kind::kDict, At(vm, n.arg(0))->attributes), [&](DictEntry& entry) {
    Text name = vm.TextOf(entry.key);
    bool field = name.ascii && FindField(type, {reinterpret_cast<const char*>(name.data), name.length}) >= 0;
    if (!field && room) room = vm.DictSetStr(dict, entry.key, entry.value);
  });
  return room ? Step::Done(dict) : vm.NoRoom();
}

Step SetTraceback(Vm& vm, Value exception, Value traceback) {
  if (traceback.IsUnbound()) return vm.Raise(TypeId::kTypeError, "__traceback__ may not be deleted");
  if (!traceback.IsNone() && !traceback.IsObject(Kind::kTraceback)) {
    return vm.Raise(TypeId::kTypeError, "__traceback__ must be a traceback or None");
  }
  vm.heap.Store(At(vm, exception), &At(vm, exception)->traceback, traceback);
  return Step::Done(kNone);
}

Step WithTraceback(Vm& vm, Native& n) {
  Step step = SetTraceback(vm, n.arg(0), n.arg(1));
  return step.done() ? Step::Done(n.arg(0)) : step;
}

Step AddNote(Vm& vm, Native& n) {
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "add_note() argument must be str, not %T", n.arg(1));
  Value notes = GetOwnAttribute(vm, n.arg(0), "__notes__");
  if (notes.IsUnbound()) {
    notes = vm.NewList(&n.arg(1), 1);
    if (notes.IsUnbound() || !SetField(vm, n.arg(0), "__notes__", notes)) return vm.NoRoom();
    return Step::Done(kNone);
  }
  if (!notes.IsObject(Kind::kList)) return vm.Raise(TypeId::kTypeError, "Cannot add note: __notes__ is not a list");
  return vm.ListAppend(notes, n.arg(1)) ? Step::Done(kNone) : vm.NoRoom();
}

Step SetState(Vm& vm, Native& n) {
  if (n.arg(1).IsNone()) return Step::Done(kNone);
  if (!n.arg(1).IsObject(Kind::kDict)) return vm.Raise(TypeId::kTypeError, "state is not a dictionary");
  Step step = Step::Done(kNone);
  ForEachEntry(vm, n.arg(1), [&](DictEntry& entry) {
    if (step.done() && entry.key.IsStr()) step = SetAttribute(vm, n.arg(0), entry.key, entry.value);
  });
  return step;
}

Step Reduce(Vm& vm, Native& n) {
  Value parts[2] = {TypeValue(ExceptionTypeOf(vm, n.arg(0))), At(vm, n.arg(0))->args};
  Value tuple = vm.NewTuple(parts, 2);
  return tuple.IsUnbound() ? vm.NoRoom() : Step::Done(tuple);
}

constexpr BuiltinRow kRows[] = {
    {"args", "($self)", ExceptionArgs, 0, BuiltinRow::kGetter},
    {"__cause__", "($self)", ExceptionCause, 0, BuiltinRow::kGetter},
    {"__context__", "($self)", ExceptionContext, 0, BuiltinRow::kGetter},
    {"__suppress_context__", "($self)", ExceptionSuppress, 0, BuiltinRow::kGetter},
    {"__traceback__", "($self)", ExceptionTraceback, 0, BuiltinRow::kGetter},
    {"__dict__", "($self)", ExceptionDict, 0, BuiltinRow::kGetter},
    {"with_traceback", "($self, object, /)", WithTraceback},
    {"add_note", "($self, object, /)", AddNote},
    {"__setstate__", "($self, object, /)", SetState},
    {"__reduce__", "($self, /)", Reduce},
};

constexpr BuiltinRow kConstructor = {"BaseException", "($self, *args)", NewBaseException, 0, BuiltinRow::kRaw};

// ---- traceback objects ------------------------------------------------------------------------------------------

Step TracebackNext(Vm& vm, Native& n) { return Step::Done(vm.heap.At<Traceback>(n.arg(0))->next); }
Step TracebackLine(Vm& vm, Native& n) {
  const Traceback* traceback = vm.heap.At<Traceback>(n.arg(0));
  return Step::Done(Value::SmallInt(ImageAt(vm, traceback->image).locations[traceback->pc].line));
}

constexpr BuiltinRow kTracebackRows[] = {
    {"tb_next", "($self)", TracebackNext, 0, BuiltinRow::kGetter},
    {"tb_lineno", "($self)", TracebackLine, 0, BuiltinRow::kGetter},
};
constexpr TypeTable kTracebackTable = {kTracebackRows, 2, nullptr};

Step SetLink(Vm& vm, Value exception, Value* slot, const char* name, Value value) {
  if (value.IsUnbound()) return vm.Raise(TypeId::kTypeError, "__%s__ may not be deleted", name);
  if (!value.IsNone() && !value.IsObject(Kind::kException)) {
    return vm.Raise(TypeId::kTypeError, "exception %s must be None or derive from BaseException", name);
  }
  vm.heap.Store(At(vm, exception), slot, value);
  return Step::Done(kNone);
}

Step SetArgs(Vm& vm, Value exception, Value value) {
  if (value.IsUnbound()) return vm.Raise(TypeId::kTypeError, "args may not be deleted");
  Step tuple = TupleOf(vm, value);
  if (!tuple.done()) return tuple;
  Step step = DetachFields(vm, exception);
  if (!step.done()) return step;
  vm.heap.Store(At(vm, exception), &At(vm, exception)->args, tuple.value);
  return Step::Done(kNone);
}

Step SetSuppress(Vm& vm, Value exception, Value value) {
  if (value.IsUnbound()) return vm.Raise(TypeId::kTypeError, "can't delete numeric/char attribute");
  if (!value.IsBool()) return vm.Raise(TypeId::kTypeError, "attribute value type must be bool");
  if (value.IsTrue())
    At(vm, exception)->aux |= Exception::kSuppressContext;
  else
    At(vm, exception)->aux &= static_cast<uint16_t>(~Exception::kSuppressContext);
  return Step::Done(kNone);
}

Step SetDict(Vm& vm, Value exception, Value value) {
  if (value.IsUnbound()) return vm.Raise(TypeId::kTypeError, "__dict__ may not be deleted");
  if (!value.IsObject(Kind::kDict)) {
    return vm.Raise(TypeId::kTypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
  }
  vm.heap.StoreHandle(At(vm, exception), &At(vm, exception)->attributes, vm.heap.At<Object>(value));
  return Step::Done(kNone);
}

}  // namespace

constexpr TypeTable kBaseExceptionTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kConstructor};

const TypeTable* ExceptionTableOf(TypeId id) { return id == TypeId::kTraceback ? &kTracebackTable : FieldTableOf(id); }

Step RefuseKeywords(Vm& vm, const Native& n) {
  if (n.keyword_names.IsUnbound() || vm.heap.At<Tuple>(n.keyword_names)->count == 0) return Step::Done(kNone);
  return vm.Raise(TypeId::kTypeError, "%N() takes no keyword arguments", static_cast<int>(n.arg(0).payload()));
}

Value NewFromArguments(Vm& vm, const Native& n) {
  uint32_t keywords = n.keyword_names.IsUnbound() ? 0 : vm.heap.At<Tuple>(n.keyword_names)->count;
  uint32_t count = n.argument_count - 1 - keywords;
  Value args = count == 0 ? vm.EmptyTuple() : vm.NewTuple(&n.arg(1), count, true);
  return args.IsUnbound() ? kUnbound : vm.NewException(static_cast<TypeId>(n.arg(0).payload()), args);
}

Step TupleOf(Vm& vm, Value iterable) {
  if (iterable.IsObject(Kind::kTuple)) return Step::Done(iterable);
  Step step = GetIter(vm, iterable);
  if (!step.done()) return step;
  Value iterator = step.value, list = vm.NewListWithCapacity(4);
  if (list.IsUnbound()) return vm.NoRoom();
  for (;;) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    step = Next(vm, iterator);
    if (step.action == Action::kStop) break;
    if (step.action == Action::kCall) {
      return vm.Raise(TypeId::kNotImplementedError, "a lazy iterable is not supported here yet: make it a list first");
    }
    if (!step.done()) return step;
    if (!vm.ListAppend(list, step.value)) return vm.NoRoom();
  }
  List* items = vm.heap.At<List>(list);
  Value tuple =
      items->count == 0 ? vm.EmptyTuple() : vm.NewTuple(vm.heap.At<Buffer>(items->buffer)->items(), items->count);
  return tuple.IsUnbound() ? vm.NoRoom() : Step::Done(tuple);
}

bool SetField(Vm& vm, Value exception, std::string_view name, Value value) {
  Value key = vm.NewStrAscii(name);
  return !key.IsUnbound() && SetOwnAttribute(vm, exception, key, value);
}

void SetExceptionAttributes(Vm& vm, Value exception, Value name, Value object) {
  if (SetField(vm, exception, "name", name)) static_cast<void>(SetField(vm, exception, "obj", object));
}

void SetExceptionName(Vm& vm, Value exception, Value name) { static_cast<void>(SetField(vm, exception, "name", name)); }

Step SetExceptionAttribute(Vm& vm, Value exception, std::string_view name, Value value) {
  Exception* object = At(vm, exception);
  if (name == "args") return SetArgs(vm, exception, value);
  if (name == "__traceback__") return SetTraceback(vm, exception, value);
  if (name == "__context__") return SetLink(vm, exception, &object->context, "context", value);
  if (name == "__cause__") {
    Step step = SetLink(vm, exception, &object->cause, "cause", value);
    if (step.done()) object->aux |= Exception::kSuppressContext;
    return step;
  }
  if (name == "__suppress_context__") return SetSuppress(vm, exception, value);
  if (name == "__dict__") return SetDict(vm, exception, value);
  if (name == "__class__") {
    return vm.Raise(TypeId::kTypeError,
                    "__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  int field = FindField(static_cast<TypeId>(object->type), name);
  return field < 0 ? Step::Stop() : SetFieldChecked(vm, exception, field, value);
}

}  // namespace garter
