// types.GenericAlias and typing.Union: list[int], int | None.
#include "interpreter/types/generic.h"

#include "interpreter/types/sequence.h"
#include "interpreter/types/set.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/user_attributes.h"

namespace garter {
namespace {

constexpr uint32_t kMostNested = 150;  // aliases within aliases, where a walk over them is by recursion

// Counts nesting while it lives.
class Nesting {
 public:
  explicit Nesting(Vm& vm) : vm_(vm) { ++vm_.native_depth; }
  ~Nesting() { --vm_.native_depth; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
  bool too_deep() const { return vm_.native_depth > kMostNested; }
  Step Raise() { return vm_.Raise(TypeId::kRecursionError, "maximum recursion depth exceeded"); }

 private:
  Vm& vm_;
};

bool IsParameter(Vm& vm, Value v) {
  return IsRecord(vm, v, TypeId::kTypeVar) || IsRecord(vm, v, TypeId::kParamSpec) ||
         IsRecord(vm, v, TypeId::kTypeVarTuple);
}

Value ArgumentsOf(Vm& vm, Value record) {
  return FieldOf(vm, record, IsAlias(vm, record) ? AliasFields::kArguments : UnionFields::kArguments);
}
bool HasArguments(Vm& vm, Value v) { return IsAlias(vm, v) || IsRecord(vm, v, TypeId::kUnion); }

bool Holds(Vm& vm, Value list, Value item) {
  Span all = SpanOf(vm, list);
  for (uint32_t k = 0; k < all.count; ++k) {
    if (all.first[k] == item) return true;
  }
  return false;
}

// The type parameters in a tuple of arguments, each once, appended to a list.
Step Parameters(Vm& vm, Value arguments, Value list) {
  Nesting nesting(vm);
  if (nesting.too_deep()) return nesting.Raise();
  for (uint32_t k = 0; k < SpanOf(vm, arguments).count; ++k) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    Value argument = SpanOf(vm, arguments).first[k];
    Step step = Step::Done(kNone);
    if (IsParameter(vm, argument)) {
      if (!Holds(vm, list, argument) && !vm.ListAppend(list, argument)) return vm.NoRoom();
    } else if (HasArguments(vm, argument)) {
      step = Parameters(vm, ArgumentsOf(vm, argument), list);
    } else if (IsListOrTuple(argument)) {
      step = Parameters(vm, argument, list);
    }
    if (!step.done()) return step;
  }
  return Step::Done(kNone);
}

Step TupleOfList(Vm& vm, Value list) {
  Span all = SpanOf(vm, list);
  Value tuple = vm.NewTuple(all.first, all.count);
  return tuple.IsUnbound() ? vm.NoRoom() : Step::Done(tuple);
}

// __parameters__, found when it is first asked for.
Step ParametersOf(Vm& vm, Value record) {
  uint32_t field = IsAlias(vm, record) ? AliasFields::kParameters : UnionFields::kParameters;
  if (!FieldOf(vm, record, field).IsUnbound()) return Step::Done(FieldOf(vm, record, field));
  Value list = vm.NewListWithCapacity(2);
  if (list.IsUnbound()) return vm.NoRoom();
  Step step = Parameters(vm, ArgumentsOf(vm, record), list);
  if (step.done()) step = TupleOfList(vm, list);
  if (step.done()) vm.heap.Store(vm.heap.At<Record>(record), &FieldOf(vm, record, field), step.value);
  return step;
}

// What `|` takes: types, None, and what stands for a type.
bool IsUnionable(Vm& vm, Value v) {
  return v.IsNone() || IsClass(v) || (v.IsObject(Kind::kRecord) && !IsRecord(vm, v, TypeId::kNoDefaultType));
}

// Adds an alternative, or all of a union's, unless an equal one is there.
Step AddAlternative(Vm& vm, Value list, Value item) {
  if (IsRecord(vm, item, TypeId::kUnion)) {
    for (uint32_t k = 0; k < SpanOf(vm, ArgumentsOf(vm, item)).count; ++k) {
      Step step = AddAlternative(vm, list, SpanOf(vm, ArgumentsOf(vm, item)).first[k]);
      if (!step.done()) return step;
    }
    return Step::Done(kNone);
  }
  if (item.IsNone()) item = TypeValue(TypeId::kNoneType);
  for (uint32_t k = 0; k < SpanOf(vm, list).count; ++k) {
    Step same = Same(vm, SpanOf(vm, list).first[k], item);
    if (!same.done() || same.value.IsTrue()) return same;
  }
  return vm.ListAppend(list, item) ? Step::Done(kNone) : vm.NoRoom();
}

Step UnionOfList(Vm& vm, Value list) {
  Span all = SpanOf(vm, list);
  if (all.count == 1) return Step::Done(all.first[0]);
  Step tuple = TupleOfList(vm, list);
  Value made = tuple.done() ? NewRecord(vm, TypeId::kUnion, UnionFields::kCount) : kUnbound;
  if (made.IsUnbound()) return vm.NoRoom();
  FieldOf(vm, made, UnionFields::kArguments) = tuple.value;
  FieldOf(vm, made, UnionFields::kParameters) = kUnbound;
  return Step::Done(made);
}

// What takes the place of an argument when parameter k of `parameters` is `values`[k].
Step Substitute(Vm& vm, Value argument, Value parameters, Value values);

Step SubstituteAll(Vm& vm, Value arguments, Value parameters, Value values, Value list) {
  for (uint32_t k = 0; k < SpanOf(vm, arguments).count; ++k) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    Value argument = SpanOf(vm, arguments).first[k];
    Step step = Substitute(vm, argument, parameters, values);
    if (!step.done()) return step;
    // What stands for a TypeVarTuple is a tuple, whose items take its place.
    if (IsRecord(vm, argument, TypeId::kTypeVarTuple) && step.value.IsObject(Kind::kTuple)) {
      for (uint32_t j = 0; j < SpanOf(vm, step.value).count; ++j) {
        if (!vm.ListAppend(list, SpanOf(vm, step.value).first[j])) return vm.NoRoom();
      }
    } else if (!vm.ListAppend(list, step.value)) {
      return vm.NoRoom();
    }
  }
  return Step::Done(kNone);
}

Step Rebuilt(Vm& vm, Value record, Value parameters, Value values) {
  Value list = vm.NewListWithCapacity(4);
  if (list.IsUnbound()) return vm.NoRoom();
  Step step = SubstituteAll(vm, ArgumentsOf(vm, record), parameters, values, list);
  if (!step.done()) return step;
  if (IsRecord(vm, record, TypeId::kUnion)) {
    Value all = vm.NewListWithCapacity(4);
    if (all.IsUnbound()) return vm.NoRoom();
    for (uint32_t k = 0; k < SpanOf(vm, list).count; ++k) {
      step = AddAlternative(vm, all, SpanOf(vm, list).first[k]);
      if (!step.done()) return step;
    }
    return UnionOfList(vm, all);
  }
  step = TupleOfList(vm, list);
  return step.done() ? NewAlias(vm, vm.TypeOf(record), FieldOf(vm, record, AliasFields::kOrigin), step.value) : step;
}

Step Substitute(Vm& vm, Value argument, Value parameters, Value values) {
  Nesting nesting(vm);
  if (nesting.too_deep()) return nesting.Raise();
  if (IsParameter(vm, argument)) {
    for (uint32_t k = 0; k < SpanOf(vm, parameters).count; ++k) {
      if (SpanOf(vm, parameters).first[k] == argument) return Step::Done(SpanOf(vm, values).first[k]);
    }
    return Step::Done(argument);
  }
  if (HasArguments(vm, argument)) {
    Step inner = ParametersOf(vm, argument);
    if (!inner.done() || SpanOf(vm, inner.value).count == 0) return inner.done() ? Step::Done(argument) : inner;
    return Rebuilt(vm, argument, parameters, values);
  }
  if (argument.IsObject(Kind::kList)) {
    Value list = vm.NewListWithCapacity(4);
    if (list.IsUnbound()) return vm.NoRoom();
    Step step = SubstituteAll(vm, argument, parameters, values, list);
    return step.done() ? Step::Done(list) : step;
  }
  return Step::Done(argument);
}

Step AliasOrigin(Vm& vm, Native& n) { return Step::Done(FieldOf(vm, n.arg(0), AliasFields::kOrigin)); }
Step RecordArguments(Vm& vm, Native& n) { return Step::Done(ArgumentsOf(vm, n.arg(0))); }
Step RecordParameters(Vm& vm, Native& n) { return ParametersOf(vm, n.arg(0)); }
Step AliasUnpacked(Vm& vm, Native& n) { return Step::Done(FieldOf(vm, n.arg(0), AliasFields::kStarred)); }
Step AliasBases(Vm& vm, Native& n) {
  Value bases = vm.NewTuple(&FieldOf(vm, n.arg(0), AliasFields::kOrigin), 1);
  return bases.IsUnbound() ? vm.NoRoom() : Step::Done(bases);
}
Step RecordGetItem(Vm& vm, Native& n) { return SubscriptRecord(vm, n.arg(0), n.arg(1)); }
Step RecordOr(Vm& vm, Native& n) {
  Step step = UnionOf(vm, n.arg(0), n.arg(1));
  return step.action == Action::kStop ? Step::Done(kNotImplemented) : step;
}
Step RecordReflectedOr(Vm& vm, Native& n) {
  Step step = UnionOf(vm, n.arg(1), n.arg(0));
  return step.action == Action::kStop ? Step::Done(kNotImplemented) : step;
}
Step UnionOrigin(Vm&, Native&) { return Step::Done(TypeValue(TypeId::kUnion)); }
Step UnionBases(Vm& vm, Native& n) { return vm.Raise(TypeId::kTypeError, "Cannot subclass %R", n.arg(0)); }

Step NewAliasObject(Vm& vm, Native& n) { return NewAlias(vm, TypeId::kGenericAlias, n.arg(1), n.arg(2)); }

#define GARTER_RECORD_ROWS                                                          \
  {"__args__", "($self)", RecordArguments, 0, BuiltinRow::kGetter},                 \
      {"__parameters__", "($self)", RecordParameters, 0, BuiltinRow::kGetter},      \
      {"__getitem__", "($self, key, /)", RecordGetItem, 0, BuiltinRow::kSlotWrapper}, \
      {"__or__", "($self, value, /)", RecordOr, 0, BuiltinRow::kSlotWrapper},       \
      {"__ror__", "($self, value, /)", RecordReflectedOr, 0, BuiltinRow::kSlotWrapper}

constexpr BuiltinRow kAliasRows[] = {
    GARTER_RECORD_ROWS,
    {"__origin__", "($self)", AliasOrigin, 0, BuiltinRow::kGetter},
    {"__unpacked__", "($self)", AliasUnpacked, 0, BuiltinRow::kGetter},
    {"__mro_entries__", "($self, bases, /)", AliasBases},
};
constexpr BuiltinRow kUnionRows[] = {
    GARTER_RECORD_ROWS,
    {"__origin__", "($self)", UnionOrigin, 0, BuiltinRow::kGetter},
    {"__mro_entries__", "($self, bases, /)", UnionBases},
};
constexpr BuiltinRow kNewAlias = {"GenericAlias", "($self, origin, args, /)", NewAliasObject};

}  // namespace

