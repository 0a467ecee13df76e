// A template keeps the words of a message and drops what a program chose: numbers, names in quotes.
#include "conformance/signature.h"

namespace garter {
namespace {

constexpr size_t kKept = 160;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string Ending(const Observation& o) {
  if (o.empty()) return "-";
  if (o.outcome() == "exception") return "exception " + o.exception_type();
  if (o.outcome() == "limit") return "limit " + o.limit_kind();
  return o.outcome();
}

std::string_view NextLine(std::string_view* text) {
  size_t end = text->find('\n');
  std::string_view line = text->substr(0, end);
  text->remove_prefix(end == std::string_view::npos ? text->size() : end + 1);
  return line;
}

// The text that tells most about the difference.
std::string Essence(const Verdict& verdict, const Observation& subject, const Observation& oracle) {
  if (verdict.tag == "outcome") {
    bool raised = subject.outcome() == "exception";
    return MessageTemplate(raised ? subject.exception_message() : oracle.exception_message());
  }
  if (verdict.tag.starts_with("exception.message")) return MessageTemplate(verdict.oracle);
  LinePair lines = FirstDifference(verdict.subject, verdict.oracle);
  return MessageTemplate(lines.subject) + " / " + MessageTemplate(lines.oracle);
}

}  // namespace

std::string MessageTemplate(std::string_view message) {
  std::string out;
  for (size_t i = 0; i < message.size() && out.size() < kKept; ++i) {
    char c = message[i];
    size_t close = c == '\'' || c == '"' ? message.find(c, i + 1) : std::string_view::npos;
    if (close != std::string_view::npos) {
      out += "'…'";
      i = close;
    } else if (IsDigit(c)) {
      out += '#';
      while (i + 1 < message.size() && IsDigit(message[i + 1])) ++i;
    } else {
      out += c;
    }
  }
  return out;
}

LinePair FirstDifference(std::string_view subject, std::string_view oracle) {
  LinePair out;
  while (!subject.empty() || !oracle.empty()) {
    ++out.number;
    std::string_view a = NextLine(&subject);
    std::string_view b = NextLine(&oracle);
    if (a == b) continue;
    out.subject = std::string(a);
    out.oracle = std::string(b);
    return out;
  }
  out.number = 0;
  return out;
}

std::string Signature(const Verdict& verdict, const Observation& subject, const Observation& oracle) {
  std::string out(VerdictName(verdict.kind));
  out += "|" + verdict.tag + "|" + Ending(subject) + "/" + Ending(oracle) + "|";
  return out + Essence(verdict, subject, oracle);
}

}  // namespace garter
