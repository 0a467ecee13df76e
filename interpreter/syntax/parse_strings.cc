// String literals, f-strings and t-strings: what their text means, and how neighbours are joined.
//
// A literal without escapes is not copied: the constant refers to the source. Joining is linear in the total size.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/syntax/escapes.h"
#include "interpreter/syntax/message.h"
#include "interpreter/syntax/parser_state.h"

namespace garter {
namespace {

struct LiteralShape {
  bool is_bytes = false;
  bool is_raw = false;
  bool is_unicode_kind = false;  // u'...', which the tree records
  uint32_t body_begin = 0;       // within the token's text
  uint32_t body_end = 0;
};

LiteralShape ShapeOf(std::string_view text) {
  LiteralShape shape;
  shape.is_unicode_kind = text[0] == 'u';
  uint32_t i = 0;
  for (; text[i] != '"' && text[i] != '\''; ++i) {
    char c = static_cast<char>(text[i] | 0x20);
    shape.is_bytes |= c == 'b';
    shape.is_raw |= c == 'r';
  }
  uint32_t size = static_cast<uint32_t>(text.size());
  bool is_triple = size - i >= 6 && text[i + 1] == text[i] && text[i + 2] == text[i];
  uint32_t quotes = is_triple ? 3 : 1;
  shape.body_begin = i + quotes;
  shape.body_end = size - quotes;
  return shape;
}

}  // namespace

// The text of one String token as a Constant.
NodeRef Parser::ParsePlainString() {
  const Token& at = token();
  std::string_view text = TextOf(at);
  LiteralShape shape = ShapeOf(text);
  std::string_view body = text.substr(shape.body_begin, shape.body_end - shape.body_begin);
  ++pos_;
  ast::Constant* node = New<ast::Constant>({at.line, at.col});
  if (node == nullptr) return {};
  node->value.type = shape.is_bytes ? ConstantType::kBytes : ConstantType::kStr;
  node->kind = shape.is_unicode_kind;
  NodeRef ref = Ref(node);
  if (!DecodeText(body, shape.is_raw, shape.is_bytes, at, &node->value.text)) return {};
  return ref;
}

bool Parser::DecodeText(std::string_view body, bool is_raw, bool is_bytes, const Token& at, TextRef* text) {
  if (body.size() >= 64 && !meter_.Charge(body.size() / 64)) {
    Fail(Failure::kLimit);
    return false;
  }
  if (is_bytes) {
    for (char c : body) {
      if (static_cast<unsigned char>(c) < 128) continue;
      RaiseAt("bytes can only contain ASCII literal characters", at);
      return false;
    }
  }
  if (is_raw || body.find('\\') == std::string_view::npos) {
    *text = {static_cast<uint32_t>(body.data() - tree_.text().data()), static_cast<uint32_t>(body.size())};
    return true;
  }
  EscapeResult result = DecodeEscapes(tree_, body, is_bytes, at.line, text);
  if (result.status == EscapeStatus::kOk) return true;
  if (result.status == EscapeStatus::kFull) {
    LimitReached();
  } else {
    RaiseAt(result.message, at);
  }
  return false;
}

// strings: literals side by side. F-strings may mix with plain ones; t-strings only with t-strings.
NodeRef Parser::ParseStrings() {
  TokenKind next = KindAt(1);
  if (kind() == TokenKind::kString && next != TokenKind::kString && next != TokenKind::kFStringStart) {
    return ParsePlainString();
  }
  Level level(*this, kStringLevels);
  if (level.too_deep()) return Fail(Failure::kTooDeep);
  Place first = Here();
  uint32_t mark = scratch_.size;
  bool is_template = kind() == TokenKind::kTStringStart;
  bool has_bytes = false, has_text = false, has_fields = is_template;
  for (;;) {
    if (kind() == TokenKind::kString && !is_template) {
      NodeRef literal = ParsePlainString();
      if (!literal || !Push(literal)) return {};
      (tree_.Get<ast::Constant>(literal).value.type == ConstantType::kBytes ? has_bytes : has_text) = true;
    } else if (kind() == (is_template ? TokenKind::kTStringStart : TokenKind::kFStringStart)) {
      has_fields = true;
      if (!ParseFormatted(is_template)) return {};
    } else {
      break;
    }
  }
  if (has_bytes && (has_text || has_fields)) {
    // Whether one more string follows must be known first, and what cannot be read wins.
    if (kind() == TokenKind::kError) return {};
    return RaiseAt("cannot mix bytes and nonbytes literals", token());
  }
  return JoinStrings(first, mark, has_bytes, has_fields, is_template);
}

// Everything above the mark becomes one constant, or a JoinedStr or TemplateStr in which no two constants are
// neighbours and none is empty.
NodeRef Parser::JoinStrings(Place first, uint32_t mark, bool is_bytes, bool has_fields, bool is_template) {
  uint32_t kept = mark, total = scratch_.size;
  for (uint32_t i = mark; i < total;) {
    uint32_t run = i;
    while (run < total && tree_.Kind({scratch_.items[run]}) == NodeKind::kConstant) ++run;
    if (run == i) {
      scratch_.items[kept++] = scratch_.items[i++];
      continue;
    }
    NodeRef joined = JoinConstants(i, run, is_bytes);
    if (!joined) return {};
    bool is_empty = (tree_.Get<ast::Constant>(joined).value.text.size & ~TextRef::kInArena) == 0;
    if (!has_fields || !is_empty) scratch_.items[kept++] = joined.offset;
    i = run;
  }
  scratch_.size = kept;
  if (!has_fields) {
    NodeRef only = {scratch_.items[mark]};
    scratch_.size = mark;
    Node& node = tree_.At(only);
    node.lineno = first.line;
    node.col_offset = first.col;
    node.end_lineno = last().end_line;
    node.end_col_offset = last().end_col;
    return only;
  }
  ListRef values;
  if (!Pop(mark, &values)) return {};
  ast::JoinedStr* node = New<ast::JoinedStr>(first);
  if (node == nullptr) return {};
  static_assert(sizeof(ast::JoinedStr) == sizeof(ast::TemplateStr));
  if (is_template) node->kind = NodeKind::kTemplateStr;
  node->values = values;
  return Ref(node);
}

// The constants scratch[from, to) as one, which spans them all.
NodeRef Parser::JoinConstants(uint32_t from, uint32_t to, bool is_bytes) {
  NodeRef first = {scratch_.items[from]};
  if (to - from == 1) return first;
  size_t size = 0;
  for (uint32_t i = from; i < to; ++i) size += TextOf(NodeRef{scratch_.items[i]}).size();
  char* joined = static_cast<char*>(arena_.Allocate(size == 0 ? 1 : size));
  if (joined == nullptr) return LimitReached();
  size_t at = 0;
  for (uint32_t i = from; i < to; ++i) {
    std::string_view piece = TextOf(NodeRef{scratch_.items[i]});
    CopyBytes(joined + at, piece.data(), piece.size());
    at += piece.size();
  }
  ast::Constant* node = New<ast::Constant>({tree_.At(first).lineno, tree_.At(first).col_offset});
  if (node == nullptr) return {};
  node->kind = tree_.Get<ast::Constant>(first).kind;
  node->value.type = is_bytes ? ConstantType::kBytes : ConstantType::kStr;
  node->value.text = {arena_.OffsetOf(joined), static_cast<uint32_t>(size) | TextRef::kInArena};
  EndAt(node, {scratch_.items[to - 1]});
  return Ref(node);
}

std::string_view Parser::TextOf(NodeRef constant) const {
  return tree_.Text(tree_.Get<ast::Constant>(constant).value.text);
}

// REQUIRES: at the start of an f- or t-string. Pushes its parts.
bool Parser::ParseFormatted(bool is_template) {
  bool is_raw = TextOf(token()).find_first_of("rR") != std::string_view::npos;
  ++pos_;
  TokenKind end = is_template ? TokenKind::kTStringEnd : TokenKind::kFStringEnd;
  return ParseFormattedParts(is_template, is_raw, end) && Accept(end);
}

// Text and replacement fields up to `end`, which is left.
bool Parser::ParseFormattedParts(bool is_template, bool is_raw, TokenKind end) {
  while (kind() != end) {
    if (kind() == TokenKind::kLeftBrace) {
      if (!ParseField(is_template)) return false;
      continue;
    }
    if (kind() != TokenKind::kFStringMiddle && kind() != TokenKind::kTStringMiddle) return false;
    const Token& at = token();
    ++pos_;
    ast::Constant* node = New<ast::Constant>({at.line, at.col});
    if (node == nullptr) return false;
    node->value.type = ConstantType::kStr;
    NodeRef ref = Ref(node);
    if (!DecodeText(TextOf(at), is_raw, false, at, &node->value.text)) return false;
    if ((node->value.text.size & ~TextRef::kInArena) != 0 && !Push(ref)) return false;
  }
  return true;
}

// REQUIRES: at `{`. Pushes the field and, before it, the text of `{expression=}`.
bool Parser::ParseField(bool is_template) {
  const Token& open = token();
  Place first = Here();
  ++pos_;
  NodeRef value = ParseAssigned();
  if (!value) return false;
  bool is_debug = Accept(TokenKind::kEqual);
  int32_t conversion = -1;
  const Token* text_end = nullptr;  // the token that ends the text of the expression
  Place debug_end = {};
  if (kind() == TokenKind::kExclamation) {
    text_end = &token();
    if (!ParseConversion(is_template, &conversion)) return false;
    debug_end = {last().line, last().col - 1};
  }
  NodeRef spec;
  if (kind() == TokenKind::kColon) {
    if (text_end == nullptr) {
      text_end = &token();
      debug_end = Here();
    }
    spec = ParseFormatSpec();
    if (!spec) return false;
  }
  if (kind() != TokenKind::kRightBrace) return false;
  if (text_end == nullptr) {
    text_end = &token();
    debug_end = Here();
  }
  ++pos_;
  if (is_debug && conversion == -1 && !spec) conversion = 'r';
  TextRef text;
  if ((is_debug || is_template) && !ExpressionText(open.end, text_end->begin, &text)) return false;
  if (is_debug && !PushDebugText(text, first, debug_end)) return false;
  if (!is_template) {
    ast::FormattedValue* node = New<ast::FormattedValue>(first);
    if (node == nullptr) return false;
    node->value = value;
    node->conversion = conversion;
    node->format_spec = spec;
    return Push(Ref(node));
  }
  ast::Interpolation* node = New<ast::Interpolation>(first);
  if (node == nullptr) return false;
  node->value = value;
  node->str.type = ConstantType::kStr;
  node->str.text = text;
  if (is_debug) StripExpressionText(&node->str.text);
  node->conversion = conversion;
  node->format_spec = spec;
  return Push(Ref(node));
}

// REQUIRES: at `!`. Errors here need no second pass.
bool Parser::ParseConversion(bool is_template, int32_t* conversion) {
  const Token& sign = token();
  ++pos_;
  if (kind() != TokenKind::kName) return false;
  const Token& name = token();
  std::string_view letter = is_template ? "t" : "f";
  Message message;
  message << letter << "-string: ";
  if (sign.line != name.line || sign.end_col != name.col) {
    message << "conversion type must come right after the exclamation mark";
    Raise(SyntaxErrorType::kSyntaxError, message.In(arena_), {sign.line, sign.col}, {name.end_line, name.end_col});
    return false;
  }
  std::string_view text = TextOf(name);
  if (text != "s" && text != "r" && text != "a") {
    message << "invalid conversion character '" << text << "': expected 's', 'r', or 'a'";
    RaiseAt(message.In(arena_), name);
    return false;
  }
  *conversion = text[0];
  ++pos_;
  return true;
}

// REQUIRES: at `:`. Always a JoinedStr, and its fields are FormattedValues, in a t-string too. Escapes are decoded even in raw strings, as CPython does.
NodeRef Parser::ParseFormatSpec() {
  Place first = Here();
  uint32_t mark = scratch_.size;
  ++pos_;
  if (!ParseFormattedParts(false, false, TokenKind::kRightBrace)) return {};
  return JoinStrings(first, mark, false, true, false);
}

bool Parser::PushDebugText(TextRef text, Place first, Place end) {
  ast::Constant* node = New<ast::Constant>({first.line, first.col + 1});
  if (node == nullptr) return false;
  node->value.type = ConstantType::kStr;
  node->value.text = text;
  node->end_lineno = end.line;
  node->end_col_offset = end.col;
  return Push(Ref(node));
}

// The source of an expression with its comments taken out.
bool Parser::ExpressionText(uint32_t begin, uint32_t end, TextRef* text) {
  std::string_view source = tree_.text().substr(begin, end - begin);
  *text = {begin, end - begin};
  if (source.find('#') == std::string_view::npos) return true;
  char* copy = static_cast<char*>(arena_.Allocate(source.size()));
  if (copy == nullptr) {
    LimitReached();
    return false;
  }
  uint32_t size = 0;
  char quote = 0;
  for (size_t i = 0; i < source.size(); ++i) {
    char c = source[i];
    if (c == '\\' && quote != 0 && i + 1 < source.size()) {
      copy[size++] = c;
      c = source[++i];
    } else if (c == '"' || c == '\'') {
      if (quote == 0) {
        quote = c;
      } else if (quote == c) {
        quote = 0;
      }
    } else if (c == '#' && quote == 0) {
      while (i < source.size() && source[i] != '\n') ++i;
      if (i == source.size()) break;
      c = '\n';
    }
    copy[size++] = c;
  }
  *text = {arena_.OffsetOf(copy), size | TextRef::kInArena};
  return true;
}

// The equal sign of `{x = }` does not belong to an interpolation's text, nor does what follows it.
void Parser::StripExpressionText(TextRef* text) const {
  std::string_view view = tree_.Text(*text);
  view = view.substr(0, view.rfind('='));
  text->size = static_cast<uint32_t>(view.size()) | (text->size & TextRef::kInArena);
}

}  // namespace garter
