// Front matter: what is understood, and that each mistake is told rather than guessed around.
#include "conformance/case_file.h"

#include <gtest/gtest.h>

namespace garter {
namespace {

Case Parse(std::string source) {
  Case out;
  out.source = std::move(source);
  ParseFrontMatter(&out);
  return out;
}

TEST(CaseFileTest, ReadsEveryField) {
  Case test = Parse(
      "# ---\n# id: list/sort\n# desc: a sentence\n#    that goes on\n# ref: stdtypes#list\n# features: [list, sort]\n"
      "# limits: {time: 0.5, memory: 16MiB, fuel: 1000, depth: 50, output: 2KiB}\n"
      "# expect: limit memory|time or exception MemoryError\n# observe: [stdout, globals]\n# ---\nprint(1)\n");
  EXPECT_TRUE(test.mistakes.empty()) << test.mistakes.front();
  EXPECT_EQ(test.id, "list/sort");
  EXPECT_EQ(test.desc, "a sentence that goes on");
  EXPECT_EQ(test.features, (std::vector<std::string>{"list", "sort"}));
  EXPECT_EQ(test.limits.time, 0.5);
  EXPECT_EQ(test.limits.memory, 16u << 20);
  EXPECT_EQ(test.limits.fuel, 1000u);
  EXPECT_EQ(test.limits.depth, 50u);
  EXPECT_EQ(test.limits.output, 2048u);
  ASSERT_EQ(test.expect.alternatives.size(), 2u);
  EXPECT_EQ(test.expect.alternatives[0].names, (std::vector<std::string>{"memory", "time"}));
  EXPECT_EQ(test.expect.alternatives[1].outcome, "exception");
  EXPECT_TRUE(test.Observes("globals"));
  EXPECT_FALSE(test.Observes("stderr"));
}

TEST(CaseFileTest, WithoutFrontMatterNothingIsSet) {
  Case test = Parse("print(1)\n# ---\n# id: x\n# ---\n");
  EXPECT_TRUE(test.id.empty());
  EXPECT_TRUE(test.mistakes.empty());
  EXPECT_TRUE(test.Observes("stdout"));
  EXPECT_FALSE(test.Observes("globals"));
}

TEST(CaseFileTest, TellsMistakes) {
  EXPECT_EQ(Parse("# ---\n# id: x\n# colour: red\n# ---\n").mistakes.size(), 1u);
  EXPECT_EQ(Parse("# ---\n# id: x\n# id: y\n# ---\n").mistakes.size(), 1u);
  EXPECT_EQ(Parse("# ---\n# id:\n# ---\n").mistakes.size(), 1u);
  EXPECT_EQ(Parse("# ---\n# no key here\n# ---\n").mistakes.size(), 1u);
  EXPECT_EQ(Parse("# ---\n# id: x\nprint(1)\n").mistakes.size(), 1u);
  EXPECT_EQ(Parse("# ---\n# limits: {time: soon}\n# ---\n").mistakes.size(), 1u);
  EXPECT_EQ(Parse("# ---\n# limits: {time: 1, speed: 3}\n# ---\n").mistakes.size(), 1u);
  EXPECT_EQ(Parse("# ---\n# expect: luck\n# ---\n").mistakes.size(), 1u);
  EXPECT_EQ(Parse("# ---\n# id: x\n").mistakes.size(), 1u);
}

TEST(CaseFileTest, SizesHaveSuffixes) {
  EXPECT_EQ(ParseSize("12"), 12u);
  EXPECT_EQ(ParseSize("3KiB"), 3072u);
  EXPECT_EQ(ParseSize("1 GiB"), 1u << 30);
  EXPECT_FALSE(ParseSize("1MB"));
  EXPECT_FALSE(ParseSize("-1"));
  EXPECT_FALSE(ParseSize("99999999999GiB"));
}

TEST(CaseFileTest, PayloadCarriesBytesThatAreNoText) {
  Case test = Parse("print('\xff')\n");
  EXPECT_TRUE(CasePayload(test)["source"].contains("b64"));
  EXPECT_EQ(CasePayload(test)["limits"]["fuel"], Json());
  CaseLimits limits = LimitsFromJson(LimitsToJson(Parse("# ---\n# limits: {fuel: 7, memory: 1KiB}\n# ---\n").limits));
  EXPECT_EQ(limits.fuel, 7u);
  EXPECT_EQ(limits.memory, 1024u);
}

}  // namespace
}  // namespace garter
