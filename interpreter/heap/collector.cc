// Mark, plan, update, slide: see collector.h.
//
// Most of what is young is dead, so that walking from object to object would cost more than all the rest. A map with one
// bit for every eight bytes says where live objects are; it lies behind the heap's top, in front of the mark stack. When
// there is no room for it, under the cap, the objects are walked over one by one: slower, with the same result.
#include "interpreter/heap/collector.h"

#include "interpreter/base/copy_bytes.h"
#include "interpreter/heap/references.h"
#include "interpreter/heap/sizes.h"
#include "interpreter/vm/frames.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#define GARTER_POISON(at, size) ASAN_POISON_MEMORY_REGION(at, size)
#define GARTER_UNPOISON(at, size) ASAN_UNPOISON_MEMORY_REGION(at, size)
#endif
#endif
#ifndef GARTER_POISON
#define GARTER_POISON(at, size) static_cast<void>(0)
#define GARTER_UNPOISON(at, size) static_cast<void>(0)
#endif

namespace garter {
namespace {

class Collection {
 public:
  Collection(Vm& vm, Value* extent, bool full)
      : vm_(vm), heap_(vm.heap), extent_(extent), from_(full ? vm.heap.start : vm.heap.watermark) {
    uint32_t low = (heap_.top + 7) & ~7u;
    uint32_t free_bytes = heap_.floor > low ? heap_.floor - low : 0;
    uint32_t map_bytes = ((heap_.top - from_) / (kGrain * 64) + 1) * 8;
    if (map_bytes <= free_bytes / 4 && !heap_.stressed) {  // a stress collection may slide over it
      map_ = reinterpret_cast<uint64_t*>(heap_.base + low);
      map_words_ = map_bytes / 8;
      std::memset(map_, 0, map_bytes);
      low += map_bytes;
    }
    stack_ = reinterpret_cast<uint32_t*>(heap_.base + low);
    stack_limit_ = free_bytes / 8;
  }

  // False: the host's clock or flag ended the run meanwhile.
  bool Run(bool full) {
    if (full) ForgetRemembered();
    MarkRoots();
    Drain();
    uint32_t to = Target(full);
    uint32_t new_top = Plan(to);
    Update();
    Slide();
    Discard(to, new_top);
    heap_.top = new_top;
    heap_.watermark = new_top;
    if (!full) ForgetRemembered();
    heap_.remembered = 0;
    return true;
  }

 private:
  static constexpr uint32_t kGrain = 8;  // bytes for each bit of the map: objects begin at multiples of it

  bool Moves(uint32_t handle) const { return handle >= from_ && handle < heap_.top; }

  // Nothing to visit: most strs, bytes, ints.
  static bool IsLeaf(const Object* object) {
    Kind kind = object->kind();
    if (kind == Kind::kStr) return static_cast<const Str*>(object)->buffer == 0;
    return kind == Kind::kInt || kind == Kind::kBytes || kind == Kind::kBytesBuffer;
  }

  // Calls visit(handle, object) for each marked object in the order of addresses.
  template <typename Visit>
  void ForEachMarked(Visit visit) {
    for (uint32_t word = 0; word < map_words_; ++word) {
      for (uint64_t bits = map_[word]; bits != 0; bits &= bits - 1) {
        uint32_t at = from_ + (word * 64 + static_cast<uint32_t>(__builtin_ctzll(bits))) * kGrain;
        visit(at, heap_.At<Object>(at));
      }
    }
    if (map_ != nullptr) return;
    for (uint32_t at = from_; at < heap_.top;) {
      Object* object = heap_.At<Object>(at);
      uint32_t size = SizeOfObject(object);
      if (object->flags & Object::kMarked) visit(at, object);
      at += size;
    }
  }

