// Reads the records of a run back (conformance/record.h writes them). Every report is a projection of what stands here
// and of nothing else.
#ifndef GARTER_REPORTS_RECORDS_H_
#define GARTER_REPORTS_RECORDS_H_

#include <string>
#include <vector>

#include "conformance/json.h"

namespace garter {

struct RunRecords {
  Json run;
  std::vector<Json> controls;
  std::vector<Json> cases;
  std::vector<Json> reasons;
  Json summary;
  int exit_code() const;
};

// Throws std::runtime_error when the file cannot be read or holds a line that is no record.
RunRecords ReadRecords(const std::string& path);
RunRecords ParseRecords(std::string_view lines);

// The bytes behind a recorded text: a string, {"b64"}, or either of them cut. Empty for anything else.
std::string RecordedBytes(const Json& value);
bool IsCut(const Json& value);

// "DIVERGE[stdout]" of a case record.
std::string VerdictText(const Json& record);

}  // namespace garter

#endif  // GARTER_REPORTS_RECORDS_H_
