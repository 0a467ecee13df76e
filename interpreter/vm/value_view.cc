// ValueView: what a host sees of a value, read straight from the heap and never through Python.
#include "interpreter/base/bigint.h"
#include "interpreter/base/utf8.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/set.h"
#include "interpreter/vm/vm.h"

namespace garter {
namespace {

Value ValueAtBits(uint64_t bits) { return Value::FromBits(bits); }

// Reading changes nothing; the heap's accessors are not const.
Vm& Mutable(const Vm* vm) { return const_cast<Vm&>(*vm); }

ValueView View(const Vm* vm, Value v) { return ValueView(vm, v.bits); }
ValueView Nothing(const Vm* vm) { return View(vm, kUnbound); }

// Counts what does not fit, as snprintf does.
class Sink {
 public:
  Sink(char* buffer, size_t size) : buffer_(buffer), size_(size) {}
  void Add(char c) {
    if (length_ < size_) buffer_[length_] = c;
    ++length_;
  }
  size_t length() const { return length_; }

 private:
  char* buffer_;
  size_t size_, length_ = 0;
};

DictEntry* EntryAt(Vm& vm, Value dict, size_t index) {
  DictEntry* found = nullptr;
  const Dict* d = vm.heap.At<Dict>(dict);
  if (index >= d->used) return nullptr;
  DictKeys* keys = vm.heap.At<DictKeys>(d->keys);
  if (keys->fill == d->used) return keys->entries() + index;
  size_t k = 0;
  ForEachEntry(vm, dict, [&](DictEntry& entry) {
    if (k++ == index) found = &entry;
  });
  return found;
}

// The decimal digits of a magnitude, the lowest first, by repeated division of a copy above the heap's top.
size_t Digits(Vm& vm, const Int* big, Sink* sink) {
  size_t n = big->limb_count;
  size_t limbs_room = n + bigint::ToTextScratch(n, 10);
  size_t text_room = bigint::TextRoom(big->limbs(), n, 10);
  uint64_t bytes = limbs_room * 8 + text_room + 16;
  if (vm.heap.room() < bytes) return 0;
  auto* scratch = reinterpret_cast<uint64_t*>(vm.heap.base + ((vm.heap.top + 7) & ~7u));
  char* text = reinterpret_cast<char*>(scratch + limbs_room);
  size_t length = 0;
  Meter free;
  free.next_event = Meter::kUnlimited;
  if (!bigint::ToText(free, big->limbs(), n, 10, text, &length, scratch)) return 0;
  for (size_t k = 0; k < length; ++k) sink->Add(text[k]);
  return length;
}

}  // namespace

ValueView::Kind ValueView::kind() const {
  if (vm_ == nullptr) return Kind::kUnbound;
  switch (ValueAtBits(bits_).kind()) {
    case garter::Kind::kFloat:
      return Kind::kFloat;
    case garter::Kind::kSmallInt:
    case garter::Kind::kInt:
      return Kind::kInt;
    case garter::Kind::kUnbound:
      return Kind::kUnbound;
    case garter::Kind::kNone:
      return Kind::kNone;
    case garter::Kind::kBool:
      return Kind::kBool;
    case garter::Kind::kEllipsis:
      return Kind::kEllipsis;
    case garter::Kind::kNotImplemented:
      return Kind::kNotImplemented;
    case garter::Kind::kStr:
      return Kind::kText;
    case garter::Kind::kBytes:
      return Kind::kBytes;
    case garter::Kind::kList:
      return Kind::kList;
    case garter::Kind::kTuple:
      return Kind::kTuple;
    case garter::Kind::kDict:
      return Kind::kDict;
    case garter::Kind::kSet:
      return Kind::kSet;
    case garter::Kind::kFrozenSet:
      return Kind::kFrozenSet;
    case garter::Kind::kRange:
      return Kind::kRange;
    case garter::Kind::kSlice:
      return Kind::kSlice;
    case garter::Kind::kFunction:
    case garter::Kind::kBuiltin:
    case garter::Kind::kHostFunction:
    case garter::Kind::kBoundMethod:
      return Kind::kFunction;
    case garter::Kind::kException:
      return Kind::kException;
    default:
      return Kind::kOther;
  }
}

bool ValueView::AsBool() const { return ValueAtBits(bits_).IsTrue(); }

bool ValueView::AsInt64(int64_t* out) const { return vm_ != nullptr && vm_->AsInt64(ValueAtBits(bits_), out); }

size_t ValueView::DecimalText(char* buffer, size_t size) const {
  Value v = ValueAtBits(bits_);
  Sink sink(buffer, size);
  if (v.IsObject(garter::Kind::kInt)) {
    const Int* big = vm_->heap.At<Int>(v);
    if (big->negative()) sink.Add('-');
    Digits(Mutable(vm_), big, &sink);
    return sink.length();
  }
  if (!v.IsSmallInt()) return 0;
  int64_t i = v.AsSmallInt();
  if (i < 0) sink.Add('-');
  uint64_t magnitude = i < 0 ? 0 - static_cast<uint64_t>(i) : static_cast<uint64_t>(i);
  char digits[20];
  int n = 0;
  do digits[n++] = static_cast<char>('0' + magnitude % 10);
  while ((magnitude /= 10) > 0);
  while (n > 0) sink.Add(digits[--n]);
  return sink.length();
}

double ValueView::AsDouble() const {
  Value v = ValueAtBits(bits_);
  return v.IsDouble() ? v.AsDouble() : 0;
}

size_t ValueView::Text(char* buffer, size_t size) const {
  Value v = ValueAtBits(bits_);
  Sink sink(buffer, size);
  if (v.IsObject(garter::Kind::kBytes)) {
    const Bytes* bytes = vm_->heap.At<Bytes>(v);
    for (uint32_t k = 0; k < bytes->length; ++k) sink.Add(static_cast<char>(bytes->data()[k]));
  } else if (v.IsStr()) {
    garter::Text text = vm_->TextOf(v);
    for (uint32_t k = 0; k < text.length; ++k) {
      char encoded[4];
      size_t n = static_cast<size_t>(EncodeUtf8(text[k], encoded));
      for (size_t i = 0; i < n; ++i) sink.Add(encoded[i]);
    }
  }
  return sink.length();
}

size_t ValueView::size() const {
  if (vm_ == nullptr) return 0;
  Value v = ValueAtBits(bits_);
  const Heap& heap = vm_->heap;
  switch (v.kind()) {
    case garter::Kind::kStr:
      return heap.At<Str>(v)->length;
    case garter::Kind::kBytes:
      return heap.At<Bytes>(v)->length;
    case garter::Kind::kList:
      return heap.At<List>(v)->count;
    case garter::Kind::kTuple:
      return heap.At<Tuple>(v)->count;
    case garter::Kind::kDict:
      return heap.At<Dict>(v)->used;
    case garter::Kind::kSet:
    case garter::Kind::kFrozenSet:
      return heap.At<Set>(v)->used;
    case garter::Kind::kRange:
    case garter::Kind::kSlice:
      return 3;
    default:
      return 0;
  }
}

ValueView ValueView::Item(size_t index) const {
  if (vm_ == nullptr || index >= size()) return Nothing(vm_);
  Value v = ValueAtBits(bits_);
  const Heap& heap = vm_->heap;
  switch (v.kind()) {
    case garter::Kind::kList:
      return View(vm_, heap.At<Buffer>(heap.At<List>(v)->buffer)->items()[index]);
    case garter::Kind::kTuple:
      return View(vm_, heap.At<Tuple>(v)->items()[index]);
    case garter::Kind::kRange:
      return View(vm_, (&heap.At<Range>(v)->start)[index]);
    case garter::Kind::kSlice:
      return View(vm_, (&heap.At<Slice>(v)->start)[index]);
    case garter::Kind::kSet:
    case garter::Kind::kFrozenSet: {
      uint32_t position = 0;
      SetEntry* entry = nullptr;
      for (size_t k = 0; k <= index; ++k) entry = NextSetEntry(Mutable(vm_), heap.At<Set>(v), &position);
      return entry == nullptr ? Nothing(vm_) : View(vm_, entry->key);
    }
    default:
      return Nothing(vm_);
  }
}

ValueView ValueView::Key(size_t index) const {
  if (kind() != Kind::kDict) return Nothing(vm_);
  DictEntry* entry = EntryAt(Mutable(vm_), ValueAtBits(bits_), index);
  return entry == nullptr ? Nothing(vm_) : View(vm_, entry->key);
}

ValueView ValueView::ValueAt(size_t index) const {
  if (kind() != Kind::kDict) return Nothing(vm_);
  DictEntry* entry = EntryAt(Mutable(vm_), ValueAtBits(bits_), index);
  return entry == nullptr ? Nothing(vm_) : View(vm_, entry->value);
}

ValueView ValueView::Attribute(std::string_view name) const {
  if (kind() != Kind::kException) return Nothing(vm_);
  const Exception* exception = vm_->heap.At<Exception>(ValueAtBits(bits_));
  if (name == "args") return View(vm_, exception->args);
  if (name == "__cause__") return View(vm_, exception->cause);
  if (name == "__context__") return View(vm_, exception->context);
  if (name == "__suppress_context__")
    return View(vm_, Value::Bool((exception->aux & Exception::kSuppressContext) != 0));
  if (exception->attributes == 0) return Nothing(vm_);
  Value attributes = Value::Object(garter::Kind::kDict, exception->attributes);
  return View(vm_, Mutable(vm_).DictGetAscii(attributes, name));
}

std::string_view ValueView::type_name() const {
  return vm_ == nullptr ? std::string_view() : std::string_view(vm_->TypeNameOf(ValueAtBits(bits_)));
}

size_t Sandbox::global_count() const {
  return vm_ == nullptr || vm_->program_globals.IsUnbound() ? 0 : vm_->DictSize(vm_->program_globals);
}

// A name that is not ASCII is written as UTF-8 above the heap's top, where it stands until the next call.
std::string_view Sandbox::GlobalName(size_t index) const {
  DictEntry* entry = index < global_count() ? EntryAt(*vm_, vm_->program_globals, index) : nullptr;
  if (entry == nullptr || !entry->key.IsStr()) return {};
  Text name = vm_->TextOf(entry->key);
  if (name.ascii) return {reinterpret_cast<const char*>(name.data), name.length};
  if (vm_->heap.room() < uint64_t{name.length} * 4) return {};
  char* at = reinterpret_cast<char*>(vm_->heap.base + vm_->heap.top);
  size_t size = 0;
  for (uint32_t i = 0; i < name.length; ++i) size += EncodeUtf8(name[i], at + size);
  return {at, size};
}

ValueView Sandbox::Global(size_t index) const {
  DictEntry* entry = index < global_count() ? EntryAt(*vm_, vm_->program_globals, index) : nullptr;
  return entry == nullptr ? Nothing(vm_) : View(vm_, entry->value);
}

}  // namespace garter
