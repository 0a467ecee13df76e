// split, rsplit, splitlines, partition, of str and bytes.
//
// The pieces are cut into a fresh list that nobody else has seen, so that running out of room half-way leaves nothing
// behind. rsplit collects from the right and turns the list around at the end, as CPython does.
#include "interpreter/types/str_search.h"
#include "interpreter/types/str_traits.h"

namespace garter {
namespace {

constexpr uint32_t kFirstPieces = 12;

// The pieces cut so far.
template <typename Traits>
class Pieces {
 public:
  Pieces(Vm& vm, Value source) : vm_(vm), source_(source), list_(vm.NewListWithCapacity(kFirstPieces)) {}
  bool ok() const { return !list_.IsUnbound(); }
  [[nodiscard]] bool Cut(uint64_t start, uint64_t end) {
    Value piece = Traits::Range(vm_, source_, start, end);
    return !piece.IsUnbound() && vm_.ListAppend(list_, piece);
  }
  Step Finish(bool backward) {
    List* list = vm_.heap.At<List>(list_);
    if (backward && list->count > 1) {
      Value* items = vm_.heap.At<Buffer>(list->buffer)->items();
      for (uint32_t i = 0, j = list->count - 1; i < j; ++i, --j) {
        Value item = items[i];
        items[i] = items[j];
        items[j] = item;
      }
    }
    return Step::Done(list_);
  }

