// The summary that a run ends with on the terminal: what ran under what, the verdicts as a bar, the findings, the reasons.
#ifndef GARTER_REPORTS_TERMINAL_H_
#define GARTER_REPORTS_TERMINAL_H_

#include <string>

#include "reports/records.h"

namespace garter {

// `page` is where the HTML report lies. Without `color` the text is plain.
std::string TerminalSummary(const RunRecords& run, bool color, const std::string& page);

}  // namespace garter

#endif  // GARTER_REPORTS_TERMINAL_H_
