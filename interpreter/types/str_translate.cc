// translate and maketrans, of str and bytes.
#include "interpreter/heap/text_builder.h"
#include "interpreter/types/bytes_builder.h"
#include "interpreter/types/str_traits.h"

namespace garter {
namespace {

constexpr uint32_t kCached = 128;  // characters whose translation is looked up once

// What table[c] says: an int, a str, None (delete), or Unbound (keep). Once this has answered for a character without an
// error, asking again allocates nothing.
Step LookUp(Vm& vm, Value table, uint32_t c) {
  switch (table.kind()) {
    case Kind::kDict:
      return DictGet(vm, table, Value::SmallInt(c));
    case Kind::kStr: {
      Text text = vm.TextOf(table);
      return Step::Done(c < text.length ? Value::SmallInt(text[c]) : kUnbound);
    }
    case Kind::kList:
    case Kind::kTuple:
    case Kind::kBytes:
    case Kind::kRange: {
      Step length = Length(vm, table);
      int64_t count;
      if (!length.done()) return length;
      if (vm.AsInt64(length.value, &count) && c >= count) return Step::Done(kUnbound);
      break;
    }
    default:
      break;
  }
  return GetItem(vm, table, Value::SmallInt(c));
}

// Done(the checked replacement).
Step Translate(Vm& vm, Value table, uint32_t c) {
  Step step = LookUp(vm, table, c);
  if (!step.done() || step.value.IsUnbound() || step.value.IsNone() || step.value.IsStr()) return step;
  int64_t code = -1;
  if (!step.value.IsAnyInt() && !step.value.IsBool()) {
    return vm.Raise(TypeId::kTypeError, "character mapping must return integer, None or str");
  }
  if (!vm.AsInt64(step.value, &code) || code < 0 || code > kMaxCodePoint) {
    return vm.Raise(TypeId::kValueError, "character mapping must be in range(0x110000)");
  }
  return Step::Done(Value::SmallInt(code));
}

Step MakeFromDict(Vm& vm, Value source, Value result) {
  Step step = Step::Done(kNone);
  const Dict* dict = vm.heap.At<Dict>(source);
  DictKeys* keys = dict->keys == 0 ? nullptr : vm.heap.At<DictKeys>(dict->keys);
  for (uint32_t i = 0; keys != nullptr && i < keys->fill && step.done(); ++i) {
    DictEntry entry = keys->entries()[i];
    if (entry.key.IsUnbound()) continue;
    Value key = entry.key;
    if (key.IsStr()) {
      Text text = vm.TextOf(key);
      if (text.length != 1) return vm.Raise(TypeId::kValueError, "string keys in translatetable must be of length 1");
      key = Value::SmallInt(text[0]);
    } else if (!key.IsAnyInt() && !key.IsBool()) {
      return vm.Raise(TypeId::kTypeError, "keys in translate table mustbe strings or integers");
    }
    step = DictSet(vm, result, key, entry.value);
    if (!vm.meter.Charge(1)) return Step::Limit();
  }
  return step;
}

}  // namespace

// A builder cannot stand while replacements are looked up (an error would be made in its place), so the text is
// translated twice: once to see that all is well, once to write. The replacements of ASCII are remembered.
Step StrTranslate(Vm& vm, Native& n) {
  Text text = vm.TextOf(n.arg(0));
  Value table = n.arg(1);
  Value known[kCached];
  bool is_known[kCached] = {};
  auto find = [&](uint32_t c) {
    if (c < kCached && is_known[c]) return Step::Done(known[c]);
    Step step = Translate(vm, table, c);
    if (step.done() && c < kCached) {
      known[c] = step.value;
      is_known[c] = true;
    }
    return step;
  };
  for (uint32_t i = 0; i < text.length; ++i) {
    Step step = find(text[i]);
    if (!step.done()) return step;
    if (i % 64 == 0 && !vm.meter.Charge(8)) return Step::Limit();
  }
  TextBuilder out(vm.heap);
  for (uint32_t i = 0; i < text.length && !out.full(); ++i) {
    Value with = find(text[i]).value;
    if (with.IsUnbound()) {
      out.Append(text[i]);
    } else if (with.IsStr()) {
      Text replacement = vm.TextOf(with);
      out.AppendCharacters(replacement.data, replacement.length, replacement.width);
    } else if (!with.IsNone()) {
      out.Append(static_cast<uint32_t>(with.AsSmallInt()));
    }
    if (i % 64 == 0 && !vm.meter.Charge(8)) return Step::Limit();
  }
  return DoneOrNoRoom(vm, out.Finish());
}

Step StrMakeTrans(Vm& vm, Native& n) {
  Value result = vm.NewDict();
  if (result.IsUnbound()) return vm.NoRoom();
  Value x = n.arg(0);
  if (!n.has(1)) {
    if (!x.IsObject(Kind::kDict)) {
      return vm.Raise(TypeId::kTypeError, "if you give only one argument to maketrans it must be a dict");
    }
    Step step = MakeFromDict(vm, x, result);
    return step.done() ? Step::Done(result) : step;
  }
  for (uint32_t k = 1; k < 3; ++k) {
    if (n.has(k) && !n.arg(k).IsStr()) {
      return vm.Raise(TypeId::kTypeError, "maketrans() argument %d must be str, not %T", int64_t{k} + 1, n.arg(k));
    }
  }
  if (!x.IsStr()) {
    return vm.Raise(TypeId::kTypeError, "first maketrans argument must be a string if there is a second argument");
  }
  Text from = vm.TextOf(x), to = vm.TextOf(n.arg(1));
  if (from.length != to.length) {
    return vm.Raise(TypeId::kValueError, "the first two maketrans arguments must have equal length");
  }
  for (uint32_t i = 0; i < from.length; ++i) {
    Step step = DictSet(vm, result, Value::SmallInt(from[i]), Value::SmallInt(to[i]));
    if (!step.done()) return step;
    if (!vm.meter.Charge(1)) return Step::Limit();
  }
  if (!n.has(2)) return Step::Done(result);
  Text gone = vm.TextOf(n.arg(2));
  for (uint32_t i = 0; i < gone.length; ++i) {
    Step step = DictSet(vm, result, Value::SmallInt(gone[i]), kNone);
    if (!step.done()) return step;
    if (!vm.meter.Charge(1)) return Step::Limit();
  }
  return Step::Done(result);
}

Step BytesTranslate(Vm& vm, Native& n) {
  const uint8_t* table = nullptr;
  if (!n.arg(1).IsNone()) {
    if (!n.arg(1).IsObject(Kind::kBytes)) return RaiseNotBytes(vm, n.arg(1));
    Text text = BytesText(vm, n.arg(1));
    if (text.length != 256) return vm.Raise(TypeId::kValueError, "translation table must be 256 characters long");
    table = text.data;
  }
  bool is_deleted[256] = {};
  if (n.has(2)) {
    if (!n.arg(2).IsObject(Kind::kBytes)) return RaiseNotBytes(vm, n.arg(2));
    Text gone = BytesText(vm, n.arg(2));
    for (uint32_t i = 0; i < gone.length; ++i) is_deleted[gone.data[i]] = true;
  }
  Text text = BytesText(vm, n.arg(0));
  if (!vm.meter.Charge(FuelForBytes(text.length))) return Step::Limit();
  BytesBuilder out(vm);
  for (uint32_t i = 0; i < text.length; ++i) {
    uint8_t byte = text.data[i];
    if (!is_deleted[byte]) out.Append(table == nullptr ? byte : table[byte]);
  }
  return DoneOrNoRoom(vm, out.Finish());
}

Step BytesMakeTrans(Vm& vm, Native& n) {
  for (uint32_t k = 0; k < 2; ++k) {
    if (!n.arg(k).IsObject(Kind::kBytes)) return RaiseNotBytes(vm, n.arg(k));
  }
  Text from = BytesText(vm, n.arg(0)), to = BytesText(vm, n.arg(1));
  if (from.length != to.length) return vm.Raise(TypeId::kValueError, "maketrans arguments must have same length");
  Value result = vm.NewBytes(nullptr, 256);
  if (result.IsUnbound()) return vm.NoRoom();
  uint8_t* table = vm.heap.At<Bytes>(result)->data();
  for (int i = 0; i < 256; ++i) table[i] = static_cast<uint8_t>(i);
  for (uint32_t i = 0; i < from.length; ++i) table[from.data[i]] = to.data[i];
  return Step::Done(result);
}

}  // namespace garter
