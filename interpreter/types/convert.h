// Conversions of arguments, with CPython's messages: what the binder of a native would do if its row could say it.
//
// Each answers Done (and *out is set) or Raise. None runs Python: the built-in types alone convert today.
#ifndef GARTER_INTERPRETER_TYPES_CONVERT_H_
#define GARTER_INTERPRETER_TYPES_CONVERT_H_

#include <string_view>

#include "interpreter/vm/vm.h"

namespace garter {

// operator.index(v) as int64, clamped when too big: slices, positions in find().
// "'str' object cannot be interpreted as an integer".
Step ClampedIndexOf(Vm& vm, Value v, int64_t* out);
// operator.index(v) that must fit: "cannot fit 'int' into an index-sized integer" (IndexError), as s * n and range want it.
Step IndexOf(Vm& vm, Value v, int64_t* out);
// A C int: "Python int too large to convert to C int" (OverflowError).
Step CIntOf(Vm& vm, Value v, int64_t* out);
// float(v) of int, bool, float: "must be real number, not str".
Step FloatOf(Vm& vm, Value v, double* out);

// An int out of decimal digits with an optional '-'. None: not a number; Unbound: no room.
Value IntFromDecimal(Vm& vm, std::string_view text);

bool IsValidUtf8(std::string_view text);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_CONVERT_H_
