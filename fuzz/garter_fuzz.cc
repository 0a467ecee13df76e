// garter-fuzz: generator, mutator and minimiser on the command line.
//
//   garter-fuzz generate --seed 1 --count 10 --out DIR   DIR/1.py, DIR/2.py, ...
//   garter-fuzz generate --seed 1 --count 10 --jsonl     one JSON object a line
//   garter-fuzz generate --seed 7                        that program, to stdout
//   garter-fuzz serve                                    the same for each seed
//                                                        that a line of stdin names
//   garter-fuzz features                                 what --features may name
//   garter-fuzz mutate FILE --seed 3                     one mutant of a program
//   garter-fuzz minimise FILE --check 'CMD {}'           the smallest program for
//                                                        which CMD still succeeds
//
// What the programs are like is measured by fuzz/python/program_stats.py, which
// reads the JSON lines under the oracle.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "fuzz/generator.h"
#include "fuzz/minimiser.h"
#include "fuzz/mutator.h"

namespace garter::fuzz {
namespace {

struct Request {
  uint64_t seed = 0;
  uint64_t count = 1;
  std::string out;
  bool jsonl = false;
  std::string file;
  std::string check;
  std::string features = "default";
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

int Serve(const Request& request) {
  uint64_t seed = 0;
  while (std::cin >> seed) {
    std::cout << AsJson(seed, GenerateProgramWithNotes(seed, request.options)) << "\n" << std::flush;
  }
  return std::cin.eof() ? 0 : 2;
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw CLI::FileError::Missing(path);
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

int ListFeatures() {
  for (const FeatureRow& row : FeatureRows()) std::cout << row.name << ": " << row.meaning << "\n";
  return 0;
}

int MutateFile(const Request& request) {
  std::string mutant = Mutate(ReadFile(request.file), request.seed, request.options.features);
  if (mutant.empty()) {
    std::cerr << "garter-fuzz: no mutant: is " << request.file << " a program?\n";
    return 1;
  }
  std::cout << mutant;
  return 0;
}

// The candidate stands in FILE.candidate while the command looks at it.
int MinimiseFile(const Request& request) {
  std::string candidate_path = request.file + ".candidate";
  std::string command = request.check;
  size_t place = command.find("{}");
  command = place == std::string::npos ? command + " '" + candidate_path + "'"
                                       : command.replace(place, 2, "'" + candidate_path + "'");
  auto still_fails = [&](const std::string& source) {
    std::ofstream(candidate_path, std::ios::binary) << source;
    return std::system(command.c_str()) == 0;
  };
  std::string source = ReadFile(request.file);
  if (!still_fails(source)) {
    std::cerr << "garter-fuzz: the check does not succeed on the program itself\n";
    return 1;
  }
  std::cout << Minimise(source, still_fails);
  std::filesystem::remove(candidate_path);
  return 0;
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
  CLI::App* serve = app.add_subcommand("serve", "write a JSON line for each seed that a line of stdin names");
  for (CLI::App* command : {generate, serve}) {
    command->add_option("--wild", request.options.wild_percent, "how many in a hundred end in an exception")
        ->capture_default_str();
    command->add_option("--statements", request.options.statements, "mean size of the main program")
        ->capture_default_str();
  }
  CLI::App* features = app.add_subcommand("features", "list what --features may name");
  CLI::App* mutate = app.add_subcommand("mutate", "write a mutant of a program to stdout");
  mutate->add_option("file", request.file, "the program")->required()->check(CLI::ExistingFile);
  mutate->add_option("--seed", request.seed, "which mutant")->capture_default_str();
  CLI::App* minimise =
      app.add_subcommand("minimise", "write the smallest program that still shows something to stdout");
  minimise->add_option("file", request.file, "the program")->required()->check(CLI::ExistingFile);
  minimise->add_option("--check", request.check, "a shell command that succeeds while it does; {} is the candidate")
      ->required();
  for (CLI::App* command : {generate, serve, mutate}) {
    command
        ->add_option("--features", request.features, "names joined by commas, all, none or default; -NAME takes away")
        ->capture_default_str();
  }
  CLI11_PARSE(app, argc, argv);
  if (!garter::fuzz::ParseFeatures(request.features, &request.options.features)) {
    std::cerr << "garter-fuzz: unknown feature in '" << request.features << "'; see garter-fuzz features\n";
    return 2;
  }
  if (features->parsed()) return garter::fuzz::ListFeatures();
  if (serve->parsed()) return garter::fuzz::Serve(request);
  if (mutate->parsed()) return garter::fuzz::MutateFile(request);
  if (minimise->parsed()) return garter::fuzz::MinimiseFile(request);
  return garter::fuzz::Generate(request);
}
