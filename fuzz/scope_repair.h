// Names and places made good after an edit of the tree: a name that nothing binds becomes one that something binds, and
// what stands where Python does not let it (`return` in a class, `await` in a plain function, `break` across except*)
// goes or becomes what may stand there.
#ifndef GARTER_FUZZ_SCOPE_REPAIR_H_
#define GARTER_FUZZ_SCOPE_REPAIR_H_

#include <cstdint>
#include <string>
#include <vector>

#include "fuzz/source_tree.h"

namespace garter::fuzz {

// The repairs. Answers `source` if it does not parse.
std::string RepairScopes(const std::string& source, uint64_t seed);

// Names that something in the program binds, at any level, sorted.
std::vector<std::string> BoundNames(const SourceTree& tree);

// What surrounds a place, up to the nearest function or class.
struct Surroundings {
  enum class Scope : uint8_t { kModule, kClass, kFunction, kAsyncFunction, kLambda };
  Scope scope = Scope::kModule;
  bool in_loop = false;           // `break` and `continue` may stand here.
  bool in_comprehension = false;  // Between the place and that scope.
  bool in_star_handler = false;   // Of except*, which `return` may not leave.
  int owner = -1;                 // The site of that scope, -1 for the module.
};
Surroundings SurroundingsOf(const SourceTree& tree, const Site& site);

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_SCOPE_REPAIR_H_
