// The state of one program being written, and all the ways to go on.
//
// Expressions are made from the top down: Make(contract) yields an expression
// whose value keeps the contract, and where an operation would leave it, Fit()
// brings it back (`% n`, `[:n]`, `or default`). Statements are made from the
// first line to the last, so a name is used only where it is surely bound.
//
// Termination and cost: each statement and call is charged its cost times
// `weight_`, the product of the trip counts of the loops around it. A function
// knows the cost of one call; a call is made only where the sum stays below
// kCostCap. Recursion follows a few shapes whose argument falls.
//
// One file writes one family: generate_numbers.cc, generate_texts.cc,
// generate_containers.cc, generate_conditions.cc, generate_statements.cc,
// generate_functions.cc, generate_errors.cc.
#ifndef GARTER_FUZZ_PROGRAM_BUILDER_H_
#define GARTER_FUZZ_PROGRAM_BUILDER_H_

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "fuzz/generator.h"
#include "fuzz/random.h"
#include "fuzz/text.h"
#include "fuzz/value_type.h"

namespace garter::fuzz {

struct Variable {
  std::string name;
  ValueType type;
  int block = 0;          // The block that bound it; it dies with that block.
  bool captured = false;  // A function reads it: no `del`, no other contract.
  bool readonly = false;  // A loop counter: only its own loop may change it.
  bool global = false;    // Here by a `global` declaration.
};

enum class ParameterKind : uint8_t { kPositionalOnly, kPlain, kVarArgs, kKeywordOnly, kVarKeywords };

struct Parameter {
  std::string name;
  ValueType type;  // Of one element, for *args and **kwargs.
  ParameterKind kind = ParameterKind::kPlain;
  bool has_default = false;
};

struct Function {
  std::string name;
  std::vector<Parameter> parameters;
  ValueType result;
  double cost = 1;
  int block = 0;
  bool mutates = false;  // It may change a container that others hold.
  std::string raises;    // It always raises this class.
};

struct Scope {
  enum class Kind : uint8_t { kModule, kFunction, kLambda, kComprehension };
  Kind kind = Kind::kModule;
  std::vector<Variable> variables;
  std::vector<Function> functions;
  std::vector<std::string> dead_names;  // Bound once in a block that is closed.
};

// Something to loop over: its text, its element, and a bound on their number.
struct Iterable {
  std::string text;
  ValueType element;
  int64_t count = 0;
  bool aliased = false;  // A mutable container that others hold: lock it.
};

// An expression that raises, with the exception's class.
struct ErrorSite {
  std::string text;
  std::string exception;
};

// How many items a set display may have for its order to be the program's alone (generate_containers.cc).
int64_t MostInSetDisplay(const ValueType& element, int64_t most);

class ProgramBuilder {
 public:
  ProgramBuilder(uint64_t seed, const GeneratorOptions& options) : random_(seed), options_(options) {}

  GeneratedProgram Build();

 private:
  static constexpr double kCostCap = 6000;
  static constexpr int kMaxDepth = 3;

  // --- Lines, blocks, scopes (program_builder.cc) ---
  void Line(const std::string& text);
  void Block(const std::string& header, const std::function<void()>& body);
  void OpenBlock();
  void CloseBlock();
  void PushScope(Scope::Kind kind);
  void PopScope();
  void Charge(double cost) { cost_ += cost * weight_; }
  bool CanAfford(double cost) const { return cost_ + cost * weight_ < kCostCap; }
  std::string FreshName();
  std::string ComprehensionName();
  std::string TemporaryName();  // May hide an outer name; for parameters and comprehensions.
  bool IsVisible(const std::string& name) const { return CountVisible(name) > 0; }
  int CountVisible(const std::string& name) const;  // In how many scopes it is bound.
  Variable& Declare(const std::string& name, const ValueType& type);
  void Undeclare(const std::string& name);
  size_t FunctionScopeIndex() const;

