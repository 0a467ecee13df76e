// Mutants parse, differ, depend on the seed alone, and may hold any kind of node.
#include "fuzz/mutator.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "fuzz/generator.h"
#include "fuzz/node_templates.h"
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

TEST(MutatorTest, RefusesWhatDoesNotParse) { EXPECT_EQ(Mutate("x = (", 1), ""); }

// Most mutants get past the compiler: what does not is refused before a line of it runs.
TEST(MutatorTest, MutantsOfTheWholeLanguageCompile) {
  GeneratorOptions options;
  options.features = kAllFeatures;
  int made = 0;
  int compiled = 0;
  for (uint64_t seed = 0; seed < 150; ++seed) {
    std::string mutant = Mutate(GenerateProgram(seed % 25, options), seed, kAllFeatures);
    if (mutant.empty()) continue;
    ++made;
    compiled += Compiles(mutant) ? 1 : 0;
    EXPECT_TRUE(Parses(mutant)) << mutant;
  }
  EXPECT_GT(made, 140);
  EXPECT_GT(compiled, made * 9 / 10);
}

TEST(MutatorTest, MutantsBringInEveryKindOfNode) {
  std::vector<size_t> counts(kNodeKindCount);
  for (uint64_t seed = 0; seed < 1500; ++seed) {
    SourceTree tree(Mutate("x = [1, 2]\nprint(x, x[0])\n", seed, kAllFeatures));
    for (size_t i = 0; i < tree.kind_counts().size(); ++i) counts[i] += tree.kind_counts()[i];
  }
  for (const NodeTemplate& row : NodeTemplates()) {
    size_t kind = static_cast<size_t>(row.kind);
    EXPECT_GT(counts[kind], 0u) << kNodeInfo[kind].python_name;
  }
}

TEST(MutatorTest, WithoutFeaturesNothingNewComesIn) {
  for (uint64_t seed = 0; seed < 200; ++seed) {
    SourceTree tree(Mutate(GenerateProgram(seed % 10), seed, kNoFeatures));
    if (!tree.ok()) continue;
    for (NodeKind kind : {NodeKind::kClassDef, NodeKind::kYield, NodeKind::kAwait, NodeKind::kMatch, NodeKind::kWith,
                          NodeKind::kImport, NodeKind::kTypeAlias, NodeKind::kTemplateStr, NodeKind::kTryStar}) {
      EXPECT_EQ(tree.kind_counts()[static_cast<size_t>(kind)], 0u) << tree.text();
    }
  }
}

// The table forgets no kind of ast.def, and each text holds the kind it stands for.
TEST(NodeTemplatesTest, EveryKindOfNodeHasAText) {
  std::set<NodeKind> seen;
  TemplateSource source;
  source.expression = [] { return std::string("(x)"); };
  source.statement = [](const std::string& indent) { return indent + "print(x)\n"; };
  source.pattern = [] { return std::string("1"); };
  source.name = [] { return std::string("x"); };
  Random random(5);
  for (const NodeTemplate& row : NodeTemplates()) {
    seen.insert(row.kind);
    std::string text = FillTemplate(row, "", source, &random);
    if (row.form == TemplateForm::kExpression) text = "(" + text + ")\n";
    if (row.form == TemplateForm::kPattern) text = "match x:\n    case " + text + ":\n        pass\n";
    SourceTree tree(text);
    ASSERT_TRUE(tree.ok()) << text;
    EXPECT_GT(tree.kind_counts()[static_cast<size_t>(row.kind)], 0u) << text;
  }
  for (int i = 0; i < kNodeKindCount; ++i) {
    if (kNodeInfo[i].sort != Sort::kMod)
      EXPECT_TRUE(seen.count(static_cast<NodeKind>(i)) > 0) << kNodeInfo[i].python_name;
  }
}

}  // namespace
}  // namespace garter::fuzz
