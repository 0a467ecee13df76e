// The repairs; see scope_repair.h. Each is a replaced range of the text, found on the way up from a site to the scope
// it is in. What the way up does not see (a `nonlocal` without a variable, a starred expression alone) is left to the
// caller, who asks Compiles().
#include "fuzz/scope_repair.h"

#include <algorithm>
#include <set>
#include <utility>

#include "fuzz/random.h"

namespace garter::fuzz {
namespace {

// A name of a builtin is bound everywhere. The list need not be complete: a
// builtin taken for unknown is merely renamed.
const std::set<std::string>& Builtins() {
  static const auto& names = *new std::set<std::string>{"print",
                                                        "len",
                                                        "range",
                                                        "int",
                                                        "str",
                                                        "float",
                                                        "bool",
                                                        "list",
                                                        "dict",
                                                        "set",
                                                        "tuple",
                                                        "frozenset",
                                                        "bytes",
                                                        "bytearray",
                                                        "memoryview",
                                                        "complex",
                                                        "sorted",
                                                        "sum",
                                                        "min",
                                                        "max",
                                                        "any",
                                                        "all",
                                                        "zip",
                                                        "map",
                                                        "filter",
                                                        "enumerate",
                                                        "reversed",
                                                        "iter",
                                                        "next",
                                                        "aiter",
                                                        "anext",
                                                        "abs",
                                                        "round",
                                                        "divmod",
                                                        "pow",
                                                        "ord",
                                                        "chr",
                                                        "hex",
                                                        "oct",
                                                        "bin",
                                                        "repr",
                                                        "ascii",
                                                        "format",
                                                        "hash",
                                                        "isinstance",
                                                        "issubclass",
                                                        "type",
                                                        "callable",
                                                        "object",
                                                        "slice",
                                                        "Exception",
                                                        "BaseException",
                                                        "ExceptionGroup",
                                                        "BaseExceptionGroup",
                                                        "ValueError",
                                                        "TypeError",
                                                        "KeyError",
                                                        "IndexError",
                                                        "RuntimeError",
                                                        "ZeroDivisionError",
                                                        "NameError",
                                                        "AttributeError",
                                                        "StopIteration",
                                                        "StopAsyncIteration",
                                                        "OverflowError",
                                                        "LookupError",
                                                        "ArithmeticError",
                                                        "AssertionError",
                                                        "RecursionError",
                                                        "OSError",
                                                        "NotImplementedError",
                                                        "MemoryError",
                                                        "UnboundLocalError",
                                                        "EOFError",
                                                        "SystemExit",
                                                        "GeneratorExit",
                                                        "KeyboardInterrupt",
                                                        "TimeoutError",
                                                        "BufferError",
                                                        "ReferenceError",
                                                        "ImportError",
                                                        "ModuleNotFoundError",
                                                        "SystemError",
                                                        "SyntaxError",
                                                        "UnicodeError",
                                                        "NotImplemented",
                                                        "Ellipsis",
                                                        "__name__",
                                                        "__class__",
                                                        "__debug__",
                                                        "globals",
                                                        "locals",
                                                        "vars",
                                                        "dir",
                                                        "getattr",
                                                        "setattr",
                                                        "delattr",
                                                        "hasattr",
                                                        "id",
                                                        "super",
                                                        "staticmethod",
                                                        "classmethod",
                                                        "property",
                                                        "exec",
                                                        "eval",
                                                        "compile",
                                                        "__build_class__"};
  return names;
}

struct Fix {
  size_t begin;
  size_t end;
  std::string with;
};

// The scope that a site opens for what stands in this field of it; kModule if none.
Surroundings::Scope ScopeOpened(const Site& site, std::string_view field) {
  using Scope = Surroundings::Scope;
  if (field != "body") return Scope::kModule;
  switch (site.kind) {
    case NodeKind::kFunctionDef:
      return Scope::kFunction;
    case NodeKind::kAsyncFunctionDef:
      return Scope::kAsyncFunction;
    case NodeKind::kClassDef:
      return Scope::kClass;
    case NodeKind::kLambda:
      return Scope::kLambda;
    default:
      return Scope::kModule;
  }
}

bool IsComprehension(NodeKind kind) {
  return kind == NodeKind::kListComp || kind == NodeKind::kSetComp || kind == NodeKind::kDictComp ||
         kind == NodeKind::kGeneratorExp;
}

class Repairer {
 public:
  Repairer(const SourceTree& tree, Random* random) : tree_(tree), random_(*random), bound_(BoundNames(tree)) {
    known_.insert(bound_.begin(), bound_.end());
    for (const Site& site : tree.sites()) {
      if (site.kind != NodeKind::kYield && site.kind != NodeKind::kYieldFrom) continue;
      Surroundings around = SurroundingsOf(tree, site);
      if (around.scope == Surroundings::Scope::kAsyncFunction && !around.in_comprehension)
        streams_.insert(around.owner);
    }
  }