  void MarkHandle(uint32_t handle) {
    if (!Moves(handle)) return;
    Object* object = heap_.At<Object>(handle);
    if (object->flags & Object::kMarked) return;
    object->flags |= Object::kMarked;
    if (map_ != nullptr) {
      uint32_t grain = (handle - from_) / kGrain;
      map_[grain / 64] |= uint64_t{1} << (grain & 63);
    }
    if (IsLeaf(object)) return;
    if (depth_ < stack_limit_)
      stack_[depth_++] = handle;
    else
      overflowed_ = true;
  }
  void MarkValue(Value v) {
    if (v.IsObject()) MarkHandle(v.handle());
  }
  void MarkChildren(Object* object) {
    ForEachReference(
        object, [&](Value* v) { MarkValue(*v); },
        [&](uint32_t* h) {
          if (*h != 0) MarkHandle(*h);
        });
  }

  void MarkRoots() {
    for (int i = 0; i < Vm::kRootCount; ++i) MarkValue(vm_.roots()[i]);
    for (Value* r = extent_; r < vm_.stack_end; ++r) MarkValue(*r);
    for (uint32_t h = heap_.remembered; h != 0; h = heap_.At<Object>(h)->link) MarkChildren(heap_.At<Object>(h));
  }

  void Drain() {
    do {
      while (depth_ > 0) MarkChildren(heap_.At<Object>(stack_[--depth_]));
      if (!overflowed_) return;
      // The mark stack was too small: visit the children of everything marked once more. Each round marks at least
      // one object more, so this ends.
      overflowed_ = false;
      ForEachMarked([&](uint32_t, Object* object) {
        MarkChildren(object);
        while (depth_ > 0) MarkChildren(heap_.At<Object>(stack_[--depth_]));
      });
    } while (overflowed_);
  }

  // Where the first object goes: where it is, but in stress builds, where all objects go elsewhere if there is room.
  uint32_t Target([[maybe_unused]] bool full) const {
#ifdef GARTER_STRESS
    if (!full || !heap_.stressed) return from_;
    if (heap_.lowest != from_) return heap_.lowest;
    uint64_t behind = (uint64_t{heap_.top} + 7) & ~uint64_t{7};
    uint64_t end = behind + (heap_.top - from_) + vm_.memory_cap / 4;
    if (end < heap_.floor) return static_cast<uint32_t>(behind);
#endif
    return from_;
  }

  // Makes the old places unusable. From here on the heap starts at `to`.
  void Discard([[maybe_unused]] uint32_t to, [[maybe_unused]] uint32_t new_top) {
#ifdef GARTER_STRESS
    if (to > from_) {
      GARTER_POISON(heap_.base + from_, to - from_);
    } else if (new_top < heap_.top) {
      std::memset(heap_.base + new_top, 0xCD, heap_.top - new_top);
    }
    if (from_ == heap_.start) heap_.start = to;
#endif
  }

  uint32_t Plan(uint32_t to) {
#ifdef GARTER_STRESS
    if (to < from_) GARTER_UNPOISON(heap_.base + to, from_ - to);
#endif
    ForEachMarked([&](uint32_t, Object* object) {
      object->link = to;
      to += SizeOfObject(object);
    });
    return to;
  }

  void UpdateHandle(uint32_t* handle) {
    if (Moves(*handle)) *handle = heap_.At<Object>(*handle)->link;
  }
  void UpdateValue(Value* v) {
    if (v->IsObject() && Moves(v->handle())) *v = Value::Object(v->kind(), heap_.At<Object>(v->handle())->link);
  }
  void UpdateObject(Object* object) {
    ForEachReference(
        object, [&](Value* v) { UpdateValue(v); },
        [&](uint32_t* h) {
          if (*h != 0) UpdateHandle(h);
        });
  }

  void Update() {
    for (int i = 0; i < Vm::kRootCount; ++i) UpdateValue(&vm_.roots()[i]);
    for (Value* r = extent_; r < vm_.stack_end; ++r) UpdateValue(r);
    for (uint32_t h = heap_.remembered; h != 0; h = heap_.At<Object>(h)->link) UpdateObject(heap_.At<Object>(h));
    ForEachMarked([&](uint32_t, Object* object) { UpdateObject(object); });
  }

