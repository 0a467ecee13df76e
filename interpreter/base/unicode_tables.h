// The shape of the generated Unicode tables; unicode.h is the way to ask them anything.
//
//   code point ──kBlockIndex[cp >> 7]──▶ block ──kRecordIndex[block * 128 + (cp & 127)]──▶ kRecords
//
// Case mappings are differences to the code point, so that one record serves a whole alphabet; the few that are
// longer than one character are (place << 2 | length) in kSpecialCasing, in UTF-16.
#ifndef GARTER_INTERPRETER_BASE_UNICODE_TABLES_H_
#define GARTER_INTERPRETER_BASE_UNICODE_TABLES_H_

#include <cstdint>

namespace garter::unicode {

enum Flag : uint16_t {
  kAlpha = 1 << 0,
  kDecimal = 1 << 1,
  kDigit = 1 << 2,
  kNumeric = 1 << 3,
  kUpper = 1 << 4,
  kLower = 1 << 5,
  kTitle = 1 << 6,
  kCased = 1 << 7,
  kCaseIgnorable = 1 << 8,
  kSpace = 1 << 9,
  kPrintable = 1 << 10,
  kXidStart = 1 << 11,
  kXidContinue = 1 << 12,
  kLineBreak = 1 << 13,
  kNfkcInert = 1 << 14,
};

enum CaseMapping { kToUpper, kToLower, kToTitle, kToFolded, kCaseMappings };

struct Record {
  int32_t mapping[kCaseMappings];
  uint16_t flags;
  uint8_t long_mappings;  // bit m: mapping[m] is a place in kSpecialCasing
  uint8_t decimal;
  uint8_t digit;
  uint8_t combining_class;
};
static_assert(sizeof(Record) == 24);

// Full (recursive) decompositions, as places in kDecompositionPool (UTF-16). A canonical length of 0: the
// character has a compatibility decomposition only. Sorted by `key`.
struct Decomposition {
  uint32_t key;  // code point << 8 | canonical length << 5 | compatibility length
  uint16_t canonical_at;
  uint16_t compatibility_at;
};

struct Composition {  // sorted by first, then second
  uint32_t first, second, composed;
};

inline constexpr int kBlockBits = 7;

extern const Record kRecords[];
extern const uint16_t kBlockIndex[];
extern const uint16_t kRecordIndex[];
extern const uint16_t kSpecialCasing[];
extern const Decomposition kDecompositions[];
extern const uint32_t kDecompositionCount;
extern const uint16_t kDecompositionPool[];
extern const Composition kCompositions[];
extern const uint32_t kCompositionCount;

inline const Record& RecordOf(uint32_t cp) {
  if (cp > 0x10FFFF) cp = 0x10FFFF;  // an unassigned code point
  uint32_t block = kBlockIndex[cp >> kBlockBits];
  return kRecords[kRecordIndex[(block << kBlockBits) | (cp & ((1u << kBlockBits) - 1))]];
}

}  // namespace garter::unicode

#endif  // GARTER_INTERPRETER_BASE_UNICODE_TABLES_H_
