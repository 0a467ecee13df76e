// garter-fuzz: the generator on the command line.
//
//   garter-fuzz generate --seed 1 --count 10 --out DIR   DIR/1.py, DIR/2.py, ...
//   garter-fuzz generate --seed 1 --count 10 --jsonl     one JSON object a line
//   garter-fuzz generate --seed 7                        that program, to stdout
//
// What the programs are like is measured by fuzz/python/program_stats.py, which
// reads the JSON lines under the oracle.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "fuzz/generator.h"

namespace garter::fuzz {
namespace {

struct Request {
  uint64_t seed = 0;
  uint64_t count = 1;
  std::string out;
  bool jsonl = false;
  GeneratorOptions options;
};

std::string AsJson(uint64_t seed, const GeneratedProgram& program) {
  nlohmann::ordered_json record;
  record["id"] = "gen-" + std::to_string(seed);
  record["seed"] = seed;
  record["wild"] = program.wild;
  record["exception"] = program.exception;
  record["source"] = program.source;
  return record.dump();
}

int Generate(const Request& request) {
  if (!request.out.empty()) std::filesystem::create_directories(request.out);
  for (uint64_t seed = request.seed; seed < request.seed + request.count; ++seed) {
    GeneratedProgram program = GenerateProgramWithNotes(seed, request.options);
    if (!request.out.empty()) {
      std::ofstream file(request.out + "/" + std::to_string(seed) + ".py", std::ios::binary);
      file << program.source;
      if (!file.flush()) {
        std::cerr << "garter-fuzz: cannot write to " << request.out << "\n";
        return 2;
      }
    } else if (request.jsonl) {
      std::cout << AsJson(seed, program) << "\n";
    } else {
      std::cout << program.source;
    }
  }
  return std::cout.flush() ? 0 : 2;
}

}  // namespace
}  // namespace garter::fuzz

int main(int argc, char** argv) {
  CLI::App app{"Programs for a Python implementation to be tested with."};
  app.require_subcommand(1);
  garter::fuzz::Request request;
  CLI::App* generate = app.add_subcommand("generate", "write generated programs");
  generate->add_option("--seed", request.seed, "the first seed")->capture_default_str();
  generate->add_option("--count", request.count, "how many programs, one a seed")->capture_default_str();
  generate->add_option("--out", request.out, "write SEED.py files into this folder");
  generate->add_flag("--jsonl", request.jsonl, "write JSON lines to stdout");
  generate->add_option("--wild", request.options.wild_percent, "how many in a hundred end in an exception")->capture_default_str();
  generate->add_option("--statements", request.options.statements, "mean size of the main program")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return garter::fuzz::Generate(request);
}
