// Hashes beyond the protocol: the words of dicts and sets for what has none, and what identity hashes are made of.
#ifndef GARTER_INTERPRETER_TYPES_HASHING_H_
#define GARTER_INTERPRETER_TYPES_HASHING_H_

#include "interpreter/vm/vm.h"

namespace garter {

// hash(v). When there is none the TypeError says what for, around what hash() says: "cannot use 'list' as a dict key
// (unhashable type: 'list')".
inline constexpr uint32_t kDictKeyWords = 1, kSetElementWords = 2;
Step HashWithWords(Vm& vm, Value v, uint64_t* out, uint32_t words);
// Raises `error`, which a __hash__ of the program raised, with these words around it where they belong (0: none).
Step RewordHashError(Vm& vm, Value key, uint32_t words, Value error);

// A number that belongs to the object of `v` from the first time it is asked for: what id() and identity hashes show.
// False: no room.
bool IdentityOf(Vm& vm, Value v, uint64_t* out);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_HASHING_H_
