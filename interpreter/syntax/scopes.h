// Who owns a name: the symbol table of a tree, and every SyntaxError that CPython finds after parsing.
//
// One walk over the tree (scopes.cc) opens a Scope for each module, function, lambda, class, comprehension and
// type-parameter list and writes down how each uses its names. A second pass over the symbols alone
// (scopes_analysis.cc) decides where each lives: a register, a cell, the closure, or the globals. The walk also makes
// the checks that CPython's code generator makes (`return` outside a function, a misplaced `default except:`, ...)
// and finds the warnings; an error of that later stage is kept until the whole table was found good, as CPython
// would not have reached it otherwise.
//
// List, set and dict comprehensions run in the frame of the function around them (PEP 709): their scope is marked
// `inlined`, holds symbols only for what it binds itself, and these get registers of that frame.
//
// Costs: a unit of fuel for each node; memory from the tree's arena; native stack bounded by kMaxScopeDepth.
#ifndef GARTER_INTERPRETER_SYNTAX_SCOPES_H_
#define GARTER_INTERPRETER_SYNTAX_SCOPES_H_

#include <cstdint>

#include "interpreter/base/meter.h"
#include "interpreter/syntax/arena_vector.h"
#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/parser.h"

namespace garter {

enum class ScopeKind : uint8_t {
  kModule,
  kFunction,
  kLambda,
  kClass,
  kListComp,
  kSetComp,
  kDictComp,
  kGeneratorExp,
  kAnnotation,
  kTypeParameters,
  kTypeAlias,
  kTypeVariable,
};

// Where a name lives, seen from the scope of its symbol.
enum class Binding : uint8_t {
  kUnresolved,
  kLocal,      // register `slot` of the frame
  kCell,       // the cell in register `slot` of the frame
  kFree,       // cell `slot` of the function's closure
  kGlobal,     // the globals, then the builtins
  kNamespace,  // of a class: its namespace, then the globals (or, with kClassFree, a cell), then the builtins
};

struct Symbol {
  enum Flag : uint32_t {
    kUse = 1,    // read
    kBound = 2,  // assigned, imported, defined, deleted, ...
    kParameter = 4,
    kDeclaredGlobal = 8,
    kDeclaredNonlocal = 16,
    kAnnotated = 32,
    kIterationVariable = 64,  // target of a comprehension's `for`
    kTypeParameter = 128,
    kUsedInside = 256,  // by an inlined comprehension or an inner function
    kUnbinds = 512,     // `del` or an except clause may take its value away
    kWalrus = 1024,     // bound in the midst of an expression
    kCaptured = 2048,   // an inner function uses it: needs a cell
    kClassCell = 4096,  // the implicit `__class__` of a class
    kClassFree = 8192,  // a class's own name that is, for functions inside, a variable of a function around: `slot`
    kAlias = 16384,     // in a comprehension inside a class: a variable of a comprehension around it
  };
  Identifier name;
  uint32_t flags;
  uint32_t scope;
  uint32_t next;   // in the list of its scope; 0 ends it
  uint32_t outer;  // what the name means outside of the scope, while that scope is open
  Binding binding;
  uint8_t unused;
  uint16_t slot;

  bool Has(uint32_t some) const { return (flags & some) != 0; }
};
static_assert(sizeof(Symbol) == 24);

struct Scope {
  NodeRef node;
  uint32_t parent;  // index; the module is scope 0
  uint32_t end;     // scopes after this one up to here are inside of it
  uint32_t frame;   // the scope whose frame it runs in: itself unless inlined
  uint32_t first_symbol, last_symbol;
  uint16_t local_count;  // registers with names: of frames
  uint16_t free_count;   // cells of the closure: of frames
  ScopeKind kind;
  bool inlined;
  bool is_async;   // async def
  bool has_await;  // runs asynchronously: `await`, `async for` inside
  bool has_yield;
  bool in_iterable;  // inside of a comprehension's iterable expression
  bool in_target;    // inside of a comprehension's target
  bool unevaluated;  // an annotation or inside of one: never runs here
  bool in_class;     // an inlined comprehension in a class's frame: does not see the class's names
  uint8_t conditional_depth;
  uint8_t reserved[2];

  bool IsFunction() const { return kind == ScopeKind::kFunction || kind == ScopeKind::kLambda || IsComprehension(); }
  bool IsComprehension() const { return kind >= ScopeKind::kListComp && kind <= ScopeKind::kGeneratorExp; }
};

class ScopeTable {
 public:
  explicit ScopeTable(Ast& tree) : tree_(tree) {}
  ArenaVector<Scope> scopes;
  ArenaVector<Symbol> symbols;  // symbol 0 is no symbol
  struct Declared {
    uint32_t scope;
    Identifier name;
    NodeRef statement;
  };
  ArenaVector<Declared> directives;  // every `global` and `nonlocal`: where to point when one is wrong
  bool too_many_locals = false;      // a frame would need more registers than an instruction can name
  uint32_t* current = nullptr;       // for each Identifier the symbol it names in the scope that is open, or 0

  // The scope that a function, lambda, class or comprehension opens. REQUIRES: the node opens one.
  uint32_t ScopeOf(NodeRef node) const;
  // Gives names the meaning they have in the scope / takes it back.
  void Open(uint32_t scope);
  void Close(uint32_t scope);
  const Symbol& Find(Identifier name) const { return symbols[current[name]]; }

  bool BuildNodeIndex(Arena& arena);

 private:
  friend class ScopeBuilder;
  Ast& tree_;
  uint32_t* node_index_ = nullptr;  // open addressing: scope + 1, or 0
  uint32_t node_index_mask_ = 0;
};

// Deepest nesting of nodes that the passes after the parser walk, chains of operators and calls aside.
inline constexpr uint32_t kMaxScopeDepth = 1500;
// Longest chain of operators or calls: CPython's stack overflows at about this many, and a program is refused.
inline constexpr uint32_t kMaxChain = 30000;

enum class ScopeStatus : uint8_t { kOk, kError, kLimit };

struct ScopeResult {
  ScopeStatus status = ScopeStatus::kOk;
  SyntaxError error;
  NodeRef unsupported;  // the first node of a kind that `supported` denies
};

// `supported` has a byte for each NodeKind. Warnings are added to the tree. Fills `table`.
ScopeResult BuildScopes(Ast& tree, Meter& meter, const uint8_t* supported, ScopeTable& table);

// The second pass. False: an error was found, or the arena is full (then the meter has a limit).
bool AnalyzeScopes(Ast& tree, Meter& meter, ScopeTable& table, SyntaxError* error);

// A SyntaxError with the position of a node, in bytes as CPython's later stages count.
SyntaxError ErrorAt(const Ast& tree, const Node& node, std::string_view message);

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_SCOPES_H_
