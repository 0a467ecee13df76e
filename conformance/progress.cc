// A bar of 30 cells, the count, the rate, the time left, and how many cases looked bad so far.
#include "conformance/progress.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "conformance/worker_process.h"

namespace garter {
namespace {

constexpr size_t kCells = 30;

}  // namespace

Progress::Progress(std::string label, size_t total)
    : label_(std::move(label)),
      total_(total),
      shown_(isatty(STDERR_FILENO) == 1 && total > 0),
      color_(std::getenv("NO_COLOR") == nullptr),
      start_(Now()) {}

void Progress::Step(bool bad) {
  ++done_;
  bad_ += bad;
  if (!shown_ || (Now() - drawn_ < 0.1 && done_ != total_)) return;
  drawn_ = Now();
  Draw();
}

void Progress::Draw() {
  size_t full = kCells * done_ / total_;
  std::string bar;
  for (size_t i = 0; i < kCells; ++i) bar += i < full ? "━" : color_ ? "\x1b[2m━\x1b[22m" : "·";
  double rate = static_cast<double>(done_) / (Now() - start_ + 1e-9);
  double left = static_cast<double>(total_ - done_) / (rate + 1e-9);
  std::string bad = bad_ == 0 ? ""
                    : color_  ? "  \x1b[31m" + std::to_string(bad_) + " bad\x1b[39m"
                              : "  " + std::to_string(bad_) + " bad";
  std::fprintf(stderr, "\r\x1b[K%s %s %zu/%zu  %.0f/s  %.0f s left%s", label_.c_str(), bar.c_str(), done_, total_, rate,
               left, bad.c_str());
  std::fflush(stderr);
}

void Progress::Clear() {
  if (!shown_ || drawn_ == 0) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  drawn_ = 0;
}

}  // namespace garter
