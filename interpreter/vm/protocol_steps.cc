// The step forms of the protocols: what runs when the Try form has met an object of the program. See ask.h.
//
// Each is entered with the operands as arguments 1 to 3. Where no operand has a say of its own (a list of instances is
// compared with another) the Try form runs again, as this native, and asks for the parts.
#include "interpreter/vm/protocol_steps.h"
#include "interpreter/types/generic.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/operators.h"

namespace garter {
namespace {

enum Phase : uint32_t { kStart, kFirst, kSecond, kThird };

// bool(a): __bool__, else __len__, else true (reference 3.3.1).
Step TruthStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value a = n.arg(1);
  if (n.phase == kFirst) {
    if (n.input.IsBool()) return Step::Done(n.input);
    return vm.Raise(TypeId::kTypeError, "__bool__ should return bool, returned %T", n.input);
  }
  if (n.phase == kSecond) {
    Step length = LengthResult(vm, n.input);
    return length.done() ? Step::Done(Value::Bool(!(length.value == Value::SmallInt(0)))) : length;
  }
  Value method = LookupOwnSpecial(vm, a, Special::k_bool);
  if (!method.IsUnbound()) return CallSpecial(vm, n, kFirst, method, a);
  method = LookupOwnSpecial(vm, a, Special::k_len);
  if (!method.IsUnbound()) return CallSpecial(vm, n, kSecond, method, a);
  Value native = NativeOf(vm, a);
  return native == a ? Step::Done(kTrue) : Truth(vm, native);
}

Step CallStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase != kStart) return Step::Done(n.input);
  Span arguments = SpanOf(vm, n.arg(2));
  return CallWith(vm, n, kFirst, n.arg(1), arguments.count, kUnbound,
                  [&](uint32_t k) { return SpanOf(vm, n.arg(2)).first[k]; });
}

// a.__get__(b, c)
Step GetDescriptorStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase != kStart) return Step::Done(n.input);
  Resolution r = BindFound(vm, n.arg(1), n.arg(2), n.arg(3));
  switch (r.how) {
    case Resolution::kMethod:
      return BindMethod(vm, r.value, r.self);
    case Resolution::kCallOne:
      return n.Call(kFirst, r.value, r.self);
    case Resolution::kGet:
      return CallSpecial(vm, n, kFirst, LookupSpecial(vm, r.value, Special::k_get), r.value, r.self, r.owner);
    case Resolution::kFailed:
      return r.step;
    default:
      return Step::Done(r.value);
  }
}

// The name b in the namespace a, a mapping that is no dict; else, with detail 1, the content of a cell, c; else the global
// or builtin.
Step LoadNameStep(Vm& vm, Native& n) {
  Value name = n.arg(2);
  if (n.phase == kStart)
    return CallSpecial(vm, n, kFirst, LookupSpecial(vm, n.arg(1), Special::k_getitem), n.arg(1), name);
  if (!n.failed) return Step::Done(n.input);
  if (!ExceptionTypeIs(vm, n.input, TypeId::kKeyError)) return vm.RaiseObject(n.input);
  if (!n.arg(3).IsUnbound()) return Step::Done(n.arg(3));
  Value found = vm.DictGetStr(vm.globals, name);
  Text text = vm.TextOf(name);
  if (found.IsUnbound() && text.ascii) found = FindBuiltinName({reinterpret_cast<const char*>(text.data), text.length});
  if (!found.IsUnbound()) return Step::Done(found);
  Step step = vm.Raise(TypeId::kNameError, "name '%S' is not defined", name);
  if (step.action == Action::kRaise) SetExceptionName(vm, vm.raised, name);
  return step;
}

// Without an object of the program among the operands: parts of them are such.
Step BinaryOperands(Vm& vm, Native& n) {
  if (IsUserObject(vm, n.arg(1)) || IsUserObject(vm, n.arg(2))) return BinaryStep(vm, n);
  if (n.failed) return vm.RaiseObject(n.input);
  return Binary(vm, static_cast<BinaryOp>(DetailOf(n) & (kInplace - 1)), n.arg(1), n.arg(2),
                (DetailOf(n) & kInplace) != 0);
}

Step NextStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase != kStart) return n.stopped ? Step::Stop() : Step::Done(n.input);
  return n.Next(kFirst, n.arg(1));
}

// a[b:c]
Step SliceStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value a = n.arg(1);
  if (n.phase == kStart) {
    if (!IsUserObject(vm, a) && !a.IsObject(Kind::kClass)) return GetSlice(vm, a, n.arg(2), n.arg(3));
    Slice* slice = vm.heap.New<Slice>(Kind::kSlice);
    if (slice == nullptr) return vm.NoRoom();
    slice->start = n.arg(2);
    slice->stop = n.arg(3);
    slice->step = kNone;
    n.slot(0) = vm.heap.ValueOf(slice);
    n.phase = kFirst;
    n.settled = vm.meter.used;
  }
  return GetItem(vm, a, n.slot(0));
}

