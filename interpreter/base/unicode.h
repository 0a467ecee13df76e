// What Python asks of a character: str.isalpha() and its family, case mappings, identifiers and NFKC.
//
// All answers are CPython 3.14's (Unicode 16.0) for every code point, surrogates included; unicode_test.cc compares
// them with checksums recorded from it. ASCII is answered from the same tables: two loads. Nothing here allocates.
#ifndef GARTER_INTERPRETER_BASE_UNICODE_H_
#define GARTER_INTERPRETER_BASE_UNICODE_H_

#include <cstddef>
#include <cstdint>

#include "interpreter/base/unicode_tables.h"

namespace garter {

inline constexpr uint32_t kMaxCodePoint = 0x10FFFF;

namespace unicode {
inline bool Has(uint32_t cp, uint16_t flags) { return (RecordOf(cp).flags & flags) != 0; }
}  // namespace unicode

inline bool IsAlpha(uint32_t cp) { return unicode::Has(cp, unicode::kAlpha); }
inline bool IsDecimal(uint32_t cp) { return unicode::Has(cp, unicode::kDecimal); }
inline bool IsDigit(uint32_t cp) { return unicode::Has(cp, unicode::kDigit); }
inline bool IsNumeric(uint32_t cp) { return unicode::Has(cp, unicode::kNumeric); }
inline bool IsAlnum(uint32_t cp) {
  return unicode::Has(cp, unicode::kAlpha | unicode::kDecimal | unicode::kDigit | unicode::kNumeric);
}
inline bool IsUpper(uint32_t cp) { return unicode::Has(cp, unicode::kUpper); }
inline bool IsLower(uint32_t cp) { return unicode::Has(cp, unicode::kLower); }
// Titlecase letters proper (Lt): U+01C5 and its like. Not upper case.
inline bool IsTitle(uint32_t cp) { return unicode::Has(cp, unicode::kTitle); }
inline bool IsCased(uint32_t cp) { return unicode::Has(cp, unicode::kCased); }
inline bool IsCaseIgnorable(uint32_t cp) { return unicode::Has(cp, unicode::kCaseIgnorable); }
inline bool IsSpace(uint32_t cp) { return unicode::Has(cp, unicode::kSpace); }
inline bool IsLineBreak(uint32_t cp) { return unicode::Has(cp, unicode::kLineBreak); }  // of str.splitlines
inline bool IsPrintable(uint32_t cp) { return unicode::Has(cp, unicode::kPrintable); }
inline bool IsXidStart(uint32_t cp) { return unicode::Has(cp, unicode::kXidStart); }  // '_' included, as in Python
inline bool IsXidContinue(uint32_t cp) { return unicode::Has(cp, unicode::kXidContinue); }

// The value of a decimal digit of any script, or -1. int('٣') is 3.
inline int DecimalValue(uint32_t cp) {
  const unicode::Record& record = unicode::RecordOf(cp);
  return (record.flags & unicode::kDecimal) ? record.decimal : -1;
}
inline int DigitValue(uint32_t cp) {
  const unicode::Record& record = unicode::RecordOf(cp);
  return (record.flags & unicode::kDigit) ? record.digit : -1;
}
inline uint8_t CombiningClass(uint32_t cp) { return unicode::RecordOf(cp).combining_class; }

// Full case mappings: at most three characters go to `out`; answers how many.
inline constexpr int kMaxCaseExpansion = 3;
int ToUpperFull(uint32_t cp, uint32_t out[kMaxCaseExpansion]);
int ToLowerFull(uint32_t cp, uint32_t out[kMaxCaseExpansion]);
int ToTitleFull(uint32_t cp, uint32_t out[kMaxCaseExpansion]);
int ToFoldedFull(uint32_t cp, uint32_t out[kMaxCaseExpansion]);

// Simple mapping to lower case (one character to one), as regular expressions use it.
uint32_t ToLowerSimple(uint32_t cp);

// str.lower's one context rule: a capital sigma that ends a word becomes U+03C2, else U+03C3. `at(k)` answers the
// code point at index k. Costs the length of the run of case-ignorable characters on either side.
inline constexpr uint32_t kCapitalSigma = 0x3A3;
template <typename At>
uint32_t LowerSigma(At at, size_t length, size_t index) {
  size_t before = index;
  while (before > 0 && IsCaseIgnorable(at(before - 1))) --before;
  bool is_final = before > 0 && IsCased(at(before - 1));
  if (is_final) {
    size_t after = index + 1;
    while (after < length && IsCaseIgnorable(at(after))) ++after;
    is_final = after == length || !IsCased(at(after));
  }
  return is_final ? 0x3C2 : 0x3C3;
}

// True if text made of such characters alone is its own NFKC (and NFC) form: all of ASCII, most letters.
inline bool IsNfkcInert(uint32_t cp) { return unicode::Has(cp, unicode::kNfkcInert); }

enum class NormalForm : uint8_t { kNfc, kNfd, kNfkc, kNfkd };

// No character decomposes into more than this many (U+FDFA does).
inline constexpr size_t kMaxDecomposition = 18;

// How many characters the decomposition of `in` has: what Normalize needs of room.
size_t DecomposedLength(const uint32_t* in, size_t n, NormalForm form);

// Writes the normal form of `in` to `out` and answers its length. Linear in the length of the decomposition, also
// for long runs of combining marks.
// REQUIRES: `out` and `scratch` have room for DecomposedLength(in, n, form) characters each.
size_t Normalize(const uint32_t* in, size_t n, NormalForm form, uint32_t* out, uint32_t* scratch);

}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_UNICODE_H_
