// bytes: its methods by name, its constructor, hex and fromhex. What it shares with str is in str_*.cc.
#include "interpreter/types/bytes.h"

#include "interpreter/types/bytes_builder.h"
#include "interpreter/types/special_methods.h"
#include "interpreter/types/str_codec.h"
#include "interpreter/types/str_traits.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"

namespace garter {
namespace {

// ---- the constructor --------------------------------------------------------------------------------------------

// An item of bytes([...]) as a byte.
Step ByteOf(Vm& vm, Value item, uint8_t* out) {
  int64_t byte;
  Step index = Index(vm, item);
  if (!index.done()) return index;
  item = index.value;
  if (!vm.AsInt64(item, &byte) || byte < 0 || byte > 255)
    return vm.Raise(TypeId::kValueError, "bytes must be in range(0, 256)");
  *out = static_cast<uint8_t>(byte);
  return Step::Done(kNone);
}

Step FromItems(Vm& vm, Value sequence) {
  const Value* items = nullptr;
  uint32_t count = 0;
  if (sequence.IsObject(Kind::kTuple)) {
    items = vm.heap.At<Tuple>(sequence)->items();
    count = vm.heap.At<Tuple>(sequence)->count;
  } else {
    const List* list = vm.heap.At<List>(sequence);
    count = list->count;
    if (count > 0) items = vm.heap.At<Buffer>(list->buffer)->items();
  }
  if (!vm.meter.Charge(count / 16)) return Step::Limit();
  Value result = vm.NewBytes(nullptr, count);
  if (result.IsUnbound()) return vm.NoRoom();
  for (uint32_t k = 0; k < count; ++k) {
    Step step = ByteOf(vm, items[k], vm.heap.At<Bytes>(result)->data() + k);
    if (!step.done()) return step;
  }
  return Step::Done(result);
}

Step FromCount(Vm& vm, Value v) {
  int64_t count;
  if (!vm.AsInt64(v, &count)) return vm.Raise(TypeId::kOverflowError, "cannot fit 'int' into an index-sized integer");
  if (count < 0) return vm.Raise(TypeId::kValueError, "negative count");
  Value result = vm.NewBytes(nullptr, static_cast<uint64_t>(count));
  if (result.IsUnbound()) return vm.NoRoom();
  std::memset(vm.heap.At<Bytes>(result)->data(), 0, static_cast<uint64_t>(count));
  return vm.meter.Charge(0) ? Step::Done(result) : Step::Limit();
}

// The first phase decides; an iterable is collected like join's: slot 0 the iterator, slot 1 the list.
Step NewBytesObject(Vm& vm, Native& n) {
  if (n.phase == 0) {
    Value encoding = n.arg(2), errors = n.arg(3), source = n.arg(1);
    Step step = CheckCodecArgument(vm, "bytes", "encoding", encoding);
    if (step.done()) step = CheckCodecArgument(vm, "bytes", "errors", errors);
    if (!step.done()) return step;
    if (!encoding.IsUnbound() || !errors.IsUnbound()) {
      source = Plain(vm, source);
      if (!source.IsStr()) {
        return vm.Raise(TypeId::kTypeError, encoding.IsUnbound() ? "errors without a string argument"
                                                                 : "encoding without a string argument");
      }
      if (encoding.IsUnbound()) return vm.Raise(TypeId::kTypeError, "string argument without an encoding");
      return Encode(vm, source, encoding, errors);
    }
    if (source.IsUnbound()) return DoneOrNoRoom(vm, vm.NewBytes(nullptr, 0));
    if (source.IsObject(Kind::kBytes)) return Step::Done(source);
    if (IsUserObject(vm, source)) {
      if (!LookupOwnSpecial(vm, source, Special::k_bytes).IsUnbound()) {
        Step made = Ask(vm, Protocol::kBytes, 0, source);
        return made.done() ? Step::Done(Plain(vm, made.value)) : made;
      }
      Value native = Plain(vm, source);
      if (native.IsObject(Kind::kBytes)) return Step::Done(native);
      if (native.IsStr()) return vm.Raise(TypeId::kTypeError, "string argument without an encoding");
      if (HasIndex(vm, source)) {
        Step index = Index(vm, source);
        return index.done() ? FromCount(vm, index.value) : index;
      }
    }
    if (source.IsStr()) return vm.Raise(TypeId::kTypeError, "string argument without an encoding");
    if (source.IsAnyInt() || source.IsBool()) return FromCount(vm, source);
    if (source.IsObject(Kind::kList) || source.IsObject(Kind::kTuple)) return FromItems(vm, source);
    Value list = vm.NewListWithCapacity(8);
    if (list.IsUnbound()) return vm.NoRoom();
    Step iterator = GetIter(vm, source);
    if (iterator.action == Action::kRaise && !HasIter(vm, source))
      return vm.Raise(TypeId::kTypeError, "cannot convert '%T' object to bytes", source);
    if (!iterator.done()) return iterator;
    Step hint = LengthHint(vm, source);
    if (!hint.done()) return hint;
    n.slot(0) = iterator.value;
    n.slot(1) = list;
  } else if (n.phase == 1) {
    if (n.stopped) return FromItems(vm, n.slot(1));
    uint8_t byte;
    Step step = ByteOf(vm, n.input, &byte);
    if (!step.done()) return step;
    if (!vm.ListAppend(n.slot(1), n.input)) return vm.NoRoom();
  }
  n.phase = 2;
  for (;;) {
    if (!vm.ListReserve(n.slot(1), uint64_t{vm.heap.At<List>(n.slot(1))->count} + 1)) return vm.NoRoom();
    Step step = Next(vm, n.slot(0));
    if (step.action == Action::kCall) return n.Next(1, n.slot(0));
    if (step.action == Action::kStop) return FromItems(vm, n.slot(1));
    if (!step.done()) return step;
    uint8_t byte;
    Value item = step.value;
    step = ByteOf(vm, item, &byte);
    if (!step.done()) return step;
    vm.ListAppend(n.slot(1), item);
    if (!vm.meter.Charge(1)) return Step::Limit();
  }
}

// ---- hex --------------------------------------------------------------------------------------------------------

int HexValue(uint32_t c) {
  if (c - '0' < 10) return static_cast<int>(c - '0');
  c |= 32;
  return c - 'a' < 6 ? static_cast<int>(c - 'a' + 10) : -1;
}

Step BytesFromHex(Vm& vm, Native& n) {
  Value source = n.arg(1);
  if (!source.IsStr() && !source.IsObject(Kind::kBytes)) {
    return vm.Raise(TypeId::kTypeError, "fromhex() argument must be str or bytes-like, not %T", source);
  }
  Text text = source.IsStr() ? vm.TextOf(source) : BytesText(vm, source);
  if (!vm.meter.Charge(text.length / 16)) return Step::Limit();
  uint64_t digits = 0;
  uint32_t i = 0;
  for (; i < text.length; ++i) {
    // Spaces may stand between bytes, not within one.
    if (BytesTraits::IsSpaceAt(text[i]) && digits % 2 == 0) continue;
    if (HexValue(text[i]) < 0 || text[i] > 0x7F) break;
    ++digits;
  }
  if (i < text.length) {
    return vm.Raise(TypeId::kValueError, "non-hexadecimal number found in fromhex() arg at position %d", int64_t{i});
  }
  if (digits % 2 != 0) {
    return vm.Raise(TypeId::kValueError, "fromhex() arg must contain an even number of hexadecimal digits");
  }
  Value result = vm.NewBytes(nullptr, digits / 2);
  if (result.IsUnbound()) return vm.NoRoom();
  uint8_t* out = vm.heap.At<Bytes>(result)->data();
  for (i = 0; i < text.length; ++i) {
    if (HexValue(text[i]) < 0) continue;
    *out++ = static_cast<uint8_t>(HexValue(text[i]) << 4 | HexValue(text[i + 1]));
    ++i;
  }
  return Step::Done(result);
}

// The separator of hex(): one ASCII character. Unbound: none.
Step HexSeparator(Vm& vm, Value v, uint8_t* out) {
  if (!v.IsStr() && !v.IsObject(Kind::kBytes)) {
    Step length = Length(vm, v);
    if (!length.done()) return length;
    int64_t count = 0;
    vm.AsInt64(length.value, &count);
    if (count != 1) return vm.Raise(TypeId::kValueError, "sep must be length 1.");
    return vm.Raise(TypeId::kTypeError, "sep must be str or bytes.");
  }
  Text text = v.IsStr() ? vm.TextOf(v) : BytesText(vm, v);
  if (text.length != 1) return vm.Raise(TypeId::kValueError, "sep must be length 1.");
  if (text[0] > 0x7F) return vm.Raise(TypeId::kValueError, "sep must be ASCII.");
  *out = static_cast<uint8_t>(text[0]);
  return Step::Done(kNone);
}

Step BytesHex(Vm& vm, Native& n) {
  uint8_t separator = 0;
  int64_t group = 1;
  if (n.has(2)) {
    Step step = CIntOf(vm, n.arg(2), &group);
    if (!step.done()) return step;
  }
  if (n.has(1)) {
    Step step = HexSeparator(vm, n.arg(1), &separator);
    if (!step.done()) return step;
  } else {
    group = 0;
  }
  Text text = BytesText(vm, n.arg(0));
  uint64_t size = static_cast<uint64_t>(group < 0 ? -group : group);
  uint64_t separators = size == 0 || text.length == 0 ? 0 : (text.length - 1) / size;
  Str* str = NewCharacters(vm, uint64_t{text.length} * 2 + separators, 1, true);
  if (str == nullptr) return vm.NoRoom();
  uint8_t* out = str->inline_data();
  for (uint32_t i = 0; i < text.length; ++i) {
    // A positive group counts from the right.
    uint64_t place = group > 0 ? text.length - i : i;
    if (i > 0 && size != 0 && place % size == 0) *out++ = separator;
    *out++ = static_cast<uint8_t>("0123456789abcdef"[text.data[i] >> 4]);
    *out++ = static_cast<uint8_t>("0123456789abcdef"[text.data[i] & 15]);
  }
  return vm.meter.Charge(0) ? Step::Done(vm.heap.ValueOf(str)) : Step::Limit();
}

Step BytesItself(Vm&, Native& n) { return Step::Done(n.arg(0)); }
Step BytesGetNewArgs(Vm& vm, Native& n) { return DoneOrNoRoom(vm, vm.NewTuple(&n.base[0], 1)); }
Step BytesSizeOf(Vm& vm, Native& n) {
  return Step::Done(Value::SmallInt(33 + int64_t{vm.heap.At<Bytes>(n.arg(0))->length}));
}

using T = BytesTraits;
constexpr BuiltinRow kRows[] = {
    {"__len__", "($self, /)", SlotLength, 0, BuiltinRow::kSlotWrapper},
    {"__iter__", "($self, /)", SlotIter, 0, BuiltinRow::kSlotWrapper},
    {"__getitem__", "($self, key, /)", SlotGetItem, 0, BuiltinRow::kSlotWrapper},
    {"__contains__", "($self, key, /)", SlotContains, 0, BuiltinRow::kSlotWrapper},
    {"__add__", "($self, value, /)", SlotBinary<BinaryOp::kAdd>, 0, BuiltinRow::kSlotWrapper},
    {"__mul__", "($self, value, /)", SlotBinary<BinaryOp::kMul>, 0, BuiltinRow::kSlotWrapper},
    {"__rmul__", "($self, value, /)", SlotReflected<BinaryOp::kMul>, 0, BuiltinRow::kSlotWrapper},
    {"__mod__", "($self, value, /)", SlotBinary<BinaryOp::kMod>, 0, BuiltinRow::kSlotWrapper},
    {"__rmod__", "($self, value, /)", SlotReflected<BinaryOp::kMod>, 0, BuiltinRow::kSlotWrapper},
    {"__repr__", "($self, /)", SlotRepr, 0, BuiltinRow::kSlotWrapper},
    {"__str__", "($self, /)", SlotStr, 0, BuiltinRow::kSlotWrapper},
    {"__bytes__", "($self, /)", BytesItself},
    {"__getnewargs__", "($self, /)", BytesGetNewArgs},
    {"__sizeof__", "($self, /)", BytesSizeOf},
    {"capitalize", "($self, /)", BytesChangeCase<CaseChange::kCapitalize>},
    {"center", "($self, width, fillchar=b' ', /)", TextCenter<T>},
    {"count", "($self, sub, start=None, end=None, /)", TextCount<T>},
    {"decode", "($self, /, encoding='utf-8', errors='strict')", BytesDecode},
    {"endswith", "($self, suffix, start=None, end=None, /)", TextEndsWith<T>},
    {"expandtabs", "($self, /, tabsize=8)", TextExpandTabs<T>},
    {"find", "($self, sub, start=None, end=None, /)", TextFind<T>},
    {"fromhex", "($self, string, /)", MadeForClass<BytesFromHex>, 0, BuiltinRow::kClass},
    {"hex", "($self, /, sep=None, bytes_per_sep=1)", BytesHex},
    {"index", "($self, sub, start=None, end=None, /)", TextIndex<T>},
    {"isalnum", "($self, /)", BytesTest<TextTest::kAlnum>},
    {"isalpha", "($self, /)", BytesTest<TextTest::kAlpha>},
    {"isascii", "($self, /)", BytesTest<TextTest::kAscii>},
    {"isdigit", "($self, /)", BytesTest<TextTest::kDigit>},
    {"islower", "($self, /)", BytesTest<TextTest::kLower>},
    {"isspace", "($self, /)", BytesTest<TextTest::kSpace>},
    {"istitle", "($self, /)", BytesTest<TextTest::kTitle>},
    {"isupper", "($self, /)", BytesTest<TextTest::kUpper>},
    {"join", "($self, iterable_of_bytes, /)", TextJoin<T>, kJoinSlots},
    {"ljust", "($self, width, fillchar=b' ', /)", TextLJust<T>},
    {"lower", "($self, /)", BytesChangeCase<CaseChange::kLower>},
    {"lstrip", "($self, bytes=None, /)", TextLStrip<T>},
    {"maketrans", "(frm, to, /)", BytesMakeTrans, 0, BuiltinRow::kStatic},
    {"partition", "($self, sep, /)", TextPartition<T>},
    {"replace", "($self, old, new, count=-1, /)", TextReplace<T>},
    {"removeprefix", "($self, prefix, /)", TextRemovePrefix<T>},
    {"removesuffix", "($self, suffix, /)", TextRemoveSuffix<T>},
    {"rfind", "($self, sub, start=None, end=None, /)", TextRFind<T>},
    {"rindex", "($self, sub, start=None, end=None, /)", TextRIndex<T>},
    {"rjust", "($self, width, fillchar=b' ', /)", TextRJust<T>},
    {"rpartition", "($self, sep, /)", TextRPartition<T>},
    {"rsplit", "($self, /, sep=None, maxsplit=-1)", TextRSplit<T>},
    {"rstrip", "($self, bytes=None, /)", TextRStrip<T>},
    {"split", "($self, /, sep=None, maxsplit=-1)", TextSplit<T>},
    {"splitlines", "($self, /, keepends=False)", TextSplitLines<T>},
    {"startswith", "($self, prefix, start=None, end=None, /)", TextStartsWith<T>},
    {"strip", "($self, bytes=None, /)", TextStrip<T>},
    {"swapcase", "($self, /)", BytesChangeCase<CaseChange::kSwap>},
    {"title", "($self, /)", BytesChangeCase<CaseChange::kTitle>},
    {"translate", "($self, table, /, delete=b'')", BytesTranslate},
    {"upper", "($self, /)", BytesChangeCase<CaseChange::kUpper>},
    {"zfill", "($self, width, /)", TextZFill<T>},
};

constexpr BuiltinRow kNewBytes = {"bytes", "($self, source=b'', encoding='utf-8', errors='strict')", NewBytesObject, 4};

}  // namespace

constexpr TypeTable kBytesTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kNewBytes};

}  // namespace garter
