// Trees and errors of programs of our own making. Expected values were computed by CPython 3.14; the comparison
// with it over whole libraries is a tool's work (see README.md).
#include "interpreter/syntax/parser.h"

#include <cstdio>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace garter {
namespace {

class Parsed {
 public:
  explicit Parsed(std::string source, ParseOptions options = {}, size_t size = size_t{1} << 24)
      : source_(std::move(source)), block_(size / 8), arena_(block_.data(), size) {
    result_ = Parse(arena_, meter_, source_, options);
  }
  const ParseResult& result() const { return result_; }
  const Meter& meter() const { return meter_; }

  // Kinds of the nodes in prefix order, children in parentheses.
  std::string Shape() const { return result_.status == ParseStatus::kOk ? ShapeOf(result_.tree.root()) : Error(); }

  // "Type: message (line, offset, end line, end offset)".
  std::string Error() const {
    if (result_.status == ParseStatus::kLimit) return "limit";
    if (result_.status == ParseStatus::kOk) return "ok";
    const char* kTypes[] = {"SyntaxError", "IndentationError", "TabError", "MemoryError", "RecursionError"};
    const SyntaxError& error = result_.error;
    std::string out = std::string(kTypes[static_cast<int>(error.type)]) + ": " + std::string(error.message);
    if (error.lineno == SyntaxError::kNone) return out;
    return out + " (" + std::to_string(error.lineno) + ", " + std::to_string(error.offset) + ", " +
           std::to_string(error.end_lineno) + ", " + std::to_string(error.end_offset) + ")";
  }

 private:
  std::string ShapeOf(NodeRef ref) const {
    std::string out = kNodeInfo[static_cast<int>(result_.tree.Kind(ref))].python_name;
    std::string children;
    ForEachChild(result_.tree, ref, [&](NodeRef child) {
      if (!children.empty()) children += ' ';
      children += ShapeOf(child);
    });
    return children.empty() ? out : out + "(" + children + ")";
  }

