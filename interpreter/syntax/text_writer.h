// Text that leaves in pieces: what dump and unparse write to.
#ifndef GARTER_INTERPRETER_SYNTAX_TEXT_WRITER_H_
#define GARTER_INTERPRETER_SYNTAX_TEXT_WRITER_H_

#include <cstdint>
#include <cstring>
#include <string_view>

#include "interpreter/base/copy_bytes.h"

namespace garter {

using WriteText = void (*)(void* context, std::string_view text);

// Gathers pieces and hands them on in larger ones; call Flush() at the end.
class TextWriter {
 public:
  TextWriter(WriteText write, void* context) : write_(write), context_(context) {}
  void Append(std::string_view text) {
    if (text.size() > sizeof(buffer_) - size_) Flush();
    if (text.size() > sizeof(buffer_)) {
      write_(context_, text);
      return;
    }
    CopyBytes(buffer_ + size_, text.data(), text.size());
    size_ += text.size();
  }
  void Append(char c) { Append(std::string_view(&c, 1)); }
  void AppendNumber(int64_t number) {
    char digits[24];
    size_t n = sizeof(digits);
    uint64_t rest = number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
    do digits[--n] = static_cast<char>('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (number < 0) digits[--n] = '-';
    Append({digits + n, sizeof(digits) - n});
  }
  void Flush() {
    if (size_ > 0) write_(context_, {buffer_, size_});
    size_ = 0;
  }

 private:
  WriteText write_;
  void* context_;
  size_t size_ = 0;
  char buffer_[2048];
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_TEXT_WRITER_H_
