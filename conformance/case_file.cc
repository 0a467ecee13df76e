// The front matter's grammar is small on purpose: `key: value`, a value that goes on in a more deeply indented comment
// line, `[a, b]` for lists and `{key: value}` for limits. A mistake never stops the loading: lint reports all at once.
#include "conformance/case_file.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "conformance/encoding.h"

namespace garter {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFence = "# ---";

std::string_view Trim(std::string_view text) {
  size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (true) {
    size_t at = text.find(separator);
    std::string_view item = Trim(text.substr(0, at));
    if (!item.empty()) out.emplace_back(item);
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + 1);
  }
}

// "[a, b]" or "a, b".
std::vector<std::string> ParseList(std::string_view text) {
  text = Trim(text);
  if (text.size() >= 2 && text.front() == '[' && text.back() == ']') text = text.substr(1, text.size() - 2);
  return Split(text, ',');
}

std::optional<double> ParseNumber(std::string_view text) {
  double value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

// One `key: value` of limits; answers whether it was understood.
bool SetLimit(std::string_view key, std::string_view value, CaseLimits* limits) {
  if (key == "time") {
    std::optional<double> seconds = ParseNumber(value);
    if (seconds) limits->time = *seconds;
    return seconds.has_value();
  }
  std::optional<uint64_t> size = ParseSize(value);
  if (!size) return false;
  if (key == "fuel")
    limits->fuel = *size;
  else if (key == "memory")
    limits->memory = *size;
  else if (key == "output")
    limits->output = *size;
  else if (key == "depth" && *size <= UINT32_MAX)
    limits->depth = static_cast<uint32_t>(*size);
  else
    return false;
  return true;
}

void ParseLimits(std::string_view text, Case* out) {
  text = Trim(text);
  if (text.size() >= 2 && text.front() == '{' && text.back() == '}') text = text.substr(1, text.size() - 2);
  for (const std::string& item : Split(text, ',')) {
    size_t colon = item.find_first_of(":=");
    std::string_view view(item);
    bool good =
        colon != std::string::npos && SetLimit(Trim(view.substr(0, colon)), Trim(view.substr(colon + 1)), &out->limits);
    if (!good) out->mistakes.push_back("limits: cannot read '" + item + "'");
  }
}

struct Entry {
  std::string key;
  std::string value;
};

// A line of front matter without its `#`, sorted into the entries.
void AddLine(std::string_view line, std::vector<Entry>* entries, Case* out) {
  bool continues = line.size() >= 3 && line.substr(0, 3) == "   ";
  if (continues && !entries->empty()) {
    entries->back().value += " " + std::string(Trim(line));
    return;
  }
  size_t colon = line.find(':');
  if (colon == std::string_view::npos) {
    if (!Trim(line).empty())
      out->mistakes.push_back("front matter line without a key: '" + std::string(Trim(line)) + "'");
    return;
  }
  entries->push_back({std::string(Trim(line.substr(0, colon))), std::string(Trim(line.substr(colon + 1)))});
}

void SetEntry(const Entry& entry, Case* out) {
  if (entry.value.empty()) out->mistakes.push_back(entry.key + ": has no value");
  if (entry.key == "id")
    out->id = entry.value;
  else if (entry.key == "desc")
    out->desc = entry.value;
  else if (entry.key == "ref")
    out->ref = entry.value;
  else if (entry.key == "features")
    out->features = ParseList(entry.value);
  else if (entry.key == "limits")
    ParseLimits(entry.value, out);
  else if (entry.key == "expect")
    out->expect = ParseExpectation(entry.value, &out->mistakes);
  else if (entry.key == "observe")
    out->observe = ParseList(entry.value);
  else if (entry.key == "host")
    out->host = ParseList(entry.value);
  else
    out->mistakes.push_back("unknown front matter field '" + entry.key + "'");
}

Case LoadCase(const fs::path& root, const fs::path& base, const fs::path& file, Origin origin) {
  Case out;
  out.origin = origin;
  out.path = file.lexically_relative(root).generic_string();
  out.source = ReadFile(file);
  ParseFrontMatter(&out);
  std::string stem = file.lexically_relative(base).replace_extension().generic_string();
  if (out.id.empty()) out.id = stem;
  if (out.id != stem) out.mistakes.push_back("id '" + out.id + "' is not the path '" + stem + "'");
  return out;
}

}  // namespace

std::string_view OriginName(Origin origin) {
  switch (origin) {
    case Origin::kCurated:
      return "curated";
    case Origin::kRegression:
      return "regression";
    case Origin::kGenerated:
      return "generated";
    case Origin::kHostile:
      return "hostile";
    case Origin::kDivergence:
      return "divergence";
    case Origin::kControl:
      return "control";
    case Origin::kLaw:
      return "law";
  }
  return "unknown";
}

