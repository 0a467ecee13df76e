// Characters by name: a sorted table of hashes, and two families whose names follow from the code point.
#include "interpreter/syntax/unicode_names.h"

#include <cstddef>

namespace garter {
namespace {

constexpr uint64_t kNames[] = {
#include "interpreter/syntax/unicode_names.inc"
};
constexpr size_t kNameCount = sizeof(kNames) / sizeof(kNames[0]);
constexpr int kCodePointBits = 21;
constexpr size_t kLongestName = 128;

bool FindByHash(std::string_view name, uint32_t* code_point) {
  uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  hash >>= kCodePointBits;
  size_t low = 0, high = kNameCount;
  while (low < high) {
    size_t middle = (low + high) / 2;
    (kNames[middle] >> kCodePointBits < hash ? low : high) =
        kNames[middle] >> kCodePointBits < hash ? middle + 1 : middle;
  }
  if (low == kNameCount || kNames[low] >> kCodePointBits != hash) return false;
  *code_point = static_cast<uint32_t>(kNames[low] & ((1u << kCodePointBits) - 1));
  return true;
}

struct Range {
  uint32_t first, last;
};
// Unicode 16.0: the unified ideographs, extensions included.
constexpr Range kIdeographs[] = {
    {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0x20000, 0x2A6DF}, {0x2A700, 0x2B739}, {0x2B740, 0x2B81D},
    {0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}, {0x2EBF0, 0x2EE5D}, {0x30000, 0x3134A}, {0x31350, 0x323AF},
};

bool FindIdeograph(std::string_view digits, uint32_t* code_point) {
  if (digits.size() != 4 && digits.size() != 5) return false;
  uint32_t value = 0;
  for (char c : digits) {
    int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    if (digit < 0) return false;
    value = value << 4 | static_cast<uint32_t>(digit);
  }
  for (const Range& range : kIdeographs) {
    if (value >= range.first && value <= range.last) {
      *code_point = value;
      return true;
    }
  }
  return false;
}

// The parts of a Hangul syllable, in the order of their numbers (the Unicode standard, 3.12).
constexpr std::string_view kLeads[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                       "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
constexpr std::string_view kVowels[] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                        "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
constexpr std::string_view kTrails[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                        "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                        "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};

bool FindHangul(std::string_view name, uint32_t* code_point) {
  for (uint32_t lead = 0; lead < 19; ++lead) {
    if (!name.starts_with(kLeads[lead])) continue;
    std::string_view rest = name.substr(kLeads[lead].size());
    for (uint32_t vowel = 0; vowel < 21; ++vowel) {
      if (!rest.starts_with(kVowels[vowel])) continue;
      for (uint32_t trail = 0; trail < 28; ++trail) {
        if (rest.substr(kVowels[vowel].size()) != kTrails[trail]) continue;
        *code_point = 0xAC00 + (lead * 21 + vowel) * 28 + trail;
        return true;
      }
    }
  }
  return false;
}

}  // namespace

bool FindUnicodeName(std::string_view name, uint32_t* code_point) {
  char upper[kLongestName];
  if (name.size() > kLongestName) return false;
  for (size_t i = 0; i < name.size(); ++i) {
    upper[i] = name[i] >= 'a' && name[i] <= 'z' ? static_cast<char>(name[i] - 'a' + 'A') : name[i];
  }
  std::string_view key(upper, name.size());
  constexpr std::string_view kIdeograph = "CJK UNIFIED IDEOGRAPH-", kHangul = "HANGUL SYLLABLE ";
  if (key.starts_with(kIdeograph)) return FindIdeograph(key.substr(kIdeograph.size()), code_point);
  if (key.starts_with(kHangul)) return FindHangul(key.substr(kHangul.size()), code_point);
  return FindByHash(key, code_point);
}

}  // namespace garter
