// The entry, and what all rules use: lists, names, errors, payment.
#include "interpreter/syntax/parser.h"

#include <cstring>

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/unicode.h"
#include "interpreter/base/utf8.h"
#include "interpreter/syntax/errors.h"
#include "interpreter/syntax/parser_state.h"
#include "interpreter/syntax/source.h"

namespace garter {

bool Parser::Pay() {
  uint32_t units = unpaid_;
  unpaid_ = 0;
  if (meter_.Charge(units)) return true;
  Fail(Failure::kLimit);
  return false;
}

bool Parser::GrowScratch() {
  uint32_t capacity = scratch_.capacity * 2;
  uint32_t* items = static_cast<uint32_t*>(arena_.Allocate(size_t{capacity} * 4));
  if (items == nullptr) {
    LimitReached();
    return false;
  }
  CopyBytes(items, scratch_.items, size_t{scratch_.size} * 4);
  scratch_.items = items;
  scratch_.capacity = capacity;
  return true;
}

bool Parser::Pop(uint32_t mark, ListRef* list) {
  uint32_t count = scratch_.size - mark;
  scratch_.size = mark;
  if (tree_.NewList(scratch_.items + mark, count, list)) return true;
  LimitReached();
  return false;
}

bool Parser::PopPairs(uint32_t mark, ListRef* firsts, ListRef* seconds) {
  uint32_t count = (scratch_.size - mark) / 2;
  for (uint32_t i = 0; i < count; ++i) {
    if (!Push(scratch_.items[mark + 2 * i])) return false;
  }
  if (!Pop(mark + 2 * count, firsts)) return false;
  for (uint32_t i = 0; i < count; ++i) scratch_.items[mark + i] = scratch_.items[mark + 2 * i + 1];
  scratch_.size = mark + count;
  return Pop(mark, seconds);
}

Identifier Parser::Intern(const Token& name) {
  std::string_view text = TextOf(name);
  for (char c : text) {
    if (static_cast<unsigned char>(c) >= 128) return InternWide(text);
  }
  Identifier id = tree_.names().Intern(arena_, text, name.hash, tree_.text().data());
  if (id == 0) LimitReached();
  return id;
}

// A name beyond ASCII counts by its normal form (NFKC).
Identifier Parser::InternWide(std::string_view text) {
  uint32_t mark = arena_.Mark();
  uint32_t* characters = static_cast<uint32_t*>(arena_.Allocate(text.size() * 4));
  if (characters == nullptr) return LimitReached().offset;
  size_t count = 0;
  bool is_inert = true;
  for (size_t i = 0; i < text.size();) {
    Utf8Character c = DecodeUtf8(text.data() + i, text.size() - i);
    i += c.length;
    characters[count++] = c.code_point;
    is_inert = is_inert && IsNfkcInert(c.code_point);
  }
  Identifier id = 0;
  if (is_inert) {
    arena_.Rewind(mark);
    id = tree_.Intern(text);
  } else {
    size_t room = DecomposedLength(characters, count, NormalForm::kNfkc);
    uint32_t* normal = static_cast<uint32_t*>(arena_.Allocate(room * 8));
    char* bytes = static_cast<char*>(arena_.Allocate(room * 4));
    if (normal == nullptr || bytes == nullptr) return LimitReached().offset;
    size_t length = Normalize(characters, count, NormalForm::kNfkc, normal, normal + room);
    size_t size = 0;
    for (size_t i = 0; i < length; ++i) size += static_cast<size_t>(EncodeUtf8(normal[i], bytes + size));
    id = tree_.Intern({bytes, size});
  }
  if (id == 0) LimitReached();
  return id;
}

NodeRef Parser::Raise(SyntaxErrorType type, std::string_view message, Place first, Place end) {
  if (failure_ != Failure::kNone) return {};
  ErrorPlace place = {static_cast<int32_t>(first.line), static_cast<int32_t>(first.col + 1),
                      static_cast<int32_t>(end.line), static_cast<int32_t>(end.col + 1)};
  error_ = MakeError(tree_.text(), type, message, place, end.line);
  return Fail(Failure::kRaised);
}

NodeRef Parser::RaiseAt(std::string_view message, const Token& at) {
  return Raise(SyntaxErrorType::kSyntaxError, message, {at.line, at.col}, {at.end_line, at.end_col});
}

NodeRef Parser::ParseFile() {
  ListRef body;
  uint32_t mark = scratch_.size;
  while (kind() != TokenKind::kEndMarker) {
    if (!ParseStatement()) return {};
  }
  if (!Pop(mark, &body)) return {};
  NodeRef root;
  ast::Module* node = tree_.New<ast::Module>(&root);
  if (node == nullptr) return LimitReached();
  node->body = body;
  return Pay() ? root : NodeRef{};
}

NodeRef Parser::ParseEval() {
  bool is_tuple;
  NodeRef body = ParseExpressions(&is_tuple);
  if (!body) return {};
  while (Accept(TokenKind::kNewline)) {
  }
  if (kind() != TokenKind::kEndMarker) return {};
  NodeRef root;
  ast::Expression* node = tree_.New<ast::Expression>(&root);
  if (node == nullptr) return LimitReached();
  node->body = body;
  return Pay() ? root : NodeRef{};
}

// One statement, or the simple ones of one line. A compound one ends with an empty line.
NodeRef Parser::ParseInteractive() {
  uint32_t mark = scratch_.size;
  uint32_t first_at = pos_;
  if (kind() == TokenKind::kNewline || kind() == TokenKind::kEndMarker || !ParseStatement()) return {};
  bool is_compound = tokens_[pos_ - 1].kind == TokenKind::kDedent || !IsSimple(first_at);
  if (is_compound && !Accept(TokenKind::kNewline)) return {};
  if (HasMoreAfter(last())) {
    return RaiseAt("multiple statements found while compiling a single statement", last());
  }
  ListRef body;
  if (!Pop(mark, &body)) return {};
  NodeRef root;
  ast::Interactive* node = tree_.New<ast::Interactive>(&root);
  if (node == nullptr) return LimitReached();
  node->body = body;
  return Pay() ? root : NodeRef{};
}

// Does the statement that begins at this token end with its line?
bool Parser::IsSimple(uint32_t first_at) const {
  const Token& first = tokens_[first_at];
  switch (first.kind) {
    case TokenKind::kIfKeyword:
    case TokenKind::kForKeyword:
    case TokenKind::kWhileKeyword:
    case TokenKind::kDefKeyword:
    case TokenKind::kClassKeyword:
    case TokenKind::kTryKeyword:
    case TokenKind::kWithKeyword:
    case TokenKind::kAsyncKeyword:
    case TokenKind::kAt:
      return false;
    default:
      return true;
  }
}

// Is there anything but blank lines and comments after the token?
bool Parser::HasMoreAfter(const Token& token) const {
  std::string_view rest = tree_.text().substr(token.end < tree_.text().size() ? token.end : tree_.text().size());
  while (!rest.empty()) {
    if (rest[0] == '#') {
      size_t end = rest.find('\n');
      if (end == std::string_view::npos) return false;
      rest.remove_prefix(end);
    }
    if (rest[0] != ' ' && rest[0] != '\t' && rest[0] != '\n' && rest[0] != '\f') return true;
    rest.remove_prefix(1);
  }
  return false;
}

NodeRef Parser::ParseAgain(TreeRule rule) {
  switch (rule) {
    case TreeRule::kNone:
      return {};
    case TreeRule::kExpression:
      return ParseExpression();
    case TreeRule::kStarExpressions:
      return ParseStarExpressions();
    case TreeRule::kStarNamedExpression:
      return ParseStarNamedExpression();
    case TreeRule::kDisjunction:
      return ParseOperators(kOr);
    case TreeRule::kInversion:
      return ParseOperators(kNot);
    case TreeRule::kBitwiseOr:
      return ParseOperators(kBitOr);
    case TreeRule::kFactor:
      return ParseFactor();
    case TreeRule::kYield:
      return ParseYield();
  }
  return {};
}

namespace {

constexpr std::string_view kTooComplex = "Parser stack overflowed - Python source too complex to parse";

// Finds what a failed parse is called. The tokenizer's own errors win over the parser's.
void Explain(ParseResult* result, const Parser& parser, const TokenList& tokens, Meter& meter, ParseMode mode) {
  result->status = ParseStatus::kError;
  switch (parser.failure()) {
    case Failure::kLimit:
      result->status = ParseStatus::kLimit;
      return;
    case Failure::kTooDeep:
      result->error.type = SyntaxErrorType::kMemoryError;
      result->error.message = kTooComplex;
      return;
    case Failure::kRaised:
      result->error = parser.error();
      if (tokens.error.kind == LexErrorKind::kRaised && !tokens.error.in_string)
        result->error = MakeLexError(result->tree, tokens.error);
      return;
    case Failure::kNone:
      if (!ExplainError(result->tree, meter, tokens, mode, result)) result->status = ParseStatus::kLimit;
      return;
  }
}

}  // namespace

ParseResult Parse(Arena& arena, Meter& meter, std::string_view source, ParseOptions options) {
  ParseResult result;
  std::string_view text;
  SourceStatus status = DecodeSource(arena, meter, source, options, &text, &result.error);
  result.tree = Ast(&arena, text);
  if (status != SourceStatus::kOk) {
    result.status = status == SourceStatus::kLimit ? ParseStatus::kLimit : ParseStatus::kError;
    return result;
  }
  TokenList tokens;
  if (!Lex(result.tree, meter, options.mode, &tokens)) {
    result.status = ParseStatus::kLimit;
    return result;
  }
  Parser parser(result.tree, meter, tokens);
  NodeRef root = options.mode == ParseMode::kExec   ? parser.ParseFile()
                 : options.mode == ParseMode::kEval ? parser.ParseEval()
                                                    : parser.ParseInteractive();
  if (!root) {
    Explain(&result, parser, tokens, meter, options.mode);
    // Only a file's last line is given the newline that it lacks.
    std::string_view line = result.error.text;
    bool is_last_line = !line.empty() && line.data() + line.size() == text.data() + text.size();
    if (options.mode != ParseMode::kExec && is_last_line) result.error.ends_line = false;
    return result;
  }
  result.tree.set_root(root);
  return result;
}

}  // namespace garter
