// hash(v) for every value, equal to CPython's wherever that does not depend on addresses.
#include "interpreter/base/hash.h"
#include "interpreter/base/copy_bytes.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"

#include "interpreter/base/bigint.h"
#include "interpreter/base/siphash.h"
#include "interpreter/types/complex.h"
#include "interpreter/types/hashing.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

// A tuple or slice whose items are being hashed.
struct Open {
  Value container;
  uint64_t next;
  TupleHash sum;
};

class OpenStack {
 public:
  explicit OpenStack(Vm& vm) : vm_(vm) {}
  bool empty() const { return count_ == 0; }
  Open& top() { return open_[count_ - 1]; }
  void Pop() { --count_; }
  bool Push(Value container) {
    if (count_ == capacity_) {
      auto* buffer = vm_.heap.Allocate<BytesBuffer>(Kind::kBytesBuffer,
                                                    sizeof(BytesBuffer) + uint64_t{capacity_} * 2 * sizeof(Open));
      if (buffer == nullptr) return false;
      buffer->capacity = capacity_ * 2 * static_cast<uint32_t>(sizeof(Open));
      buffer->fill = 0;
      CopyBytes(buffer->data(), open_, count_ * sizeof(Open));
      open_ = reinterpret_cast<Open*>(buffer->data());
      capacity_ *= 2;
    }
    open_[count_++] = {container, 0, TupleHash()};
    return true;
  }

 private:
  static constexpr uint32_t kInline = 8;
  Vm& vm_;
  Open inline_[kInline];
  Open* open_ = inline_;
  uint32_t count_ = 0, capacity_ = kInline;
};

uint64_t Mix(uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccd;
  return x ^ x >> 33;
}

// CPython's hash of a pointer, of the number that stands for the object's address.
Step HashIdentity(Vm& vm, Value v, uint64_t* out) {
  uint64_t identity;
  if (!IdentityOf(vm, v, &identity)) return vm.NoRoom();
  *out = identity >> 4 | identity << 60;
  return Step::Done(kNone);
}

Step HashBytesObject(Vm& vm, Bytes* bytes, uint64_t* out) {
  if ((bytes->flags & Object::kHashed) == 0) {
    if (!vm.meter.Charge(bytes->length / 64)) return Step::Limit();
    bytes->hash = static_cast<uint64_t>(HashBytes(bytes->data(), bytes->length));
    bytes->flags |= Object::kHashed;
  }
  *out = bytes->hash;
  return Step::Done(kNone);
}

Step HashFrozenSet(Vm& vm, Set* set, uint64_t* out) {
  if ((set->flags & Object::kHashed) == 0) {
    SetHash hash;
    if (set->table != 0) {
      SetTable* table = vm.heap.At<SetTable>(set->table);
      if (!vm.meter.Charge(table->mask / 8)) return Step::Limit();
      for (uint32_t i = 0; i <= table->mask; ++i) {
        const SetEntry& entry = table->entries()[i];
        if (!entry.key.IsUnbound() && !(entry.key == kNotImplemented && entry.hash == ~uint64_t{0})) {
          hash.Add(static_cast<int64_t>(entry.hash));
        }
      }
    }
    set->hash = static_cast<uint64_t>(hash.Finish());
    set->flags |= Object::kHashed;
  }
  *out = set->hash;
  return Step::Done(kNone);
}

Step HashLeaf(Vm& vm, Value v, uint64_t* out);
Step HashUser(Vm& vm, Value v, uint64_t* out);

// A range hashes as the tuple (length, start or None, step or None).
Step HashRange(Vm& vm, const Range* range, uint64_t* out) {
  Value parts[3] = {range->length, kNone, kNone};
  if (!(range->length == Value::SmallInt(0))) {
    parts[1] = range->start;
    if (!(range->length == Value::SmallInt(1))) parts[2] = range->step;
  }
  TupleHash sum;
  for (Value part : parts) {
    uint64_t hash;
    Step step = HashLeaf(vm, part, &hash);
    if (!step.done()) return step;
    sum.Add(static_cast<int64_t>(hash));
  }
  *out = static_cast<uint64_t>(sum.Finish());
  return Step::Done(kNone);
}