  // Calls visit(variable, local) for each name in sight, innermost first.
  // `local` says that the current function binds it.
  void VisitVariables(const std::function<void(Variable&, bool)>& visit);
  Variable* PickVariable(const std::function<bool(const Variable&, bool)>& accept);
  Expr VariableWhere(const std::function<bool(const Variable&)>& accept);
  Expr Use(Variable& variable);
  std::string BoundVariableText(const ValueType& want);  // "" if there is none.

  // --- Contracts ---
  ValueType RandomType(int depth);
  ValueType RandomScalarType();
  ValueType RandomKeyType();
  ValueType RandomIntType();
  ValueType RandomOrderedType();

  // --- Expressions of any kind ---
  Expr Make(const ValueType& want, int depth);
  Expr MakeLeaf(const ValueType& want);
  Expr MakeLiteral(const ValueType& want);
  Expr MakeOf(Kind kind, int depth);  // Any contract of that kind.
  Expr TryShared(const ValueType& want, int depth);
  Expr TryElementOf(const ValueType& want, int depth);
  Expr TryCall(const ValueType& want, int depth);
  Expr TryConditional(const ValueType& want, int depth);
  Expr TryWalrus(const ValueType& want, int depth);
  Expr TryLambdaCall(const ValueType& want, int depth);
  Expr Fit(Expr expr, const ValueType& want);
  std::string Sub(const ValueType& want, int depth, int minimum_precedence);

  // --- Numbers (generate_numbers.cc) ---
  Expr MakeInt(const ValueType& want, int depth);
  Expr MakeIntOperator(const ValueType& want, int depth);
  Expr MakeIntFromOther(const ValueType& want, int depth);
  Expr MakeBig(const ValueType& want, int depth);
  Expr MakeFloat(const ValueType& want, int depth);
  std::string IntText(int64_t lo, int64_t hi);
  std::string FloatText(const ValueType& want);
  std::string NonZeroInt(int64_t limit, int depth, int minimum_precedence);

  // --- Text (generate_texts.cc) ---
  Expr MakeStr(const ValueType& want, int depth);
  Expr MakeStrMethod(int depth);
  Expr MakeFormatted(int depth);
  std::string FStringText(int depth);
  std::string ReplacementField(int depth);
  std::string FormatSpec(const ValueType& type);
  Expr MakeBytes(const ValueType& want, int depth);
  std::vector<uint32_t> RandomCharacters(int64_t lo, int64_t hi);
  std::string StrText(int64_t lo, int64_t hi);
  std::string BytesText(int64_t lo, int64_t hi);

  // --- Containers (generate_containers.cc) ---
  Expr MakeList(const ValueType& want, int depth);
  Expr MakeTuple(const ValueType& want, int depth);
  Expr MakeDict(const ValueType& want, int depth);
  Expr MakeSet(const ValueType& want, int depth);
  Expr MakeRange(int depth);
  Expr MakeAny(int depth);
  Expr MakeIterator(const ValueType& want, int depth);
  Iterable MakeIterable(int depth);
  Iterable IterableOf(const ValueType& element, int depth);  // Fixed element.
  std::string Comprehension(const std::function<std::string()>& element, int depth);
  std::string ComprehensionOf(const ValueType& element, int depth);
  std::string Displayed(const ValueType& element, int64_t count, int depth);
  std::string KeyFunction(const ValueType& element);
  std::string SliceText(int depth);

  // --- Truth (generate_conditions.cc) ---
  Expr MakeBool(int depth);
  Expr MakeComparison(int depth);
  Expr MakeMembership(int depth);
  Expr MakePredicate(int depth);
  std::string Condition(int depth) { return Make(BoolType(), depth).text; }