extern const TypeTable kAliasTable = {kAliasRows, sizeof(kAliasRows) / sizeof(kAliasRows[0]), &kNewAlias};
extern const TypeTable kUnionTable = {kUnionRows, sizeof(kUnionRows) / sizeof(kUnionRows[0]), nullptr};

Value NewRecord(Vm& vm, TypeId type, uint32_t count) {
  Record* record = vm.heap.Allocate<Record>(Kind::kRecord, sizeof(Record) + uint64_t{count} * 8,
                                            static_cast<uint16_t>(type));
  if (record == nullptr) return kUnbound;
  record->count = count;
  record->unused = 0;
  for (uint32_t k = 0; k < count; ++k) record->items()[k] = kNone;
  return vm.heap.ValueOf(record);
}

Step NewAlias(Vm& vm, TypeId type, Value origin, Value item) {
  Value arguments = item.IsObject(Kind::kTuple) ? item : vm.NewTuple(&item, 1);
  Value alias = arguments.IsUnbound() ? kUnbound : NewRecord(vm, type, AliasFields::kCount);
  if (alias.IsUnbound()) return vm.NoRoom();
  FieldOf(vm, alias, AliasFields::kOrigin) = origin;
  FieldOf(vm, alias, AliasFields::kArguments) = arguments;
  FieldOf(vm, alias, AliasFields::kParameters) = kUnbound;
  FieldOf(vm, alias, AliasFields::kStarred) = kFalse;
  return Step::Done(alias);
}

