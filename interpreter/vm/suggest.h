// "Did you mean": the candidate closest to a name that was not found, by CPython's rules (traceback module, 3.14).
#ifndef GARTER_INTERPRETER_VM_SUGGEST_H_
#define GARTER_INTERPRETER_VM_SUGGEST_H_

#include <string_view>

#include "interpreter/base/edit_distance.h"
#include "interpreter/vm/vm.h"

namespace garter {

// Feed it candidates in CPython's order; found() and text() answer the best so far. Names longer than 40 characters
// and more than 750 candidates are not looked at.
class Suggestion {
 public:
  Suggestion(Vm& vm, Value wrong_name);
  void Consider(Value str);
  void Consider(std::string_view ascii);
  bool found() const { return best_size_ > 0 && candidates_ <= kMaxCandidates; }
  std::string_view text() const { return {best_, best_size_}; }  // UTF-8

 private:
  static constexpr int kMaxSize = kMaxEditedSize;
  static constexpr int kMaxCandidates = 750;
  struct Name {
    uint32_t characters[kMaxSize + 1];
    int size = 0;
    bool too_long = false;
    void Set(const Text& text);
    void Set(std::string_view ascii);
  };
  void Judge(const Name& candidate);

  Vm& vm_;
  Name wrong_;
  int candidates_ = 0;
  int best_distance_;
  char best_[kMaxSize * 4];
  size_t best_size_ = 0;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_SUGGEST_H_
