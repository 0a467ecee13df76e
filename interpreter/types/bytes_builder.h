// Builds a bytes object in place at the end of the heap: TextBuilder's brother. No other allocation may happen until
// Finish(); what does not fit is dropped, and Finish() then answers Unbound with heap.wanted set.
#ifndef GARTER_INTERPRETER_TYPES_BYTES_BUILDER_H_
#define GARTER_INTERPRETER_TYPES_BYTES_BUILDER_H_

#include <string_view>

#include "interpreter/base/copy_bytes.h"
#include "interpreter/vm/vm.h"

namespace garter {

class BytesBuilder {
 public:
  explicit BytesBuilder(Vm& vm)
      : vm_(vm),
        data_(reinterpret_cast<uint8_t*>(vm.heap.base + vm.heap.top) + sizeof(Bytes)),
        room_(vm.heap.room() > sizeof(Bytes) + 8 ? vm.heap.room() - static_cast<uint32_t>(sizeof(Bytes)) - 8 : 0) {}

  void Append(uint8_t byte) {
    if (__builtin_expect(size_ < room_, 1))
      data_[size_++] = byte;
    else
      full_ = true;
  }
  void Append(const uint8_t* data, uint64_t size) {
    if (size > room_ - size_) {
      full_ = true;
      return;
    }
    CopyBytes(data_ + size_, data, size);
    size_ += static_cast<uint32_t>(size);
  }
  void Append(std::string_view text) { Append(reinterpret_cast<const uint8_t*>(text.data()), text.size()); }
  void Repeat(uint8_t byte, uint64_t count) {
    if (count > room_ - size_) {
      full_ = true;
      return;
    }
    std::memset(data_ + size_, byte, count);
    size_ += static_cast<uint32_t>(count);
  }
  bool full() const { return full_; }

  Value Finish() {
    if (full_) {
      uint64_t wish = static_cast<uint64_t>(room_) * 2 + 4096;
      vm_.heap.wanted = wish > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(wish);
      return kUnbound;
    }
    Bytes* bytes = vm_.heap.Allocate<Bytes>(Kind::kBytes, sizeof(Bytes) + uint64_t{size_});
    if (bytes == nullptr) return kUnbound;
    for (uint32_t i = size_; (i & 7) != 0; ++i) data_[i] = 0;
    bytes->length = size_;
    bytes->unused = 0;
    bytes->hash = 0;
    return vm_.heap.ValueOf(bytes);
  }

 private:
  Vm& vm_;
  uint8_t* data_;
  uint32_t room_;
  uint32_t size_ = 0;
  bool full_ = false;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_BYTES_BUILDER_H_
