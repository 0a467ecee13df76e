// Runs a fuzz target without libFuzzer, so that in every configuration the
// seeds and a fixed number of mutations of them are an ordinary test:
//
//   NAME_replay [--mutations N] FILE_OR_FOLDER...
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);
extern "C" __attribute__((weak)) size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size,
                                                                unsigned int seed);

namespace {

constexpr size_t kMaxInput = 1 << 16;

std::vector<std::filesystem::path> FilesOf(const std::string& path) {
  std::vector<std::filesystem::path> out;
  if (!std::filesystem::is_directory(path)) return {path};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

void Run(const std::vector<uint8_t>& input) { LLVMFuzzerTestOneInput(input.data(), input.size()); }

void RunMutations(std::vector<uint8_t> input, int count, unsigned int seed) {
  if (LLVMFuzzerCustomMutator == nullptr) return;
  for (int i = 0; i < count; ++i) {
    size_t size = input.size();
    input.resize(kMaxInput);
    size = LLVMFuzzerCustomMutator(input.data(), size, kMaxInput, seed * 7919u + static_cast<unsigned int>(i));
    input.resize(size);
    Run(input);
  }
}

}  // namespace

int main(int argc, char** argv) {
  int mutations = 0;
  unsigned int inputs = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--mutations") == 0 && i + 1 < argc) {
      mutations = std::atoi(argv[++i]);
      continue;
    }
    for (const std::filesystem::path& path : FilesOf(argv[i])) {
      std::ifstream file(path, std::ios::binary);
      std::vector<uint8_t> input((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
      if (input.size() > kMaxInput) input.resize(kMaxInput);
      Run(input);
      RunMutations(input, mutations, ++inputs);
    }
  }
  std::printf("%u inputs and %d mutations of each: fine\n", inputs, mutations);
  return inputs > 0 ? 0 : 1;
}
