// What str and bytes do differently, so that what they do alike is written once: templates over StrTraits, BytesTraits.
#ifndef GARTER_INTERPRETER_TYPES_STR_TRAITS_H_
#define GARTER_INTERPRETER_TYPES_STR_TRAITS_H_

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/unicode.h"
#include "interpreter/types/builtin.h"
#include "interpreter/types/bytes_text.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/str_characters.h"
#include "interpreter/vm/protocols.h"

namespace garter {

struct StrTraits {
  static constexpr bool kIsStr = true;
  static constexpr TypeId kType = TypeId::kStr;
  static bool Is(Value v) { return v.IsStr(); }
  static Text TextOf(Vm& vm, Value v) {
    const Str* s = vm.heap.At<Str>(v);
    return __builtin_expect(s->buffer == 0, 1) ? Text{s->inline_data(), s->length, s->width(), s->ascii()}
                                               : vm.TextOf(v);
  }
  static Value Range(Vm& vm, Value v, uint64_t start, uint64_t end) {
    Text text = TextOf(vm, v);
    // Words of ASCII text are most of what is ever cut.
    if (!text.ascii || end - start < 2 || end - start == text.length) {
      return vm.NewStrRange(v, static_cast<uint32_t>(start), static_cast<uint32_t>(end));
    }
    Str* str = NewCharacters(vm, end - start, 1, true);
    if (str == nullptr) return kUnbound;
    CopyBytes(str->inline_data(), text.data + start, end - start);
    return vm.heap.ValueOf(str);
  }
  static Value Empty(Vm& vm) { return vm.NewStrAscii(""); }
  static bool IsSpaceAt(uint32_t c) { return c < 0x80 ? c == ' ' || c - '\t' < 5 || c - 0x1C < 4 : IsSpace(c); }
};

struct BytesTraits {
  static constexpr bool kIsStr = false;
  static constexpr TypeId kType = TypeId::kBytes;
  static bool Is(Value v) { return v.IsObject(Kind::kBytes); }
  static Text TextOf(Vm& vm, Value v) { return BytesText(vm, v); }
  static Value Range(Vm& vm, Value v, uint64_t start, uint64_t end) {
    return NewBytesRange(vm, v, static_cast<uint32_t>(start), static_cast<uint32_t>(end));
  }
  static Value Empty(Vm& vm) { return vm.NewBytes(nullptr, 0); }
  static bool IsSpaceAt(uint32_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
};

// A result that is filled in after it was made: `length` characters of `width`. Unbound: no room.
template <typename Traits>
Value NewText(Vm& vm, uint64_t length, int width, bool ascii, uint8_t** data) {
  if constexpr (Traits::kIsStr) {
    if (length == 0) width = 1, ascii = true;
    Str* str = NewCharacters(vm, length, width, ascii);
    if (str == nullptr) return kUnbound;
    *data = str->inline_data();
    return vm.heap.ValueOf(str);
  } else {
    static_cast<void>(width);
    static_cast<void>(ascii);
    Value bytes = vm.NewBytes(nullptr, length);
    if (!bytes.IsUnbound()) *data = vm.heap.At<Bytes>(bytes)->data();
    return bytes;
  }
}

// "a bytes-like object is required, not 'str'"
inline Step RaiseNotBytes(Vm& vm, Value v) {
  return vm.Raise(TypeId::kTypeError, "a bytes-like object is required, not '%T'", v);
}

// start and end of find() and its like: an index, None or absent; clamped to the text as a slice is.
Step SliceBounds(Vm& vm, Native& n, uint32_t first, uint32_t length, int64_t* start, int64_t* end);

// The rows' functions, by file.
// str_find.cc
template <typename Traits>
Step TextFind(Vm&, Native&);
template <typename Traits>
Step TextRFind(Vm&, Native&);
template <typename Traits>
Step TextIndex(Vm&, Native&);
template <typename Traits>
Step TextRIndex(Vm&, Native&);
template <typename Traits>
Step TextCount(Vm&, Native&);
template <typename Traits>
Step TextStartsWith(Vm&, Native&);
template <typename Traits>
Step TextEndsWith(Vm&, Native&);
template <typename Traits>
Step TextRemovePrefix(Vm&, Native&);
template <typename Traits>
Step TextRemoveSuffix(Vm&, Native&);
// str_split.cc
template <typename Traits>
Step TextSplit(Vm&, Native&);
template <typename Traits>
Step TextRSplit(Vm&, Native&);
template <typename Traits>
Step TextSplitLines(Vm&, Native&);
template <typename Traits>
Step TextPartition(Vm&, Native&);
template <typename Traits>
Step TextRPartition(Vm&, Native&);
// str_pad.cc
template <typename Traits>
Step TextStrip(Vm&, Native&);
template <typename Traits>
Step TextLStrip(Vm&, Native&);
template <typename Traits>
Step TextRStrip(Vm&, Native&);
template <typename Traits>
Step TextLJust(Vm&, Native&);
template <typename Traits>
Step TextRJust(Vm&, Native&);
template <typename Traits>
Step TextCenter(Vm&, Native&);
template <typename Traits>
Step TextZFill(Vm&, Native&);
template <typename Traits>
Step TextExpandTabs(Vm&, Native&);
// str_replace.cc
template <typename Traits>
Step TextReplace(Vm&, Native&);
template <typename Traits>
Step TextJoin(Vm&, Native&);
inline constexpr int kJoinSlots = 4;
// str_translate.cc, bytes_translate.cc
Step StrTranslate(Vm&, Native&);
Step StrMakeTrans(Vm&, Native&);
Step BytesTranslate(Vm&, Native&);
Step BytesMakeTrans(Vm&, Native&);
// str_case.cc, str_test.cc
enum class CaseChange : uint8_t { kUpper, kLower, kTitle, kCapitalize, kSwap, kFold };
template <CaseChange kChange>
Step StrChangeCase(Vm&, Native&);
template <CaseChange kChange>
Step BytesChangeCase(Vm&, Native&);
enum class TextTest : uint8_t {
  kAlpha,
  kAlnum,
  kAscii,
  kDecimal,
  kDigit,
  kNumeric,
  kLower,
  kUpper,
  kTitle,
  kSpace,
  kPrintable,
  kIdentifier,
};
template <TextTest kTest>
Step StrTest(Vm&, Native&);
template <TextTest kTest>
Step BytesTest(Vm&, Native&);
// str_codec.cc
Step StrEncode(Vm&, Native&);
Step BytesDecode(Vm&, Native&);
// format_fields.cc
Step StrFormat(Vm&, Native&);
Step StrFormatMap(Vm&, Native&);

// Special methods that only pass on to a protocol, for any type that has it (str.cc).
Step SlotLength(Vm&, Native&);
Step SlotIter(Vm&, Native&);
Step SlotGetItem(Vm&, Native&);
Step SlotContains(Vm&, Native&);
Step SlotRepr(Vm&, Native&);
Step SlotStr(Vm&, Native&);
template <BinaryOp op>
Step SlotBinary(Vm&, Native&);
template <BinaryOp op>
Step SlotReflected(Vm&, Native&);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_STR_TRAITS_H_
