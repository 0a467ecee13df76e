// format(v, spec): which type reads the specification, and what it allows.
#include "interpreter/types/complex.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/format_spec.h"
#include "interpreter/types/str_characters.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

// How many more bytes than characters the text has as UTF-8: what seeded bug 18 takes from the width.
int64_t ContinuationBytes(const Text& text) {
  int64_t count = 0;
  for (uint32_t i = 0; i < text.length; ++i) count += (text[i] >= 0x80) + (text[i] >= 0x800) + (text[i] >= 0x10000);
  return count;
}

Step FormatStr(Vm& vm, Value v, Value text) {
  FormatSpec spec;
  spec.type = 's';
  spec.align = '<';
  Step step = ParseFormatSpec(vm, text, v, &spec);
  if (!step.done()) return step;
  if (spec.type != 's') return RaiseUnknownFormatCode(vm, spec.type, v);
  if (spec.sign == ' ') return vm.Raise(TypeId::kValueError, "Space not allowed in string format specifier");
  if (spec.sign != 0) return vm.Raise(TypeId::kValueError, "Sign not allowed in string format specifier");
  if (spec.no_negative_zero) {
    return vm.Raise(TypeId::kValueError, "Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.alternate) return vm.Raise(TypeId::kValueError, "Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return vm.Raise(TypeId::kValueError, "'=' alignment not allowed in string format specifier");
  Text characters = vm.TextOf(v);
  bool cut = spec.precision >= 0 && spec.precision < static_cast<int64_t>(characters.length);
  if (cut) characters = Part(characters, 0, static_cast<uint32_t>(spec.precision));
  spec.width -= GARTER_MUTANT(vm, 18, ContinuationBytes(characters), 0);
  if (!cut && spec.width <= static_cast<int64_t>(characters.length)) return Step::Done(v);
  TextBuilder out(vm.heap);
  LayOutText(out, characters, spec);
  return DoneOrNoRoom(vm, out.Finish());
}

bool IsRealCode(uint32_t code) {
  return code == 'e' || code == 'E' || code == 'f' || code == 'F' || code == 'g' || code == 'G' || code == '%';
}

Step FormatInt(Vm& vm, Value v, Value text) {
  FormatSpec spec;
  spec.type = 'd';
  spec.align = '>';
  Step step = ParseFormatSpec(vm, text, v, &spec);
  if (!step.done()) return step;
  switch (spec.type) {
    case 'c':
    case 'd':
    case 'b':
    case 'o':
    case 'x':
    case 'X':
    case 'n':
      return FormatInteger(vm, v, spec);
    default:
      break;
  }
  if (!IsRealCode(spec.type)) return RaiseUnknownFormatCode(vm, spec.type, v);
  double value;
  step = FloatOf(vm, v, &value);
  return step.done() ? FormatReal(vm, value, spec) : step;
}

Step FormatFloatValue(Vm& vm, Value v, Value text) {
  FormatSpec spec;
  spec.align = '>';
  Step step = ParseFormatSpec(vm, text, v, &spec);
  if (!step.done()) return step;
  if (spec.type != 0 && spec.type != 'n' && !IsRealCode(spec.type)) return RaiseUnknownFormatCode(vm, spec.type, v);
  return FormatReal(vm, v.AsDouble(), spec);
}

}  // namespace

Step Format(Vm& vm, Value v, Value spec) {
  if (IsUserObject(vm, v) && !LookupOwnSpecial(vm, v, Special::k_format).IsUnbound())
    return Ask(vm, Protocol::kFormat, 0, v, spec);
  if (vm.heap.At<Str>(spec)->length == 0) return ToStr(vm, v);
  Value native = Plain(vm, v);
  if (native.IsStr()) return FormatStr(vm, native, spec);
  if (native.IsAnyInt() || native.IsBool()) return FormatInt(vm, native, spec);
  if (native.IsDouble()) return FormatFloatValue(vm, native, spec);
  if (IsComplex(native)) return FormatComplex(vm, native, spec);
  return vm.Raise(TypeId::kTypeError, "unsupported format string passed to %T.__format__", v);
}

}  // namespace garter
