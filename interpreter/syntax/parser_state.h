// The parser's own state, shared by the parse_*.cc files and by nobody else.
//
// Recursive descent over the token array, one function a rule of the grammar, with precedence climbing for
// operators. Each function answers the node, or no node: then the text is not Python, or a limit was met, or an
// error was raised that needs no second pass (failure_ tells which), and the caller answers no node as well.
// Nothing is undone on the way out. The few places where the grammar needs a second look (`with (`, `match`)
// keep pos_ and try again; what the first try left in the arena stays there as garbage.
#ifndef GARTER_INTERPRETER_SYNTAX_PARSER_STATE_H_
#define GARTER_INTERPRETER_SYNTAX_PARSER_STATE_H_

#include <cstring>

#include "interpreter/syntax/error_grammar.h"
#include "interpreter/syntax/lexer.h"
#include "interpreter/syntax/parser.h"

namespace garter {

enum class Failure : uint8_t {
  kNone,  // nothing but a text that does not fit the grammar
  kLimit,
  kRaised,   // error() is complete
  kTooDeep,  // CPython's parser stack would overflow
};

// A position in the text: a token's beginning, or what a node recorded.
struct Place {
  uint32_t line;
  uint32_t col;
};

// Precedences of operators, from loose to tight.
enum Precedence : uint8_t {
  kNoOperator,
  kOr,
  kAnd,
  kNot,
  kComparison,
  kBitOr,
  kBitXor,
  kBitAnd,
  kShift,
  kSum,
  kTerm,
};

class Parser {
 public:
  Parser(Ast& tree, Meter& meter, const TokenList& tokens)
      : tree_(tree), arena_(tree.arena()), meter_(meter), tokens_(tokens.tokens), token_count_(tokens.count) {}

  // Parses everything; no node: see failure().
  NodeRef ParseFile();
  NodeRef ParseEval();
  NodeRef ParseInteractive();

  // For the error pass: reads the tokens as this rule.
  NodeRef ParseAgain(TreeRule rule);

  Failure failure() const { return failure_; }
  const SyntaxError& error() const { return error_; }
  uint32_t position() const { return pos_; }

 private:
  // Stacks of offsets from which lists are made. What lies above a mark belongs to the innermost list.
  struct Scratch {
    static constexpr uint32_t kInline = 512;
    uint32_t size = 0;
    uint32_t capacity = kInline;
    uint32_t* items = inline_items;
    uint32_t inline_items[kInline];
  };

  // CPython's parser counts how deep its rules are nested and gives up at 6000; it takes some 30 levels to get
  // from a statement to a name. We count with weights so that what can nest without brackets fails at the same
  // depth (measured: 5968 signs, 2984 powers, 2984 lambdas, 5965 elifs), except for two forms that would take too
  // much of the native stack.
  static constexpr uint32_t kMaxLevel = 6000;
  static constexpr uint32_t kFirstLevel = 31;
  static constexpr uint32_t kExpressionLevels = 1;
  static constexpr uint32_t kConditionalLevels = 1;
  static constexpr uint32_t kNotLevels = 1;
  static constexpr uint32_t kFactorLevels = 1;
  static constexpr uint32_t kPowerLevels = 2;
  static constexpr uint32_t kLambdaLevels = 2;
  static constexpr uint32_t kNestedLambdaLevels = 12;  // in the default of a parameter, or after `else`
  static constexpr uint32_t kAtomLevels = 28;
  static constexpr uint32_t kCallLevels = 28;
  static constexpr uint32_t kSubscriptLevels = 28;
  static constexpr uint32_t kStringLevels = 6;
  static constexpr uint32_t kPatternLevels = 5;
  static constexpr uint32_t kBlockLevels = 4;
  static constexpr uint32_t kElifLevels = 1;
  class Level {
   public:
    Level(Parser& parser, uint32_t weight) : parser_(parser), weight_(weight) { parser_.level_ += weight; }
    ~Level() { parser_.level_ -= weight_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    bool too_deep() const { return parser_.level_ > kMaxLevel; }

   private:
    Parser& parser_;
    uint32_t weight_;
  };

  const Token& token() const { return tokens_[pos_]; }
  TokenKind kind() const { return tokens_[pos_].kind; }
  TokenKind KindAt(uint32_t ahead) const {
    return pos_ + ahead < token_count_ ? tokens_[pos_ + ahead].kind : TokenKind::kEndMarker;
  }
  const Token& last() const { return tokens_[pos_ - 1]; }
  bool Accept(TokenKind wanted) {
    if (kind() != wanted) return false;
    ++pos_;
    return true;
  }
  std::string_view TextOf(const Token& at) const { return tree_.text().substr(at.begin, at.end - at.begin); }

  NodeRef Fail(Failure failure) {
    if (failure_ == Failure::kNone) failure_ = failure;
    return {};
  }
  NodeRef LimitReached() {
    meter_.Stop(LimitKind::kMemory);
    return Fail(Failure::kLimit);
  }
  bool Pay();

