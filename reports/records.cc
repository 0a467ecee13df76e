// A record of an unknown kind is passed over, so that an older report can read a newer run.
#include "reports/records.h"

#include <stdexcept>

#include "conformance/case_file.h"
#include "conformance/encoding.h"

namespace garter {
namespace {

void Add(Json record, RunRecords* out) {
  std::string kind = TextMember(record, "kind");
  if (kind == "run")
    out->run = std::move(record);
  else if (kind == "control")
    out->controls.push_back(std::move(record));
  else if (kind == "case")
    out->cases.push_back(std::move(record));
  else if (kind == "reason")
    out->reasons.push_back(std::move(record));
  else if (kind == "summary")
    out->summary = std::move(record);
}

}  // namespace

int RunRecords::exit_code() const {
  const Json& code = Member(summary, "exit");
  return code.is_number_integer() ? code.get<int>() : 6;
}

RunRecords ParseRecords(std::string_view lines) {
  RunRecords out;
  while (!lines.empty()) {
    size_t end = lines.find('\n');
    std::string_view line = lines.substr(0, end);
    Json record;
    if (!line.empty()) {
      if (!ParseJson(line, &record) || !record.is_object())
        throw std::runtime_error("a line of the records is no JSON object");
      Add(std::move(record), &out);
    }
    if (end == std::string_view::npos) break;
    lines.remove_prefix(end + 1);
  }
  return out;
}

RunRecords ReadRecords(const std::string& path) { return ParseRecords(ReadFile(path)); }

std::string RecordedBytes(const Json& value) {
  if (Member(value, "text").is_string()) return TextMember(value, "text");
  std::string out;
  BytesFromJson(value, &out);
  return out;
}

bool IsCut(const Json& value) { return Member(value, "cut").is_number(); }

std::string VerdictText(const Json& record) {
  std::string tag = TextMember(record, "tag");
  std::string verdict = TextMember(record, "verdict");
  return tag.empty() ? verdict : verdict + "[" + tag + "]";
}

}  // namespace garter
