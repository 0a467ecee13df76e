// Programs from programs: one random edit of the tree, then repairs, so that
// most results parse, find their names, and reach the interpreter.
//
//   delete, duplicate, move or copy a statement · wrap it in if, for, while, try,
//   or a function · replace an expression by another of the program, of a donor,
//   by one of its own parts, or by a boundary literal · wrap an expression ·
//   swap an operator · swap two expressions · rename
//
// The donor is a second program (crossover) or one fresh from the generator.
// Repairs: names that nothing binds become names that something binds, and
// `return`, `break`, `continue` and `nonlocal` that stand where they may not
// become `pass`.
#ifndef GARTER_FUZZ_MUTATOR_H_
#define GARTER_FUZZ_MUTATOR_H_

#include <cstdint>
#include <string>

namespace garter::fuzz {

// One to four edits. Answers a program that parses, or "" if `source` does not
// parse or no edit was found. Depends on its arguments alone.
std::string Mutate(const std::string& source, uint64_t seed);

// Grafts statements or expressions of `donor` into `source`. As Mutate().
std::string CrossOver(const std::string& source, const std::string& donor, uint64_t seed);

// The repairs alone. Answers `source` if it does not parse.
std::string RepairScopes(const std::string& source, uint64_t seed);

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_MUTATOR_H_
