// The set's table from inside: CPython 3.14's growth, every key where its probes lead, and random work against an
// obvious judge.
#include "interpreter/types/set.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "interpreter/vm/paused_for_test.h"

namespace garter {
namespace {

class SetLayout : public ::testing::Test {
 protected:
  Paused paused;
  Vm& vm = paused.vm();

  uint32_t SlotsOf(Value set) {
    uint32_t table = vm.heap.At<Set>(set)->table;
    return table == 0 ? kSetMinSlots : vm.heap.At<SetTable>(table)->mask + 1;
  }
  void Remove(Value set, int64_t n) {
    SetEntry* entry;
    uint64_t hash;
    ASSERT_TRUE(HashSetElement(vm, vm.NewInt(n), &hash).done());
    ASSERT_TRUE(SetFind(vm, set, vm.NewInt(n), hash, &entry).done());
    if (entry != nullptr) SetRemove(vm, set, entry);
  }
};

// What CPython 3.14 shows by sys.getsizeof(): the size after which the table is a new one.
TEST_F(SetLayout, GrowsWhereCPythonGrows) {
  Value set = paused.Keep(0, vm.NewSet());
  std::vector<uint32_t> sizes;
  uint32_t slots = SlotsOf(set);
  for (int64_t n = 0; n < 200'000; ++n) {
    ASSERT_TRUE(SetAdd(vm, set, vm.NewInt(n)).done());
    if (SlotsOf(set) != slots) sizes.push_back(vm.heap.At<Set>(set)->used);
    slots = SlotsOf(set);
  }
  EXPECT_EQ(sizes, (std::vector<uint32_t>{5, 19, 77, 307, 1229, 4915, 19661, 78643, 157286}));
}

TEST_F(SetLayout, RemovalLeavesTheTable) {
  Value set = paused.Keep(0, vm.NewSet());
  for (int64_t n = 0; n < 100; ++n) ASSERT_TRUE(SetAdd(vm, set, vm.NewInt(n)).done());
  uint32_t slots = SlotsOf(set);
  for (int64_t n = 0; n < 95; ++n) Remove(set, n);
  ASSERT_TRUE(SetAdd(vm, set, vm.NewInt(1000)).done());
  EXPECT_EQ(SlotsOf(set), slots);
  EXPECT_EQ(vm.heap.At<Set>(set)->used, 6u);
}

// Small ints hash to themselves, and neighbours are tried first: the order of CPython's sets of ints.
TEST_F(SetLayout, KeysLieWhereTheirHashSays) {
  Value set = paused.Keep(0, vm.NewSet());
  for (int64_t n : {40, 8, 3, 16}) ASSERT_TRUE(SetAdd(vm, set, vm.NewInt(n)).done());
  EXPECT_EQ(paused.ReprOf(set), "{40, 8, 3, 16}");  // CPython 3.14.8
}

TEST_F(SetLayout, RandomWorkAgreesWithAnObviousJudge) {
  Dice dice(11);
  Value set = paused.Keep(0, vm.NewSet());
  std::set<int64_t> judge;
  for (int step = 0; step < 30'000; ++step) {
    auto n = static_cast<int64_t>(dice.Below(400)) << dice.Below(3) * 9;
    if (dice.Below(5) < 3) {
      ASSERT_TRUE(SetAdd(vm, set, vm.NewInt(n)).done());
      judge.insert(n);
    } else {
      Remove(set, n);
      judge.erase(n);
    }
    if (step % 700 == 0) {
      paused.CollectNow(step % 1400 == 0);
      set = paused.kept(0);
    }
    const Set* s = vm.heap.At<Set>(set);
    ASSERT_EQ(s->used, judge.size());
    ASSERT_LE(s->used, s->fill);
    ASSERT_LE(s->fill * 5, SlotsOf(set) * 3);  // never more than three fifths full
    ASSERT_TRUE(SetContains(vm, set, vm.NewInt(n)).value == Value::Bool(judge.count(n) != 0));
  }
  std::set<int64_t> seen;
  uint32_t position = 0;
  while (SetEntry* entry = NextSetEntry(vm, vm.heap.At<Set>(set), &position)) seen.insert(entry->key.AsSmallInt());
  EXPECT_EQ(seen, judge);
}

}  // namespace
}  // namespace garter
