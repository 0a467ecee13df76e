// Edits and repairs; see mutator.h. Each edit proposes a text; it is taken if it
// parses, else another edit is drawn.
#include "fuzz/mutator.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "fuzz/generator.h"
#include "fuzz/random.h"
#include "fuzz/source_tree.h"
#include "fuzz/text.h"

namespace garter::fuzz {
namespace {

constexpr int kAttempts = 12;
constexpr size_t kMaxGrowth = 20000;

const char* const kBoundaryLiterals[] = {"0",
                                         "1",
                                         "-1",
                                         "2**30",
                                         "2**31 - 1",
                                         "2**47",
                                         "-(2**47)",
                                         "2**48",
                                         "2**62",
                                         "2**63",
                                         "2**64",
                                         "10**18",
                                         "10**40",
                                         "0.0",
                                         "-0.0",
                                         "1e308",
                                         "5e-324",
                                         "0.1",
                                         "1e16",
                                         "float('inf')",
                                         "float('nan')",
                                         "''",
                                         "'a'",
                                         "'\\xe9'",
                                         "'\\u20ac'",
                                         "'\\U0001f40d'",
                                         "'\\x00'",
                                         "'a' * 300",
                                         "b''",
                                         "b'\\xff'",
                                         "[]",
                                         "[[]]",
                                         "()",
                                         "(1,)",
                                         "{}",
                                         "{1: 2}",
                                         "set()",
                                         "frozenset()",
                                         "range(0)",
                                         "range(10**18)",
                                         "None",
                                         "True",
                                         "False",
                                         "...",
                                         "slice(None)",
                                         "print",
                                         "int",
                                         "len",
                                         "lambda: 0",
                                         "iter([])"};

const char* const kBinaryOperators[] = {"+", "-", "*", "/", "//", "%", "**", "<<", ">>", "|", "^", "&", "@"};
const char* const kComparisons[] = {"<", "<=", ">", ">=", "==", "!=", "is", "is not", "in", "not in"};

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
                                                        "type",
                                                        "callable",
                                                        "object",
                                                        "slice",
                                                        "Exception",
                                                        "BaseException",
                                                        "ValueError",
                                                        "TypeError",
                                                        "KeyError",
                                                        "IndexError",
                                                        "RuntimeError",
                                                        "ZeroDivisionError",
                                                        "NameError",
                                                        "AttributeError",
                                                        "StopIteration",
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
                                                        "BufferError",
                                                        "ReferenceError",
                                                        "ImportError",
                                                        "SystemError",
                                                        "NotImplemented",
                                                        "Ellipsis",
                                                        "__name__",
                                                        "globals",
                                                        "locals",
                                                        "vars",
                                                        "dir",
                                                        "getattr",
                                                        "setattr",
                                                        "hasattr",
                                                        "id",
                                                        "super",
                                                        "staticmethod",
                                                        "classmethod",
                                                        "property"};
  return names;
}

bool IsStatement(const Site& site) { return site.sort == Sort::kStmt; }

// An expression whose place takes any other in brackets.
bool IsFreeExpression(const Site& site) {
  if (site.sort != Sort::kExpr || site.stored || site.begin >= site.end) return false;
  if (site.kind == NodeKind::kStarred || site.kind == NodeKind::kSlice || site.kind == NodeKind::kFormattedValue)
    return false;
  return site.field != "values" || !site.in_string;
}

class Editor {
 public:
  Editor(const SourceTree& tree, const SourceTree& donor, Random* random)
      : tree_(tree), donor_(donor), random_(*random) {}

  std::string Edit() {
    switch (random_.Weighted({8, 6, 10, 8, 10, 22, 12, 8, 8, 10, 6, 4})) {
      case 0:
        return DeleteStatement();
      case 1:
        return DuplicateStatement();
      case 2:
        return InsertStatement();
      case 3:
        return ReplaceStatement();
      case 4:
        return WrapStatement();
      case 5:
        return ReplaceExpression();
      case 6:
        return BoundaryLiteral();
      case 7:
        return WrapExpression();
      case 8:
        return UnwrapExpression();
      case 9:
        return SwapOperator();
      case 10:
        return SwapExpressions();
      default:
        return RenameOne();
    }
  }

  std::string Graft() { return random_.Percent(50) ? InsertStatement() : ReplaceExpression(); }

 private:
  template <typename Accept>
  const Site* Pick(const SourceTree& tree, Accept&& accept) {
    const std::vector<Site>& sites = tree.sites();
    if (sites.empty()) return nullptr;
    size_t start = random_.Below(sites.size());
    for (size_t i = 0; i < sites.size(); ++i) {
      const Site& site = sites[(start + i) % sites.size()];
      if (accept(site)) return &site;
    }
    return nullptr;
  }