 private:
  Vm& vm_;
  Value source_;
  Value list_;
};

template <typename Traits>
Step SplitSpaces(Vm& vm, Value source, int64_t limit) {
  Text text = Traits::TextOf(vm, source);
  Pieces<Traits> pieces(vm, source);
  if (!pieces.ok()) return vm.NoRoom();
  if (!vm.meter.Charge(FuelForBytes(ByteCount(text)))) return Step::Limit();
  bool room = true;
  WithWidth(text, [&](auto* data) {
    uint32_t i = 0;
    while (room) {
      while (i < text.length && Traits::IsSpaceAt(data[i])) ++i;
      if (i == text.length) break;
      uint32_t start = i;
      if (limit-- == 0) {  // the rest keeps its spaces at the end
        room = pieces.Cut(start, text.length);
        break;
      }
      while (i < text.length && !Traits::IsSpaceAt(data[i])) ++i;
      room = pieces.Cut(start, i);
    }
  });
  return room ? pieces.Finish(false) : vm.NoRoom();
}

template <typename Traits>
Step RSplitSpaces(Vm& vm, Value source, int64_t limit) {
  Text text = Traits::TextOf(vm, source);
  Pieces<Traits> pieces(vm, source);
  if (!pieces.ok()) return vm.NoRoom();
  if (!vm.meter.Charge(FuelForBytes(ByteCount(text)))) return Step::Limit();
  bool room = true;
  WithWidth(text, [&](auto* data) {
    uint32_t end = text.length;
    while (room) {
      while (end > 0 && Traits::IsSpaceAt(data[end - 1])) --end;
      if (end == 0) break;
      if (limit-- == 0) {  // the rest keeps its spaces at the start
        room = pieces.Cut(0, end);
        break;
      }
      uint32_t start = end;
      while (start > 0 && !Traits::IsSpaceAt(data[start - 1])) --start;
      room = pieces.Cut(start, end);
      end = start;
    }
  });
  return room ? pieces.Finish(true) : vm.NoRoom();
}

template <typename Traits>
Step SplitBy(Vm& vm, Value source, const Text& separator, int64_t limit, bool backward) {
  Text text = Traits::TextOf(vm, source);
  Pieces<Traits> pieces(vm, source);
  if (!pieces.ok()) return vm.NoRoom();
  Searcher searcher(vm, text, separator);
  uint64_t start = 0, end = text.length;
  while (limit-- != 0) {
    int64_t at;
    if (!(backward ? searcher.Backward(start, end, &at) : searcher.Forward(start, end, &at))) return Step::Limit();
    if (at < 0) break;
    auto place = static_cast<uint64_t>(at);
    if (!(backward ? pieces.Cut(place + separator.length, end) : pieces.Cut(start, place))) return vm.NoRoom();
    if (backward)
      end = place;
    else
      start = place + separator.length;
  }
  return pieces.Cut(start, end) ? pieces.Finish(backward) : vm.NoRoom();
}

template <typename Traits>
Step SplitAny(Vm& vm, Native& n, bool backward) {
  int64_t limit = -1;
  if (n.has(2)) {
    Step step = IndexOf(vm, n.arg(2), &limit);
    if (!step.done()) return step;
  }
  if (!n.has(1) || n.arg(1).IsNone()) {
    return backward ? RSplitSpaces<Traits>(vm, n.arg(0), limit) : SplitSpaces<Traits>(vm, n.arg(0), limit);
  }
  if (!Traits::Is(n.arg(1))) {
    if (!Traits::kIsStr) return RaiseNotBytes(vm, n.arg(1));
    return vm.Raise(TypeId::kTypeError, "must be str or None, not %T", n.arg(1));
  }
  Text separator = Traits::TextOf(vm, n.arg(1));
  if (separator.length == 0) return vm.Raise(TypeId::kValueError, "empty separator");
  return SplitBy<Traits>(vm, n.arg(0), separator, limit, backward);
}

template <typename Traits>
Step PartitionAny(Vm& vm, Native& n, bool backward) {
  if (!Traits::Is(n.arg(1))) {
    if (!Traits::kIsStr) return RaiseNotBytes(vm, n.arg(1));
    return vm.Raise(TypeId::kTypeError, "must be str, not %T", n.arg(1));
  }
  Text text = Traits::TextOf(vm, n.arg(0)), separator = Traits::TextOf(vm, n.arg(1));
  if (separator.length == 0) return vm.Raise(TypeId::kValueError, "empty separator");
  Searcher searcher(vm, text, separator);
  int64_t at;
  if (!(backward ? searcher.Backward(0, text.length, &at) : searcher.Forward(0, text.length, &at)))
    return Step::Limit();
  Value parts[3];
  if (at < 0) {
    Value empty = Traits::Empty(vm);
    parts[backward ? 2 : 0] = n.arg(0);
    parts[1] = parts[backward ? 0 : 2] = empty;
    if (empty.IsUnbound()) return vm.NoRoom();
  } else {
    auto place = static_cast<uint64_t>(at);
    parts[0] = Traits::Range(vm, n.arg(0), 0, place);
    parts[1] = n.arg(1);
    parts[2] = Traits::Range(vm, n.arg(0), place + separator.length, text.length);
    if (parts[0].IsUnbound() || parts[2].IsUnbound()) return vm.NoRoom();
  }
  return DoneOrNoRoom(vm, vm.NewTuple(parts, 3));
}

}  // namespace

template <typename Traits>
Step TextSplit(Vm& vm, Native& n) {
  return SplitAny<Traits>(vm, n, false);
}
template <typename Traits>
Step TextRSplit(Vm& vm, Native& n) {
  return SplitAny<Traits>(vm, n, true);
}
template <typename Traits>
Step TextPartition(Vm& vm, Native& n) {
  return PartitionAny<Traits>(vm, n, false);
}
template <typename Traits>
Step TextRPartition(Vm& vm, Native& n) {
  return PartitionAny<Traits>(vm, n, true);
}

template <typename Traits>
Step TextSplitLines(Vm& vm, Native& n) {
  bool keeps_ends = false;
  if (n.has(1)) {
    Step truth = Truth(vm, n.arg(1));
    if (!truth.done()) return truth;
    keeps_ends = truth.value.IsTrue();
  }
  Text text = Traits::TextOf(vm, n.arg(0));
  Pieces<Traits> pieces(vm, n.arg(0));
  if (!pieces.ok()) return vm.NoRoom();
  if (!vm.meter.Charge(FuelForBytes(ByteCount(text)))) return Step::Limit();
  bool room = true;
  WithWidth(text, [&](auto* data) {
    auto breaks = [](uint32_t c) { return Traits::kIsStr ? IsLineBreak(c) : c == '\n' || c == '\r'; };
    for (uint32_t i = 0; i < text.length && room;) {
      uint32_t start = i;
      while (i < text.length && !breaks(data[i])) ++i;
      uint32_t end = i;
      if (i < text.length) i += data[i] == '\r' && i + 1 < text.length && data[i + 1] == '\n' ? 2 : 1;
      room = pieces.Cut(start, keeps_ends ? i : end);
    }
  });
  return room ? pieces.Finish(false) : vm.NoRoom();
}

#define GARTER_BOTH(name)                      \
  template Step name<StrTraits>(Vm&, Native&); \
  template Step name<BytesTraits>(Vm&, Native&);
GARTER_BOTH(TextSplit)
GARTER_BOTH(TextRSplit)
GARTER_BOTH(TextPartition)
GARTER_BOTH(TextRPartition)
GARTER_BOTH(TextSplitLines)
#undef GARTER_BOTH

}  // namespace garter
