// The compiler's own state, shared by the compile_*.cc files and by nobody else.
//
// One visitor a node kind. Expressions have three forms:
//   Into(node, r)      leaves the value in register r, which it writes once, at the end, if r is a variable
//   Operand(node)      answers a register that holds the value: a variable's own, or a new temporary
//   JumpIf(node, ...)  a condition, without making a bool of it
// Statements leave the temporaries as they found them. Inner functions are queued and compiled after the code that
// makes them, so that nesting of functions needs no native stack and code objects lie one after another.
//
// A limit sets the emitter's stop flag, after which everything returns soon and nothing is written.
#ifndef GARTER_INTERPRETER_CODE_COMPILATION_H_
#define GARTER_INTERPRETER_CODE_COMPILATION_H_

#include "interpreter/code/compiler.h"
#include "interpreter/code/constants.h"
#include "interpreter/code/emitter.h"
#include "interpreter/syntax/scopes.h"
#include "interpreter/types/builtin.h"

namespace garter {

// What a `break`, `continue` or `return` has to leave on its way out, innermost first. Lives on the native stack.
struct Surrounding {
  enum Kind : uint8_t { kLoop, kHandler, kFinally, kFinallyBody };
  Kind kind;
  Surrounding* outer;
  // kLoop
  Label* end = nullptr;         // where `break` goes
  const Label* head = nullptr;  // where `continue` goes
  uint64_t assigned_at_break = ~uint64_t{0};
  // kHandler, kFinallyBody: the register with the exception that was handled before
  uint32_t saved = 0;
  const Symbol* name = nullptr;  // kHandler: `except ... as name`
  // kFinally, kFinallyBody: registers `resume` (a small int) and the one after it (value or exception)
  uint32_t resume = 0;
  Label* body = nullptr;                  // kFinally: the finally body
  bool exits[3] = {false, false, false};  // kFinally: whether `return`, `break`, `continue` come through
};

class Compiler {
 public:
  Compiler(Ast& tree, Meter& meter, Arena& output, std::string_view filename, uint32_t mutant,
           const CompileTarget& target)
      : tree_(tree),
        meter_(meter),
        scratch_(tree.arena()),
        output_(output),
        filename_(filename),
        mutant_(mutant),
        target_(target),
        scopes_(tree),
        emit_(scratch_, meter),
        constants_(scratch_, output, meter) {}
  CompileResult Run();

 private:
  enum class Exit : uint8_t { kReturn, kBreak, kContinue };
  static constexpr uint32_t kFrameWords = 3;   // callee and header words before the arguments of a window
  static constexpr uint32_t kBigDisplay = 30;  // CPython builds longer displays and calls item by item

  // compiler.cc: the program as a whole, code objects, names.
  void CompileCode(uint32_t index);
  void ModuleBody();
  void ProgramBody(ListRef body);
  void StoreDocumentation(Identifier name, uint32_t reg);
  void NameTables(CodeInfo* code);
  void MakeCells();
  bool Tables();
  const ProgramImage* Finish();
  CompileResult Unsupported(const Node& node, const char* construct, const char* advice);
  uint32_t NameConstant(Identifier name);
  uint32_t GlobalIndex(Identifier name);
  uint32_t GlobalIndexOf(std::string_view name);  // of a name that need not be in the text
  uint16_t NextCache() { return cache_count_ < kNoCache ? static_cast<uint16_t>(cache_count_++) : kNoCache; }
  std::string_view Qualified(Identifier name, std::string_view fallback);
  bool stopped() const { return emit_.stopped(); }
  bool Mutant(uint32_t number) const { return mutant_ == number; }
  void OutOfMemory();
  bool Enter();  // counts nesting; false: too deep
  void Leave() { --depth_; }

  // compile_names.cc: variables.
  void LoadName(Identifier name, uint32_t target, const Node& where);
  bool InClassBody(const Symbol& symbol) const;
  void LoadClassName(const Symbol& symbol, uint32_t target);
  bool VariableRegister(Identifier name, const Node& where, uint32_t* reg);
  void StoreName(Identifier name, uint32_t reg);
  void DeleteName(Identifier name);
  void ClearName(const Symbol& symbol);
  bool IsPlainVariable(NodeRef ref) const;
  uint32_t VariableTarget(NodeRef ref) const;
  bool IsAssigned(const Symbol& symbol) const;
  void SetAssigned(const Symbol& symbol);
  bool MayRebind(NodeRef later) const;
  // Names of the outermost code that go through a namespace, if it has one.
  bool IsByName(const Symbol& symbol) const {
    return target_.by_name && code_ == 0 && !symbol.Has(Symbol::kDeclaredGlobal);
  }
  bool IsVariable(uint32_t reg) const { return reg < named_; }

