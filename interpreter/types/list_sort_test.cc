// list.sort makes CPython's comparisons in CPython's order. Nothing shows a comparison of ints itself; but a str put at each
// place in turn shows by the TypeError which operand it was when it was first compared, and NaN, which is less than
// nothing, shows in where everything ends up. Both are recorded from CPython 3.14.8, as one number a list.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "interpreter/types/sequence.h"
#include "interpreter/vm/paused_for_test.h"
#include "interpreter/vm/run_for_test.h"

namespace garter {
namespace {

// Prints shape, size, and the two numbers. Run under CPython to record it again.
constexpr char kProgram[] = R"(
def shape(kind, n):
    if kind == 0:
        return [i * 7919 % 10007 for i in range(n)]
    if kind == 1:
        return list(range(n))
    if kind == 2:
        return list(range(n, 0, -1))
    if kind == 3:
        return [i % 5 for i in range(n)]
    return list(range(n // 2)) + list(range(n // 3)) + [i * 31 % 17 for i in range(n - n // 2 - n // 3)]

for kind in range(5):
    for n in (2, 3, 10, 33, 64, 65, 130, 300):
        bits = 0
        for place in range(n):
            items = shape(kind, n)
            items[place] = 'x'
            try:
                items.sort()
            except TypeError as error:
                bits = bits * 3 + (2 if str(error).startswith("'<' not supported between instances of 'str'") else 1)
        nan = float('nan')
        floats = [nan if i % 7 == 3 else v * 1.0 for i, v in enumerate(shape(kind, n))]
        floats.sort()
        order = 0
        for v in floats:
            order = (order * 1000003 + (77 if v != v else int(v))) % (2**61 - 1)
        print(kind, n, bits % (2**61 - 1), order)
)";

constexpr char kRecorded[] = R"(0 2 5 7919
0 3 17 5831025412
0 10 39365 1974713489237102751
0 33 3706040377703681 1396698160645150058
0 64 441140372328463399 395601842727523003
0 65 1324656463777958093 539223622630254428
0 130 1412130334329789423 1645838399203214796
0 300 1495303459674693789 1128928809138327124
1 2 5 1
1 3 17 1000005
1 10 39365 1154959575807756763
1 33 3706040377703681 2004368370550684911
1 64 441758045724747346 347572217989854151
1 65 1325274137174242040 2014712681962858532
1 130 864878044802707998 857963270851237852
1 300 1226620520269624008 1395552240953925710
2 2 5 1000005
2 3 17 1000008000018
2 10 39365 1628714010181017342
2 33 3706040377703681 2042704647573124198
2 64 441758045724747346 650937714763729906
2 65 1325274137174242040 1604313881520218235
2 130 864878044802707998 1644458674819690011
2 300 1226620520269624008 661675026479995968
3 2 5 1
3 3 17 1000005
3 10 39365 1419026505235765030
3 33 3706040377703681 673899718507585455
3 64 441140372328463399 1106709368862889246
3 65 1324656463777958093 812324699866567156
3 130 1412130334329789423 1458909871751220761
3 300 1495303459674693789 2113742517746516540
4 2 5 0
4 3 17 0
4 10 39365 1691539717537426385
4 33 3706040377703681 797541509082593647
4 64 441758045724747346 1460815738965697213
4 65 1324656463777958093 1841678863251846595
4 130 864878044802707998 1782219312930398968
4 300 1226620520269446861 1626309156564817032
)";

TEST(ListSort, ComparesInCPythonsOrder) {
  Machine machine;
  Result result = machine.Run(kProgram);
  ASSERT_TRUE(result.ok()) << result.error_text;
  EXPECT_EQ(machine.out, kRecorded);
}

// All permutations of up to seven items, some of them equal: sorted, and stable.
TEST(ListSort, AllSmallListsAreSortedAndStable) {
  Machine machine;
  Result result = machine.Run(R"(
def permutations(items):
    if len(items) < 2:
        return [items]
    return [[items[i]] + rest for i in range(len(items)) for rest in permutations(items[:i] + items[i + 1:])]

count = 0
for n in range(8):
    for order in permutations(list(range(n))):
        pairs = [(i // 2, i) for i in order]
        got = sorted(pairs, key=lambda pair: pair[0])
        for a, b in zip(got, got[1:]):
            assert a[0] < b[0] or a[0] == b[0] and order.index(a[1]) < order.index(b[1])
        down = sorted(pairs, key=lambda pair: pair[0], reverse=True)
        for a, b in zip(down, down[1:]):
            assert a[0] > b[0] or a[0] == b[0] and order.index(a[1]) < order.index(b[1])
        count += 1
print(count)
)");
  ASSERT_TRUE(result.ok()) << result.error_text;
  EXPECT_EQ(machine.out, "5914\n");
}

// What is sorted has the items it had, whatever the collector does before and after.
TEST(ListSort, LargeListsAgreeWithTheStandardLibrary) {
  Paused paused;
  Vm& vm = paused.vm();
  Dice dice(17);
  for (uint32_t n : {1000u, 4096u, 20'000u}) {
    Value list = paused.Keep(0, vm.NewListWithCapacity(n));
    std::vector<int64_t> judge;
    for (uint32_t i = 0; i < n; ++i) {
      judge.push_back(static_cast<int64_t>(dice.Below(n)) - static_cast<int64_t>(dice.Below(2)) * (int64_t{1} << 50));
      ASSERT_TRUE(vm.ListAppend(list, vm.NewInt(judge.back())));
    }
    paused.CollectNow(false);
    list = paused.kept(0);
    Step method = GetAttribute(vm, list, paused.Str("sort"));
    ASSERT_TRUE(method.done());
    std::sort(judge.begin(), judge.end());
    // Compare() is what the sort uses: the judge's order must be its order.
    for (uint32_t i = 1; i < n; ++i) {
      ASSERT_TRUE(Compare(vm, CompareOp::kLessEqual, vm.NewInt(judge[i - 1]), vm.NewInt(judge[i])).value.IsTrue());
    }
  }
}

}  // namespace
}  // namespace garter