  // --- Statements (generate_statements.cc) ---
  void Statements(int count);
  void Statement();
  void AssignStatement();
  void ChainedAssign();
  void UnpackStatement();
  void AnnotatedAssign();
  void AugmentedAssign();
  void ReassignStatement();
  void StoreStatement();
  void MutateStatement();
  void MutateList(const Expr& list);
  void MutateDict(const Expr& dict);
  void GuardedByMembership(const std::string& container, const ValueType& type, const std::string& value,
                           const std::string& open, const std::string& close);
  void MutateSet(const Expr& set);
  void AugmentElement(const Expr& container);
  void DeleteStatement();
  void PrintStatement();
  std::string PrintArgument(int depth);
  void IfStatement();
  void ForStatement();
  void WhileStatement();
  void AssertStatement();
  void ExpressionStatement();
  void AliasStatement();
  void IteratorStatement();
  std::string BindTarget(const ValueType& type);
  void InLoop(int64_t trips, const std::string& header, const std::function<void()>& body);
  void LoopElse(bool may_break);
  void PrintBriefly();
  ValueType AugmentedResult(const std::string& op, const ValueType& type, std::string* operand);
  void PrintAllVariables(int limit);

  // --- Functions (generate_functions.cc) ---
  void FunctionStatement();
  void PlainFunction();
  void InFunction(const std::string& header, Function* function, const std::function<void()>& body);
  void AddFunction(const Function& function);
  Function* PickFunction(bool raising);
  std::vector<Parameter> RandomParameters();
  std::string ParameterList(const std::vector<Parameter>& parameters);
  std::string ArgumentList(const Function& function, int depth);
  void FunctionBody(const ValueType& result, int size);
  void DeclareParameters(const std::vector<Parameter>& parameters);
  void CallAndPrint(const Function& function);
  std::string Trace(int depth);
  void ScopeDeclaration();
  void RecursiveFunction();
  void ClosureFactory();
  void DecoratorFunction();
  void HigherOrderFunction();
  void LambdaVariable();
  void CallStatement();
  void DefaultSharing();
  void LateBinding();
  void EvaluationOrder();
  std::string Annotation(const ValueType& type);

  // --- Exceptions (generate_errors.cc) ---
  ErrorSite MakeErrorSite(int depth);
  ErrorSite ArithmeticSite(int depth);
  ErrorSite LookupSite(int depth);
  ErrorSite TypeErrorSite(int depth);
  ErrorSite ValueErrorSite(int depth);
  ErrorSite OtherErrorSite(int depth);
  std::string RaiseStatement(std::string* exception);
  std::string ErrorStatement(std::string* exception);  // One line that raises.
  void TryStatement();
  void TryBody(std::string* exception);
  void HandlerBody(const std::string& name);
  std::string HandlerClass(const std::string& exception);
  void NestedTry();
  void FinallyInLoop();
  void WildEnding();
  std::string WildCall(int depth, std::string* exception);
  void WildFunction(const std::string& name, const std::string& inner, std::string* exception);

  Random random_;
  GeneratorOptions options_;
  GeneratedProgram program_;
  std::vector<Scope> scopes_;
  std::vector<int> open_blocks_;
  int next_block_ = 0;
  int indent_ = 0;
  size_t line_count_ = 0;
  int name_count_ = 0;
  double cost_ = 0;
  double weight_ = 1;
  int loop_depth_ = 0;  // Loops of the current function.
  int statement_depth_ = 0;
  int function_depth_ = 0;
  int locked_ = 0;          // > 0 while a shared container is iterated.
  bool pure_ = false;       // No calls: inside a sort key and the like.
  bool no_walrus_ = false;  // Inside a comprehension's iterable, a default ...
  bool mutates_ = false;    // The function being written changes shared containers.
  bool in_comprehension_ = false;
  std::vector<std::string> decorators_;  // Module functions that wrap a function.
  std::string tracer_;                   // A module function that prints its argument.
  bool literals_only_ = false;           // Keys that are promised must not depend on variables.
  bool lazy_ = false;                    // The generator being written is stored, not consumed.
};

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_PROGRAM_BUILDER_H_
