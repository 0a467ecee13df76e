// bytes seen as a text of one byte a character, so that searching, splitting and stripping are written once.
#ifndef GARTER_INTERPRETER_TYPES_BYTES_TEXT_H_
#define GARTER_INTERPRETER_TYPES_BYTES_TEXT_H_

#include "interpreter/types/str_characters.h"

namespace garter {

inline Text BytesText(Vm& vm, Value bytes) {
  const Bytes* b = vm.heap.At<Bytes>(bytes);
  return {b->data(), b->length, 1, false};
}

// bytes[start:end]; the whole is the object itself.
inline Value NewBytesRange(Vm& vm, Value bytes, uint32_t start, uint32_t end) {
  const Bytes* b = vm.heap.At<Bytes>(bytes);
  if (start == 0 && end == b->length) return bytes;
  return vm.NewBytes(b->data() + start, end - start);
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_BYTES_TEXT_H_
