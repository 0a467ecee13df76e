// Compares two observations of one case, field by field, in a fixed order, and names the first that differs.
//
// A field that one side does not give is not compared (an engine need not know tracebacks). Fields that differ only in
// what CPython itself leaves to chance are equal after a normaliser; which ones were needed is told, because each use is
// counted and the count may only fall.
#ifndef GARTER_CONFORMANCE_COMPARATOR_H_
#define GARTER_CONFORMANCE_COMPARATOR_H_

#include <string>
#include <string_view>
#include <vector>

#include "conformance/case_file.h"
#include "conformance/observation.h"

namespace garter {

struct Comparison {
  std::string field;    // empty: equal. Else outcome, phase, exception.type, ..., stdout, ...
  std::string subject;  // the differing values, as text
  std::string oracle;
  std::vector<std::string> norms;  // ids of the normalisers that were needed, sorted
  bool equal() const { return field.empty(); }
};

// The first field that differs, or none.
Comparison Compare(const Case& test, const Observation& subject, const Observation& oracle);

// From here on nothing differs any more: what the positive controls are there to notice, for their test.
void BlindComparator();

// A normaliser rewrites what may differ. `address`: " at 0x7f..." -> " at 0xADDR". `stack_used`: the kilobytes of
// CPython's "Stack overflow (used N kB)".
struct Normaliser {
  std::string_view id;
  std::string (*apply)(std::string_view text);
};
const std::vector<Normaliser>& Normalisers();

// "main.py:3,main.py:7": where a traceback text says the program was.
std::string TracebackLines(std::string_view traceback);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_COMPARATOR_H_
