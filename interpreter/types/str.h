// str for the rest of the machine: what operators, subscripts and comparisons call.
//
// All answer steps: Done, Raise, More or Limit. Indices are already resolved by the caller where it says so.
#ifndef GARTER_INTERPRETER_TYPES_STR_H_
#define GARTER_INTERPRETER_TYPES_STR_H_

#include "interpreter/vm/vm.h"

namespace garter {

Step StrConcat(Vm& vm, Value a, Value b);           // beyond 256 characters: a view on a buffer that grows in place
Step StrRepeat(Vm& vm, Value s, int64_t count);     // count >= 0
Step StrPercent(Vm& vm, Value format, Value args);  // format % args
Step StrSlice(Vm& vm, Value s, int64_t start, int64_t step, int64_t count);  // resolved: `count` characters
Step StrContains(Vm& vm, Value s, Value part);                               // part: a str
int StrCompare(Vm& vm, Value a, Value b);                                    // by code points: < 0, 0, > 0

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_STR_H_