  const Site* PickStatement(const SourceTree& tree) {
    return Pick(tree, [&](const Site& site) { return IsStatement(site) && tree.OwnsLines(site); });
  }

  const SourceTree& Source() { return random_.Percent(50) ? donor_ : tree_; }

  std::string Lines(const SourceTree& from, const Site& site, const std::string& indent) {
    return indent + Reindent(from.Text(site), from.Indent(site), indent) + "\n";
  }

  std::string DeleteStatement() {
    const Site* site = PickStatement(tree_);
    if (site == nullptr) return {};
    if (site->count == 1) return tree_.Replaced(site->begin, site->end, "pass");
    return tree_.Replaced(tree_.LineBegin(site->begin), tree_.LineEnd(site->end), "");
  }

  std::string DuplicateStatement() {
    const Site* site = PickStatement(tree_);
    if (site == nullptr) return {};
    size_t at = tree_.LineBegin(site->begin);
    return tree_.Replaced(at, at, Lines(tree_, *site, tree_.Indent(*site)));
  }

  std::string InsertStatement() {
    const SourceTree& source = Source();
    const Site* what = PickStatement(source);
    const Site* where = PickStatement(tree_);
    if (what == nullptr || where == nullptr) return {};
    size_t at = random_.Percent(70) ? tree_.LineBegin(where->begin) : tree_.LineEnd(where->end);
    return tree_.Replaced(at, at, Lines(source, *what, tree_.Indent(*where)));
  }

  std::string ReplaceStatement() {
    const SourceTree& source = Source();
    const Site* what = PickStatement(source);
    const Site* where = PickStatement(tree_);
    if (what == nullptr || where == nullptr) return {};
    return tree_.Replaced(tree_.LineBegin(where->begin), tree_.LineEnd(where->end),
                          Lines(source, *what, tree_.Indent(*where)));
  }

  std::string WrapStatement() {
    const Site* site = PickStatement(tree_);
    if (site == nullptr) return {};
    std::string indent = tree_.Indent(*site);
    std::string body = Lines(tree_, *site, indent + "    ");
    std::string inner = indent + "    ";
    std::string text;
    switch (random_.Below(8)) {
      case 0:
        text = indent + "if " + Expression() + ":\n" + body;
        break;
      case 1:
        text = indent + "for wrapped in range(" + std::to_string(random_.Between(0, 3)) + "):\n" + body;
        break;
      case 2:
        text = indent + "while True:\n" + body + inner + "break\n";
        break;
      case 3:
        text = indent + "try:\n" + body + indent + "except Exception as wrapped:\n" + inner + "print(repr(wrapped))\n";
        break;
      case 4:
        text = indent + "try:\n" + body + indent + "finally:\n" + inner + "print('finally')\n";
        break;
      case 5:
        text = indent + "def wrapped():\n" + body + indent + "wrapped()\n";
        break;
      case 6:
        text = indent + "try:\n" + inner + "raise ValueError(1)\n" + indent + "except ValueError:\n" + body;
        break;
      default:
        text =
            indent + "for wrapped in " + Expression() + ":\n" + body + indent + "else:\n" + inner + "print('else')\n";
        break;
    }
    return tree_.Replaced(tree_.LineBegin(site->begin), tree_.LineEnd(site->end), text);
  }

  // The text of some expression of the program or the donor, in brackets.
  std::string Expression() {
    const SourceTree& source = Source();
    const Site* site = Pick(source, [](const Site& s) { return IsFreeExpression(s) && s.end - s.begin < 300; });
    return site == nullptr ? "0" : "(" + source.Text(*site) + ")";
  }

  const Site* PickExpression() { return Pick(tree_, IsFreeExpression); }

  std::string ReplaceExpression() {
    const Site* where = PickExpression();
    if (where == nullptr) return {};
    return tree_.Replaced(where->begin, where->end, Expression());
  }

  std::string BoundaryLiteral() {
    bool any = random_.Percent(40);
    const Site* where =
        Pick(tree_, [&](const Site& s) { return IsFreeExpression(s) && (any || s.kind == NodeKind::kConstant); });
    if (where == nullptr) return {};
    std::string literal = kBoundaryLiterals[random_.Below(std::size(kBoundaryLiterals))];
    return tree_.Replaced(where->begin, where->end, "(" + literal + ")");
  }

