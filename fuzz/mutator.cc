// Edits and repairs; see mutator.h. Each edit proposes a text; it is taken if it
// parses, else another edit is drawn.
#include "fuzz/mutator.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "fuzz/generator.h"
#include "fuzz/node_templates.h"
#include "fuzz/random.h"
#include "fuzz/scope_repair.h"
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
  Editor(const SourceTree& tree, const SourceTree& donor, FeatureMask features, Random* random)
      : tree_(tree), donor_(donor), features_(features), random_(*random) {}

  std::string Edit() {
    switch (random_.Weighted({8, 6, 10, 8, 10, 22, 12, 8, 8, 10, 6, 4, 9, 7, 5, features_ == kNoFeatures ? 0 : 7})) {
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
      case 11:
        return RenameOne();
      case 12:
        return InsertNode();
      case 13:
        return ReplaceByNode();
      case 14:
        return ReplacePattern();
      default:
        return ToggleForm();
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
    switch (random_.Below(features_ == kNoFeatures ? 8 : 14)) {
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
      case 8:
        text = indent + "with " + Expression() + " as wrapped:\n" + body;
        break;
      case 9:
        text = Cat({indent, "match ", Expression(), ":\n", inner, "case ", Pattern(), ":\n",
                    Lines(tree_, *site, inner + "    "), inner, "case _:\n", inner, "    print('other')\n"});
        break;
      case 10:
        text = indent + "class wrapped:\n" + body + indent + "print(wrapped.__name__)\n";
        break;
      case 11:
        text = indent + "def wrapped():\n" + body + inner + "yield " + Expression() + "\n" + indent +
               "print(list(wrapped()))\n";
        break;
      case 12:
        text = indent + "async def wrapped():\n" + body + indent + "try:\n" + inner + "wrapped().send(None)\n" +
               indent + "except StopIteration as wrapped_stop:\n" + inner + "print(wrapped_stop.value)\n";
        break;
      case 13:
        text = indent + "try:\n" + body + inner + "raise ExceptionGroup('g', [ValueError(1), KeyError(2)])\n" + indent +
               "except* ValueError as wrapped:\n" + inner + "print(wrapped.exceptions)\n" + indent +
               "except* Exception:\n" + inner + "print('rest')\n";
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
    switch (random_.Below(features_ == kNoFeatures ? 16 : 21)) {
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
      case 15:
        text = "sorted([" + text + ", " + Expression() + "], key=repr)";
        break;
      case 16:
        text = "(yield " + text + ")";
        break;
      case 17:
        text = "(await " + text + ")";
        break;
      case 18:
        text = "t'{" + text + "}'.values[0]";
        break;
      case 19:
        text = "eval('wrapped', {'wrapped': " + text + "})";
        break;
      default:
        text = "next((lambda: (yield " + text + "))())";
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

  // A row of the table whose feature is allowed; null if there is none.
  const NodeTemplate* PickTemplate(TemplateForm form) {
    std::vector<const NodeTemplate*> found;
    for (const NodeTemplate& row : NodeTemplates()) {
      if (row.form == form && (row.feature & ~features_) == 0) found.push_back(&row);
    }
    return found.empty() ? nullptr : random_.Pick(found);
  }

  TemplateSource Holes() {
    TemplateSource out;
    out.expression = [this] { return Expression(); };
    out.pattern = [this] { return Pattern(); };
    out.name = [this] {
      const Site* site = Pick(tree_, [](const Site& s) { return s.kind == NodeKind::kName; });
      return site == nullptr ? std::string("made") : tree_.Text(*site);
    };
    out.statement = [this](const std::string& indent) {
      const Site* site = PickStatement(tree_);
      return site == nullptr || site->end - site->begin > 400 ? std::string() : Lines(tree_, *site, indent);
    };
    return out;
  }

  std::string InsertNode() {
    const NodeTemplate* row = PickTemplate(TemplateForm::kStatement);
    const Site* where = PickStatement(tree_);
    if (row == nullptr || where == nullptr) return {};
    std::string text = FillTemplate(*row, tree_.Indent(*where), Holes(), &random_);
    bool replace = random_.Percent(25);
    size_t at = replace || random_.Percent(60) ? tree_.LineBegin(where->begin) : tree_.LineEnd(where->end);
    return tree_.Replaced(at, replace ? tree_.LineEnd(where->end) : at, text);
  }

  std::string ReplaceByNode() {
    const NodeTemplate* row = PickTemplate(TemplateForm::kExpression);
    const Site* where = PickExpression();
    if (row == nullptr || where == nullptr) return {};
    return tree_.Replaced(where->begin, where->end, "(" + FillTemplate(*row, "", Holes(), &random_) + ")");
  }

  // A pattern of the program, of the donor, or of the table.
  std::string Pattern() {
    const SourceTree& source = Source();
    auto small = [](const Site& s) { return s.sort == Sort::kPattern && s.end - s.begin < 120; };
    const Site* site = random_.Percent(60) ? Pick(source, small) : nullptr;
    if (site != nullptr && site->kind != NodeKind::kMatchStar) return source.Text(*site);
    if (--pattern_depth_ < 0) return "_";
    const NodeTemplate* row = PickTemplate(TemplateForm::kPattern);
    return row == nullptr ? "_" : FillTemplate(*row, "", Holes(), &random_);
  }

  std::string ReplacePattern() {
    auto whole = [](const Site& s) { return s.sort == Sort::kPattern && s.kind != NodeKind::kMatchStar; };
    const Site* where = Pick(tree_, whole);
    if (where == nullptr) return ReplaceByNode();
    return tree_.Replaced(where->begin, where->end, Pattern());
  }

  // `async` before what takes it, or gone; except to except*; a generator for a list; a value yielded, not returned.
  std::string ToggleForm() {
    const Site* site = Pick(tree_, [](const Site& s) {
      switch (s.kind) {
        case NodeKind::kFunctionDef:
        case NodeKind::kAsyncFunctionDef:
        case NodeKind::kFor:
        case NodeKind::kAsyncFor:
        case NodeKind::kWith:
        case NodeKind::kAsyncWith:
        case NodeKind::kTry:
        case NodeKind::kTryStar:
        case NodeKind::kListComp:
        case NodeKind::kGeneratorExp:
        case NodeKind::kReturn:
          return true;
        default:
          return false;
      }
    });
    if (site == nullptr) return {};
    const std::string& text = tree_.text();
    switch (site->kind) {
      case NodeKind::kFunctionDef: {
        // Behind its decorators.
        size_t at = text.compare(site->begin, 4, "def ") == 0
                        ? site->begin
                        : text.find("\n" + tree_.Indent(*site) + "def ", site->begin);
        if (at == std::string::npos || at >= site->end) return {};
        at = text.find("def ", at);
        return tree_.Replaced(at, at, "async ");
      }
      case NodeKind::kFor:
      case NodeKind::kWith:
        return tree_.Replaced(site->begin, site->begin, "async ");
      case NodeKind::kAsyncFor:
      case NodeKind::kAsyncWith:
      case NodeKind::kAsyncFunctionDef: {
        size_t at = text.find("async ", site->begin);
        if (at == std::string::npos || at >= site->end) return {};
        return tree_.Replaced(at, at + 6, "");
      }
      case NodeKind::kTry:
      case NodeKind::kTryStar:
        return ToggleHandlers(*site);
      case NodeKind::kListComp:
        return tree_.Replaced(site->begin, site->end,
                              "(" + text.substr(site->begin + 1, site->end - site->begin - 2) + ")");
      case NodeKind::kGeneratorExp:
        return tree_.Replaced(site->begin, site->end,
                              "[" + text.substr(site->begin + 1, site->end - site->begin - 2) + "]");
      default:
        return tree_.Replaced(site->begin, site->begin + 6, "yield");
    }
  }

  std::string ToggleHandlers(const Site& whole) {
    int self = static_cast<int>(&whole - tree_.sites().data());
    std::string out = tree_.text();
    // From the last to the first, so that the places of the others stay.
    for (size_t i = tree_.sites().size(); i-- > 0;) {
      const Site& site = tree_.sites()[i];
      if (site.parent != self || site.kind != NodeKind::kExceptHandler) continue;
      size_t star = out.find_first_not_of(' ', site.begin + 6);
      if (whole.kind == NodeKind::kTry) {
        out.insert(site.begin + 6, "*");
      } else if (out[star] == '*') {
        out[star] = ' ';
      }
    }
    return out;
  }

  const SourceTree& tree_;
  const SourceTree& donor_;
  FeatureMask features_;
  Random& random_;
  int pattern_depth_ = 6;  // How many more patterns of patterns.
};

std::string EditOnce(const std::string& source, const std::string& donor, FeatureMask features, bool graft,
                     Random* random) {
  SourceTree tree(source);
  SourceTree other(donor);
  if (!tree.ok()) return {};
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    Editor editor(tree, other.ok() ? other : tree, features, random);
    std::string edited = graft ? editor.Graft() : editor.Edit();
    if (edited.empty() || edited == source || edited.size() > source.size() + kMaxGrowth || !Parses(edited)) continue;
    return edited;
  }
  return {};
}

// Tried a few times: a mutant that the compiler refuses shows only that it does.
std::string MutateOnce(const std::string& source, FeatureMask features, Random* random) {
  GeneratorOptions small;
  small.statements = 4;
  small.header = false;
  small.features = features;
  std::string donor = GenerateProgram(random->Next(), small);
  std::string out;
  int64_t edits = random->Between(1, 4);
  for (int64_t i = 0; i < edits; ++i) {
    std::string next = EditOnce(out.empty() ? source : out, donor, features, false, random);
    if (!next.empty()) out = next;
  }
  if (out.empty() || random->Percent(10)) return out;
  return RepairScopes(out, random->Next());
}

}  // namespace

std::string Mutate(const std::string& source, uint64_t seed, FeatureMask features) {
  Random random(seed);
  std::string out;
  for (int attempt = 0; attempt < 3; ++attempt) {
    std::string next = MutateOnce(source, features, &random);
    if (next.empty() || next == source) continue;
    out = next;
    if (Compiles(out)) break;
  }
  return out;
}

std::string CrossOver(const std::string& source, const std::string& donor, uint64_t seed) {
  Random random(seed);
  std::string out = EditOnce(source, donor, kDefaultFeatures, true, &random);
  return out.empty() ? out : RepairScopes(out, random.Next());
}

}  // namespace garter::fuzz