bool Case::Observes(std::string_view field) const {
  if (observe.empty()) return field == "stdout" || field == "stderr" || field == "exception";
  return std::find(observe.begin(), observe.end(), field) != observe.end();
}

std::optional<uint64_t> ParseSize(std::string_view text) {
  uint64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  std::string_view suffix = Trim(text.substr(end - text.data()));
  int shift = suffix.empty() || suffix == "B" ? 0
              : suffix == "KiB"               ? 10
              : suffix == "MiB"               ? 20
              : suffix == "GiB"               ? 30
                                              : -1;
  if (shift < 0 || value > UINT64_MAX >> shift) return std::nullopt;
  return value << shift;
}

Expectation ParseExpectation(std::string_view text, std::vector<std::string>* mistakes) {
  static const std::set<std::string> kOutcomes = {"ok", "exception", "limit", "unsupported", "clean"};
  Expectation out;
  out.text = std::string(Trim(text));
  if (out.text == "cpython") return out;
  std::string rest = out.text;
  for (size_t at; (at = rest.find(" or ")) != std::string::npos;) rest.replace(at, 4, ";");
  for (const std::string& part : Split(rest, ';')) {
    size_t space = part.find(' ');
    Expectation::Alternative alternative{part.substr(0, space), {}};
    if (space != std::string::npos) alternative.names = Split(std::string_view(part).substr(space), '|');
    if (!kOutcomes.contains(alternative.outcome)) mistakes->push_back("expect: cannot read '" + part + "'");
    out.alternatives.push_back(std::move(alternative));
  }
  return out;
}

void ParseFrontMatter(Case* out) {
  std::istringstream lines(out->source);
  std::string line;
  std::vector<Entry> entries;
  std::getline(lines, line);
  if (Trim(line) != kFence) return;
  while (true) {
    if (!std::getline(lines, line)) {
      out->mistakes.push_back("front matter has no end");
      break;
    }
    if (Trim(line) == kFence) break;
    if (line.empty() || line[0] != '#') {
      out->mistakes.push_back("front matter line is no comment: '" + line + "'");
      break;
    }
    AddLine(std::string_view(line).substr(1), &entries, out);
  }
  std::set<std::string> seen;
  for (const Entry& entry : entries) {
    if (!seen.insert(entry.key).second) out->mistakes.push_back(entry.key + ": stands twice");
    SetEntry(entry, out);
  }
}

std::vector<Case> LoadCases(const fs::path& root, const std::string& folder, Origin origin) {
  std::vector<Case> out;
  fs::path base = root / folder;
  if (!fs::is_directory(base)) return out;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(base)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".py") continue;
    if (entry.path().parent_path() == base && origin != Origin::kDivergence && origin != Origin::kRegression) {
      // Scripts that make or count cases stand at the top of a source folder; cases stand in topic folders, except for
      // those that begin with front matter.
      if (!ReadFile(entry.path()).starts_with(kFence)) continue;
    }
    out.push_back(LoadCase(root, base, entry.path(), origin));
  }
  std::sort(out.begin(), out.end(), [](const Case& a, const Case& b) { return a.id < b.id; });
  return out;
}

Json LimitsToJson(const CaseLimits& limits) {
  return {{"time", limits.time},
          {"memory", limits.memory},
          {"output", limits.output},
          {"depth", limits.depth},
          {"fuel", limits.fuel ? Json(*limits.fuel) : Json()}};
}

CaseLimits LimitsFromJson(const Json& value) {
  CaseLimits out;
  if (Member(value, "time").is_number()) out.time = value["time"].get<double>();
  if (Member(value, "memory").is_number_unsigned()) out.memory = value["memory"].get<uint64_t>();
  if (Member(value, "output").is_number_unsigned()) out.output = value["output"].get<uint64_t>();
  if (Member(value, "depth").is_number_unsigned()) out.depth = value["depth"].get<uint32_t>();
  if (Member(value, "fuel").is_number_unsigned()) out.fuel = value["fuel"].get<uint64_t>();
  return out;
}

Json CasePayload(const Case& test) {
  Json out = CasePayloadWithoutSource(test);
  out["source"] = BytesToJson(test.source);
  return out;
}

Json CasePayloadWithoutSource(const Case& test) {
  Json observe = Json::array();
  for (const char* field : {"stdout", "stderr", "exception", "globals", "result", "trace"}) {
    if (test.Observes(field)) observe.push_back(field);
  }
  return {{"id", test.id},
          {"filename", test.filename},
          {"limits", LimitsToJson(test.limits)},
          {"inputs", Json::object()},
          {"host", test.host},
          {"seed", 0},
          {"clock", 0},
          {"observe", observe},
          {"trace", false}};
}

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

void WriteFile(const fs::path& path, std::string_view bytes) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace garter
