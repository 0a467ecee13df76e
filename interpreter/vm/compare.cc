// Equality and order of the built-in types.
//
// Containers in containers are compared without recursion: what is open is kept in a small array and, beyond that, in
// a buffer in the heap. A cycle never ends by itself; it ends as CPython's does, by RecursionError at a depth that no
// real data has.
#include "interpreter/base/bigint.h"
#include "interpreter/base/copy_bytes.h"
#include "interpreter/types/bytes.h"
#include "interpreter/types/compare_parts.h"
#include "interpreter/types/complex.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/number.h"
#include "interpreter/types/str.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

// About where CPython's stack of 8 MB overflows.
constexpr uint32_t kDepthLimit = 70000;
// Dict keys and sets inside of each other are compared by recursion of this function's callers: see Recursion.
constexpr uint32_t kNativeLimit = 150;

Step RaiseTooDeep(Vm& vm) { return vm.Raise(TypeId::kRecursionError, "Stack overflow (used 8160 kB) in comparison"); }

// Two list, tuples or dicts whose items are being compared.
struct Pair {
  Value a, b;
  uint64_t next;
};

// The open pairs: the innermost at the top.
class PairStack {
 public:
  explicit PairStack(Vm& vm) : vm_(vm) {}
  bool empty() const { return count_ == 0; }
  Pair& top() { return pairs_[count_ - 1]; }
  void Pop() { --count_; }
  Step Push(Value a, Value b) {
    if (count_ == capacity_) {
      if (count_ >= kDepthLimit) return RaiseTooDeep(vm_);
      auto* buffer = vm_.heap.Allocate<BytesBuffer>(Kind::kBytesBuffer,
                                                    sizeof(BytesBuffer) + uint64_t{capacity_} * 2 * sizeof(Pair));
      if (buffer == nullptr) return vm_.NoRoom();
      buffer->capacity = capacity_ * 2 * static_cast<uint32_t>(sizeof(Pair));
      buffer->fill = 0;
      CopyBytes(buffer->data(), pairs_, count_ * sizeof(Pair));
      pairs_ = reinterpret_cast<Pair*>(buffer->data());
      capacity_ *= 2;
    }
    pairs_[count_++] = {a, b, 0};
    return Step::Done(kNone);
  }

 private:
  static constexpr uint32_t kInline = 12;
  Vm& vm_;
  Pair inline_[kInline];
  Pair* pairs_ = inline_;
  uint32_t count_ = 0, capacity_ = kInline;
};

struct Items {
  const Value* first;
  uint32_t count;
};

Items ItemsOf(Vm& vm, Value v) {
  if (v.IsObject(Kind::kTuple)) {
    const Tuple* tuple = vm.heap.At<Tuple>(v);
    return {tuple->items(), tuple->count};
  }
  const List* list = vm.heap.At<List>(v);
  return {list->count == 0 ? nullptr : vm.heap.At<Buffer>(list->buffer)->items(), list->count};
}

bool IsListOrTuple(Value v) { return v.IsObject(Kind::kList) || v.IsObject(Kind::kTuple); }

// Bound methods are equal when their function is and they are bound to the same object.
bool MethodsEqual(Vm& vm, Value a, Value b) {
  const BoundMethod* x = vm.heap.At<BoundMethod>(a);
  const BoundMethod* y = vm.heap.At<BoundMethod>(b);
  return x->self == y->self && x->function == y->function;
}

// a == b of whatever needs no items compared. False: `a` and `b` are two lists, tuples or dicts of one size.
bool EqualLeaves(Vm& vm, Value a, Value b, Step* answer) {
  auto decide = [&](bool equal) {
    *answer = Step::Done(Value::Bool(equal));
    return true;
  };
  if (IsComplex(a) || IsComplex(b)) return decide(ComplexEquals(vm, a, b));
  if (IsNumber(a) || IsNumber(b)) return decide(IsNumber(a) && IsNumber(b) && CompareNumbers(vm, a, b) == 0);
  if (!a.IsObject() || !b.IsObject()) return decide(a == b);
  Kind kind = a.kind();
  if (kind != b.kind()) {
    *answer = CompareSets(vm, CompareOp::kEqual, a, b);
    if (answer->action == Action::kStop) return decide(false);
    return true;
  }
  switch (kind) {
    case Kind::kStr:
      return decide(vm.StrEquals(a, b));
    case Kind::kBytes:
      return decide(BytesCompare(vm, a, b) == 0);
    case Kind::kTuple:
    case Kind::kList:
      return ItemsOf(vm, a).count != ItemsOf(vm, b).count ? decide(false) : false;
    case Kind::kDict:
      return vm.DictSize(a) != vm.DictSize(b) ? decide(false) : false;
    case Kind::kSet:
    case Kind::kFrozenSet:
    case Kind::kDictView:
      *answer = CompareSets(vm, CompareOp::kEqual, a, b);
      if (answer->action == Action::kStop) return decide(a == b);
      return true;
    case Kind::kRange:
      return decide(RangesEqual(vm, a, b));
    case Kind::kBoundMethod:
      return decide(MethodsEqual(vm, a, b));
    case Kind::kSlice: {
      for (int k = 0; k < 3; ++k) {
        *answer = Same(vm, (&vm.heap.At<Slice>(a)->start)[k], (&vm.heap.At<Slice>(b)->start)[k]);
        if (!answer->done() || answer->value.IsFalse()) return true;
      }
      return true;
    }
    default:
      return decide(a == b);
  }
}

