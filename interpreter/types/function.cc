// function, method and generator objects: their attributes.
#include "interpreter/heap/text_builder.h"
#include "interpreter/modules/modules.h"
#include "interpreter/types/attributes.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/code_images.h"
#include "interpreter/vm/context.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

const CodeInfo& CodeOfFunction(Vm& vm, Value function) { return CodeOf(vm, vm.heap.At<Function>(function)); }
Value ConstantOf(Vm& vm, Value function, uint32_t constant) {
  return ImageAt(vm, vm.heap.At<Function>(function)->image).constants[constant];
}

// An attribute that may have been assigned, else what the code says.
Step OwnOr(Vm& vm, Native& n, std::string_view name, Value otherwise) {
  Value own = GetOwnAttribute(vm, n.arg(0), name);
  return Step::Done(own.IsUnbound() ? otherwise : own);
}

Step FunctionName(Vm& vm, Native& n) {
  return OwnOr(vm, n, "__name__", ConstantOf(vm, n.arg(0), CodeOfFunction(vm, n.arg(0)).name));
}
Step FunctionQualifiedName(Vm& vm, Native& n) {
  return OwnOr(vm, n, "__qualname__", ConstantOf(vm, n.arg(0), CodeOfFunction(vm, n.arg(0)).qualified_name));
}
Step FunctionDoc(Vm& vm, Native& n) {
  uint32_t doc = CodeOfFunction(vm, n.arg(0)).doc;
  return OwnOr(vm, n, "__doc__", doc == kNoConstant ? kNone : ConstantOf(vm, n.arg(0), doc));
}
// The name of the module at the time when it is asked for, unless the program has set another.
Step FunctionModule(Vm& vm, Native& n) {
  Value globals = Value::Object(Kind::kDict, vm.heap.At<Function>(n.arg(0))->globals);
  Value name = vm.DictGetAscii(globals, "__name__");
  return OwnOr(vm, n, "__module__", name.IsUnbound() ? kNone : name);
}
Step FunctionDefaults(Vm& vm, Native& n) {
  uint32_t defaults = vm.heap.At<Function>(n.arg(0))->defaults;
  return Step::Done(defaults == 0 ? kNone : Value::Object(Kind::kTuple, defaults));
}
Step FunctionKeywordDefaults(Vm& vm, Native& n) {
  uint32_t defaults = vm.heap.At<Function>(n.arg(0))->kw_defaults;
  return Step::Done(defaults == 0 ? kNone : Value::Object(Kind::kDict, defaults));
}
Step FunctionDict(Vm& vm, Native& n) {
  Function* function = vm.heap.At<Function>(n.arg(0));
  if (function->attributes == 0) {
    Value dict = vm.NewDict();
    if (dict.IsUnbound()) return vm.NoRoom();
    vm.heap.StoreHandle(function, &function->attributes, vm.heap.At<Object>(dict));
  }
  return Step::Done(Value::Object(Kind::kDict, function->attributes));
}
Step FunctionGlobals(Vm& vm, Native& n) {
  return Step::Done(Value::Object(Kind::kDict, vm.heap.At<Function>(n.arg(0))->globals));
}
Step FunctionCode(Vm& vm, Native& n) {
  const Function* function = vm.heap.At<Function>(n.arg(0));
  Value code = CodeObject(vm, function->image, function->code);
  return code.IsUnbound() ? vm.NoRoom() : Step::Done(code);
}
Step FunctionClosure(Vm& vm, Native& n) {
  Function* function = vm.heap.At<Function>(n.arg(0));
  if (function->cell_count == 0) return Step::Done(kNone);
  Value cells = vm.NewTuple(function->cells(), function->cell_count);
  return cells.IsUnbound() ? vm.NoRoom() : Step::Done(cells);
}

constexpr BuiltinRow kFunctionRows[] = {
    {"__name__", "($self)", FunctionName, 0, BuiltinRow::kGetter},
    {"__qualname__", "($self)", FunctionQualifiedName, 0, BuiltinRow::kGetter},
    {"__doc__", "($self)", FunctionDoc, 0, BuiltinRow::kGetter},
    {"__module__", "($self)", FunctionModule, 0, BuiltinRow::kGetter},
    {"__defaults__", "($self)", FunctionDefaults, 0, BuiltinRow::kGetter},
    {"__kwdefaults__", "($self)", FunctionKeywordDefaults, 0, BuiltinRow::kGetter},
    {"__dict__", "($self)", FunctionDict, 0, BuiltinRow::kGetter},
    {"__globals__", "($self)", FunctionGlobals, 0, BuiltinRow::kGetter},
    {"__code__", "($self)", FunctionCode, 0, BuiltinRow::kGetter},
    {"__closure__", "($self)", FunctionClosure, 0, BuiltinRow::kGetter},
};

// ---- bound methods of built-in types ----------------------------------------------------------------------------

Step MethodSelf(Vm& vm, Native& n) { return Step::Done(vm.heap.At<BoundMethod>(n.arg(0))->self); }
Step MethodName(Vm& vm, Native& n) {
  Value function = n.arg(0);
  if (function.IsObject(Kind::kBoundMethod)) function = vm.heap.At<BoundMethod>(function)->function;
  if (!function.IsImmediate(Kind::kBuiltin)) return Step::Done(kUnbound);
  Value name = vm.NewStrAscii(RowOf(function).name);
  return name.IsUnbound() ? vm.NoRoom() : Step::Done(name);
}

