// find, index, count, startswith and their like, of str and bytes.
#include "interpreter/types/str_search.h"
#include "interpreter/types/str_traits.h"

namespace garter {
namespace {

Step SliceIndexOf(Vm& vm, Native& n, uint32_t argument, int64_t absent, int64_t* out) {
  *out = absent;
  if (!n.has(argument) || n.arg(argument).IsNone()) return Step::Done(kNone);
  if (vm.AsClampedIndex(n.arg(argument), out)) return Step::Done(kNone);
  return vm.Raise(TypeId::kTypeError, "slice indices must be integers or None or have an __index__ method");
}

// What is looked for, and where.
struct Query {
  Text text;
  Text part;
  int64_t start, end;
  uint8_t byte;  // bytes.find(97): `part` points here
};

template <typename Traits>
Step ReadQuery(Vm& vm, Native& n, const char* name, Query* q) {
  Value part = n.arg(1);
  if (Traits::kIsStr && !part.IsStr())
    return vm.Raise(TypeId::kTypeError, "%s() argument 1 must be str, not %T", name, part);
  q->text = Traits::TextOf(vm, n.arg(0));
  Step bounds = SliceBounds(vm, n, 2, q->text.length, &q->start, &q->end);
  if (!bounds.done()) return bounds;
  if (Traits::Is(part)) {
    q->part = Traits::TextOf(vm, part);
    return bounds;
  }
  if (!part.IsAnyInt() && !part.IsBool()) {
    return vm.Raise(TypeId::kTypeError, "argument should be integer or bytes-like object, not '%T'", part);
  }
  int64_t byte = -1;
  if (!vm.AsInt64(part, &byte) || byte < 0 || byte > 255)
    return vm.Raise(TypeId::kValueError, "byte must be in range(0, 256)");
  q->byte = static_cast<uint8_t>(byte);
  q->part = {&q->byte, 1, 1, false};
  return bounds;
}

// The place of the first or last occurrence, or -1. False: a limit.
bool Locate(Vm& vm, const Query& q, bool backward, int64_t* at) {
  *at = -1;
  if (q.start > q.end) return true;
  if (q.part.length == 0) {
    *at = backward ? q.end : q.start;
    return true;
  }
  Searcher searcher(vm, q.text, q.part);
  auto start = static_cast<uint64_t>(q.start), end = static_cast<uint64_t>(q.end);
  return backward ? searcher.Backward(start, end, at) : searcher.Forward(start, end, at);
}

template <typename Traits>
Step FindAny(Vm& vm, Native& n, const char* name, bool backward, bool must_be_there) {
  Query q;
  Step read = ReadQuery<Traits>(vm, n, name, &q);
  if (!read.done()) return read;
  int64_t at;
  if (!Locate(vm, q, backward, &at)) return Step::Limit();
  if (at < 0 && must_be_there)
    return vm.Raise(TypeId::kValueError, Traits::kIsStr ? "substring not found" : "subsection not found");
  return Step::Done(Value::SmallInt(at));
}

bool FitsAt(const Text& text, const Text& part, uint64_t at) {
  if (part.width == text.width) {
    return part.length == 0 ||
           std::memcmp(Part(text, static_cast<uint32_t>(at), text.length).data, part.data, ByteCount(part)) == 0;
  }
  if (part.width > text.width) return part.length == 0;
  for (uint32_t i = 0; i < part.length; ++i) {
    if (text[static_cast<uint32_t>(at) + i] != part[i]) return false;
  }
  return true;
}

template <typename Traits>
Step StartsOrEnds(Vm& vm, Native& n, const char* name, bool at_end) {
  Text text = Traits::TextOf(vm, n.arg(0));
  int64_t start, end;
  Step bounds = SliceBounds(vm, n, 2, text.length, &start, &end);
  if (!bounds.done()) return bounds;
  auto fits = [&](Value part) {
    Text p = Traits::TextOf(vm, part);
    if (start > end || end - start < p.length) return false;
    return FitsAt(text, p, static_cast<uint64_t>(at_end ? end - p.length : start));
  };
  Value part = n.arg(1);
  if (Traits::Is(part)) return vm.meter.Charge(0) ? Step::Done(Value::Bool(fits(part))) : Step::Limit();
  if (!part.IsObject(Kind::kTuple)) {
    return vm.Raise(TypeId::kTypeError, "%s first arg must be %N or a tuple of %N, not %T", name,
                    static_cast<int>(Traits::kType), static_cast<int>(Traits::kType), part);
  }
  const Tuple* parts = vm.heap.At<Tuple>(part);
  for (uint32_t k = 0; k < parts->count; ++k) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    if (!Traits::Is(parts->items()[k])) {
      if (!Traits::kIsStr) return RaiseNotBytes(vm, parts->items()[k]);
      return vm.Raise(TypeId::kTypeError, "tuple for %s must only contain str, not %T", name, parts->items()[k]);
    }
    if (fits(parts->items()[k])) return Step::Done(kTrue);
  }
  return Step::Done(kFalse);
}

template <typename Traits>
Step RemoveAffix(Vm& vm, Native& n, const char* name, bool at_end) {
  Value part = n.arg(1);
  if (!Traits::Is(part)) {
    if (!Traits::kIsStr) return RaiseNotBytes(vm, part);
    return vm.Raise(TypeId::kTypeError, "%s() argument must be str, not %T", name, part);
  }
  Text text = Traits::TextOf(vm, n.arg(0)), affix = Traits::TextOf(vm, part);
  uint32_t start = 0, end = text.length;
  if (affix.length <= text.length && FitsAt(text, affix, at_end ? text.length - affix.length : 0)) {
    if (at_end)
      end -= affix.length;
    else
      start = affix.length;
  }
  return DoneOrNoRoom(vm, Traits::Range(vm, n.arg(0), start, end));
}

}  // namespace

