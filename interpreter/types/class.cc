// type: what classes have, whether built in or made by the program.
#include "interpreter/types/attributes.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/class_steps.h"

namespace garter {
namespace {

bool IsOwn(Value cls) { return cls.IsObject(Kind::kClass); }
TypeId IdOf(Value type) { return static_cast<TypeId>(type.payload()); }

Step Text(Vm& vm, std::string_view text) {
  Value str = vm.NewStrAscii(text);
  return str.IsUnbound() ? vm.NoRoom() : Step::Done(str);
}

// A built-in type outside of the builtins module has its module in its name: "_io.TextIOWrapper".
std::string_view LastName(std::string_view name) { return name.substr(name.rfind('.') + 1); }

Step TypeNameOf(Vm& vm, Native& n) {
  return IsOwn(n.arg(0)) ? Step::Done(ClassAt(vm, n.arg(0))->name) : Text(vm, LastName(TypeName(IdOf(n.arg(0)))));
}
Step TypeQualifiedName(Vm& vm, Native& n) {
  return IsOwn(n.arg(0)) ? Step::Done(ClassAt(vm, n.arg(0))->qualified_name)
                         : Text(vm, LastName(TypeName(IdOf(n.arg(0)))));
}
Step FromDict(Vm& vm, Value cls, std::string_view name, Value otherwise) {
  Value found = vm.DictGetAscii(ClassAt(vm, cls)->dict, name);
  return Step::Done(found.IsUnbound() ? otherwise : found);
}
Step TypeModule(Vm& vm, Native& n) {
  if (IsOwn(n.arg(0))) return FromDict(vm, n.arg(0), "__module__", kUnbound);
  std::string_view name = TypeName(IdOf(n.arg(0)));
  size_t dot = name.rfind('.');
  return Text(vm, dot == std::string_view::npos ? std::string_view("builtins") : name.substr(0, dot));
}
Step TypeDoc(Vm& vm, Native& n) {
  return IsOwn(n.arg(0)) ? FromDict(vm, n.arg(0), "__doc__", kNone) : Step::Done(kNone);
}
Step TypeBases(Vm& vm, Native& n) {
  if (IsOwn(n.arg(0))) return Step::Done(ClassAt(vm, n.arg(0))->bases);
  TypeId type = IdOf(n.arg(0));
  Value base[2] = {TypeValue(TypeBase(type)), TypeValue(TypeId::kException)};
  Value bases = vm.NewTuple(base, type == TypeId::kObject ? 0 : type == TypeId::kExceptionGroup ? 2 : 1);
  return bases.IsUnbound() ? vm.NoRoom() : Step::Done(bases);
}
Step TypeBaseAttribute(Vm& vm, Native& n) {
  if (!IsOwn(n.arg(0))) {
    return Step::Done(IdOf(n.arg(0)) == TypeId::kObject ? kNone : TypeValue(TypeBase(IdOf(n.arg(0)))));
  }
  // The base whose layout decided: the first with the class's own.
  const Class* cls = ClassAt(vm, n.arg(0));
  Span bases = SpanOf(vm, cls->bases);
  Value best = bases.first[0];
  auto fixed = [&](Value base) { return base.IsObject() ? ClassAt(vm, base)->fixed : 0; };
  for (uint32_t k = 1; k < bases.count; ++k) {
    TypeId mine = LayoutOf(vm, bases.first[k]), other = LayoutOf(vm, best);
    if ((mine != other && IsSubtype(mine, other)) || (mine == other && fixed(bases.first[k]) > fixed(best)))
      best = bases.first[k];
  }
  return Step::Done(best);
}
Step TypeMro(Vm& vm, Native& n) {
  if (IsOwn(n.arg(0))) return Step::Done(ClassAt(vm, n.arg(0))->mro);
  Value types[16];
  uint32_t count = 0;
  for (TypeId type = IdOf(n.arg(0)); type != TypeId::kObject; type = TypeBase(type)) {
    types[count++] = TypeValue(type);
    if (type == TypeId::kBaseExceptionGroup && count > 1) types[count++] = TypeValue(TypeId::kException);
  }
  types[count++] = TypeValue(TypeId::kObject);
  Value mro = vm.NewTuple(types, count);
  return mro.IsUnbound() ? vm.NoRoom() : Step::Done(mro);
}
Step TypeMroMethod(Vm& vm, Native& n) {
  Step tuple = TypeMro(vm, n);
  if (!tuple.done()) return tuple;
  Span all = SpanOf(vm, tuple.value);
  Value list = vm.NewList(all.first, all.count);
  return list.IsUnbound() ? vm.NoRoom() : Step::Done(list);
}

// A read-only view of a class's dict.
Step Proxy(Vm& vm, Value dict) {
  DictView* view = vm.heap.New<DictView>(Kind::kDictView, static_cast<uint16_t>(DictViewKind::kProxy));
  if (view == nullptr) return vm.NoRoom();
  view->dict = dict;
  return Step::Done(vm.heap.ValueOf(view));
}
Step TypeDict(Vm& vm, Native& n) {
  if (IsOwn(n.arg(0))) return Proxy(vm, ClassAt(vm, n.arg(0))->dict);
  Value dict = vm.NewDict();
  if (dict.IsUnbound()) return vm.NoRoom();
  const TypeTable& table = TableOf(IdOf(n.arg(0)));
  for (uint32_t k = 0; k < table.count; ++k) {
    Value name = vm.NewStrAscii(table.rows[k].name);
    if (name.IsUnbound() || !vm.DictSetStr(dict, name, BuiltinValue(IdOf(n.arg(0)), k))) return vm.NoRoom();
  }
  return Proxy(vm, dict);
}
Step TypeSubclasses(Vm& vm, Native& n) {
  Value list = vm.NewList(nullptr, 0);
  if (list.IsUnbound()) return vm.NoRoom();
  if (IsOwn(n.arg(0))) {
    Span all = SpanOf(vm, ClassAt(vm, n.arg(0))->subclasses);
    list = vm.NewList(all.first, all.count);
  }
  return list.IsUnbound() ? vm.NoRoom() : Step::Done(list);
}
Step TypeAbstractMethods(Vm& vm, Native& n) {
  return IsOwn(n.arg(0)) ? FromDict(vm, n.arg(0), "__abstractmethods__", kUnbound) : Step::Done(kUnbound);
}
Step TypeFlags(Vm& vm, Native& n) {
  return Step::Done(Value::SmallInt(IsOwn(n.arg(0)) ? ClassAt(vm, n.arg(0))->aux : 0));
}

// isinstance() and issubclass() without __instancecheck__ of the program.
Step TypeInstanceCheck(Vm& vm, Native& n) {
  if (IsSubclass(vm, ClassOf(vm, n.arg(1)), n.arg(0))) return Step::Done(kTrue);
  return Step::Done(kFalse);
}
Step TypeSubclassCheck(Vm& vm, Native& n) {
  if (!IsClass(n.arg(1))) return vm.Raise(TypeId::kTypeError, "issubclass() arg 1 must be a class");
  return Step::Done(Value::Bool(IsSubclass(vm, n.arg(1), n.arg(0))));
}

Step TypePrepare(Vm& vm, Native&) {
  Value dict = vm.NewDict();
  return dict.IsUnbound() ? vm.NoRoom() : Step::Done(dict);
}

// type.__call__(cls, ...): a metaclass's __call__ ends here.
Step TypeCall(Vm& vm, Native& n) {
  if (IsOwn(n.arg(0))) return ConstructStep(vm, n);
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase != 0) return Step::Done(n.input);
  return CallWith(vm, n, 1, n.arg(0), n.argument_count - 1, n.keyword_names, [&](uint32_t k) { return n.arg(k + 1); });
}

Step TypeInit(Vm& vm, Native& n) {
  uint32_t keywords = n.keyword_names.IsUnbound() ? 0 : vm.heap.At<Tuple>(n.keyword_names)->count;
  uint32_t positional = n.argument_count - keywords;
  if (positional == 2 && keywords > 0)
    return vm.Raise(TypeId::kTypeError, "type.__init__() takes no keyword arguments");
  if (positional != 2 && positional != 4) return vm.Raise(TypeId::kTypeError, "type.__init__() takes 1 or 3 arguments");
  return Step::Done(kNone);
}

constexpr BuiltinRow kRows[] = {
    {"__name__", "($self)", TypeNameOf, 0, BuiltinRow::kGetter},
    {"__qualname__", "($self)", TypeQualifiedName, 0, BuiltinRow::kGetter},
    {"__module__", "($self)", TypeModule, 0, BuiltinRow::kGetter},
    {"__doc__", "($self)", TypeDoc, 0, BuiltinRow::kGetter},
    {"__base__", "($self)", TypeBaseAttribute, 0, BuiltinRow::kGetter},
    {"__bases__", "($self)", TypeBases, 0, BuiltinRow::kGetter},
    {"__mro__", "($self)", TypeMro, 0, BuiltinRow::kGetter},
    {"__dict__", "($self)", TypeDict, 0, BuiltinRow::kGetter},
    {"__abstractmethods__", "($self)", TypeAbstractMethods, 0, BuiltinRow::kGetter},
    {"__flags__", "($self)", TypeFlags, 0, BuiltinRow::kGetter},
    {"mro", "($self, /)", TypeMroMethod},
    {"__subclasses__", "($self, /)", TypeSubclasses},
    {"__instancecheck__", "($self, instance, /)", TypeInstanceCheck},
    {"__subclasscheck__", "($self, subclass, /)", TypeSubclassCheck},
    {"__prepare__", "($self, /, *args, **kwargs)", TypePrepare, 0, BuiltinRow::kRaw | BuiltinRow::kClass},
    {"__new__", "(*args, **kwargs)", NewTypeStep, kNewTypeSlots,
     BuiltinRow::kRaw | BuiltinRow::kStatic | BuiltinRow::kCatches},
    {"__init__", "($self, /, *args, **kwargs)", TypeInit, 0, BuiltinRow::kRaw | BuiltinRow::kSlotWrapper},
    {"__call__", "($self, /, *args, **kwargs)", TypeCall, kConstructSlots, BuiltinRow::kRaw | BuiltinRow::kSlotWrapper},
};

constexpr BuiltinRow kNewType = {"type", "($self, *args, **kwargs)", NewTypeStep, kNewTypeSlots,
                                 BuiltinRow::kRaw | BuiltinRow::kCatches};

Step RaiseImmutable(Vm& vm, Value name) {
  return vm.Raise(TypeId::kAttributeError, "attribute '%S' of 'type' objects is not writable", name);
}

// Nothing that a class's place in its hierarchy decides may change but what CPython lets change.
Step AssignBases(Vm& vm, Value cls, Value value) {
  if (!value.IsObject(Kind::kTuple)) {
    return vm.Raise(TypeId::kTypeError, "can only assign tuple to %S.__bases__, not %T", ClassAt(vm, cls)->name, value);
  }
  if (SpanOf(vm, value).count == 0) {
    return vm.Raise(TypeId::kTypeError, "can only assign non-empty tuple to %S.__bases__, not ()",
                    ClassAt(vm, cls)->name);
  }
  Step step = ChangeBases(vm, cls, value);
  return step;
}

}  // namespace

