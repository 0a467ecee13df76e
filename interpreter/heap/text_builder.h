// Builds a str in place at the end of the heap: no copy, no second allocation.
//
// The builder writes into the free space above heap.top and becomes an object only in Finish(); until then NO OTHER
// ALLOCATION may happen. It starts with one byte a character and widens what was written when a wider one arrives.
// When the space is used up it remembers so, ignores the rest, and Finish() answers Unbound with heap.wanted set (the
// step answers vm.NoRoom() and runs again after a collection). Fuel: one unit for every 64 bytes, charged in Finish();
// a builder that may write much in one call should Charge() on the way.
#ifndef GARTER_INTERPRETER_HEAP_TEXT_BUILDER_H_
#define GARTER_INTERPRETER_HEAP_TEXT_BUILDER_H_

#include <cstdint>
#include <string_view>

#include "interpreter/base/copy_bytes.h"
#include "interpreter/heap/heap.h"

namespace garter {

class TextBuilder {
 public:
  explicit TextBuilder(Heap& heap)
      : heap_(heap),
        data_(reinterpret_cast<uint8_t*>(heap.base + heap.top) + sizeof(Str)),
        room_(heap.room() > sizeof(Str) + 8 ? heap.room() - static_cast<uint32_t>(sizeof(Str)) - 8 : 0) {}

  void Append(uint32_t code_point) {
    if (__builtin_expect(width_ == 1 && code_point < 256 && length_ < room_, 1)) {
      data_[length_++] = static_cast<uint8_t>(code_point);
      seen_ |= code_point;
      return;
    }
    AppendWide(code_point);
  }
  void AppendAscii(std::string_view text) {
    if (__builtin_expect(width_ == 1 && text.size() <= room_ - length_, 1)) {
      CopyBytes(data_ + length_, text.data(), text.size());
      length_ += static_cast<uint32_t>(text.size());
      return;
    }
    for (char c : text) Append(static_cast<uint8_t>(c));
  }
  // `count` characters of `width` bytes each.
  void AppendCharacters(const uint8_t* characters, uint32_t count, int width);
  void AppendUtf8(std::string_view utf8);  // valid; three-byte surrogates allowed
  void Repeat(uint32_t code_point, uint32_t count) {
    for (uint32_t i = 0; i < count && !full_; ++i) Append(code_point);
  }

  uint32_t length() const { return length_; }
  bool full() const { return full_; }
  // Where the text stands now; valid until the next Append.
  const uint8_t* data() const { return data_; }
  int width() const { return width_; }
  // Forgets everything after the first `length` characters.
  void Truncate(uint32_t length) { length_ = length; }

  // Makes the str. Unbound: no room.
  Value Finish();

 private:
  void AppendWide(uint32_t code_point);
  bool Widen(int width);

  Heap& heap_;
  uint8_t* data_;
  uint32_t room_;        // bytes
  uint32_t length_ = 0;  // characters
  int width_ = 1;
  uint32_t seen_ = 0;  // or of all characters appended one by one, to know ASCII
  bool full_ = false;
};

inline void AppendAscii(TextBuilder& text, const char* ascii) { text.AppendAscii(ascii); }

}  // namespace garter

#endif  // GARTER_INTERPRETER_HEAP_TEXT_BUILDER_H_
