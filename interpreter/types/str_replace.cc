// replace and join, of str and bytes.
#include "interpreter/types/str_search.h"
#include "interpreter/types/str_traits.h"
#include "interpreter/vm/classes.h"

namespace garter {
namespace {

// The texts of a replacement. The result's width is that of the wider of source and replacement; a str whose only wide
// characters were replaced is narrowed at the end.
struct Replacement {
  Text source, old_text, new_text;
  int64_t limit;
};

bool NextMatch(Searcher& searcher, const Replacement& r, uint64_t from, int64_t* at) {
  return searcher.Forward(from, r.source.length, at);
}

// The number of matches that will be replaced. False: a limit.
bool CountMatches(Vm& vm, Searcher& searcher, const Replacement& r, uint64_t* count) {
  *count = 0;
  for (uint64_t from = 0; static_cast<int64_t>(*count) != r.limit; ++*count) {
    int64_t at;
    if (!NextMatch(searcher, r, from, &at) || !vm.meter.Charge(1)) return false;
    if (at < 0) return true;
    from = static_cast<uint64_t>(at) + r.old_text.length;
  }
  return true;
}

class Writer {
 public:
  Writer(uint8_t* data, int width) : data_(data), width_(width) {}
  void Put(const Text& text) {
    CopyCharacters(data_, width_, text);
    data_ += static_cast<size_t>(text.length) * static_cast<size_t>(width_);
  }

