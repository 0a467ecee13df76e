// The command `garter`: run a program inside limits, show its code or its tree.
//
// Options and exit codes are the public contract; `garter run --help` says them. Everything here is glue between the
// command line and interpreter.h.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "interpreter/cli/commands.h"
#include "interpreter/interpreter.h"

namespace {

constexpr const char* kRunHelp =
    "Exit codes: 0 success; 1 an uncaught exception (SystemExit: its own code); 2 usage, a syntax error or an "
    "unsupported "
    "construct; 3 a limit, with a last line `garter: limit: <kind>: cap <n>, used <n>, line <n>` on stderr.";

// A source from FILE, `-`, or -c. False: it cannot be read.
bool ReadSource(const std::string& file, const std::string& command, garter::cli::Source* source) {
  if (!command.empty() || file.empty()) {
    source->text = command;
    source->filename = "<string>";
    return true;
  }
  if (file == "-") {
    source->text.assign(std::istreambuf_iterator<char>(std::cin), {});
    source->filename = "<stdin>";
    return true;
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "garter: cannot read %s: check that the file exists and is readable\n", file.c_str());
    return false;
  }
  // At once into a buffer of its size, where it has one: a text of 50 MB is held once and not while it grows.
  in.seekg(0, std::ios::end);
  std::streamoff size = in.tellg();
  in.clear();
  in.seekg(0);
  in.clear();
  if (size > 0) {
    source->text.resize(static_cast<size_t>(size));
    in.read(source->text.data(), size);
    source->text.resize(static_cast<size_t>(in.gcount()));
  } else {
    source->text.assign(std::istreambuf_iterator<char>(in), {});
  }
  source->filename = file;
  return true;
}

struct SourceOptions {
  std::string file, command;
  void AddTo(CLI::App* app) {
    auto* group = app->add_option_group("source", "one of");
    group->add_option("FILE", file, "a Python program; - reads standard input");
    group->add_option("-c", command, "the program itself");
    group->require_option(1);
  }
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Garter runs Python 3.14 code inside hard limits, with no way out."};
  app.set_version_flag("--version", std::string("garter ") + std::string(garter::Version()));
  app.require_subcommand(1);

  SourceOptions source_options;
  garter::cli::RunFlags flags;

  CLI::App* run = app.add_subcommand("run", "run a program");
  source_options.AddTo(run);
  CLI::AsSizeValue bytes(false);
  run->add_option("--fuel", flags.fuel, "units of work, deterministic (default: counted, unbounded)");
  run->add_option("--max-memory", flags.memory, "bytes; suffixes KiB, MiB, GiB")
      ->transform(bytes)
      ->default_str("256MiB");
  run->add_option("--max-time", flags.seconds, "seconds, decimals allowed")
      ->check(CLI::PositiveNumber)
      ->default_str("10");
  run->add_option("--max-output", flags.output, "bytes; suffixes KiB, MiB, GiB")
      ->transform(bytes)
      ->default_str("16MiB");
  run->add_option("--max-depth", flags.depth, "frames of Python code, then RecursionError")->default_str("1000");
  run->add_flag("--json", flags.json, "print the observation as one JSON object instead of the streams");
  run->add_option("--mutant", flags.mutant,
                  "run with a seeded bug, for the toolkit's self-test (see `garter mutants`)");
  run->footer(kRunHelp);

  CLI::App* dis = app.add_subcommand("dis", "show the bytecode of a program");
  SourceOptions dis_source;
  dis_source.AddTo(dis);

  CLI::App* parse = app.add_subcommand("parse", "show the syntax tree of a program");
  SourceOptions parse_source;
  parse_source.AddTo(parse);
  std::string format = "tree";
  parse
      ->add_option("--format", format,
                   "tree: indented; ast: as ast.dump(..., include_attributes=True); source: unparsed")
      ->check(CLI::IsMember({"tree", "ast", "source"}))
      ->default_str("tree");

  CLI::App* mutants = app.add_subcommand("mutants", "list the seeded bugs");
  bool mutants_json = false;
  mutants->add_flag("--json", mutants_json, "as JSON");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    int code = app.exit(error);
    return code == 0 ? 0 : 2;
  }

  garter::cli::Source source;
  if (*run) {
    if (!ReadSource(source_options.file, source_options.command, &source)) return 2;
    return garter::cli::Run(source, flags);
  }
  if (*dis) {
    if (!ReadSource(dis_source.file, dis_source.command, &source)) return 2;
    return garter::cli::Disassemble(source);
  }
  if (*parse) {
    if (!ReadSource(parse_source.file, parse_source.command, &source)) return 2;
    return garter::cli::Parse(source, format);
  }
  return garter::cli::ListMutants(mutants_json);
}
