// What CPython says of a text that is not Python: the actions of the error grammar, and which of several errors wins.
#include <cstring>

#include "interpreter/base/copy_bytes.h"
#include "interpreter/syntax/error_grammar.h"
#include "interpreter/syntax/errors.h"
#include "interpreter/syntax/message.h"
#include "interpreter/syntax/parser_state.h"

namespace garter {
namespace {

// What messages call an expression.
const char* ExpressionName(const Ast& tree, NodeRef ref) {
  switch (tree.Kind(ref)) {
    case NodeKind::kAttribute:
      return "attribute";
    case NodeKind::kSubscript:
      return "subscript";
    case NodeKind::kStarred:
      return "starred";
    case NodeKind::kName:
      return "name";
    case NodeKind::kList:
      return "list";
    case NodeKind::kTuple:
      return "tuple";
    case NodeKind::kLambda:
      return "lambda";
    case NodeKind::kCall:
      return "function call";
    case NodeKind::kBoolOp:
    case NodeKind::kBinOp:
    case NodeKind::kUnaryOp:
      return "expression";
    case NodeKind::kGeneratorExp:
      return "generator expression";
    case NodeKind::kYield:
    case NodeKind::kYieldFrom:
      return "yield expression";
    case NodeKind::kAwait:
      return "await expression";
    case NodeKind::kListComp:
      return "list comprehension";
    case NodeKind::kSetComp:
      return "set comprehension";
    case NodeKind::kDictComp:
      return "dict comprehension";
    case NodeKind::kDict:
      return "dict literal";
    case NodeKind::kSet:
      return "set display";
    case NodeKind::kJoinedStr:
    case NodeKind::kFormattedValue:
      return "f-string expression";
    case NodeKind::kTemplateStr:
    case NodeKind::kInterpolation:
      return "t-string expression";
    case NodeKind::kCompare:
      return "comparison";
    case NodeKind::kIfExp:
      return "conditional expression";
    case NodeKind::kNamedExpr:
      return "named expression";
    case NodeKind::kConstant:
      switch (tree.Get<ast::Constant>(ref).value.type) {
        case ConstantType::kNone:
          return "None";
        case ConstantType::kTrue:
          return "True";
        case ConstantType::kFalse:
          return "False";
        case ConstantType::kEllipsis:
          return "ellipsis";
        default:
          return "literal";
      }
    default:
      return "expression";
  }
}

enum class TargetUse : uint8_t { kAssign, kFor, kDelete };

// The first part of an expression that cannot be a target; none if all can.
NodeRef InvalidTarget(const Ast& tree, NodeRef ref, TargetUse use) {
  switch (tree.Kind(ref)) {
    case NodeKind::kName:
    case NodeKind::kSubscript:
    case NodeKind::kAttribute:
      return {};
    case NodeKind::kList:
    case NodeKind::kTuple:
      for (NodeRef item : tree.List(tree.Kind(ref) == NodeKind::kList ? tree.Get<ast::List>(ref).elts
                                                                      : tree.Get<ast::Tuple>(ref).elts)) {
        NodeRef found = InvalidTarget(tree, item, use);
        if (found) return found;
      }
      return {};
    case NodeKind::kStarred:
      return use == TargetUse::kDelete ? ref : InvalidTarget(tree, tree.Get<ast::Starred>(ref).value, use);
    case NodeKind::kCompare: {
      // `for a in b` without more is read as a comparison: what counts is its left side.
      if (use != TargetUse::kFor) return ref;
      const ast::Compare& compare = tree.Get<ast::Compare>(ref);
      if (tree.List<CmpOp>(compare.ops)[0] != CmpOp::kIn) return {};
      return InvalidTarget(tree, compare.left, use);
    }
    default:
      return ref;
  }
}

class Explainer final : public ErrorActions {
 public:
  Explainer(Ast& tree, Meter& meter, const TokenList& tokens, SyntaxError* error)
      : tree_(tree), meter_(meter), tokens_(tokens), error_(error), machine_(tree.arena(), meter, tokens, *this) {}

  bool Explain(ParseMode mode);
  bool is_incomplete() const { return is_incomplete_; }
  bool Run(const ErrorActionRow& row, const TokenRange* captures, uint32_t position) override;
  bool Expected(TokenKind kind, uint32_t position) override;