  std::string Repaired() {
    for (const Site& site : tree_.sites()) Visit(site);
    std::sort(fixes_.begin(), fixes_.end(), [](const Fix& a, const Fix& b) { return a.begin < b.begin; });
    std::string out;
    size_t at = 0;
    for (const Fix& fix : fixes_) {
      if (fix.begin < at) continue;  // Inside of what has been replaced.
      out += tree_.text().substr(at, fix.begin - at);
      out += fix.with;
      at = fix.end;
    }
    return out + tree_.text().substr(at);
  }

 private:
  using Scope = Surroundings::Scope;

  void Replace(const Site& site, const std::string& with) { fixes_.push_back({site.begin, site.end, with}); }

  // The text of the one expression that a site holds, or `otherwise`.
  std::string Operand(const Site& site, const std::string& otherwise) {
    int self = static_cast<int>(&site - tree_.sites().data());
    for (const Site& child : tree_.sites()) {
      if (child.parent == self && child.sort == Sort::kExpr) return "(" + tree_.Text(child) + ")";
    }
    return otherwise;
  }

  void Visit(const Site& site) {
    switch (site.kind) {
      case NodeKind::kReturn:
        return VisitReturn(site);
      case NodeKind::kNonlocal:
        if (!CanNonlocal(site)) Replace(site, "pass");
        return;
      case NodeKind::kBreak:
      case NodeKind::kContinue:
        if (!SurroundingsOf(tree_, site).in_loop) Replace(site, "pass");
        return;
      case NodeKind::kYield:
      case NodeKind::kYieldFrom: {
        Surroundings around = SurroundingsOf(tree_, site);
        bool function =
            around.scope == Scope::kFunction || around.scope == Scope::kAsyncFunction || around.scope == Scope::kLambda;
        bool from = site.kind == NodeKind::kYieldFrom && around.scope == Scope::kAsyncFunction;
        if (!function || around.in_comprehension || from) Replace(site, Operand(site, "None"));
        return;
      }
      case NodeKind::kAwait:
        if (SurroundingsOf(tree_, site).scope != Scope::kAsyncFunction) Replace(site, Operand(site, "None"));
        return;
      case NodeKind::kAsyncFor:
      case NodeKind::kAsyncWith:
        if (SurroundingsOf(tree_, site).scope != Scope::kAsyncFunction) DropAsync(site.begin);
        return;
      case NodeKind::kListComp:
      case NodeKind::kSetComp:
      case NodeKind::kDictComp:
      case NodeKind::kGeneratorExp:
        if (SurroundingsOf(tree_, site).scope != Scope::kAsyncFunction) PlainClauses(site);
        return;
      case NodeKind::kImportFrom:
        if (tree_.Text(site).ends_with("*") && SurroundingsOf(tree_, site).scope != Scope::kModule)
          Replace(site, "pass");
        return;
      case NodeKind::kName:
        return VisitName(site);
      default:
        return;
    }
  }

  void VisitReturn(const Site& site) {
    Surroundings around = SurroundingsOf(tree_, site);
    bool function = around.scope == Scope::kFunction || around.scope == Scope::kAsyncFunction;
    if (!function || around.in_star_handler) return Replace(site, "pass");
    // An asynchronous generator answers nothing.
    if (streams_.count(around.owner) > 0) Replace(site, "return");
  }

  // Some function around the nearest one must be there to own the variable.
  bool CanNonlocal(const Site& site) {
    Surroundings around = SurroundingsOf(tree_, site);
    if (around.owner < 0) return false;
    Surroundings outer = SurroundingsOf(tree_, tree_.sites()[static_cast<size_t>(around.owner)]);
    while (outer.owner >= 0 && outer.scope == Scope::kClass) {
      outer = SurroundingsOf(tree_, tree_.sites()[static_cast<size_t>(outer.owner)]);
    }
    return outer.owner >= 0;
  }

  void DropAsync(size_t begin) {
    size_t end = tree_.text().find_first_not_of(" \t\\\n", begin + 5);
    if (end != std::string::npos) fixes_.push_back({begin, end, ""});
  }

