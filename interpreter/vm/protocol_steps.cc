// The step forms of the protocols: what runs when the Try form has met an object of the program. See ask.h.
//
// Each is entered with the operands as arguments 1 to 3. Where no operand has a say of its own (a list of instances is
// compared with another) the Try form runs again, as this native, and asks for the parts.
#include "interpreter/vm/protocol_steps.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/operators.h"

namespace garter {
namespace {

enum Phase : uint32_t { kStart, kFirst, kSecond, kThird };

// What needs nothing but its Try form, whose questions are answered one after another.
template <typename Try>
Step Passed(Vm& vm, Native& n, Try form) {
  return n.failed ? vm.RaiseObject(n.input) : form();
}

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
  if (method.IsNone()) return vm.Raise(TypeId::kTypeError, "'%T' cannot be interpreted as a boolean", a);
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
  int64_t code = n.arg(0).AsSmallInt();
  auto detail = static_cast<uint32_t>(code >> 16);
  auto protocol = static_cast<Protocol>(code & 0xFFFF);
  switch (protocol) {
    case Protocol::kTruth:
      return TruthStep(vm, n);
    case Protocol::kRichCompare:
      return CompareStep(vm, n, static_cast<CompareOp>(detail), false);
    case Protocol::kCompare:
      return CompareStep(vm, n, static_cast<CompareOp>(detail), true);
    case Protocol::kSame:
      return SameStep(vm, n);
    case Protocol::kHash:
      return HashStep(vm, n, detail);
    case Protocol::kRepr:
      return ReprStep(vm, n);
    case Protocol::kStr:
      return StrStep(vm, n);
    case Protocol::kAscii:
      return Passed(vm, n, [&] { return Ascii(vm, n.arg(1)); });
    case Protocol::kFormat:
      return FormatStep(vm, n);
    case Protocol::kBinary:
      return BinaryStep(vm, n, static_cast<BinaryOp>(detail & ~kInplace), (detail & kInplace) != 0);
    case Protocol::kDivMod:
      return DivModStep(vm, n);
    case Protocol::kPower:
      return PowerStep(vm, n);
    case Protocol::kRound:
      return RoundStep(vm, n);
    case Protocol::kNegative:
    case Protocol::kPositive:
    case Protocol::kInvert:
    case Protocol::kLength:
    case Protocol::kIndex:
    case Protocol::kInt:
    case Protocol::kFloat:
    case Protocol::kComplex:
    case Protocol::kAbsolute:
    case Protocol::kBytes:
    case Protocol::kReversed:
    case Protocol::kLengthHint:
    case Protocol::kDir:
      return UnaryStep(vm, n, protocol);
    case Protocol::kGetIter:
      return GetIterStep(vm, n);
    case Protocol::kNext:
      return NextStep(vm, n);
    case Protocol::kGetItem:
      return GetItemStep(vm, n);
    case Protocol::kSetItem:
      return SetItemStep(vm, n);
    case Protocol::kDeleteItem:
      return DeleteItemStep(vm, n);
    case Protocol::kGetSlice:
      return GetSliceStep(vm, n);
    case Protocol::kContains:
      return ContainsStep(vm, n);
    case Protocol::kGetAttribute:
    case Protocol::kGetMethod:
      return GetAttributeStep(vm, n);
    case Protocol::kSetAttribute:
    case Protocol::kDeleteAttribute:
      return SetAttributeStep(vm, n);
    case Protocol::kGetDescriptor:
      return GetDescriptorStep(vm, n);
    case Protocol::kIsInstance:
      return ClassCheckStep(vm, n, true);
    case Protocol::kIsSubclass:
      return ClassCheckStep(vm, n, false);
    case Protocol::kCall:
      return CallStep(vm, n);
    case Protocol::kList:
      return ListStep(vm, n);
    case Protocol::kBuildSet:
      return BuildStep(vm, n, false);
    case Protocol::kBuildDict:
      return BuildStep(vm, n, true);
    case Protocol::kSetAdd:
      return SetAddStep(vm, n);
    case Protocol::kUpdateDict:
      return UpdateDictStep(vm, n, false);
    case Protocol::kMergeDict:
      return UpdateDictStep(vm, n, true);
    case Protocol::kFormatValue:
      return Passed(vm, n, [&] { return FormatValue(vm, n.arg(1), static_cast<int>(detail), n.arg(2)); });
    case Protocol::kMatchException:
      return Passed(vm, n, [&] { return MatchException(vm, n.arg(1), n.arg(2)); });
    case Protocol::kRaise:
      return RaiseStep(vm, n);
    case Protocol::kLoadName:
      return LoadNameStep(vm, n);
    default:
      break;
  }
  CHECK(false);  // not asked anywhere
  __builtin_unreachable();
}

}  // namespace garter
