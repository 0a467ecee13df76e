// Pieces of program text: expressions with their precedence, so that brackets
// are put exactly where Python's grammar needs them, and literals.
#ifndef GARTER_FUZZ_TEXT_H_
#define GARTER_FUZZ_TEXT_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "fuzz/random.h"
#include "fuzz/value_type.h"

namespace garter::fuzz {

// How tightly an expression binds, from the loosest to the tightest.
enum Precedence : int {
  kWalrus,
  kLambda,
  kConditional,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kBitOr,
  kBitXor,
  kBitAnd,
  kShift,
  kSum,
  kTerm,
  kUnary,
  kPower,
  kPrimary,
};

struct Expr {
  std::string text;
  int precedence = kPrimary;
  ValueType type;
  bool fresh = false;  // No variable holds this value.

  bool empty() const { return text.empty(); }
};

// The texts joined, in order. A braced list is evaluated left to right, which
// is why draws may stand in it.
std::string Cat(std::initializer_list<std::string> pieces);

std::string Join(const std::vector<std::string>& pieces, const std::string& separator);

// The text of `expr`, in brackets if it binds more loosely than `minimum`.
std::string Wrap(const Expr& expr, int minimum);

// The text of `expr` as the left side of `.name`, `(...)` or `[...]`.
std::string AsPrimary(const Expr& expr);

// Literals: a spelling is chosen by chance among the equivalent ones.
std::string IntLiteral(int64_t value, Random& random);
std::string StrLiteral(const std::vector<uint32_t>& characters, Random& random);
std::string BytesLiteral(const std::string& bytes, Random& random);

// Appends `code_point` to `out` as UTF-8.
void AppendUtf8(uint32_t code_point, std::string* out);

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_TEXT_H_
