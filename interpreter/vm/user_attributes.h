// Attributes of what a program's classes make: instances, their classes, super objects (reference 3.3.2).
//
// The Try forms here find and bind what needs no Python and ask for the rest; attribute_steps.cc has the step forms.
#ifndef GARTER_INTERPRETER_VM_USER_ATTRIBUTES_H_
#define GARTER_INTERPRETER_VM_USER_ATTRIBUTES_H_

#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/protocols.h"

namespace garter {

// What an attribute turned out to be.
struct Resolution {
  enum How : uint8_t {
    kValue,    // `value` is the answer
    kMethod,   // `value` is to be called with `self` first: a bound method, unless it is called at once
    kCallOne,  // Python: value(self), a property
    kGet,      // Python: value.__get__(self, owner)
    kAbsent,
    kFailed,  // `step`: an error, or no room
  };
  How how;
  Value value = kUnbound, self = kUnbound, owner = kUnbound;
  Step step = Step::Stop();
};

// o.name by object.__getattribute__ (type.__getattribute__ for classes, super's own for super objects): no __getattr__.
Resolution ResolveAttribute(Vm& vm, Value o, Value name);
// What an attribute found in a class is for an instance `self` (Unbound: for the class itself) of class `owner`.
Resolution BindFound(Vm& vm, Value found, Value self, Value owner);
// "'C' object has no attribute 'x'", with CPython's words for classes and super objects.
Step RaiseNoUserAttribute(Vm& vm, Value o, Value name);

// Whether a value found in a class is a data descriptor: takes precedence over an instance's own attributes.
bool IsDataDescriptor(Vm& vm, Value found);

Step UserGetAttribute(Vm& vm, Value o, Value name, bool* method);
Step UserSetAttribute(Vm& vm, Value o, Value name, Value value);  // value Unbound: delete
// object.__setattr__ and type.__setattr__ themselves: what a program's __setattr__ calls in the end.
Step PlainSetAttribute(Vm& vm, Value o, Value name, Value value);

// attribute_steps.cc: the step forms, for ProtocolStep. Arguments as ProtocolStep has them.
Step GetAttributeStep(Vm& vm, Native& n);
Step SetAttributeStep(Vm& vm, Native& n);

Step BindMethod(Vm& vm, Value function, Value self);
// Runs a getter row: it sees the receiver as its only argument.
Step RunGetter(Vm& vm, Value getter, Value receiver);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_USER_ATTRIBUTES_H_