// Everything but tuples and slices.
Step HashLeaf(Vm& vm, Value v, uint64_t* out) {
  switch (v.kind()) {
    case Kind::kFloat: {
      double d = v.AsDouble();
      *out = d == d ? static_cast<uint64_t>(HashDouble(d)) : 0;
      return Step::Done(kNone);
    }
    case Kind::kSmallInt:
      *out = static_cast<uint64_t>(HashInt(v.AsSmallInt()));
      return Step::Done(kNone);
    case Kind::kBool:
      *out = v.payload();
      return Step::Done(kNone);
    case Kind::kNone:
      *out = static_cast<uint64_t>(kHashNone);
      return Step::Done(kNone);
    case Kind::kInt: {
      const Int* big = vm.heap.At<Int>(v);
      if (!bigint::Pay(vm.meter, big->limb_count)) return Step::Limit();
      *out = static_cast<uint64_t>(HashBigInt(big->limbs(), big->limb_count, big->negative()));
      return Step::Done(kNone);
    }
    case Kind::kComplex:
      *out = HashComplex(PartsOf(vm, v));
      return Step::Done(kNone);
    case Kind::kStr:
      *out = vm.StrHash(v);
      return Step::Done(kNone);
    case Kind::kBytes:
      return HashBytesObject(vm, vm.heap.At<Bytes>(v), out);
    case Kind::kFrozenSet:
      return HashFrozenSet(vm, vm.heap.At<Set>(v), out);
    case Kind::kRange:
      return HashRange(vm, vm.heap.At<Range>(v), out);
    case Kind::kBoundMethod: {
      uint64_t self, function;
      const BoundMethod* method = vm.heap.At<BoundMethod>(v);
      Step step = HashIdentity(vm, method->self, &self);
      if (step.done()) step = HashIdentity(vm, method->function, &function);
      if (step.done()) *out = self ^ function;
      return step;
    }
    case Kind::kDictView:
      // A values view compares by identity and has a hash; the others compare as sets.
      if (vm.heap.At<Object>(v)->aux == static_cast<uint16_t>(DictViewKind::kValues)) return HashIdentity(vm, v, out);
      [[fallthrough]];
    case Kind::kList:
    case Kind::kDict:
    case Kind::kSet:
      return vm.Raise(TypeId::kTypeError, "unhashable type: '%T'", v);
    case Kind::kInstance:
    case Kind::kClass:
    case Kind::kException:
      return HashUser(vm, v, out);
    default:
      return HashIdentity(vm, v, out);
  }
}

// An object of the program: its __hash__, else what it carries, else its identity.
Step HashUser(Vm& vm, Value v, uint64_t* out) {
  if (!IsUserObject(vm, v)) return HashIdentity(vm, v, out);
  Value own = LookupOwnSpecial(vm, v, Special::k_hash);
  if (own.IsUnbound()) return LayoutHash(vm, v, out);
  if (own.IsNone()) return vm.Raise(TypeId::kTypeError, "unhashable type: '%T'", v);
  Step step = Ask(vm, Protocol::kHash, vm.hash_words, v);
  if (!step.done()) return step;
  int64_t hash = 0;
  vm.AsInt64(step.value, &hash);
  *out = static_cast<uint64_t>(hash);
  return step;
}

Step HashNested(Vm& vm, Value v, uint64_t* out) {
  OpenStack open(vm);
  if (!open.Push(v)) return vm.NoRoom();
  for (;;) {
    Open& top = open.top();
    bool slice = top.container.IsObject(Kind::kSlice);
    uint64_t count = slice ? 3 : vm.heap.At<Tuple>(top.container)->count;
    uint64_t hash;
    if (top.next < count) {
      if (!vm.meter.Charge(1)) return Step::Limit();
      Value item =
          (slice ? &vm.heap.At<Slice>(top.container)->start : vm.heap.At<Tuple>(top.container)->items())[top.next++];
      if (item.IsObject(Kind::kTuple) || item.IsObject(Kind::kSlice)) {
        if (!open.Push(item)) return vm.NoRoom();
        continue;
      }
      Step step = HashLeaf(vm, item, &hash);
      if (!step.done()) return step;
    } else {
      hash = static_cast<uint64_t>(slice ? top.sum.FinishSlice() : top.sum.Finish());
      open.Pop();
      if (open.empty()) {
        *out = hash;
        return Step::Done(kNone);
      }
    }
    open.top().sum.Add(static_cast<int64_t>(hash));
  }
}

}  // namespace

Step Hash(Vm& vm, Value v, uint64_t* out) {
  if (v.IsObject(Kind::kTuple) || v.IsObject(Kind::kSlice)) return HashNested(vm, v, out);
  return HashLeaf(vm, v, out);
}

