// Finding one text in another, forwards and backwards, in linear time.
//
// Most searches end quickly with the simple way: look for the first and the last character of the pattern at once, 16
// places at a time, and compare where both fit. A text made to defeat that (b'a' * n in b'a' * n + b'b') spends the
// search's budget, and the rest is done by the two-way algorithm (M. Crochemore and D. Perrin, "Two-way
// string-matching", JACM 1991), which is linear without any table. A Searcher keeps what it learnt of its pattern, so
// that split and replace pay for it once.
#ifndef GARTER_INTERPRETER_TYPES_STR_SEARCH_H_
#define GARTER_INTERPRETER_TYPES_STR_SEARCH_H_

#include "interpreter/vm/vm.h"

namespace garter {

class Searcher {
 public:
  // REQUIRES: `pattern` is not empty, and neither text moves while the searcher is used.
  Searcher(Vm& vm, const Text& text, const Text& pattern);

  // Where the first occurrence within text[start:end] begins, or -1. False: a limit.
  [[nodiscard]] bool Forward(uint64_t start, uint64_t end, int64_t* at) {
    bool byte = pattern_.length == 1 && pattern_.width == 1 && text_.width == 1 && start < end;
    return byte ? ForwardByte(start, end, at) : ForwardText(start, end, at);
  }
  // Where the last one does.
  [[nodiscard]] bool Backward(uint64_t start, uint64_t end, int64_t* at);

 private:
  bool ForwardByte(uint64_t start, uint64_t end, int64_t* at);
  bool ForwardText(uint64_t start, uint64_t end, int64_t* at);
  template <typename H, typename N, bool kBackward>
  bool Search(const H* text, const N* pattern, uint64_t start, uint64_t end, int64_t* at);
  template <bool kBackward>
  bool Dispatch(uint64_t start, uint64_t end, int64_t* at);

  Vm& vm_;
  Text text_;
  Text pattern_;
  uint64_t wasted_ = 0;     // comparisons that led nowhere
  uint64_t looked_at_ = 0;  // places tried
  // The two-way algorithm's view of the pattern, once it is needed.
  bool prepared_ = false;
  uint64_t suffix_ = 0, period_ = 0;
  bool periodic_ = false;
};

// The first place of `part` in `text`, or -1; the empty part is found at 0. False: a limit.
[[nodiscard]] bool FindText(Vm& vm, const Text& text, const Text& part, int64_t* at);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_STR_SEARCH_H_
