// Values stand as the tagged arrays of protocol.md; an answer is taken from them or made, never looked into deeper.
#include "conformance/host_table.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace garter {
namespace {

using Function = Json (*)(const Json& arguments);

constexpr int64_t kMaxAddend = int64_t{1} << 62;

Json Value(Json tagged) { return {{"value", std::move(tagged)}}; }
Json Raise(std::string type, std::string message) {
  return {{"raise", Json::array({std::move(type), std::move(message)})}};
}

bool HasTag(const Json& tagged, std::string_view tag, size_t size) {
  return tagged.is_array() && tagged.size() == size && tagged[0] == tag;
}

std::optional<int64_t> IntOf(const Json& tagged) {
  if (!HasTag(tagged, "i", 2) || !tagged[1].is_string()) return std::nullopt;
  const std::string& text = tagged[1].get_ref<const std::string&>();
  int64_t out = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && out > -kMaxAddend && out < kMaxAddend ? std::optional(out) : std::nullopt;
}

Json Echo(const Json& arguments) {
  return arguments.size() == 1 ? Value(arguments[0]) : Raise("TypeError", "echo() takes one argument");
}

Json Add(const Json& arguments) {
  std::optional<int64_t> a, b;
  if (arguments.size() == 2) a = IntOf(arguments[0]), b = IntOf(arguments[1]);
  if (!a || !b) return Raise("TypeError", "add() takes two ints");
  return Value(Json::array({"i", std::to_string(*a + *b)}));
}

Json First(const Json& arguments) {
  bool sequence = arguments.size() == 1 && (HasTag(arguments[0], "l", 3) || HasTag(arguments[0], "t", 2));
  if (!sequence) return Raise("TypeError", "first() takes a list or a tuple");
  const Json& items = arguments[0].back();
  return items.empty() ? Raise("IndexError", "first() of nothing") : Value(items[0]);
}

Json Nothing(const Json&) { return Value(Json::array({"n"})); }

Json Refuse(const Json& arguments) {
  bool texts = arguments.size() == 2 && HasTag(arguments[0], "s", 2) && HasTag(arguments[1], "s", 2);
  if (!texts) return Raise("TypeError", "refuse() takes a type and a message");
  return Raise(arguments[0][1].get<std::string>(), arguments[1][1].get<std::string>());
}

struct Row {
  std::string_view name;
  Function function;
};

constexpr Row kTable[] = {{"echo", Echo}, {"add", Add}, {"first", First}, {"nothing", Nothing}, {"refuse", Refuse}};

const Row* Find(std::string_view name) {
  const Row* row = std::find_if(std::begin(kTable), std::end(kTable), [&](const Row& r) { return r.name == name; });
  return row == std::end(kTable) ? nullptr : row;
}

}  // namespace

bool IsHostFunction(std::string_view name) { return Find(name) != nullptr; }

Json AnswerHostCall(const Json& call) {
  std::string name = TextMember(call, "name");
  const Row* row = Find(name);
  const Json& arguments = Member(call, "args");
  if (row == nullptr || !arguments.is_array()) return Raise("LookupError", "the host has no function " + name);
  return row->function(arguments);
}

}  // namespace garter
