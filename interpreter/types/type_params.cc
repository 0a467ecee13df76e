// TypeVar, ParamSpec, TypeVarTuple, TypeAliasType and typing.Generic; annotations and type parameters of functions and
// classes.
//
// A bound, a default, the value of an alias, annotations: each is evaluated by a function when it is first asked for
// (Protocol::kEvaluate, Protocol::kAnnotations) and kept.
#include "interpreter/types/attributes.h"
#include "interpreter/types/generic.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/class_steps.h"

namespace garter {
namespace {

// ---- typing.Generic -----------------------------------------------------------------------------------------------

// vm.typing: Generic, NoDefault.
constexpr uint32_t kGeneric = 0, kNoDefault = 1, kTypingCount = 2;

Value ModuleName(Vm& vm) {
  Value name = vm.DictGetAscii(vm.globals, "__name__");
  return name.IsUnbound() ? kNone : name;
}

// The type parameters of a class: those of its __orig_bases__, each once; what Generic[...] lists, if that is a base.
Step ClassParameters(Vm& vm, Value cls) {
  Value bases = vm.DictGetAscii(ClassAt(vm, cls)->dict, "__orig_bases__");
  Value list = vm.NewListWithCapacity(2);
  if (list.IsUnbound()) return vm.NoRoom();
  uint32_t count = bases.IsObject(Kind::kTuple) ? SpanOf(vm, bases).count : 0;
  for (uint32_t k = 0; k < count; ++k) {
    Value base = SpanOf(vm, bases).first[k];
    if (!IsAlias(vm, base)) continue;
    Value name = vm.NewStrAscii("__parameters__");
    if (name.IsUnbound()) return vm.NoRoom();
    Step parameters = GetAttribute(vm, base, name);
    if (!parameters.done()) return parameters;
    Value generic, no_default;
    Step objects = TypingObjects(vm, &generic, &no_default);
    if (!objects.done()) return objects;
    if (FieldOf(vm, base, AliasFields::kOrigin) == generic) return parameters;
    for (uint32_t j = 0; j < SpanOf(vm, parameters.value).count; ++j) {
      Value parameter = SpanOf(vm, parameters.value).first[j];
      bool known = false;
      for (uint32_t i = 0; i < SpanOf(vm, list).count; ++i) known |= SpanOf(vm, list).first[i] == parameter;
      if (!known && !vm.ListAppend(list, parameter)) return vm.NoRoom();
    }
  }
  Span all = SpanOf(vm, list);
  Value tuple = vm.NewTuple(all.first, all.count);
  return tuple.IsUnbound() ? vm.NoRoom() : Step::Done(tuple);
}

// Generic.__init_subclass__: a class that derives from Generic has __parameters__.
Step GenericInitSubclass(Vm& vm, Native& n) {
  Value cls = n.arg(0);
  if (!cls.IsObject(Kind::kClass)) return Step::Done(kNone);
  Step parameters = ClassParameters(vm, cls);
  if (!parameters.done()) return parameters;
  Value name = vm.NewStrAscii("__parameters__");
  if (name.IsUnbound() || !vm.DictSetStr(ClassAt(vm, cls)->dict, name, parameters.value)) return vm.NoRoom();
  return Step::Done(kNone);
}

// Generic[T] and, for what derives from it, C[int].
Step GenericClassGetItem(Vm& vm, Native& n) {
  Value cls = n.arg(0), generic, no_default;
  Step step = TypingObjects(vm, &generic, &no_default);
  if (!step.done()) return step;
  if (cls == generic || !cls.IsObject(Kind::kClass)) return NewAlias(vm, TypeId::kTypingAlias, cls, n.arg(1));
  Value name = vm.NewStrAscii("__parameters__");
  if (name.IsUnbound()) return vm.NoRoom();
  Step parameters = GetAttribute(vm, cls, name);
  if (!parameters.done()) return parameters;
  uint32_t wanted = parameters.value.IsObject(Kind::kTuple) ? SpanOf(vm, parameters.value).count : 0;
  if (wanted == 0) return vm.Raise(TypeId::kTypeError, "%R is not a generic class", cls);
  bool is_variadic = false;
  for (uint32_t k = 0; k < wanted; ++k) {
    Value parameter = SpanOf(vm, parameters.value).first[k];
    is_variadic |= IsRecord(vm, parameter, TypeId::kTypeVarTuple) || IsRecord(vm, parameter, TypeId::kParamSpec);
  }
  uint32_t given = n.arg(1).IsObject(Kind::kTuple) ? SpanOf(vm, n.arg(1)).count : 1;
  if (given != wanted && !is_variadic) {
    // What has a default may be left out.
    uint32_t needed = 0;
    for (uint32_t k = 0; k < wanted; ++k) {
      needed += FieldOf(vm, SpanOf(vm, parameters.value).first[k], ParameterFields::kEvaluateDefault).IsNone();
    }
    if (given > wanted || given < needed) {
      return vm.Raise(TypeId::kTypeError,
                      given < wanted ? "Too few arguments for %R; actual %u, expected %s%u"
                                     : "Too many arguments for %R; actual %u, expected %s%u",
                      cls, uint64_t{given}, needed < wanted && given < needed ? "at least " : "",
                      uint64_t{given < needed ? needed : wanted});
    }
  }
  return NewAlias(vm, TypeId::kTypingAlias, cls, n.arg(1));
}

constexpr BuiltinRow kGenericRows[] = {
    {"__class_getitem__", "($self, params, /)", GenericClassGetItem, 0, BuiltinRow::kClass},
    {"__init_subclass__", "($self, /, *args, **kwargs)", GenericInitSubclass, 0, BuiltinRow::kClass | BuiltinRow::kRaw},
};

// ---- type parameters ----------------------------------------------------------------------------------------------

// A field that a function computes when it is first asked for.
Step Evaluated(Vm& vm, Value record, uint32_t function) {
  Value known = FieldOf(vm, record, function + kEvaluatedOffset);
  if (!known.IsUnbound()) return Step::Done(known);
  return Ask(vm, Protocol::kEvaluate, function, record);
}

Step ParameterName(Vm& vm, Native& n) { return Step::Done(FieldOf(vm, n.arg(0), ParameterFields::kName)); }
Step ParameterModule(Vm& vm, Native& n) { return Step::Done(FieldOf(vm, n.arg(0), ParameterFields::kModule)); }
bool IsConstrained(Vm& vm, Value parameter) { return FieldOf(vm, parameter, ParameterFields::kConstrained).IsTrue(); }

Step ParameterBound(Vm& vm, Native& n) {
  Value parameter = n.arg(0);
  if (IsConstrained(vm, parameter) || FieldOf(vm, parameter, ParameterFields::kEvaluateBound).IsNone()) {
    return Step::Done(kNone);
  }
  return Evaluated(vm, parameter, ParameterFields::kEvaluateBound);
}
Step ParameterConstraints(Vm& vm, Native& n) {
  if (IsConstrained(vm, n.arg(0))) return Evaluated(vm, n.arg(0), ParameterFields::kEvaluateBound);
  Value none = vm.EmptyTuple();
  return none.IsUnbound() ? vm.NoRoom() : Step::Done(none);
}
bool HasDefault(Vm& vm, Value parameter) {
  return !FieldOf(vm, parameter, ParameterFields::kEvaluateDefault).IsNone();
}
Step ParameterDefault(Vm& vm, Native& n) {
  if (HasDefault(vm, n.arg(0))) return Evaluated(vm, n.arg(0), ParameterFields::kEvaluateDefault);
  Value generic, no_default;
  Step step = TypingObjects(vm, &generic, &no_default);
  return step.done() ? Step::Done(no_default) : step;
}
Step ParameterHasDefault(Vm& vm, Native& n) { return Step::Done(Value::Bool(HasDefault(vm, n.arg(0)))); }
Step ParameterEvaluateBound(Vm& vm, Native& n) {
  Value function = FieldOf(vm, n.arg(0), ParameterFields::kEvaluateBound);
  return Step::Done(IsConstrained(vm, n.arg(0)) ? kNone : function);
}
Step ParameterEvaluateConstraints(Vm& vm, Native& n) {
  Value function = FieldOf(vm, n.arg(0), ParameterFields::kEvaluateBound);
  return Step::Done(IsConstrained(vm, n.arg(0)) ? function : kNone);
}
Step ParameterEvaluateDefault(Vm& vm, Native& n) {
  return Step::Done(FieldOf(vm, n.arg(0), ParameterFields::kEvaluateDefault));
}
Step No(Vm&, Native&) { return Step::Done(kFalse); }
Step Yes(Vm&, Native&) { return Step::Done(kTrue); }
Step ParameterOr(Vm& vm, Native& n) {
  Step step = UnionOf(vm, n.arg(0), n.arg(1));
  return step.action == Action::kStop ? Step::Done(kNotImplemented) : step;
}
Step ParameterReflectedOr(Vm& vm, Native& n) {
  Step step = UnionOf(vm, n.arg(1), n.arg(0));
  return step.action == Action::kStop ? Step::Done(kNotImplemented) : step;
}
Step ParameterBases(Vm& vm, Native& n) {
  return vm.Raise(TypeId::kTypeError, "Cannot subclass an instance of %C", TypeValue(vm.TypeOf(n.arg(0))));
}
template <TypeId type>
Step PartOfSpec(Vm& vm, Native& n) {
  Value part = NewRecord(vm, type, 1);
  if (part.IsUnbound()) return vm.NoRoom();
  FieldOf(vm, part, 0) = n.arg(0);
  return Step::Done(part);
}
Step PartOrigin(Vm& vm, Native& n) { return Step::Done(FieldOf(vm, n.arg(0), 0)); }

#define GARTER_PARAMETER_ROWS                                                               \
  {"__name__", "($self)", ParameterName, 0, BuiltinRow::kGetter},                           \
      {"__module__", "($self)", ParameterModule, 0, BuiltinRow::kGetter},                   \
      {"__default__", "($self)", ParameterDefault, 0, BuiltinRow::kGetter},                 \
      {"evaluate_default", "($self)", ParameterEvaluateDefault, 0, BuiltinRow::kGetter},    \
      {"has_default", "($self, /)", ParameterHasDefault},                                   \
      {"__mro_entries__", "($self, bases, /)", ParameterBases}
#define GARTER_OR_ROWS                                                          \
  {"__or__", "($self, value, /)", ParameterOr, 0, BuiltinRow::kSlotWrapper},    \
      {"__ror__", "($self, value, /)", ParameterReflectedOr, 0, BuiltinRow::kSlotWrapper}
#define GARTER_VARIANCE_ROWS                                             \
  {"__covariant__", "($self)", No, 0, BuiltinRow::kGetter},              \
      {"__contravariant__", "($self)", No, 0, BuiltinRow::kGetter},      \
      {"__infer_variance__", "($self)", Yes, 0, BuiltinRow::kGetter}

constexpr BuiltinRow kTypeVarRows[] = {
    GARTER_PARAMETER_ROWS,
    GARTER_OR_ROWS,
    GARTER_VARIANCE_ROWS,
    {"__bound__", "($self)", ParameterBound, 0, BuiltinRow::kGetter},
    {"__constraints__", "($self)", ParameterConstraints, 0, BuiltinRow::kGetter},
    {"evaluate_bound", "($self)", ParameterEvaluateBound, 0, BuiltinRow::kGetter},
    {"evaluate_constraints", "($self)", ParameterEvaluateConstraints, 0, BuiltinRow::kGetter},
};
constexpr BuiltinRow kParamSpecRows[] = {
    GARTER_PARAMETER_ROWS,
    GARTER_OR_ROWS,
    GARTER_VARIANCE_ROWS,
    {"__bound__", "($self)", ParameterBound, 0, BuiltinRow::kGetter},
    {"args", "($self)", PartOfSpec<TypeId::kParamSpecArgs>, 0, BuiltinRow::kGetter},
    {"kwargs", "($self)", PartOfSpec<TypeId::kParamSpecKwargs>, 0, BuiltinRow::kGetter},
};
constexpr BuiltinRow kTypeVarTupleRows[] = {GARTER_PARAMETER_ROWS};
constexpr BuiltinRow kPartRows[] = {
    {"__origin__", "($self)", PartOrigin, 0, BuiltinRow::kGetter},
    {"__mro_entries__", "($self, bases, /)", ParameterBases},
};

// ---- type aliases -------------------------------------------------------------------------------------------------

Step AliasName(Vm& vm, Native& n) { return Step::Done(FieldOf(vm, n.arg(0), TypeAliasFields::kName)); }
Step AliasModule(Vm& vm, Native& n) { return Step::Done(FieldOf(vm, n.arg(0), TypeAliasFields::kModule)); }
Step AliasValue(Vm& vm, Native& n) { return Evaluated(vm, n.arg(0), TypeAliasFields::kEvaluate); }
Step AliasEvaluate(Vm& vm, Native& n) { return Step::Done(FieldOf(vm, n.arg(0), TypeAliasFields::kEvaluate)); }
Step AliasParameters(Vm& vm, Native& n) {
  Value parameters = FieldOf(vm, n.arg(0), TypeAliasFields::kParameters);
  if (parameters.IsNone()) parameters = vm.EmptyTuple();
  return parameters.IsUnbound() ? vm.NoRoom() : Step::Done(parameters);
}
Step AliasGetItem(Vm& vm, Native& n) { return SubscriptRecord(vm, n.arg(0), n.arg(1)); }

constexpr BuiltinRow kTypeAliasRows[] = {
    {"__name__", "($self)", AliasName, 0, BuiltinRow::kGetter},
    {"__module__", "($self)", AliasModule, 0, BuiltinRow::kGetter},
    {"__value__", "($self)", AliasValue, 0, BuiltinRow::kGetter},
    {"evaluate_value", "($self)", AliasEvaluate, 0, BuiltinRow::kGetter},
    {"__type_params__", "($self)", AliasParameters, 0, BuiltinRow::kGetter},
    {"__parameters__", "($self)", AliasParameters, 0, BuiltinRow::kGetter},
    {"__getitem__", "($self, key, /)", AliasGetItem, 0, BuiltinRow::kSlotWrapper},
    GARTER_OR_ROWS,
};

// ---- annotations --------------------------------------------------------------------------------------------------

// Function::annotations.
constexpr uint32_t kAnnotate = 0, kAnnotations = 1, kTypeParameters = 2, kPartCount = 3;

Value PartOf(Vm& vm, Value function, uint32_t part) {
  uint32_t parts = vm.heap.At<Function>(function)->annotations;
  return parts == 0 ? kUnbound : vm.heap.At<Tuple>(parts)->items()[part];
}

bool SetPart(Vm& vm, Value function, uint32_t part, Value value) {
  if (vm.heap.At<Function>(function)->annotations == 0) {
    Value empty[kPartCount] = {kNone, kUnbound, kUnbound};
    Value made = vm.NewTuple(empty, kPartCount);
    if (made.IsUnbound()) return false;
    Function* owner = vm.heap.At<Function>(function);
    vm.heap.StoreHandle(owner, &owner->annotations, vm.heap.At<Object>(made));
  }
  Tuple* parts = vm.heap.At<Tuple>(vm.heap.At<Function>(function)->annotations);
  vm.heap.Store(parts, parts->items() + part, value);
  return true;
}

Value OwnAttribute(Vm& vm, Value cls, std::string_view name) { return vm.DictGetAscii(ClassAt(vm, cls)->dict, name); }
bool SetOwn(Vm& vm, Value cls, std::string_view name, Value value) {
  Value key = vm.NewStrAscii(name);
  return !key.IsUnbound() && vm.DictSetStr(ClassAt(vm, cls)->dict, key, value);
}

// A class's __annotate__; Unbound: it never had one.
Value ClassAnnotate(Vm& vm, Value cls) {
  Value found = OwnAttribute(vm, cls, "__annotate_func__");
  return found.IsUnbound() ? OwnAttribute(vm, cls, "__annotate__") : found;
}

// Keeps what __annotate__ made. False: no room.
bool KeepAnnotations(Vm& vm, Value owner, Value annotations) {
  if (owner.IsObject(Kind::kFunction)) return SetPart(vm, owner, kAnnotations, annotations);
  if (owner.IsObject(Kind::kClass)) return SetOwn(vm, owner, "__annotations_cache__", annotations);
  Value key = vm.NewStrAscii("__annotations__");
  return !key.IsUnbound() &&
         vm.DictSetStr(Value::Object(Kind::kDict, vm.heap.At<Module>(owner)->dict), key, annotations);
}

Step NoAnnotations(Vm& vm, Value owner) {
  Value dict = vm.NewDict();
  return dict.IsUnbound() || !KeepAnnotations(vm, owner, dict) ? vm.NoRoom() : Step::Done(dict);
}

Step RefuseAnnotate(Vm& vm) { return vm.Raise(TypeId::kTypeError, "__annotate__ must be callable or None"); }

Step SetFunctionAnnotation(Vm& vm, Value function, Value name, Value value) {
  bool room = true;
  if (vm.StrIs(name, "__annotations__")) {
    if (!value.IsUnbound() && !value.IsNone() && !value.IsObject(Kind::kDict)) {
      return vm.Raise(TypeId::kTypeError, "__annotations__ must be set to a dict object");
    }
    room = SetPart(vm, function, kAnnotations, value.IsNone() ? kUnbound : value) &&
           SetPart(vm, function, kAnnotate, kNone);
  } else if (vm.StrIs(name, "__annotate__")) {
    if (value.IsUnbound()) return vm.Raise(TypeId::kTypeError, "__annotate__ cannot be deleted");
    if (!value.IsNone() && !IsCallable(value)) return RefuseAnnotate(vm);
    room = SetPart(vm, function, kAnnotate, value);
    if (room && !value.IsNone()) room = SetPart(vm, function, kAnnotations, kUnbound);
  } else if (vm.StrIs(name, "__type_params__")) {
    if (!value.IsObject(Kind::kTuple)) {
      return vm.Raise(TypeId::kTypeError, "__type_params__ must be set to a tuple");
    }
    room = SetPart(vm, function, kTypeParameters, value);
  } else {
    return Step::Stop();
  }
  return room ? Step::Done(kNone) : vm.NoRoom();
}

Step SetClassAnnotation(Vm& vm, Value cls, Value name, Value value) {
  bool room = true;
  if (vm.StrIs(name, "__annotations__")) {
    const char* key = OwnAttribute(vm, cls, "__annotations__").IsUnbound() ? "__annotations_cache__" : "__annotations__";
    if (value.IsUnbound()) {
      Value own = OwnAttribute(vm, cls, key);
      Value text = vm.NewStrAscii(key), removed = kUnbound;
      if (text.IsUnbound()) return vm.NoRoom();
      if (own.IsUnbound()) return vm.Raise(TypeId::kAttributeError, "__annotations__");
      Step step = DictDelete(vm, ClassAt(vm, cls)->dict, text, &removed);
      if (!step.done()) return step;
    } else {
      room = SetOwn(vm, cls, key, value);
    }
    room = room && SetOwn(vm, cls, "__annotate_func__", kNone);
  } else if (vm.StrIs(name, "__annotate__")) {
    if (value.IsUnbound()) return vm.Raise(TypeId::kTypeError, "cannot delete __annotate__ attribute");
    if (!value.IsNone() && !IsCallable(value)) return RefuseAnnotate(vm);
    room = SetOwn(vm, cls, "__annotate_func__", value);
    Value removed = kUnbound;
    Value key = vm.NewStrAscii("__annotations_cache__");
    if (key.IsUnbound()) return vm.NoRoom();
    if (!value.IsNone()) {
      Step step = DictDelete(vm, ClassAt(vm, cls)->dict, key, &removed);
      if (!step.done()) return step;
    }
  } else {
    return Step::Stop();
  }
  return room ? Step::Done(kNone) : vm.NoRoom();
}

}  // namespace

extern const TypeTable kAliasTable, kUnionTable;  // generic.cc
constexpr TypeTable kTypeVarTable = {kTypeVarRows, sizeof(kTypeVarRows) / sizeof(kTypeVarRows[0]), nullptr};
constexpr TypeTable kParamSpecTable = {kParamSpecRows, sizeof(kParamSpecRows) / sizeof(kParamSpecRows[0]), nullptr};
constexpr TypeTable kTypeVarTupleTable = {kTypeVarTupleRows, sizeof(kTypeVarTupleRows) / sizeof(kTypeVarTupleRows[0]),
                                          nullptr};
constexpr TypeTable kPartTable = {kPartRows, sizeof(kPartRows) / sizeof(kPartRows[0]), nullptr};
constexpr TypeTable kTypeAliasTable = {kTypeAliasRows, sizeof(kTypeAliasRows) / sizeof(kTypeAliasRows[0]), nullptr};
constexpr TypeTable kGenericTable = {kGenericRows, sizeof(kGenericRows) / sizeof(kGenericRows[0]), nullptr};

const TypeTable* GenericTableOf(TypeId type) {
  switch (type) {
    case TypeId::kGenericAlias:
    case TypeId::kTypingAlias:
      return &kAliasTable;
    case TypeId::kUnion:
      return &kUnionTable;
    case TypeId::kTypeVar:
      return &kTypeVarTable;
    case TypeId::kParamSpec:
      return &kParamSpecTable;
    case TypeId::kTypeVarTuple:
      return &kTypeVarTupleTable;
    case TypeId::kParamSpecArgs:
    case TypeId::kParamSpecKwargs:
      return &kPartTable;
    case TypeId::kTypeAliasType:
      return &kTypeAliasTable;
    case TypeId::kTypingGeneric:
      return &kGenericTable;
    default:
      return nullptr;
  }
}

Step TypingObjects(Vm& vm, Value* generic, Value* no_default) {
  if (vm.typing.IsUnbound()) {
    Value name = vm.NewStrAscii("Generic"), module = vm.NewStrAscii("typing"), key = vm.NewStrAscii("__module__");
    Value item = vm.NewStrAscii("__class_getitem__"), hook = vm.NewStrAscii("__init_subclass__");
    Value slots = vm.NewStrAscii("__slots__");
    Value dict = vm.NewDict(), bases = vm.EmptyTuple(), none = NewRecord(vm, TypeId::kNoDefaultType, 0);
    for (Value made : {name, module, key, item, hook, slots, dict, bases, none}) {
      if (made.IsUnbound()) return vm.NoRoom();
    }
    if (!vm.DictSetStr(dict, key, module) || !vm.DictSetStr(dict, slots, bases) ||
        !vm.DictSetStr(dict, item, BuiltinValue(TypeId::kTypingGeneric, 0)) ||
        !vm.DictSetStr(dict, hook, BuiltinValue(TypeId::kTypingGeneric, 1))) {
      return vm.NoRoom();
    }
    Step cls = NewClass(vm, TypeValue(TypeId::kType), name, bases, dict);
    if (!cls.done()) return cls;
    Value pair[kTypingCount] = {cls.value, none};
    Value tuple = vm.NewTuple(pair, kTypingCount);
    if (tuple.IsUnbound()) return vm.NoRoom();
    vm.typing = tuple;
  }
  const Tuple* objects = vm.heap.At<Tuple>(vm.typing);
  *generic = objects->items()[kGeneric];
  *no_default = objects->items()[kNoDefault];
  return Step::Done(kNone);
}

Step MakeTypeParameter(Vm& vm, const Value* window, uint32_t number) {
  auto kind = static_cast<TypeParameterKind>(number);
  TypeId type = kind == TypeParameterKind::kParamSpec      ? TypeId::kParamSpec
                : kind == TypeParameterKind::kTypeVarTuple ? TypeId::kTypeVarTuple
                                                           : TypeId::kTypeVar;
  Value made = NewRecord(vm, type, ParameterFields::kCount);
  if (made.IsUnbound()) return vm.NoRoom();
  FieldOf(vm, made, ParameterFields::kName) = window[0];
  FieldOf(vm, made, ParameterFields::kEvaluateBound) = window[-1];
  FieldOf(vm, made, ParameterFields::kEvaluateDefault) = window[-2];
  FieldOf(vm, made, ParameterFields::kBound) = kUnbound;
  FieldOf(vm, made, ParameterFields::kDefault) = kUnbound;
  FieldOf(vm, made, ParameterFields::kModule) = ModuleName(vm);
  FieldOf(vm, made, ParameterFields::kConstrained) = Value::Bool(kind == TypeParameterKind::kConstrained);
  return Step::Done(made);
}

Step MakeTypeAlias(Vm& vm, const Value* window) {
  Value made = NewRecord(vm, TypeId::kTypeAliasType, TypeAliasFields::kCount);
  if (made.IsUnbound()) return vm.NoRoom();
  FieldOf(vm, made, TypeAliasFields::kName) = window[0];
  FieldOf(vm, made, TypeAliasFields::kParameters) = window[-1];
  FieldOf(vm, made, TypeAliasFields::kEvaluate) = window[-2];
  FieldOf(vm, made, TypeAliasFields::kValue) = kUnbound;
  FieldOf(vm, made, TypeAliasFields::kModule) = ModuleName(vm);
  return Step::Done(made);
}

Step GenericBase(Vm& vm, Value parameters) {
  Value generic, no_default;
  Step step = TypingObjects(vm, &generic, &no_default);
  return step.done() ? NewAlias(vm, TypeId::kTypingAlias, generic, parameters) : step;
}

Step SetFunctionPart(Vm& vm, Value function, Value part, uint32_t which) {
  bool room = true;
  if (which == kFunctionAnnotate) {
    room = SetPart(vm, function, kAnnotate, part);
  } else if (which == kFunctionTypeParameters) {
    room = SetPart(vm, function, kTypeParameters, part);
  } else {
    Value dict = vm.NewDict();
    room = !dict.IsUnbound();
    for (uint32_t k = 0; room && k + 1 < SpanOf(vm, part).count; k += 2) {
      room = vm.DictSetStr(dict, SpanOf(vm, part).first[k], SpanOf(vm, part).first[k + 1]);
    }
    room = room && SetPart(vm, function, kAnnotations, dict);
  }
  return room ? Step::Done(kNone) : vm.NoRoom();
}

Step AnnotationsOf(Vm& vm, Value owner) {
  Value known = kUnbound, annotate = kUnbound;
  if (owner.IsObject(Kind::kFunction)) {
    known = PartOf(vm, owner, kAnnotations);
    annotate = PartOf(vm, owner, kAnnotate);
  } else if (owner.IsObject(Kind::kClass)) {
    known = OwnAttribute(vm, owner, "__annotations__");
    if (known.IsUnbound()) known = OwnAttribute(vm, owner, "__annotations_cache__");
    annotate = ClassAnnotate(vm, owner);
    if (annotate.IsUnbound() && known.IsUnbound() && !SetOwn(vm, owner, "__annotate_func__", kNone)) {
      return vm.NoRoom();
    }
  } else if (owner.IsObject(Kind::kModule)) {
    Value dict = Value::Object(Kind::kDict, vm.heap.At<Module>(owner)->dict);
    known = vm.DictGetAscii(dict, "__annotations__");
    annotate = vm.DictGetAscii(dict, "__annotate__");
  } else {
    return Step::Done(kUnbound);
  }
  if (!known.IsUnbound()) return Step::Done(known);
  if (annotate.IsUnbound() || annotate.IsNone()) return NoAnnotations(vm, owner);
  return Ask(vm, Protocol::kAnnotations, 0, owner);
}

Step AnnotateOf(Vm& vm, Value owner) {
  Value annotate = kUnbound;
  if (owner.IsObject(Kind::kFunction)) {
    annotate = PartOf(vm, owner, kAnnotate);
  } else if (owner.IsObject(Kind::kClass)) {
    annotate = ClassAnnotate(vm, owner);
    if (annotate.IsUnbound() && !SetOwn(vm, owner, "__annotate_func__", kNone)) return vm.NoRoom();
  } else if (owner.IsObject(Kind::kModule)) {
    annotate = vm.DictGetAscii(Value::Object(Kind::kDict, vm.heap.At<Module>(owner)->dict), "__annotate__");
  } else {
    return Step::Done(kUnbound);
  }
  return Step::Done(annotate.IsUnbound() ? kNone : annotate);
}

Step TypeParametersOf(Vm& vm, Value owner) {
  Value parameters = owner.IsObject(Kind::kFunction) ? PartOf(vm, owner, kTypeParameters)
                     : owner.IsObject(Kind::kClass)  ? OwnAttribute(vm, owner, "__type_params__")
                                                     : kUnbound;
  if (parameters.IsUnbound()) parameters = vm.EmptyTuple();
  return parameters.IsUnbound() ? vm.NoRoom() : Step::Done(parameters);
}

Step SetAnnotationAttribute(Vm& vm, Value owner, Value name, Value value) {
  if (owner.IsObject(Kind::kFunction)) return SetFunctionAnnotation(vm, owner, name, value);
  return owner.IsObject(Kind::kClass) ? SetClassAnnotation(vm, owner, name, value) : Step::Stop();
}

// Protocol::kEvaluate: the function is in the field `detail` of the record a.
Step EvaluateStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  uint32_t field = static_cast<uint32_t>(n.arg(0).AsSmallInt() >> 16);
  if (n.phase == 0) return n.Call(1, FieldOf(vm, n.arg(1), field), Value::SmallInt(1));
  vm.heap.Store(vm.heap.At<Record>(n.arg(1)), &FieldOf(vm, n.arg(1), field + kEvaluatedOffset), n.input);
  return Step::Done(n.input);
}

Step AnnotationsStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value owner = n.arg(1);
  if (n.phase == 0) {
    Step annotate = AnnotateOf(vm, owner);
    return annotate.done() ? n.Call(1, annotate.value, Value::SmallInt(1)) : annotate;
  }
  if (!n.input.IsObject(Kind::kDict)) {
    return vm.Raise(TypeId::kTypeError, "__annotate__ returned non-dict of type '%T'", n.input);
  }
  return KeepAnnotations(vm, owner, n.input) ? Step::Done(n.input) : vm.NoRoom();
}

}  // namespace garter
