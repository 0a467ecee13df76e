// Copies of pieces that may be empty. An empty piece may have no address, and memcpy with a null pointer is undefined
// even for no bytes (C17 7.26.1).
#ifndef GARTER_INTERPRETER_BASE_COPY_BYTES_H_
#define GARTER_INTERPRETER_BASE_COPY_BYTES_H_

#include <cstddef>
#include <cstring>

namespace garter {

// The pieces do not overlap.
inline void CopyBytes(void* to, const void* from, size_t bytes) {
  if (bytes != 0) std::memcpy(to, from, bytes);
}

// They may.
inline void MoveBytes(void* to, const void* from, size_t bytes) {
  if (bytes != 0) std::memmove(to, from, bytes);
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_COPY_BYTES_H_
