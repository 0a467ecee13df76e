// The % operator of str and bytes: "%(name)-5.2f".
//
// One reader for both: a str's conversions give strs, a bytes object's give bytes. Numbers are written as format()
// writes them, with the rules of C's printf on top: a precision is the least number of digits of an int, and '0' fills
// between sign and digits.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/float_text.h"
#include "interpreter/types/bytes.h"
#include "interpreter/types/bytes_builder.h"
#include "interpreter/types/format_pieces.h"
#include "interpreter/types/format_spec.h"
#include "interpreter/types/number.h"
#include "interpreter/types/str.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"

namespace garter {
namespace {

constexpr int64_t kMaxIndex = INT64_MAX;

// One conversion as it is written.
struct Conversion {
  bool left = false, plus = false, blank = false, alternate = false, zero = false;
  int64_t width = -1;
  int64_t precision = -1;
  uint32_t code = 0;
  uint32_t code_at = 0;
};

bool IsMapping(Vm& vm, Value v) {
  if (IsUserObject(vm, v)) {
    // Whatever has items, but text and tuples.
    Value native = Plain(vm, v);
    if (native.IsStr() || native.IsObject(Kind::kTuple)) return false;
    return !LookupOwnSpecial(vm, v, Special::k_getitem).IsUnbound() || (!(native == v) && IsMapping(vm, native));
  }
  return v.IsObject(Kind::kDict) || v.IsObject(Kind::kList) || v.IsObject(Kind::kRange) || v.IsObject(Kind::kBytes);
}

template <typename Traits>
class PercentFormatter {
 public:
  PercentFormatter(Vm& vm, Value format, Value arguments)
      : vm_(vm), format_(format), text_(Traits::TextOf(vm, format)), arguments_(arguments), pieces_(vm, format) {
    is_tuple_ = arguments.IsObject(Kind::kTuple);
    // What "%(name)s" subscripts. Text is an argument, although it has subscripts (but bytes are none of a str's).
    if (IsMapping(vm, arguments) && (Traits::kIsStr || !arguments.IsObject(Kind::kBytes))) mapping_ = arguments;
  }

  Step Run() {
    if (!pieces_.ok()) return vm_.NoRoom();
    while (at_ < text_.length) {
      uint32_t start = at_;
      while (at_ < text_.length && text_[at_] != '%') ++at_;
      if (!pieces_.AddLiteral(start, at_)) return vm_.NoRoom();
      if (at_ == text_.length) break;
      ++at_;
      if (at_ < text_.length && text_[at_] == '%') {
        if (!pieces_.AddLiteral(at_, at_ + 1)) return vm_.NoRoom();
        ++at_;
        continue;
      }
      Step step = One();
      if (!step.done()) return step;
      if (!vm_.meter.Charge(1)) return Step::Limit();
    }
    if (UnusedArguments() && mapping_.IsUnbound()) {
      return vm_.Raise(TypeId::kTypeError, "not all arguments converted during %s formatting",
                       Traits::kIsStr ? "string" : "bytes");
    }
    return pieces_.Finish();
  }

 private:
  bool UnusedArguments() const {
    return is_tuple_ ? next_ < vm_.heap.At<Tuple>(arguments_)->count : next_ == 0 && !by_name_;
  }

  // The next argument, in *out.
  Step NextArgument(Value* out) {
    if (by_name_) {
      if (named_.IsUnbound()) return vm_.Raise(TypeId::kTypeError, "not enough arguments for format string");
      *out = named_;
      named_ = kUnbound;
      return Step::Done(kNone);
    }
    if (is_tuple_ ? next_ < vm_.heap.At<Tuple>(arguments_)->count : next_ == 0) {
      *out = is_tuple_ ? vm_.heap.At<Tuple>(arguments_)->items()[next_] : arguments_;
      ++next_;
      return Step::Done(kNone);
    }
    return vm_.Raise(TypeId::kTypeError, "not enough arguments for format string");
  }

  bool Is(uint32_t c) const { return at_ < text_.length && text_[at_] == c; }

  // Digits. False: too large.
  bool ReadNumber(int64_t most, int64_t* out) {
    *out = 0;
    for (; at_ < text_.length && text_[at_] >= '0' && text_[at_] <= '9'; ++at_) {
      int64_t digit = text_[at_] - '0';
      if (*out > (most - digit) / 10) return false;
      *out = *out * 10 + digit;
    }
    return true;
  }

  Step Incomplete() { return vm_.Raise(TypeId::kValueError, "incomplete format"); }

