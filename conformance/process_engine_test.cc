// The runner against an adapter that misbehaves in every way it knows (testdata/fake_adapter.py): no case is lost, no
// failure is mistaken for another, and the controls see what they must see.
#include "conformance/process_engine.h"

#include <gtest/gtest.h>

#include <csignal>

#include "conformance/bundle.h"
#include "conformance/controls.h"
#include "conformance/gate.h"
#include "conformance/runner.h"

namespace garter {
namespace {

AdapterConfig Fake(std::vector<std::string> more = {}) {
  AdapterConfig out;
  out.name = "fake";
  out.command = {"/usr/bin/python3", "-S", "-B", "conformance/testdata/fake_adapter.py"};
  out.command.insert(out.command.end(), more.begin(), more.end());
  out.start_seconds = 20;
  return out;
}

Case Program(const std::string& id, const std::string& source) {
  Case out;
  out.id = id;
  out.source = source;
  return out;
}

Case Bad(const std::string& word) { return Program(word, "# fake: " + word + "\nprint('x')\n"); }

std::vector<Observation> RunAll(ProcessEngine* engine, const std::vector<Case>& cases) {
  std::vector<const Case*> pointers;
  for (const Case& test : cases) pointers.push_back(&test);
  return engine->Run(pointers);
}

class Windows : public testing::TestWithParam<bool> {
 protected:
  ProcessEngine engine_{Fake(GetParam() ? std::vector<std::string>{"--window"} : std::vector<std::string>{})};
};

TEST_P(Windows, AnswersInOrder) {
  std::vector<Case> cases;
  for (int i = 0; i < 50; ++i) cases.push_back(Program("c" + std::to_string(i), "print(" + std::to_string(i) + ")\n"));
  std::vector<Observation> answers = RunAll(&engine_, cases);
  ASSERT_EQ(answers.size(), cases.size());
  for (int i = 0; i < 50; ++i) EXPECT_EQ(answers[static_cast<size_t>(i)].stdout_bytes(), std::to_string(i) + "\n");
}

TEST_P(Windows, ACaseThatBringsTheEngineDownCostsOnlyItself) {
  std::vector<Case> cases = {Program("a", "print(1)\n"),
                             Bad("crash"),
                             Program("b", "print(2)\n"),
                             Bad("exit"),
                             Bad("garbage"),
                             Program("c", "print(3)\n"),
                             Bad("schema"),
                             Bad("wrong_case"),
                             Program("d", "print(4)\n")};
  std::vector<std::string> expected = {"ok", "crash", "ok", "crash", "protocol", "ok", "protocol", "protocol", "ok"};
  std::vector<Observation> answers = RunAll(&engine_, cases);
  ASSERT_EQ(answers.size(), cases.size());
  for (size_t i = 0; i < cases.size(); ++i) EXPECT_EQ(answers[i].outcome(), expected[i]) << cases[i].id;
  EXPECT_EQ(answers[1].signal(), SIGABRT);
  EXPECT_NE(answers[3].detail().find("exit code 7"), std::string::npos);
  EXPECT_NE(answers[3].detail().find("last words"), std::string::npos) << "stray output is evidence";
}

TEST_P(Windows, AHangIsEndedAndTheRestRuns) {
  std::vector<Case> cases = {Program("a", "print(1)\n"), Bad("hang"), Program("b", "print(2)\n")};
  for (Case& test : cases) test.limits.time = 0.1;
  double start = Now();
  std::vector<Observation> answers = RunAll(&engine_, cases);
  EXPECT_EQ(answers[1].outcome(), "hang");
  EXPECT_EQ(answers[2].outcome(), "ok");
  EXPECT_LT(Now() - start, 20);
}

TEST_P(Windows, ASourceThatNoFrameHoldsGoesInPieces) {
  std::vector<Case> cases = {Program("a", "print(1)\n"),
                             Program("long", "#" + std::string(20u << 20, 'x') + "\nprint(2)\n"),
                             Program("b", "print(3)\n")};
  std::vector<Observation> answers = RunAll(&engine_, cases);
  EXPECT_EQ(answers[0].stdout_bytes() + answers[1].stdout_bytes() + answers[2].stdout_bytes(), "1\n2\n3\n");
}

TEST_P(Windows, ASecondAnswerBreaksTheProtocol) {
  std::vector<Case> cases = {Bad("twice"), Program("a", "print(1)\n"), Program("b", "print(2)\n")};
  std::vector<Observation> answers = RunAll(&engine_, cases);
  EXPECT_EQ(answers[0].outcome(), "ok");
  EXPECT_EQ(answers[1].outcome(), "protocol");
  EXPECT_EQ(answers[2].outcome(), "ok");
}

INSTANTIATE_TEST_SUITE_P(All, Windows, testing::Bool());

TEST(ProcessEngineTest, AnAbsentOrSilentAdapterIsSaidToBeSo) {
  AdapterConfig absent = Fake();
  absent.command = {"/nonexistent/adapter"};
  ProcessEngine gone(absent);
  EXPECT_TRUE(gone.Hello().is_null());
  EXPECT_NE(gone.error().find("exit code 127"), std::string::npos);
  Case test = Program("a", "");
  EXPECT_EQ(gone.RunAlone(test).outcome(), "infra");

  AdapterConfig mute = Fake({"--mute"});
  mute.start_seconds = 0.3;
  ProcessEngine silent(mute);
  EXPECT_TRUE(silent.Hello().is_null());
  EXPECT_NE(silent.error().find("no HELLO in time"), std::string::npos);
}

TEST(ProcessEngineTest, MeasuresFromOutside) {
  ProcessEngine engine(Fake());
  Case hungry = Program("hungry", "x = b'x' * (96 << 20)\nprint(len(x))\n");
  Observation answer = engine.RunAlone(hungry);
  EXPECT_GT(answer.measured("rss_growth").value_or(0), 90e6);
  EXPECT_GT(answer.measured("wall").value_or(0), 0);
  hungry.limits.memory = 32 << 20;
  EXPECT_EQ(Judge(hungry, answer, answer).Text(), "ESCAPE[memory]");
}

TEST(ProcessEngineTest, EveryControlIsCaught) {
  ProcessEngine engine(Fake());
  std::vector<ControlResult> controls = RunSubjectControls(&engine, nullptr);
  EXPECT_EQ(controls.size(), 12u);
  for (const ControlResult& control : controls) EXPECT_TRUE(control.earned) << control.name << " " << control.got;
}

RunnerOptions FakeRunner() {
  RunnerOptions out;
  out.jobs = 2;
  out.make_subject = [] { return std::make_unique<ProcessEngine>(Fake()); };
  out.make_oracle = [] { return std::make_unique<ProcessEngine>(Fake({"--window"})); };
  return out;
}

TEST(RunnerTest, JudgesEveryCaseOnce) {
  std::vector<Case> cases;
  for (int i = 0; i < 40; ++i) cases.push_back(Program("c" + std::to_string(i), "print(" + std::to_string(i) + ")\n"));
  int seen = 0;
  RunnerOptions options = FakeRunner();
  options.on_result = [&](const CaseResult&) { ++seen; };
  std::vector<CaseResult> results = RunCases(cases, options);
  EXPECT_EQ(seen, 40);
  for (size_t i = 0; i < cases.size(); ++i) {
    EXPECT_EQ(results[i].test, &cases[i]);
    EXPECT_EQ(results[i].verdict.Text(), "AGREE");
  }
}

TEST(RunnerTest, AFailureThatNeedsCompanyKeepsItsSession) {
  RunnerOptions options = FakeRunner();
  options.jobs = 1;
  options.make_oracle = nullptr;
  std::vector<Case> cases = {Bad("poisoned_session"), Program("victim", "print(1)\n"), Program("later", "print(2)\n")};
  for (Case& test : cases) test.expect = ParseExpectation("ok", &test.mistakes);
  std::vector<CaseResult> results = RunCases(cases, options);
  EXPECT_EQ(results[0].verdict.Text(), "AGREE");
  EXPECT_EQ(results[1].verdict.kind, VerdictKind::kCrash);
  EXPECT_NE(results[1].verdict.tag.find("session"), std::string::npos);
  EXPECT_EQ(results[1].session, (std::vector<std::string>{"poisoned_session", "victim"}));
  EXPECT_EQ(results[2].verdict.Text(), "AGREE");
}

TEST(RunnerTest, AnUnsteadySubjectIsAFinding) {
  RunnerOptions options = FakeRunner();
  std::vector<Case> cases = {Program("clock", "import time\nprint(time.monotonic_ns())\n")};
  EXPECT_EQ(RunCases(cases, options)[0].verdict.kind, VerdictKind::kOracleUnstable);
}

TEST(BundleTest, ComesBackAsItWent) {
  Case test = Program("a/b c", "print('\xff')\n");
  test.limits.fuel = 12;
  test.observe = {"stdout"};
  Case company = Program("before", "x = 1\n");
  CaseResult result;
  result.test = &test;
  result.subject = Observation::Synthetic("a/b c", "crash", "why");
  result.verdict = Judge(test, result.subject, Observation(result.subject.json()));
  std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / BundleName(test.id);
  WriteBundle(folder, result, "signature", {&company}, {{"engine", "x"}}, Json());
  Bundle back = ReadBundle(folder);
  EXPECT_EQ(folder.filename(), "a_b_c");
  EXPECT_EQ(back.test.source, test.source);
  EXPECT_EQ(back.test.limits.fuel, 12u);
  EXPECT_EQ(back.test.observe, test.observe);
  EXPECT_EQ(back.signature, "signature");
  ASSERT_EQ(back.session.size(), 1u);
  EXPECT_EQ(back.session[0].source, company.source);
}

}  // namespace
}  // namespace garter
