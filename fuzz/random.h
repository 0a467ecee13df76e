// The one source of chance in this folder: splitmix64, eight lines that give
// the same stream on every platform. No std::distribution is used anywhere,
// because the standard leaves their results to each library, and "same seed,
// same program" must hold on x86-64, arm64 and wasm alike.
//
// A trap for callers: C++ does not fix the order in which function arguments
// (or operands of +) are evaluated. Two draws must never stand in one argument
// list; braced lists, whose order is fixed, are fine (see Cat() in text.h).
#ifndef GARTER_FUZZ_RANDOM_H_
#define GARTER_FUZZ_RANDOM_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace garter::fuzz {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    state_ += 0x9e3779b97f4a7c15u;
    uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  // A number in [0, n). REQUIRES: n > 0. The bias of the remainder is below
  // 2^-40 for the small n used here, and costs no loop.
  uint64_t Below(uint64_t n) { return Next() % n; }

  // A number in [lo, hi], both ends included. REQUIRES: lo <= hi.
  int64_t Between(int64_t lo, int64_t hi) {
    uint64_t width = static_cast<uint64_t>(hi) - static_cast<uint64_t>(lo) + 1;
    uint64_t offset = width == 0 ? Next() : Below(width);
    return static_cast<int64_t>(static_cast<uint64_t>(lo) + offset);
  }

  bool Percent(int chance) { return Below(100) < static_cast<uint64_t>(chance); }

  template <typename T>
  const T& Pick(const std::vector<T>& items) {
    return items[Below(items.size())];
  }

  template <typename T>
  T Pick(std::initializer_list<T> items) {
    return items.begin()[Below(items.size())];
  }

  // An index chosen in proportion to the weights. REQUIRES: their sum is > 0.
  size_t Weighted(std::initializer_list<int> weights) {
    int total = 0;
    for (int weight : weights) total += weight;
    int point = static_cast<int>(Below(static_cast<uint64_t>(total)));
    size_t index = 0;
    for (int weight : weights) {
      if (point < weight) break;
      point -= weight;
      ++index;
    }
    return index;
  }

 private:
  uint64_t state_;
};

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_RANDOM_H_
