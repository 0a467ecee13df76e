// The text of an uncaught exception, exactly as CPython 3.14 prints it to stderr (no colours).
#ifndef GARTER_INTERPRETER_VM_TRACEBACK_H_
#define GARTER_INTERPRETER_VM_TRACEBACK_H_

#include <cstdint>
#include <string_view>

#include "interpreter/base/copy_bytes.h"
#include "interpreter/vm/vm.h"

namespace garter {

// UTF-8 into a piece of memory; what does not fit is dropped. Lone surrogates are written as stderr does, \udc80.
class Utf8Sink {
 public:
  Utf8Sink(char* data, size_t capacity) : data_(data), capacity_(capacity) {}
  void Append(std::string_view utf8) {
    size_t n = utf8.size() < capacity_ - size_ ? utf8.size() : capacity_ - size_;
    CopyBytes(data_ + size_, utf8.data(), n);
    size_ += n;
  }
  void AppendCharacter(uint32_t code_point);
  void AppendText(const Text& text) {
    for (uint32_t i = 0; i < text.length; ++i) AppendCharacter(text[i]);
  }
  std::string_view view() const { return {data_, size_}; }
  // Puts `prefix` in front of every line from the place `start` on; nothing happens when that does not fit.
  void IndentLines(size_t start, std::string_view prefix);
  // Forgets everything after the first `size` bytes.
  void Truncate(size_t size) { size_ = size; }

 private:
  char* data_;
  size_t capacity_;
  size_t size_ = 0;
};

// Called for each frame that an exception leaves, innermost first: of a NameError it keeps which variables the first
// frame had, because suggestions choose among them. No room: they are not kept.
void NoteVariables(Vm& vm, Value exception, const Value* fp);

// Traceback, cause and context, notes. Never runs Python, never collects; the sink must not lie in the part of the
// free room that str() of the exception's arguments will use (the sandbox gives it the upper half).
void WriteTraceback(Vm& vm, Value exception, Utf8Sink& sink);
// As it is shown where nobody can catch it: without its context and without carets.
void WriteUnraisable(Vm& vm, Value exception, Utf8Sink& sink);

// str(exception), and the exception's type name alone, for the result record.
void WriteExceptionMessage(Vm& vm, Value exception, Utf8Sink& sink);

// What an uncaught SystemExit does: its exit code; a message, if any, goes to the sink with a newline.
int ExitCodeOf(Vm& vm, Value system_exit, Utf8Sink& sink);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_TRACEBACK_H_
