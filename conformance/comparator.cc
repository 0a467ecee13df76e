// The order of the fields is the order of usefulness to a reader: a wrong exception type explains a wrong traceback,
// never the other way round.
#include "conformance/comparator.h"

#include <algorithm>
#include <functional>

namespace garter {
namespace {

bool blind = false;

bool IsHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Replaces the run of characters for which `take` holds after each `prefix` by `by`.
std::string ReplaceAfter(std::string_view text, std::string_view prefix, bool (*take)(char), std::string_view by) {
  std::string out;
  while (true) {
    size_t at = text.find(prefix);
    if (at == std::string_view::npos) return out.append(text);
    size_t end = at + prefix.size();
    out.append(text.substr(0, end));
    size_t stop = end;
    while (stop < text.size() && take(text[stop])) ++stop;
    if (stop > end) out.append(by);
    text.remove_prefix(stop);
  }
}

std::string NormaliseAddress(std::string_view text) { return ReplaceAfter(text, " at 0x", IsHex, "ADDR"); }

std::string NormaliseStackUsed(std::string_view text) {
  return ReplaceAfter(text, "Stack overflow (used ", [](char c) { return c >= '0' && c <= '9'; }, "N");
}

struct Field {
  std::string name;
  std::string subject;
  std::string oracle;
  bool present = true;
};

std::string DumpMember(const Observation& observation, const char* key) {
  const Json& value = Member(observation.json(), key);
  return value.is_null() ? std::string() : DumpJson(value);
}

bool BothHave(const Observation& a, const Observation& b, const char* key) {
  return !Member(a.json(), key).is_null() && !Member(b.json(), key).is_null();
}

bool BothHaveInException(const Observation& a, const Observation& b, const char* key) {
  return !Member(Member(a.json(), "exception"), key).is_null() && !Member(Member(b.json(), "exception"), key).is_null();
}

std::string ExitText(const Observation& observation) {
  return observation.exit_code() ? std::to_string(*observation.exit_code()) : std::string();
}

std::vector<Field> Fields(const Case& test, const Observation& s, const Observation& o) {
  std::vector<Field> out;
  out.push_back({"outcome", s.outcome(), o.outcome()});
  bool raised = s.outcome() == "exception" && o.outcome() == "exception" && test.Observes("exception");
  if (raised) {
    out.push_back({"exception.type", s.exception_type(), o.exception_type()});
    out.push_back({"exception.message", s.exception_message(), o.exception_message()});
    bool traced = BothHaveInException(s, o, "traceback");
    out.push_back({"exception.line", TracebackLines(s.traceback()), TracebackLines(o.traceback()), traced});
    out.push_back({"exception.traceback", s.traceback(), o.traceback(), traced});
  }
  out.push_back({"phase", s.phase(), o.phase()});
  if (test.Observes("stdout")) out.push_back({"stdout", s.stdout_bytes(), o.stdout_bytes()});
  if (test.Observes("stderr")) out.push_back({"stderr", s.stderr_bytes(), o.stderr_bytes()});
  for (const char* key : {"result", "globals", "hostcalls", "trace"}) {
    bool wanted = key == std::string_view("hostcalls") || test.Observes(key);
    out.push_back({key, DumpMember(s, key), DumpMember(o, key), wanted && BothHave(s, o, key)});
  }
  out.push_back({"exit", ExitText(s), ExitText(o), s.exit_code().has_value() && o.exit_code().has_value()});
  return out;
}

// Tries the normalisers one after another; true once both sides are equal. Only those that changed something count.
bool EqualNormalised(std::string subject, std::string oracle, std::vector<std::string>* norms) {
  std::vector<std::string> used;
  for (const Normaliser& normaliser : Normalisers()) {
    std::string subject_after = normaliser.apply(subject);
    std::string oracle_after = normaliser.apply(oracle);
    if (subject_after != subject || oracle_after != oracle) used.emplace_back(normaliser.id);
    subject = std::move(subject_after);
    oracle = std::move(oracle_after);
    if (subject == oracle) {
      norms->insert(norms->end(), used.begin(), used.end());
      return true;
    }
  }
  return false;
}

}  // namespace

const std::vector<Normaliser>& Normalisers() {
  static const std::vector<Normaliser> all = {{"address", NormaliseAddress}, {"stack_used", NormaliseStackUsed}};
  return all;
}

std::string TracebackLines(std::string_view traceback) {
  std::string out;
  while (!traceback.empty()) {
    size_t end = traceback.find('\n');
    std::string_view line = traceback.substr(0, end);
    size_t at = line.find("\", line ");
    if (line.starts_with("  ") && at != std::string_view::npos) {
      size_t first = at + 8;
      size_t last = first;
      while (last < line.size() && line[last] >= '0' && line[last] <= '9') ++last;
      if (!out.empty()) out += ",";
      out += line.substr(first, last - first);
    }
    if (end == std::string_view::npos) break;
    traceback.remove_prefix(end + 1);
  }
  return out;
}

void BlindComparator() { blind = true; }

Comparison Compare(const Case& test, const Observation& subject, const Observation& oracle) {
  if (blind) return {};
  Comparison out;
  for (const Field& field : Fields(test, subject, oracle)) {
    if (!field.present || field.subject == field.oracle) continue;
    if (EqualNormalised(field.subject, field.oracle, &out.norms)) continue;
    out.field = field.name;
    out.subject = field.subject;
    out.oracle = field.oracle;
    break;
  }
  std::sort(out.norms.begin(), out.norms.end());
  out.norms.erase(std::unique(out.norms.begin(), out.norms.end()), out.norms.end());
  return out;
}

}  // namespace garter
