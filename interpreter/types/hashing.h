// Hashes beyond the protocol: the words of dicts and sets for what has none, and what identity hashes are made of.
#ifndef GARTER_INTERPRETER_TYPES_HASHING_H_
#define GARTER_INTERPRETER_TYPES_HASHING_H_

#include "interpreter/vm/vm.h"

namespace garter {

// hash(v). When there is none, the TypeError says `format`, where %T is the type of `v` and %S what hash() says:
// "cannot use '%T' as a dict key (%S)".
Step HashWithWords(Vm& vm, Value v, uint64_t* out, const char* format);

// A number that belongs to the object of `v` from the first time it is asked for: what id() and identity hashes show.
// False: no room.
bool IdentityOf(Vm& vm, Value v, uint64_t* out);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_HASHING_H_
