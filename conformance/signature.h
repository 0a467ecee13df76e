// The signature of a finding: what stays the same when the same bug shows in another program, so that one bug is one
// finding. `DIVERGE|exception.message|exception TypeError/exception TypeError|unsupported operand for '…'`.
#ifndef GARTER_CONFORMANCE_SIGNATURE_H_
#define GARTER_CONFORMANCE_SIGNATURE_H_

#include <string>
#include <string_view>

#include "conformance/observation.h"
#include "conformance/verdict.h"

namespace garter {

std::string Signature(const Verdict& verdict, const Observation& subject, const Observation& oracle);

// Numbers become #, quoted text becomes '…', anything after 160 bytes is cut.
std::string MessageTemplate(std::string_view message);

// The first line in which two texts differ, from each side; empty when one of them ends before.
struct LinePair {
  size_t number = 0;  // from 1
  std::string subject;
  std::string oracle;
};
LinePair FirstDifference(std::string_view subject, std::string_view oracle);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_SIGNATURE_H_