  std::string WrapExpression() {
    const Site* site = PickExpression();
    if (site == nullptr) return {};
    std::string text = "(" + tree_.Text(*site) + ")";
    switch (random_.Below(16)) {
      case 0:
        text = "(lambda: " + text + ")()";
        break;
      case 1:
        text = "[" + text + "]";
        break;
      case 2:
        text = "(" + text + ",)[0]";
        break;
      case 3:
        text = "(not " + text + ")";
        break;
      case 4:
        text = "(-" + text + ")";
        break;
      case 5:
        text = "str(" + text + ")";
        break;
      case 6:
        text = "(" + text + " or " + Expression() + ")";
        break;
      case 7:
        text = Cat({"(", text, " if ", Expression(), " else ", Expression(), ")"});
        break;
      case 8:
        text = "f'{" + text + "!r:>12}'";
        break;
      case 9:
        text = "[" + text + " for wrapped in range(2)]";
        break;
      case 10:
        text = "(lambda *a, **k: a)(*[" + text + "])";
        break;
      case 11:
        text = "(wrapped := " + text + ")";
        break;
      case 12:
        text = "sum(wrapped for wrapped in [" + text + "])";
        break;
      case 13:
        text = "{" + text + ": " + Expression() + "}";
        break;
      case 14:
        text = text + "[" + std::to_string(random_.Between(-2, 2)) + ":]";
        break;
      default:
        text = "sorted([" + text + ", " + Expression() + "], key=repr)";
        break;
    }
    return tree_.Replaced(site->begin, site->end, text);
  }

  std::string UnwrapExpression() {
    const Site* whole = PickExpression();
    if (whole == nullptr) return {};
    const Site* part = Pick(tree_, [&](const Site& s) {
      return IsFreeExpression(s) && s.begin >= whole->begin && s.end <= whole->end &&
             s.end - s.begin < whole->end - whole->begin;
    });
    if (part == nullptr) return {};
    return tree_.Replaced(whole->begin, whole->end, "(" + tree_.Text(*part) + ")");
  }

  // Operators are no nodes: one stands between the end of the left operand and
  // the beginning of the right one, among brackets and blanks.
  std::string SwapOperator() {
    const Site* site = Pick(tree_, [](const Site& s) {
      return s.kind == NodeKind::kBinOp || s.kind == NodeKind::kCompare || s.kind == NodeKind::kBoolOp ||
             s.kind == NodeKind::kAugAssign;
    });
    if (site == nullptr) return {};
    const Site* left = nullptr;
    const Site* right = nullptr;
    int self = static_cast<int>(site - tree_.sites().data());
    for (const Site& child : tree_.sites()) {
      if (child.parent != self) continue;
      if (left == nullptr) {
        left = &child;
      } else if (right == nullptr) {
        right = &child;
      }
    }
    if (left == nullptr || right == nullptr || left->end >= right->begin) return {};
    std::string between = tree_.text().substr(left->end, right->begin - left->end);
    size_t from = between.find_first_not_of(" \t\n)\\");
    size_t to = between.find_last_not_of(" \t\n(\\");
    if (from == std::string::npos || to == std::string::npos || to < from) return {};
    std::string op;
    switch (site->kind) {
      case NodeKind::kBinOp:
        op = kBinaryOperators[random_.Below(std::size(kBinaryOperators))];
        break;
      case NodeKind::kAugAssign:
        op = std::string(kBinaryOperators[random_.Below(std::size(kBinaryOperators))]) + "=";
        break;
      case NodeKind::kBoolOp:
        op = between.substr(from, to + 1 - from) == "and" ? "or" : "and";
        break;
      default:
        op = kComparisons[random_.Below(std::size(kComparisons))];
        break;
    }
    std::string middle = between.substr(0, from) + " " + op + " " + between.substr(to + 1);
    return tree_.Replaced(left->end, right->begin, middle);
  }

  std::string SwapExpressions() {
    const Site* first = PickExpression();
    if (first == nullptr) return {};
    const Site* second = Pick(tree_, [&](const Site& s) { return IsFreeExpression(s) && s.begin >= first->end; });
    if (second == nullptr) return {};
    std::string out = tree_.text().substr(0, first->begin);
    out += "(" + tree_.Text(*second) + ")";
    out += tree_.text().substr(first->end, second->begin - first->end);
    out += "(" + tree_.Text(*first) + ")";
    return out + tree_.text().substr(second->end);
  }

  std::string RenameOne() {
    auto is_name = [](const Site& s) { return s.kind == NodeKind::kName; };
    const Site* where = Pick(tree_, is_name);
    const Site* what = Pick(tree_, is_name);
    if (where == nullptr || what == nullptr) return {};
    return tree_.Replaced(where->begin, where->end, tree_.Text(*what));
  }

  const SourceTree& tree_;
  const SourceTree& donor_;
  Random& random_;
};

