// The hooks through which libFuzzer mutates programs as trees. Linked into the
// targets whose input is a program; input that does not parse falls back to
// libFuzzer's own mutations of bytes, as does one mutation in twenty.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "fuzz/generator.h"
#include "fuzz/mutator.h"

// Weak: a build without libFuzzer links too (replay_main.cc).
extern "C" __attribute__((weak)) size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t max_size);

namespace {

std::string AsText(const uint8_t* data, size_t size) { return std::string(reinterpret_cast<const char*>(data), size); }

// Puts the program into the buffer; 0 if it does not fit or there is none.
size_t Store(const std::string& program, uint8_t* data, size_t max_size) {
  if (program.empty() || program.size() > max_size) return 0;
  std::memcpy(data, program.data(), program.size());
  return program.size();
}

}  // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size, unsigned int seed) {
  if (seed % 20 != 0 || LLVMFuzzerMutate == nullptr) {
    size_t stored = Store(garter::fuzz::Mutate(AsText(data, size), seed), data, max_size);
    if (stored > 0) return stored;
  }
  if (LLVMFuzzerMutate != nullptr && size > 1) return LLVMFuzzerMutate(data, size, max_size);
  garter::fuzz::GeneratorOptions small;
  small.statements = 5;
  size_t stored = Store(garter::fuzz::GenerateProgram(seed, small), data, max_size);
  return stored > 0 ? stored : size;
}

extern "C" size_t LLVMFuzzerCustomCrossOver(const uint8_t* first, size_t first_size, const uint8_t* second,
                                            size_t second_size, uint8_t* out, size_t max_size, unsigned int seed) {
  return Store(garter::fuzz::CrossOver(AsText(first, first_size), AsText(second, second_size), seed), out, max_size);
}