Step ClassGetItem(Vm& vm, Native& n) { return NewAlias(vm, TypeId::kGenericAlias, n.arg(0), n.arg(1)); }

Step SubscriptRecord(Vm& vm, Value record, Value item) {
  if (IsRecord(vm, record, TypeId::kTypeAliasType)) {
    if (FieldOf(vm, record, TypeAliasFields::kParameters).IsNone()) {
      return vm.Raise(TypeId::kTypeError, "Only generic type aliases are subscriptable");
    }
    return NewAlias(vm, TypeId::kGenericAlias, record, item);
  }
  if (!HasArguments(vm, record)) return vm.Raise(TypeId::kTypeError, "'%T' object is not subscriptable", record);
  Step parameters = ParametersOf(vm, record);
  if (!parameters.done()) return parameters;
  uint32_t wanted = SpanOf(vm, parameters.value).count;
  if (wanted == 0) return vm.Raise(TypeId::kTypeError, "%R is not a generic class", record);
  Value values = item.IsObject(Kind::kTuple) ? item : vm.NewTuple(&item, 1);
  if (values.IsUnbound()) return vm.NoRoom();
  uint32_t given = SpanOf(vm, values).count;
  uint32_t variadic = wanted;
  for (uint32_t k = 0; k < wanted; ++k) {
    if (IsRecord(vm, SpanOf(vm, parameters.value).first[k], TypeId::kTypeVarTuple)) variadic = k;
  }
  if (variadic < wanted && given + 1 >= wanted) {
    // The arguments in the middle are those of the TypeVarTuple.
    uint32_t many = given + 1 - wanted;
    Value middle = vm.NewTuple(SpanOf(vm, values).first + variadic, many);
    Value list = middle.IsUnbound() ? kUnbound : vm.NewListWithCapacity(wanted);
    if (list.IsUnbound()) return vm.NoRoom();
    for (uint32_t k = 0; k < wanted; ++k) {
      uint32_t from = k < variadic ? k : k + many - 1;
      if (!vm.ListAppend(list, k == variadic ? middle : SpanOf(vm, values).first[from])) return vm.NoRoom();
    }
    return Rebuilt(vm, record, parameters.value, list);
  }
  if (given != wanted) {
    return vm.Raise(TypeId::kTypeError,
                    given < wanted ? "Too few arguments for %R; actual %u, expected %s%u"
                                   : "Too many arguments for %R; actual %u, expected %s%u",
                    record, uint64_t{given}, variadic < wanted ? "at least " : "",
                    uint64_t{wanted - (variadic < wanted)});
  }
  return Rebuilt(vm, record, parameters.value, values);
}

