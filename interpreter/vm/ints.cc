// Ints of any size as values.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/types/builtin.h"
#include "interpreter/vm/vm.h"

namespace garter {

Int* Vm::NewIntLimbs(uint32_t limbs) {
  Int* object = heap.Allocate<Int>(Kind::kInt, sizeof(Int) + uint64_t{limbs} * 8);
  if (object == nullptr) return nullptr;
  object->limb_count = limbs;
  object->unused = 0;
  return object;
}

Value Vm::NormalizeInt(Int* object, bool negative) {
  uint32_t room = object->limb_count, count = room;
  const uint64_t* limbs = object->limbs();
  while (count > 0 && limbs[count - 1] == 0) --count;
  // The object was the last allocation in nearly all cases: what it does not need is given back.
  bool last = heap.HandleOf(object) + sizeof(Int) + room * 8 == heap.top;
  if (count <= 1) {
    uint64_t magnitude = count == 0 ? 0 : limbs[0];
    if (magnitude <= static_cast<uint64_t>(Value::kMaxSmall) + (negative ? 1 : 0)) {
      if (last)
        heap.top = heap.HandleOf(object);
      else
        object->limb_count = room;
      int64_t small = static_cast<int64_t>(magnitude);
      return Value::SmallInt(negative ? -small : small);
    }
  }
  if (last) {
    heap.top -= (room - count) * 8;
    object->limb_count = count;
  } else if (count < room) {
    // Sizes must stay what the heap's walker computes: move to an object of the right size.
    Int* exact = NewIntLimbs(count);
    if (exact == nullptr) return kUnbound;
    CopyBytes(exact->limbs(), limbs, uint64_t{count} * 8);
    object = exact;
  }
  object->aux = negative ? 1 : 0;
  return heap.ValueOf(object);
}

Value Vm::NewBigInt(bool negative, uint64_t magnitude) {
  Int* object = NewIntLimbs(1);
  if (object == nullptr) return kUnbound;
  object->limbs()[0] = magnitude;
  return NormalizeInt(object, negative);
}

bool Vm::AsInt64(Value v, int64_t* out) const {
  if (v.IsSmallInt()) {
    *out = v.AsSmallInt();
    return true;
  }
  if (v.IsBool()) {
    *out = v.payload();
    return true;
  }
  if (!v.IsObject(Kind::kInt)) return false;
  const Int* big = heap.At<Int>(v);
  if (big->limb_count != 1) return false;
  uint64_t magnitude = big->limbs()[0];
  if (big->negative()) {
    if (magnitude > uint64_t{1} << 63) return false;
    *out = static_cast<int64_t>(0 - magnitude);
    return true;
  }
  if (magnitude >> 63) return false;
  *out = static_cast<int64_t>(magnitude);
  return true;
}

bool Vm::AsClampedIndex(Value v, int64_t* out) const {
  if (AsInt64(v, out)) return true;
  if (!v.IsObject(Kind::kInt)) return false;
  *out = heap.At<Int>(v)->negative() ? INT64_MIN : INT64_MAX;
  return true;
}

TypeId Vm::TypeOf(Value v) const {
  switch (v.kind()) {
    case Kind::kFloat:
      return TypeId::kFloat;
    case Kind::kSmallInt:
    case Kind::kInt:
      return TypeId::kInt;
    case Kind::kNone:
      return TypeId::kNoneType;
    case Kind::kBool:
      return TypeId::kBool;
    case Kind::kEllipsis:
      return TypeId::kEllipsisType;
    case Kind::kNotImplemented:
      return TypeId::kNotImplementedType;
    case Kind::kType:
      return TypeId::kType;
    case Kind::kBuiltin:
      return TypeOfBuiltin(v);
    case Kind::kHostFunction:
      return TypeId::kBuiltinFunction;
    case Kind::kStream:
      return TypeId::kTextIOWrapper;
    case Kind::kCode:
      return TypeId::kCode;
    case Kind::kModule:
      return TypeId::kModule;
    case Kind::kStr:
      return TypeId::kStr;
    case Kind::kList:
      return TypeId::kList;
    case Kind::kTuple:
      return TypeId::kTuple;
    case Kind::kDict:
      return TypeId::kDict;
    case Kind::kBytes:
      return TypeId::kBytes;
    case Kind::kSet:
      return TypeId::kSet;
    case Kind::kFrozenSet:
      return TypeId::kFrozenSet;
    case Kind::kRange:
      return TypeId::kRange;
    case Kind::kSlice:
      return TypeId::kSlice;
    case Kind::kFunction:
      return (heap.At<Function>(v)->aux & Function::kBuiltinLike) ? TypeId::kBuiltinFunction : TypeId::kFunction;
    case Kind::kBoundMethod:
      return heap.At<BoundMethod>(v)->function.IsImmediate(Kind::kBuiltin)
                 ? TypeOfBoundBuiltin(heap.At<BoundMethod>(v)->function)
                 : TypeId::kMethod;
    case Kind::kCell:
      return TypeId::kCell;
    case Kind::kGenerator:
      return TypeId::kGenerator;
    case Kind::kCoroutine:
      return TypeId::kCoroutine;
    case Kind::kAsyncGenerator:
      return TypeId::kAsyncGenerator;
    case Kind::kInstance:
      return static_cast<TypeId>(heap.At<Class>(heap.At<Shape>(heap.At<Instance>(v)->shape)->cls)->layout);
    case Kind::kClass:
      return TypeId::kType;
    case Kind::kDescriptor:
      return static_cast<TypeId>(static_cast<int>(TypeId::kProperty) + heap.At<Object>(v)->aux);
    case Kind::kException:
      return static_cast<TypeId>(heap.At<Exception>(v)->type);
    case Kind::kFrame:
      return TypeId::kFrame;
    case Kind::kTraceback:
      return TypeId::kTraceback;
    case Kind::kComplex:
      return TypeId::kComplex;
    case Kind::kDictView:
      return static_cast<TypeId>(static_cast<int>(TypeId::kDictKeys) + heap.At<Object>(v)->aux);
    case Kind::kIterator:
      break;
    default:
      return TypeId::kObject;
  }
  const Iterator* iterator = heap.At<Iterator>(v);
  switch (static_cast<IteratorKind>(iterator->aux)) {
    case IteratorKind::kList:
      return TypeId::kListIterator;
    case IteratorKind::kTuple:
      return TypeId::kTupleIterator;
    case IteratorKind::kStr:
      return iterator->source.IsStr() && heap.At<Str>(iterator->source)->ascii() ? TypeId::kStrAsciiIterator
                                                                                 : TypeId::kStrIterator;
    case IteratorKind::kBytes:
      return TypeId::kBytesIterator;
    case IteratorKind::kRange:
      return iterator->source.IsNone() ? TypeId::kRangeIterator : TypeId::kLongRangeIterator;
    case IteratorKind::kDictKeys:
      return TypeId::kDictKeyIterator;
    case IteratorKind::kDictValues:
      return TypeId::kDictValueIterator;
    case IteratorKind::kDictItems:
      return TypeId::kDictItemIterator;
    case IteratorKind::kSet:
      return TypeId::kSetIterator;
    case IteratorKind::kListReverse:
      return TypeId::kListReverseIterator;
    case IteratorKind::kDictKeysReverse:
      return TypeId::kDictReverseKeyIterator;
    case IteratorKind::kDictValuesReverse:
      return TypeId::kDictReverseValueIterator;
    case IteratorKind::kDictItemsReverse:
      return TypeId::kDictReverseItemIterator;
    case IteratorKind::kReversed:
      return TypeId::kReversed;
    case IteratorKind::kEnumerate:
      return TypeId::kEnumerate;
    case IteratorKind::kZip:
      return TypeId::kZip;
    case IteratorKind::kMap:
      return TypeId::kMap;
    case IteratorKind::kFilter:
      return TypeId::kFilter;
    case IteratorKind::kCallable:
      return TypeId::kCallableIterator;
    case IteratorKind::kAsend:
      return TypeId::kAsyncGeneratorAsend;
    case IteratorKind::kAthrow:
    case IteratorKind::kAclose:
      return TypeId::kAsyncGeneratorAthrow;
    case IteratorKind::kCoroutineWrapper:
      return TypeId::kCoroutineWrapper;
    case IteratorKind::kAnextDefault:
      return TypeId::kAnextAwaitable;
    case IteratorKind::kSequence:
      return TypeId::kSequenceIterator;
  }
  return TypeId::kObject;
}

}  // namespace garter
