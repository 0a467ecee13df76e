// Operators of sequences, sets and dicts: which type's rules apply, and the words when none does.
#include "interpreter/types/bytes.h"
#include "interpreter/types/containers.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/str.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

bool IsSequence(Value v) {
  return v.IsStr() || v.IsObject(Kind::kBytes) || v.IsObject(Kind::kList) || v.IsObject(Kind::kTuple);
}

bool IsSet(Value v) { return v.IsObject(Kind::kSet) || v.IsObject(Kind::kFrozenSet); }

// Types that CPython gives sequence slots without repetition: `x *= "ab"` does not look at the right side for them.
bool HasSequenceSlots(Value v) {
  return v.IsObject(Kind::kDict) || v.IsObject(Kind::kSet) || v.IsObject(Kind::kFrozenSet) ||
         v.IsObject(Kind::kRange) || v.IsObject(Kind::kDictView);
}

// sequence * count, on either side.
Step Repeat(Vm& vm, Value sequence, Value count, bool inplace, bool sequence_first) {
  if (IsUserObject(vm, count) && HasIndex(vm, count)) {
    Step index = Index(vm, count);
    if (!index.done()) return index;
    count = index.value;
  }
  if (!count.IsAnyInt() && !count.IsBool()) {
    return vm.Raise(TypeId::kTypeError, "can't multiply sequence by non-int of type '%T'", count);
  }
  int64_t n;
  if (!vm.AsInt64(count, &n)) return vm.Raise(TypeId::kOverflowError, "cannot fit 'int' into an index-sized integer");
  if (n < 0) n = 0;
  if (sequence.IsStr()) return StrRepeat(vm, sequence, n);
  if (sequence.IsObject(Kind::kBytes)) return BytesRepeat(vm, sequence, n);
  Value times = vm.NewInt(n);
  if (times.IsUnbound()) return vm.NoRoom();
  if (sequence.IsObject(Kind::kList)) return ListBinary(vm, BinaryOp::kMul, sequence, times, inplace && sequence_first);
  return TupleBinary(vm, BinaryOp::kMul, sequence, times, false);
}

Step Concatenate(Vm& vm, Value a, Value b, bool inplace) {
  if (a.IsStr()) {
    if (b.IsStr()) return StrConcat(vm, a, b);
    return vm.Raise(TypeId::kTypeError, "can only concatenate str (not \"%T\") to str", b);
  }
  if (a.IsObject(Kind::kBytes)) {
    if (b.IsObject(Kind::kBytes)) return BytesConcat(vm, a, b);
    return vm.Raise(TypeId::kTypeError, "can't concat %T to bytes", b);
  }
  if (a.IsObject(Kind::kList))
    return ListBinary(vm, BinaryOp::kAdd, a, b, GARTER_MUTANT(vm, 16, inplace && !b.IsObject(Kind::kList), inplace));
  return TupleBinary(vm, BinaryOp::kAdd, a, b, inplace);
}

}  // namespace

Step ContainerBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  switch (op) {
    case BinaryOp::kMul:
      if (IsSequence(a)) return Repeat(vm, a, b, inplace, true);
      if (IsSequence(b) && !(inplace && HasSequenceSlots(a))) return Repeat(vm, b, a, inplace, false);
      return Step::Stop();
    case BinaryOp::kAdd:
      return IsSequence(a) ? Concatenate(vm, a, b, inplace) : Step::Stop();
    case BinaryOp::kMod:
      if (a.IsStr()) return StrPercent(vm, a, b);
      if (a.IsObject(Kind::kBytes)) return BytesPercent(vm, a, b);
      return Step::Stop();
    case BinaryOp::kSub:
    case BinaryOp::kAnd:
    case BinaryOp::kOr:
    case BinaryOp::kXor:
      break;
    default:
      return Step::Stop();
  }
  if (IsSet(a) && IsSet(b)) return SetBinary(vm, op, a, b, inplace);
  if (a.IsObject(Kind::kDict) && b.IsObject(Kind::kDict)) return DictBinary(vm, op, a, b, inplace);
  if (a.IsObject(Kind::kDict) && inplace) return DictBinary(vm, op, a, b, inplace);
  if (a.IsObject(Kind::kDictView) || b.IsObject(Kind::kDictView)) return DictViewBinary(vm, op, a, b, inplace);
  return Step::Stop();
}

}  // namespace garter