  // The clauses of a comprehension are no sites: `async` stands before the `for` before a target.
  void PlainClauses(const Site& site) {
    int self = static_cast<int>(&site - tree_.sites().data());
    for (const Site& target : tree_.sites()) {
      if (target.parent != self || target.field != "target") continue;
      size_t at = tree_.text().rfind("async", target.begin);
      if (at == std::string::npos || at < site.begin) continue;
      std::string between = tree_.text().substr(at + 5, target.begin - at - 5);
      std::erase_if(between, [](char c) { return c == ' ' || c == '\n' || c == '(' || c == '[' || c == '\\'; });
      if (between == "for") DropAsync(at);
    }
  }

  void VisitName(const Site& site) {
    if (site.stored || bound_.empty()) return;
    std::string name = tree_.Text(site);
    if (known_.count(name) > 0 || Builtins().count(name) > 0 || random_.Percent(10)) return;
    Replace(site, random_.Pick(bound_));
  }

  const SourceTree& tree_;
  Random& random_;
  std::vector<std::string> bound_;
  std::set<std::string> known_;
  std::set<int> streams_;  // Sites of asynchronous generators.
  std::vector<Fix> fixes_;
};

}  // namespace

std::vector<std::string> BoundNames(const SourceTree& tree) {
  std::set<std::string> names;
  const Ast& ast = tree.tree();
  auto add = [&](Identifier id) {
    if (id == 0) return;
    std::string name(ast.Text(id));
    names.insert(name.substr(0, name.find('.')));
  };
  for (const Site& site : tree.sites()) {
    if (site.kind == NodeKind::kName && site.stored) names.insert(tree.Text(site));
    if (const auto* function = ast.GetIf<ast::FunctionDef>(site.node)) add(function->name);
    if (const auto* coroutine = ast.GetIf<ast::AsyncFunctionDef>(site.node)) add(coroutine->name);
    if (const auto* type = ast.GetIf<ast::ClassDef>(site.node)) add(type->name);
    if (const auto* arg = ast.GetIf<ast::Arg>(site.node)) add(arg->arg);
    if (const auto* handler = ast.GetIf<ast::ExceptHandler>(site.node)) add(handler->name);
    if (const auto* alias = ast.GetIf<ast::Alias>(site.node)) add(alias->asname != 0 ? alias->asname : alias->name);
    if (const auto* capture = ast.GetIf<ast::MatchAs>(site.node)) add(capture->name);
    if (const auto* star = ast.GetIf<ast::MatchStar>(site.node)) add(star->name);
    if (const auto* mapping = ast.GetIf<ast::MatchMapping>(site.node)) add(mapping->rest);
    if (const auto* variable = ast.GetIf<ast::TypeVar>(site.node)) add(variable->name);
    if (const auto* variables = ast.GetIf<ast::TypeVarTuple>(site.node)) add(variables->name);
    if (const auto* parameters = ast.GetIf<ast::ParamSpec>(site.node)) add(parameters->name);
  }
  names.erase("*");
  return {names.begin(), names.end()};
}

Surroundings SurroundingsOf(const SourceTree& tree, const Site& site) {
  Surroundings out;
  bool leaves_handler = false;  // A handler of except* stands between the place and what is further out.
  std::string_view field = site.field;
  for (int parent = site.parent; parent >= 0;) {
    const Site& outer = tree.sites()[static_cast<size_t>(parent)];
    Surroundings::Scope opened = ScopeOpened(outer, field);
    if (opened != Surroundings::Scope::kModule) {
      out.scope = opened;
      out.owner = parent;
      return out;
    }
    bool loop = outer.kind == NodeKind::kFor || outer.kind == NodeKind::kWhile || outer.kind == NodeKind::kAsyncFor;
    if (loop && field == "body" && !leaves_handler) out.in_loop = true;
    if (outer.kind == NodeKind::kTryStar && field == "handlers") {
      out.in_star_handler = true;
      leaves_handler = true;
    }
    if (IsComprehension(outer.kind)) out.in_comprehension = true;
    field = outer.field;
    parent = outer.parent;
  }
  return out;
}

std::string RepairScopes(const std::string& source, uint64_t seed) {
  SourceTree tree(source);
  if (!tree.ok()) return source;
  Random random(seed);
  std::string out = Repairer(tree, &random).Repaired();
  return Parses(out) ? out : source;
}

}  // namespace garter::fuzz
