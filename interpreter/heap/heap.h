// The heap: a bump allocator with a write barrier over the lower part of the span.
//
//      base     constants        old | young      top ->        <- floor   registers      end
//   0 [ unused | frozen objects | objects ........ | ... free ... | ................. ]
//                                ^start           ^watermark
//
// Objects grow up, the register stack grows down; the memory limit is that they do not meet (I2). Allocate() never
// collects and never moves anything: pointers into the heap stay good until the step, or the opcode, returns to the
// loop. When there is no room it answers null; the step then answers Step::More(bytes), the loop collects at its
// safepoint and enters the step again in the same phase with the same input. Collections are otherwise asked for by
// bytes allocated alone (Meter::AskForSafepoint), so that the schedule is deterministic.
// Every allocation charges fuel for the object and its bytes: collection is prepaid and itself free of charge (I3).
#ifndef GARTER_INTERPRETER_HEAP_HEAP_H_
#define GARTER_INTERPRETER_HEAP_HEAP_H_

#include <cstdint>
#include <cstring>

#include "interpreter/base/check.h"
#include "interpreter/base/meter.h"
#include "interpreter/heap/object.h"
#include "interpreter/heap/value.h"

namespace garter {

class Heap {
 public:
  static constexpr uint32_t kNursery = 1u << 20;    // bytes between two minor collections
  static constexpr uint32_t kLeastFull = 8u << 20;  // bytes of objects below which no collection is a full one
  static constexpr uint32_t kStackReserve = 4096;   // bytes kept between objects and registers
  static constexpr uint64_t kFuelPerObject = 1;
  static constexpr int kFuelByteShift = 6;  // one more unit for every 64 bytes

  char* base = nullptr;
  uint32_t start = 0;           // first object that may move
  uint32_t watermark = 0;       // objects below are old
  uint32_t top = 0;             // next allocation
  uint32_t trigger = 0;         // top beyond this asks for a collection
  uint32_t full_trigger = 0;    // top beyond this makes it a full one
  uint32_t nursery = kNursery;  // bytes between two collections; less under small caps
  uint32_t floor = 0;           // lowest byte the register stack may use now; everything below belongs to objects
  uint32_t remembered = 0;      // head of the list of remembered objects
  uint32_t wanted = 0;          // bytes that the last failed Allocate asked for
  uint32_t peak = 0;            // highest use seen at a collection or at the end, objects and registers, bytes
  uint32_t lowest = 0;          // in stress builds: where `start` was at the beginning of the run
  bool stressed = false;        // in stress builds: collect at every safepoint, see collector.h
  Meter* meter = nullptr;

  template <typename T>
  T* At(uint32_t handle) const {
    return reinterpret_cast<T*>(base + handle);
  }
  template <typename T>
  T* At(Value v) const {
    return reinterpret_cast<T*>(base + v.handle());
  }
  uint32_t HandleOf(const void* object) const { return static_cast<uint32_t>(static_cast<const char*>(object) - base); }
  Value ValueOf(const Object* object) const { return Value::Object(object->kind(), HandleOf(object)); }

  // The number of bytes that Allocate could give now.
  uint32_t room() const { return top + kStackReserve < floor ? floor - kStackReserve - top : 0; }

  // `size` bytes, rounded up to 8; header filled in, the rest uninitialised. Null: no room, nothing was changed.
  template <typename T>
  T* Allocate(Kind kind, uint64_t size, uint16_t aux = 0) {
    size = (size + 7) & ~uint64_t{7};
    if (__builtin_expect(size + top + kStackReserve > floor, 0)) {
      wanted = size > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(size);
      return nullptr;
    }
    T* object = reinterpret_cast<T*>(base + top);
    top += static_cast<uint32_t>(size);
    meter->used += kFuelPerObject + (size >> kFuelByteShift);
    if (__builtin_expect(top > trigger, 0)) meter->AskForSafepoint();
    uint64_t header = static_cast<uint64_t>(kind) | (uint64_t{aux} << 16);
    std::memcpy(static_cast<void*>(object), &header, 8);
    return object;
  }
  // Room for `objects` that are made elsewhere and copied here as they are, one behind another. REQUIRES: bytes is a
  // multiple of 8 and no more than room().
  char* Claim(uint32_t bytes, uint32_t objects) {
    char* at = base + top;
    top += bytes;
    meter->used += objects * kFuelPerObject + (bytes >> kFuelByteShift);
    if (top > trigger) meter->AskForSafepoint();
    return at;
  }
  template <typename T>
  T* New(Kind kind, uint16_t aux = 0) {
    return Allocate<T>(kind, sizeof(T), aux);
  }

  // The write barrier: `holder` now refers to `value`.
  void Remember(Object* holder, Value value) {
    if (value.IsObject() && value.handle() >= watermark && HandleOf(holder) < watermark &&
        (holder->flags & Object::kRemembered) == 0 && HandleOf(holder) >= start) {
      holder->flags |= Object::kRemembered;
      holder->link = remembered;
      remembered = HandleOf(holder);
    }
  }
  void Store(Object* holder, Value* slot, Value value) {
    *slot = value;
    Remember(holder, value);
  }
  // REQUIRES: `object` is null or an object; `slot` is a handle field of `holder`.
  void StoreHandle(Object* holder, uint32_t* slot, const Object* object) {
    *slot = object == nullptr ? 0 : HandleOf(object);
    if (object != nullptr) Remember(holder, Value::Object(object->kind(), *slot));
  }

  // Bytes that an object takes, header included (sizes.h has it inline).
  uint32_t SizeOf(const Object* object) const;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_HEAP_HEAP_H_
