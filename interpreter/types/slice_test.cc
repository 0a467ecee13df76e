// Slices, all small ones: what ResolveParts answers is what walking the indices one by one answers.
#include <gtest/gtest.h>

#include <vector>

#include "interpreter/types/sequence.h"
#include "interpreter/vm/paused_for_test.h"

namespace garter {
namespace {

constexpr int64_t kAbsent = 99;

// The reference's words taken literally: where to begin, where to end, step by step.
std::vector<int64_t> Walk(int64_t start, int64_t stop, int64_t step, int64_t length) {
  auto place = [&](int64_t given, int64_t absent) {
    if (given == kAbsent) return absent;
    int64_t low = step > 0 ? 0 : -1, high = step > 0 ? length : length - 1;
    int64_t at = given < 0 ? given + length : given;
    return at < low ? low : at > high ? high : at;
  };
  std::vector<int64_t> indices;
  int64_t at = place(start, step > 0 ? 0 : length - 1);
  for (int64_t end = place(stop, step > 0 ? length : -1); step > 0 ? at < end : at > end; at += step) {
    indices.push_back(at);
  }
  return indices;
}

TEST(Slices, AllSmallOnes) {
  Paused paused;
  Vm& vm = paused.vm();
  auto value = [&](int64_t n) { return n == kAbsent ? kNone : vm.NewInt(n); };
  std::vector<int64_t> bounds = {kAbsent};
  for (int64_t n = -7; n <= 7; ++n) bounds.push_back(n);
  for (int64_t length = 0; length <= 5; ++length) {
    for (int64_t start : bounds) {
      for (int64_t stop : bounds) {
        for (int64_t step : {-7, -3, -2, -1, 1, 2, 3, 7}) {
          Resolved at;
          ASSERT_TRUE(ResolveParts(vm, value(start), value(stop), value(step), length, &at).done());
          std::vector<int64_t> expected = Walk(start, stop, step, length), got;
          for (int64_t i = 0; i < at.count; ++i) got.push_back(at.start + i * at.step);
          ASSERT_EQ(got, expected) << start << ':' << stop << ':' << step << " of " << length;
        }
      }
    }
  }
}

TEST(Slices, HugeBoundsAreClamped) {
  Paused paused;
  Vm& vm = paused.vm();
  Step huge = Binary(vm, BinaryOp::kPow, vm.NewInt(10), vm.NewInt(40), false);
  ASSERT_TRUE(huge.done());
  Step low = Negative(vm, huge.value);
  ASSERT_TRUE(low.done());
  Resolved at;
  ASSERT_TRUE(ResolveParts(vm, low.value, huge.value, kNone, 5, &at).done());
  EXPECT_EQ(at.start, 0);
  EXPECT_EQ(at.count, 5);
  ASSERT_TRUE(ResolveParts(vm, huge.value, low.value, low.value, 5, &at).done());
  EXPECT_EQ(at.start, 4);
  EXPECT_EQ(at.count, 1);
  EXPECT_EQ(ResolveParts(vm, kNone, kNone, vm.NewInt(0), 5, &at).action, Action::kRaise);
  EXPECT_EQ(paused.Message(), "slice step cannot be zero");
}

}  // namespace
}  // namespace garter
