// Text to bytes and back: the codecs that the sandbox has, and the handlers of their errors.
#ifndef GARTER_INTERPRETER_TYPES_STR_CODEC_H_
#define GARTER_INTERPRETER_TYPES_STR_CODEC_H_

#include "interpreter/vm/vm.h"

namespace garter {

// `encoding` and `errors` are strs or Unbound (utf-8, strict). Done(bytes) and Done(str).
Step Encode(Vm& vm, Value str, Value encoding, Value errors);
Step Decode(Vm& vm, Value bytes, Value encoding, Value errors);

// "encode() argument 'encoding' must be str, not int". Done when absent or a str.
Step CheckCodecArgument(Vm& vm, const char* function, const char* argument, Value v);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_STR_CODEC_H_
