// The table below is the whole list of canaries. The first two rows are controls of the controls: a program that agrees
// must be seen to agree, so that a comparator that calls everything different is blind as well.
#include "conformance/controls.h"

#include <algorithm>

namespace garter {
namespace {

// Prints, shares a list and raises, so that every canary has something to spoil.
constexpr char kProgram[] =
    "shared = [1, 2]\n"
    "pair = [shared, shared]\n"
    "print('control', pair)\n"
    "pair[0].append(3)\n"
    "print(pair[1], len(pair))\n";

constexpr char kRaising[] = "print('before')\nint('control')\n";

struct ControlRow {
  const char* kind;  // of the canary; empty: an ordinary case
  const char* program;
  const char* expected;  // a prefix of the verdict's text
};

constexpr ControlRow kControls[] = {
    {"", kProgram, "AGREE"},
    {"", kRaising, "AGREE"},
    {"crash", kProgram, "CRASH"},
    {"hang", kProgram, "HANG"},
    {"wrong_stdout", kProgram, "DIVERGE[stdout]"},
    {"wrong_exception", kRaising, "DIVERGE[exception.type]"},
    {"alias", kProgram, "DIVERGE[globals]"},
    {"memory", kProgram, "ESCAPE[memory]"},
    {"output", kProgram, "ESCAPE[output]"},
    {"syscall", kProgram, "CRASH[signal 31"},
    {"swallowed_limit", kProgram, "ESCAPE[fuel]"},
    {"nondeterministic", kProgram, "DIVERGE[nondeterministic]"},
};

Case ControlCase(const ControlRow& row) {
  Case out;
  out.origin = Origin::kControl;
  out.id = std::string("control/") + (*row.kind ? row.kind : row.program == kProgram ? "agree" : "agree_exception");
  out.source = row.program;
  out.limits.time = 1.0;
  out.limits.memory = 32u << 20;
  out.limits.output = 256u << 10;
  if (row.kind == std::string_view("swallowed_limit")) out.limits.fuel = 1000000;
  out.observe = {"stdout", "stderr", "exception"};
  if (row.kind == std::string_view("alias")) out.observe.push_back("globals");
  return out;
}

// A known answer for when no live oracle is there: the two programs are fixed, and so is what CPython says.
Observation KnownAnswer(const ControlRow& row, const std::string& id) {
  Json out = {{"case", id}, {"phase", "run"}, {"outcome", "ok"}, {"exit", 0}, {"stderr", ""}};
  if (row.program == kProgram) {
    out["stdout"] = "control [[1, 2], [1, 2]]\n[1, 2, 3] 2\n";
    // Parsed, because the library would read a list of such pairs as an object.
    out["globals"] = Json::parse(R"(["d", 1, [[["s", "shared"], ["l", 2, [["i", "1"], ["i", "2"], ["i", "3"]]]],
                                             [["s", "pair"], ["l", 3, [["ref", 2], ["ref", 2]]]]]])");
    return Observation(out);
  }
  out["stdout"] = "before\n";
  out["outcome"] = "exception";
  out["exit"] = 1;
  out["exception"] = {{"type", "ValueError"}, {"message", "invalid literal for int() with base 10: 'control'"}};
  return Observation(out);
}

bool IsLive(Engine* oracle) {
  return oracle != nullptr && oracle->Hello().is_object() &&
         TextMember(oracle->Hello(), "engine") != "cpython-recorded";
}

// Runs twice, as the runner's second look does, when the control is about saying two different things.
Verdict JudgeControl(const ControlRow& row, const Case& test, Engine* subject, const Observation& oracle) {
  auto ask = [&] { return *row.kind ? subject->RunCanary(test, row.kind) : subject->RunAlone(test); };
  Observation first = ask();
  Verdict verdict = Judge(test, first, oracle);
  if (row.kind != std::string_view("nondeterministic")) return verdict;
  Comparison self = Compare(test, first, ask());
  if (!self.equal()) verdict.kind = VerdictKind::kDiverge, verdict.tag = "nondeterministic";
  return verdict;
}

bool WasStopped(const Observation& observation) {
  if (observation.outcome() == "crash") return true;
  static constexpr std::string_view kRefusals[] = {
      "PermissionError",     "OSError",    "BlockingIOError", "ConnectionRefusedError", "FileNotFoundError",
      "ModuleNotFoundError", "ImportError"};
  std::string type = observation.exception_type();
  return std::find(std::begin(kRefusals), std::end(kRefusals), type) != std::end(kRefusals);
}

}  // namespace

std::vector<ControlResult> RunSubjectControls(Engine* subject, Engine* oracle) {
  std::vector<ControlResult> out;
  bool live = IsLive(oracle);
  for (const ControlRow& row : kControls) {
    Case test = ControlCase(row);
    Observation answer = live ? oracle->RunAlone(test) : KnownAnswer(row, test.id);
    Verdict verdict = JudgeControl(row, test, subject, answer);
    ControlResult result{test.id, row.expected, verdict.Text(), verdict.detail, false};
    bool whole = result.expected == "AGREE";
    result.earned = whole ? result.got == result.expected : result.got.starts_with(result.expected);
    out.push_back(std::move(result));
  }
  return out;
}

std::vector<ControlResult> RunConfinementControls(const std::filesystem::path& folder, Engine* oracle) {
  std::vector<ControlResult> out;
  if (!IsLive(oracle) || !std::filesystem::is_directory(folder)) return out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".py") continue;
    Case test;
    test.origin = Origin::kControl;
    test.id = "confinement/" + entry.path().stem().string();
    test.source = ReadFile(entry.path());
    test.limits.time = 5;
    Observation answer = oracle->RunAlone(test);
    ControlResult result{test.id, "stopped", answer.outcome(), answer.detail() + answer.exception_message(), false};
    result.earned = WasStopped(answer);
    if (result.earned) result.got = "stopped";
    out.push_back(std::move(result));
  }
  std::sort(out.begin(), out.end(), [](const ControlResult& a, const ControlResult& b) { return a.name < b.name; });
  return out;
}

}  // namespace garter
