// Builds the text of an error message in the arena: short pieces, appended one after the other.
#ifndef GARTER_INTERPRETER_SYNTAX_MESSAGE_H_
#define GARTER_INTERPRETER_SYNTAX_MESSAGE_H_

#include <cstdint>
#include <cstring>
#include <string_view>

#include "interpreter/base/arena.h"
#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/utf8.h"

namespace garter {

// What does not fit kCapacity is cut: no message of ours is longer, names in it apart.
class Message {
 public:
  static constexpr size_t kCapacity = 1024;

  Message& operator<<(std::string_view piece) {
    size_t n = piece.size() < kCapacity - size_ ? piece.size() : kCapacity - size_;
    CopyBytes(text_ + size_, piece.data(), n);
    size_ += n;
    return *this;
  }
  Message& operator<<(char c) { return *this << std::string_view(&c, 1); }
  Message& Number(uint64_t value) {
    char digits[20];
    int n = 0;
    do {
      digits[n++] = static_cast<char>('0' + value % 10);
      value /= 10;
    } while (value != 0);
    while (n > 0) *this << digits[--n];
    return *this;
  }
  // At least `width` hexadecimal digits.
  Message& Hex(uint32_t value, int width, bool upper) {
    const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    int n = 8;
    while (n > width && (value >> (4 * (n - 1))) == 0) --n;
    while (n-- > 0) *this << digits[(value >> (4 * n)) & 15];
    return *this;
  }
  Message& Character(uint32_t code_point) {
    char bytes[4];
    int n = EncodeUtf8(code_point, bytes);
    return *this << std::string_view(bytes, static_cast<size_t>(n));
  }
  std::string_view view() const { return {text_, size_}; }

  // A copy that lives as long as the arena; when that is full, a fixed text (the run is over anyway).
  std::string_view In(Arena& arena) const {
    void* at = arena.Allocate(size_ == 0 ? 1 : size_);
    if (at == nullptr) return "out of memory";
    CopyBytes(at, text_, size_);
    return {static_cast<char*>(at), size_};
  }

 private:
  size_t size_ = 0;
  char text_[kCapacity];
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_MESSAGE_H_
