// The Unicode tables against checksums over all code points, recorded from CPython 3.14, and UTF-8 against CPython's
// judgement of every short byte string made of the bytes that matter.
#include "interpreter/base/unicode.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interpreter/base/utf8.h"

namespace garter {
namespace {

// FNV-1a over 64-bit items: what the recording side computes, too.
class Checksum {
 public:
  void Add(uint64_t item) { sum_ = (sum_ ^ item) * 1099511628211u; }
  uint64_t sum() const { return sum_; }

 private:
  uint64_t sum_ = 1469598103934665603u;
};

TEST(Unicode, Properties) {
  using Test = bool (*)(uint32_t);
  constexpr Test kTests[] = {IsAlpha, IsDecimal,   IsDigit,    IsNumeric,     IsUpper,     IsLower,
                             IsSpace, IsPrintable, IsXidStart, IsXidContinue, IsLineBreak, IsAlnum};
  Checksum checksum;
  for (uint32_t cp = 0; cp <= kMaxCodePoint; ++cp) {
    uint64_t bits = 0;
    for (size_t i = 0; i < std::size(kTests); ++i) bits |= static_cast<uint64_t>(kTests[i](cp)) << i;
    checksum.Add(bits);
    checksum.Add(static_cast<uint64_t>(DecimalValue(cp) + 1));
    checksum.Add(CombiningClass(cp));
  }
  EXPECT_EQ(checksum.sum(), 9567389230212711198u);
}

uint64_t MappingChecksum(int (*map)(uint32_t, uint32_t*)) {
  Checksum checksum;
  for (uint32_t cp = 0; cp <= kMaxCodePoint; ++cp) {
    uint32_t out[kMaxCaseExpansion];
    int count = map(cp, out);
    checksum.Add(static_cast<uint64_t>(count));
    for (int i = 0; i < count; ++i) checksum.Add(out[i]);
  }
  return checksum.sum();
}

TEST(Unicode, CaseMappings) {
  EXPECT_EQ(MappingChecksum(ToUpperFull), 4070161689896757283u);
  EXPECT_EQ(MappingChecksum(ToLowerFull), 16572478482472761776u);
  EXPECT_EQ(MappingChecksum(ToTitleFull), 16624045763948285067u);
  EXPECT_EQ(MappingChecksum(ToFoldedFull), 12919001096385044314u);
}

// Each code point between letters, combining marks, Jamo and arbitrary characters of a fixed sequence; every fortieth
// with a run of marks long enough for the counting sort.
uint64_t NormalFormChecksum(NormalForm form) {
  Checksum checksum;
  uint64_t state = 1;
  for (uint32_t cp = 0; cp <= kMaxCodePoint; ++cp) {
    std::vector<uint32_t> text{cp, 0};
    for (int k = 0; k < (cp % 40 == 0 ? 30 : 3); ++k) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      uint32_t r = static_cast<uint32_t>(state >> 33), v = r >> 8;
      constexpr uint32_t kAny = kMaxCodePoint + 1;
      const uint32_t choices[] = {0x1100 + v % 0x100, 0x41 + v % 50, 0x300 + v % 0x70, 0x300 + v % 0x70, v % kAny};
      text.push_back(choices[r % 5]);
    }
    text.insert(text.begin(), text.back());
    size_t room = DecomposedLength(text.data(), text.size(), form);
    std::vector<uint32_t> out(room), scratch(room);
    size_t n = Normalize(text.data(), text.size(), form, out.data(), scratch.data());
    checksum.Add(n);
    for (size_t i = 0; i < n; ++i) checksum.Add(out[i]);
  }
  return checksum.sum();
}

TEST(Unicode, Nfc) { EXPECT_EQ(NormalFormChecksum(NormalForm::kNfc), 10605894037519297136u); }
TEST(Unicode, Nfd) { EXPECT_EQ(NormalFormChecksum(NormalForm::kNfd), 10827234161595763775u); }
TEST(Unicode, Nfkc) { EXPECT_EQ(NormalFormChecksum(NormalForm::kNfkc), 14154927135489042959u); }
TEST(Unicode, Nfkd) { EXPECT_EQ(NormalFormChecksum(NormalForm::kNfkd), 9348749379776560599u); }

TEST(Unicode, InertTextIsItsOwnNormalForm) {
  for (uint32_t cp = 0; cp <= kMaxCodePoint; ++cp) {
    if (!IsNfkcInert(cp)) continue;
    uint32_t out[kMaxDecomposition], scratch[kMaxDecomposition];
    ASSERT_EQ(Normalize(&cp, 1, NormalForm::kNfkc, out, scratch), 1u) << cp;
    ASSERT_EQ(out[0], cp);
  }
}

TEST(Unicode, FinalSigma) {
  auto lower = [](const std::u32string& text, size_t at) {
    return LowerSigma([&](size_t i) { return static_cast<uint32_t>(text[i]); }, text.size(), at);
  };
  EXPECT_EQ(lower(U"a\u03a3", 1), 0x3C2u);
  EXPECT_EQ(lower(U"a\u03a3b", 1), 0x3C3u);
  EXPECT_EQ(lower(U"\u03a3", 0), 0x3C3u);
  EXPECT_EQ(lower(U"a.\u03a3", 2), 0x3C2u);
  EXPECT_EQ(lower(U"a\u03a3.b", 1), 0x3C3u);
  EXPECT_EQ(lower(U"1\u03a3", 1), 0x3C3u);
}

void AddScan(const std::string& bytes, Checksum* checksum) {
  Utf8Scan scan = ScanUtf8(bytes.data(), bytes.size());
  checksum->Add(scan.characters);
  checksum->Add(static_cast<uint64_t>(scan.error));
  checksum->Add(scan.error_at);
  checksum->Add(scan.error_length);
}

void AddAllScans(const std::string& prefix, size_t length, Checksum* checksum) {
  constexpr unsigned char kBytes[] = {0x28, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2,
                                      0xdf, 0xe0, 0xe1, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff};
  for (unsigned char byte : kBytes) {
    std::string text = prefix + static_cast<char>(byte);
    AddScan(text, checksum);
    if (length > 1) AddAllScans(text, length - 1, checksum);
  }
}

TEST(Utf8, FindsTheErrorsThatCPythonFinds) {
  Checksum checksum;
  AddAllScans("", 4, &checksum);
  EXPECT_EQ(checksum.sum(), 16017865524838193715u);
}

TEST(Utf8, ReadsBackWhatItWrites) {
  Checksum checksum;
  for (uint32_t cp = 0; cp <= kMaxCodePoint; ++cp) {
    char bytes[4];
    int length = EncodeUtf8(cp, bytes);
    for (int i = 0; i < length; ++i) checksum.Add(static_cast<unsigned char>(bytes[i]));
    Utf8Character c = DecodeUtf8(bytes, static_cast<size_t>(length), true);
    ASSERT_EQ(c.error, Utf8Error::kNone);
    ASSERT_EQ(c.code_point, cp);
    Utf8Character strict = DecodeUtf8(bytes, static_cast<size_t>(length));
    ASSERT_EQ(strict.error != Utf8Error::kNone, IsSurrogate(cp));
  }
  EXPECT_EQ(checksum.sum(), 11045877993252784067u);
}

}  // namespace
}  // namespace garter
