// The walk that fills a ScopeTable: shared by scopes.cc (statements, functions), scopes_expressions.cc (expressions,
// comprehensions), scopes_patterns.cc (match) and scopes_checks.cc (errors and warnings), and by nobody else.
//
// The walk goes in the order of CPython's symbol-table pass, so that of several errors the same one is found first.
// It never backs out: an error or a limit sets stopped_, after which every function returns at once.
#ifndef GARTER_INTERPRETER_SYNTAX_SCOPE_BUILDER_H_
#define GARTER_INTERPRETER_SYNTAX_SCOPE_BUILDER_H_

#include "interpreter/syntax/message.h"
#include "interpreter/syntax/scopes.h"

namespace garter {

class ScopeBuilder {
 public:
  ScopeBuilder(Ast& tree, Meter& meter, const uint8_t* supported, ScopeTable& table)
      : tree_(tree), arena_(tree.arena()), meter_(meter), supported_(supported), table_(table) {}
  ScopeResult Run();

 private:
  // What a `break`, `continue` or `return` would leave: saved when a function or class begins.
  struct Surroundings {
    uint32_t loops = 0;            // loops around, within the function
    uint32_t blocks = 0;           // loops, try, with, handlers: CPython allows 21
    bool in_star = false;          // in an except* clause of the function
    bool in_star_of_loop = false;  // and of the loop
    bool in_finally = false;       // PEP 765: innermost of finally / loop / function is a `finally`
    NodeRef value_return;          // the first `return` with a value of the function
  };
  struct Warning {
    alignas(8) std::string_view message;
    char padding[24 - sizeof(std::string_view)];  // one size on every platform: compiling counts as memory
    uint32_t lineno;
  };

  // Statements: scopes.cc.
  void Statements(ListRef list);
  void Statement(NodeRef ref);
  void Function(NodeRef ref, ListRef decorators, ListRef type_params, Identifier name, NodeRef arguments, ListRef body,
                NodeRef returns, bool is_async);
  void Class(NodeRef ref);
  void TypeAlias(NodeRef ref);
  void TypeParameters(ListRef list);
  void TypeVariableScope(NodeRef expression, NodeRef owner, const char* info);
  void Parameters(const ast::Arguments& arguments);
  void ParameterDefaults(const ast::Arguments& arguments);
  void Annotations(const ast::Arguments& arguments, NodeRef returns);
  void Annotation(NodeRef expression);
  void AnnotatedAssignment(NodeRef ref);
  void Loop(const Node& node, ListRef body, ListRef orelse);
  void With(ListRef items, ListRef body);
  void Try(const Node& node, ListRef body, ListRef handlers, ListRef orelse, ListRef finalbody, bool is_star);
  void Handlers(ListRef handlers, bool is_star);
  void Import(ListRef names);
  void ImportFrom(const ast::ImportFrom& node);
  void Declaration(const Node& node, ListRef names, bool is_global);

  // Patterns: scopes_patterns.cc.
  void MatchStatement(const ast::Match& node);
  void Pattern(NodeRef ref, bool may_match_all);
  void OrPattern(const ast::MatchOr& node, bool may_match_all);
  void MappingPattern(const ast::MatchMapping& node);
  void ClassPattern(const ast::MatchClass& node);
  void BindPattern(Identifier name, const Node& where);
  void CaptureOnce(uint32_t start, Identifier name, const Node& where);
  void RepeatedKey(const Node& where, NodeRef key);

  // Expressions: scopes_expressions.cc.
  void Expressions(ListRef list);
  void Elements(ListRef list);  // which may have stars
  void Expression(NodeRef ref);
  void BinaryChain(NodeRef ref);
  void PrimaryChain(NodeRef ref);
  void UnaryChain(NodeRef ref);
  void ConditionalChain(NodeRef ref);
  void OtherExpression(NodeRef ref);
  void Keywords(ListRef keywords);
  void LambdaExpression(NodeRef ref);
  void Comprehension(NodeRef ref, ScopeKind kind, NodeRef element, NodeRef value, ListRef generators);
  void NamedExpression(NodeRef ref);
  bool ExtendWalrusScope(const ast::Name& target);
  void Await(const Node& node);
  void Target(NodeRef ref);

  // Checks: scopes_checks.cc.
  void CheckName(Identifier name, ExprContext context, const Node& where);
  void CheckCallee(const Node& callee, const Node& call);
  void CheckSubscript(NodeRef value, NodeRef index, const Node& where);
  void CheckCompare(const ast::Compare& node);
  void CheckAssert(const ast::Assert& node);
  void CheckRepeatedKeywords(ListRef keywords);
  void CheckStarredTargets(ListRef elements, const Node& where);
  void CheckFinallyExit(const Node& node, const char* word);
  void CheckStarExit(const Node& node);
  void CheckReturn(const ast::Return& node);
  void CheckNotInAnnotation(const char* what, const Node& node);
  void CheckYieldPlace(const Node& node);
  void CheckYield(const Node& node);
  const char* LiteralType(NodeRef ref) const;

  // Scopes and symbols: scopes.cc.
  uint32_t OpenScope(NodeRef node, ScopeKind kind);
  void CloseScope();
  uint32_t FindSymbol(Identifier name) const;          // in the open scope; 0: none
  uint32_t SymbolIn(uint32_t scope, Identifier name);  // made when new; REQUIRES: the scope is open
  void Add(Identifier name, uint32_t flags, const Node& where, ExprContext context);
  void Directive(Identifier name, const Node& where);
  bool EnterBlock(const Node& where);
  void LeaveBlock() { --around_.blocks; }
  Scope& scope() { return table_.scopes[scope_]; }

  // Ways to stop.
  void Fail(const Node& where, std::string_view message);       // an error of the symbol table
  void FailLater(const Node& where, std::string_view message);  // an error of the code generator
  void TooDeep();
  void OutOfMemory();
  void Warn(const Node& where, std::string_view message);  // a warning of the code generator
  void Visit(const Node& node, NodeRef ref) {
    if (!meter_.Charge(1)) stopped_ = true;
    if (__builtin_expect(!supported_[static_cast<int>(node.kind)], 0)) Unsupported(ref);
  }
  void Unsupported(NodeRef ref);
  Message Named(const char* before, Identifier name, const char* after);

  Ast& tree_;
  Arena& arena_;
  Meter& meter_;
  const uint8_t* supported_;
  ScopeTable& table_;
  ScopeResult result_;
  SyntaxError later_error_;
  bool has_later_error_ = false;
  bool stopped_ = false;
  uint32_t scope_ = 0;
  uint32_t depth_ = 0;
  Surroundings around_;
  Identifier class_name_ = 0;  // of the class around: for private names
  const char* type_variable_info_ = "";
  bool future_allowed_ = false;
  bool is_module_start_ = false;
  ArenaVector<uint32_t> chain_;  // nodes of the chains being walked: a stack shared by all levels
  ArenaVector<Warning> warnings_;
  ArenaVector<Identifier> captures_;  // what the pattern being walked binds so far
  uint32_t captures_start_ = 0;       // of the alternative that is walked
  friend class ScopeDepth;
};

// Counts nesting while it lives.
class ScopeDepth {
 public:
  explicit ScopeDepth(ScopeBuilder& builder) : builder_(builder) {
    if (++builder_.depth_ > kMaxScopeDepth) builder_.TooDeep();
  }
  ~ScopeDepth() { --builder_.depth_; }

 private:
  ScopeBuilder& builder_;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_SCOPE_BUILDER_H_