  // A node from `first` to the last token that was taken. Null: a limit was met.
  template <typename T>
  T* New(Place first) {
    T* node = static_cast<T*>(arena_.Allocate(sizeof(T)));
    if (__builtin_expect(node == nullptr, 0)) {
      LimitReached();
      return nullptr;
    }
    if (__builtin_expect(++unpaid_ >= 256, 0) && !Pay()) return nullptr;
    *node = T{};
    static_cast<Node*>(node)->kind = T::kKind;  // Constant has a field of that name, too
    node->lineno = first.line;
    node->col_offset = first.col;
    node->end_lineno = last().end_line;
    node->end_col_offset = last().end_col;
    return node;
  }
  NodeRef Ref(const Node* node) const { return {node == nullptr ? 0 : arena_.OffsetOf(node)}; }
  Place Here() const { return {token().line, token().col}; }
  void EndAt(Node* node, NodeRef other) const {
    node->end_lineno = tree_.At(other).end_lineno;
    node->end_col_offset = tree_.At(other).end_col_offset;
  }

  bool Push(uint32_t item) {
    if (__builtin_expect(scratch_.size == scratch_.capacity, 0) && !GrowScratch()) return false;
    scratch_.items[scratch_.size++] = item;
    return true;
  }
  bool Push(NodeRef node) { return Push(node.offset); }
  bool GrowScratch();
  // Makes a list of everything above the mark. False: a limit was met.
  bool Pop(uint32_t mark, ListRef* list);
  // The same for items that were pushed in turn: two lists.
  bool PopPairs(uint32_t mark, ListRef* firsts, ListRef* seconds);

  // 0: a limit was met.
  Identifier Intern(const Token& name);
  Identifier InternWide(std::string_view text);
  NodeRef Raise(SyntaxErrorType type, std::string_view message, Place first, Place end);
  NodeRef RaiseAt(std::string_view message, const Token& at);

  bool IsSimple(uint32_t first_at) const;
  bool HasMoreAfter(const Token& token) const;

  // parse_statements.cc, parse_compound.cc
  bool ParseStatements(ListRef* list);
  bool ParseStatement();
  bool ParseSimpleStatements();
  bool ParseBlock(ListRef* list);
  NodeRef ParseSimpleStatement();
  NodeRef ParseExpressionStatement();
  NodeRef ParseAssignment(Place first, NodeRef target);
  NodeRef ParseAnnotation(Place first, NodeRef target);
  NodeRef ParseAugmented(Place first, NodeRef target);
  NodeRef ParseAssigned();
  NodeRef ParseTypeAlias();
  NodeRef ParseReturn();
  NodeRef ParseRaise();
  NodeRef ParseDelete();
  NodeRef ParseAssert();
  NodeRef ParseImport();
  NodeRef ParseImportFrom();
  bool ParseImportNames(ListRef* names);
  bool ParseDottedName(Identifier* name);
  Identifier InternDotted(uint32_t from, uint32_t to);
  bool ParseAsName(Identifier* name);
  NodeRef ParseNames(bool is_global);
  NodeRef ParseCompound();
  NodeRef ParseIf();
  NodeRef ParseWhile();
  NodeRef ParseFor(Place first, bool is_async);
  NodeRef ParseWith(Place first, bool is_async);
  bool ParseWithItems(ListRef* items);
  bool ParseWithItemList(bool in_parentheses);
  NodeRef ParseWithItem();
  NodeRef ParseTry();
  NodeRef ParseHandler(bool is_star);
  bool ParseElse(ListRef* list);
  void EndAtBlock(Node* node) const;
  NodeRef ParseDecorated();
  NodeRef ParseFunction(Place first, ListRef decorators, bool is_async);
  NodeRef ParseClass(Place first, ListRef decorators);
  bool ParseTypeParameters(ListRef* list);
  NodeRef ParseTypeParameter();
  bool MayBeMatch() const;
  NodeRef ParseMatch();
  NodeRef ParseSubject();
  NodeRef ParseCase();

  // parse_parameters.cc
  NodeRef ParseParameters(bool is_lambda);
  NodeRef ParseParameter(bool is_lambda, bool allows_star);
  struct ParameterMarks {
    bool slash_seen = false;
    uint32_t positional_only = 0;  // how many before `/`
    uint32_t positional = 0;       // how many before `*`
    uint32_t total = 0;
  };
  NodeRef NewArguments(Place first, uint32_t mark, const ParameterMarks& marks, NodeRef vararg, NodeRef kwarg);

