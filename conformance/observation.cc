// Plain accessors; a wrong shape cannot come here, because the runner checks each frame against the schema first.
#include "conformance/observation.h"

#include "conformance/encoding.h"

namespace garter {

Observation Observation::Synthetic(const std::string& case_id, const std::string& outcome, const std::string& detail) {
  return Observation(Json{
      {"case", case_id}, {"phase", "run"}, {"outcome", outcome}, {"stdout", ""}, {"stderr", ""}, {"detail", detail}});
}

std::string Observation::phase() const { return TextMember(value_, "phase") == "run" ? "run" : "compile"; }

std::string Observation::Bytes(const char* key) const {
  std::string out;
  BytesFromJson(Member(value_, key), &out);
  return out;
}

std::optional<double> Observation::Number(const char* group, const char* key) const {
  const Json& number = Member(Member(value_, group), key);
  if (!number.is_number()) return std::nullopt;
  return number.get<double>();
}

std::optional<int64_t> Observation::exit_code() const {
  const Json& number = Member(value_, "exit");
  if (!number.is_number_integer()) return std::nullopt;
  return number.get<int64_t>();
}

std::optional<int64_t> Observation::signal() const {
  const Json& number = Member(value_, "signal");
  if (!number.is_number_integer()) return std::nullopt;
  return number.get<int64_t>();
}

}  // namespace garter
