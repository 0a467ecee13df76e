// The run as JUnit XML: a suite an origin, a test case a program; controls are a suite of their own.
#ifndef GARTER_REPORTS_JUNIT_H_
#define GARTER_REPORTS_JUNIT_H_

#include <string>

#include "reports/records.h"

namespace garter {

std::string JUnitXml(const RunRecords& run);

}  // namespace garter

#endif  // GARTER_REPORTS_JUNIT_H_
