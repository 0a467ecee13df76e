// Case mappings and normal forms on top of the generated tables.
//
// Normalisation follows Unicode Standard Annex 15: decompose fully, sort each run of combining marks by class
// (stably), then compose each mark with the last starter unless something of an equal or higher class stands between.
// Hangul is arithmetic (section 3.12 of the standard).
#include "interpreter/base/unicode.h"

#include "interpreter/base/check.h"

namespace garter {
namespace {

using unicode::Decomposition;
using unicode::kCompositionCount;
using unicode::kCompositions;
using unicode::kDecompositionCount;
using unicode::kDecompositionPool;
using unicode::kDecompositions;

constexpr uint32_t kHangulBase = 0xAC00, kLeadBase = 0x1100, kVowelBase = 0x1161, kTrailBase = 0x11A7;
constexpr uint32_t kVowels = 21, kTrails = 28, kLeads = 19, kHanguls = kLeads * kVowels * kTrails;

// Copies `length` UTF-16 units as code points; answers how many those are.
int CopyUtf16(const uint16_t* from, uint32_t length, uint32_t* out) {
  int count = 0;
  for (uint32_t i = 0; i < length; ++i) {
    uint32_t unit = from[i];
    if (unit >= 0xD800 && unit < 0xDC00 && i + 1 < length) {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (from[++i] - 0xDC00u);
    }
    out[count++] = unit;
  }
  return count;
}

int MapCase(uint32_t cp, unicode::CaseMapping which, uint32_t* out) {
  const unicode::Record& record = unicode::RecordOf(cp);
  int32_t mapping = record.mapping[which];
  if (!(record.long_mappings & (1 << which))) {
    out[0] = cp + static_cast<uint32_t>(mapping);
    return 1;
  }
  return CopyUtf16(unicode::kSpecialCasing + (mapping >> 2), static_cast<uint32_t>(mapping & 3), out);
}

const Decomposition* FindDecomposition(uint32_t cp) {
  uint32_t low = 0, high = kDecompositionCount;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    uint32_t key = kDecompositions[middle].key >> 8;
    if (key == cp) return &kDecompositions[middle];
    if (key < cp) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return nullptr;
}

int DecomposeHangul(uint32_t cp, uint32_t* out) {
  uint32_t index = cp - kHangulBase;
  out[0] = kLeadBase + index / (kVowels * kTrails);
  out[1] = kVowelBase + index % (kVowels * kTrails) / kTrails;
  if (index % kTrails == 0) return 2;
  out[2] = kTrailBase + index % kTrails;
  return 3;
}

int Decompose(uint32_t cp, bool compatibility, uint32_t* out) {
  out[0] = cp;
  if (cp < 0xA0) return 1;
  if (cp - kHangulBase < kHanguls) return DecomposeHangul(cp, out);
  const Decomposition* found = FindDecomposition(cp);
  if (found == nullptr) return 1;
  uint32_t canonical_length = found->key >> 5 & 7;
  if (compatibility) return CopyUtf16(kDecompositionPool + found->compatibility_at, found->key & 31, out);
  if (canonical_length == 0) return 1;
  return CopyUtf16(kDecompositionPool + found->canonical_at, canonical_length, out);
}

// The character that `first` and `second` make together, or 0.
uint32_t Compose(uint32_t first, uint32_t second) {
  if (first - kLeadBase < kLeads && second - kVowelBase < kVowels) {
    return kHangulBase + ((first - kLeadBase) * kVowels + (second - kVowelBase)) * kTrails;
  }
  if (first - kHangulBase < kHanguls && (first - kHangulBase) % kTrails == 0 && second > kTrailBase &&
      second < kTrailBase + kTrails) {
    return first + (second - kTrailBase);
  }
  uint32_t low = 0, high = kCompositionCount;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    const unicode::Composition& pair = kCompositions[middle];
    if (pair.first == first && pair.second == second) return pair.composed;
    if (pair.first < first || (pair.first == first && pair.second < second)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return 0;
}

// Sorts one run of combining marks by class, stably: by insertion when short, by counting when someone wrote a
// thousand accents to make insertion quadratic.
void SortMarks(uint32_t* marks, size_t n, uint32_t* scratch) {
  if (n > 20) {
    size_t starts[257] = {};
    for (size_t i = 0; i < n; ++i) ++starts[CombiningClass(marks[i]) + 1];
    for (int c = 0; c < 256; ++c) starts[c + 1] += starts[c];
    for (size_t i = 0; i < n; ++i) scratch[starts[CombiningClass(marks[i])]++] = marks[i];
    for (size_t i = 0; i < n; ++i) marks[i] = scratch[i];
    return;
  }
  for (size_t i = 1; i < n; ++i) {
    uint32_t mark = marks[i];
    uint8_t rank = CombiningClass(mark);
    size_t j = i;
    for (; j > 0 && CombiningClass(marks[j - 1]) > rank; --j) marks[j] = marks[j - 1];
    marks[j] = mark;
  }
}

void SortAllMarks(uint32_t* text, size_t n, uint32_t* scratch) {
  for (size_t i = 0; i < n;) {
    if (CombiningClass(text[i]) == 0) {
      ++i;
      continue;
    }
    size_t end = i + 1;
    while (end < n && CombiningClass(text[end]) != 0) ++end;
    SortMarks(text + i, end - i, scratch);
    i = end;
  }
}

// Composes in place; answers the new length.
size_t ComposeAll(uint32_t* text, size_t n) {
  size_t length = 0;
  size_t starter = n;   // where in the output the last starter stands; n: none yet
  int last_class = -1;  // of the last character kept after the starter; -1: none kept
  for (size_t i = 0; i < n; ++i) {
    uint32_t cp = text[i];
    int rank = CombiningClass(cp);
    if (starter != n && last_class < rank) {
      uint32_t composed = Compose(text[starter], cp);
      if (composed != 0) {
        text[starter] = composed;
        continue;
      }
    }
    if (rank == 0) {
      starter = length;
      last_class = -1;
    } else {
      last_class = rank;
    }
    text[length++] = cp;
  }
  return length;
}

}  // namespace

int ToUpperFull(uint32_t cp, uint32_t out[kMaxCaseExpansion]) { return MapCase(cp, unicode::kToUpper, out); }
int ToLowerFull(uint32_t cp, uint32_t out[kMaxCaseExpansion]) { return MapCase(cp, unicode::kToLower, out); }
int ToTitleFull(uint32_t cp, uint32_t out[kMaxCaseExpansion]) { return MapCase(cp, unicode::kToTitle, out); }
int ToFoldedFull(uint32_t cp, uint32_t out[kMaxCaseExpansion]) { return MapCase(cp, unicode::kToFolded, out); }

// U+0130 alone has a full mapping of two characters, whose first is the simple one.
uint32_t ToLowerSimple(uint32_t cp) {
  uint32_t out[kMaxCaseExpansion];
  MapCase(cp, unicode::kToLower, out);
  return out[0];
}

size_t DecomposedLength(const uint32_t* in, size_t n, NormalForm form) {
  bool compatibility = form == NormalForm::kNfkc || form == NormalForm::kNfkd;
  uint32_t parts[kMaxDecomposition];
  size_t length = 0;
  for (size_t i = 0; i < n; ++i) length += static_cast<size_t>(Decompose(in[i], compatibility, parts));
  return length;
}

size_t Normalize(const uint32_t* in, size_t n, NormalForm form, uint32_t* out, uint32_t* scratch) {
  bool compatibility = form == NormalForm::kNfkc || form == NormalForm::kNfkd;
  size_t length = 0;
  for (size_t i = 0; i < n; ++i) {
    uint32_t parts[kMaxDecomposition];
    int count = Decompose(in[i], compatibility, parts);
    for (int k = 0; k < count; ++k) out[length++] = parts[k];
  }
  SortAllMarks(out, length, scratch);
  if (form == NormalForm::kNfd || form == NormalForm::kNfkd) return length;
  return ComposeAll(out, length);
}

}  // namespace garter