  // compile_expressions.cc
  void Into(NodeRef ref, uint32_t target);
  uint32_t Operand(NodeRef ref, NodeRef later = {}) { return OperandVia(ref, kNoRegister, later); }
  uint32_t OperandVia(NodeRef ref, uint32_t scratch, NodeRef later = {});
  void OtherInto(NodeRef ref, uint32_t target);
  void Through(NodeRef ref, uint32_t target);
  void BinaryInto(NodeRef ref, uint32_t target);
  void Binary(Operator op, bool in_place, uint32_t target, uint32_t left, NodeRef right_ref, uint32_t scratch);
  void UnaryInto(NodeRef ref, uint32_t target);
  const Node* NegationAround(const ast::Compare& compare, uint32_t bottom);
  void CompareInto(const ast::Compare& node, uint32_t target);
  void BoolInto(const ast::BoolOp& node, uint32_t target);
  void ConditionalInto(NodeRef ref, uint32_t target);
  void WalrusInto(const ast::NamedExpr& node, uint32_t target);
  void PrimaryInto(NodeRef ref, uint32_t target);
  void SubscriptLink(const ast::Subscript& node, uint32_t value, uint32_t target);
  void BoundInto(NodeRef bound, uint32_t target);
  void SliceInto(const ast::Slice& node, uint32_t target);
  void AtAttribute(const Node& node, const ast::Attribute& attribute);
  void AttributeAccess(Opcode op, uint32_t a, uint32_t b, const ast::Attribute& node);

  // compile_displays.cc: tuples, lists, sets, dicts, f-strings, constants.
  uint32_t ConstantOf(NodeRef ref);
  bool NumberOf(NodeRef ref, Value* value) const;
  bool FoldBinary(Operator op, Value left, Value right, Value* value) const;
  uint32_t LiteralConstant(const ConstantValue& value);
  void LoadConstant(uint32_t constant, uint32_t target);
  void LoadValue(Value value, uint32_t target);
  uint32_t ConstantTuple(ListRef elements);
  bool IsShort(ListRef elements) const;
  void Display(const Node& node, ListRef elements, NodeKind kind, uint32_t target);
  void DisplayItems(const Node& node, ListRef elements, NodeKind kind, uint32_t target);
  void DictInto(const ast::Dict& node, uint32_t target);
  void PairInto(NodeRef key, NodeRef value);
  void DictPart(const ast::Dict& node, uint32_t begin, uint32_t end, uint32_t target, bool* has_dict);
  void IterableInto(NodeRef ref, uint32_t target);
  void JoinedInto(const ast::JoinedStr& node, uint32_t target);
  void FormattedInto(const ast::FormattedValue& node, uint32_t target);

  // compile_conditions.cc
  void JumpIf(NodeRef ref, Label& label, bool when);
  void JumpIfCompare(const ast::Compare& node, Label& label, bool when);
  void JumpCompared(CmpOp op, uint32_t left, NodeRef right, const Node& where, Label& label, bool when);
  uint32_t Container(NodeRef ref);
  void Fused(Opcode op, uint32_t a, uint32_t b, bool when, Label& label);
  void Compared(CmpOp op, uint32_t target, uint32_t left, uint32_t right);
  int ConstantTruth(NodeRef ref) const;  // 1, 0, or -1: not known

  // compile_calls.cc
  void CallInto(const ast::Call& node, uint32_t window, const ast::Attribute* method, uint32_t target);
  uint32_t KeywordValues(const ast::Call& node);
  void SpreadCall(const ast::Call& node, uint32_t window, uint32_t target);
  void SpreadKeywords(const ast::Call& node, uint32_t window, uint32_t dict);
  void KeywordDict(const ast::Call& node, uint32_t begin, uint32_t end, uint32_t target);
  bool HasSpread(const ast::Call& node) const;
  bool IsMethodCall(const ast::Call& node) const;
  bool IsShownAtCallee(const ast::Call& node) const;

