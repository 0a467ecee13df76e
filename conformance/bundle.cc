// The program stands as a file of its own, so that a person can open it and any engine can run it as it is.
#include "conformance/bundle.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace garter {
namespace {

Json CaseFacts(const Case& test) {
  Json out = {{"id", test.id},
              {"origin", OriginName(test.origin)},
              {"filename", test.filename},
              {"limits", LimitsToJson(test.limits)},
              {"observe", test.observe},
              {"host", test.host},
              {"expect", test.expect.text},
              {"path", test.path}};
  if (test.seed) out["seed"] = *test.seed;
  return out;
}

Case CaseFromFacts(const Json& facts, std::string source) {
  Case out;
  out.id = TextMember(facts, "id");
  out.origin = Origin::kRegression;
  out.filename = TextMember(facts, "filename");
  out.limits = LimitsFromJson(Member(facts, "limits"));
  out.source = std::move(source);
  out.expect = ParseExpectation(TextMember(facts, "expect"), &out.mistakes);
  for (const Json& field : Member(facts, "observe")) out.observe.push_back(field.get<std::string>());
  for (const Json& name : Member(facts, "host")) out.host.push_back(name.get<std::string>());
  return out;
}

std::string Numbered(size_t number) {
  char text[16];
  std::snprintf(text, sizeof text, "%04zu.py", number);
  return text;
}

}  // namespace

std::string BundleName(const std::string& case_id) {
  std::string out;
  for (char c : case_id) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    out += plain && !(out.empty() && c == '.') ? c : '_';
  }
  return out.substr(0, 120);
}

std::string ReplayCommand(const std::string& folder, const std::string& arguments) {
  return "./dev conform replay " + folder + arguments;
}

void WriteBundle(const std::filesystem::path& folder, const CaseResult& result, const std::string& signature,
                 const std::vector<const Case*>& session, const Json& subject_hello, const Json& oracle_hello,
                 const std::string& arguments) {
  Json facts = {{"case", CaseFacts(*result.test)},
                {"verdict", result.verdict.Text()},
                {"detail", result.verdict.detail},
                {"signature", signature},
                {"subject", subject_hello},
                {"oracle", oracle_hello},
                {"command", ReplayCommand(folder.string(), arguments)}};
  WriteFile(folder / "program.py", result.test->source);
  WriteFile(folder / "subject.json", DumpJson(result.subject.json(), 1) + "\n");
  WriteFile(folder / "oracle.json", DumpJson(result.oracle.json(), 1) + "\n");
  size_t number = 0;
  for (const Case* test : session) WriteFile(folder / "session" / Numbered(number++), test->source);
  WriteFile(folder / "bundle.json", DumpJson(facts, 1) + "\n");
}

Bundle ReadBundle(const std::filesystem::path& folder) {
  Bundle out;
  if (!ParseJson(ReadFile(folder / "bundle.json"), &out.facts)) throw std::runtime_error("bundle.json is no JSON");
  out.test = CaseFromFacts(Member(out.facts, "case"), ReadFile(folder / "program.py"));
  out.verdict = TextMember(out.facts, "verdict");
  out.signature = TextMember(out.facts, "signature");
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(folder / "session")) {
    for (const auto& entry : std::filesystem::directory_iterator(folder / "session")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    out.session.push_back(
        CaseFromFacts({{"id", "session/" + file.stem().string()}, {"filename", "main.py"}}, ReadFile(file)));
  }
  return out;
}

}  // namespace garter