// The next two values to compare in the innermost pair. Done(False): a dict lacks a key; Stop: none is left.
Step NextItems(Vm& vm, Pair& pair, Value* x, Value* y) {
  if (IsListOrTuple(pair.a)) {
    Items a = ItemsOf(vm, pair.a), b = ItemsOf(vm, pair.b);
    if (pair.next >= a.count) return Step::Stop();
    *x = a.first[pair.next];
    *y = b.first[pair.next++];
    return Step::Done(kTrue);
  }
  const Dict* dict = vm.heap.At<Dict>(pair.a);
  if (dict->keys == 0) return Step::Stop();
  DictKeys* keys = vm.heap.At<DictKeys>(dict->keys);
  while (pair.next < keys->fill && keys->entries()[pair.next].key.IsUnbound()) ++pair.next;
  if (pair.next >= keys->fill) return Step::Stop();
  DictEntry& entry = keys->entries()[pair.next++];
  DictEntry* other;
  Step found = DictFind(vm, pair.b, entry.key, entry.hash, &other);
  if (!found.done()) return found;
  if (other == nullptr) return Step::Done(kFalse);
  *x = entry.value;
  *y = other->value;
  return Step::Done(kTrue);
}

// Bounds the native stack where comparing a key compares keys inside of it.
class Recursion {
 public:
  explicit Recursion(Vm& vm) : vm_(vm) { ++vm_.native_depth; }
  ~Recursion() { --vm_.native_depth; }
  Recursion(const Recursion&) = delete;
  Recursion& operator=(const Recursion&) = delete;
  bool too_deep() const { return vm_.native_depth > kNativeLimit; }

 private:
  Vm& vm_;
};

Step EqualContainers(Vm& vm, Value a, Value b) {
  Recursion recursion(vm);
  if (recursion.too_deep()) return RaiseTooDeep(vm);
  PairStack open(vm);
  Step step = open.Push(a, b);
  while (step.done() && !open.empty()) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    Value x = kUnbound, y = kUnbound;
    step = NextItems(vm, open.top(), &x, &y);
    if (step.action == Action::kStop) {
      open.Pop();
      step = Step::Done(kTrue);
      continue;
    }
    if (!step.done() || step.value.IsFalse()) return step;
    if (x == y) continue;
    if (IsUserObject(vm, x) || IsUserObject(vm, y)) {
      step = UserCompare(vm, CompareOp::kEqual, x, y, Protocol::kCompare);
      if (!step.done() || step.value.IsFalse()) return step;
      continue;
    }
    if (!EqualLeaves(vm, x, y, &step))
      step = open.Push(x, y);
    else if (step.done() && step.value.IsFalse())
      return step;
  }
  return step.done() ? Step::Done(kTrue) : step;
}

Step Equal(Vm& vm, Value a, Value b) {
  Step answer = Step::Done(kTrue);
  if (EqualLeaves(vm, a, b, &answer)) return answer;
  return EqualContainers(vm, a, b);
}

Step RaiseUnordered(Vm& vm, CompareOp op, Value a, Value b) {
  return vm.Raise(TypeId::kTypeError, "'%s' not supported between instances of '%T' and '%T'", CompareOpText(op), a, b);
}

// Finds the first items that differ; the order of the two containers is theirs. Stop: *a and *b are those items.
Step FirstDifference(Vm& vm, CompareOp op, Value* a, Value* b) {
  Items x = ItemsOf(vm, *a), y = ItemsOf(vm, *b);
  uint32_t common = x.count < y.count ? x.count : y.count;
  for (uint32_t k = 0; k < common; ++k) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    Step same = Same(vm, x.first[k], y.first[k]);
    if (!same.done()) return same;
    if (same.value.IsTrue()) continue;
    *a = x.first[k];
    *b = y.first[k];
    return Step::Stop();
  }
  return Step::Done(Value::Bool(Holds(op, x.count < y.count ? -1 : x.count > y.count ? 1 : 0)));
}

// slice() compares as the tuple of its three parts.
Step SliceDifference(Vm& vm, CompareOp op, Value* a, Value* b) {
  const Slice* x = vm.heap.At<Slice>(*a);
  const Slice* y = vm.heap.At<Slice>(*b);
  for (int k = 0; k < 3; ++k) {
    Value p = (&x->start)[k], q = (&y->start)[k];
    Step same = Same(vm, p, q);
    if (!same.done()) return same;
    if (same.value.IsTrue()) continue;
    *a = p;
    *b = q;
    return Step::Stop();
  }
  return Step::Done(Value::Bool(Holds(op, 0)));
}

