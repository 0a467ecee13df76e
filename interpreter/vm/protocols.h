// What every value can be asked: truth, equality, order, hash, repr, str, iteration, attributes, arithmetic.
//
// These are the Try forms of vm.md: they never run Python. Where Python code would have to run they answer the action
// kCall without having had any effect (NeedsPython), and the caller goes the step way. All are bounded in native stack
// (nested containers use an explicit stack in the free part of the span) and pay fuel for what they visit. Each answers
// Done(value), Raise, More, Limit or NeedsPython; More and NeedsPython leave nothing changed.
#ifndef GARTER_INTERPRETER_VM_PROTOCOLS_H_
#define GARTER_INTERPRETER_VM_PROTOCOLS_H_

#include "interpreter/types/builtin.h"
#include "interpreter/vm/vm.h"

namespace garter {

inline Step NeedsPython() { return {Action::kCall, 0, kUnbound}; }

// truth.cc: bool(v), as Done(True) or Done(False).
Step Truth(Vm& vm, Value v);

// compare.cc: a op b with CPython's rules for the built-in types; "'<' not supported between instances of ...".
Step Compare(Vm& vm, CompareOp op, Value a, Value b);
// The same as the operator has it: with objects of the program the answer may be any object.
Step RichCompare(Vm& vm, CompareOp op, Value a, Value b);
// `a is b or a == b`, as containers compare.
Step Same(Vm& vm, Value a, Value b);

// hash.cc: *out = hash(v) as 64 bits; Raise: "unhashable type: 'list'" (3.14 has longer texts for set and dict keys:
// the caller in dict or set adds them).
Step Hash(Vm& vm, Value v, uint64_t* out);

// text.cc: repr(v), str(v), ascii(v): Done(str).
Step Repr(Vm& vm, Value v);
Step ToStr(Vm& vm, Value v);
Step Ascii(Vm& vm, Value v);
// format(v, spec): format.cc. `spec` is a str.
Step Format(Vm& vm, Value v, Value spec);
// The same by what v is built of, whatever its class says: what object.__repr__ and its like do.
Step LayoutRepr(Vm& vm, Value v);
Step LayoutStr(Vm& vm, Value v);
Step LayoutHash(Vm& vm, Value v, uint64_t* out);
// Done(bool), or Done(NotImplemented) where the two do not know each other.
Step LayoutCompare(Vm& vm, CompareOp op, Value a, Value b);

// arithmetic.cc: a op b; `inplace` is for the message ("+=") and for lists, sets and dicts, which change in place.
Step Binary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace);
// The operator on what the operands carry, whatever their classes say; in place the left one is the answer.
Step LayoutBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace);
Step Negative(Vm& vm, Value v);
Step Positive(Vm& vm, Value v);
Step Invert(Vm& vm, Value v);
// operator.index(v): an int or bool. "'str' object cannot be interpreted as an integer". HasIndex: whether v has one.
Step Index(Vm& vm, Value v);
bool HasIndex(Vm& vm, Value v);

// iterate.cc: iter(v); next(iterator) without StopIteration. Next answers NeedsPython for generators, map, filter and
// whatever stands on them; IteratorStep is then the step form (used by the loop for Native::kNextCallable).
Step GetIter(Vm& vm, Value v);
Step Next(Vm& vm, Value iterator);
Step IteratorStep(Vm& vm, Native& n);  // arg 0: an Iterator; has kIteratorSlots slots
inline constexpr int kIteratorSlots = 4;
bool IsIterator(Value v);       // built in
bool HasNext(Vm& vm, Value v);  // has __next__, built in or its own
bool HasIter(Vm& vm, Value v);  // an object of the program with __iter__ or __getitem__: errors of iter(v) are its own
// What list() and its like ask before they iterate: __len__, else __length_hint__ of an object of the program. Nobody
// needs the answer, but programs see the question.
Step LengthHint(Vm& vm, Value v);

// subscript.cc: o[k], o[k] = v, del o[k]. Slices with any step; `GetSlice` is o[start:stop] without a slice object.
Step GetItem(Vm& vm, Value o, Value k);
Step SetItem(Vm& vm, Value o, Value k, Value v);
Step DeleteItem(Vm& vm, Value o, Value k);
Step GetSlice(Vm& vm, Value o, Value start, Value stop);
Step Contains(Vm& vm, Value container, Value item);  // NeedsPython for iterators that need it
Step Length(Vm& vm, Value o);                        // Done(int)

// instance_checks.cc: Done(bool).
Step IsInstance(Vm& vm, Value v, Value classes);
Step IsSubclassOf(Vm& vm, Value cls, Value classes);
bool IsCallable(Vm& vm, Value v);

// attributes.cc: o.name, o.name = v, del o.name, with CPython's messages and suggestions. *method is set when what was
// found is a builtin row or function to be called with `o` as first argument (then Done(callee)).
Step GetAttribute(Vm& vm, Value o, Value name);
Step GetMethod(Vm& vm, Value o, Value name, bool* method);
// name of NameError and UnboundLocalError (for suggestions); no room: left out.
void SetExceptionName(Vm& vm, Value exception, Value name);
Step SetAttribute(Vm& vm, Value o, Value name, Value v);  // v Unbound: delete

// dict and set by any hashable key: dict.h, set.h. DictGet: Done(Unbound) when absent.
Step DictGet(Vm& vm, Value dict, Value key);
Step DictSet(Vm& vm, Value dict, Value key, Value value);
Step DictDelete(Vm& vm, Value dict, Value key, Value* removed);  // removed Unbound: was absent
Step DictUpdateFrom(Vm& vm, Value dict, Value other);            // both dicts: dict.update(other)
Step SetAdd(Vm& vm, Value set, Value key);
Step SetContains(Vm& vm, Value set, Value key);  // Done(bool)

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_PROTOCOLS_H_
