// repr, str, format of objects of the program (reference 3.3.1).
#include "interpreter/heap/text_builder.h"
#include "interpreter/types/hashing.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

enum Phase : uint32_t { kStart, kReprAnswer, kStrAnswer, kFormatAnswer };

// The containers whose repr is under way: what is inside of them shows them as [...].
void Mark(Vm& vm, Value containers, bool open) {
  if (!containers.IsObject(Kind::kTuple)) return;
  Span all = SpanOf(vm, containers);
  for (uint32_t k = 0; k < all.count; ++k) SetReprOpen(vm, all.first[k], open);
}

Step MustBeStr(Vm& vm, const char* name, Value answer) {
  Value text = Plain(vm, answer);
  if (text.IsStr()) return Step::Done(answer);
  return vm.Raise(TypeId::kTypeError, "%s returned non-string (type %T)", name, answer);
}

// <__main__.C object at 0x7f...>
Step DefaultRepr(Vm& vm, Value v) {
  uint64_t identity;
  if (!IdentityOf(vm, v, &identity)) return vm.NoRoom();
  Value cls = ClassOf(vm, v);
  Value module = vm.DictGetAscii(ClassAt(vm, cls)->dict, "__module__");
  TextBuilder text(vm.heap);
  auto add = [&](Value str) {
    Text t = vm.TextOf(str);
    text.AppendCharacters(t.data, t.length, t.width);
  };
  text.Append('<');
  if (module.IsStr() && !vm.StrIs(module, "builtins")) {
    add(module);
    text.Append('.');
  }
  add(ClassAt(vm, cls)->qualified_name);
  text.AppendAscii(" object at 0x");
  int digits = 1;
  while (digits < 16 && identity >> (digits * 4) != 0) ++digits;
  for (int k = digits - 1; k >= 0; --k) text.Append(static_cast<uint8_t>("0123456789abcdef"[identity >> (k * 4) & 15]));
  text.Append('>');
  Value str = text.Finish();
  return str.IsUnbound() ? vm.NoRoom() : Step::Done(str);
}

}  // namespace

// c: a tuple of the containers around, or Unbound.
Step ReprStep(Vm& vm, Native& n) {
  if (n.phase == kReprAnswer) Mark(vm, n.arg(3), false);
  if (n.failed) return vm.RaiseObject(n.input);
  Value a = n.arg(1);
  if (n.phase == kReprAnswer) {
    Step text = MustBeStr(vm, "__repr__", n.input);
    return text.done() ? Step::Done(Plain(vm, text.value)) : text;
  }
  Value method = LookupOwnSpecial(vm, a, Special::k_repr);
  if (!method.IsUnbound()) {
    Step step = CallSpecial(vm, n, kReprAnswer, method, a);
    if (step.action == Action::kCall) Mark(vm, n.arg(3), true);
    return step;
  }
  Value native = Plain(vm, a);
  if (native == a && a.IsObject(Kind::kInstance)) return DefaultRepr(vm, a);
  return Repr(vm, native);
}

Step StrStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value a = n.arg(1);
  if (n.phase == kStrAnswer) return MustBeStr(vm, "__str__", n.input);
  Value method = LookupOwnSpecial(vm, a, Special::k_str);
  if (!method.IsUnbound()) return CallSpecial(vm, n, kStrAnswer, method, a);
  Value native = Plain(vm, a);
  if (native.IsStr()) return Step::Done(native);
  if (a.IsObject(Kind::kException)) return ToStr(vm, a);
  // str() of anything else is its repr, the program's if it has one.
  if (!LookupOwnSpecial(vm, a, Special::k_repr).IsUnbound() || native == a) return Ask(vm, Protocol::kRepr, 0, a);
  return ToStr(vm, native);
}

// format(a, b)
Step FormatStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value a = n.arg(1), spec = n.arg(2);
  if (n.phase == kFormatAnswer) {
    if (Plain(vm, n.input).IsStr()) return Step::Done(Plain(vm, n.input));
    return vm.Raise(TypeId::kTypeError, "__format__ must return a str, not %T", n.input);
  }
  Value method = LookupOwnSpecial(vm, a, Special::k_format);
  if (!method.IsUnbound()) return CallSpecial(vm, n, kFormatAnswer, method, a, spec);
  Value native = Plain(vm, a);
  bool empty = vm.heap.At<Str>(spec)->length == 0;
  bool own_text =
      !LookupOwnSpecial(vm, a, Special::k_str).IsUnbound() || !LookupOwnSpecial(vm, a, Special::k_repr).IsUnbound();
  if (!(native == a) && !(empty && own_text)) return Format(vm, native, spec);
  if (empty) return ToStr(vm, a);
  return vm.Raise(TypeId::kTypeError, "unsupported format string passed to %T.__format__", a);
}

}  // namespace garter