// A set, or a dict, of the items of the tuple a.
Step BuildStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  bool pairs = static_cast<Protocol>(n.arg(0).AsSmallInt() & 0xFFFF) == Protocol::kBuildDict;
  if (n.phase == kStart) {
    Value made = pairs ? vm.NewDict() : vm.NewSet();
    if (made.IsUnbound()) return vm.NoRoom();
    n.slot(0) = made;
    n.slot(1) = Value::SmallInt(0);
    n.phase = kFirst;
    n.settled = vm.meter.used;
  }
  while (n.slot(1).AsSmallInt() < SpanOf(vm, n.arg(1)).count) {
    const Value* item = SpanOf(vm, n.arg(1)).first + n.slot(1).AsSmallInt();
    Step step = pairs ? DictSet(vm, n.slot(0), item[0], item[1]) : SetAdd(vm, n.slot(0), item[0]);
    if (!step.done()) return step;
    n.slot(1) = Value::SmallInt(n.slot(1).AsSmallInt() + (pairs ? 2 : 1));
    n.settled = vm.meter.used;
  }
  return Step::Done(n.slot(0));
}

}  // namespace

Step LengthResult(Vm& vm, Value v) {
  v = Plain(vm, v);
  if (!v.IsAnyInt() && !v.IsBool())
    return vm.Raise(TypeId::kTypeError, "'%T' object cannot be interpreted as an integer", v);
  int64_t length;
  if (!vm.AsInt64(v, &length)) return vm.Raise(TypeId::kOverflowError, "cannot fit 'int' into an index-sized integer");
  if (length < 0) return vm.Raise(TypeId::kValueError, "__len__() should return >= 0");
  Value exact = vm.NewInt(length);
  return exact.IsUnbound() ? vm.NoRoom() : Step::Done(exact);
}

Step ProtocolStep(Vm& vm, Native& n) {
  switch (static_cast<Protocol>(n.arg(0).AsSmallInt() & 0xFFFF)) {
    case Protocol::kTruth:
      return TruthStep(vm, n);
    case Protocol::kGetAttribute:
    case Protocol::kGetMethod:
      return GetAttributeStep(vm, n);
    case Protocol::kSetAttribute:
    case Protocol::kDeleteAttribute:
      return SetAttributeStep(vm, n);
    case Protocol::kGetDescriptor:
      return GetDescriptorStep(vm, n);
    case Protocol::kLoadName:
      return LoadNameStep(vm, n);
    case Protocol::kCall:
      return CallStep(vm, n);
    case Protocol::kEvaluate:
      return EvaluateStep(vm, n);
    case Protocol::kAnnotations:
      return AnnotationsStep(vm, n);
    case Protocol::kRichCompare:
      return RichCompareStep(vm, n, false);
    case Protocol::kCompare:
      return RichCompareStep(vm, n, true);
    case Protocol::kSame:
      return Same(vm, n.arg(1), n.arg(2));
    case Protocol::kHash:
      return HashStep(vm, n);
    case Protocol::kRepr:
      return ReprStep(vm, n);
    case Protocol::kStr:
      return StrStep(vm, n);
    case Protocol::kAscii:
      return n.failed ? vm.RaiseObject(n.input) : Ascii(vm, n.arg(1));
    case Protocol::kFormat:
      return FormatStep(vm, n);
    case Protocol::kBinary:
      return BinaryOperands(vm, n);
    case Protocol::kNegative:
    case Protocol::kPositive:
    case Protocol::kInvert:
      return UnaryStep(vm, n, static_cast<Protocol>(n.arg(0).AsSmallInt() & 0xFFFF));
    case Protocol::kIndex:
    case Protocol::kInt:
    case Protocol::kFloat:
      return NumberStep(vm, n, static_cast<Protocol>(n.arg(0).AsSmallInt() & 0xFFFF));
    case Protocol::kGetIter:
      return IterStep(vm, n);
    case Protocol::kNext:
      return NextStep(vm, n);
    case Protocol::kGetItem:
    case Protocol::kSetItem:
    case Protocol::kDeleteItem:
      return ItemStep(vm, n, static_cast<Protocol>(n.arg(0).AsSmallInt() & 0xFFFF));
    case Protocol::kGetSlice:
      return SliceStep(vm, n);
    case Protocol::kContains:
      return ContainsStep(vm, n);
    case Protocol::kLength:
      return LengthStep(vm, n);
    case Protocol::kIsInstance:
      return ClassCheckStep(vm, n, true);
    case Protocol::kIsSubclass:
      return ClassCheckStep(vm, n, false);
    case Protocol::kList:
      return ListStep(vm, n);
    case Protocol::kBuildSet:
    case Protocol::kBuildDict:
      return BuildStep(vm, n);
    case Protocol::kSetAdd:
      return n.failed ? vm.RaiseObject(n.input) : SetAdd(vm, n.arg(1), n.arg(2));
    case Protocol::kUpdateDict:
    case Protocol::kMergeDict:
      return MappingStep(vm, n, static_cast<Protocol>(n.arg(0).AsSmallInt() & 0xFFFF));
    case Protocol::kFormatValue:
      return n.failed ? vm.RaiseObject(n.input) : FormatValue(vm, n.arg(1), static_cast<int>(DetailOf(n)), n.arg(2));
    case Protocol::kMatchException:
      return n.failed ? vm.RaiseObject(n.input) : MatchException(vm, n.arg(1), n.arg(2));
    case Protocol::kRaise:
      return RaiseStep(vm, n);
    case Protocol::kCount:
      break;
  }
  CHECK(false);  // not asked anywhere
  __builtin_unreachable();
}

}  // namespace garter
