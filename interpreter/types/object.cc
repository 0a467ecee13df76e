// object, type, NoneType: what every value has.
#include "interpreter/types/tables.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

Step ObjectClass(Vm& vm, Native& n) { return Step::Done(TypeValue(vm.TypeOf(n.arg(0)))); }
Step ObjectDoc(Vm&, Native&) { return Step::Done(kNone); }
Step ObjectRepr(Vm& vm, Native& n) { return Repr(vm, n.arg(0)); }
Step ObjectStr(Vm& vm, Native& n) { return ToStr(vm, n.arg(0)); }
Step ObjectFormat(Vm& vm, Native& n) {
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "__format__() argument must be str, not %T", n.arg(1));
  return Format(vm, n.arg(0), n.arg(1));
}
Step ObjectHash(Vm& vm, Native& n) {
  uint64_t hash = 0;
  Step step = Hash(vm, n.arg(0), &hash);
  if (!step.done()) return step;
  Value value = vm.NewInt(static_cast<int64_t>(hash));
  return value.IsUnbound() ? vm.NoRoom() : Step::Done(value);
}

// Do the two types know each other's values? What a type compares by identity alone it knows only in itself.
bool AreComparable(Vm& vm, Value a, Value b) {
  TypeId left = vm.TypeOf(a), right = vm.TypeOf(b);
  auto is_set = [](TypeId id) { return id == TypeId::kSet || id == TypeId::kFrozenSet; };
  auto is_view = [](TypeId id) { return id == TypeId::kDictKeys || id == TypeId::kDictItems; };
  if (is_view(left)) return is_view(right) || is_set(right);
  if (is_set(left)) return is_set(right);
  switch (left) {
    case TypeId::kStr:
    case TypeId::kBytes:
    case TypeId::kList:
    case TypeId::kTuple:
    case TypeId::kDict:
    case TypeId::kRange:
    case TypeId::kSlice:
      return left == right;
    default:
      return a == b;
  }
}

// Comparisons as methods answer NotImplemented where the operator would ask the other side, or raise.
template <CompareOp op>
Step ObjectCompare(Vm& vm, Native& n) {
  if (!AreComparable(vm, n.arg(0), n.arg(1))) return Step::Done(kNotImplemented);
  Step step = Compare(vm, op, n.arg(0), n.arg(1));
  if (step.action == Action::kRaise &&
      vm.heap.At<Exception>(vm.raised)->type == static_cast<uint32_t>(TypeId::kTypeError)) {
    vm.raised = kNone;
    return Step::Done(kNotImplemented);
  }
  return step;
}

constexpr BuiltinRow kObjectRows[] = {
    {"__class__", "($self)", ObjectClass, 0, BuiltinRow::kGetter},
    {"__doc__", "($self)", ObjectDoc, 0, BuiltinRow::kGetter},
    {"__repr__", "($self, /)", ObjectRepr, 0, BuiltinRow::kSlotWrapper},
    {"__str__", "($self, /)", ObjectStr, 0, BuiltinRow::kSlotWrapper},
    {"__hash__", "($self, /)", ObjectHash, 0, BuiltinRow::kSlotWrapper},
    {"__format__", "($self, format_spec, /)", ObjectFormat},
    {"__eq__", "($self, value, /)", ObjectCompare<CompareOp::kEqual>, 0, BuiltinRow::kSlotWrapper},
    {"__ne__", "($self, value, /)", ObjectCompare<CompareOp::kNotEqual>, 0, BuiltinRow::kSlotWrapper},
    {"__lt__", "($self, value, /)", ObjectCompare<CompareOp::kLess>, 0, BuiltinRow::kSlotWrapper},
    {"__le__", "($self, value, /)", ObjectCompare<CompareOp::kLessEqual>, 0, BuiltinRow::kSlotWrapper},
    {"__gt__", "($self, value, /)", ObjectCompare<CompareOp::kGreater>, 0, BuiltinRow::kSlotWrapper},
    {"__ge__", "($self, value, /)", ObjectCompare<CompareOp::kGreaterEqual>, 0, BuiltinRow::kSlotWrapper},
};

