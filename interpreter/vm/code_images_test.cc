// Images made at run time: that they move like any object, die like any object, and cost the same whenever that happens.
#include "interpreter/vm/code_images.h"

#include <gtest/gtest.h>

#include "interpreter/vm/context.h"
#include "interpreter/vm/paused_for_test.h"
#include "interpreter/vm/run_for_test.h"

namespace garter {
namespace {

Value CompileText(Paused& paused, std::string_view text) {
  SourceCode code;
  code.text = text;
  code.file = "<test>";
  Step step = CompileSource(paused.vm(), code);
  EXPECT_EQ(step.action, Action::kDone);
  return step.value;
}

std::string Constants(Paused& paused, Value image) {
  const ProgramImage& at = ImageAt(paused.vm(), image.handle());
  std::string all;
  for (uint32_t k = 0; k < at.constant_count; ++k) all += paused.ReprOf(at.constants[k]) + " ";
  return all;
}

TEST(CodeImagesTest, SlidesWithItsConstants) {
  Paused paused;
  paused.Str("garbage that a collection takes away from below");
  Value image = CompileText(paused, "x = ('tuple', 'of', b'things', 123456789012345678901234567890)\ny = 'other'\n");
  paused.Keep(0, image);
  std::string before = Constants(paused, image);
  const ProgramImage* place = &ImageAt(paused.vm(), image.handle());
  uint32_t instructions = place->instruction_count;
  EXPECT_NE(before.find("('tuple', 'of', b'things'"), std::string::npos) << before;
  EXPECT_NE(before.find("123456789012345678901234567890"), std::string::npos) << before;
  ASSERT_TRUE(paused.CollectNow(true));
  EXPECT_LT(paused.kept(0).handle(), image.handle());
  const ProgramImage& moved = ImageAt(paused.vm(), paused.kept(0).handle());
  EXPECT_NE(&moved, place);
  EXPECT_EQ(moved.instruction_count, instructions);
  EXPECT_EQ(moved.Filename(), "<test>");
  EXPECT_EQ(Constants(paused, paused.kept(0)), before);
}

TEST(CodeImagesTest, IsCollectedWhenNothingRefersToIt) {
  Paused paused;
  CompileText(paused, "first = 'so that names are interned'\n");
  ASSERT_TRUE(paused.CollectNow(true));
  uint32_t top = paused.vm().heap.top;
  std::string big = "x = 'a long text";
  for (int i = 0; i < 2000; ++i) big += " and more";
  CompileText(paused, big + "'\n");
  EXPECT_GT(paused.vm().heap.top, top + 16000);
  ASSERT_TRUE(paused.CollectNow(true));
  EXPECT_LT(paused.vm().heap.top, top + 1000);
}

TEST(CodeImagesTest, EqualNamesAreOneObject) {
  Paused paused;
  Value first = paused.Keep(0, CompileText(paused, "shared_name = 'shared_name'\n"));
  Value second = CompileText(paused, "print(shared_name)\n");
  auto find = [&](Value image) {
    const ProgramImage& at = ImageAt(paused.vm(), image.handle());
    for (uint32_t k = 0; k < at.constant_count; ++k) {
      if (at.constants[k].IsStr() && paused.vm().StrIs(at.constants[k], "shared_name")) return at.constants[k];
    }
    return kUnbound;
  };
  EXPECT_FALSE(find(first).IsUnbound());
  EXPECT_TRUE(find(first) == find(second));
}

TEST(CodeImagesTest, AnErrorLeavesTheScratchBehind) {
  Paused paused;
  SourceCode code;
  code.text = "x = = 1\n";
  code.file = "<test>";
  EXPECT_EQ(CompileSource(paused.vm(), code).action, Action::kRaise);
  EXPECT_EQ(paused.Message(), "invalid syntax");
}

// Code of four images runs in turn while collections move all of them, in frames on the stack and in generators.
constexpr std::string_view kCalls = R"(
spaces = []
for n in range(4):
    space = {}
    exec(f'''
base = {n} * 1000
def add(x, f=None):
    junk = [str(i) for i in range(30)]
    return (f(x) if f else x) + base + len(junk)
def count(limit):
    for i in range(limit):
        junk = [i] * 50
        yield add(i)
''', space)
    spaces.append(space)
total = 0
for turn in range(300):
    f = None
    for space in spaces:
        f = lambda x, f=f, add=space['add']: add(x, f)
    total += f(turn)
    for space in spaces:
        total += sum(space['count'](5))
    total += sum(map(spaces[turn % 4]['add'], [1, 2, 3]))
    total += sorted([3, 1, 2], key=spaces[turn % 4]['add'])[0]
print(total)
)";

TEST(CodeImagesTest, RunsInAnyMemory) {
  std::string expected;
  uint64_t fuel = 0;
  for (size_t memory : {size_t{64} << 20, size_t{1} << 20, size_t{256} << 10}) {
    Machine machine(memory);
    Result result = machine.Run(kCalls);
    ASSERT_TRUE(result.ok()) << result.error_text << memory;
    if (expected.empty()) {
      expected = machine.out;
      fuel = machine.sandbox.usage().fuel;
    }
    EXPECT_EQ(machine.out, expected);
    EXPECT_EQ(machine.sandbox.usage().fuel, fuel) << memory;
  }
}

TEST(CodeImagesTest, CompilingKeepsTheLimits) {
  Machine machine(size_t{4} << 20);
  machine.options.limits.fuel = 200000;
  Result result = machine.Run("source = 'x = 1\\n' * 500\nwhile True: compile(source, 'f', 'exec')\n");
  EXPECT_EQ(result.outcome, Outcome::kLimit);
  EXPECT_EQ(result.limit.kind, LimitKind::kFuel);
  machine.options.limits.fuel = kUnlimited;
  result = machine.Run("source = 'x = [1, 2, 3, 4]\\n' * 60000\ncompile(source, 'f', 'exec')\n");
  EXPECT_EQ(result.outcome, Outcome::kLimit);
  EXPECT_EQ(result.limit.kind, LimitKind::kMemory);
}

}  // namespace
}  // namespace garter