  // compile_statements.cc
  void Statements(ListRef list);
  void Statement(NodeRef ref);
  void IfStatement(NodeRef ref);
  void WhileStatement(const ast::While& node);
  void ForStatement(const ast::For& node);
  void ReturnStatement(const ast::Return& node);
  void AssertStatement(const ast::Assert& node);
  void RaiseStatement(const ast::Raise& node);
  void DeleteTarget(NodeRef ref);
  void LeaveWith(Exit exit, uint32_t value);
  void LeaveSurrounding(const Surrounding& surrounding);

  // compile_imports.cc
  uint32_t CallNative(Internal which);
  uint32_t ImportModule(std::string_view name, uint32_t names, uint32_t level);
  void ImportAttribute(uint32_t module, std::string_view name, uint32_t target);
  void ImportStatement(const ast::Import& node);
  void ImportFromStatement(const ast::ImportFrom& node);

  // compile_assignments.cc
  void Assign(const ast::Assign& node);
  void AssignOne(NodeRef target, NodeRef value);
  void AnnotatedAssign(const ast::AnnAssign& node);
  void AugmentedAssign(const ast::AugAssign& node);
  void Store(NodeRef target, uint32_t reg);
  bool AreNeighbours(ListView<NodeRef> targets) const;
  void Unpack(const Node& node, ListRef targets, uint32_t reg);
  bool AssignPairwise(ListRef targets, ListRef values);

  // compile_functions.cc
  void FunctionDefinition(const ast::FunctionDef& node, NodeRef ref);
  void LambdaInto(NodeRef ref, uint32_t target);
  void MakeFunction(NodeRef ref, const ast::Arguments* parameters, Identifier name, std::string_view fallback,
                    uint32_t target);
  void Cells(uint32_t scope);
  void FunctionBody(uint32_t index);
  void KeywordDefaults(const ast::Arguments& parameters, uint32_t target);
  uint32_t DocumentationOf(ListRef body);
  std::string_view CleanDocumentation(std::string_view text);

  // compile_generators.cc
  void YieldInto(const ast::Yield& node, uint32_t target);
  void YieldFromInto(const ast::YieldFrom& node, uint32_t target);
  void Delegate(uint32_t iterator, uint32_t target);
  void AwaitInto(const ast::Await& node, uint32_t target);
  void AsyncForStatement(const ast::AsyncFor& node);
  // Instructions that an asynchronous iterator's end is waited for in.
  struct AsyncNext {
    uint32_t start, end;
  };
  AsyncNext NextAwaited(uint32_t iterator, uint32_t item);
  void AsyncExhausted(const AsyncNext& next, Label& exhausted);
  static const ast::FunctionDef* FunctionAt(const Ast& tree, NodeRef ref);

  // compile_classes.cc
  void ClassDefinition(const ast::ClassDef& node, NodeRef ref);
  void ClassInto(const ast::ClassDef& node, NodeRef ref, uint32_t target);
  void ClassBody(const ast::ClassDef& node);
  void StoreInNamespace(std::string_view name, uint32_t reg);

  // compile_comprehensions.cc
  void ComprehensionInto(NodeRef ref, uint32_t target);
  void IteratorOf(const ast::Comprehension& generator, uint32_t target);
  void GeneratorExpressionInto(NodeRef ref, uint32_t target);
  void GeneratorBody(const ast::GeneratorExp& node);
  struct Element {
    Opcode op;
    uint32_t collection;
    NodeRef element, value;
    const Node* whole;  // the comprehension
  };
  void Generators(ListRef generators, uint32_t index, uint32_t iterator, const Element& element);
  void EmitElement(const Element& element);
  void FreshVariables(bool may_be_read_early);
  void ForgetVariables();

  // compile_try.cc
  struct TryParts {
    ListRef body, handlers, orelse, finalbody;
    bool is_star;
  };
  void TryStatement(const TryParts& parts);
  void TryExcept(const TryParts& parts);
  uint64_t ExceptHandlers(ListRef handlers, uint32_t base, Label& done, uint64_t entry);
  void HandlerBody(const ast::ExceptHandler& handler, uint32_t exception, uint32_t saved);
  void HandlerCleanup(const ast::ExceptHandler& handler, uint32_t saved);
  uint64_t StarHandlers(ListRef handlers, uint32_t base, Label& done, uint64_t entry);
  void StarHandler(const ast::ExceptHandler& handler, uint32_t parts, uint32_t raised);
  void TryFinally(const TryParts& parts);
  void ResumeExits(const Surrounding& around, uint64_t assigned);