Step TypeNameAttribute(Vm& vm, Native& n) {
  std::string_view text = TypeName(static_cast<TypeId>(n.arg(0).payload()));
  Value name = vm.NewStrAscii(text.substr(text.rfind('.') + 1));  // rfind: npos + 1 is 0
  return name.IsUnbound() ? vm.NoRoom() : Step::Done(name);
}
Step TypeModule(Vm& vm, Native& n) {
  std::string_view text = TypeName(static_cast<TypeId>(n.arg(0).payload()));
  size_t dot = text.rfind('.');
  Value name = vm.NewStrAscii(dot == std::string_view::npos ? std::string_view("builtins") : text.substr(0, dot));
  return name.IsUnbound() ? vm.NoRoom() : Step::Done(name);
}
Step TypeBaseAttribute(Vm&, Native& n) {
  auto type = static_cast<TypeId>(n.arg(0).payload());
  return Step::Done(type == TypeId::kObject ? kNone : TypeValue(TypeBase(type)));
}
Step TypeMro(Vm& vm, Native& n) {
  Value types[16];
  uint32_t count = 0;
  auto type = static_cast<TypeId>(n.arg(0).payload());
  for (; type != TypeId::kObject; type = TypeBase(type)) {
    types[count++] = TypeValue(type);
    if (type == TypeId::kBaseExceptionGroup && count > 1) types[count++] = TypeValue(TypeId::kException);
  }
  types[count++] = TypeValue(TypeId::kObject);
  Value mro = vm.NewTuple(types, count);
  return mro.IsUnbound() ? vm.NoRoom() : Step::Done(mro);
}
Step TypeBases(Vm& vm, Native& n) {
  auto type = static_cast<TypeId>(n.arg(0).payload());
  Value base[2] = {TypeValue(TypeBase(type)), TypeValue(TypeId::kException)};
  Value bases = vm.NewTuple(base, type == TypeId::kObject ? 0 : type == TypeId::kExceptionGroup ? 2 : 1);
  return bases.IsUnbound() ? vm.NoRoom() : Step::Done(bases);
}

Step NewType(Vm& vm, Native& n) {
  uint32_t keywords = n.keyword_names.IsUnbound() ? 0 : vm.heap.At<Tuple>(n.keyword_names)->count;
  if (n.argument_count == 2 && keywords == 0) return Step::Done(TypeValue(vm.TypeOf(n.arg(1))));
  if (n.argument_count == 4) {
    return vm.Raise(TypeId::kNotImplementedError,
                    "classes made by type(name, bases, dict) are not supported yet: use functions and dicts");
  }
  return vm.Raise(TypeId::kTypeError, "type() takes 1 or 3 arguments");
}

Step NewObject(Vm& vm, Native& n) {
  if (n.argument_count > 1) return vm.Raise(TypeId::kTypeError, "object() takes no arguments");
  return vm.Raise(TypeId::kNotImplementedError,
                  "bare object() instances are not supported yet: use a list or a function as a unique value");
}

constexpr BuiltinRow kTypeRows[] = {
    {"__name__", "($self)", TypeNameAttribute, 0, BuiltinRow::kGetter},
    {"__qualname__", "($self)", TypeNameAttribute, 0, BuiltinRow::kGetter},
    {"__module__", "($self)", TypeModule, 0, BuiltinRow::kGetter},
    {"__base__", "($self)", TypeBaseAttribute, 0, BuiltinRow::kGetter},
    {"__bases__", "($self)", TypeBases, 0, BuiltinRow::kGetter},
    {"__mro__", "($self)", TypeMro, 0, BuiltinRow::kGetter},
};

constexpr BuiltinRow kNewType = {"type", "($self, *args)", NewType, 0, BuiltinRow::kRaw};
constexpr BuiltinRow kNewObject = {"object", "($self, *args)", NewObject, 0, BuiltinRow::kRaw};

Step NewNone(Vm& vm, Native& n) {
  if (n.argument_count > 1) return vm.Raise(TypeId::kTypeError, "NoneType takes no arguments");
  return Step::Done(kNone);
}
Step NoneTruth(Vm&, Native&) { return Step::Done(kFalse); }
constexpr BuiltinRow kNoneRows[] = {{"__bool__", "($self, /)", NoneTruth, 0, BuiltinRow::kSlotWrapper}};
constexpr BuiltinRow kNewNone = {"NoneType", "($self, *args)", NewNone, 0, BuiltinRow::kRaw};

}  // namespace

constexpr TypeTable kObjectTable = {kObjectRows, sizeof(kObjectRows) / sizeof(kObjectRows[0]), &kNewObject};
constexpr TypeTable kTypeTable = {kTypeRows, sizeof(kTypeRows) / sizeof(kTypeRows[0]), &kNewType};
constexpr TypeTable kNoneTable = {kNoneRows, 1, &kNewNone};

}  // namespace garter
