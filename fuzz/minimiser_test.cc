// The minimiser reaches the small program that a person would have written.
#include "fuzz/minimiser.h"

#include <gtest/gtest.h>

#include <string>

#include "fuzz/generator.h"
#include "fuzz/source_tree.h"

namespace garter::fuzz {
namespace {

auto Contains(const std::string& needle) {
  return [needle](const std::string& source) { return source.find(needle) != std::string::npos; };
}

TEST(MinimiserTest, KeepsOnlyTheStatementThatMatters) {
  std::string source =
      "x = 1\n"
      "def f(a, b=2):\n"
      "    if a:\n"
      "        print(a)\n"
      "    else:\n"
      "        return [b, magic(a)]\n"
      "    return 0\n"
      "print(f(x))\n";
  EXPECT_EQ(Minimise(source, Contains("magic")), "magic\n");
}

TEST(MinimiserTest, RemovesClauses) {
  std::string source =
      "try:\n"
      "    pass\n"
      "except ValueError as e:\n"
      "    print(e)\n"
      "except KeyError:\n"
      "    pass\n"
      "else:\n"
      "    print(1)\n"
      "finally:\n"
      "    print(2)\n";
  std::string small = Minimise(source, [](const std::string& text) {
    return text.find("try:") != std::string::npos && text.find("KeyError") != std::string::npos;
  });
  EXPECT_EQ(small, "try:\n    pass\nexcept KeyError:\n    pass\n");
}

TEST(MinimiserTest, AnswersTheSourceWhenNothingCanGo) {
  EXPECT_EQ(Minimise("x\n", [](const std::string& text) { return text == "x\n"; }), "x\n");
}

TEST(MinimiserTest, ShortensTextThatDoesNotParse) {
  std::string source = "x = 1\ny = (\nz = 2\n";
  EXPECT_EQ(Minimise(source, Contains("(")), "(");
}

TEST(MinimiserTest, KeepsThePredicateOnGeneratedPrograms) {
  int shrunk = 0;
  for (uint64_t seed = 0; seed < 8; ++seed) {
    std::string source = GenerateProgram(seed);
    if (source.find(" for ") == std::string::npos) continue;
    MinimiserOptions options;
    options.max_tests = 1500;
    std::string small = Minimise(source, Contains(" for "), options);
    EXPECT_TRUE(Parses(small)) << small;
    EXPECT_NE(small.find(" for "), std::string::npos);
    shrunk += small.size() < 40 ? 1 : 0;
  }
  EXPECT_GE(shrunk, 5);
}

TEST(SourceTreeTest, KnowsWhereThingsStand) {
  SourceTree tree("@dec\ndef f(x):\n    return x + 'é'\n");
  ASSERT_TRUE(tree.ok());
  const Site& function = tree.sites()[0];
  EXPECT_EQ(function.kind, NodeKind::kFunctionDef);
  EXPECT_EQ(function.begin, 0u);
  bool found = false;
  for (const Site& site : tree.sites()) {
    if (site.kind == NodeKind::kBinOp) {
      found = true;
      EXPECT_EQ(tree.Text(site), "x + 'é'");
      EXPECT_EQ(tree.Indent(site), "    ");
    }
  }
  EXPECT_TRUE(found);
  EXPECT_FALSE(SourceTree("x = (").ok());
}

}  // namespace
}  // namespace garter::fuzz