 private:
  const Token& At(uint32_t i) const { return tokens_.tokens[i]; }
  const Token& Farthest() const { return At(machine_.farthest()); }
  // The tree of what a capture holds; none if there is none.
  NodeRef TreeOf(TokenRange range, TreeRule rule);

  struct Span {
    uint32_t line, col, end_line, end_col;  // columns in bytes, from 0
  };
  Span SpanOf(TokenRange range, TreeRule rule);
  static Span SpanOf(const Token& token) { return {token.line, token.col, token.end_line, token.end_col}; }
  Span SpanOf(NodeRef ref) const {
    const Node& node = tree_.At(ref);
    return {node.lineno, node.col_offset, node.end_lineno, node.end_col_offset};
  }

  // All answer true: an error was raised.
  bool Raise(std::string_view message, Span span);
  bool RaiseBetween(std::string_view message, Span first, Span last) {
    return Raise(message, {first.line, first.col, last.end_line, last.end_col});
  }
  bool RaiseAtToken(SyntaxErrorType type, std::string_view message, const Token& token);
  bool RaiseFrom(std::string_view message, Span span);
  bool RaiseTarget(TokenRange range, TreeRule rule, TargetUse use);
  bool RaiseNamed(const char* format, std::string_view name, Span span);

  bool ForgottenComma(const ErrorActionRow& row, const TokenRange* captures, uint32_t position);
  bool Legacy(TokenRange name, TokenRange rest, TreeRule rest_rule);
  bool IsLegacy(TokenRange name) const;
  uint32_t LastArgument(TokenRange args, uint32_t* count) const;
  void PreferLexError();
  bool Search(ParseMode mode);
  bool SawEnd() const;

