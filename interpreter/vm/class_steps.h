// Making classes and instances: the natives behind `class`, type(name, bases, dict) and the call of a class.
#ifndef GARTER_INTERPRETER_VM_CLASS_STEPS_H_
#define GARTER_INTERPRETER_VM_CLASS_STEPS_H_

#include "interpreter/vm/special_calls.h"

namespace garter {

// The class statement: (body function, name, *bases, **keywords).
Step BuildClass(Vm& vm, Native& n);
inline constexpr int kBuildClassSlots = 5;

// cls(*arguments, **keywords), by type.__call__: (cls, *arguments, **keywords).
Step ConstructStep(Vm& vm, Native& n);
inline constexpr int kConstructSlots = 2;

// type.__new__(metaclass, name, bases, dict, **keywords), and type(object).
Step NewTypeStep(Vm& vm, Native& n);
inline constexpr int kNewTypeSlots = 4;

// object.__new__(cls, ...) and object.__init__(self, ...), which do for every class what its built-in base does.
Step ObjectNew(Vm& vm, Native& n);
inline constexpr int kObjectNewSlots = 1;
Step ObjectInit(Vm& vm, Native& n);
inline constexpr int kObjectInitSlots = 1;

// The most derived metaclass of `metaclass` and those of the bases. Done(metaclass) or Raise.
Step MostDerivedMetaclass(Vm& vm, Value metaclass, Value bases);

// "Can't instantiate abstract class ...", or Done.
Step CheckNotAbstract(Vm& vm, Value cls);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_CLASS_STEPS_H_