  // compile_with.cc
  void WithItems(ListRef items, uint32_t index, ListRef body, bool is_async);
  void EnterManager(uint32_t manager, uint32_t exit, uint32_t target, bool is_async);
  void CallExit(uint32_t exit, uint32_t exception, uint32_t target, bool is_async);
  void AwaitManager(uint32_t target, uint32_t context);

  // compile_match.cc: patterns. Failing jumps to `fail` with the temporaries of the start.
  void MatchStatement(const ast::Match& node);
  void MatchCase(const ast::MatchCase& node, uint32_t subject, Label& fail);
  void Captures(NodeRef pattern);
  void Capture(Identifier name, uint32_t value);
  void Pattern(NodeRef ref, uint32_t subject, Label& fail);
  void AsPattern(const ast::MatchAs& node, uint32_t subject, Label& fail);
  void OrPattern(const ast::MatchOr& node, uint32_t subject, Label& fail);
  void ValuePattern(const ast::MatchValue& node, uint32_t subject, Label& fail);
  void SingletonPattern(const ast::MatchSingleton& node, uint32_t subject, Label& fail);
  void SequencePattern(const ast::MatchSequence& node, uint32_t subject, Label& fail);
  void SequenceItems(const ast::MatchSequence& node, uint32_t subject, uint32_t star, Label& fail);
  void MappingPattern(const ast::MatchMapping& node, uint32_t subject, Label& fail);
  void ClassPattern(const ast::MatchClass& node, uint32_t subject, Label& fail);
  void JumpUnlessLength(Opcode op, Opcode with_constant, uint32_t subject, uint32_t length, Label& fail);
  bool IsWildcard(NodeRef pattern) const;

  static constexpr uint32_t kNoRegister = ~0u;

  // A code object that is known but not compiled yet.
  struct Pending {
    NodeRef node;
    uint32_t scope;
    uint32_t name;  // constants
    uint32_t qualified_name;
    alignas(8) std::string_view qualified;
    char padding[24 - sizeof(std::string_view)];  // one size on every platform: compiling counts as memory
    uint32_t first_line;
    Identifier class_name;  // of the class around its text: for private names
  };
  static_assert(sizeof(Pending) == 48);

  Ast& tree_;
  Meter& meter_;
  Arena& scratch_;
  Arena& output_;
  std::string_view filename_;
  const uint32_t mutant_;  // a seeded bug (fuzz/mutants.def), 0: none
  const CompileTarget target_;
  ScopeTable scopes_;
  Emitter emit_;
  ConstantTable constants_;
  ArenaVector<Pending> pending_;  // parallel to codes_
  ArenaVector<CodeInfo> codes_;
  ArenaVector<uint32_t> names_;         // constant indices of locals' and free variables' names
  ArenaVector<uint32_t> globals_;       // constant indices
  ArenaVector<Identifier> captures_;    // of the pattern being compiled; each has a register from capture_registers_ on
  ArenaVector<uint32_t> chain_;         // operator chains being compiled: a stack
  uint32_t* name_constants_ = nullptr;  // for each Identifier: constant + 1, or 0
  uint32_t* global_indices_ = nullptr;  // likewise
  uint32_t identifiers_ = 0;
  uint32_t cache_count_ = 0;
  uint32_t depth_ = 0;
  bool too_deep_ = false;

  // Of the code object being compiled.
  uint32_t code_ = 0;
  uint32_t namespace_ = 0;  // the register with the namespace, where names go through one
  uint32_t scope_ = 0;      // the innermost open scope: the code's, or an inlined comprehension's
  uint32_t named_ = 0;      // registers with names
  uint64_t assigned_ = 0;   // which of the first 64 are certainly assigned here
  uint64_t unbinds_ = 0;    // which of them some `del` may take away
  Surrounding* surrounding_ = nullptr;
  uint32_t capture_registers_ = 0;
  uint32_t next_capture_ = 0;
  const Node* compare_at_ = nullptr;              // where the comparison that is compiled next is shown
  uint32_t handler_start_ = 0, handler_end_ = 0;  // instructions of the handler body compiled last
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_CODE_COMPILATION_H_
