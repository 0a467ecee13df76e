// Memory for hosts that have an operating system: address space is reserved at once, pages come by touch.
//
// Header-only and outside of the core on purpose: the core itself never asks for memory (invariant I2).
#ifndef GARTER_INTERPRETER_HOST_BLOCK_H_
#define GARTER_INTERPRETER_HOST_BLOCK_H_

#include <sys/mman.h>

#include "interpreter/interpreter.h"

namespace garter {

class HostBlock {
 public:
  // Reserves `size` bytes. data is null when the system refuses.
  explicit HostBlock(size_t size) : block_{nullptr, size} {
    void* at = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (at != MAP_FAILED) block_.data = at;
  }
  ~HostBlock() {
    if (block_.data != nullptr) munmap(block_.data, block_.size);
  }
  HostBlock(const HostBlock&) = delete;
  HostBlock& operator=(const HostBlock&) = delete;
  Block block() const { return block_; }

 private:
  Block block_;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_HOST_BLOCK_H_