Step UnionOf(Vm& vm, Value a, Value b) {
  bool either = IsRecord(vm, a, TypeId::kUnion) || IsRecord(vm, b, TypeId::kUnion);
  if (!either && (!IsUnionable(vm, a) || !IsUnionable(vm, b))) return Step::Stop();
  if (a.IsNone() && b.IsNone()) return Step::Stop();
  Value list = vm.NewListWithCapacity(4);
  if (list.IsUnbound()) return vm.NoRoom();
  Step step = AddAlternative(vm, list, a);
  if (step.done()) step = AddAlternative(vm, list, b);
  return step.done() ? UnionOfList(vm, list) : step;
}

// As sets.
Step UnionsEqual(Vm& vm, Value a, Value b) {
  Value x = ArgumentsOf(vm, a), y = ArgumentsOf(vm, b);
  if (SpanOf(vm, x).count != SpanOf(vm, y).count) return Step::Done(kFalse);
  for (uint32_t k = 0; k < SpanOf(vm, x).count; ++k) {
    bool found = false;
    for (uint32_t j = 0; j < SpanOf(vm, y).count && !found; ++j) {
      if (!vm.meter.Charge(1)) return Step::Limit();
      Step same = Same(vm, SpanOf(vm, x).first[k], SpanOf(vm, y).first[j]);
      if (!same.done()) return same;
      found = same.value.IsTrue();
    }
    if (!found) return Step::Done(kFalse);
  }
  return Step::Done(kTrue);
}

Step HashRecord(Vm& vm, Value record, uint64_t* out) {
  Nesting nesting(vm);
  if (nesting.too_deep()) return nesting.Raise();
  if (IsAlias(vm, record)) {
    uint64_t origin, arguments;
    Step step = Hash(vm, FieldOf(vm, record, AliasFields::kOrigin), &origin);
    if (step.done()) step = Hash(vm, ArgumentsOf(vm, record), &arguments);
    if (step.done()) *out = origin ^ arguments;
    return step;
  }
  Value set = vm.NewSet();
  if (set.IsUnbound()) return vm.NoRoom();
  for (uint32_t k = 0; k < SpanOf(vm, ArgumentsOf(vm, record)).count; ++k) {
    Step step = SetAdd(vm, set, SpanOf(vm, ArgumentsOf(vm, record)).first[k]);
    if (!step.done()) return step;
  }
  vm.heap.At<Object>(set)->kind_low = static_cast<uint8_t>(Kind::kFrozenSet);
  return Hash(vm, Value::Object(Kind::kFrozenSet, set.handle()), out);
}

}  // namespace garter
