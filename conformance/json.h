// The one JSON type of the toolkit and the two ways in which text crosses its border.
//
// Text that comes from programs is hostile: it may be any bytes. DumpJson never throws on it; what is not UTF-8 is
// shown as U+FFFD, so callers that must keep every byte encode first (encoding.h).
#ifndef GARTER_CONFORMANCE_JSON_H_
#define GARTER_CONFORMANCE_JSON_H_

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace garter {

using Json = nlohmann::json;

// One line, or indented when `indent` >= 0. Never throws.
inline std::string DumpJson(const Json& value, int indent = -1) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

// False when `text` is no JSON at all; never throws.
inline bool ParseJson(std::string_view text, Json* out) {
  *out = Json::parse(text.begin(), text.end(), nullptr, false);
  return !out->is_discarded();
}

// The member `key` of an object, or a shared null when absent or when `object` is none.
inline const Json& Member(const Json& object, std::string_view key) {
  static const Json kNull;
  if (!object.is_object()) return kNull;
  auto it = object.find(key);
  return it == object.end() ? kNull : *it;
}

inline std::string TextMember(const Json& object, std::string_view key) {
  const Json& value = Member(object, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

}  // namespace garter

#endif  // GARTER_CONFORMANCE_JSON_H_
