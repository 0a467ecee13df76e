// Mutants parse, differ, depend on the seed alone, and their names are bound.
#include "fuzz/mutator.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "fuzz/generator.h"
#include "fuzz/source_tree.h"

namespace garter::fuzz {
namespace {

TEST(MutatorTest, MutantsParseAndDiffer) {
  int made = 0;
  std::set<std::string> distinct;
  for (uint64_t seed = 0; seed < 150; ++seed) {
    std::string source = GenerateProgram(seed % 10);
    std::string mutant = Mutate(source, seed);
    if (mutant.empty()) continue;
    ++made;
    distinct.insert(mutant);
    EXPECT_TRUE(Parses(mutant)) << mutant;
    EXPECT_NE(mutant, source);
    EXPECT_EQ(mutant, Mutate(source, seed));
  }
  EXPECT_GT(made, 140);
  EXPECT_GT(distinct.size(), 135u);
}

TEST(MutatorTest, ChainsStayPrograms) {
  std::string program = GenerateProgram(3);
  for (uint64_t seed = 0; seed < 100; ++seed) {
    std::string next = Mutate(program, seed);
    if (!next.empty() && next.size() < 20000) program = next;
    ASSERT_TRUE(Parses(program));
  }
}

TEST(MutatorTest, CrossOverTakesFromTheDonor) {
  int taken = 0;
  for (uint64_t seed = 0; seed < 40; ++seed) {
    std::string out = CrossOver("x = 1\nprint(x)\n", "marker = 5\nprint('marker', marker + 7)\n", seed);
    if (out.find("marker") != std::string::npos) ++taken;
    EXPECT_TRUE(out.empty() || Parses(out)) << out;
  }
  EXPECT_GT(taken, 10);
}

TEST(MutatorTest, RepairsNamesAndMisplacedStatements) {
  EXPECT_EQ(RepairScopes("return 5\nbreak\nx = 1\nfor i in x:\n    continue\n", 1),
            "pass\npass\nx = 1\nfor i in x:\n    continue\n");
  std::string repaired = RepairScopes("known = 1\nprint(lost, lost, lost)\n", 2);
  EXPECT_NE(repaired.find("known,"), std::string::npos) << repaired;
  EXPECT_EQ(RepairScopes("while 1:\n    break\nelse:\n    break\n", 1), "while 1:\n    break\nelse:\n    pass\n");
}

TEST(MutatorTest, RefusesWhatDoesNotParse) {
  EXPECT_EQ(Mutate("x = (", 1), "");
  EXPECT_EQ(RepairScopes("x = (", 1), "x = (");
}

}  // namespace
}  // namespace garter::fuzz
