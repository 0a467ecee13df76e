// Operators of bytes: +, *, slices, `in`, order.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/types/bytes.h"

#include "interpreter/types/bytes_text.h"
#include "interpreter/types/str_search.h"

namespace garter {

Step BytesConcat(Vm& vm, Value a, Value b) {
  Text x = BytesText(vm, a), y = BytesText(vm, b);
  if (y.length == 0) return Step::Done(a);
  if (x.length == 0) return Step::Done(b);
  Value result = vm.NewBytes(nullptr, uint64_t{x.length} + y.length);
  if (result.IsUnbound()) return vm.NoRoom();
  uint8_t* data = vm.heap.At<Bytes>(result)->data();
  CopyBytes(data, x.data, x.length);
  CopyBytes(data + x.length, y.data, y.length);
  return Step::Done(result);
}

Step BytesRepeat(Vm& vm, Value s, int64_t count) {
  Text text = BytesText(vm, s);
  if (count == 1 || text.length == 0) return Step::Done(s);
  if (count > INT64_MAX / text.length) return vm.Raise(TypeId::kOverflowError, "repeated bytes are too long");
  uint64_t size = text.length * static_cast<uint64_t>(count);
  if (size > 0xFFFF'FFFF) {
    vm.heap.wanted = 0xFFFF'FFFF;
    return vm.NoRoom();
  }
  Value result = vm.NewBytes(nullptr, size);
  if (result.IsUnbound()) return vm.NoRoom();
  FillRepeated(vm.heap.At<Bytes>(result)->data(), text.data, text.length, size);
  return vm.meter.Charge(0) ? Step::Done(result) : Step::Limit();
}

Step BytesSlice(Vm& vm, Value s, int64_t start, int64_t step, int64_t count) {
  Text text = BytesText(vm, s);
  if (step == 1 || count <= 1) {
    if (count <= 0) start = count = 0;
    return DoneOrNoRoom(vm, NewBytesRange(vm, s, static_cast<uint32_t>(start), static_cast<uint32_t>(start + count)));
  }
  Value result = vm.NewBytes(nullptr, static_cast<uint64_t>(count));
  if (result.IsUnbound()) return vm.NoRoom();
  if (!vm.meter.Charge(static_cast<uint64_t>(count) >> 4)) return Step::Limit();
  uint8_t* data = vm.heap.At<Bytes>(result)->data();
  for (int64_t i = 0; i < count; ++i, start += step) data[i] = text.data[start];
  return Step::Done(result);
}

Step BytesContains(Vm& vm, Value s, Value part) {
  int64_t byte = 0;
  uint8_t character;
  Text wanted = {&character, 1, 1, false};
  if (part.IsObject(Kind::kBytes)) {
    wanted = BytesText(vm, part);
  } else if (part.IsAnyInt() || part.IsBool()) {
    if (!vm.AsInt64(part, &byte) || byte < 0 || byte > 255) {
      return vm.Raise(TypeId::kValueError, "byte must be in range(0, 256)");
    }
    character = static_cast<uint8_t>(byte);
  } else {
    return vm.Raise(TypeId::kTypeError, "a bytes-like object is required, not '%T'", part);
  }
  int64_t at = -1;
  if (!FindText(vm, BytesText(vm, s), wanted, &at)) return Step::Limit();
  return Step::Done(Value::Bool(at >= 0));
}

int BytesCompare(Vm& vm, Value a, Value b) {
  Text x = BytesText(vm, a), y = BytesText(vm, b);
  uint32_t shorter = x.length < y.length ? x.length : y.length;
  vm.meter.used += FuelForBytes(shorter);
  int order = shorter == 0 ? 0 : std::memcmp(x.data, y.data, shorter);
  if (order != 0) return order < 0 ? -1 : 1;
  return x.length == y.length ? 0 : x.length < y.length ? -1 : 1;
}

}  // namespace garter