  Step ReadKey() {
    if (mapping_.IsUnbound()) return vm_.Raise(TypeId::kTypeError, "format requires a mapping");
    uint32_t start = ++at_;
    int depth = 1;
    for (; at_ < text_.length && depth > 0; ++at_) {
      if (text_[at_] == ')')
        --depth;
      else if (text_[at_] == '(')
        ++depth;
    }
    if (depth > 0) return vm_.Raise(TypeId::kValueError, "incomplete format key");
    Value key = Traits::Range(vm_, format_, start, at_ - 1);
    if (key.IsUnbound()) return vm_.NoRoom();
    Step step = GetItem(vm_, mapping_, key);
    if (!step.done()) return step;
    named_ = step.value;
    by_name_ = true;
    return step;
  }

  Step ReadStar(Step (*convert)(Vm&, Value, int64_t*), int64_t* out) {
    ++at_;
    Value v;
    Step step = NextArgument(&v);
    if (!step.done()) return step;
    v = Plain(vm_, v);
    if (!v.IsAnyInt() && !v.IsBool()) return vm_.Raise(TypeId::kTypeError, "* wants int");
    return convert(vm_, v, out);
  }

  Step Read(Conversion* c) {
    if (Is('(')) {
      Step step = ReadKey();
      if (!step.done()) return step;
    }
    for (;; ++at_) {
      if (Is('-'))
        c->left = true;
      else if (Is('+'))
        c->plus = true;
      else if (Is(' '))
        c->blank = true;
      else if (Is('#'))
        c->alternate = true;
      else if (Is('0'))
        c->zero = true;
      else
        break;
    }
    if (Is('*')) {
      Step step = ReadStar(IndexOf, &c->width);
      if (!step.done()) return step;
      if (c->width < 0) {
        c->left = true;
        c->width = c->width == INT64_MIN ? kMaxIndex : -c->width;
      }
    } else if (at_ < text_.length && text_[at_] >= '0' && text_[at_] <= '9') {
      if (!ReadNumber(kMaxIndex, &c->width)) return vm_.Raise(TypeId::kValueError, "width too big");
    }
    if (Is('.')) {
      ++at_;
      c->precision = 0;
      if (Is('*')) {
        Step step = ReadStar(CIntOf, &c->precision);
        if (!step.done()) return step;
        if (c->precision < 0) c->precision = 0;
      } else if (!ReadNumber(INT32_MAX, &c->precision)) {
        return vm_.Raise(TypeId::kValueError, Traits::kIsStr ? "precision too big" : "prec too big");
      }
    }
    if (Is('h') || Is('l') || Is('L')) ++at_;
    if (at_ >= text_.length) return Incomplete();
    c->code_at = at_;
    c->code = text_[at_++];
    return Step::Done(kNone);
  }

  Step One() {
    Conversion c;
    by_name_ = false;
    Step step = Read(&c);
    if (!step.done()) return step;
    Value v = kNone;
    step = NextArgument(&v);
    if (!step.done()) return step;
    switch (c.code) {
      case 's':
      case 'r':
      case 'a':
      case 'b':
        step = WriteText(c, v);
        break;
      case 'c':
        step = WriteCharacter(c, v);
        break;
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        step = WriteInteger(c, v);
        break;
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        step = WriteReal(c, v);
        break;
      default:
        return Unsupported(c);
    }
    named_ = kUnbound;
    if (by_name_) next_ = next_ == 0 && !is_tuple_ ? 1 : next_;
    if (!step.done()) return step;
    return pieces_.Add(step.value) ? step : vm_.NoRoom();
  }

  Step Unsupported(const Conversion& c) {
    char hex[12];
    int digits = 1, n = 0;
    while (digits < 8 && c.code >> (4 * digits) != 0) ++digits;
    for (int k = digits - 1; k >= 0; --k) hex[n++] = "0123456789abcdef"[c.code >> (4 * k) & 15];
    hex[n] = 0;
    uint32_t shown = c.code >= 31 && c.code < 126 ? c.code : '?';
    return vm_.Raise(TypeId::kValueError, "unsupported format character '%c' (0x%s) at index %d", shown,
                     static_cast<const char*>(hex), int64_t{c.code_at});
  }

  // Pads text and makes it the result's type.
  Step Pad(const Conversion& c, Value text) {
    Text characters = Traits::TextOf(vm_, text);
    bool cut = c.precision >= 0 && c.precision < static_cast<int64_t>(characters.length);
    if (cut) characters = Part(characters, 0, static_cast<uint32_t>(c.precision));
    int64_t padding = c.width > static_cast<int64_t>(characters.length) ? c.width - characters.length : 0;
    if (!cut && padding == 0) return Step::Done(text);
    if constexpr (Traits::kIsStr) {
      FormatSpec spec;
      spec.width = c.width;
      spec.align = c.left ? '<' : '>';
      TextBuilder out(vm_.heap);
      LayOutText(out, characters, spec);
      return DoneOrNoRoom(vm_, out.Finish());
    } else {
      BytesBuilder out(vm_);
      if (!c.left) out.Repeat(' ', static_cast<uint64_t>(padding));
      out.Append(characters.data, characters.length);
      if (c.left) out.Repeat(' ', static_cast<uint64_t>(padding));
      return DoneOrNoRoom(vm_, out.Finish());
    }
  }