// `wanted`: kRichCompare or kCompare, what is asked when an object of the program has the last word.
Step Order(Vm& vm, CompareOp op, Value a, Value b, Protocol wanted) {
  for (uint32_t depth = 0; depth < kDepthLimit; ++depth) {
    if (IsUserObject(vm, a) || IsUserObject(vm, b)) return UserCompare(vm, op, a, b, wanted);
    if (IsNumber(a) && IsNumber(b)) return Step::Done(Value::Bool(Holds(op, CompareNumbers(vm, a, b))));
    Kind kind = a.kind();
    if (kind != b.kind() || !a.IsObject()) {
      Step step = CompareSets(vm, op, a, b);
      return step.action == Action::kStop ? RaiseUnordered(vm, op, a, b) : step;
    }
    Step step = Step::Stop();
    switch (kind) {
      case Kind::kStr:
        return Step::Done(Value::Bool(Holds(op, StrCompare(vm, a, b))));
      case Kind::kBytes:
        return Step::Done(Value::Bool(Holds(op, BytesCompare(vm, a, b))));
      case Kind::kList:
      case Kind::kTuple:
        step = FirstDifference(vm, op, &a, &b);
        break;
      case Kind::kSlice:
        step = a == b ? Step::Done(Value::Bool(Holds(op, 0))) : SliceDifference(vm, op, &a, &b);
        break;
      default:
        step = CompareSets(vm, op, a, b);
        return step.action == Action::kStop ? RaiseUnordered(vm, op, a, b) : step;
    }
    if (step.action != Action::kStop) return step;
  }
  return RaiseTooDeep(vm);
}

}  // namespace

int CompareNumbers(Vm& vm, Value a, Value b) {
  auto small = [](Value v) { return v.IsSmallInt() ? v.AsSmallInt() : static_cast<int64_t>(v.payload()); };
  bool big_a = a.IsObject(), big_b = b.IsObject();
  if (a.IsDouble() && b.IsDouble()) {
    double x = a.AsDouble(), y = b.AsDouble();
    return x < y ? -1 : x > y ? 1 : x == y ? 0 : kUnordered;
  }
  if (a.IsDouble()) {
    int order = CompareNumbers(vm, b, a);
    return order == kUnordered ? order : -order;
  }
  if (b.IsDouble()) {
    double y = b.AsDouble();
    if (y != y) return kUnordered;
    if (!big_a) {
      // 48 bits are exact in a double.
      auto x = static_cast<double>(small(a));
      return x < y ? -1 : x > y ? 1 : 0;
    }
    IntOperand x(vm, a);
    return bigint::CompareWithDouble(x.view, y);
  }
  if (!big_a && !big_b) return small(a) < small(b) ? -1 : small(a) > small(b) ? 1 : 0;
  IntOperand x(vm, a), y(vm, b);
  vm.meter.used += (x.view.size < y.view.size ? x.view.size : y.view.size) / bigint::kLimbsPerFuel;
  return bigint::CompareSigned(x.view, y.view);
}

Step Same(Vm& vm, Value a, Value b) {
  if (a == b) return Step::Done(kTrue);
  if (a.IsStr() && b.IsStr()) return Step::Done(Value::Bool(vm.StrEquals(a, b)));
  if (a.IsSmallInt() && b.IsSmallInt()) return Step::Done(kFalse);
  if (IsUserObject(vm, a) || IsUserObject(vm, b)) return UserCompare(vm, CompareOp::kEqual, a, b, Protocol::kCompare);
  return Equal(vm, a, b);
}

namespace {

Step CompareBuiltins(Vm& vm, CompareOp op, Value a, Value b, Protocol wanted) {
  if (op == CompareOp::kEqual) return Equal(vm, a, b);
  if (op == CompareOp::kNotEqual) {
    Step step = Equal(vm, a, b);
    return step.done() ? Step::Done(Value::Bool(step.value.IsFalse())) : step;
  }
  return Order(vm, op, a, b, wanted);
}

}  // namespace

Step BuiltinCompare(Vm& vm, CompareOp op, Value a, Value b) {
  return CompareBuiltins(vm, op, a, b, Protocol::kCompare);
}

Step RichCompare(Vm& vm, CompareOp op, Value a, Value b) {
  if (IsUserObject(vm, a) || IsUserObject(vm, b)) return UserCompare(vm, op, a, b, Protocol::kRichCompare);
  return CompareBuiltins(vm, op, a, b, Protocol::kRichCompare);
}

Step Compare(Vm& vm, CompareOp op, Value a, Value b) {
  if (a.IsStr() && b.IsStr()) {
    if (op == CompareOp::kEqual) return Step::Done(Value::Bool(a == b || vm.StrEquals(a, b)));
    if (op == CompareOp::kNotEqual) return Step::Done(Value::Bool(!(a == b) && !vm.StrEquals(a, b)));
  }
  if (IsUserObject(vm, a) || IsUserObject(vm, b)) return UserCompare(vm, op, a, b, Protocol::kCompare);
  return CompareBuiltins(vm, op, a, b, Protocol::kCompare);
}

}  // namespace garter
