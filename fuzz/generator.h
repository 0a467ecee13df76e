// Programs by the thousand: typed, value-tracking, terminating.
//
// GenerateProgram(seed) writes a Python program that uses what Garter's first
// version runs, prints what it computes, and, nearly always, either runs to its
// end or dies of the uncaught exception it was made for ("wild" programs). The
// same seed and options give the same bytes on every platform and in every
// build: the tests pin a hash of a hundred programs.
//
// How it can know that a program terminates without running it is told in
// value_type.h (contracts) and program_builder.h (costs). What it never does:
// print an address, put one in a set, read a clock, or import anything.
#ifndef GARTER_FUZZ_GENERATOR_H_
#define GARTER_FUZZ_GENERATOR_H_

#include <cstdint>
#include <string>

namespace garter::fuzz {

struct GeneratorOptions {
  // Statements of the main program, before the blocks inside them are counted.
  int statements = 13;
  // How many programs in a hundred are made to end in an uncaught exception.
  int wild_percent = 12;
  // Features that CPython warns of at compile time (`return` in `finally`).
  bool warnings = false;
  // A first line that names the seed.
  bool header = true;
};

struct GeneratedProgram {
  std::string source;
  bool wild = false;      // Made to end in an uncaught exception ...
  std::string exception;  // ... of this class; "" if any will do.
};

GeneratedProgram GenerateProgramWithNotes(uint64_t seed, const GeneratorOptions& options = {});
std::string GenerateProgram(uint64_t seed, const GeneratorOptions& options = {});

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_GENERATOR_H_
