// What can be known of generated programs without an interpreter: they are the
// same everywhere, all different, and of the promised shape. That they run as
// made is measured under the oracle (fuzz/python/program_stats.py) and by every
// `conform run`.
#include "fuzz/generator.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "fuzz/features.h"
#include "fuzz/random.h"
#include "fuzz/source_tree.h"
#include "fuzz/text.h"
#include "fuzz/value_type.h"

namespace garter::fuzz {
namespace {

uint64_t Fnv1a(const std::string& text, uint64_t hash) {
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

// If this fails, the programs of old seeds have changed. That is fine when it
// is meant: put the new number here in the same commit.
TEST(GeneratorTest, ProgramsOfSeeds0To99AreGolden) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (uint64_t seed = 0; seed < 100; ++seed) hash = Fnv1a(GenerateProgram(seed), hash);
  EXPECT_EQ(hash, 3207989167985501644u);
}

TEST(GeneratorTest, SameSeedSameProgram) {
  for (uint64_t seed = 1000; seed < 1050; ++seed) EXPECT_EQ(GenerateProgram(seed), GenerateProgram(seed));
}

TEST(GeneratorTest, DifferentSeedsDifferentPrograms) {
  std::set<std::string> seen;
  GeneratorOptions options;
  options.header = false;
  for (uint64_t seed = 0; seed < 300; ++seed) seen.insert(GenerateProgram(seed, options));
  EXPECT_EQ(seen.size(), 300u);
}

TEST(GeneratorTest, WildProgramsAreAboutTheAskedShare) {
  int wild = 0;
  for (uint64_t seed = 0; seed < 1000; ++seed) wild += GenerateProgramWithNotes(seed).wild ? 1 : 0;
  EXPECT_GT(wild, 80);
  EXPECT_LT(wild, 150);
  GeneratorOptions tame;
  tame.wild_percent = 0;
  for (uint64_t seed = 0; seed < 50; ++seed) EXPECT_FALSE(GenerateProgramWithNotes(seed, tame).wild);
}

GeneratorOptions WholeLanguage() {
  GeneratorOptions options;
  options.features = kAllFeatures;
  return options;
}

TEST(GeneratorTest, ProgramsOfTheWholeLanguageAreGolden) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (uint64_t seed = 0; seed < 100; ++seed) hash = Fnv1a(GenerateProgram(seed, WholeLanguage()), hash);
  EXPECT_EQ(hash, 4662354166615597814u);
}

TEST(GeneratorTest, ProgramsOfTheWholeLanguageCompileAndHaveEveryNode) {
  std::vector<size_t> counts(kNodeKindCount);
  for (uint64_t seed = 0; seed < 500; ++seed) {
    std::string program = GenerateProgram(seed, WholeLanguage());
    EXPECT_LT(program.size(), 120000u) << seed;
    EXPECT_TRUE(Compiles(program)) << seed;
    SourceTree tree(program);
    for (size_t i = 0; i < tree.kind_counts().size(); ++i) counts[i] += tree.kind_counts()[i];
  }
  for (int i = 0; i < kNodeKindCount; ++i) {
    bool program =
        static_cast<NodeKind>(i) != NodeKind::kInteractive && static_cast<NodeKind>(i) != NodeKind::kExpression;
    if (program) EXPECT_GT(counts[static_cast<size_t>(i)], 0u) << kNodeInfo[i].python_name;
  }
}

// Each feature alone writes programs, and only what it names.
TEST(GeneratorTest, FeaturesStandAlone) {
  for (int feature = 0; feature < static_cast<int>(Feature::kCount); ++feature) {
    GeneratorOptions options;
    options.features = MaskOf(static_cast<Feature>(feature));
    size_t matches = 0;
    for (uint64_t seed = 0; seed < 40; ++seed) {
      std::string program = GenerateProgram(seed, options);
      EXPECT_TRUE(Compiles(program)) << FeaturesText(options.features) << " " << seed;
      matches += SourceTree(program).kind_counts()[static_cast<size_t>(NodeKind::kMatch)];
    }
    if (options.features == MaskOf(Feature::kMatch)) EXPECT_GT(matches, 10u);
    if (options.features == MaskOf(Feature::kTemplateStrings)) EXPECT_LT(matches, 40u);
  }
}

TEST(FeaturesTest, NamesAndMasks) {
  FeatureMask mask = 0;
  EXPECT_TRUE(ParseFeatures("all", &mask));
  EXPECT_EQ(mask, kAllFeatures);
  EXPECT_TRUE(ParseFeatures("all,-asyncio", &mask));
  EXPECT_EQ(mask, kAllFeatures & ~MaskOf(Feature::kAsyncio));
  EXPECT_TRUE(ParseFeatures("match,with", &mask));
  EXPECT_EQ(FeaturesText(mask), "with,match");
  EXPECT_TRUE(ParseFeatures("default", &mask));
  EXPECT_EQ(mask, kDefaultFeatures);
  EXPECT_TRUE(ParseFeatures("none", &mask));
  EXPECT_EQ(mask, kNoFeatures);
  EXPECT_FALSE(ParseFeatures("classes,nothing_like_it", &mask));
}

TEST(GeneratorTest, ProgramsAreBoundedAndPrint) {
  for (uint64_t seed = 0; seed < 300; ++seed) {
    std::string program = GenerateProgram(seed);
    EXPECT_LT(program.size(), 60000u) << seed;
    EXPECT_NE(program.find("print("), std::string::npos) << seed;
    EXPECT_EQ(program.find("import "), std::string::npos) << seed;
  }
}

TEST(RandomTest, StreamIsFixed) {
  Random random(1);
  EXPECT_EQ(random.Next(), 0x910a2dec89025cc1u);
  EXPECT_EQ(Random(7).Between(-3, 3), Random(7).Between(-3, 3));
  for (int i = 0; i < 1000; ++i) {
    int64_t drawn = random.Between(INT64_MIN, INT64_MAX);
    (void)drawn;
    int64_t small = random.Between(-2, 2);
    EXPECT_GE(small, -2);
    EXPECT_LE(small, 2);
  }
}

TEST(ValueTypeTest, MutableContainersAreInvariant) {
  ValueType wide = ListType(IntType(0, 100), 0, 30);
  ValueType narrow = ListType(IntType(0, 9), 0, 30);
  EXPECT_TRUE(Fits(narrow, wide, true));
  EXPECT_FALSE(Fits(narrow, wide, false));
  EXPECT_TRUE(Fits(wide, wide, false));
  EXPECT_TRUE(Fits(BoolType(), IntType(0, 9), false));
  EXPECT_FALSE(Fits(IntType(-1, 9), IntType(0, 9), true));
  EXPECT_FALSE(IsHashable(FloatType(3, true)));
}

TEST(TextTest, BracketsFollowPrecedence) {
  Expr sum{"a + b", kSum, {}, true};
  EXPECT_EQ(Wrap(sum, kTerm), "(a + b)");
  EXPECT_EQ(Wrap(sum, kSum), "a + b");
  EXPECT_EQ(AsPrimary(Expr{"5", kPrimary, {}, true}), "(5)");
}

}  // namespace
}  // namespace garter::fuzz
