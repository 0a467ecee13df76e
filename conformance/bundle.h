// A replay bundle: one folder with all that a finding needs to be seen again, on another machine and without this run.
//
//   program.py    the program        subject.json, oracle.json   what each engine answered
//   bundle.json   verdict, signature, case parameters, engines and versions, the command
//   session/      programs that ran before it in the same worker, only where the failure needs their company
#ifndef GARTER_CONFORMANCE_BUNDLE_H_
#define GARTER_CONFORMANCE_BUNDLE_H_

#include <filesystem>
#include <string>
#include <vector>

#include "conformance/runner.h"

namespace garter {

// `a/b` -> `a_b`, and whatever else a file name should not have is replaced.
std::string BundleName(const std::string& case_id);

void WriteBundle(const std::filesystem::path& folder, const CaseResult& result, const std::string& signature,
                 const std::vector<const Case*>& session, const Json& subject_hello, const Json& oracle_hello,
                 const std::string& arguments = "");

// What to type to see it again; `arguments` chooses the engines (session.h).
std::string ReplayCommand(const std::string& folder, const std::string& arguments);

struct Bundle {
  Case test;
  std::vector<Case> session;
  std::string verdict;
  std::string signature;
  Json facts;
};

// Throws std::runtime_error when the folder is no bundle.
Bundle ReadBundle(const std::filesystem::path& folder);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_BUNDLE_H_
