// The run as one HTML file that works from a disk, without a network: page/template.html with its style, its script and
// the records inlined. No HTML is made here or there from what a program said: the script inserts text as text.
#ifndef GARTER_REPORTS_HTML_H_
#define GARTER_REPORTS_HTML_H_

#include <string>

#include "reports/records.h"

namespace garter {

std::string HtmlPage(const RunRecords& run);

}  // namespace garter

#endif  // GARTER_REPORTS_HTML_H_