  // An ASCII str as what this formatter makes.
  Step AsResult(Step str) {
    if (!str.done() || Traits::kIsStr) return str;
    Text text = vm_.TextOf(str.value);
    return DoneOrNoRoom(vm_, vm_.NewBytes(text.data, text.length));
  }

  Step WriteText(const Conversion& c, Value v) {
    Step step = Step::Done(v);
    if (Traits::kIsStr) {
      if (c.code == 'b') return Unsupported(c);
      step = c.code == 's' ? ToStr(vm_, v) : c.code == 'r' ? Repr(vm_, v) : Ascii(vm_, v);
    } else if (c.code == 'r' || c.code == 'a') {
      step = AsResult(Ascii(vm_, v));
    } else if (IsUserObject(vm_, v) && !LookupOwnSpecial(vm_, v, Special::k_bytes).IsUnbound()) {
      step = Ask(vm_, Protocol::kBytes, 0, v);
      if (step.done()) step.value = Plain(vm_, step.value);
    } else if (v = Plain(vm_, v); v.IsObject(Kind::kBytes)) {
      step.value = v;
    } else {
      return vm_.Raise(TypeId::kTypeError,
                       "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", v);
    }
    return step.done() ? Pad(c, step.value) : step;
  }

  Step WriteCharacter(const Conversion& c, Value v) {
    Conversion padded = c;
    padded.precision = -1;
    if (Value native = Plain(vm_, v); Traits::Is(native)) {
      v = native;
      Text text = Traits::TextOf(vm_, v);
      if (text.length == 1) return Pad(padded, v);
      if (Traits::kIsStr) {
        return vm_.Raise(TypeId::kTypeError, "%%c requires an int or a unicode character, not a string of length %d",
                         int64_t{text.length});
      }
      return vm_.Raise(TypeId::kTypeError,
                       "%%c requires an integer in range(256) or a single byte, not a bytes object of length %d",
                       int64_t{text.length});
    }
    if (IsUserObject(vm_, v) && HasIndex(vm_, v)) {
      Step index = Index(vm_, v);
      if (!index.done()) return index;
      v = index.value;
    }
    if (!v.IsAnyInt() && !v.IsBool()) {
      return vm_.Raise(TypeId::kTypeError,
                       Traits::kIsStr ? "%%c requires an int or a unicode character, not %T"
                                      : "%%c requires an integer in range(256) or a single byte, not %T",
                       v);
    }
    int64_t code = -1;
    bool fits = vm_.AsInt64(v, &code);
    if constexpr (Traits::kIsStr) {
      if (!fits || code < 0 || code > 0x10FFFF)
        return vm_.Raise(TypeId::kOverflowError, "%%c arg not in range(0x110000)");
      Value character = vm_.Character(static_cast<uint32_t>(code));
      return character.IsUnbound() ? vm_.NoRoom() : Pad(padded, character);
    } else {
      if (!fits || code < 0 || code > 255) return vm_.Raise(TypeId::kOverflowError, "%%c arg not in range(256)");
      auto byte = static_cast<uint8_t>(code);
      Value character = vm_.NewBytes(&byte, 1);
      return character.IsUnbound() ? vm_.NoRoom() : Pad(padded, character);
    }
  }

  // The specification that lays out a number as printf does.
  FormatSpec LayoutOf(const Conversion& c) {
    FormatSpec spec;
    spec.width = c.width;
    spec.sign = c.plus ? '+' : c.blank ? ' ' : 0;
    spec.alternate = c.alternate;
    spec.align = c.left ? '<' : c.zero ? '=' : '>';
    if (!c.left && c.zero) spec.fill = '0';
    return spec;
  }

