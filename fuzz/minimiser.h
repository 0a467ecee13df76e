// Delta debugging on the tree: from a program that shows something to the
// smallest one that can be reached by deleting statements, clauses and
// sub-expressions while it still shows it.
//
// What "it" is, is the caller's predicate: for `conform minimise`, that verdict
// and first differing field stay the same. The predicate is asked only about
// programs that parse, and never twice about the same text.
#ifndef GARTER_FUZZ_MINIMISER_H_
#define GARTER_FUZZ_MINIMISER_H_

#include <functional>
#include <string>

namespace garter::fuzz {

struct MinimiserOptions {
  int max_tests = 3000;  // Calls of the predicate.
};

// REQUIRES: still_fails(source). Answers a program for which still_fails holds:
// `source` itself if nothing can go. Source that does not parse is shortened by
// lines and characters instead.
std::string Minimise(const std::string& source, const std::function<bool(const std::string&)>& still_fails,
                     const MinimiserOptions& options = {});

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_MINIMISER_H_
