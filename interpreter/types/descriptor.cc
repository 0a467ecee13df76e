// property, classmethod, staticmethod, super, and the members of __slots__.
#include "interpreter/types/attributes.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/special_calls.h"

namespace garter {
namespace {

Descriptor* At(Vm& vm, Value v) { return vm.heap.At<Descriptor>(v); }

Step Make(Vm& vm, DescriptorKind kind, Value first, Value second, Value third, Value doc) {
  Descriptor* d = vm.heap.New<Descriptor>(Kind::kDescriptor, static_cast<uint16_t>(kind));
  if (d == nullptr) return vm.NoRoom();
  d->first = first;
  d->second = second;
  d->third = third;
  d->doc = doc;
  d->attributes = kNone;
  return Step::Done(vm.heap.ValueOf(d));
}

Value OrNone(Value v) { return v.IsUnbound() ? kNone : v; }

// ---- property ---------------------------------------------------------------------------------------------------

// ($self, fget=None, fset=None, fdel=None, doc=None)
Step NewProperty(Vm& vm, Native& n) {
  Value getter = OrNone(n.arg(1));
  Value doc = OrNone(n.arg(4));
  if (doc.IsNone() && !getter.IsNone()) {
    Value name = vm.NewStrAscii("__doc__");
    if (name.IsUnbound()) return vm.NoRoom();
    Step step = GetAttribute(vm, getter, name);
    if (step.done()) {
      doc = step.value;
    } else if (step.action != Action::kRaise) {
      return step;
    } else {
      vm.raised = kNone;
    }
  }
  return Make(vm, DescriptorKind::kProperty, getter, OrNone(n.arg(2)), OrNone(n.arg(3)), doc);
}

// A copy of the property with one accessor replaced.
template <int accessor>
Step PropertyWith(Vm& vm, Native& n) {
  const Descriptor* d = At(vm, n.arg(0));
  Value parts[3] = {d->first, d->second, d->third};
  parts[accessor] = n.arg(1);
  Value doc = d->doc, name = d->attributes;
  if (accessor == 0 && n.arg(1).IsObject(Kind::kFunction)) {
    Value text = vm.NewStrAscii("__doc__");
    if (text.IsUnbound()) return vm.NoRoom();
    Step step = GetAttribute(vm, n.arg(1), text);
    if (!step.done()) return step;
    if (!step.value.IsNone()) doc = step.value;
  }
  Step made = Make(vm, DescriptorKind::kProperty, parts[0], parts[1], parts[2], doc);
  if (made.done()) At(vm, made.value)->attributes = name;
  return made;
}

template <int field>
Step Field(Vm& vm, Native& n) {
  return Step::Done((&At(vm, n.arg(0))->first)[field]);
}

Step PropertyName(Vm& vm, Native& n) {
  Value name = At(vm, n.arg(0))->attributes;
  if (!name.IsNone()) return Step::Done(name);
  Value getter = At(vm, n.arg(0))->first;
  Value text = vm.NewStrAscii("__name__");
  if (text.IsUnbound()) return vm.NoRoom();
  return getter.IsObject(Kind::kFunction) ? GetAttribute(vm, getter, text) : Step::Done(kUnbound);
}

Step PropertyIsAbstract(Vm& vm, Native& n) {
  Value name = vm.NewStrAscii("__isabstractmethod__");
  if (name.IsUnbound()) return vm.NoRoom();
  const Value* accessor = &At(vm, n.arg(0))->first;
  Value all[3] = {accessor[0], accessor[1], accessor[2]};
  for (Value each : all) {
    if (each.IsNone()) continue;
    Step step = GetAttribute(vm, each, name);
    if (step.action == Action::kRaise && ExceptionTypeIs(vm, vm.raised, TypeId::kAttributeError)) {
      vm.raised = kNone;
      continue;
    }
    if (!step.done()) return step;
    Step truth = Truth(vm, step.value);
    if (!truth.done() || truth.value.IsTrue()) return truth;
  }
  return Step::Done(kFalse);
}

// descriptor.__get__(instance, owner=None)
Step DescriptorGet(Vm& vm, Native& n) {
  if (n.phase != 0) return Step::Done(n.input);
  Value self = OrNone(n.arg(1)), owner = OrNone(n.arg(2));
  if (self.IsNone() && owner.IsNone()) return vm.Raise(TypeId::kTypeError, "__get__(None, None) is invalid");
  if (owner.IsNone()) owner = ClassOf(vm, self);
  Resolution r = BindFound(vm, n.arg(0), self.IsNone() ? kUnbound : self, owner);
  switch (r.how) {
    case Resolution::kMethod:
      return BindMethod(vm, r.value, r.self);
    case Resolution::kCallOne:
      return n.Call(1, r.value, r.self);
    case Resolution::kFailed:
      return r.step;
    default:
      return Step::Done(r.value);
  }
}

Step Store(Vm& vm, Native& n, bool deletes) {
  if (n.phase != 0) return Step::Done(kNone);
  const Descriptor* d = At(vm, n.arg(0));
  if (static_cast<DescriptorKind>(d->aux) == DescriptorKind::kMember) {
    Value self = n.arg(1);
    bool fits = self.IsObject(Kind::kInstance) && IsSubclass(vm, ClassOfInstance(vm, self), d->first);
    if (!fits) {
      return vm.Raise(TypeId::kTypeError, "descriptor '%S' for '%S' objects doesn't apply to a '%T' object", d->third,
                      ClassAt(vm, d->first)->name, self);
    }
    return PlainSetAttribute(vm, self, d->third, deletes ? kUnbound : n.arg(2));
  }
  Value accessor = deletes ? d->third : d->second;
  if (accessor.IsNone()) {
    const char* what = deletes ? "deleter" : "setter";
    if (!d->attributes.IsStr())
      return vm.Raise(TypeId::kAttributeError, "property of '%T' object has no %s", n.arg(1), what);
    return vm.Raise(TypeId::kAttributeError, "property %R of '%T' object has no %s", d->attributes, n.arg(1), what);
  }
  return deletes ? n.Call(1, accessor, n.arg(1)) : n.Call(1, accessor, n.arg(1), n.arg(2));
}
Step DescriptorSet(Vm& vm, Native& n) { return Store(vm, n, false); }
Step DescriptorDelete(Vm& vm, Native& n) { return Store(vm, n, true); }

Step PropertySetName(Vm& vm, Native& n) {
  Descriptor* d = At(vm, n.arg(0));
  vm.heap.Store(d, &d->attributes, n.arg(2));
  return Step::Done(kNone);
}

constexpr BuiltinRow kPropertyRows[] = {
    {"fget", "($self)", Field<0>, 0, BuiltinRow::kGetter},
    {"fset", "($self)", Field<1>, 0, BuiltinRow::kGetter},
    {"fdel", "($self)", Field<2>, 0, BuiltinRow::kGetter},
    {"__doc__", "($self)", Field<3>, 0, BuiltinRow::kGetter},
    {"__name__", "($self)", PropertyName, 0, BuiltinRow::kGetter},
    {"__isabstractmethod__", "($self)", PropertyIsAbstract, 0, BuiltinRow::kGetter},
    {"getter", "($self, object, /)", PropertyWith<0>},
    {"setter", "($self, object, /)", PropertyWith<1>},
    {"deleter", "($self, object, /)", PropertyWith<2>},
    {"__get__", "($self, instance, owner=None, /)", DescriptorGet, 0, BuiltinRow::kSlotWrapper},
    {"__set__", "($self, instance, value, /)", DescriptorSet, 0, BuiltinRow::kSlotWrapper},
    {"__delete__", "($self, instance, /)", DescriptorDelete, 0, BuiltinRow::kSlotWrapper},
    {"__set_name__", "($self, owner, name, /)", PropertySetName},
};
constexpr BuiltinRow kNewProperty = {"property", "($self, fget=None, fset=None, fdel=None, doc=None)", NewProperty};

// ---- classmethod, staticmethod ----------------------------------------------------------------------------------

template <DescriptorKind kind>
Step NewMethod(Vm& vm, Native& n) {
  return Make(vm, kind, n.arg(1), kNone, kNone, kNone);
}

// What they wrap answers for __name__, __doc__ and so on.
Step Passed(Vm& vm, Native& n, std::string_view name) {
  Value text = vm.NewStrAscii(name);
  if (text.IsUnbound()) return vm.NoRoom();
  Step step = GetAttribute(vm, At(vm, n.arg(0))->first, text);
  if (step.action == Action::kRaise && ExceptionTypeIs(vm, vm.raised, TypeId::kAttributeError)) {
    vm.raised = kNone;
    return Step::Done(kUnbound);
  }
  return step;
}
Step WrapperName(Vm& vm, Native& n) { return Passed(vm, n, "__name__"); }
Step WrapperQualifiedName(Vm& vm, Native& n) { return Passed(vm, n, "__qualname__"); }
Step WrapperDoc(Vm& vm, Native& n) { return Passed(vm, n, "__doc__"); }
Step WrapperModule(Vm& vm, Native& n) { return Passed(vm, n, "__module__"); }
Step WrapperAnnotations(Vm& vm, Native& n) { return Passed(vm, n, "__annotations__"); }
Step WrapperIsAbstract(Vm& vm, Native& n) {
  Step step = Passed(vm, n, "__isabstractmethod__");
  if (!step.done()) return step;
  return step.value.IsUnbound() ? Step::Done(kFalse) : Truth(vm, step.value);
}

Step StaticCall(Vm& vm, Native& n) {
  if (n.phase != 0) return Step::Done(n.input);
  return CallWith(vm, n, 1, At(vm, n.arg(0))->first, n.argument_count - 1, n.keyword_names,
                  [&](uint32_t k) { return n.arg(k + 1); });
}

#define WRAPPER_ROWS                                                                          \
  {"__func__", "($self)", Field<0>, 0, BuiltinRow::kGetter},                                  \
      {"__wrapped__", "($self)", Field<0>, 0, BuiltinRow::kGetter},                           \
      {"__name__", "($self)", WrapperName, 0, BuiltinRow::kGetter},                           \
      {"__qualname__", "($self)", WrapperQualifiedName, 0, BuiltinRow::kGetter},              \
      {"__doc__", "($self)", WrapperDoc, 0, BuiltinRow::kGetter},                             \
      {"__module__", "($self)", WrapperModule, 0, BuiltinRow::kGetter},                       \
      {"__annotations__", "($self)", WrapperAnnotations, 0, BuiltinRow::kGetter},             \
      {"__isabstractmethod__", "($self)", WrapperIsAbstract, 0, BuiltinRow::kGetter}, {       \
    "__get__", "($self, instance, owner=None, /)", DescriptorGet, 0, BuiltinRow::kSlotWrapper \
  }
constexpr BuiltinRow kClassMethodRows[] = {WRAPPER_ROWS};
constexpr BuiltinRow kStaticMethodRows[] = {
    WRAPPER_ROWS,
    {"__call__", "($self, /, *args, **kwargs)", StaticCall, 0, BuiltinRow::kRaw | BuiltinRow::kSlotWrapper},
};
#undef WRAPPER_ROWS
constexpr BuiltinRow kNewClassMethod = {"classmethod", "($self, function, /)", NewMethod<DescriptorKind::kClassMethod>};
constexpr BuiltinRow kNewStaticMethod = {"staticmethod", "($self, function, /)",
                                         NewMethod<DescriptorKind::kStaticMethod>};

// ---- members of __slots__ ---------------------------------------------------------------------------------------

constexpr BuiltinRow kMemberRows[] = {
    {"__objclass__", "($self)", Field<0>, 0, BuiltinRow::kGetter},
    {"__name__", "($self)", Field<2>, 0, BuiltinRow::kGetter},
    {"__get__", "($self, instance, owner=None, /)", DescriptorGet, 0, BuiltinRow::kSlotWrapper},
    {"__set__", "($self, instance, value, /)", DescriptorSet, 0, BuiltinRow::kSlotWrapper},
    {"__delete__", "($self, instance, /)", DescriptorDelete, 0, BuiltinRow::kSlotWrapper},
};

// ---- super ------------------------------------------------------------------------------------------------------

// Where super() without arguments is called from: the class in the cell of __class__, and the first parameter.
Step Surroundings(Vm& vm, Value* cls, Value* self) {
  Value* fp = vm.fp;
  while (IsNativeFrame(fp)) fp = CallerOf(vm, fp);
  Function* function = FunctionOf(vm, fp);
  const CodeInfo& code = vm.codes[function->code];
  bool has_first = code.positional_count > 0 || (code.flags & CodeInfo::kVarArgs) != 0;
  if (!has_first) return vm.Raise(TypeId::kRuntimeError, "super(): no arguments");
  Value first = fp[0];
  if (code.positional_count == 0) {
    // *args alone: its first item.
    uint32_t rest = code.keyword_only_count;
    Value tuple = fp[-static_cast<int64_t>(rest)];
    if (tuple.IsObject(Kind::kCell)) tuple = vm.heap.At<Cell>(tuple)->value;
    if (!tuple.IsObject(Kind::kTuple) || SpanOf(vm, tuple).count == 0) {
      return vm.Raise(TypeId::kRuntimeError, "super(): no arguments");
    }
    first = SpanOf(vm, tuple).first[0];
  }
  if (first.IsObject(Kind::kCell)) first = vm.heap.At<Cell>(first)->value;
  if (first.IsUnbound()) return vm.Raise(TypeId::kRuntimeError, "super(): arg[0] deleted");
  for (uint32_t k = 0; k < code.free_count; ++k) {
    if (!vm.StrIs(vm.constants[vm.image->names[code.free_names + k]], "__class__")) continue;
    Value content = vm.heap.At<Cell>(function->cells()[k])->value;
    if (content.IsUnbound()) return vm.Raise(TypeId::kRuntimeError, "super(): empty __class__ cell");
    if (!IsClass(content)) return vm.Raise(TypeId::kRuntimeError, "super(): __class__ is not a type (%T)", content);
    *cls = content;
    *self = first;
    return Step::Done(kNone);
  }
  return vm.Raise(TypeId::kRuntimeError, "super(): __class__ cell not found");
}

Step ClassName(Vm& vm, Value cls) {
  if (cls.IsObject()) return Step::Done(ClassAt(vm, cls)->name);
  Value name = vm.NewStrAscii(TypeName(static_cast<TypeId>(cls.payload())));
  return name.IsUnbound() ? vm.NoRoom() : Step::Done(name);
}

// ($self, type=<unrepresentable>, object_or_type=None, /)
Step NewSuper(Vm& vm, Native& n) {
  Value cls = n.arg(1), self = n.arg(2);
  if (cls.IsUnbound()) {
    Step step = Surroundings(vm, &cls, &self);
    if (!step.done()) return step;
  }
  if (!IsClass(cls)) return vm.Raise(TypeId::kTypeError, "super() argument 1 must be a type, not %T", cls);
  if (self.IsUnbound() || self.IsNone()) return Make(vm, DescriptorKind::kSuper, cls, kNone, kNone, kNone);
  Value start = kUnbound;
  if (IsClass(self) && IsSubclass(vm, self, cls))
    start = self;
  else if (IsSubclass(vm, ClassOf(vm, self), cls))
    start = ClassOf(vm, self);
  if (start.IsUnbound()) {
    Step wanted = ClassName(vm, cls), given = ClassName(vm, IsClass(self) ? self : ClassOf(vm, self));
    if (!wanted.done() || !given.done()) return vm.NoRoom();
    return vm.Raise(TypeId::kTypeError, "super(type, obj): obj (%s%S) is not an instance or subtype of type (%S).",
                    IsClass(self) ? "type " : "instance of ", given.value, wanted.value);
  }
  return Make(vm, DescriptorKind::kSuper, cls, self, start, kNone);
}

constexpr BuiltinRow kSuperRows[] = {
    {"__thisclass__", "($self)", Field<0>, 0, BuiltinRow::kGetter},
    {"__self__", "($self)", Field<1>, 0, BuiltinRow::kGetter},
    {"__self_class__", "($self)", Field<2>, 0, BuiltinRow::kGetter},
};
constexpr BuiltinRow kNewSuper = {"super", "($self, type=None, object_or_type=None, /)", NewSuper};

template <size_t size>
constexpr TypeTable TableFrom(const BuiltinRow (&rows)[size], const BuiltinRow* constructor) {
  return {rows, size, constructor};
}

}  // namespace

constexpr TypeTable kPropertyTable = TableFrom(kPropertyRows, &kNewProperty);
constexpr TypeTable kClassMethodTable = TableFrom(kClassMethodRows, &kNewClassMethod);
constexpr TypeTable kStaticMethodTable = TableFrom(kStaticMethodRows, &kNewStaticMethod);
constexpr TypeTable kMemberTable = TableFrom(kMemberRows, nullptr);
constexpr TypeTable kSuperTable = TableFrom(kSuperRows, &kNewSuper);

}  // namespace garter
