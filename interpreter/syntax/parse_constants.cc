// The values of literals that are not strings.
#include "interpreter/base/float_parse.h"
#include "interpreter/syntax/errors.h"
#include "interpreter/syntax/message.h"
#include "interpreter/syntax/parser_state.h"

namespace garter {
namespace {

// CPython refuses decimal literals with more digits than this (sys.set_int_max_str_digits).
constexpr uint32_t kMaxDecimalDigits = 4300;

int DigitOf(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

}  // namespace

// None, True, False, `...`: the token itself.
NodeRef Parser::NewConstant(ConstantType type) {
  Place first = Here();
  ++pos_;
  ast::Constant* node = New<ast::Constant>(first);
  if (node != nullptr) node->value.type = type;
  return Ref(node);
}

NodeRef Parser::ParseNumber() {
  const Token& at = token();
  std::string_view text = TextOf(at);
  ++pos_;
  ast::Constant* node = New<ast::Constant>({at.line, at.col});
  if (node == nullptr) return {};
  ConstantValue& value = node->value;
  // The shortest numbers are the commonest.
  if (text.size() == 1) {
    value.type = ConstantType::kInt;
    value.text = {at.begin, 1};
    value.SetInt(text[0] - '0');
    return Ref(node);
  }
  int base = 10;
  if (text[0] == '0') {
    char mark = static_cast<char>(text[1] | 0x20);
    base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
  }
  if (base != 10) return SetInteger(&value, text.substr(2), base, at) ? Ref(node) : NodeRef{};
  if (text.find_first_of(".eEjJ") == std::string_view::npos) {
    return SetInteger(&value, text, 10, at) ? Ref(node) : NodeRef{};
  }
  value.type = ConstantType::kFloat;
  if ((text.back() | 0x20) == 'j') {
    value.type = ConstantType::kComplex;
    text.remove_suffix(1);
  }
  TextRef digits;
  if (!StripUnderscores(text, &digits)) return {};
  std::string_view plain = tree_.Text(digits);
  double number = 0;
  if (!meter_.Charge(plain.size() / 16)) return Fail(Failure::kLimit);
  CHECK(ParseDouble(plain.data(), plain.size(), &number));
  value.SetDouble(number);
  return Ref(node);
}

bool Parser::StripUnderscores(std::string_view text, TextRef* ref) {
  if (text.find('_') == std::string_view::npos) {
    *ref = {static_cast<uint32_t>(text.data() - tree_.text().data()), static_cast<uint32_t>(text.size())};
    return true;
  }
  char* copy = static_cast<char*>(arena_.Allocate(text.size()));
  if (copy == nullptr) {
    LimitReached();
    return false;
  }
  uint32_t size = 0;
  for (char c : text) {
    if (c != '_') copy[size++] = c;
  }
  *ref = {arena_.OffsetOf(copy), size | TextRef::kInArena};
  return true;
}

bool Parser::SetInteger(ConstantValue* value, std::string_view digits, int base, const Token& at) {
  value->type = ConstantType::kInt;
  value->base = static_cast<uint8_t>(base);
  if (!StripUnderscores(digits, &value->text)) return false;
  std::string_view plain = tree_.Text(value->text);
  while (plain.size() > 1 && plain[0] == '0') {
    plain.remove_prefix(1);
    ++value->text.offset;
    --value->text.size;
  }
  uint64_t number = 0;
  bool fits = true;
  for (char c : plain) {
    uint64_t digit = static_cast<uint64_t>(DigitOf(c));
    if (number > (uint64_t{0x7fffffffffffffff} - digit) / static_cast<uint64_t>(base)) {
      fits = false;
      break;
    }
    number = number * static_cast<uint64_t>(base) + digit;
  }
  if (fits) {
    value->SetInt(static_cast<int64_t>(number));
    return true;
  }
  if (base != 10 || plain.size() <= kMaxDecimalDigits) return true;
  Message message;
  message << "Exceeds the limit (";
  message.Number(kMaxDecimalDigits) << " digits) for integer string conversion: value has ";
  message.Number(plain.size()) << " digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
                                  "hexadecimal for huge integer literals to avoid decimal conversion limits.";
  // CPython leaves the columns out, so as not to print thousands of digits.
  int32_t line = static_cast<int32_t>(at.line);
  error_ = MakeError(tree_.text(), SyntaxErrorType::kSyntaxError, message.In(arena_), {line, 0, line, 0}, at.line);
  Fail(Failure::kRaised);
  return false;
}

}  // namespace garter
