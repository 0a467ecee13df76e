// Generic aliases (list[int]), unions (int | None), type parameters and type aliases.
//
// All are Records; the numbers of their values are below.
#ifndef GARTER_INTERPRETER_TYPES_GENERIC_H_
#define GARTER_INTERPRETER_TYPES_GENERIC_H_

#include "interpreter/types/builtin.h"
#include "interpreter/vm/vm.h"

namespace garter {

// types.GenericAlias and typing._GenericAlias.
struct AliasFields {
  static constexpr uint32_t kOrigin = 0, kArguments = 1, kParameters = 2, kStarred = 3, kCount = 4;
};
struct UnionFields {
  static constexpr uint32_t kArguments = 0, kParameters = 1, kCount = 2;
};
// TypeVar, ParamSpec, TypeVarTuple. What evaluates a bound or default is a function or None; the value stands two
// further, Unbound until it was asked for.
struct ParameterFields {
  static constexpr uint32_t kName = 0, kEvaluateBound = 1, kEvaluateDefault = 2, kBound = 3, kDefault = 4, kModule = 5,
                            kConstrained = 6, kCount = 7;
};
struct TypeAliasFields {
  static constexpr uint32_t kName = 0, kEvaluate = 1, kParameters = 2, kValue = 3, kModule = 4, kCount = 5;
};
inline constexpr uint32_t kEvaluatedOffset = 2;  // from a function to what it answered

inline bool IsRecord(Vm& vm, Value v, TypeId type) {
  return v.IsObject(Kind::kRecord) && vm.heap.At<Record>(v)->aux == static_cast<uint16_t>(type);
}
inline bool IsAlias(Vm& vm, Value v) {
  return IsRecord(vm, v, TypeId::kGenericAlias) || IsRecord(vm, v, TypeId::kTypingAlias);
}
inline Value& FieldOf(Vm& vm, Value record, uint32_t field) { return vm.heap.At<Record>(record)->items()[field]; }
// A record of None; Unbound: no room.
Value NewRecord(Vm& vm, TypeId type, uint32_t count);

// origin[arguments]: `item` is a tuple or the only argument.
Step NewAlias(Vm& vm, TypeId type, Value origin, Value item);
// alias[item], union[item], TypeAlias[item].
Step SubscriptRecord(Vm& vm, Value record, Value item);
// a | b of types and their like; Stop: one is nothing of the kind.
Step UnionOf(Vm& vm, Value a, Value b);
Step UnionsEqual(Vm& vm, Value a, Value b);
Step HashRecord(Vm& vm, Value record, uint64_t* out);

// The `typing.Generic` that classes with type parameters derive from, and the object that says there is no default.
Step TypingObjects(Vm& vm, Value* generic, Value* no_default);

Step ClassGetItem(Vm& vm, Native& n);
#define GARTER_CLASS_GETITEM_ROW {"__class_getitem__", "($self, item, /)", ClassGetItem, 0, BuiltinRow::kClass}

// The opcodes of compile_type_params.cc and compile_annotations.cc.
Step MakeTypeParameter(Vm& vm, const Value* window, uint32_t kind);
Step MakeTypeAlias(Vm& vm, const Value* window);
Step GenericBase(Vm& vm, Value parameters);
Step SetFunctionPart(Vm& vm, Value function, Value part, uint32_t which);

// __annotations__, __annotate__ and __type_params__ of functions, classes and modules. Getters may ask.
Step AnnotationsOf(Vm& vm, Value owner);
Step AnnotateOf(Vm& vm, Value owner);
Step TypeParametersOf(Vm& vm, Value owner);
// Stop: the name is none of these. `value` Unbound: delete.
Step SetAnnotationAttribute(Vm& vm, Value owner, Value name, Value value);

// The protocols behind them (ask.h): run the function that evaluates, and keep what it answered.
Step EvaluateStep(Vm& vm, Native& n);
Step AnnotationsStep(Vm& vm, Native& n);

const TypeTable* GenericTableOf(TypeId type);  // null: not one of these

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_GENERIC_H_
