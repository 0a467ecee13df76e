// A straight walk over rule and value together. The depth is bounded, because the value comes from an adapter and
// exceptions nest in it (cause, context).
#include "conformance/schema.h"

#include <stdexcept>

namespace garter {
namespace {

constexpr int kMaxDepth = 64;

constexpr char kObservationSchema[] =
#include "conformance/observation_schema.inc"
    ;

bool HasType(const Json& value, const std::string& type) {
  if (type == "null") return value.is_null();
  if (type == "string") return value.is_string();
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  return type == "number" && value.is_number();
}

bool HasAnyType(const Json& value, const Json& types) {
  if (types.is_string()) return HasType(value, types.get_ref<const std::string&>());
  for (const Json& type : types) {
    if (HasType(value, type.get_ref<const std::string&>())) return true;
  }
  return false;
}

}  // namespace

Schema::Schema(std::string_view text) {
  if (!ParseJson(text, &root_)) throw std::invalid_argument("schema is no JSON");
}

const Json& Schema::Resolve(const Json& reference) const {
  std::string pointer = reference.get<std::string>().substr(1);  // after '#'
  return root_.at(Json::json_pointer(pointer));
}

std::string Schema::Check(const Json& value) const { return CheckNode(root_, value, "observation", 0); }

std::string Schema::CheckNode(const Json& rule, const Json& value, const std::string& path, int depth) const {
  if (depth > kMaxDepth) return path + " is nested too deep";
  if (rule.contains("$ref")) return CheckNode(Resolve(rule["$ref"]), value, path, depth + 1);
  if (rule.contains("anyOf")) return CheckAnyOf(rule["anyOf"], value, path, depth + 1);
  if (rule.contains("enum")) {
    for (const Json& allowed : rule["enum"]) {
      if (allowed == value) return {};
    }
    return path + " is none of the allowed words";
  }
  if (rule.contains("type") && !HasAnyType(value, rule["type"])) return path + " has the wrong type";
  if (value.is_object()) return CheckObject(rule, value, path, depth);
  if (value.is_array() && rule.contains("items")) {
    for (size_t i = 0; i < value.size(); ++i) {
      std::string why = CheckNode(rule["items"], value[i], path + "[" + std::to_string(i) + "]", depth + 1);
      if (!why.empty()) return why;
    }
  }
  return {};
}

std::string Schema::CheckObject(const Json& rule, const Json& value, const std::string& path, int depth) const {
  for (const Json& key : Member(rule, "required")) {
    if (!value.contains(key.get_ref<const std::string&>())) return path + " lacks " + key.get<std::string>();
  }
  const Json& properties = Member(rule, "properties");
  bool closed = Member(rule, "additionalProperties") == Json(false);
  for (const auto& [key, member] : value.items()) {
    const Json& member_rule = Member(properties, key);
    if (member_rule.is_null()) {
      if (closed) return path + " has an unknown member " + key;
      continue;
    }
    std::string why = CheckNode(member_rule, member, path + "." + key, depth + 1);
    if (!why.empty()) return why;
  }
  return {};
}

std::string Schema::CheckAnyOf(const Json& rules, const Json& value, const std::string& path, int depth) const {
  std::string last;
  for (const Json& rule : rules) {
    last = CheckNode(rule, value, path, depth);
    if (last.empty()) return {};
  }
  return last;
}

const Schema& ObservationSchema() {
  static const Schema schema(kObservationSchema);
  return schema;
}

}  // namespace garter
