// Case mappings and the questions about characters (isalpha, ...), of str and bytes.
//
// ASCII is mapped in place, byte by byte; anything else goes through the full mappings of base/unicode.h, where one
// character may become three ('ß'.upper()) and a capital sigma looks around itself.
#include "interpreter/base/unicode.h"
#include "interpreter/heap/text_builder.h"
#include "interpreter/types/str_traits.h"

namespace garter {
namespace {

// In bytes throughout, so that loops over them become vector instructions.
constexpr uint8_t AsciiUpper(uint8_t c) {
  return static_cast<uint8_t>(c ^ (static_cast<uint8_t>(c - 'a') < 26 ? 32 : 0));
}
constexpr uint8_t AsciiLower(uint8_t c) {
  return static_cast<uint8_t>(c ^ (static_cast<uint8_t>(c - 'A') < 26 ? 32 : 0));
}
constexpr bool IsAsciiLetter(uint32_t c) { return (c | 32) - 'a' < 26; }

template <CaseChange kChange>
void ChangeAscii(const uint8_t* in, uint8_t* out, uint32_t length) {
  if constexpr (kChange == CaseChange::kUpper) {
    for (uint32_t i = 0; i < length; ++i) out[i] = AsciiUpper(in[i]);
  } else if constexpr (kChange == CaseChange::kLower || kChange == CaseChange::kFold) {
    for (uint32_t i = 0; i < length; ++i) out[i] = AsciiLower(in[i]);
  } else if constexpr (kChange == CaseChange::kSwap) {
    for (uint32_t i = 0; i < length; ++i) out[i] = IsAsciiLetter(in[i]) ? in[i] ^ 32 : in[i];
  } else if constexpr (kChange == CaseChange::kCapitalize) {
    for (uint32_t i = 0; i < length; ++i) out[i] = i == 0 ? AsciiUpper(in[i]) : AsciiLower(in[i]);
  } else {
    bool in_word = false;
    for (uint32_t i = 0; i < length; ++i) {
      out[i] = in_word ? AsciiLower(in[i]) : AsciiUpper(in[i]);
      in_word = IsAsciiLetter(in[i]);
    }
  }
}

// Lower case in its context.
int LowerAt(const Text& text, uint32_t i, uint32_t out[kMaxCaseExpansion]) {
  if (text[i] != kCapitalSigma) return ToLowerFull(text[i], out);
  out[0] = LowerSigma([&](size_t k) { return text[static_cast<uint32_t>(k)]; }, text.length, i);
  return 1;
}

template <CaseChange kChange>
int ChangeAt(const Text& text, uint32_t i, bool* in_word, uint32_t out[kMaxCaseExpansion]) {
  uint32_t c = text[i];
  switch (kChange) {
    case CaseChange::kUpper:
      return ToUpperFull(c, out);
    case CaseChange::kLower:
      return LowerAt(text, i, out);
    case CaseChange::kFold:
      return ToFoldedFull(c, out);
    case CaseChange::kCapitalize:
      return i == 0 ? ToTitleFull(c, out) : LowerAt(text, i, out);
    case CaseChange::kSwap:
      if (IsUpper(c)) return LowerAt(text, i, out);
      if (IsLower(c)) return ToUpperFull(c, out);
      out[0] = c;
      return 1;
    case CaseChange::kTitle: {
      int count = *in_word ? LowerAt(text, i, out) : ToTitleFull(c, out);
      *in_word = IsCased(c);
      return count;
    }
  }
  return 0;
}

// ---- questions --------------------------------------------------------------------------------------------------

template <TextTest kTest>
bool IsAscii1(uint32_t c) {  // for bytes: ASCII alone counts
  if constexpr (kTest == TextTest::kAlpha) return IsAsciiLetter(c);
  if constexpr (kTest == TextTest::kDigit) return c - '0' < 10;
  if constexpr (kTest == TextTest::kAlnum) return IsAsciiLetter(c) || c - '0' < 10;
  if constexpr (kTest == TextTest::kSpace) return BytesTraits::IsSpaceAt(c);
  return false;
}

template <TextTest kTest>
bool IsCharacter(uint32_t c) {
  if constexpr (kTest == TextTest::kAlpha) return IsAlpha(c);
  if constexpr (kTest == TextTest::kDigit) return IsDigit(c);
  if constexpr (kTest == TextTest::kAlnum) return IsAlnum(c);
  if constexpr (kTest == TextTest::kSpace) return IsSpace(c);
  if constexpr (kTest == TextTest::kDecimal) return IsDecimal(c);
  if constexpr (kTest == TextTest::kNumeric) return IsNumeric(c);
  if constexpr (kTest == TextTest::kPrintable) return IsPrintable(c);
  return false;
}

// Cased characters as istitle and its like see them.
struct CaseOf {
  bool upper, lower, title;
};
template <typename Traits>
CaseOf CaseOfCharacter(uint32_t c) {
  if constexpr (Traits::kIsStr) return {IsUpper(c), IsLower(c), IsTitle(c)};
  return {c - 'A' < 26, c - 'a' < 26, false};
}

template <typename Traits, TextTest kTest>
bool HasCase(const Text& text) {
  bool cased = false, in_word = false;
  for (uint32_t i = 0; i < text.length; ++i) {
    CaseOf c = CaseOfCharacter<Traits>(text[i]);
    if constexpr (kTest == TextTest::kTitle) {
      if (c.upper || c.title) {
        if (in_word) return false;
        in_word = cased = true;
      } else if (c.lower) {
        if (!in_word) return false;
        cased = true;
      } else {
        in_word = false;
      }
    } else {
      bool wanted = kTest == TextTest::kUpper ? c.upper : c.lower;
      bool refused = kTest == TextTest::kUpper ? c.lower || c.title : c.upper || c.title;
      if (refused) return false;
      cased = cased || wanted;
    }
  }
  return cased;
}

bool IsIdentifier(const Text& text) {
  if (text.length == 0 || !IsXidStart(text[0])) return false;
  for (uint32_t i = 1; i < text.length; ++i) {
    if (!IsXidContinue(text[i])) return false;
  }
  return true;
}

template <typename Traits, TextTest kTest>
bool Answer(const Text& text) {
  if constexpr (kTest == TextTest::kAscii) return text.ascii || CharacterBits(text) < 0x80;
  if constexpr (kTest == TextTest::kLower || kTest == TextTest::kUpper || kTest == TextTest::kTitle)
    return HasCase<Traits, kTest>(text);
  if constexpr (kTest == TextTest::kIdentifier) return IsIdentifier(text);
  if (text.length == 0) return kTest == TextTest::kPrintable;
  return WithWidth(text, [&](auto* data) {
    for (uint32_t i = 0; i < text.length; ++i) {
      if (!(Traits::kIsStr ? IsCharacter<kTest>(data[i]) : IsAscii1<kTest>(data[i]))) return false;
    }
    return true;
  });
}

template <typename Traits, TextTest kTest>
Step Test(Vm& vm, Native& n) {
  Text text = Traits::TextOf(vm, n.arg(0));
  if (!vm.meter.Charge(FuelForBytes(ByteCount(text)))) return Step::Limit();
  return Step::Done(Value::Bool(Answer<Traits, kTest>(text)));
}

}  // namespace

template <CaseChange kChange>
Step StrChangeCase(Vm& vm, Native& n) {
  Text text = vm.TextOf(n.arg(0));
  if (text.ascii) {
    Str* str = NewCharacters(vm, text.length, 1, true);
    if (str == nullptr) return vm.NoRoom();
    ChangeAscii<kChange>(text.data, str->inline_data(), text.length);
    return vm.meter.Charge(0) ? Step::Done(vm.heap.ValueOf(str)) : Step::Limit();
  }
  if (!vm.meter.Charge(text.length / 8)) return Step::Limit();
  TextBuilder out(vm.heap);
  bool in_word = false;
  for (uint32_t i = 0; i < text.length && !out.full(); ++i) {
    uint32_t changed[kMaxCaseExpansion];
    int count = ChangeAt<kChange>(text, i, &in_word, changed);
    for (int k = 0; k < count; ++k) out.Append(changed[k]);
  }
  return DoneOrNoRoom(vm, out.Finish());
}

template <CaseChange kChange>
Step BytesChangeCase(Vm& vm, Native& n) {
  Text text = BytesText(vm, n.arg(0));
  Value result = vm.NewBytes(nullptr, text.length);
  if (result.IsUnbound()) return vm.NoRoom();
  ChangeAscii<kChange>(text.data, vm.heap.At<Bytes>(result)->data(), text.length);
  return vm.meter.Charge(0) ? Step::Done(result) : Step::Limit();
}

template <TextTest kTest>
Step StrTest(Vm& vm, Native& n) {
  return Test<StrTraits, kTest>(vm, n);
}
template <TextTest kTest>
Step BytesTest(Vm& vm, Native& n) {
  return Test<BytesTraits, kTest>(vm, n);
}

#define GARTER_BOTH(change)                                      \
  template Step StrChangeCase<CaseChange::change>(Vm&, Native&); \
  template Step BytesChangeCase<CaseChange::change>(Vm&, Native&);
GARTER_BOTH(kUpper)
GARTER_BOTH(kLower)
GARTER_BOTH(kTitle)
GARTER_BOTH(kCapitalize)
GARTER_BOTH(kSwap)
#undef GARTER_BOTH
template Step StrChangeCase<CaseChange::kFold>(Vm&, Native&);

#define GARTER_BOTH(test)                              \
  template Step StrTest<TextTest::test>(Vm&, Native&); \
  template Step BytesTest<TextTest::test>(Vm&, Native&);
GARTER_BOTH(kAlpha)
GARTER_BOTH(kAlnum)
GARTER_BOTH(kAscii)
GARTER_BOTH(kDigit)
GARTER_BOTH(kLower)
GARTER_BOTH(kUpper)
GARTER_BOTH(kTitle)
GARTER_BOTH(kSpace)
#undef GARTER_BOTH
template Step StrTest<TextTest::kDecimal>(Vm&, Native&);
template Step StrTest<TextTest::kNumeric>(Vm&, Native&);
template Step StrTest<TextTest::kPrintable>(Vm&, Native&);
template Step StrTest<TextTest::kIdentifier>(Vm&, Native&);

}  // namespace garter