  std::string source_;
  std::vector<uint64_t> block_;
  Arena arena_;
  Meter meter_;
  ParseResult result_;
};

std::string Shape(std::string source) { return Parsed(std::move(source)).Shape(); }
std::string Error(std::string source) { return Parsed(std::move(source)).Error(); }

TEST(ParserTest, BindsOperatorsByPrecedence) {
  EXPECT_EQ(Shape("1 + 2 * 3"), "Module(Expr(BinOp(Constant BinOp(Constant Constant))))");
  EXPECT_EQ(Shape("-a ** -b"), "Module(Expr(UnaryOp(BinOp(Name UnaryOp(Name)))))");
  EXPECT_EQ(Shape("not a in b"), "Module(Expr(UnaryOp(Compare(Name Name))))");
  EXPECT_EQ(Shape("a or b and not c"), "Module(Expr(BoolOp(Name BoolOp(Name UnaryOp(Name)))))");
  EXPECT_EQ(Shape("a if b else c if d else e"), "Module(Expr(IfExp(Name Name IfExp(Name Name Name))))");
}

TEST(ParserTest, GivesPositionsInBytes) {
  Parsed parsed("é = (a +\n  bé)\n");
  const Ast& tree = parsed.result().tree;
  const auto& module = tree.Get<ast::Module>(tree.root());
  const auto& assign = tree.Get<ast::Assign>(tree.List(module.body)[0]);
  const Node& value = tree.At(assign.value);
  EXPECT_EQ(value.lineno, 1u);
  EXPECT_EQ(value.col_offset, 6u);
  EXPECT_EQ(value.end_lineno, 2u);
  EXPECT_EQ(value.end_col_offset, 5u);
  EXPECT_EQ(assign.end_col_offset, 6u);
}

TEST(ParserTest, ReadsSoftKeywordsAsNames) {
  EXPECT_EQ(Shape("match = case = type = _ = 1"), "Module(Assign(Name Name Name Name Constant))");
  EXPECT_EQ(Shape("match[x]; match(x); type(x); match * a"),
            "Module(Expr(Subscript(Name Name)) Expr(Call(Name Name)) Expr(Call(Name Name)) Expr(BinOp(Name Name)))");
  EXPECT_EQ(Shape("match x:\n case [a, *_] if b: pass\n case _: pass\n"),
            "Module(Match(Name match_case(MatchSequence(MatchAs MatchStar) Name Pass) match_case(MatchAs Pass)))");
  EXPECT_EQ(Shape("type X[T: int] = T"), "Module(TypeAlias(Name TypeVar(Name) Name))");
}

TEST(ParserTest, ReadsParenthesesAfterWith) {
  EXPECT_EQ(Shape("with (a as b, c): pass"), "Module(With(withitem(Name Name) withitem(Name) Pass))");
  EXPECT_EQ(Shape("with (a, b) as c: pass"), "Module(With(withitem(Tuple(Name Name) Name) Pass))");
  EXPECT_EQ(Shape("with (yield): pass"), "Module(With(withitem(Yield) Pass))");
}

TEST(ParserTest, JoinsStrings) {
  Parsed parsed("'a' \"\\x62\" f'c{d}' 'e'");
  EXPECT_EQ(parsed.Shape(), "Module(Expr(JoinedStr(Constant FormattedValue(Name) Constant)))");
  EXPECT_EQ(Shape("t'{a!r:>{b}}'"),
            "Module(Expr(TemplateStr(Interpolation(Name JoinedStr(Constant FormattedValue(Name))))))");
}

TEST(ParserTest, SharesOneNumberForOneName) {
  // Both are the letter x: the second is written in bold and becomes x by normalisation.
  Parsed parsed("x = \xF0\x9D\x90\xB1");
  const Ast& tree = parsed.result().tree;
  const auto& assign = tree.Get<ast::Assign>(tree.List(tree.Get<ast::Module>(tree.root()).body)[0]);
  EXPECT_EQ(tree.Get<ast::Name>(tree.List(assign.targets)[0]).id, tree.Get<ast::Name>(assign.value).id);
}

TEST(ParserTest, SaysWhatCPythonSays) {
  EXPECT_EQ(Error("print 1"),
            "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)? (1, 1, 1, 8)");
  EXPECT_EQ(Error("if x = 1: pass"),
            "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='? (1, 4, 1, 9)");
  EXPECT_EQ(Error("f(a b)"), "SyntaxError: invalid syntax. Perhaps you forgot a comma? (1, 3, 1, 6)");
  EXPECT_EQ(Error("for i in x\n  pass"), "SyntaxError: expected ':' (1, 11, 1, 12)");
  EXPECT_EQ(Error("while x:\npass"),
            "IndentationError: expected an indented block after 'while' statement on line 1 (2, 1, 2, 5)");
  EXPECT_EQ(Error("x = (1,\n2\ny = 3"), "SyntaxError: '(' was never closed (1, 5, 1, 0)");
  EXPECT_EQ(Error("f() = 1"),
            "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='? (1, 1, 1, 4)");
  EXPECT_EQ(Error("def f(a=1, b): pass"),
            "SyntaxError: parameter without a default follows parameter with a default (1, 12, 1, 13)");
  EXPECT_EQ(Error("  x"), "IndentationError: unexpected indent (1, 2, 1, -1)");
  EXPECT_EQ(Error("{1: 2, 3}"), "SyntaxError: ':' expected after dictionary key (1, 8, 1, 0)");
  EXPECT_EQ(Error("try: pass"), "SyntaxError: expected 'except' or 'finally' block (1, 10, 1, -1)");
  EXPECT_EQ(Error("f'{a b}'"), "SyntaxError: invalid syntax. Perhaps you forgot a comma? (1, 4, 1, 7)");
  EXPECT_EQ(Error("f'{lambda: 1}'"),
            "SyntaxError: f-string: lambda expressions are not allowed without parentheses (1, 4, 1, 11)");
  EXPECT_EQ(Error("x = lambda: {1: 2}\ny = = 3"), "SyntaxError: invalid syntax (2, 5, 2, 6)");
  EXPECT_EQ(Error("'é' 1"), "SyntaxError: invalid syntax (1, 5, 1, 6)");
}

TEST(ParserTest, RefusesWhatIsNotText) {
  EXPECT_EQ(Error(std::string("a\0b", 3)), "SyntaxError: source code string cannot contain null bytes");
  EXPECT_EQ(Error("x = '\xff'"),
            "SyntaxError: Non-UTF-8 code starting with '\\xff' on line 1, but no encoding declared; see "
            "https://peps.python.org/pep-0263/ for details (1, 6, 1, 6)");
  EXPECT_EQ(Error("# coding: latin-1\nx = '\xff'"), "ok");
  EXPECT_EQ(Error("x = 1\r\ny = 2\rz = 3\n"), "ok");
}

TEST(ParserTest, RefusesWhatIsNotTextInAFile) {
  auto error = [](std::string_view source) {
    std::vector<uint64_t> block(1 << 14);
    Arena arena(block.data(), block.size() * 8);
    Meter meter;
    ParseOptions options;
    options.file_name = "a.py";
    SyntaxError found = Parse(arena, meter, source, options).error;
    return std::string(found.message.substr(0, 41)) + " " + std::to_string(found.lineno) + " " +
           std::to_string(found.offset) + " " + (found.has_text ? std::string(found.text) : "no text");
  };
  EXPECT_EQ(error({"x = 1\nyy\0z", 10}), "source code cannot contain null bytes 2 0 yy");
  EXPECT_EQ(error("x\nprint('\xff')"), "Non-UTF-8 code starting with '\\xff' in fi 1 8 print('\xef\xbf\xbd')");
  EXPECT_EQ(error("x\n\nprint('\xff')"), "Non-UTF-8 code starting with '\\xff' in fi 3 8 print('\xef\xbf\xbd')");
  EXPECT_EQ(error("# coding: utf-8\n'\xff'"), "(unicode error) 'utf-8' codec can't decod 2 0 '\xef\xbf\xbd'");
  EXPECT_EQ(error("# coding: no\n"), "unknown encoding: no 0 -1 no text");
  // One byte before the second line is the first that the codec reads.
  EXPECT_EQ(error("# coding: ascii\nx = '\xff'"), "'ascii' codec can't decode byte 0xff in p 0 -1 no text");
  EXPECT_EQ(error("# coding: utf8\nx = '\xe2\x82('"), "'utf-8' codec can't decode bytes in posit 0 -1 no text");
  EXPECT_EQ(error("# coding: utf8\nx\n#\xc3"), "(unicode error) 'utf-8' codec can't decod 2 0 x");
  EXPECT_EQ(error("# coding: cp1252\nx = '\x81'"), "'charmap' codec can't decode byte 0x81 in 0 -1 no text");
  EXPECT_EQ(error("# coding: cp1252\nx = = '\xe9'"), "invalid syntax 2 5 x = = '\xc3\xa9'");
  EXPECT_EQ(error("\xef\xbb\xbf#\n# coding: cp1252\n"), "encoding problem: cp1252 with BOM 2 0 # coding: cp1252");
}

TEST(ParserTest, RefusesAStrWithSurrogates) {
  std::vector<uint64_t> block(1 << 14);
  Arena arena(block.data(), block.size() * 8);
  Meter meter;
  ParseOptions options;
  options.from_str = true;
  EXPECT_EQ(Parse(arena, meter, "20\xed\xbb\xbf", options).status, ParseStatus::kError);
}

TEST(ParserTest, KnowsWhenMoreTextCouldHelp) {
  for (const char* source : {"if x:", "f(", "\"\"\"a", "x = \\", "try: x", "f'{x", "@d", "class A:\n  def f(a, "})
    EXPECT_TRUE(Parsed(source).result().is_incomplete) << source;
  for (const char* source : {"if x", "a(1 2", "'a", "import", "0x(", "f'{x:", "a)("})
    EXPECT_FALSE(Parsed(source).result().is_incomplete) << source;
}

TEST(ParserTest, BoundsNesting) {
  constexpr char kTooComplex[] = "MemoryError: Parser stack overflowed - Python source too complex to parse";
  EXPECT_EQ(Error(std::string(5968, '-') + "1"), "ok");
  EXPECT_EQ(Error(std::string(5969, '-') + "1"), kTooComplex);
  EXPECT_EQ(Error(std::string(200, '(') + "1" + std::string(200, ')')), "ok");
  std::string chain = "a";
  for (int i = 0; i < 20000; ++i) chain += "+a";
  EXPECT_EQ(Error(chain), "ok");
}

TEST(ParserTest, ReadsOneInteractiveStatement) {
  ParseOptions options;
  options.mode = ParseMode::kSingle;
  EXPECT_EQ(Parsed("x; y", options).Shape(), "Interactive(Expr(Name) Expr(Name))");
  EXPECT_EQ(Parsed("x\ny", options).Error(),
            "SyntaxError: multiple statements found while compiling a single statement (1, 2, 1, 3)");
  options.mode = ParseMode::kEval;
  EXPECT_EQ(Parsed("a, b\n", options).Shape(), "Expression(Tuple(Name Name))");
}

TEST(ParserTest, PaysTheSameFuelEveryTime) {
  std::string source = "def f(a, b=1):\n    return [x * b for x in a if x]\n";
  EXPECT_EQ(Parsed(source).meter().used, Parsed(source, {}, size_t{1} << 20).meter().used);
}

// Every size of memory ends in a tree or in the memory limit, never in anything else.
TEST(ParserTest, EndsCleanlyWhereverMemoryEnds) {
  std::string source =
      "class A(B, c=1):\n    def f(self, *a, k=2):\n        return f'{a!r:>{k}}', {1: 'x' '\\n'}\nx = = 1\n";
  for (size_t size = 64; size < 16384; size += 8) {
    Parsed parsed(source, {}, size);
    std::string error = parsed.Error();
    if (error != "limit") {
      EXPECT_EQ(error, "SyntaxError: invalid syntax (4, 5, 4, 6)") << size;
    } else {
      EXPECT_EQ(parsed.meter().limit, LimitKind::kMemory) << size;
    }
  }
}

}  // namespace
}  // namespace garter