 private:
  uint8_t* data_;
  int width_;
};

// s.replace('', x): x before every character and at the end.
void Interleave(const Replacement& r, uint64_t count, Writer& out) {
  out.Put(r.new_text);
  for (uint32_t i = 0; i + 1 < count; ++i) {
    out.Put(Part(r.source, i, i + 1));
    out.Put(r.new_text);
  }
  out.Put(Part(r.source, static_cast<uint32_t>(count - 1), r.source.length));
}

template <typename Traits>
Step NarrowIfNeeded(Vm& vm, Value result) {
  if constexpr (Traits::kIsStr) {
    Text text = vm.TextOf(result);
    if (text.ascii) return Step::Done(result);
    uint32_t bits = CharacterBits(text);
    if (WidthOf(bits) < text.width) return DoneOrNoRoom(vm, vm.NewStrCharacters(text));
    if (bits < 0x80) vm.heap.At<Str>(result)->aux |= Str::kAscii;
  }
  return Step::Done(result);
}

template <typename Traits>
Step Replace(Vm& vm, Value source, const Replacement& r) {
  if (r.limit == 0 || r.old_text.length > r.source.length) return Step::Done(source);
  Searcher searcher(vm, r.source, r.old_text);
  uint64_t count;
  if (r.old_text.length == 0) {
    count = uint64_t{r.source.length} + 1;
    if (r.limit >= 0 && static_cast<uint64_t>(r.limit) < count) count = static_cast<uint64_t>(r.limit);
  } else if (!CountMatches(vm, searcher, r, &count)) {
    return Step::Limit();
  }
  if (count == 0) return Step::Done(source);
  uint64_t length = r.source.length - count * r.old_text.length + count * r.new_text.length;
  int width = r.source.width > r.new_text.width ? r.source.width : r.new_text.width;
  uint8_t* data = nullptr;
  Value result = NewText<Traits>(vm, length, width, r.source.ascii && r.new_text.ascii, &data);
  if (result.IsUnbound()) return vm.NoRoom();
  if (length == 0) return Step::Done(result);
  Writer out(data, width);
  if (!vm.meter.Charge(count / 4)) return Step::Limit();
  if (r.old_text.length == 0) {
    Interleave(r, count, out);
    return Step::Done(result);
  }
  uint64_t from = 0;
  for (; count > 0; --count) {
    int64_t at;
    if (!NextMatch(searcher, r, from, &at)) return Step::Limit();
    out.Put(Part(r.source, static_cast<uint32_t>(from), static_cast<uint32_t>(at)));
    out.Put(r.new_text);
    from = static_cast<uint64_t>(at) + r.old_text.length;
  }
  out.Put(Part(r.source, static_cast<uint32_t>(from), r.source.length));
  return NarrowIfNeeded<Traits>(vm, result);
}

// One character for another: a copy and a pass over it.
template <typename Traits>
Step ReplaceCharacter(Vm& vm, Value source, const Replacement& r) {
  const void* first = r.source.length == 0 ? nullptr : std::memchr(r.source.data, r.old_text.data[0], r.source.length);
  if (!vm.meter.Charge(FuelForBytes(r.source.length))) return Step::Limit();
  if (first == nullptr) return Step::Done(source);
  uint8_t* data = nullptr;
  Value result = NewText<Traits>(vm, r.source.length, 1, r.source.ascii && r.new_text.ascii, &data);
  if (result.IsUnbound()) return vm.NoRoom();
  uint8_t from = r.old_text.data[0], to = r.new_text.data[0];
  for (uint32_t i = 0; i < r.source.length; ++i) data[i] = r.source.data[i] == from ? to : r.source.data[i];
  return NarrowIfNeeded<Traits>(vm, result);
}

// ---- join -------------------------------------------------------------------------------------------------------

// The pieces of a join: the items of a list or tuple.
struct Items {
  const Value* first;
  uint32_t count;
};

Items ItemsOf(Vm& vm, Value sequence) {
  if (sequence.IsObject(Kind::kTuple))
    return {vm.heap.At<Tuple>(sequence)->items(), vm.heap.At<Tuple>(sequence)->count};
  const List* list = vm.heap.At<List>(sequence);
  return {list->count == 0 ? nullptr : vm.heap.At<Buffer>(list->buffer)->items(), list->count};
}

template <typename Traits>
Step JoinItems(Vm& vm, Value separator, Value sequence) {
  Items items = ItemsOf(vm, sequence);
  if (!vm.meter.Charge(items.count / 4)) return Step::Limit();
  Text between = Traits::TextOf(vm, separator);
  uint64_t length = 0;
  int width = items.count > 1 ? between.width : 1;
  bool ascii = items.count <= 1 || between.ascii;
  for (uint32_t k = 0; k < items.count; ++k) {
    if (!Traits::Is(Plain(vm, items.first[k]))) {
      return vm.Raise(TypeId::kTypeError,
                      Traits::kIsStr ? "sequence item %d: expected str instance, %T found"
                                     : "sequence item %d: expected a bytes-like object, %T found",
                      int64_t{k}, items.first[k]);
    }
    Text text = Traits::TextOf(vm, Plain(vm, items.first[k]));
    length += text.length + (k > 0 ? between.length : 0);
    if (text.width > width) width = text.width;
    ascii = ascii && text.ascii;
  }
  if (items.count == 1) return Step::Done(Plain(vm, items.first[0]));
  uint8_t* data = nullptr;
  Value result = NewText<Traits>(vm, length, width, ascii, &data);
  if (result.IsUnbound()) return vm.NoRoom();
  if (length == 0) return Step::Done(result);
  Writer out(data, width);
  for (uint32_t k = 0; k < items.count; ++k) {
    if (k > 0 && between.length > 0) out.Put(between);
    out.Put(Traits::TextOf(vm, Plain(vm, items.first[k])));
  }
  return vm.meter.Charge(0) ? Step::Done(result) : Step::Limit();
}

}  // namespace

template <typename Traits>
Step TextReplace(Vm& vm, Native& n) {
  for (uint32_t k = 1; k <= 2; ++k) {
    if (Traits::Is(n.arg(k))) continue;
    if (!Traits::kIsStr) return RaiseNotBytes(vm, n.arg(k));
    return vm.Raise(TypeId::kTypeError, "replace() argument %d must be str, not %T", int64_t{k}, n.arg(k));
  }
  Replacement r = {Traits::TextOf(vm, n.arg(0)), Traits::TextOf(vm, n.arg(1)), Traits::TextOf(vm, n.arg(2)), -1};
  if (n.has(3)) {
    Step step = IndexOf(vm, n.arg(3), &r.limit);
    if (!step.done()) return step;
  }
  bool narrow = r.source.width == 1 && r.old_text.width == 1 && r.new_text.width == 1;
  if (narrow && r.limit < 0 && r.old_text.length == 1 && r.new_text.length == 1)
    return ReplaceCharacter<Traits>(vm, n.arg(0), r);
  return Replace<Traits>(vm, n.arg(0), r);
}

// Anything but a list or tuple is first collected into a list: slot 0 the iterator, slot 1 the list. Room for an item is
// made before it is asked for, so that running out of room loses none; phase 2 goes on with what is collected already.
template <typename Traits>
Step TextJoin(Vm& vm, Native& n) {
  if (n.phase == 0) {
    Value source = n.arg(1);
    if (source.IsObject(Kind::kList) || source.IsObject(Kind::kTuple)) return JoinItems<Traits>(vm, n.arg(0), source);
    Value list = vm.NewListWithCapacity(8);
    if (list.IsUnbound()) return vm.NoRoom();
    Step iterator = GetIter(vm, source);
    if (iterator.action == Action::kRaise) return vm.Raise(TypeId::kTypeError, "can only join an iterable");
    if (!iterator.done()) return iterator;
    Step hint = LengthHint(vm, iterator.value);
    if (!hint.done()) return hint;
    n.slot(0) = iterator.value;
    n.slot(1) = list;
  } else if (n.phase == 1 && !n.stopped && !vm.ListAppend(n.slot(1), n.input)) {
    return vm.NoRoom();
  }
  if (n.phase == 1 && n.stopped) return JoinItems<Traits>(vm, n.arg(0), n.slot(1));
  n.phase = 2;
  for (;;) {
    if (!vm.ListReserve(n.slot(1), uint64_t{vm.heap.At<List>(n.slot(1))->count} + 1)) return vm.NoRoom();
    Step step = Next(vm, n.slot(0));
    if (step.action == Action::kCall) return n.Next(1, n.slot(0));
    if (step.action == Action::kStop) return JoinItems<Traits>(vm, n.arg(0), n.slot(1));
    if (!step.done()) return step;
    vm.ListAppend(n.slot(1), step.value);
    if (!vm.meter.Charge(1)) return Step::Limit();
  }
}

#define GARTER_BOTH(name)                      \
  template Step name<StrTraits>(Vm&, Native&); \
  template Step name<BytesTraits>(Vm&, Native&);
GARTER_BOTH(TextReplace)
GARTER_BOTH(TextJoin)
#undef GARTER_BOTH

}  // namespace garter
