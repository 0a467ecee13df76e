// Programs from programs: one random edit of the tree, then repairs, so that
// most results parse, find their names, and reach the interpreter.
//
//   delete, duplicate, move or copy a statement · wrap it in if, for, while, try,
//   or a function · replace an expression by another of the program, of a donor,
//   by one of its own parts, or by a boundary literal · wrap an expression ·
//   swap an operator · swap two expressions · rename · put in a node of any kind
//   (node_templates.def) · replace a pattern · `async` on or off, except and
//   except*, return and yield, list and generator
//
// The donor is a second program (crossover) or one fresh from the generator.
// After the edits scopes are repaired (scope_repair.h).
#ifndef GARTER_FUZZ_MUTATOR_H_
#define GARTER_FUZZ_MUTATOR_H_

#include <cstdint>
#include <string>

#include "fuzz/features.h"

namespace garter::fuzz {

// One to four edits, which bring in nothing beyond `features`. Answers a program
// that parses, or "" if `source` does not parse or no edit was found. Depends on
// its arguments alone.
std::string Mutate(const std::string& source, uint64_t seed, FeatureMask features = kDefaultFeatures);

// Grafts statements or expressions of `donor` into `source`. As Mutate().
std::string CrossOver(const std::string& source, const std::string& donor, uint64_t seed);

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_MUTATOR_H_