  // parse_patterns.cc
  NodeRef ParsePatterns();
  NodeRef ParsePattern();
  NodeRef ParseOrPattern();
  NodeRef ParseClosedPattern();
  NodeRef ParseMaybeStarPattern();
  NodeRef ParseStarPattern();
  NodeRef ParseSequencePattern();
  NodeRef ParseMappingPattern();
  NodeRef ParseNamePattern();
  NodeRef ParseClassPattern(Place first, NodeRef cls);
  NodeRef ParseLiteralPattern();
  NodeRef ParsePatternLiteral();
  NodeRef ParseSignedNumber();
  bool IsComplex(NodeRef number) const;
  NodeRef RaiseNumber(std::string_view message, NodeRef number);
  NodeRef ParsePatternKey();
  NodeRef ParseDottedValue();
  NodeRef NewMatchAs(Place first, NodeRef pattern, Identifier name);

  // parse_expressions.cc
  bool StartsExpression() const;
  NodeRef NewTuple(Place first, uint32_t mark);
  NodeRef ParseStarExpressions();
  NodeRef ParseStarExpression();
  NodeRef ParseExpressions(bool* is_tuple);
  NodeRef ParseExpression();
  NodeRef ParseConditional(Place first, NodeRef body);
  NodeRef ParseNamedExpression();
  NodeRef ParseStarNamedExpression();
  NodeRef ParseStarred();
  NodeRef ParseOperators(Precedence minimum);
  NodeRef ParseNot();
  NodeRef ParseBoolean(Place first, NodeRef left, Precedence precedence);
  NodeRef ParseComparison(Place first, NodeRef left);
  NodeRef ParseFactor();
  static bool IsSign(TokenKind kind);
  NodeRef ParsePower(Place first, NodeRef base);
  NodeRef NewSigned(const Token& sign, NodeRef operand);
  NodeRef NewPower(Place first, NodeRef base, NodeRef exponent);
  NodeRef ParsePrimary();
  NodeRef ParseTrailers(Place first, NodeRef value);
  NodeRef ParseAtom();
  NodeRef ParseName(ExprContext context);
  NodeRef ParseLambda();
  NodeRef ParseYield();

  // parse_displays.cc
  NodeRef ParseParenthesis();
  NodeRef ParseGroupEnd(NodeRef inner);
  bool ParseElements(TokenKind closing);
  NodeRef ParseTupleRest(Place first, NodeRef element);
  NodeRef ParseListDisplay();
  NodeRef ParseBrace();
  NodeRef ParseDict(Place first, NodeRef key);
  NodeRef ParseDictComprehension(Place first, NodeRef key, NodeRef value);
  bool ParseGenerators(ListRef* list);
  NodeRef ParseGenerator();
  NodeRef ParseCall(Place first, NodeRef callee);
  bool ParseArguments(bool allows_generator, ListRef* args, ListRef* keywords);
  bool SplitArguments(uint32_t mark, uint32_t keyword_count, ListRef* args, ListRef* keywords);
  NodeRef ParseKeywordValue(Place first, Identifier name);
  bool ParseArgumentGenerator(Place first, NodeRef element, ListRef* args);
  NodeRef ParseSubscript(Place first, NodeRef value);
  NodeRef ParseSubscriptStar();
  NodeRef ParseSlice();
  NodeRef ParseTargets();
  NodeRef ParseTarget();
  bool AtFor() const {
    return kind() == TokenKind::kForKeyword ||
           (kind() == TokenKind::kAsyncKeyword && KindAt(1) == TokenKind::kForKeyword);
  }

  enum class TargetRule : uint8_t { kStar, kSingle, kDelete };
  bool SetTarget(NodeRef node, TargetRule rule);
  bool SetTargets(ListRef list, TargetRule rule);

  // parse_constants.cc, parse_strings.cc
  NodeRef ParseNumber();
  bool SetInteger(ConstantValue* value, std::string_view digits, int base, const Token& at);
  bool StripUnderscores(std::string_view text, TextRef* ref);
  NodeRef NewConstant(ConstantType type);
  NodeRef ParseStrings();
  NodeRef ParsePlainString();
  bool DecodeText(std::string_view body, bool is_raw, bool is_bytes, const Token& at, TextRef* text);
  NodeRef JoinStrings(Place first, uint32_t mark, bool is_bytes, bool has_fields, bool is_template);
  NodeRef JoinConstants(uint32_t from, uint32_t to, bool is_bytes);
  std::string_view TextOf(NodeRef constant) const;
  bool ParseFormatted(bool is_template);
  bool ParseFormattedParts(bool is_template, bool is_raw, TokenKind end);
  bool ParseField(bool is_template);
  bool ParseConversion(bool is_template, int32_t* conversion);
  NodeRef ParseFormatSpec();
  bool PushDebugText(TextRef text, Place first, Place end);
  bool ExpressionText(uint32_t begin, uint32_t end, TextRef* text);
  void StripExpressionText(TextRef* text) const;

  Ast& tree_;
  Arena& arena_;
  Meter& meter_;
  const Token* tokens_;
  uint32_t token_count_;
  uint32_t pos_ = 0;
  uint32_t level_ = kFirstLevel;
  uint32_t unpaid_ = 0;
  Failure failure_ = Failure::kNone;
  SyntaxError error_;
  Scratch scratch_;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_PARSER_STATE_H_
