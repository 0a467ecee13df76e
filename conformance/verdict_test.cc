// The table of verdicts, the comparator under it, and the order in which they are judged.
#include "conformance/verdict.h"

#include <gtest/gtest.h>

#include <set>

#include "conformance/schema.h"
#include "conformance/signature.h"

namespace garter {
namespace {

Json Ok(const std::string& out) {
  return {{"case", "t"}, {"phase", "run"}, {"outcome", "ok"}, {"exit", 0}, {"stdout", out}, {"stderr", ""}};
}

Json Raised(const std::string& type, const std::string& message, const std::string& traceback = "") {
  Json out = Ok("");
  out["outcome"] = "exception";
  out["exit"] = 1;
  out["exception"] = {{"type", type}, {"message", message}, {"traceback", traceback}};
  return out;
}

Json Limit(const std::string& kind) {
  Json out = Ok("");
  out["outcome"] = "limit";
  out["limit"] = {{"kind", kind}};
  return out;
}

std::string JudgeText(const Json& subject, const Json& oracle, Case test = {}) {
  return Judge(test, Observation(subject), Observation(oracle)).Text();
}

Json Synthetic(const char* outcome) { return Observation::Synthetic("t", outcome, "why").json(); }

TEST(VerdictTest, ComparesFieldsInOrder) {
  EXPECT_EQ(JudgeText(Ok("a"), Ok("a")), "AGREE");
  EXPECT_EQ(JudgeText(Ok("a"), Ok("b")), "DIVERGE[stdout]");
  EXPECT_EQ(JudgeText(Ok("a"), Raised("E", "m")), "DIVERGE[outcome]");
  EXPECT_EQ(JudgeText(Raised("E", "m"), Raised("F", "n")), "DIVERGE[exception.type]");
  EXPECT_EQ(JudgeText(Raised("E", "m"), Raised("E", "n")), "DIVERGE[exception.message]");
  std::string at3 = "  File \"main.py\", line 3, in f\n    x\n", at4 = "  File \"main.py\", line 4, in f\n    x\n";
  EXPECT_EQ(JudgeText(Raised("E", "m", at3), Raised("E", "m", at4)), "DIVERGE[exception.line]");
  EXPECT_EQ(JudgeText(Raised("E", "m", at3), Raised("E", "m", at3 + "    ^\n")), "DIVERGE[exception.traceback]");
  Json early = Raised("SyntaxError", "m"), late = early;
  early["phase"] = "parse";
  EXPECT_EQ(JudgeText(early, late), "DIVERGE[phase]");
  late["phase"] = "compile";
  EXPECT_EQ(JudgeText(early, late), "AGREE");
  Json loud = Ok("a");
  loud["stderr"] = "warning";
  EXPECT_EQ(JudgeText(Ok("a"), loud), "DIVERGE[stderr]");
  Json code = Ok("a");
  code["exit"] = 3;
  EXPECT_EQ(JudgeText(Ok("a"), code), "DIVERGE[exit]");
}

TEST(VerdictTest, ComparesGlobalsOnlyWhenAskedAndGiven) {
  Json one = Ok(""), two = Ok("");
  one["globals"] = Json::parse(R"(["l",1,[["l",2,[]],["ref",2]]])");
  two["globals"] = Json::parse(R"(["l",1,[["l",2,[]],["l",3,[]]]])");
  Case test;
  EXPECT_EQ(JudgeText(one, two, test), "AGREE");
  test.observe = {"stdout", "globals"};
  EXPECT_EQ(JudgeText(one, two, test), "DIVERGE[globals]");
  EXPECT_EQ(JudgeText(one, Ok(""), test), "AGREE");
}

TEST(VerdictTest, NormalisersAreNamedAndNarrow) {
  EXPECT_EQ(JudgeText(Ok("<f at 0x7f12ab>"), Ok("<f at 0x55aa>")), "AGREE_NORM[address]");
  EXPECT_EQ(JudgeText(Ok("Stack overflow (used 12 kB)"), Ok("Stack overflow (used 8000 kB)")),
            "AGREE_NORM[stack_used]");
  EXPECT_EQ(JudgeText(Ok("0x7f12ab"), Ok("0x55aa")), "DIVERGE[stdout]");
  EXPECT_EQ(JudgeText(Ok("<f at 0x7f12ab> 1"), Ok("<f at 0x55aa> 2")), "DIVERGE[stdout]");
}

TEST(VerdictTest, OrderOfJudgement) {
  EXPECT_EQ(JudgeText(Synthetic("infra"), Synthetic("crash")), "INFRA[subject infra]");
  EXPECT_EQ(JudgeText(Synthetic("crash"), Synthetic("protocol")), "INFRA[oracle protocol]");
  EXPECT_EQ(JudgeText(Synthetic("crash"), Synthetic("crash")), "ORACLE_UNSTABLE[crash]");
  EXPECT_EQ(JudgeText(Ok(""), Synthetic("hang")), "ORACLE_UNSTABLE[hang]");
  EXPECT_EQ(JudgeText(Limit("time"), Synthetic("hang")), "POISONED[both]");
  EXPECT_EQ(JudgeText(Synthetic("crash"), Ok("")).substr(0, 5), "CRASH");
  EXPECT_EQ(JudgeText(Synthetic("hang"), Ok("")), "HANG");
  Json unsupported = Ok("");
  unsupported["outcome"] = "unsupported";
  unsupported["unsupported"] = {{"feature", "class"}};
  EXPECT_EQ(JudgeText(unsupported, Ok("")), "UNSUPPORTED[class]");
  EXPECT_EQ(JudgeText(Limit("fuel"), Ok("")), "POISONED[fuel]");
  EXPECT_EQ(JudgeText(Ok(""), Raised("MemoryError", "")), "POISONED[memory]");
  EXPECT_EQ(JudgeText(Raised("MemoryError", ""), Raised("MemoryError", "")), "AGREE");
  EXPECT_EQ(JudgeText(Ok(""), Json()), "INFRA[oracle absent]");
}

TEST(VerdictTest, ExpectationsStandInForTheOracle) {
  Case test;
  test.expect = ParseExpectation("limit memory|time or exception ValueError", &test.mistakes);
  EXPECT_EQ(JudgeText(Limit("memory"), Json(), test), "AGREE");
  EXPECT_EQ(JudgeText(Limit("fuel"), Json(), test), "DIVERGE[expect]");
  EXPECT_EQ(JudgeText(Raised("ValueError", ""), Json(), test), "AGREE");
  EXPECT_EQ(JudgeText(Raised("KeyError", ""), Json(), test), "DIVERGE[expect]");
  EXPECT_EQ(JudgeText(Ok(""), Json(), test), "DIVERGE[expect]");
  EXPECT_EQ(JudgeText(Synthetic("crash"), Json(), test).substr(0, 5), "CRASH");
}

TEST(VerdictTest, LimitsAreMeasured) {
  Case test;
  test.limits.memory = 1 << 20;
  test.limits.output = 1 << 10;
  test.limits.fuel = 100;
  auto escape = [&](Json extra) {
    Json subject = Ok("");
    subject.update(extra);
    return JudgeText(subject, Ok(""), test);
  };
  EXPECT_EQ(escape({{"measured", {{"rss_growth", 64e6}}}}), "ESCAPE[memory]");
  EXPECT_EQ(escape({{"claimed", {{"mem_peak", 2e6}}}}), "ESCAPE[memory]");
  EXPECT_EQ(escape({{"stdout", std::string(100000, 'x')}}), "ESCAPE[output]");
  EXPECT_EQ(escape({{"claimed", {{"fuel", 101}}}}), "ESCAPE[fuel]");
  EXPECT_EQ(escape({{"claimed", {{"fuel", 100}, {"mem_peak", 1000}}}, {"measured", {{"rss_growth", 5e6}}}}), "AGREE");
  Observation slow(Json{{"measured", {{"wall", 12.6}}}});
  EXPECT_TRUE(WallTimeExceeded(test, slow));
}

TEST(VerdictTest, EveryVerdictHasANameOfItsOwn) {
  std::set<std::string_view> names;
#define X(enumerator, name, bad, meaning) names.insert(VerdictName(VerdictKind::enumerator));
  GARTER_VERDICTS(X)
#undef X
  EXPECT_EQ(names.size(), 11u);
}

TEST(SignatureTest, KeepsTheWordsAndDropsWhatAProgramChose) {
  EXPECT_EQ(MessageTemplate("unsupported operand type(s) for +: 'int' and 'str'"),
            "unsupported operand type(s) for +: '…' and '…'");
  EXPECT_EQ(MessageTemplate("index 12 of 345"), "index # of #");
  EXPECT_EQ(MessageTemplate("it's alone"), "it's alone");
  auto signature = [](const Json& s, const Json& o) {
    Observation subject(s), oracle(o);
    return Signature(Judge(Case(), subject, oracle), subject, oracle);
  };
  EXPECT_EQ(signature(Raised("E", "no 'a'"), Raised("E", "not 'a'")),
            signature(Raised("E", "no 'zz'"), Raised("E", "not 'b'")));
  EXPECT_NE(signature(Ok("a\n"), Ok("b\n")), signature(Ok("a\n"), Raised("E", "")));
}

TEST(SignatureTest, FindsTheFirstDifferingLine) {
  LinePair lines = FirstDifference("a\nb\nc\n", "a\nB\nc\n");
  EXPECT_EQ(lines.number, 2u);
  EXPECT_EQ(lines.oracle, "B");
  EXPECT_EQ(FirstDifference("a\n", "a\nb\n").number, 2u);
  EXPECT_EQ(FirstDifference("a\n", "a\n").number, 0u);
}

TEST(SchemaTest, AcceptsAndRefuses) {
  const Schema& schema = ObservationSchema();
  EXPECT_EQ(schema.Check(Ok("a")), "");
  EXPECT_EQ(schema.Check(Raised("E", "m")), "");
  Json nested = Raised("E", "m");
  nested["exception"]["cause"] = {{"type", "F"}, {"message", "n"}, {"context", nullptr}};
  EXPECT_EQ(schema.Check(nested), "");
  nested["exception"]["cause"].erase("message");
  EXPECT_NE(schema.Check(nested), "");
  for (const char* key : {"case", "phase", "outcome", "stdout", "stderr"}) {
    Json less = Ok("a");
    less.erase(key);
    EXPECT_NE(schema.Check(less), "") << key;
  }
  Json measured = Ok("a");
  measured["measured"] = {{"wall", 0}};
  EXPECT_NE(schema.Check(measured), "") << "only the runner measures";
  Json wrong = Ok("a");
  wrong["outcome"] = "fine";
  EXPECT_NE(schema.Check(wrong), "");
  wrong = Ok("a");
  wrong["stdout"] = {{"b64", 1}};
  EXPECT_NE(schema.Check(wrong), "");
  Json deep = Raised("E", "m");
  for (int i = 0; i < 200; ++i) deep = Json{{"type", "E"}, {"message", "m"}, {"cause", deep}};
  Json outer = Raised("E", "m");
  outer["exception"]["cause"] = deep;
  EXPECT_NE(schema.Check(outer), "");
}

}  // namespace
}  // namespace garter
