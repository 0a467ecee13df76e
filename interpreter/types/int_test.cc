// Ints across the border of 48 bits: what fits is never an object, what does not is never small, and arithmetic is that
// of 128-bit machine numbers on either side.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interpreter/vm/paused_for_test.h"

namespace garter {
namespace {

using Wide = __int128;

std::string TextOf(Wide n) {
  if (n == 0) return "0";
  std::string text;
  bool negative = n < 0;
  for (unsigned __int128 u = negative ? 0 - static_cast<unsigned __int128>(n) : static_cast<unsigned __int128>(n);
       u != 0; u /= 10) {
    text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(u % 10)));
  }
  return negative ? "-" + text : text;
}

Wide FloorDiv(Wide a, Wide b) {
  Wide q = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q;
}

class Ints : public ::testing::Test {
 protected:
  Paused paused;
  Vm& vm = paused.vm();

  void Expect(BinaryOp op, int64_t a, int64_t b, Wide expected) {
    Step step = Binary(vm, op, vm.NewInt(a), vm.NewInt(b), false);
    ASSERT_TRUE(step.done());
    ASSERT_EQ(paused.ReprOf(step.value), TextOf(expected)) << a << ' ' << static_cast<int>(op) << ' ' << b;
    bool fits = expected >= Value::kMinSmall && expected <= Value::kMaxSmall;
    ASSERT_EQ(step.value.IsSmallInt(), fits) << TextOf(expected);
  }
};

TEST_F(Ints, BordersAreCrossedBothWays) {
  std::vector<int64_t> numbers;
  for (int bits : {0, 1, 15, 31, 32, 46, 47, 48, 62}) {
    for (int64_t d : {-2, -1, 0, 1, 2}) {
      numbers.push_back((int64_t{1} << bits) + d);
      numbers.push_back(-(int64_t{1} << bits) + d);
    }
  }
  for (int64_t a : numbers) {
    for (int64_t b : numbers) {
      Expect(BinaryOp::kAdd, a, b, Wide{a} + b);
      Expect(BinaryOp::kSub, a, b, Wide{a} - b);
      Expect(BinaryOp::kMul, a, b, Wide{a} * b);
      Expect(BinaryOp::kAnd, a, b, Wide{a & b});
      Expect(BinaryOp::kOr, a, b, Wide{a | b});
      Expect(BinaryOp::kXor, a, b, Wide{a ^ b});
      if (b != 0) {
        Expect(BinaryOp::kFloorDiv, a, b, FloorDiv(a, b));
        Expect(BinaryOp::kMod, a, b, Wide{a} - FloorDiv(a, b) * b);
      }
      if (HasFatalFailure()) return;
    }
    paused.CollectNow(true);
  }
}

TEST_F(Ints, EqualIntsHaveEqualHashesWhateverTheyWereMadeOf) {
  for (int64_t n : {int64_t{1} << 47, (int64_t{1} << 47) - 1, -(int64_t{1} << 47), -(int64_t{1} << 47) - 1,
                    (int64_t{1} << 61) - 1, int64_t{1} << 61}) {
    Value big = vm.NewBigInt(n < 0, n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n));
    Int* limbs = vm.NewIntLimbs(3);  // with limbs that turn out to be zero
    ASSERT_NE(limbs, nullptr);
    limbs->limbs()[0] = n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
    limbs->limbs()[1] = limbs->limbs()[2] = 0;
    Value normal = vm.NormalizeInt(limbs, n < 0);
    EXPECT_EQ(normal.IsSmallInt(), Value::FitsSmall(n));
    EXPECT_TRUE(Compare(vm, CompareOp::kEqual, normal, vm.NewInt(n)).value.IsTrue());
    EXPECT_TRUE(Compare(vm, CompareOp::kEqual, big, vm.NewInt(n)).value.IsTrue());
    uint64_t a = 0, b = 1;
    ASSERT_TRUE(Hash(vm, normal, &a).done() && Hash(vm, vm.NewInt(n), &b).done());
    EXPECT_EQ(a, b);
  }
  // And floats of the same value.
  for (double d : {0.0, 1.0, -2.0, 140737488355328.0, 1e18, -1e22}) {
    uint64_t a = 0, b = 1;
    Value text = paused.Str("int");
    static_cast<void>(text);
    Step as_int = Binary(vm, BinaryOp::kFloorDiv, Value::Double(d), Value::Double(1.0), false);
    ASSERT_TRUE(as_int.done());
    EXPECT_TRUE(Compare(vm, CompareOp::kEqual, as_int.value, Value::Double(d)).value.IsTrue());
    ASSERT_TRUE(Hash(vm, as_int.value, &a).done() && Hash(vm, Value::Double(d), &b).done());
    EXPECT_EQ(a, b);
  }
}

TEST_F(Ints, OneSmallIntIsOneValue) {
  for (int64_t n : {int64_t{0}, int64_t{-1}, Value::kMaxSmall, Value::kMinSmall}) {
    EXPECT_EQ(vm.NewInt(n).AsSmallInt(), n);
    EXPECT_EQ(vm.NewInt(n), Value::SmallInt(n));
  }
  EXPECT_FALSE(vm.NewInt(Value::kMaxSmall + 1).IsSmallInt());
  EXPECT_FALSE(vm.NewInt(Value::kMinSmall - 1).IsSmallInt());
}

}  // namespace
}  // namespace garter
