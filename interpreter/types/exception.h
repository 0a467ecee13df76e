// What the files of exceptions share: the fields that some types have besides their arguments.
#ifndef GARTER_INTERPRETER_TYPES_EXCEPTION_H_
#define GARTER_INTERPRETER_TYPES_EXCEPTION_H_

#include <string_view>

#include "interpreter/types/builtin.h"
#include "interpreter/vm/vm.h"

namespace garter {

inline TypeId ExceptionTypeOf(Vm& vm, Value exception) {
  return static_cast<TypeId>(vm.heap.At<Exception>(exception)->type);
}

// What exceptions keep for their tracebacks under this name is not shown to programs.
inline constexpr std::string_view kHiddenField = " variables";

// A value under an ASCII name in the exception's own dict. False: no room.
bool SetField(Vm& vm, Value exception, std::string_view name, Value value);

// The number of a field of this type named `name`, or -1 (exception_fields.cc).
int FindField(TypeId type, std::string_view name);
// Its value: what was assigned, else what the arguments say, else None. Unbound: it does not exist (yet).
Value FieldValue(Vm& vm, Value exception, int field);
// e.field = value; Unbound: del.
Step SetFieldChecked(Vm& vm, Value exception, int field, Value value);
// Fields keep their values when `args` is assigned: they leave the arguments for the exception's dict.
Step DetachFields(Vm& vm, Value exception);

// Items of any iterable that can be listed without running Python, as a tuple.
Step TupleOf(Vm& vm, Value iterable);

// The checks of a row that binds its own arguments: "ValueError() takes no keyword arguments".
Step RefuseKeywords(Vm& vm, const Native& n);
// An exception of the called type ($self) with the positional arguments; Unbound: no room.
Value NewFromArguments(Vm& vm, const Native& n);

// Exception groups (exception_group.cc). Their exceptions are a tuple in the field of this name.
inline constexpr const char* kGroupExceptions = "exceptions";
Value ExceptionsOfGroup(Vm& vm, Value group);
Step StrOfGroup(Vm& vm, Value group);  // "message (2 sub-exceptions)"
Step NewExceptionGroup(Vm& vm, Native& n);
Step GroupDerive(Vm& vm, Native& n);
inline constexpr int kGroupSlots = 4;
Step GroupSplit(Vm& vm, Native& n);
Step GroupSubgroup(Vm& vm, Native& n);
// except*: a tuple of the parts of an exception that are, and are not, of a type.
Step GroupMatch(Vm& vm, Native& n);
// After the clauses of except*: what is raised, given the exception and the list of what they raised or left.
Step GroupRaised(Vm& vm, Native& n);

// Types with constructors or fields of their own; null: none (exception_fields.cc).
const TypeTable* FieldTableOf(TypeId type);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_EXCEPTION_H_
