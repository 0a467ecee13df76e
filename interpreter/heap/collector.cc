// Mark, plan, update, slide: see collector.h.
#include "interpreter/heap/collector.h"

#include "interpreter/base/copy_bytes.h"
#include "interpreter/heap/references.h"
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
    stack_ = reinterpret_cast<uint32_t*>(heap_.base + low);
    uint32_t free_bytes = heap_.floor > low ? heap_.floor - low : 0;
    stack_limit_ = free_bytes / 4;
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
  bool Moves(uint32_t handle) const { return handle >= from_ && handle < heap_.top; }

  void MarkHandle(uint32_t handle) {
    if (!Moves(handle)) return;
    Object* object = heap_.At<Object>(handle);
    if (object->flags & Object::kMarked) return;
    object->flags |= Object::kMarked;
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
      for (uint32_t at = from_; at < heap_.top;) {
        Object* object = heap_.At<Object>(at);
        at += heap_.SizeOf(object);
        if (object->flags & Object::kMarked) {
          MarkChildren(object);
          while (depth_ > 0) MarkChildren(heap_.At<Object>(stack_[--depth_]));
        }
      }
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
    for (uint32_t at = from_; at < heap_.top;) {
      Object* object = heap_.At<Object>(at);
      uint32_t size = heap_.SizeOf(object);
      if (object->flags & Object::kMarked) {
        object->link = to;
        to += size;
      }
      at += size;
    }
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
    for (uint32_t at = from_; at < heap_.top;) {
      Object* object = heap_.At<Object>(at);
      at += heap_.SizeOf(object);
      if (object->flags & Object::kMarked) UpdateObject(object);
    }
  }

  void Slide() {
    for (uint32_t at = from_; at < heap_.top;) {
      Object* object = heap_.At<Object>(at);
      uint32_t size = heap_.SizeOf(object);
      if (object->flags & Object::kMarked) {
        object->flags &= static_cast<uint8_t>(~(Object::kMarked | Object::kRemembered));
        uint32_t to = object->link;
        object->link = 0;
        if (to != at) MoveBytes(heap_.base + to, heap_.base + at, size);
      }
      at += size;
    }
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
    uint64_t least = heap.start + 8ull * Heap::kNursery;
    uint64_t next = twice > least ? twice : least;
    heap.full_trigger = next > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(next);
  }
  RememberRunning(vm);
  uint64_t trigger = uint64_t{heap.top} + heap.nursery;
  heap.trigger = trigger > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(trigger);
  if (heap.stressed) {
    heap.trigger = 0;
    vm.meter.next_event = 0;
  }
  if (full && heap.room() < vm.memory_cap / 16) return false;
  return heap.room() >= bytes;
}

}  // namespace garter
