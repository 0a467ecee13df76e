// Which code wins, what the ratchet says, and that declarations are held to their word both ways.
#include "conformance/gate.h"

#include <gtest/gtest.h>

namespace garter {
namespace {

CaseResult Result(const Case* test, VerdictKind kind, std::string tag = "") {
  CaseResult out;
  out.test = test;
  out.verdict.kind = kind;
  out.verdict.tag = std::move(tag);
  return out;
}

TEST(GateTest, Precedence) {
  std::vector<int> order = {kExitBlind, kExitEscape, kExitDivergence, kExitRatchet, kExitUnstable, kExitUsage};
  std::vector<GateReason> reasons;
  EXPECT_EQ(WinningCode(reasons), kExitFine);
  for (auto code = order.rbegin(); code != order.rend(); ++code) {
    reasons.insert(reasons.begin() + static_cast<long>(reasons.size() / 2), {*code, "why"});
    EXPECT_EQ(WinningCode(reasons), *code);
  }
}

TEST(GateTest, VerdictsAskForTheirCodes) {
  Case test;
  auto code = [&](VerdictKind kind) { return WinningCode(VerdictReasons({Result(&test, kind)})); };
  EXPECT_EQ(code(VerdictKind::kAgree), kExitFine);
  EXPECT_EQ(code(VerdictKind::kDeclared), kExitFine);
  EXPECT_EQ(code(VerdictKind::kPoisoned), kExitFine);
  EXPECT_EQ(code(VerdictKind::kUnsupported), kExitFine);
  EXPECT_EQ(code(VerdictKind::kDiverge), kExitDivergence);
  EXPECT_EQ(code(VerdictKind::kHang), kExitDivergence);
  EXPECT_EQ(code(VerdictKind::kEscape), kExitEscape);
  EXPECT_EQ(code(VerdictKind::kCrash), kExitEscape);
  EXPECT_EQ(code(VerdictKind::kOracleUnstable), kExitUnstable);
  EXPECT_EQ(code(VerdictKind::kInfra), kExitUnstable);
}

TEST(GateTest, RatchetHoldsFloorsAndCeilings) {
  Json ratchet = {{"floors", {{"agree", 98}, {"unmeasured", 1}}}, {"ceilings", {{"poisoned", 0.5}}}};
  EXPECT_TRUE(RatchetReasons(ratchet, {{"agree", 98.0}, {"poisoned", 0.5}}).empty());
  EXPECT_EQ(RatchetReasons(ratchet, {{"agree", 97.9}, {"poisoned", 0.6}}).size(), 2u);
}

TEST(GateTest, MetricsCountGeneratedProgramsApart) {
  Case generated, curated;
  generated.origin = Origin::kGenerated;
  std::vector<CaseResult> results(3, Result(&generated, VerdictKind::kAgree));
  results.push_back(Result(&generated, VerdictKind::kPoisoned));
  results.push_back(Result(&curated, VerdictKind::kDiverge));
  auto metrics = Metrics(results, 2.0);
  EXPECT_EQ(metrics["generated_agree_percent"], 75);
  EXPECT_EQ(metrics["generated_poisoned_percent"], 25);
  EXPECT_EQ(metrics["curated_cases"], 1);
  EXPECT_EQ(metrics["cases_per_second"], 2.5);
}

TEST(GateTest, DeclarationsAreCheckedBothWays) {
  Divergence declared;
  declared.id = "D0001";
  declared.field = "stdout";
  declared.subject_contains = "True";
  declared.max_matches = 1;
  Case witness, other;
  witness.id = "D0001";
  witness.origin = Origin::kDivergence;
  Verdict verdict;
  verdict.kind = VerdictKind::kDiverge;
  verdict.tag = "stdout";
  verdict.subject = "True";
  ApplyDeclarations({declared}, other, &verdict);
  EXPECT_EQ(verdict.Text(), "DECLARED[D0001]");

  CaseResult shown = Result(&witness, VerdictKind::kDeclared, "D0001");
  CaseResult used = Result(&other, VerdictKind::kDeclared, "D0001");
  EXPECT_TRUE(DeclarationReasons({shown, used}, {declared}).empty());
  EXPECT_EQ(WinningCode(DeclarationReasons({shown, used, used}, {declared})), kExitDivergence);
  CaseResult stale = Result(&witness, VerdictKind::kAgree);
  EXPECT_EQ(WinningCode(DeclarationReasons({stale}, {declared})), kExitRatchet);
}

}  // namespace
}  // namespace garter