// __self__ of what is bound; functions of the builtins module have the module there, which does not exist here yet.
Step BuiltinSelf(Vm& vm, Native& n) {
  return Step::Done(n.arg(0).IsObject(Kind::kBoundMethod) ? vm.heap.At<BoundMethod>(n.arg(0))->self : kUnbound);
}

Step BuiltinQualifiedName(Vm& vm, Native& n) {
  Value function = n.arg(0);
  if (function.IsObject(Kind::kBoundMethod)) function = vm.heap.At<BoundMethod>(function)->function;
  if (!function.IsImmediate(Kind::kBuiltin) || OwnerOf(function) == TypeId::kCount) return MethodName(vm, n);
  TextBuilder text(vm.heap);
  AppendAscii(text, TypeName(OwnerOf(function)));
  text.Append('.');
  AppendAscii(text, RowOf(function).name);
  Value name = text.Finish();
  return name.IsUnbound() ? vm.NoRoom() : Step::Done(name);
}

// The type that a descriptor was taken from: list.append.__objclass__.
Step BuiltinOwner(Vm&, Native& n) {
  Value function = n.arg(0);
  bool bound = !function.IsImmediate(Kind::kBuiltin) || OwnerOf(function) == TypeId::kCount;
  return Step::Done(bound ? kUnbound : TypeValue(OwnerOf(function)));
}
Step BuiltinModule(Vm& vm, Native& n) {
  Value function = n.arg(0);
  if (!function.IsImmediate(Kind::kBuiltin)) return Step::Done(kNone);
  if (OwnerOf(function) != TypeId::kCount) return Step::Done(kUnbound);
  Value name = vm.NewStrAscii(ModuleOfFunction(function));
  return name.IsUnbound() ? vm.NoRoom() : Step::Done(name);
}

constexpr BuiltinRow kBuiltinRows[] = {
    {"__objclass__", "($self)", BuiltinOwner, 0, BuiltinRow::kGetter},
    {"__module__", "($self)", BuiltinModule, 0, BuiltinRow::kGetter},
    {"__name__", "($self)", MethodName, 0, BuiltinRow::kGetter},
    {"__qualname__", "($self)", BuiltinQualifiedName, 0, BuiltinRow::kGetter},
    {"__self__", "($self)", BuiltinSelf, 0, BuiltinRow::kGetter},
};

constexpr BuiltinRow kMethodRows[] = {
    {"__self__", "($self)", MethodSelf, 0, BuiltinRow::kGetter},
    {"__name__", "($self)", MethodName, 0, BuiltinRow::kGetter},
};

// ---- modules ------------------------------------------------------------------------------------------------------

Step ModuleDictAttribute(Vm& vm, Native& n) { return Step::Done(DictOfModule(vm, n.arg(0))); }

Step NewModuleObject(Vm& vm, Native& n) {
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "module() argument 'name' must be str, not %T", n.arg(1));
  Value module = NewModule(vm, n.arg(1), n.has(2) ? n.arg(2) : kNone);
  return module.IsUnbound() ? vm.NoRoom() : Step::Done(module);
}

constexpr BuiltinRow kModuleRows[] = {
    {"__dict__", "($self)", ModuleDictAttribute, 0, BuiltinRow::kGetter},
};
constexpr BuiltinRow kNewModule = {"module", "($self, name, doc=None)", NewModuleObject};

bool SetTupleOrNone(Vm& vm, Value function, uint32_t* slot, Value value, Kind kind) {
  if (value.IsNone() || value.IsUnbound()) {
    *slot = 0;
    return true;
  }
  if (!value.IsObject(kind)) return false;
  vm.heap.StoreHandle(vm.heap.At<Object>(function), slot, vm.heap.At<Object>(value));
  return true;
}

}  // namespace

constexpr TypeTable kFunctionTable = {kFunctionRows, sizeof(kFunctionRows) / sizeof(kFunctionRows[0]), nullptr};
constexpr TypeTable kModuleTable = {kModuleRows, 1, &kNewModule};
constexpr TypeTable kBuiltinTable = {kBuiltinRows, sizeof(kBuiltinRows) / sizeof(kBuiltinRows[0]), nullptr};
constexpr TypeTable kMethodTable = {kMethodRows, sizeof(kMethodRows) / sizeof(kMethodRows[0]), nullptr};

Step SetFunctionAttribute(Vm& vm, Value o, std::string_view name, Value value) {
  Function* function = vm.heap.At<Function>(o);
  if (name == "__name__" || name == "__qualname__") {
    if (!value.IsStr()) {
      return vm.Raise(TypeId::kTypeError, name == "__name__" ? "__name__ must be set to a string object"
                                                             : "__qualname__ must be set to a string object");
    }
    return Step::Stop();
  }
  if (name == "__defaults__") {
    if (SetTupleOrNone(vm, o, &function->defaults, value, Kind::kTuple)) return Step::Done(kNone);
    return vm.Raise(TypeId::kTypeError, "__defaults__ must be set to a tuple object");
  }
  if (name == "__kwdefaults__") {
    if (SetTupleOrNone(vm, o, &function->kw_defaults, value, Kind::kDict)) return Step::Done(kNone);
    return vm.Raise(TypeId::kTypeError, "__kwdefaults__ must be set to a dict object");
  }
  if (name == "__globals__" || name == "__closure__") return vm.Raise(TypeId::kAttributeError, "readonly attribute");
  return Step::Stop();
}

}  // namespace garter
