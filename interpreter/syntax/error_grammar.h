// Finding out what CPython would say: a second, slower parse that only recognises.
//
// The parser proper is fast because it knows no messages. When it refuses a text, a machine runs CPython's grammar,
// given as a table (error_grammar.peg), over the same tokens twice: first without the rules for mistakes, to learn
// how far a correct parse can get (there stands a plain "invalid syntax"), then with them. A mistake that matches
// runs an action (explain.cc), which raises the error or finds that it does not apply.
//
// The machine's stacks and memory of results lie in the arena; it never recurses, and it pays fuel by the step.
#ifndef GARTER_INTERPRETER_SYNTAX_ERROR_GRAMMAR_H_
#define GARTER_INTERPRETER_SYNTAX_ERROR_GRAMMAR_H_

#include <cstdint>

#include "interpreter/base/arena.h"
#include "interpreter/base/meter.h"
#include "interpreter/syntax/lexer.h"

namespace garter {

enum class ErrorAction : uint8_t {
  kAt,           // at the first capture
  kAtName,       // the same; the message names the kind of expression
  kAtParameter,  // at the name of a parameter, without the comma after it
  kRange,        // from the first capture to the second
  kRangeText,    // the same; the message quotes the first
  kRangeLast,    // to the last element of the second
  kFrom,         // from the first capture to where the lexer stands
  kLast,         // at the last token that was looked at
  kNext,         // at the next token
  kIndent,       // an IndentationError at the last token
  kIndentAfter,  // the same; the message gives the line of the first capture
  kAfterKey,
  kAssignTarget,  // what in the first capture cannot be assigned to
  kForTarget,
  kDeleteTarget,
  kAdjacent,  // as kRange, if nothing is between the two
  kConversion,
  kForgottenComma,
  kLegacy,
  kTypeParam,
  kGeneratorInCall,
  kGeneratorRange,
  kGeneratorTarget,
  kPositionalAfterKeyword,
};

// How the tokens of a capture are read as a tree, when an action needs one.
enum class TreeRule : uint8_t {
  kNone,
  kExpression,
  kStarExpressions,
  kStarNamedExpression,
  kDisjunction,
  kInversion,
  kBitwiseOr,
  kFactor,
  kYield,
};

struct ErrorActionRow {
  ErrorAction action;
  uint8_t capture;  // the first capture that the action uses
  TreeRule first_tree;
  TreeRule second_tree;
  const char* message;
};

// A capture: tokens [begin, end).
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;
};

enum class MachineResult : uint8_t {
  kMatched,
  kFailed,
  kRaised,  // an action did
  kTooDeep,
  kLexError,  // the Error token was looked at
  kLimit,
};

// What runs actions. Answers whether an error was raised; if not, the rule that asked fails.
class ErrorActions {
 public:
  virtual bool Run(const ErrorActionRow& row, const TokenRange* captures, uint32_t position) = 0;
  virtual bool Expected(TokenKind kind, uint32_t position) = 0;

 protected:
  ~ErrorActions() = default;
};

class ErrorMachine {
 public:
  enum class Start : uint8_t { kFile, kInteractive, kEval };

  ErrorMachine(Arena& arena, Meter& meter, const TokenList& tokens, ErrorActions& actions)
      : arena_(arena), meter_(meter), tokens_(tokens), actions_(actions) {}

  MachineResult Run(Start start, bool with_mistakes);

  // The farthest token that was looked at so far, in all runs.
  uint32_t farthest() const { return farthest_; }
  uint32_t position() const { return pos_; }
  // The line of the last compound statement that matched in the second pass, functions aside; 0: none did.
  uint32_t statement_line() const { return statement_line_; }

 private:
  struct Frame {
    uint32_t return_pc;
    uint16_t rule;
    uint16_t is_quiet;
    uint32_t begin;
    TokenRange captures[2];
  };
  struct Choice {
    uint32_t pc;
    uint32_t pos;
    uint32_t frame;  // how many frames there were
  };
  // Results of rules at a token: a chain for each token.
  struct Memory {
    uint32_t end;  // kFailedHere, or where the rule's match ended
    uint32_t next;
    uint16_t rule;
    uint16_t unused;
  };
  static constexpr uint32_t kFailedHere = 0xffffffffu;
  static constexpr uint32_t kMaxFrames = 6000;

  template <typename T>
  bool Reserve(T*& items, uint32_t size, uint32_t& capacity);
  bool Call(uint16_t rule, uint32_t return_pc, bool is_quiet, uint32_t* pc);
  bool Fail(uint32_t* pc);
  void DropFrame(bool remember_failure);
  bool Remember(uint16_t rule, uint32_t begin, uint32_t end);
  void NoteStatement(uint32_t begin);
  TokenKind Look(uint32_t at) {
    if (at > farthest_) farthest_ = at;
    return tokens_.tokens[at].kind;
  }

  Arena& arena_;
  Meter& meter_;
  const TokenList& tokens_;
  ErrorActions& actions_;
  Frame* frames_ = nullptr;
  Choice* choices_ = nullptr;
  uint32_t* heads_ = nullptr;
  uint32_t frame_count_ = 0, frame_capacity_ = 0;
  uint32_t choice_count_ = 0, choice_capacity_ = 0;
  uint32_t pos_ = 0;
  uint32_t farthest_ = 0;
  uint32_t quiet_ = 0;
  uint32_t statement_line_ = 0;
  bool with_mistakes_ = false;
  bool is_full_ = false;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_ERROR_GRAMMAR_H_
