// What the tokenizer makes of lines, indentation, numbers, strings and operators. The judge of the whole is the
// parser's comparison with CPython; here stand the rules, one by one.
#include "interpreter/syntax/lexer.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace garter {
namespace {

struct Lexed {
  std::vector<char> block;
  Ast tree;
  TokenList list;
};

// The kinds of the tokens and, for those with a text, the text, with blanks between; then the error's message.
std::string Spell(std::string_view text, ParseMode mode = ParseMode::kExec) {
  std::vector<uint64_t> block(1 << 17);
  Arena arena(block.data(), block.size() * 8);
  Meter meter;
  Ast tree(&arena, text);
  TokenList list;
  if (!Lex(tree, meter, mode, &list)) return "limit";
  std::string out;
  for (uint32_t i = 0; i < list.count; ++i) {
    const Token& token = list.tokens[i];
    if (!out.empty()) out += ' ';
    bool has_text = token.kind == TokenKind::kName || token.kind == TokenKind::kNumber ||
                    token.kind == TokenKind::kString || token.kind == TokenKind::kFStringMiddle;
    out += has_text ? std::string(text.substr(token.begin, token.end - token.begin)) : TokenText(token.kind);
  }
  if (list.error.kind == LexErrorKind::kRaised) out += ": " + std::string(list.error.message);
  return out;
}

TEST(LexerTest, SuppliesTheLastNewline) {
  EXPECT_EQ(Spell("x"), "x newline end of file");
  EXPECT_EQ(Spell("x\n"), "x newline end of file");
  EXPECT_EQ(Spell("x", ParseMode::kEval), "x end of file");
  EXPECT_EQ(Spell(""), "end of file");
}

TEST(LexerTest, TurnsIndentationIntoTokens) {
  EXPECT_EQ(Spell("if a:\n  b\n\n  # c\n  d\ne\n"),
            "if a : newline indent b newline d newline dedent e newline end of file");
  EXPECT_EQ(Spell("if a:\n\tb\n        c\n"), "if a : newline indent b newline error");
  EXPECT_EQ(Spell("if a:\n    b\n  c\n"), "if a : newline indent b newline error");
}

TEST(LexerTest, JoinsLines) {
  EXPECT_EQ(Spell("(a,\n  b)\n"), "( a , b ) newline end of file");
  EXPECT_EQ(Spell("a \\\n  + b\n"), "a + b newline end of file");
  EXPECT_EQ(Spell("a \\ b\n"), "a error");
}

TEST(LexerTest, ReadsTheLongestOperator) {
  EXPECT_EQ(Spell("a**=b//=c>>=d!=e->f:=g...h.i<>j"),
            "a **= b //= c >>= d != e -> f := g ... h . i < > j newline end of file");
}

TEST(LexerTest, ReadsNumbers) {
  EXPECT_EQ(Spell("0x_ff 1_000 1e5 1.5E-3j .5 5. 00 1..a"),
            "0x_ff 1_000 1e5 1.5E-3j .5 5. 00 1. . a newline end of file");
  EXPECT_EQ(Spell("1_"), "error: invalid decimal literal");
  EXPECT_EQ(Spell("0b12"), "error: invalid digit '2' in binary literal");
  EXPECT_EQ(Spell("0xg"), "error: invalid hexadecimal literal");
  EXPECT_EQ(Spell("1abc"), "error: invalid decimal literal");
  EXPECT_EQ(Spell("1if a"), "1 if a newline end of file");
}

TEST(LexerTest, ReadsStrings) {
  EXPECT_EQ(Spell("'a' rb\"b\" '''c\nd''' ''"), "'a' rb\"b\" '''c\nd''' '' newline end of file");
  EXPECT_EQ(Spell("'abc"), "error: unterminated string literal (detected at line 1)");
  EXPECT_EQ(Spell("ub'x'"), "error: 'u' and 'b' prefixes are incompatible");
  EXPECT_EQ(Spell("kf'x'"), "kf 'x' newline end of file");
}

TEST(LexerTest, ReadsFieldsOfFormattedStrings) {
  EXPECT_EQ(Spell("f'a{b!r:>{c}}{{d}}'"),
            "f-string start a { b ! r : > { c }  } { d} f-string end newline end of file");
  EXPECT_EQ(Spell("f'{a:{b:{c:{d}}}}'"),
            "f-string start { a : { b : { c : error: f-string: expressions nested too deeply");
  EXPECT_EQ(Spell("f'{x['y']}'"), "f-string start { x [ 'y' ] } f-string end newline end of file");
  EXPECT_EQ(Spell("f'}'"), "f-string start  error: f-string: single '}' is not allowed");
}

TEST(LexerTest, MatchesBrackets) {
  EXPECT_EQ(Spell("(]"), "( error: closing parenthesis ']' does not match opening parenthesis '('");
  EXPECT_EQ(Spell("(\n]"), "( error: closing parenthesis ']' does not match opening parenthesis '(' on line 1");
  EXPECT_EQ(Spell(")"), "error: unmatched ')'");
  EXPECT_NE(Spell(std::string(201, '(')).find("too many nested parentheses"), std::string::npos);
}

TEST(LexerTest, StopsWhenTheArenaIsFull) {
  std::vector<uint64_t> block(64);
  Arena arena(block.data(), block.size() * 8);
  Meter meter;
  std::string text(4000, '+');
  Ast tree(&arena, text);
  TokenList list;
  EXPECT_FALSE(Lex(tree, meter, ParseMode::kExec, &list));
  EXPECT_EQ(meter.limit, LimitKind::kMemory);
}

}  // namespace
}  // namespace garter
