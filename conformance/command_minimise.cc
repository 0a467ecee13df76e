// `conform minimise`: shrinks the program of a bundle while the verdict and the first differing field stay the same.
#include <algorithm>
#include <cstdio>

#include "conformance/bundle.h"
#include "conformance/commands.h"
#include "conformance/gate.h"
#include "conformance/runner.h"
#include "fuzz/minimiser.h"

namespace garter {

namespace {

int CountLines(const std::string& text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace

int CommandMinimise(const CommonOptions& common, const std::string& path, const std::string& out) {
  Session session(common);
  session.ChooseOracle();
  std::filesystem::path folder = std::filesystem::exists(path) ? std::filesystem::path(path) : session.root() / path;
  Bundle bundle = ReadBundle(folder);
  std::unique_ptr<Engine> subject = session.MakeSubject();
  std::unique_ptr<Engine> oracle = session.MakeOracle();
  Verdict seen = RunOneAlone(bundle.test, subject.get(), oracle.get(), {}).verdict;
  if (!IsBad(seen.kind)) throw UsageError(path + " does not show again: it is " + seen.Text() + " now");
  std::string wanted = seen.Text();
  auto still_fails = [&](const std::string& source) {
    Case candidate = bundle.test;
    candidate.source = source;
    std::vector<const Case*> one = {&candidate};
    Observation answer = oracle ? oracle->Run(one).front() : Observation();
    return Judge(candidate, subject->Run(one).front(), answer).Text() == wanted;
  };
  std::string small = fuzz::Minimise(bundle.test.source, still_fails);
  std::filesystem::path file = out.empty() ? folder / "minimised.py" : std::filesystem::path(out);
  WriteFile(file, small);
  std::printf("%s: %d lines became %d, in %s\n", wanted.c_str(), CountLines(bundle.test.source), CountLines(small),
              file.c_str());
  return kExitFine;
}
}  // namespace garter