  Ast& tree_;
  Meter& meter_;
  const TokenList& tokens_;
  SyntaxError* error_;
  bool is_incomplete_ = false;
  ErrorMachine machine_;
};

// The parser proper does not back off as the machine does (`a &` is `a` for that): it is given the range alone.
NodeRef Explainer::TreeOf(TokenRange range, TreeRule rule) {
  if (rule == TreeRule::kNone) return {};
  uint32_t count = range.end - range.begin;
  Token* copy = static_cast<Token*>(tree_.arena().Allocate((size_t{count} + 1) * sizeof(Token)));
  if (copy == nullptr || !meter_.Charge(count)) return {};
  CopyBytes(copy, tokens_.tokens + range.begin, size_t{count} * sizeof(Token));
  copy[count] = At(range.end);
  copy[count].kind = TokenKind::kEndMarker;
  TokenList list = {copy, count + 1, {}};
  return Parser(tree_, meter_, list).ParseAgain(rule);
}

// A group in parentheses has the place of what is inside; everything else spans its tokens.
Explainer::Span Explainer::SpanOf(TokenRange range, TreeRule rule) {
  const Token& first = At(range.begin);
  const Token& last = At(range.end > range.begin ? range.end - 1 : range.begin);
  if (rule != TreeRule::kNone && first.kind == TokenKind::kLeftParen) {
    NodeRef tree = TreeOf(range, rule);
    if (tree) return SpanOf(tree);
  }
  return {first.line, first.col, last.end_line, last.end_col};
}

bool Explainer::Raise(std::string_view message, Span span) {
  ErrorPlace place = {static_cast<int32_t>(span.line), static_cast<int32_t>(span.col + 1),
                      static_cast<int32_t>(span.end_line), static_cast<int32_t>(span.end_col + 1)};
  *error_ = MakeError(tree_.text(), SyntaxErrorType::kSyntaxError, message, place, Farthest().end_line);
  return true;
}

bool Explainer::RaiseAtToken(SyntaxErrorType type, std::string_view message, const Token& token) {
  ErrorPlace place = {static_cast<int32_t>(token.line), static_cast<int32_t>(token.col + 1),
                      static_cast<int32_t>(token.end_line), static_cast<int32_t>(token.end_col + 1)};
  // Tokens without a place: where the lexer stands, and no end.
  if (token.col == Token::kNoColumn) {
    place.column = static_cast<int32_t>(token.end_col);
    place.end_column = -1;
  }
  *error_ = MakeError(tree_.text(), type, message, place, Farthest().end_line);
  return true;
}

bool Explainer::RaiseFrom(std::string_view message, Span span) {
  const Token& farthest = Farthest();
  int32_t end = static_cast<int32_t>(farthest.end_col);
  ErrorPlace place = {static_cast<int32_t>(span.line), static_cast<int32_t>(span.col + 1),
                      static_cast<int32_t>(farthest.end_line), end};
  *error_ = MakeError(tree_.text(), SyntaxErrorType::kSyntaxError, message, place, farthest.end_line);
  return true;
}

// `format` has one %s.
bool Explainer::RaiseNamed(const char* format, std::string_view name, Span span) {
  std::string_view text = format;
  size_t at = text.find("%s");
  Message message;
  message << text.substr(0, at) << name << text.substr(at + 2);
  return Raise(message.In(tree_.arena()), span);
}

bool Explainer::RaiseTarget(TokenRange range, TreeRule rule, TargetUse use) {
  NodeRef tree = TreeOf(range, rule);
  if (!tree) return false;
  NodeRef target = InvalidTarget(tree_, tree, use);
  if (!target) return false;
  return RaiseNamed(use == TargetUse::kDelete ? "cannot delete %s" : "cannot assign to %s",
                    ExpressionName(tree_, target), SpanOf(target));
}

bool Explainer::Expected(TokenKind kind, uint32_t position) {
  Message message;
  message << "expected '" << TokenText(kind) << '\'';
  const Token& token = At(position);
  Span span = SpanOf(token);
  if (token.col == Token::kNoColumn) span = {token.line, Token::kNoColumn, token.end_line, Token::kNoColumn};
  return Raise(message.In(tree_.arena()), span);
}

// print and exec, the statements of old.
bool Explainer::IsLegacy(TokenRange name) const {
  const Token& token = At(name.begin);
  if (name.end != name.begin + 1 || token.kind != TokenKind::kName) return false;
  std::string_view text = tree_.text().substr(token.begin, token.end - token.begin);
  return text == "print" || text == "exec";
}

bool Explainer::Legacy(TokenRange name, TokenRange rest, TreeRule rest_rule) {
  if (!IsLegacy(name)) return false;
  const Token& token = At(name.begin);
  std::string_view text = tree_.text().substr(token.begin, token.end - token.begin);
  Message message;
  message << "Missing parentheses in call to '" << text << "'. Did you mean " << text << "(...)?";
  return RaiseBetween(message.In(tree_.arena()), SpanOf(token), SpanOf(rest, rest_rule));
}

// Two expressions side by side: only in brackets is a comma what was forgotten.
bool Explainer::ForgottenComma(const ErrorActionRow& row, const TokenRange* captures, uint32_t position) {
  if (IsLegacy(captures[0]) || At(position - 1).level == 0) return false;
  return RaiseBetween(row.message, SpanOf(captures[0], row.first_tree), SpanOf(captures[1], row.second_tree));
}

// The first token of the last positional argument, and how many there are. Commas inside brackets do not count.
uint32_t Explainer::LastArgument(TokenRange args, uint32_t* count) const {
  uint32_t last = args.begin, begin = args.begin;
  uint32_t level = At(args.begin).level;
  TokenKind opening = At(args.begin).kind;
  if (opening == TokenKind::kLeftParen || opening == TokenKind::kLeftBracket || opening == TokenKind::kLeftBrace)
    --level;
  *count = 0;
  for (uint32_t i = args.begin; i <= args.end; ++i) {
    bool ends = i == args.end || (At(i).kind == TokenKind::kComma && At(i).level == level);
    if (!ends || i == begin) continue;
    bool is_keyword = At(begin).kind == TokenKind::kDoubleStar ||
                      (At(begin).kind == TokenKind::kName && begin + 1 < i && At(begin + 1).kind == TokenKind::kEqual);
    if (!is_keyword) {
      last = begin;
      ++*count;
    }
    begin = i + 1;
  }
  return last;
}

bool Explainer::Run(const ErrorActionRow& row, const TokenRange* captures, uint32_t position) {
  TokenRange first = captures[row.capture];
  TokenRange second = captures[1];
  const Token& token = At(first.begin);
  switch (row.action) {
    case ErrorAction::kAt:
      return Raise(row.message, SpanOf(first, row.first_tree));
    case ErrorAction::kAtName: {
      NodeRef tree = TreeOf(first, row.first_tree);
      return tree && RaiseNamed(row.message, ExpressionName(tree_, tree), SpanOf(tree));
    }
    case ErrorAction::kAtParameter: {
      if (At(first.end - 1).kind == TokenKind::kComma) --first.end;
      return Raise(row.message, SpanOf(first, TreeRule::kNone));
    }
    case ErrorAction::kAdjacent:
      return token.end == At(second.begin).begin && RaiseBetween(row.message, SpanOf(token), SpanOf(At(second.begin)));
    case ErrorAction::kRange:
      return RaiseBetween(row.message, SpanOf(first, row.first_tree), SpanOf(second, row.second_tree));
    case ErrorAction::kRangeText: {
      Span span = SpanOf(first, TreeRule::kNone);
      span.end_line = At(second.begin).end_line;
      span.end_col = At(second.begin).end_col;
      return RaiseNamed(row.message, TokenText(token.kind), span);
    }
    case ErrorAction::kRangeLast: {
      if (At(second.end - 1).kind == TokenKind::kComma) --second.end;
      return RaiseBetween(row.message, SpanOf(first, row.first_tree), SpanOf(At(second.end - 1)));
    }
    case ErrorAction::kFrom:
      return RaiseFrom(row.message, SpanOf(first, row.first_tree));
    case ErrorAction::kLast:
      return RaiseAtToken(SyntaxErrorType::kSyntaxError, row.message, Farthest());
    case ErrorAction::kNext:
      return RaiseAtToken(SyntaxErrorType::kSyntaxError, row.message, At(position));
    case ErrorAction::kIndent:
      return RaiseAtToken(SyntaxErrorType::kIndentationError, row.message, Farthest());
    case ErrorAction::kIndentAfter: {
      Message message;
      message << "expected an indented block after " << row.message << " on line ";
      message.Number(token.line);
      return RaiseAtToken(SyntaxErrorType::kIndentationError, message.In(tree_.arena()), Farthest());
    }
    case ErrorAction::kAfterKey: {
      Span span = SpanOf(first, row.first_tree);
      int32_t line = static_cast<int32_t>(span.line);
      ErrorPlace place = {line, static_cast<int32_t>(span.end_col), static_cast<int32_t>(span.end_line), 0};
      *error_ = MakeError(tree_.text(), SyntaxErrorType::kSyntaxError, row.message, place, Farthest().end_line);
      return true;
    }
    case ErrorAction::kAssignTarget:
      return RaiseTarget(first, row.first_tree, TargetUse::kAssign);
    case ErrorAction::kForTarget:
      return RaiseTarget(first, row.first_tree, TargetUse::kFor);
    case ErrorAction::kDeleteTarget:
      return RaiseTarget(first, row.first_tree, TargetUse::kDelete);
    case ErrorAction::kConversion:
      return false;  // the parser raises what is wrong with one
    case ErrorAction::kForgottenComma:
      return ForgottenComma(row, captures, position);
    case ErrorAction::kLegacy:
      return Legacy(first, second, row.second_tree);
    case ErrorAction::kTypeParam: {
      NodeRef bound = TreeOf(second, TreeRule::kExpression);
      bool is_tuple = bound && tree_.Kind(bound) == NodeKind::kTuple;
      Message message;
      message << "cannot use " << (is_tuple ? "constraints" : "bound") << " with " << row.message;
      return RaiseFrom(message.In(tree_.arena()), SpanOf(token));
    }
    case ErrorAction::kGeneratorRange:
      return RaiseBetween(row.message, SpanOf(first, row.first_tree), SpanOf(At(second.end - 1)));
    case ErrorAction::kGeneratorInCall: {
      uint32_t count;
      uint32_t last = LastArgument(first, &count);
      if (count <= 1) return false;
      return RaiseBetween(row.message, SpanOf({last, first.end}, TreeRule::kExpression), SpanOf(At(second.end - 1)));
    }
    case ErrorAction::kGeneratorTarget: {
      // To the target of the last `for`.
      uint32_t in = second.end;
      while (in > second.begin && At(in - 1).kind != TokenKind::kInKeyword) --in;
      return RaiseBetween(row.message, SpanOf(first, row.first_tree), SpanOf(At(in >= 2 ? in - 2 : in)));
    }
    case ErrorAction::kPositionalAfterKeyword: {
      bool has_unpacking = false;
      uint16_t level = At(first.begin - 1).level;
      for (uint32_t i = first.begin; i < first.end; ++i) {
        bool starts = i == first.begin || (At(i - 1).kind == TokenKind::kComma && At(i).level == level);
        has_unpacking |= starts && At(i).kind == TokenKind::kDoubleStar;
      }
      return RaiseAtToken(SyntaxErrorType::kSyntaxError,
                          has_unpacking ? "positional argument follows keyword argument unpacking"
                                        : "positional argument follows keyword argument",
                          Farthest());
    }
  }
  return false;
}

// An error of the tokenizer further on wins over the parser's; so does a bracket that was opened on an earlier
// line and never closed.
void Explainer::PreferLexError() {
  const LexError& lex_error = tokens_.error;
  if (lex_error.kind == LexErrorKind::kNone) return;
  if (lex_error.kind == LexErrorKind::kRaised) {
    // Inside a string the expression's own error is the better one.
    if (lex_error.in_string) return;
    *error_ = MakeLexError(tree_, lex_error);
  } else if (lex_error.bracket != 0 && Farthest().line > lex_error.bracket_line) {
    *error_ = MakeUnclosed(tree_, lex_error);
  }
}

// Had the first pass, when it failed, seen the end of the text?
bool Explainer::SawEnd() const {
  const LexError& error = tokens_.error;
  uint32_t at = machine_.farthest();
  if (At(at).kind == TokenKind::kError) return error.at_end || error.kind == LexErrorKind::kEndOfFile;
  while (at < tokens_.count && At(at).kind == TokenKind::kDedent) ++at;
  return at < tokens_.count && At(at).kind == TokenKind::kEndMarker;
}

bool Explainer::Explain(ParseMode mode) {
  bool fits = Search(mode);
  error_->statement_line = machine_.statement_line();
  return fits;
}

bool Explainer::Search(ParseMode mode) {
  ErrorMachine::Start start = mode == ParseMode::kExec   ? ErrorMachine::Start::kFile
                              : mode == ParseMode::kEval ? ErrorMachine::Start::kEval
                                                         : ErrorMachine::Start::kInteractive;
  uint32_t last = 0;
  for (bool with_mistakes : {false, true}) {
    MachineResult result = machine_.Run(start, with_mistakes);
    if (!with_mistakes) is_incomplete_ = SawEnd();
    switch (result) {
      case MachineResult::kLimit:
        meter_.Stop(LimitKind::kMemory);
        return false;
      case MachineResult::kTooDeep:
        error_->type = SyntaxErrorType::kMemoryError;
        error_->message = "Parser stack overflowed - Python source too complex to parse";
        return true;
      case MachineResult::kLexError:
        *error_ = MakeLexError(tree_, tokens_.error);
        return true;
      case MachineResult::kRaised:
        PreferLexError();
        return true;
      case MachineResult::kMatched:
      case MachineResult::kFailed:
        break;
    }
    if (!with_mistakes) last = machine_.farthest();
  }
  const Token& token = At(last);
  if (token.kind == TokenKind::kIndent || token.kind == TokenKind::kDedent) {
    return RaiseAtToken(SyntaxErrorType::kIndentationError,
                        token.kind == TokenKind::kIndent ? "unexpected indent" : "unexpected unindent", Farthest());
  }
  Span span = SpanOf(token);
  if (token.col == Token::kNoColumn) span = {token.line, Token::kNoColumn, token.end_line, Token::kNoColumn};
  Raise("invalid syntax", span);
  PreferLexError();
  return true;
}

}  // namespace

bool ExplainError(Ast& tree, Meter& meter, const TokenList& tokens, ParseMode mode, ParseResult* result) {
  Explainer explainer(tree, meter, tokens, &result->error);
  bool fits = explainer.Explain(mode);
  result->is_incomplete = explainer.is_incomplete();
  return fits;
}

}  // namespace garter
