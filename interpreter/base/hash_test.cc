// Every hash against values recorded from CPython 3.14 (hash_golden.inc).
#include "interpreter/base/hash.h"

#include <gtest/gtest.h>

#include "interpreter/base/siphash.h"

namespace garter {
namespace {

struct TextCase {
  const char* bytes;
  size_t length;
  int64_t hash;
};
struct IntCase {
  uint64_t limbs[5];
  bool is_negative;
  int64_t hash;
};
struct FloatCase {
  uint64_t bits;
  int64_t hash;
};
struct ComplexCase {
  int64_t real, imaginary, hash;
};
struct SequenceCase {
  int64_t items[5];
  int length;
  int64_t hash;
};

#include "interpreter/base/hash_golden.inc"

TEST(Hash, Text) {
  for (const TextCase& c : kTextCases) EXPECT_EQ(HashBytes(c.bytes, c.length), c.hash) << c.bytes;
}

TEST(Hash, Ints) {
  for (const IntCase& c : kIntCases) {
    EXPECT_EQ(HashBigInt(c.limbs, 5, c.is_negative), c.hash);
    bool is_small = c.limbs[1] == 0 && c.limbs[2] == 0 && c.limbs[3] == 0 && c.limbs[4] == 0 && c.limbs[0] >> 63 == 0;
    if (!is_small) continue;
    int64_t value = static_cast<int64_t>(c.limbs[0]);
    EXPECT_EQ(HashInt(c.is_negative ? -value : value), c.hash);
  }
}

TEST(Hash, SmallestInt) { EXPECT_EQ(HashInt(INT64_MIN), -4); }

TEST(Hash, Floats) {
  for (const FloatCase& c : kFloatCases) EXPECT_EQ(HashDouble(std::bit_cast<double>(c.bits)), c.hash) << c.bits;
}

TEST(Hash, Complex) {
  for (const ComplexCase& c : kComplexCases) EXPECT_EQ(HashComplex(c.real, c.imaginary), c.hash);
}

template <typename Hasher, size_t kCount>
void CheckSequences(const SequenceCase (&cases)[kCount], int64_t (Hasher::*finish)() const) {
  for (const SequenceCase& c : cases) {
    Hasher hasher;
    for (int i = 0; i < c.length; ++i) hasher.Add(c.items[i]);
    EXPECT_EQ((hasher.*finish)(), c.hash);
  }
}

TEST(Hash, Tuples) { CheckSequences<TupleHash>(kTupleCases, &TupleHash::Finish); }
TEST(Hash, Slices) { CheckSequences<TupleHash>(kSliceCases, &TupleHash::FinishSlice); }
TEST(Hash, Frozensets) { CheckSequences<SetHash>(kSetCases, &SetHash::Finish); }

}  // namespace
}  // namespace garter