Step SliceBounds(Vm& vm, Native& n, uint32_t first, uint32_t length, int64_t* start, int64_t* end) {
  Step step = SliceIndexOf(vm, n, first, 0, start);
  if (!step.done()) return step;
  step = SliceIndexOf(vm, n, first + 1, length, end);
  if (!step.done()) return step;
  if (*end > length) *end = length;
  if (*end < 0 && (*end += length) < 0) *end = 0;
  if (*start < 0 && (*start += length) < 0) *start = 0;
  return step;
}

template <typename Traits>
Step TextFind(Vm& vm, Native& n) {
  return FindAny<Traits>(vm, n, "find", false, false);
}
template <typename Traits>
Step TextRFind(Vm& vm, Native& n) {
  return FindAny<Traits>(vm, n, "rfind", true, false);
}
template <typename Traits>
Step TextIndex(Vm& vm, Native& n) {
  return FindAny<Traits>(vm, n, "index", false, true);
}
template <typename Traits>
Step TextRIndex(Vm& vm, Native& n) {
  return FindAny<Traits>(vm, n, "rindex", true, true);
}

template <typename Traits>
Step TextCount(Vm& vm, Native& n) {
  Query q;
  Step read = ReadQuery<Traits>(vm, n, "count", &q);
  if (!read.done()) return read;
  if (q.start > q.end) return Step::Done(Value::SmallInt(0));
  if (q.part.length == 0) return Step::Done(Value::SmallInt(q.end - q.start + 1));
  Searcher searcher(vm, q.text, q.part);
  int64_t count = 0, at = q.start;
  for (;; ++count, at += q.part.length) {
    if (!searcher.Forward(static_cast<uint64_t>(at), static_cast<uint64_t>(q.end), &at) || !vm.meter.Charge(1))
      return Step::Limit();
    if (at < 0) return Step::Done(Value::SmallInt(count));
  }
}

template <typename Traits>
Step TextStartsWith(Vm& vm, Native& n) {
  return StartsOrEnds<Traits>(vm, n, "startswith", false);
}
template <typename Traits>
Step TextEndsWith(Vm& vm, Native& n) {
  return StartsOrEnds<Traits>(vm, n, "endswith", true);
}
template <typename Traits>
Step TextRemovePrefix(Vm& vm, Native& n) {
  return RemoveAffix<Traits>(vm, n, "removeprefix", false);
}
template <typename Traits>
Step TextRemoveSuffix(Vm& vm, Native& n) {
  return RemoveAffix<Traits>(vm, n, "removesuffix", true);
}

#define GARTER_BOTH(name)                      \
  template Step name<StrTraits>(Vm&, Native&); \
  template Step name<BytesTraits>(Vm&, Native&);
GARTER_BOTH(TextFind)
GARTER_BOTH(TextRFind)
GARTER_BOTH(TextIndex)
GARTER_BOTH(TextRIndex)
GARTER_BOTH(TextCount)
GARTER_BOTH(TextStartsWith)
GARTER_BOTH(TextEndsWith)
GARTER_BOTH(TextRemovePrefix)
GARTER_BOTH(TextRemoveSuffix)
#undef GARTER_BOTH

}  // namespace garter
