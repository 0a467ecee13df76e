// An observation: what one engine did with one case, as CAP/1 says it (protocol.md, observation.schema.json), plus what
// the runner measured from outside. Reading only; a field that is absent reads as empty.
#ifndef GARTER_CONFORMANCE_OBSERVATION_H_
#define GARTER_CONFORMANCE_OBSERVATION_H_

#include <optional>
#include <string>

#include "conformance/json.h"

namespace garter {

class Observation {
 public:
  Observation() = default;
  explicit Observation(Json value) : value_(std::move(value)) {}

  // What the runner says when an adapter could not: `outcome` is crash, hang, protocol or infra.
  static Observation Synthetic(const std::string& case_id, const std::string& outcome, const std::string& detail);

  const Json& json() const { return value_; }
  bool empty() const { return value_.is_null(); }

  std::string outcome() const { return TextMember(value_, "outcome"); }
  std::string phase() const;  // "compile" or "run"
  std::string stdout_bytes() const { return Bytes("stdout"); }
  std::string stderr_bytes() const { return Bytes("stderr"); }
  std::string exception_type() const { return TextMember(Member(value_, "exception"), "type"); }
  std::string exception_message() const { return TextMember(Member(value_, "exception"), "message"); }
  std::string traceback() const { return TextMember(Member(value_, "exception"), "traceback"); }
  std::string limit_kind() const { return TextMember(Member(value_, "limit"), "kind"); }
  std::string feature() const { return TextMember(Member(value_, "unsupported"), "feature"); }
  std::string detail() const { return TextMember(value_, "detail"); }
  std::optional<int64_t> exit_code() const;
  std::optional<int64_t> signal() const;
  std::optional<double> claimed(const char* what) const { return Number("claimed", what); }
  std::optional<double> measured(const char* what) const { return Number("measured", what); }

  void set_measured(Json measured) { value_["measured"] = std::move(measured); }
  void set(const char* key, Json value) { value_[key] = std::move(value); }

 private:
  std::string Bytes(const char* key) const;
  std::optional<double> Number(const char* group, const char* key) const;

  Json value_;
};

}  // namespace garter

#endif  // GARTER_CONFORMANCE_OBSERVATION_H_
