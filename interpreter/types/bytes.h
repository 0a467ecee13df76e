// bytes for the rest of the machine: see str.h.
#ifndef GARTER_INTERPRETER_TYPES_BYTES_H_
#define GARTER_INTERPRETER_TYPES_BYTES_H_

#include "interpreter/vm/vm.h"

namespace garter {

Step BytesConcat(Vm& vm, Value a, Value b);
Step BytesRepeat(Vm& vm, Value s, int64_t count);
Step BytesPercent(Vm& vm, Value format, Value args);
Step BytesSlice(Vm& vm, Value s, int64_t start, int64_t step, int64_t count);
Step BytesContains(Vm& vm, Value s, Value part);  // part: bytes or an int 0..255 ("byte must be in range(0, 256)")
int BytesCompare(Vm& vm, Value a, Value b);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_BYTES_H_
