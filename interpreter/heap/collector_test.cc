// The collector, seen from inside: what lives is slid together in order, what is dead is gone, old objects are found to
// hold young ones, and every kind of object has its references brought up to date.
#include <gtest/gtest.h>

#include "interpreter/heap/references.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/paused_for_test.h"

namespace garter {
namespace {

class Collector : public ::testing::Test {
 protected:
  Paused paused;
  Vm& vm = paused.vm();

  // Each object from the heap's start to its top has a size, and refers only to objects in the heap.
  void ExpectSound() {
    uint32_t at = vm.heap.start;
    while (at < vm.heap.top) {
      Object* object = vm.heap.At<Object>(at);
      EXPECT_EQ(object->flags & Object::kMarked, 0);
      ForEachReference(
          object,
          [&](Value* v) {
            if (v->IsObject()) {
              EXPECT_LT(v->handle(), vm.heap.top);
              EXPECT_EQ(vm.heap.At<Object>(*v)->kind(), v->kind());
            }
          },
          [&](uint32_t* h) { EXPECT_LT(*h, vm.heap.top); });
      at += vm.heap.SizeOf(object);
    }
    EXPECT_EQ(at, vm.heap.top);
  }
};

TEST_F(Collector, SlidesWhatLivesAndForgetsTheRest) {
  paused.CollectNow(true);
  uint32_t before = vm.heap.top;
  paused.Str("dead and longer than a handle");
  paused.Keep(0, paused.Str("first"));
  paused.Str("dead too");
  paused.Keep(1, paused.Str("second"));
  uint32_t old_place = paused.kept(0).handle();
  paused.CollectNow(true);
  EXPECT_LT(paused.kept(0).handle(), old_place);
  EXPECT_LT(paused.kept(0).handle(), paused.kept(1).handle());  // order in memory is order of birth
  EXPECT_EQ(paused.TextOf(paused.kept(0)), "first");
  EXPECT_EQ(paused.TextOf(paused.kept(1)), "second");
  uint32_t live =
      vm.heap.SizeOf(vm.heap.At<Object>(paused.kept(0))) + vm.heap.SizeOf(vm.heap.At<Object>(paused.kept(1)));
  EXPECT_EQ(vm.heap.top, before + live);
  ExpectSound();
}

TEST_F(Collector, YoungCollectionLeavesOldObjectsAlone) {
  paused.Keep(0, paused.Str("old"));
  paused.CollectNow(true);
  uint32_t place = paused.kept(0).handle();
  EXPECT_LE(vm.heap.SizeOf(vm.heap.At<Object>(place)) + place, vm.heap.watermark);
  paused.Keep(1, paused.Str("young"));
  paused.Keep(0, kNone);
  paused.CollectNow(false);
  EXPECT_STREQ(paused.TextOf(Value::Object(Kind::kStr, place)).c_str(), "old");  // garbage, but not looked for
  EXPECT_EQ(paused.TextOf(paused.kept(1)), "young");
  EXPECT_EQ(vm.heap.watermark, vm.heap.top);
  ExpectSound();
}

TEST_F(Collector, OldObjectsThatHoldYoungOnesAreRemembered) {
  Value list = paused.Keep(0, vm.NewListWithCapacity(4));
  Value dict = paused.Keep(1, vm.NewDict());
  ASSERT_TRUE(vm.DictSetStr(dict, paused.Str("a"), kNone));
  paused.CollectNow(true);
  list = paused.kept(0);
  dict = paused.kept(1);
  paused.Str("dead, so that what follows moves");
  ASSERT_TRUE(vm.ListAppend(list, paused.Str("in the list")));
  ASSERT_TRUE(vm.DictSetStr(dict, paused.Str("a"), paused.Str("in the dict")));
  EXPECT_NE(vm.heap.remembered, 0u);
  paused.CollectNow(false);
  EXPECT_EQ(vm.heap.remembered, 0u);
  EXPECT_EQ(paused.kept(0), list);  // the old ones stayed
  EXPECT_EQ(paused.ReprOf(list), "['in the list']");
  EXPECT_EQ(paused.ReprOf(dict), "{'a': 'in the dict'}");
  ExpectSound();
}

TEST_F(Collector, AnObjectIsRememberedOnce) {
  Value list = paused.Keep(0, vm.NewListWithCapacity(64));
  paused.CollectNow(true);
  list = paused.kept(0);
  for (int i = 0; i < 50; ++i) ASSERT_TRUE(vm.ListAppend(list, paused.Str("young")));
  uint32_t count = 0;
  for (uint32_t h = vm.heap.remembered; h != 0; h = vm.heap.At<Object>(h)->link) ++count;
  EXPECT_LE(count, 2u);  // the list and its buffer at most
  EXPECT_EQ(vm.heap.At<List>(list)->count, 50u);
}

TEST_F(Collector, DeepStructuresNeedNoStack) {
  // A list nested 200,000 deep: marking goes by the free room of the span.
  Value list = paused.Keep(0, vm.NewListWithCapacity(1));
  for (int i = 0; i < 200'000; ++i) {
    Value outer = vm.NewListWithCapacity(1);
    ASSERT_TRUE(vm.ListAppend(outer, list));
    list = paused.Keep(0, outer);
  }
  paused.CollectNow(true);
  int depth = 0;
  for (Value v = paused.kept(0); vm.heap.At<List>(v)->count == 1; v = SpanOf(vm, v).first[0]) ++depth;
  EXPECT_EQ(depth, 200'000);
}

TEST_F(Collector, TheMarkStackMayOverflow) {
  // Hardly any free room, and one list that refers to far more objects than the mark stack can hold.
  Paused small(size_t{3} << 20);
  Vm& machine = small.vm();
  Value list = small.Keep(0, machine.NewListWithCapacity(20'000));
  for (int i = 0; i < 20'000; ++i) ASSERT_TRUE(machine.ListAppend(list, machine.NewInt(i + (int64_t{1} << 60))));
  while (machine.heap.room() > 64 * 1024) ASSERT_FALSE(machine.NewBytes(nullptr, 32 * 1024).IsUnbound());
  while (machine.heap.room() > 1024) ASSERT_FALSE(machine.NewBytes(nullptr, 512).IsUnbound());
  ASSERT_TRUE(small.CollectNow(true));
  list = small.kept(0);
  for (uint32_t i = 0; i < 20'000; ++i) {
    int64_t n = 0;
    ASSERT_TRUE(machine.AsInt64(SpanOf(machine, list).first[i], &n));
    ASSERT_EQ(n, i + (int64_t{1} << 60));
  }
}

TEST_F(Collector, TextsThatShareABufferStillDo) {
  std::string long_text(300, 'x');
  paused.Keep(0, paused.Str(long_text));
  for (int i = 0; i < 10; ++i) {
    paused.Str("dead");
    Step step = Binary(vm, BinaryOp::kAdd, paused.kept(0), paused.Str("yz"), true);
    ASSERT_TRUE(step.done());
    paused.Keep(1, paused.kept(0));
    paused.Keep(0, step.value);
    paused.CollectNow(i % 2 == 0);
  }
  std::string expected = long_text;
  for (int i = 0; i < 10; ++i) expected += "yz";
  EXPECT_EQ(paused.TextOf(paused.kept(0)), expected);
  EXPECT_EQ(paused.TextOf(paused.kept(1)), expected.substr(0, expected.size() - 2));
  // Growing the shorter one must not show in the longer one.
  Step step = Binary(vm, BinaryOp::kAdd, paused.kept(1), paused.Str("!!"), true);
  ASSERT_TRUE(step.done());
  EXPECT_EQ(paused.TextOf(paused.kept(0)), expected);
}

TEST_F(Collector, NothingIsPaidForACollection) {
  paused.Keep(0, paused.Str("some text"));
  uint64_t fuel = vm.meter.used;
  paused.CollectNow(false);
  paused.CollectNow(true);
  EXPECT_EQ(vm.meter.used, fuel);
}

// Random work on a graph of lists, with collections anywhere; a plain description is kept beside it and compared.
TEST_F(Collector, RandomGraphs) {
  Dice dice(20260101);
  std::string described[Paused::kKept];
  for (int k = 0; k < Paused::kKept; ++k) {
    paused.Keep(k, vm.NewListWithCapacity(0));
    described[k] = "[]";
  }
  for (int step = 0; step < 20'000; ++step) {
    int to = static_cast<int>(dice.Below(Paused::kKept));
    int from = static_cast<int>(dice.Below(Paused::kKept));
    switch (dice.Below(8)) {
      case 0:
        paused.CollectNow(false);
        break;
      case 1:
        if (dice.Below(20) == 0) paused.CollectNow(true);
        break;
      case 2:
        paused.Keep(to, vm.NewListWithCapacity(2));
        described[to] = "[]";
        break;
      default:
        if (described[from].size() + described[to].size() > 200) break;
        // A new list that holds both.
        Value pair = vm.NewListWithCapacity(1);
        ASSERT_TRUE(vm.ListAppend(pair, paused.kept(from)));
        ASSERT_TRUE(vm.ListAppend(pair, paused.kept(to)));
        described[to] = "[" + described[from] + ", " + described[to] + "]";
        paused.Keep(to, pair);
    }
    ASSERT_EQ(paused.ReprOf(paused.kept(to)), described[to]) << step;
    ASSERT_EQ(paused.ReprOf(paused.kept(from)), described[from]) << step;
  }
  ExpectSound();
}

}  // namespace
}  // namespace garter