  Step WriteInteger(const Conversion& c, Value v) {
    bool decimal = c.code == 'd' || c.code == 'i' || c.code == 'u';
    if (IsUserObject(vm_, v)) {
      Value native = Plain(vm_, v);
      bool number = native.IsAnyInt() || native.IsBool() || (decimal && native.IsDouble());
      if (decimal && !native.IsAnyInt() && !LookupOwnSpecial(vm_, v, Special::k_int).IsUnbound()) {
        Step converted = Ask(vm_, Protocol::kInt, 0, v);
        if (!converted.done()) return converted;
        v = converted.value;
      } else if (number) {
        v = native;
      } else if (HasIndex(vm_, v)) {
        Step converted = Index(vm_, v);
        if (!converted.done()) return converted;
        v = converted.value;
      }
    }
    if (v.IsDouble() && decimal) {
      Step step = TruncatedFloat(v.AsDouble());
      if (!step.done()) return step;
      v = step.value;
    }
    if (!v.IsAnyInt() && !v.IsBool()) {
      return vm_.Raise(
          TypeId::kTypeError,
          decimal ? "%%%c format: a real number is required, not %T" : "%%%c format: an integer is required, not %T",
          c.code, v);
    }
    bool upper = c.code == 'X';
    unsigned base = decimal ? 10 : c.code == 'o' ? 8 : 16;
    IntegerDigits digits;
    Step step = DigitsOf(vm_, v, base, upper, &digits);
    if (!step.done()) return step;
    if (decimal && c.width < 0 && c.precision < 0 && !c.plus && !c.blank) {
      // Nothing but digits, most of the time: one copy.
      uint8_t* data = nullptr;
      Value plain = NewText<Traits>(vm_, digits.text.size() + digits.negative, 1, true, &data);
      if (plain.IsUnbound()) return vm_.NoRoom();
      data[0] = '-';
      CopyBytes(data + digits.negative, digits.text.data(), digits.text.size());
      return Step::Done(plain);
    }
    NumberParts parts;
    parts.sign = digits.negative ? '-' : c.plus ? '+' : c.blank ? ' ' : static_cast<char>(0);
    if (c.alternate && base != 10) parts.prefix = base == 8 ? "0o" : upper ? "0X" : "0x";
    parts.digits = digits.text;
    if (c.precision > static_cast<int64_t>(digits.text.size())) {  // zeros in front
      Value zeros = vm_.NewBytes(nullptr, static_cast<uint64_t>(c.precision));
      if (zeros.IsUnbound()) return vm_.NoRoom();
      char* data = reinterpret_cast<char*>(vm_.heap.At<Bytes>(zeros)->data());
      size_t missing = static_cast<size_t>(c.precision) - digits.text.size();
      std::memset(data, '0', missing);
      CopyBytes(data + missing, digits.text.data(), digits.text.size());
      parts.digits = {data, static_cast<size_t>(c.precision)};
    }
    TextBuilder out(vm_.heap);
    LayOutNumber(out, parts, LayoutOf(c));
    return AsResult(DoneOrNoRoom(vm_, out.Finish()));
  }

  // int(value)
  Step TruncatedFloat(double value) {
    if (value != value) return vm_.Raise(TypeId::kValueError, "cannot convert float NaN to integer");
    if (value - value != 0) return vm_.Raise(TypeId::kOverflowError, "cannot convert float infinity to integer");
    uint64_t limbs[bigint::kDoubleLimbs];
    BigIntOut out;
    out.limbs = limbs;
    bigint::FromDouble(value, &out);
    Int* result = vm_.NewIntLimbs(static_cast<uint32_t>(out.size));
    if (result == nullptr) return vm_.NoRoom();
    CopyBytes(result->limbs(), limbs, out.size * sizeof(uint64_t));
    return Step::Done(vm_.NormalizeInt(result, out.is_negative));
  }

  Step WriteReal(const Conversion& c, Value v) {
    double value;
    if (!v.IsDouble() && !v.IsAnyInt() && !v.IsBool() && !Traits::kIsStr && !IsUserObject(vm_, v)) {
      return vm_.Raise(TypeId::kTypeError, "float argument required, not %T", v);
    }
    Step step = FloatOf(vm_, v, &value);
    if (!step.done()) return step;
    FormatSpec spec = LayoutOf(c);
    spec.type = c.code;
    spec.precision = c.precision < 0 ? 6 : c.precision;
    return AsResult(FormatReal(vm_, value, spec));
  }

  Vm& vm_;
  Value format_;
  Text text_;
  Value arguments_;
  Value mapping_ = kUnbound;
  bool is_tuple_ = false;
  bool by_name_ = false;    // the conversion at hand has a "(name)"
  Value named_ = kUnbound;  // its value
  uint32_t next_ = 0;
  uint32_t at_ = 0;
  FormatPieces<Traits> pieces_;
};

}  // namespace

Step StrPercent(Vm& vm, Value format, Value arguments) {
  return PercentFormatter<StrTraits>(vm, format, arguments).Run();
}
Step BytesPercent(Vm& vm, Value format, Value arguments) {
  return PercentFormatter<BytesTraits>(vm, format, arguments).Run();
}

}  // namespace garter
