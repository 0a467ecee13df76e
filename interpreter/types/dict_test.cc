// The dict's table from inside: it grows where CPython 3.14's grows, its index leads to every entry by the probes that
// are part of the language's visible order, and random work leaves it as an obvious judge says.
#include "interpreter/types/dict.h"

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "interpreter/vm/paused_for_test.h"

namespace garter {
namespace {

class DictTable : public ::testing::Test {
 protected:
  Paused paused;
  Vm& vm = paused.vm();

  uint32_t SlotsOf(Value dict) {
    uint32_t keys = vm.heap.At<Dict>(dict)->keys;
    return keys == 0 ? 0 : vm.heap.At<DictKeys>(keys)->index_slots();
  }

  Value KeyOf(int64_t n, bool text) { return text ? paused.Str(std::to_string(n)) : vm.NewInt(n); }

  // The sizes of the dict at which an insertion brought a new table.
  std::vector<uint32_t> Growth(Value dict, int64_t from, int64_t to, bool text) {
    std::vector<uint32_t> sizes;
    uint32_t slots = SlotsOf(dict);
    for (int64_t n = from; n < to; ++n) {
      EXPECT_TRUE(DictSet(vm, dict, KeyOf(n, text), kNone).done());
      if (SlotsOf(dict) != slots) sizes.push_back(vm.DictSize(dict));
      slots = SlotsOf(dict);
    }
    return sizes;
  }

  // Every live entry is found by probing for its hash, and by no other way than CPython's sequence of slots.
  void ExpectSound(Value dict) {
    const Dict* d = vm.heap.At<Dict>(dict);
    if (d->keys == 0) return;
    DictKeys* keys = vm.heap.At<DictKeys>(d->keys);
    EXPECT_LE(keys->fill, keys->capacity);
    EXPECT_EQ(keys->capacity, keys->index_slots() * 2 / 3);
    DictIndex index(keys);
    uint32_t live = 0;
    for (uint32_t at = 0; at < keys->fill; ++at) {
      const DictEntry& entry = keys->entries()[at];
      if (entry.key.IsUnbound()) continue;
      ++live;
      uint64_t mask = keys->index_slots() - 1, slot = entry.hash & mask, perturb = entry.hash;
      int looked = 0;
      while (index.Get(static_cast<uint32_t>(slot)) != static_cast<int32_t>(at)) {
        ASSERT_NE(index.Get(static_cast<uint32_t>(slot)), kIndexEmpty) << "entry " << at << " cannot be found";
        ASSERT_LT(++looked, 1000);
        perturb >>= 5;
        slot = (slot * 5 + perturb + 1) & mask;
      }
    }
    EXPECT_EQ(live, d->used);
  }
};

// What CPython 3.14 shows by sys.getsizeof().
TEST_F(DictTable, GrowsWhereCPythonGrows) {
  std::vector<uint32_t> expected = {1, 6, 11, 22, 43, 86, 171, 342, 683, 1366, 2731};
  EXPECT_EQ(Growth(paused.Keep(0, vm.NewDict()), 0, 3000, false), expected);
  EXPECT_EQ(Growth(paused.Keep(1, vm.NewDict()), 0, 3000, true), expected);
}

TEST_F(DictTable, GrowthAfterDeletionsCountsWhatLives) {
  Value dict = paused.Keep(0, vm.NewDict());
  Growth(dict, 0, 100, false);
  for (int64_t n = 0; n < 95; ++n) {
    Value removed;
    ASSERT_TRUE(DictDelete(vm, dict, vm.NewInt(n), &removed).done());
    ASSERT_FALSE(removed.IsUnbound());
  }
  ExpectSound(dict);
  // Holes are used up first; then the table shrinks or grows to what lives.
  uint32_t slots = SlotsOf(dict);
  EXPECT_EQ(slots, 256u);
  std::vector<uint32_t> sizes = Growth(dict, 1000, 1400, false);
  ASSERT_FALSE(sizes.empty());
  EXPECT_EQ(sizes.back(), 342u);
  ExpectSound(dict);
}

TEST_F(DictTable, VersionChangesWithKeysAlone) {
  Value dict = paused.Keep(0, vm.NewDict());
  uint32_t version = vm.heap.At<Dict>(dict)->version;
  ASSERT_TRUE(vm.DictSetStr(dict, paused.Str("a"), kTrue));
  EXPECT_NE(vm.heap.At<Dict>(dict)->version, version);
  version = vm.heap.At<Dict>(dict)->version;
  ASSERT_TRUE(vm.DictSetStr(dict, paused.Str("a"), kFalse));
  EXPECT_EQ(vm.heap.At<Dict>(dict)->version, version);  // caches of globals stay good
  Value removed;
  ASSERT_TRUE(DictDelete(vm, dict, paused.Str("a"), &removed).done());
  EXPECT_NE(vm.heap.At<Dict>(dict)->version, version);
}

TEST_F(DictTable, CollidingKeysArePaid) {
  Value dict = paused.Keep(0, vm.NewDict());
  uint64_t before = vm.meter.used;
  Growth(dict, 0, 1000, false);
  uint64_t plain = vm.meter.used - before;
  Value worst = paused.Keep(1, vm.NewDict());
  before = vm.meter.used;
  for (int64_t n = 1; n <= 1000; ++n) {
    Step key = Binary(vm, BinaryOp::kMul, vm.NewInt(n), vm.NewInt((int64_t{1} << 61) - 1), false);
    ASSERT_TRUE(key.done());
    ASSERT_TRUE(DictSet(vm, worst, key.value, kNone).done());
  }
  EXPECT_GT(vm.meter.used - before, plain + 400'000);  // 1000 * 999 / 2 probes, more or less
  ExpectSound(worst);
}

TEST_F(DictTable, RandomWorkAgreesWithAnObviousJudge) {
  Dice dice(7);
  Value dict = paused.Keep(0, vm.NewDict());
  std::map<int64_t, int64_t> judge;
  std::vector<int64_t> order;  // keys by insertion
  for (int step = 0; step < 30'000; ++step) {
    auto key = static_cast<int64_t>(dice.Below(300)) * (dice.Below(2) != 0 ? 1 : 1 << 20);
    if (dice.Below(5) < 3) {
      ASSERT_TRUE(DictSet(vm, dict, vm.NewInt(key), vm.NewInt(step)).done());
      if (judge.emplace(key, step).second) order.push_back(key);
      judge[key] = step;
    } else {
      Value removed;
      ASSERT_TRUE(DictDelete(vm, dict, vm.NewInt(key), &removed).done());
      ASSERT_EQ(removed.IsUnbound(), judge.erase(key) == 0);
      std::erase(order, key);
    }
    if (step % 500 == 0) {
      paused.CollectNow(step % 1000 == 0);
      dict = paused.kept(0);
      ExpectSound(dict);
    }
    ASSERT_EQ(vm.DictSize(dict), judge.size());
  }
  std::vector<int64_t> seen;
  ForEachEntry(vm, dict, [&](DictEntry& entry) {
    seen.push_back(entry.key.AsSmallInt());
    EXPECT_EQ(entry.value.AsSmallInt(), judge[entry.key.AsSmallInt()]);
  });
  EXPECT_EQ(seen, order);
}

}  // namespace
}  // namespace garter
