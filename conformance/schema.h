// Checks a JSON value against a JSON Schema: the few keywords that observation.schema.json uses, so that the schema file
// is the only place where the shape of an observation stands. Not a general validator: an unknown keyword is an error.
#ifndef GARTER_CONFORMANCE_SCHEMA_H_
#define GARTER_CONFORMANCE_SCHEMA_H_

#include <string>

#include "conformance/json.h"

namespace garter {

class Schema {
 public:
  // REQUIRES: `text` is JSON. Throws std::invalid_argument otherwise.
  explicit Schema(std::string_view text);

  // Empty when `value` fits, else one sentence with the path of the first misfit.
  std::string Check(const Json& value) const;

 private:
  std::string CheckNode(const Json& rule, const Json& value, const std::string& path, int depth) const;
  std::string CheckObject(const Json& rule, const Json& value, const std::string& path, int depth) const;
  std::string CheckAnyOf(const Json& rules, const Json& value, const std::string& path, int depth) const;
  const Json& Resolve(const Json& reference) const;

  Json root_;
};

// The schema of observations, compiled into the binary.
const Schema& ObservationSchema();

}  // namespace garter

#endif  // GARTER_CONFORMANCE_SCHEMA_H_
