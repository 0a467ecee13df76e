// Attributes that objects carry themselves: functions and exceptions.
#ifndef GARTER_INTERPRETER_TYPES_ATTRIBUTES_H_
#define GARTER_INTERPRETER_TYPES_ATTRIBUTES_H_

#include <string_view>

#include "interpreter/vm/vm.h"

namespace garter {

// In the object's own dict. REQUIRES: `o` is a function or an exception. False: no room. Unbound: absent.
bool SetOwnAttribute(Vm& vm, Value o, Value name, Value value);
Value GetOwnAttribute(Vm& vm, Value o, std::string_view name);

// Attributes with rules of their own (f.__name__ must be a str, e.args becomes a tuple). Stop: not one of them.
// value Unbound: delete. function.cc, exception.cc, generator.cc.
Step SetFunctionAttribute(Vm& vm, Value function, std::string_view name, Value value);
Step SetExceptionAttribute(Vm& vm, Value exception, std::string_view name, Value value);
Step SetGeneratorAttribute(Vm& vm, Value generator, std::string_view name, Value value);

// name and obj of an AttributeError, for its suggestion; left out when there is no room (exception.cc).
void SetExceptionAttributes(Vm& vm, Value exception, Value name, Value object);

// Exceptions of the program's classes, descriptors aside.
Step SetExceptionAttributePlainly(Vm& vm, Value exception, Value name, Value value);

// o.__class__ = cls (class.cc).
Step AssignClass(Vm& vm, Value o, Value cls);
// C.__name__ = ... and the other attributes that a class computes. Stop: it is to be stored in the class's dict.
Step SetTypeAttribute(Vm& vm, Value cls, Value name, Value value);

// dir(o), sorted: Done(list), without a program's __dir__ (builtins_numbers.cc).
Step DirOf(Vm& vm, Value o);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_ATTRIBUTES_H_