constexpr TypeTable kTypeTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kNewType};

Step AssignClass(Vm& vm, Value o, Value cls) {
  if (cls.IsUnbound()) return vm.Raise(TypeId::kTypeError, "can't delete __class__ attribute");
  if (!IsClass(cls)) return vm.Raise(TypeId::kTypeError, "__class__ must be set to a class, not '%T' object", cls);
  Value old = ClassOf(vm, o);
  if (!cls.IsObject() || !old.IsObject()) {
    return vm.Raise(TypeId::kTypeError,
                    "__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  Class* from = ClassAt(vm, old);
  Class* to = ClassAt(vm, cls);
  bool like = from->layout == to->layout && from->fixed == to->fixed &&
              ((from->aux ^ to->aux) & (Class::kHasDict | Class::kHasNative)) == 0;
  if (!like) {
    return vm.Raise(TypeId::kTypeError, "__class__ assignment: '%S' object layout differs from '%S'", to->name,
                    from->name);
  }
  return MoveToClass(vm, o, cls) ? Step::Done(kNone) : vm.NoRoom();
}

Step SetTypeAttribute(Vm& vm, Value cls, Value name, Value value) {
  Class* c = ClassAt(vm, cls);
  bool is_name = vm.StrIs(name, "__name__"), is_qualified = vm.StrIs(name, "__qualname__");
  if (is_name || is_qualified) {
    const char* attribute = is_name ? "__name__" : "__qualname__";
    if (value.IsUnbound()) {
      return vm.Raise(TypeId::kTypeError, "cannot delete '%s' attribute of type '%S'", attribute, c->name);
    }
    if (!value.IsStr()) {
      return vm.Raise(TypeId::kTypeError, "can only assign string to %S.%s, not '%T'", c->name, attribute, value);
    }
    vm.heap.Store(c, is_name ? &c->name : &c->qualified_name, value);
    return Step::Done(kNone);
  }
  if (vm.StrIs(name, "__bases__")) {
    if (value.IsUnbound())
      return vm.Raise(TypeId::kTypeError, "cannot delete '__bases__' attribute of type '%S'", c->name);
    return AssignBases(vm, cls, value);
  }
  if (vm.StrIs(name, "__mro__") || vm.StrIs(name, "__base__") || vm.StrIs(name, "__dict__") ||
      vm.StrIs(name, "__flags__")) {
    return RaiseImmutable(vm, name);
  }
  if (vm.StrIs(name, "__abstractmethods__")) {
    Step truth = value.IsUnbound() ? Step::Done(kFalse) : Truth(vm, value);
    if (!truth.done()) return truth;
    if (truth.value.IsTrue())
      c->aux |= Class::kAbstract;
    else
      c->aux &= static_cast<uint16_t>(~Class::kAbstract);
  }
  return Step::Stop();
}

}  // namespace garter
