// A case: one program with what is known about it. Curated cases say it in front matter, generated ones carry none.
//
// Front matter stands in comments between two `# ---` lines (README.md has an example), so that the file runs as it is
// and the line numbers of a traceback are those of the file.
#ifndef GARTER_CONFORMANCE_CASE_FILE_H_
#define GARTER_CONFORMANCE_CASE_FILE_H_

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/json.h"

namespace garter {

enum class Origin { kCurated, kRegression, kGenerated, kHostile, kDivergence, kControl, kLaw };
std::string_view OriginName(Origin origin);

struct CaseLimits {
  double time = 10.0;              // seconds
  uint64_t memory = 256ull << 20;  // bytes
  uint64_t output = 16ull << 20;   // bytes
  uint32_t depth = 1000;           // frames
  std::optional<uint64_t> fuel;    // absent: counted, not bounded
};

// What a case expects of the subject where no oracle can say: one of `alternatives` must hold.
struct Expectation {
  struct Alternative {
    std::string outcome;             // ok, exception, limit, unsupported, clean
    std::vector<std::string> names;  // limit kinds or exception types; empty: any
  };
  std::string text;  // as written
  std::vector<Alternative> alternatives;
  bool empty() const { return alternatives.empty(); }
};

struct Case {
  std::string id;
  Origin origin = Origin::kCurated;
  std::string path;                  // relative to the root; empty for generated cases
  std::string source;                // any bytes
  std::string filename = "main.py";  // as tracebacks show it
  std::string desc;
  std::string ref;
  std::vector<std::string> features;
  CaseLimits limits;
  Expectation expect;
  std::vector<std::string> observe;   // empty: the default
  std::vector<std::string> host;      // functions of host_table.h that the program may call
  std::optional<uint64_t> seed;       // of the generator
  std::vector<std::string> mistakes;  // what the lint will say about the front matter

  bool Observes(std::string_view field) const;
};

// Reads front matter out of `source` into `out` (which already has its source); mistakes are collected, never thrown.
void ParseFrontMatter(Case* out);

// "16MiB" -> bytes; nothing on a malformed number.
std::optional<uint64_t> ParseSize(std::string_view text);
Expectation ParseExpectation(std::string_view text, std::vector<std::string>* mistakes);

// All `.py` files below `folder` (relative to `root`), sorted by id.
std::vector<Case> LoadCases(const std::filesystem::path& root, const std::string& folder, Origin origin);

// The payload of a CASE frame.
Json CasePayload(const Case& test);
Json CasePayloadWithoutSource(const Case& test);
// The limits alone, as they stand in the payload; and back, for replay.
Json LimitsToJson(const CaseLimits& limits);
CaseLimits LimitsFromJson(const Json& value);

std::string ReadFile(const std::filesystem::path& path);                    // throws std::runtime_error
void WriteFile(const std::filesystem::path& path, std::string_view bytes);  // makes the folder; throws

}  // namespace garter

#endif  // GARTER_CONFORMANCE_CASE_FILE_H_