Step LayoutHash(Vm& vm, Value v, uint64_t* out) {
  if (!IsUserObject(vm, v)) return Hash(vm, v, out);
  Value native = NativeOf(vm, v);
  if (native == v || native.IsObject(Kind::kDescriptor) || native.IsObject(Kind::kIterator))
    return HashIdentity(vm, v, out);
  Step step = Hash(vm, native, out);
  if (step.action != Action::kRaise) return step;
  bool unhashable = native.IsObject(Kind::kList) || native.IsObject(Kind::kDict) || native.IsObject(Kind::kSet);
  if (!unhashable) return step;
  vm.raised = kNone;
  return vm.Raise(TypeId::kTypeError, "unhashable type: '%T'", v);
}

Step RewordHashError(Vm& vm, Value key, uint32_t words, Value error) {
  const Exception* exception = vm.heap.At<Exception>(error);
  Value args = exception->args;
  if (words == 0 || exception->type != static_cast<uint32_t>(TypeId::kTypeError) || !exception->cls.IsUnbound() ||
      vm.heap.At<Tuple>(args)->count != 1) {
    return vm.RaiseObject(error);
  }
  Step text = ToStr(vm, vm.heap.At<Tuple>(args)->items()[0]);
  if (!text.done()) return text;
  return vm.Raise(
      TypeId::kTypeError,
      words == kDictKeyWords ? "cannot use '%T' as a dict key (%S)" : "cannot use '%T' as a set element (%S)", key,
      text.value);
}

Step HashWithWords(Vm& vm, Value v, uint64_t* out, uint32_t words) {
  const char* format =
      words == kDictKeyWords ? "cannot use '%T' as a dict key (%S)" : "cannot use '%T' as a set element (%S)";
  vm.hash_words = words;
  Step step = Hash(vm, v, out);
  vm.hash_words = 0;
  if (step.action == Action::kAsk) vm.ask_c = v;  // what the error is to name
  if (step.action != Action::kRaise || !vm.raised.IsObject(Kind::kException)) return step;
  const Exception* exception = vm.heap.At<Exception>(vm.raised);
  if (exception->type != static_cast<uint32_t>(TypeId::kTypeError)) return step;
  Value text = vm.heap.At<Tuple>(exception->args)->items()[0];
  Value raised = vm.raised;
  vm.raised = kNone;
  step = vm.Raise(TypeId::kTypeError, format, v, text);
  // CPython replaces the exception and keeps the first as its context nowhere.
  if (step.action != Action::kRaise) vm.raised = raised;
  return step;
}

// The objects that were asked are kept in a list of pairs (object, number) in order of their places in the heap. A
// collection keeps that order, so that it can be searched by handle.
bool IdentityOf(Vm& vm, Value v, uint64_t* out) {
  constexpr uint64_t kBase = 0x7F00'0000'0000;
  if (v.IsObject(Kind::kInstance)) {
    Instance* instance = vm.heap.At<Instance>(v);
    if (instance->serial == 0) instance->serial = vm.next_serial++;
    *out = kBase + 0x40'0000'0000 + uint64_t{instance->serial} * 16;
    return true;
  }
  if (v.IsObject(Kind::kClass)) {
    *out = kBase + 0x20'0000'0000 + uint64_t{vm.heap.At<Class>(v)->id} * 16;
    return true;
  }
  if (!v.IsObject()) {
    *out = kBase + (Mix(v.bits) & 0xFF'FFFF'FFF0);
    return true;
  }
  if (vm.serials.IsUnbound()) {
    vm.serials = vm.NewListWithCapacity(8);
    if (vm.serials.IsUnbound()) return false;
  }
  List* list = vm.heap.At<List>(vm.serials);
  uint32_t low = 0, high = list->count / 2;
  const Value* items = list->count == 0 ? nullptr : vm.heap.At<Buffer>(list->buffer)->items();
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (items[middle * 2].handle() < v.handle())
      low = middle + 1;
    else
      high = middle;
  }
  if (low * 2 < list->count && items[low * 2] == v) {
    *out = kBase + 0xFF'0000'0000 + static_cast<uint64_t>(items[low * 2 + 1].AsSmallInt()) * 16;
    return true;
  }
  uint32_t count = list->count;
  if (!vm.ListReserve(vm.serials, uint64_t{count} + 2)) return false;
  Value number = Value::SmallInt(count / 2 + 1);
  Buffer* buffer = vm.heap.At<Buffer>(list->buffer);
  MoveBytes(buffer->items() + low * 2 + 2, buffer->items() + low * 2, (count - low * 2) * sizeof(Value));
  vm.meter.used += (count - low * 2) / 16;
  vm.heap.Store(buffer, buffer->items() + low * 2, v);
  buffer->items()[low * 2 + 1] = number;
  vm.ListSetCount(list, count + 2);
  *out = kBase + 0xFF'0000'0000 + static_cast<uint64_t>(number.AsSmallInt()) * 16;
  return true;
}

}  // namespace garter
