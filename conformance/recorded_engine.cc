// A recording is good only for the very program it was made from: another hash is INFRA, never a comparison.
#include "conformance/recorded_engine.h"

#include "conformance/encoding.h"

namespace garter {
namespace {

// The version that most files carry stands in the first file found; a mix is fine, each file names its own.
std::string AnyVersion(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) return {};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    Json file;
    if (entry.path().extension() == ".json" && ParseJson(ReadFile(entry.path()), &file))
      return TextMember(file, "python");
  }
  return {};
}

}  // namespace

RecordedEngine::RecordedEngine(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::string version = AnyVersion(folder_);
  if (version.empty()) {
    error_ = "no recorded observations in " + folder_.string();
    return;
  }
  hello_ = {{"protocol", "CAP/1"},
            {"engine", "cpython-recorded"},
            {"version", version},
            {"python", "3.14"},
            {"isolation", {{"mode", "recorded"}, {"holds", Json::array()}}}};
}

std::filesystem::path RecordedPath(const std::filesystem::path& folder, const Case& test) {
  return folder / (test.id + ".json");
}

std::string RecordedText(const Case& test, const Observation& observation, const std::string& version) {
  Json kept = observation.json();
  for (const char* key : {"claimed", "measured", "engine", "session"}) kept.erase(key);
  Json file = {{"python", version}, {"sha256", Sha256Hex(test.source)}, {"observation", kept}};
  return DumpJson(file, 1) + "\n";
}

Observation RecordedEngine::Load(const Case& test) const {
  std::filesystem::path path = RecordedPath(folder_, test);
  if (!std::filesystem::exists(path)) return Observation::Synthetic(test.id, "infra", "no recorded observation");
  Json file;
  if (!ParseJson(ReadFile(path), &file)) return Observation::Synthetic(test.id, "infra", "recorded file is no JSON");
  if (TextMember(file, "sha256") != Sha256Hex(test.source)) {
    return Observation::Synthetic(test.id, "infra", "the case changed since it was recorded: run `conform record`");
  }
  return Observation(Member(file, "observation"));
}

std::vector<Observation> RecordedEngine::Run(const std::vector<const Case*>& cases) {
  std::vector<Observation> out;
  for (const Case* test : cases) out.push_back(Load(*test));
  return out;
}

Observation RecordedEngine::RunCanary(const Case& test, const std::string& kind) {
  return Observation::Synthetic(test.id, "infra", "a recording cannot fail on purpose: " + kind);
}

}  // namespace garter
