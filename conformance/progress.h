// One line on the terminal that says how far a run has come. Silent when standard error is no terminal, plain under
// NO_COLOR, redrawn at most ten times a second.
#ifndef GARTER_CONFORMANCE_PROGRESS_H_
#define GARTER_CONFORMANCE_PROGRESS_H_

#include <cstddef>
#include <string>

namespace garter {

class Progress {
 public:
  Progress(std::string label, size_t total);
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // REQUIRES: one call at a time.
  void Step(bool bad);
  void Clear();

 private:
  void Draw();

  std::string label_;
  size_t total_;
  size_t done_ = 0;
  size_t bad_ = 0;
  bool shown_;
  bool color_;
  double start_;
  double drawn_ = 0;
};

}  // namespace garter

#endif  // GARTER_CONFORMANCE_PROGRESS_H_
