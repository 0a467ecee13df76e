// The walk is bounded in depth and in nodes: programs build values of any size, and cycles.
#include "conformance/adapters/tagged_value.h"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "conformance/encoding.h"

namespace garter {
namespace {

constexpr int kMaxDepth = 200;
constexpr int kMaxNodes = 10000;
constexpr size_t kMaxText = 64u << 10;  // bytes of a str, bytes or int; a longer one is ["cut"]

std::string TextOf(const ValueView& value) {
  std::string out(value.Text(nullptr, 0), '\0');
  out.resize(value.Text(out.data(), out.size()));
  return out;
}

std::string DigitsOf(const ValueView& value) {
  std::string out(value.DecimalText(nullptr, 0), '\0');
  out.resize(value.DecimalText(out.data(), out.size()));
  return out;
}

// repr(float), as CPython writes it: shortest digits; an exponent from 1e16 and below 1e-4.
std::string FloatRepr(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  char text[64];
  double magnitude = std::fabs(value);
  bool scientific = magnitude != 0 && (magnitude >= 1e16 || magnitude < 1e-4);
  auto format = scientific ? std::chars_format::scientific : std::chars_format::fixed;
  auto end = std::to_chars(text, text + sizeof text, value, format).ptr;
  std::string out(text, end);
  if (!scientific && out.find('.') == std::string::npos) out += ".0";
  return out;
}

std::string Hex(std::string_view bytes) {
  std::string out;
  for (char c : bytes) {
    out += "0123456789abcdef"[static_cast<uint8_t>(c) >> 4];
    out += "0123456789abcdef"[static_cast<uint8_t>(c) & 15];
  }
  return out;
}

Json Tag(const char* tag) { return Json::array({tag}); }
Json Tag(const char* tag, Json value) { return Json::array({tag, std::move(value)}); }

Json WriteText(const ValueView& value) {
  std::string text = TextOf(value);
  bool lone = HasSurrogates(text);
  return Tag(lone ? "S" : "s", EscapeSurrogates(text, lone));
}

bool IsSurrogate(std::string_view s) {
  return s.size() >= 3 && s[0] == '\xED' && static_cast<uint8_t>(s[1]) >= 0xA0 &&
         (static_cast<uint8_t>(s[2]) & 0xC0) == 0x80;
}

}  // namespace

bool HasSurrogates(std::string_view wtf8) {
  for (size_t at = wtf8.find('\xED'); at != std::string_view::npos; at = wtf8.find('\xED', at + 1)) {
    if (IsSurrogate(wtf8.substr(at))) return true;
  }
  return false;
}

std::string EscapeSurrogates(std::string_view wtf8, bool double_backslashes) {
  std::string out;
  while (!wtf8.empty()) {
    size_t taken = 1;
    if (IsSurrogate(wtf8)) {
      unsigned code = 0xD000u | (static_cast<uint8_t>(wtf8[1]) & 0x3Fu) << 6 | (static_cast<uint8_t>(wtf8[2]) & 0x3Fu);
      char text[8];
      std::snprintf(text, sizeof text, "\\u%04x", code);
      out += text;
      taken = 3;
    } else if (wtf8[0] == '\\' && double_backslashes) {
      out += "\\\\";
    } else {
      out += wtf8[0];
    }
    wtf8.remove_prefix(taken);
  }
  return out;
}

uint64_t TaggedWriter::Seen(const ValueView& value, uint64_t* id) {
  auto [at, fresh] = ids_.try_emplace(value.identity(), next_id_);
  if (!fresh && !break_aliases_) return at->second;
  *id = next_id_++;
  return 0;
}

Json TaggedWriter::WriteItems(const ValueView& value, int depth) {
  Json out = Json::array();
  for (size_t i = 0; i < value.size() && nodes_ <= kMaxNodes; ++i) {
    if (value.kind() == ValueView::Kind::kDict) {
      out.push_back(Json::array({WriteNode(value.Key(i), depth + 1), WriteNode(value.ValueAt(i), depth + 1)}));
    } else {
      out.push_back(WriteNode(value.Item(i), depth + 1));
    }
  }
  return out;
}

Json TaggedWriter::WriteContainer(const char* tag, const ValueView& value, int depth) {
  uint64_t id = 0;
  uint64_t seen = Seen(value, &id);
  if (seen != 0) return Tag("ref", seen);
  return Json::array({tag, id, WriteItems(value, depth)});
}

Json TaggedWriter::WriteNode(const ValueView& value, int depth) {
  using Kind = ValueView::Kind;
  if (depth > kMaxDepth || ++nodes_ > kMaxNodes) return Tag("cut");
  using enum ValueView::Kind;
  Kind kind = value.kind();
  if ((kind == kText || kind == kBytes) && value.Text(nullptr, 0) > kMaxText) return Tag("cut");
  if (kind == kInt && value.DecimalText(nullptr, 0) > kMaxText) return Tag("cut");
  uint64_t id = 0;
  switch (kind) {
    case Kind::kUnbound:
    case Kind::kNone:
      return Tag("n");
    case Kind::kBool:
      return Tag("b", value.AsBool());
    case Kind::kInt:
      return Tag("i", DigitsOf(value));
    case Kind::kFloat:
      return Tag("f", FloatRepr(value.AsDouble()));
    case Kind::kText:
      return WriteText(value);
    case Kind::kBytes:
      return Tag("y", Hex(TextOf(value)));
    case Kind::kList:
      return WriteContainer("l", value, depth);
    case Kind::kTuple:
      return Tag("t", WriteItems(value, depth));
    case Kind::kDict:
      return WriteContainer("d", value, depth);
    case Kind::kSet:
      return WriteContainer("set", value, depth);
    case Kind::kFrozenSet:
      return Tag("fset", WriteItems(value, depth));
    case Kind::kRange:
      return Json::array({"r", DigitsOf(value.Item(0)), DigitsOf(value.Item(1)), DigitsOf(value.Item(2))});
    case Kind::kSlice:
      return Json::array({"sl", WriteNode(value.Item(0), depth + 1), WriteNode(value.Item(1), depth + 1),
                          WriteNode(value.Item(2), depth + 1)});
    case Kind::kEllipsis:
      return Tag("e");
    case Kind::kNotImplemented:
      return Tag("ni");
    case Kind::kFunction:
    case Kind::kException:
    case Kind::kOther:
      break;
  }
  uint64_t seen = Seen(value, &id);
  if (seen != 0) return Tag("ref", seen);
  bool function = value.kind() == Kind::kFunction;
  if (value.kind() == Kind::kException) {
    ValueView args = value.Attribute("args");
    return Json::array({"x", id, std::string(value.type_name()), WriteItems(args, depth)});
  }
  return Json::array({function ? "fn" : "o", id, function ? TextOf(value) : std::string(value.type_name())});
}

Json TaggedWriter::WriteGlobals(const Sandbox& sandbox) {
  uint64_t id = next_id_++;
  Json pairs = Json::array();
  for (size_t i = 0; i < sandbox.global_count(); ++i) {
    std::string name(sandbox.GlobalName(i));
    if (name.starts_with("__")) continue;
    pairs.push_back(Json::array({Tag("s", name), WriteNode(sandbox.Global(i), 1)}));
  }
  return Json::array({"d", id, pairs});
}

namespace {

bool ReadHex(std::string_view digits, std::string* out) {
  if (digits.size() % 2 != 0) return false;
  for (size_t i = 0; i < digits.size(); i += 2) {
    unsigned value = 0;
    auto [end, error] = std::from_chars(digits.data() + i, digits.data() + i + 2, value, 16);
    if (error != std::errc() || end != digits.data() + i + 2) return false;
    out->push_back(static_cast<char>(value));
  }
  return true;
}

}  // namespace

bool TaggedReader::ReadItems(const Json& items, HostValue* out, int depth) {
  if (!items.is_array()) return false;
  std::vector<HostValue>& list = lists_.emplace_back(items.size());
  for (size_t i = 0; i < items.size(); ++i) {
    if (!Read(items[i], &list[i], depth + 1)) return false;
  }
  out->items = list.data();
  out->count = list.size();
  return true;
}

bool TaggedReader::ReadPairs(const Json& pairs, HostValue* out, int depth) {
  Json flat = Json::array();
  for (const Json& pair : pairs) {
    if (!pair.is_array() || pair.size() != 2) return false;
    flat.push_back(pair[0]);
    flat.push_back(pair[1]);
  }
  if (!ReadItems(flat, out, depth)) return false;
  out->count /= 2;
  return true;
}

bool TaggedReader::Read(const Json& tagged, HostValue* out, int depth) {
  using Kind = HostValue::Kind;
  if (depth > kMaxDepth || !tagged.is_array() || tagged.empty() || !tagged[0].is_string()) return false;
  std::string tag = tagged[0].get<std::string>();
  bool text = tagged.size() == 2 && tagged[1].is_string();
  if (tag == "n") return true;
  if (tag == "b" && tagged.size() == 2) {
    out->kind = Kind::kBool;
    out->integer = tagged[1] == Json(true);
    return true;
  }
  if (tag == "i" && text) {
    out->kind = Kind::kInt;
    std::string_view digits = texts_.emplace_back(tagged[1].get<std::string>());
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out->integer);
    if (error == std::errc::result_out_of_range) out->text = digits;
    return error == std::errc::result_out_of_range || end == digits.data() + digits.size();
  }
  if (tag == "f" && text) {
    out->kind = Kind::kFloat;
    std::string digits = tagged[1].get<std::string>();
    return std::from_chars(digits.data(), digits.data() + digits.size(), out->real).ec == std::errc();
  }
  if (tag == "s" && text) {
    out->kind = Kind::kText;
    out->text = texts_.emplace_back(tagged[1].get<std::string>());
    return true;
  }
  if (tag == "y" && text) {
    out->kind = Kind::kBytes;
    std::string& bytes = texts_.emplace_back();
    bool good = ReadHex(tagged[1].get_ref<const std::string&>(), &bytes);
    out->text = bytes;
    return good;
  }
  bool container = tagged.size() == 3 && tagged[2].is_array();
  if (tag == "t" && tagged.size() == 2) {
    out->kind = Kind::kTuple;
    return ReadItems(tagged[1], out, depth);
  }
  if (tag == "l" && container) {
    out->kind = Kind::kList;
    return ReadItems(tagged[2], out, depth);
  }
  if (tag == "d" && container) {
    out->kind = Kind::kDict;
    return ReadPairs(tagged[2], out, depth);
  }
  return false;
}

}  // namespace garter
