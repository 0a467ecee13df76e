// Short on purpose: the first ten findings with their first differing lines; the page has the rest.
#include "reports/terminal.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "conformance/signature.h"
#include "reports/escape.h"

namespace garter {
namespace {

constexpr size_t kFindings = 10;
constexpr size_t kReasons = 20;
constexpr size_t kBarWidth = 60;
constexpr size_t kLineWidth = 110;

struct Style {
  bool color;
  std::string In(const char* code, const std::string& text) const {
    return color ? std::string("\x1b[") + code + "m" + text + "\x1b[0m" : text;
  }
};

const char* ColorOf(const std::string& verdict) {
  static const std::map<std::string, const char*> kColors = {
      {"AGREE", "32"}, {"AGREE_NORM", "36"}, {"DECLARED", "34"}, {"POISONED", "33"}, {"UNSUPPORTED", "90"}};
  auto found = kColors.find(verdict);
  return found == kColors.end() ? "31" : found->second;
}

std::string EngineText(const Json& hello) {
  if (!hello.is_object()) return "(absent)";
  return EscapeForTerminal(TextMember(hello, "engine") + " " + TextMember(hello, "version"));
}

std::string Clip(const std::string& text) {
  std::string line = EscapeForTerminal(text.substr(0, text.find('\n')));
  if (line.size() <= kLineWidth) return line;
  size_t end = kLineWidth;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return line.substr(0, end) + "…";
}

std::string Percent(double part, double whole) {
  char text[32];
  std::snprintf(text, sizeof text, "%6.2f %%", whole == 0 ? 0 : 100 * part / whole);
  return text;
}

// Verdicts in the order of the table, agreement first.
std::vector<std::pair<std::string, int>> Counts(const RunRecords& run) {
  std::vector<std::pair<std::string, int>> out;
  for (const char* name : {"AGREE", "AGREE_NORM", "DECLARED", "POISONED", "UNSUPPORTED", "DIVERGE", "ESCAPE", "CRASH",
                           "HANG", "ORACLE_UNSTABLE", "INFRA"}) {
    const Json& count = Member(Member(run.summary, "counts"), name);
    if (count.is_number_integer()) out.emplace_back(name, count.get<int>());
  }
  return out;
}

std::string Bar(const RunRecords& run, const Style& style) {
  double total = std::max<double>(1, static_cast<double>(run.cases.size()));
  std::string out;
  for (const auto& [name, count] : Counts(run)) {
    size_t cells = std::max<size_t>(1, static_cast<size_t>(kBarWidth * count / total));
    std::string piece;
    for (size_t i = 0; i < cells; ++i) piece += "█";
    out += style.In(ColorOf(name), piece);
  }
  return "  " + out + "\n";
}

std::string Head(const RunRecords& run, const Style& style) {
  std::string isolation = TextMember(Member(Member(run.run, "oracle"), "isolation"), "mode");
  std::string out = "\n" + style.In("1", std::to_string(run.cases.size()) + " programs") + " under " +
                    EngineText(Member(run.run, "subject")) + " and " + EngineText(Member(run.run, "oracle"));
  if (!isolation.empty()) out += " (" + EscapeForTerminal(isolation) + ")";
  char seconds[48];
  double taken = Member(run.summary, "seconds").is_number() ? run.summary["seconds"].get<double>() : 0;
  std::snprintf(seconds, sizeof seconds, ", %.1f s\n\n", taken);
  return out + seconds;
}

std::string Table(const RunRecords& run, const Style& style) {
  std::string out;
  for (const auto& [name, count] : Counts(run)) {
    char line[64];
    std::snprintf(line, sizeof line, "  %-16s %7d  ", name.c_str(), count);
    out += style.In(ColorOf(name), line) + Percent(count, static_cast<double>(run.cases.size())) + "\n";
  }
  return out + "\n";
}

std::string Controls(const RunRecords& run, const Style& style) {
  size_t earned = 0;
  std::string missed;
  for (const Json& control : run.controls) {
    if (Member(control, "earned") == Json(true))
      ++earned;
    else
      missed += " " + EscapeForTerminal(TextMember(control, "name"));
  }
  if (run.controls.empty()) return "  " + style.In("33", "no positive controls ran") + "\n";
  std::string text =
      std::to_string(earned) + " of " + std::to_string(run.controls.size()) + " positive controls caught";
  return "  " + style.In(missed.empty() ? "32" : "31", text) + (missed.empty() ? "" : ", missed:" + missed) + "\n";
}

// The two texts of a finding that differ, found again from its observations.
std::pair<std::string, std::string> Sides(const Json& record) {
  auto bytes = [&](const char* side, const char* key) { return RecordedBytes(Member(Member(record, side), key)); };
  auto traceback = [&](const char* side) {
    return RecordedBytes(Member(Member(Member(record, side), "exception"), "traceback"));
  };
  std::string tag = TextMember(record, "tag");
  if (tag == "stdout" || tag == "stderr") return {bytes("subject", tag.c_str()), bytes("oracle", tag.c_str())};
  if (tag.starts_with("exception")) return {traceback("subject"), traceback("oracle")};
  auto outcome_text = [&](const char* side) {
    std::string outcome = TextMember(Member(record, side), "outcome");
    return outcome == "exception" ? traceback(side) : outcome;
  };
  return {outcome_text("subject"), outcome_text("oracle")};
}

std::string Finding(const Json& record, const Style& style) {
  std::string out = "  " + style.In(ColorOf(TextMember(record, "verdict")), EscapeForTerminal(VerdictText(record))) +
                    "  " + EscapeForTerminal(TextMember(record, "id")) + "\n";
  auto [subject, oracle] = Sides(record);
  LinePair lines = FirstDifference(subject, oracle);
  if (lines.number > 0) {
    out += "      sandbox  " + Clip(lines.subject) + "\n      oracle   " + Clip(lines.oracle) + "\n";
  } else {
    out += "      " + Clip(RecordedBytes(Member(record, "detail"))) + "\n";
  }
  std::string replay = TextMember(record, "replay");
  return replay.empty() ? out : out + "      " + style.In("2", EscapeForTerminal(replay)) + "\n";
}

std::string Findings(const RunRecords& run, const Style& style) {
  std::string out;
  size_t shown = 0, total = 0;
  for (const Json& record : run.cases) {
    if (Member(record, "bad") != Json(true)) continue;
    ++total;
    if (shown < kFindings) ++shown, out += Finding(record, style);
  }
  if (total > shown) out += "  … and " + std::to_string(total - shown) + " more, all in the page\n";
  return out.empty() ? out : "\n" + out;
}

std::string Ending(const RunRecords& run, const Style& style, const std::string& page) {
  std::string out = "\n";
  size_t shown = 0;
  for (const Json& reason : run.reasons) {
    if (++shown > kReasons) break;
    out += "  " + style.In("31", "✗ ") + Clip(RecordedBytes(Member(reason, "text"))) + "\n";
  }
  if (run.reasons.size() > kReasons)
    out += "  … and " + std::to_string(run.reasons.size() - kReasons) + " more reasons\n";
  std::string meaning = EscapeForTerminal(TextMember(run.summary, "meaning"));
  out +=
      style.In(run.exit_code() == 0 ? "1;32" : "1;31", "  exit " + std::to_string(run.exit_code()) + ": " + meaning) +
      "\n";
  return out + "  report: " + EscapeForTerminal(page) + "\n";
}

}  // namespace

std::string TerminalSummary(const RunRecords& run, bool color, const std::string& page) {
  Style style{color};
  return Head(run, style) + Bar(run, style) + Table(run, style) + Controls(run, style) + Findings(run, style) +
         Ending(run, style, page);
}

}  // namespace garter
