// The machine that runs the table of error_grammar.peg. See there for the notation and error_grammar.h for the idea.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/syntax/error_grammar.h"

#include <cstring>

namespace garter {
namespace {

enum Operation : uint16_t {
  kToken,  // the next token is of that kind
  kSoft,   // it is a name that spells that soft keyword
  kAnySoft,
  kForce,  // as kToken, but in the second pass anything else is an error at once
  kCall,
  kCallQuiet,  // mistakes do not match until the rule returns
  kReturn,
  kChoice,         // on failure, go there
  kCommit,         // the choice was right: drop it, go there
  kPartialCommit,  // the same, but keep it, from here on
  kBackCommit,     // drop it, go there, from where it began
  kFail,
  kFailTwice,  // drop a choice, then fail
  kCut,        // the innermost choice may not be taken any more
  kBegin,      // of a capture
  kEnd,
  kAction,
};

struct ErrorRule {
  uint16_t entry;
  bool is_remembered;
  bool is_mistake;
};

constexpr uint16_t Kind(TokenKind kind) { return static_cast<uint16_t>(kind); }

#include "interpreter/syntax/error_grammar.inc"

constexpr uint32_t kFailPc = 0xfffffffeu;  // of a choice that was cut: fail on
constexpr uint32_t kDonePc = 0xffffffffu;

}  // namespace

template <typename T>
bool ErrorMachine::Reserve(T*& items, uint32_t size, uint32_t& capacity) {
  if (size < capacity) return true;
  uint32_t wanted = capacity == 0 ? 256 : capacity * 2;
  T* moved = static_cast<T*>(arena_.Allocate(size_t{wanted} * sizeof(T)));
  if (moved == nullptr) {
    is_full_ = true;
    return false;
  }
  CopyBytes(moved, items, size_t{size} * sizeof(T));
  items = moved;
  capacity = wanted;
  return true;
}

bool ErrorMachine::Remember(uint16_t rule, uint32_t begin, uint32_t end) {
  Memory* memory = static_cast<Memory*>(arena_.Allocate(sizeof(Memory)));
  if (memory == nullptr) {
    is_full_ = true;
    return false;
  }
  *memory = {end, heads_[begin], rule, 0};
  heads_[begin] = arena_.OffsetOf(memory);
  return true;
}

// Enters a rule, or uses what is remembered of it. False: the machine must fail (or is full).
bool ErrorMachine::Call(uint16_t rule, uint32_t return_pc, bool is_quiet, uint32_t* pc) {
  const ErrorRule& info = kRules[rule];
  if (info.is_mistake && (!with_mistakes_ || quiet_ > 0)) return false;
  if (info.is_remembered) {
    for (uint32_t at = heads_[pos_]; at != 0;) {
      const Memory& memory = *arena_.At<Memory>(at);
      at = memory.next;
      if (memory.rule != rule) continue;
      if (memory.end == kFailedHere) return false;
      pos_ = memory.end;
      *pc = return_pc;
      return true;
    }
  }
  if (!Reserve(frames_, frame_count_, frame_capacity_)) return false;
  frames_[frame_count_++] = {return_pc, rule, is_quiet, pos_, {}};
  quiet_ += is_quiet;
  *pc = info.entry;
  return true;
}

void ErrorMachine::DropFrame(bool remember_failure) {
  const Frame& frame = frames_[--frame_count_];
  quiet_ -= frame.is_quiet;
  if (remember_failure && kRules[frame.rule].is_remembered) Remember(frame.rule, frame.begin, kFailedHere);
}

// A compound statement that begins at this token has matched. Its line is where its node has it: after decorators.
void ErrorMachine::NoteStatement(uint32_t begin) {
  uint32_t at = begin;
  while (tokens_.tokens[at].kind == TokenKind::kAt) {
    while (tokens_.tokens[at].kind != TokenKind::kNewline) ++at;
    ++at;
  }
  uint32_t keyword = at + (tokens_.tokens[at].kind == TokenKind::kAsyncKeyword);
  if (tokens_.tokens[keyword].kind == TokenKind::kDefKeyword) return;
  if (tokens_.tokens[at].line > statement_line_) statement_line_ = tokens_.tokens[at].line;
}

// Goes back to the innermost choice. The rules that were entered since have failed. False: none is left.
bool ErrorMachine::Fail(uint32_t* pc) {
  while (choice_count_ > 0) {
    const Choice& choice = choices_[--choice_count_];
    while (frame_count_ > choice.frame) DropFrame(true);
    if (choice.pc == kFailPc) continue;
    pos_ = choice.pos;
    *pc = choice.pc;
    return true;
  }
  return false;
}

MachineResult ErrorMachine::Run(Start start, bool with_mistakes) {
  with_mistakes_ = with_mistakes;
  pos_ = frame_count_ = choice_count_ = quiet_ = 0;
  heads_ = static_cast<uint32_t*>(arena_.Allocate((size_t{tokens_.count} + 1) * 4));
  if (heads_ == nullptr) return MachineResult::kLimit;
  std::memset(heads_, 0, (size_t{tokens_.count} + 1) * 4);
  uint32_t pc = 0;
  uint16_t rule = start == Start::kFile ? kFileRule : start == Start::kEval ? kEvalRule : kInteractiveRule;
  if (!Call(rule, kDonePc, false, &pc)) return MachineResult::kLimit;
  for (uint32_t steps = 0;; ++steps) {
    if ((steps & 255) == 255 && !meter_.Charge(64)) return MachineResult::kLimit;
    uint16_t operand = kCode[pc + 1];
    bool ok = true;
    switch (static_cast<Operation>(kCode[pc])) {
      case kToken:
        ok = Look(pos_) == static_cast<TokenKind>(operand);
        pos_ += ok;
        break;
      case kSoft:
        ok = Look(pos_) == TokenKind::kName && tokens_.tokens[pos_].soft == static_cast<TokenKind>(operand);
        pos_ += ok;
        break;
      case kAnySoft:
        ok = Look(pos_) == TokenKind::kName && tokens_.tokens[pos_].soft != TokenKind::kName;
        pos_ += ok;
        break;
      case kForce:
        ok = Look(pos_) == static_cast<TokenKind>(operand);
        if (!ok && with_mistakes_ && tokens_.tokens[pos_].kind != TokenKind::kError) {
          if (actions_.Expected(static_cast<TokenKind>(operand), pos_)) return MachineResult::kRaised;
        }
        pos_ += ok;
        break;
      case kCall:
      case kCallQuiet: {
        uint32_t next;
        if (frame_count_ >= kMaxFrames) return MachineResult::kTooDeep;
        ok = Call(operand, pc + 2, kCode[pc] == kCallQuiet, &next);
        if (is_full_) return MachineResult::kLimit;
        if (ok) {
          pc = next;
          continue;
        }
        break;
      }
      case kReturn: {
        const Frame& frame = frames_[frame_count_ - 1];
        uint32_t next = frame.return_pc;
        if (kRules[frame.rule].is_remembered && !Remember(frame.rule, frame.begin, pos_)) return MachineResult::kLimit;
        if (with_mistakes_ && frame.rule == kCompoundStmtRule) NoteStatement(frame.begin);
        DropFrame(false);
        if (next == kDonePc) return MachineResult::kMatched;
        pc = next;
        continue;
      }
      case kChoice:
        if (!Reserve(choices_, choice_count_, choice_capacity_)) return MachineResult::kLimit;
        choices_[choice_count_++] = {operand, pos_, frame_count_};
        break;
      case kCommit:
        --choice_count_;
        pc = operand;
        continue;
      case kPartialCommit:
        choices_[choice_count_ - 1].pos = pos_;
        pc = operand;
        continue;
      case kBackCommit:
        pos_ = choices_[--choice_count_].pos;
        pc = operand;
        continue;
      case kFail:
        ok = false;
        break;
      case kFailTwice:
        --choice_count_;
        ok = false;
        break;
      case kCut:
        choices_[choice_count_ - 1].pc = kFailPc;
        break;
      case kBegin:
        frames_[frame_count_ - 1].captures[operand] = {pos_, pos_};
        break;
      case kEnd:
        frames_[frame_count_ - 1].captures[operand].end = pos_;
        break;
      case kAction: {
        const ErrorActionRow& row = kActions[operand];
        bool raised = actions_.Run(row, frames_[frame_count_ - 1].captures, pos_);
        if (raised) return MachineResult::kRaised;
        // A conversion that is in order is no mistake; every other action that raises nothing fails its whole rule.
        if (row.action == ErrorAction::kConversion) break;
        while (choice_count_ > 0 && choices_[choice_count_ - 1].frame == frame_count_) --choice_count_;
        ok = false;
        break;
      }
    }
    if (ok) {
      pc += 2;
    } else {
      if (tokens_.tokens[farthest_].kind == TokenKind::kError) return MachineResult::kLexError;
      if (is_full_) return MachineResult::kLimit;
      if (!Fail(&pc)) return MachineResult::kFailed;
    }
  }
}

}  // namespace garter
