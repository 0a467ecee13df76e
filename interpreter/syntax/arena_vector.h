// An array that grows by doubling in an arena: for what a compilation collects and drops with its tree.
//
// The old place of a moved array stays behind as garbage, so that an array costs at most twice its final size. When
// the arena is full, Push() answers false and the array is as it was; who calls ends with the memory limit.
#ifndef GARTER_INTERPRETER_SYNTAX_ARENA_VECTOR_H_
#define GARTER_INTERPRETER_SYNTAX_ARENA_VECTOR_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "interpreter/base/arena.h"
#include "interpreter/base/check.h"
#include "interpreter/base/copy_bytes.h"

namespace garter {

template <typename T>
class ArenaVector {
 public:
  static_assert(std::is_trivially_copyable_v<T>);

  [[nodiscard]] bool Push(Arena& arena, const T& item) {
    if (__builtin_expect(size_ == capacity_, 0) && !Reserve(arena, capacity_ == 0 ? 16 : capacity_ * 2)) return false;
    items_[size_++] = item;
    return true;
  }
  // Room for `capacity` items in all.
  [[nodiscard]] bool Reserve(Arena& arena, uint32_t capacity) {
    if (capacity <= capacity_) return true;
    size_t bytes = size_t{capacity} * sizeof(T);
    if (items_ == nullptr || !arena.Resize(items_, size_t{capacity_} * sizeof(T), bytes)) {
      T* moved = static_cast<T*>(arena.Allocate(bytes));
      if (moved == nullptr) return false;
      CopyBytes(moved, items_, size_t{size_} * sizeof(T));
      items_ = moved;
    }
    capacity_ = capacity;
    return true;
  }
  void Pop() {
    DCHECK(size_ > 0);
    --size_;
  }
  void Truncate(uint32_t size) {
    DCHECK(size <= size_);
    size_ = size;
  }
  T& operator[](uint32_t i) {
    DCHECK(i < size_);
    return items_[i];
  }
  const T& operator[](uint32_t i) const {
    DCHECK(i < size_);
    return items_[i];
  }
  T& back() { return (*this)[size_ - 1]; }
  T* data() { return items_; }
  const T* data() const { return items_; }
  uint32_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

 private:
  T* items_ = nullptr;
  uint32_t size_ = 0;
  uint32_t capacity_ = 0;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_ARENA_VECTOR_H_
