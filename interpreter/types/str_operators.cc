// Operators of str: +, *, slices, `in`, order. A str that grows by `s += x` shares one buffer with the strs it grew
// from, so that a loop of appends is linear:
//
//   a  ──▶ buffer: [h e l l o . . . .]      a.length = 3, b.length = 5, fill = 5
//   b  ──▶   (the same)                     b + "x" writes at 5; a + "x" would overwrite b, and copies instead
#include "interpreter/types/str.h"

#include "interpreter/types/str_characters.h"
#include "interpreter/types/str_search.h"

namespace garter {
namespace {

constexpr uint64_t kSharedFrom = 257;  // characters of a result that gets a buffer to grow in

// A view of the first `length` characters of a buffer.
Str* NewView(Vm& vm, uint64_t length, int width, bool ascii) {
  Str* view = vm.heap.New<Str>(Kind::kStr, static_cast<uint16_t>(width | (ascii ? Str::kAscii : 0)));
  if (view == nullptr) return nullptr;
  view->length = static_cast<uint32_t>(length);
  view->buffer = ~0u;  // whoever is still without a buffer has the size of a view
  view->hash = 0;
  return view;
}

BytesBuffer* NewBuffer(Vm& vm, uint64_t bytes) {
  uint64_t capacity = (bytes + bytes / 2 + 7) & ~uint64_t{7};
  BytesBuffer* buffer = vm.heap.Allocate<BytesBuffer>(Kind::kBytesBuffer, sizeof(BytesBuffer) + capacity);
  if (buffer == nullptr) return nullptr;
  buffer->capacity = static_cast<uint32_t>(capacity);
  buffer->fill = 0;
  return buffer;
}

// The buffer of `a` when its free part begins where `a` ends and has room for so many bytes more.
BytesBuffer* BufferToGrow(Vm& vm, Value a, uint64_t length, int width, uint64_t more) {
  uint32_t handle = vm.heap.At<Str>(a)->buffer;
  if (handle == 0 || vm.heap.At<Str>(a)->width() != width) return nullptr;
  BytesBuffer* buffer = vm.heap.At<BytesBuffer>(handle);
  uint64_t end = length * static_cast<uint64_t>(width);
  return buffer->fill == end && end + more <= buffer->capacity ? buffer : nullptr;
}

Step Grow(Vm& vm, Value a, const Text& x, const Text& y) {
  int width = x.width > y.width ? x.width : y.width;
  uint64_t length = uint64_t{x.length} + y.length;
  uint64_t start = uint64_t{x.length} * static_cast<uint64_t>(width);
  uint64_t more = uint64_t{y.length} * static_cast<uint64_t>(width);
  uint32_t top = vm.heap.top;
  Str* view = NewView(vm, length, width, x.ascii && y.ascii);
  if (view == nullptr) return vm.NoRoom();
  BytesBuffer* buffer = BufferToGrow(vm, a, x.length, width, more);
  if (buffer == nullptr) {
    buffer = NewBuffer(vm, start + more);
    if (buffer == nullptr) {
      vm.heap.top = top;
      return vm.NoRoom();
    }
    CopyCharacters(buffer->data(), width, x);
  }
  CopyCharacters(buffer->data() + start, width, y);
  buffer->fill = static_cast<uint32_t>(start + more);
  view->buffer = vm.heap.HandleOf(buffer);
  if (!vm.meter.Charge(FuelForBytes(more))) return Step::Limit();
  return Step::Done(vm.heap.ValueOf(view));
}

template <typename C>
void TakeEvery(const C* from, int64_t start, int64_t step, int64_t count, C* to) {
  for (int64_t i = 0; i < count; ++i, start += step) to[i] = from[start];
}

}  // namespace

Step StrConcat(Vm& vm, Value a, Value b) {
  Text x = vm.TextOf(a), y = vm.TextOf(b);
  if (y.length == 0) return Step::Done(a);
  if (x.length == 0) return Step::Done(b);
  uint64_t length = uint64_t{x.length} + y.length;
  if (length >= kSharedFrom) return Grow(vm, a, x, y);
  int width = x.width > y.width ? x.width : y.width;
  Str* str = NewCharacters(vm, length, width, x.ascii && y.ascii);
  if (str == nullptr) return vm.NoRoom();
  CopyCharacters(str->inline_data(), width, x);
  CopyCharacters(str->inline_data() + static_cast<size_t>(x.length) * static_cast<size_t>(width), width, y);
  return Step::Done(vm.heap.ValueOf(str));
}

Step StrRepeat(Vm& vm, Value s, int64_t count) {
  Text text = vm.TextOf(s);
  if (count == 1 || text.length == 0) return Step::Done(s);
  if (count == 0) return DoneOrNoRoom(vm, vm.NewStrAscii(""));
  if (count > INT64_MAX / text.length) return vm.Raise(TypeId::kOverflowError, "repeated string is too long");
  uint64_t length = text.length * static_cast<uint64_t>(count);
  if (length > 0xFFFF'FFFF) {
    vm.heap.wanted = 0xFFFF'FFFF;
    return vm.NoRoom();
  }
  Str* str = NewCharacters(vm, length, text.width, text.ascii);
  if (str == nullptr) return vm.NoRoom();
  FillRepeated(str->inline_data(), text.data, ByteCount(text), length * static_cast<uint64_t>(text.width));
  return vm.meter.Charge(0) ? Step::Done(vm.heap.ValueOf(str)) : Step::Limit();
}

Step StrSlice(Vm& vm, Value s, int64_t start, int64_t step, int64_t count) {
  if (step == 1 || count <= 1) {
    if (count <= 0) start = count = 0;
    return DoneOrNoRoom(vm, vm.NewStrRange(s, static_cast<uint32_t>(start), static_cast<uint32_t>(start + count)));
  }
  Text text = vm.TextOf(s);
  uint32_t top = vm.heap.top;
  Str* str = NewCharacters(vm, static_cast<uint64_t>(count), text.width, text.ascii);
  if (str == nullptr) return vm.NoRoom();
  if (!vm.meter.Charge(static_cast<uint64_t>(count) >> 4)) return Step::Limit();
  WithWidth(text, [&](auto* from) {
    TakeEvery(from, start, step, count,
              reinterpret_cast<std::remove_const_t<std::remove_reference_t<decltype(*from)>>*>(str->inline_data()));
  });
  Value all = vm.heap.ValueOf(str);
  if (text.ascii) return Step::Done(all);
  uint32_t bits = CharacterBits(vm.TextOf(all));
  if (WidthOf(bits) == text.width) {
    if (bits < 0x80) str->aux |= Str::kAscii;  // one byte a character: wider strs are never ASCII
    return Step::Done(all);
  }
  // The wide characters were left out: a narrower copy takes the place.
  Value narrow = vm.NewStrCharacters(vm.TextOf(all));
  if (narrow.IsUnbound()) vm.heap.top = top;
  return DoneOrNoRoom(vm, narrow);
}

Step StrContains(Vm& vm, Value s, Value part) {
  int64_t at = -1;
  if (!FindText(vm, vm.TextOf(s), vm.TextOf(part), &at)) return Step::Limit();
  return Step::Done(Value::Bool(at >= 0));
}

int StrCompare(Vm& vm, Value a, Value b) {
  Text x = vm.TextOf(a), y = vm.TextOf(b);
  uint32_t shorter = x.length < y.length ? x.length : y.length;
  vm.meter.used += FuelForBytes(shorter);
  if (x.width == 1 && y.width == 1) {
    int order = shorter == 0 ? 0 : std::memcmp(x.data, y.data, shorter);
    if (order != 0) return order < 0 ? -1 : 1;
  } else {
    int order = WithWidth(x, [&](auto* p) {
      return WithWidth(y, [&](auto* q) {
        for (uint32_t i = 0; i < shorter; ++i) {
          if (p[i] != q[i]) return p[i] < q[i] ? -1 : 1;
        }
        return 0;
      });
    });
    if (order != 0) return order;
  }
  return x.length == y.length ? 0 : x.length < y.length ? -1 : 1;
}

}  // namespace garter
