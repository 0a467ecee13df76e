// str: its methods by name, its constructor, and the special methods that only pass on to a protocol.
//
//   str_characters.h  making and copying characters     str_find.cc       find, index, count, startswith
//   str_operators.cc  + * [] in <                       str_split.cc      split, splitlines, partition
//   str_search.cc     searching in linear time          str_pad.cc        strip, ljust, center, zfill, expandtabs
//   str_case.cc       upper, title, isalpha             str_replace.cc    replace, join
//   str_codec.cc      encode, decode                    str_translate.cc  translate, maketrans
//   str_repr.cc       quotes and escapes                format_*.cc       format, format_map, %
#include "interpreter/types/str.h"

#include "interpreter/types/str_codec.h"
#include "interpreter/types/str_traits.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"

namespace garter {

Step SlotLength(Vm& vm, Native& n) { return Length(vm, n.arg(0)); }
Step SlotIter(Vm& vm, Native& n) { return GetIter(vm, n.arg(0)); }
Step SlotGetItem(Vm& vm, Native& n) { return GetItem(vm, n.arg(0), n.arg(1)); }
Step SlotContains(Vm& vm, Native& n) { return Contains(vm, n.arg(0), n.arg(1)); }
Step SlotRepr(Vm& vm, Native& n) { return Repr(vm, n.arg(0)); }
Step SlotStr(Vm& vm, Native& n) { return ToStr(vm, n.arg(0)); }

namespace {

// a + b as a method: for sequences CPython's slot raises by itself, so the operator's error is the right one, but what is
// not the method's business is NotImplemented.
Step BinaryMethod(Vm& vm, BinaryOp op, Value self, Value a, Value b) {
  Value other = a == self ? b : a;
  if (op == BinaryOp::kMod && !vm.raised.IsUnbound() && a != self && vm.TypeOf(a) != vm.TypeOf(self)) {
    return Step::Done(kNotImplemented);
  }
  if (op == BinaryOp::kMul) {
    Step index = Index(vm, other);
    if (!index.done()) return index;
    (a == self ? b : a) = index.value;
  }
  return LayoutBinary(vm, op, a, b, false);
}

}  // namespace

template <BinaryOp op>
Step SlotBinary(Vm& vm, Native& n) {
  return BinaryMethod(vm, op, n.arg(0), n.arg(0), n.arg(1));
}
template <BinaryOp op>
Step SlotReflected(Vm& vm, Native& n) {
  return BinaryMethod(vm, op, n.arg(0), n.arg(1), n.arg(0));
}

template Step SlotBinary<BinaryOp::kAdd>(Vm&, Native&);
template Step SlotBinary<BinaryOp::kMul>(Vm&, Native&);
template Step SlotBinary<BinaryOp::kMod>(Vm&, Native&);
template Step SlotReflected<BinaryOp::kMul>(Vm&, Native&);
template Step SlotReflected<BinaryOp::kMod>(Vm&, Native&);

namespace {

Step StrFormatMethod(Vm& vm, Native& n) {
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "__format__() argument must be str, not %T", n.arg(1));
  return Format(vm, n.arg(0), n.arg(1));
}

Step StrSizeOf(Vm& vm, Native& n) {
  Text text = vm.TextOf(n.arg(0));
  int64_t header = text.ascii ? 41 : 57;
  return Step::Done(Value::SmallInt(header + static_cast<int64_t>(ByteCount(text)) + (text.ascii ? 0 : text.width)));
}

Step StrGetNewArgs(Vm& vm, Native& n) { return DoneOrNoRoom(vm, vm.NewTuple(&n.base[0], 1)); }

// str(object='', encoding='utf-8', errors='strict')
Step NewStr(Vm& vm, Native& n) {
  Value encoding = n.arg(2), errors = n.arg(3);
  Step step = CheckCodecArgument(vm, "str", "encoding", encoding);
  if (step.done()) step = CheckCodecArgument(vm, "str", "errors", errors);
  if (!step.done()) return step;
  if (!n.has(1)) return DoneOrNoRoom(vm, vm.NewStrAscii(""));
  Value object = n.arg(1);
  if (encoding.IsUnbound() && errors.IsUnbound()) {
    // What __str__ answers is the result, an object of a subclass of str included.
    bool own = IsUserObject(vm, object) && !LookupOwnSpecial(vm, object, Special::k_str).IsUnbound();
    return own ? Ask(vm, Protocol::kStr, 1, object) : ToStr(vm, object);
  }
  object = Plain(vm, object);
  if (object.IsStr()) return vm.Raise(TypeId::kTypeError, "decoding str is not supported");
  if (!object.IsObject(Kind::kBytes)) {
    return vm.Raise(TypeId::kTypeError, "decoding to str: need a bytes-like object, %T found", object);
  }
  return Decode(vm, object, encoding, errors);
}

using T = StrTraits;
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
    {"__format__", "($self, format_spec, /)", StrFormatMethod},
    {"__sizeof__", "($self, /)", StrSizeOf},
    {"__getnewargs__", "($self, /)", StrGetNewArgs},
    {"encode", "($self, /, encoding='utf-8', errors='strict')", StrEncode},
    {"replace", "($self, old, new, /, count=-1)", TextReplace<T>},
    {"split", "($self, /, sep=None, maxsplit=-1)", TextSplit<T>},
    {"rsplit", "($self, /, sep=None, maxsplit=-1)", TextRSplit<T>},
    {"join", "($self, iterable, /)", TextJoin<T>, kJoinSlots},
    {"capitalize", "($self, /)", StrChangeCase<CaseChange::kCapitalize>},
    {"casefold", "($self, /)", StrChangeCase<CaseChange::kFold>},
    {"title", "($self, /)", StrChangeCase<CaseChange::kTitle>},
    {"center", "($self, width, fillchar=' ', /)", TextCenter<T>},
    {"count", "($self, sub, start=None, end=None, /)", TextCount<T>},
    {"expandtabs", "($self, /, tabsize=8)", TextExpandTabs<T>},
    {"find", "($self, sub, start=None, end=None, /)", TextFind<T>},
    {"partition", "($self, sep, /)", TextPartition<T>},
    {"index", "($self, sub, start=None, end=None, /)", TextIndex<T>},
    {"ljust", "($self, width, fillchar=' ', /)", TextLJust<T>},
    {"lower", "($self, /)", StrChangeCase<CaseChange::kLower>},
    {"lstrip", "($self, chars=None, /)", TextLStrip<T>},
    {"rfind", "($self, sub, start=None, end=None, /)", TextRFind<T>},
    {"rindex", "($self, sub, start=None, end=None, /)", TextRIndex<T>},
    {"rjust", "($self, width, fillchar=' ', /)", TextRJust<T>},
    {"rstrip", "($self, chars=None, /)", TextRStrip<T>},
    {"rpartition", "($self, sep, /)", TextRPartition<T>},
    {"splitlines", "($self, /, keepends=False)", TextSplitLines<T>},
    {"strip", "($self, chars=None, /)", TextStrip<T>},
    {"swapcase", "($self, /)", StrChangeCase<CaseChange::kSwap>},
    {"translate", "($self, table, /)", StrTranslate},
    {"upper", "($self, /)", StrChangeCase<CaseChange::kUpper>},
    {"startswith", "($self, prefix, start=None, end=None, /)", TextStartsWith<T>},
    {"endswith", "($self, suffix, start=None, end=None, /)", TextEndsWith<T>},
    {"removeprefix", "($self, prefix, /)", TextRemovePrefix<T>},
    {"removesuffix", "($self, suffix, /)", TextRemoveSuffix<T>},
    {"isascii", "($self, /)", StrTest<TextTest::kAscii>},
    {"islower", "($self, /)", StrTest<TextTest::kLower>},
    {"isupper", "($self, /)", StrTest<TextTest::kUpper>},
    {"istitle", "($self, /)", StrTest<TextTest::kTitle>},
    {"isspace", "($self, /)", StrTest<TextTest::kSpace>},
    {"isdecimal", "($self, /)", StrTest<TextTest::kDecimal>},
    {"isdigit", "($self, /)", StrTest<TextTest::kDigit>},
    {"isnumeric", "($self, /)", StrTest<TextTest::kNumeric>},
    {"isalpha", "($self, /)", StrTest<TextTest::kAlpha>},
    {"isalnum", "($self, /)", StrTest<TextTest::kAlnum>},
    {"isidentifier", "($self, /)", StrTest<TextTest::kIdentifier>},
    {"isprintable", "($self, /)", StrTest<TextTest::kPrintable>},
    {"zfill", "($self, width, /)", TextZFill<T>},
    {"format", "($self, /, *args, **kwargs)", StrFormat, 0, BuiltinRow::kRaw},
    {"format_map", "($self, mapping, /)", StrFormatMap},
    {"maketrans", "(x, y=None, z=None, /)", StrMakeTrans, 0, BuiltinRow::kStatic},
};

constexpr BuiltinRow kNewStr = {"str", "($self, object='', encoding='utf-8', errors='strict')", NewStr};

}  // namespace

constexpr TypeTable kStrTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kNewStr};

}  // namespace garter
