// A bump allocator over a block that the host gave: tokens, AST and everything else a compilation makes.
//
// Everything is addressed by 32-bit offsets from the block's start, never by pointers, so that structures
// have one size on every platform and could be copied whole. Nothing is freed one by one; Rewind() drops
// everything after a mark. When the block is full, Allocate() answers null and the compilation ends with
// the memory limit; there is no other allocator to fall back to (I2).
#ifndef GARTER_INTERPRETER_BASE_ARENA_H_
#define GARTER_INTERPRETER_BASE_ARENA_H_

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "interpreter/base/check.h"

namespace garter {

class Arena {
 public:
  // REQUIRES: `block` is 8-byte aligned and outlives the arena. size is at most 4 GiB - 8. The first eight
  // bytes are never handed out, so that offset 0 can mean "none".
  Arena(void* block, size_t size) : base_(static_cast<char*>(block)), end_(static_cast<uint32_t>(size)) {}

  // Uninitialised, 8-byte aligned. Null when the block is full.
  void* Allocate(size_t bytes) {
    size_t rounded = (bytes + 7) & ~size_t{7};
    if (rounded > end_ - top_) return nullptr;
    void* at = base_ + top_;
    top_ += static_cast<uint32_t>(rounded);
    if (top_ > peak_) peak_ = top_;
    return at;
  }

  // Makes the last allocation longer or shorter in place. False when it was not the last, or the block is full.
  bool Resize(void* at, size_t old_bytes, size_t new_bytes) {
    uint32_t offset = OffsetOf(at);
    if (offset + ((old_bytes + 7) & ~size_t{7}) != top_) return false;
    size_t rounded = (new_bytes + 7) & ~size_t{7};
    if (rounded > end_ - offset) return false;
    top_ = offset + static_cast<uint32_t>(rounded);
    if (top_ > peak_) peak_ = top_;
    return true;
  }

  uint32_t OffsetOf(const void* at) const { return static_cast<uint32_t>(static_cast<const char*>(at) - base_); }
  template <typename T>
  T* At(uint32_t offset) const {
    DCHECK(offset != 0 && offset < top_);
    return reinterpret_cast<T*>(base_ + offset);
  }

  uint32_t Mark() const { return top_; }
  void Rewind(uint32_t mark) { top_ = mark; }

  char* base() const { return base_; }
  uint32_t used() const { return top_; }
  uint32_t peak() const { return peak_; }
  uint32_t capacity() const { return end_; }

 private:
  char* base_;
  uint32_t end_;
  uint32_t top_ = 8;
  uint32_t peak_ = 8;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_ARENA_H_