  void Slide() {
    ForEachMarked([&](uint32_t at, Object* object) {
      object->flags &= static_cast<uint8_t>(~(Object::kMarked | Object::kRemembered));
      uint32_t to = object->link;
      object->link = 0;
      if (to != at) MoveBytes(heap_.base + to, heap_.base + at, SizeOfObject(object));
    });
  }

  void ForgetRemembered() {
    for (uint32_t h = heap_.remembered; h != 0;) {
      Object* object = heap_.At<Object>(h);
      h = object->link;
      object->link = 0;
      object->flags &= static_cast<uint8_t>(~Object::kRemembered);
    }
    heap_.remembered = 0;
  }

  Vm& vm_;
  Heap& heap_;
  Value* extent_;
  uint32_t from_;
  uint64_t* map_ = nullptr;  // bit k: a marked object begins at from_ + k * kGrain; null: no room
  uint32_t map_words_ = 0;
  uint32_t* stack_;
  uint32_t stack_limit_;
  uint32_t depth_ = 0;
  bool overflowed_ = false;
};

void RunCollection(Vm& vm, Value* extent, bool full) {
  Heap& heap = vm.heap;
  bool on_generator = vm.fp != nullptr && !IsNativeFrame(vm.fp) && IsGeneratorFrame(vm.fp);
  if (on_generator) vm.generator = vm.fp[3];
  Collection(vm, extent, full).Run(full);
  if (on_generator) vm.fp = heap.At<Generator>(vm.generator)->frame();
  vm.generator = kUnbound;
  RefreshContext(vm);
}

// Generators whose frames are on the chain write their registers without a barrier: they stay remembered.
void RememberRunning(Vm& vm) {
  for (Value* fp = vm.fp; fp != nullptr; fp = CallerOf(vm, fp)) {
    int64_t flags = FlagsOf(fp);
    if (flags & FrameFlags::kGenerator) {
      Object* object = vm.heap.At<Object>(fp[3]);
      if ((object->flags & Object::kRemembered) == 0) {
        object->flags |= Object::kRemembered;
        object->link = vm.heap.remembered;
        vm.heap.remembered = vm.heap.HandleOf(object);
      }
    }
    if (flags & FrameFlags::kEntry) break;
  }
}

}  // namespace

void ForgetPoison([[maybe_unused]] char* base, [[maybe_unused]] uint32_t size) {
#ifdef GARTER_STRESS
  GARTER_UNPOISON(base, size);
#endif
}

bool Collect(Vm& vm, Value* extent, uint32_t bytes) {
  Heap& heap = vm.heap;
  uint32_t used = heap.top + static_cast<uint32_t>(vm.span_end() - reinterpret_cast<char*>(extent));
  if (used > heap.peak) heap.peak = used;
  // The stack lends nothing to objects while it may still grow: what lies between is the room of both. Lower slots
  // that were used since the last collection would keep handles of the past, so they are cleared.
  char* low = heap.base + heap.floor;
  if (low < reinterpret_cast<char*>(extent)) {
    for (auto* slot = reinterpret_cast<Value*>(low); slot < extent; ++slot) *slot = kUnbound;
  }
  bool full = heap.top > heap.full_trigger;
  if (heap.stressed) full = true;
  RunCollection(vm, extent, full);
  if (!full && (heap.room() < bytes || heap.room() < heap.nursery)) {
    RunCollection(vm, extent, true);
    full = true;
  }
  if (full) {
    uint64_t twice = uint64_t{heap.top} * 2;
    uint64_t least = uint64_t{heap.start} + Heap::kLeastFull;
    uint64_t next = twice > least ? twice : least;
    heap.full_trigger = next > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(next);
  }
  RememberRunning(vm);
  uint64_t trigger = uint64_t{heap.top} + heap.nursery;
  heap.trigger = trigger > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(trigger);
  vm.meter.ForgetSafepoint();
  if (heap.stressed) {
    heap.trigger = 0;
    vm.meter.AskForSafepoint();
  }
  if (full && heap.room() < vm.memory_cap / 16) return false;
  return heap.room() >= bytes;
}

}  // namespace garter