// Names that something in the program binds, at any level.
std::vector<std::string> BoundNames(const SourceTree& tree) {
  std::set<std::string> names;
  auto add = [&](Identifier id) {
    if (id != 0) names.insert(std::string(tree.tree().Text(id)));
  };
  for (const Site& site : tree.sites()) {
    if (site.kind == NodeKind::kName && site.stored) names.insert(tree.Text(site));
    if (const auto* function = tree.tree().GetIf<ast::FunctionDef>(site.node)) add(function->name);
    if (const auto* type = tree.tree().GetIf<ast::ClassDef>(site.node)) add(type->name);
    if (const auto* arg = tree.tree().GetIf<ast::Arg>(site.node)) add(arg->arg);
    if (const auto* handler = tree.tree().GetIf<ast::ExceptHandler>(site.node)) add(handler->name);
    if (const auto* alias = tree.tree().GetIf<ast::Alias>(site.node))
      add(alias->asname != 0 ? alias->asname : alias->name);
  }
  return {names.begin(), names.end()};
}

// What surrounds a statement, up to the nearest function or class.
struct Surroundings {
  bool in_function = false;
  bool in_loop = false;
};

Surroundings SurroundingsOf(const SourceTree& tree, const Site& site) {
  Surroundings out;
  bool beyond_function = false;
  std::string_view field = site.field;
  for (int parent = site.parent; parent >= 0;) {
    const Site& outer = tree.sites()[static_cast<size_t>(parent)];
    bool loop = outer.kind == NodeKind::kFor || outer.kind == NodeKind::kWhile || outer.kind == NodeKind::kAsyncFor;
    if (loop && field == "body" && !beyond_function) out.in_loop = true;
    if (outer.kind == NodeKind::kFunctionDef || outer.kind == NodeKind::kAsyncFunctionDef) {
      out.in_function = true;
      beyond_function = true;
    }
    field = outer.field;
    parent = outer.parent;
  }
  return out;
}

bool Misplaced(const SourceTree& tree, const Site& site) {
  switch (site.kind) {
    case NodeKind::kReturn:
    case NodeKind::kNonlocal:
      return !SurroundingsOf(tree, site).in_function;
    case NodeKind::kBreak:
    case NodeKind::kContinue:
      return !SurroundingsOf(tree, site).in_loop;
    default:
      return false;
  }
}

std::string Repaired(const SourceTree& tree, Random* random) {
  std::vector<std::string> bound = BoundNames(tree);
  std::set<std::string> known(bound.begin(), bound.end());
  struct Fix {
    size_t begin;
    size_t end;
    std::string with;
  };
  std::vector<Fix> fixes;
  for (const Site& site : tree.sites()) {
    if (Misplaced(tree, site)) fixes.push_back({site.begin, site.end, "pass"});
    if (site.kind != NodeKind::kName || site.stored || bound.empty()) continue;
    std::string name = tree.Text(site);
    if (known.count(name) > 0 || Builtins().count(name) > 0 || random->Percent(10)) continue;
    fixes.push_back({site.begin, site.end, random->Pick(bound)});
  }
  std::sort(fixes.begin(), fixes.end(), [](const Fix& a, const Fix& b) { return a.begin < b.begin; });
  std::string out;
  size_t at = 0;
  for (const Fix& fix : fixes) {
    if (fix.begin < at) continue;  // Inside a statement that has become `pass`.
    out += tree.text().substr(at, fix.begin - at);
    out += fix.with;
    at = fix.end;
  }
  return out + tree.text().substr(at);
}

std::string EditOnce(const std::string& source, const std::string& donor, bool graft, Random* random) {
  SourceTree tree(source);
  SourceTree other(donor);
  if (!tree.ok()) return {};
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    Editor editor(tree, other.ok() ? other : tree, random);
    std::string edited = graft ? editor.Graft() : editor.Edit();
    if (edited.empty() || edited == source || edited.size() > source.size() + kMaxGrowth || !Parses(edited)) continue;
    return edited;
  }
  return {};
}

}  // namespace

std::string RepairScopes(const std::string& source, uint64_t seed) {
  SourceTree tree(source);
  if (!tree.ok()) return source;
  Random random(seed);
  std::string out = Repaired(tree, &random);
  return Parses(out) ? out : source;
}

std::string Mutate(const std::string& source, uint64_t seed) {
  Random random(seed);
  GeneratorOptions small;
  small.statements = 4;
  small.header = false;
  std::string donor = GenerateProgram(random.Next(), small);
  std::string out;
  int64_t edits = random.Between(1, 4);
  for (int64_t i = 0; i < edits; ++i) {
    std::string next = EditOnce(out.empty() ? source : out, donor, false, &random);
    if (!next.empty()) out = next;
  }
  if (out.empty() || random.Percent(15)) return out;
  return RepairScopes(out, random.Next());
}

std::string CrossOver(const std::string& source, const std::string& donor, uint64_t seed) {
  Random random(seed);
  std::string out = EditOnce(source, donor, true, &random);
  return out.empty() ? out : RepairScopes(out, random.Next());
}

}  // namespace garter::fuzz
