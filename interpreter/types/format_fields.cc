// str.format and format_map: "{0.name[key]!r:>{width}}".
//
// The format is read from left to right. A field is: what to look up (a number, a name, or nothing: the next number),
// then attributes and indices, a conversion, and a specification that may hold fields itself, one level deep.
#include "interpreter/types/format_pieces.h"
#include "interpreter/vm/classes.h"

namespace garter {
namespace {

constexpr int kMaxNesting = 2;

enum class Numbering : uint8_t { kUnknown, kAutomatic, kManual };

// What the fields refer to, and what is counted through all nesting levels.
struct Arguments {
  const Value* positional;  // downwards; null with format_map
  uint32_t positional_count;
  const Value* keywords;  // downwards: values
  Value keyword_names;    // tuple, or Unbound
  Value mapping;          // format_map's, or Unbound
  Numbering numbering = Numbering::kUnknown;
  int64_t next = 0;
};

struct Range32 {
  uint32_t start = 0, end = 0;
};

struct Field {
  Range32 name;
  uint32_t conversion = 0;
  Range32 spec;
  bool spec_has_fields = false;
};

class Formatter {
 public:
  Formatter(Vm& vm, Arguments& arguments, Value format, Range32 range, int nesting)
      : vm_(vm),
        arguments_(arguments),
        format_(format),
        text_(vm.TextOf(format)),
        at_(range.start),
        end_(range.end),
        nesting_(nesting),
        pieces_(vm, format) {}

  Step Run() {
    if (nesting_ < 0) return vm_.Raise(TypeId::kValueError, "Max string recursion exceeded");
    if (!pieces_.ok()) return vm_.NoRoom();
    while (at_ < end_) {
      Step step = Next();
      if (!step.done()) return step;
      if (!vm_.meter.Charge(1)) return Step::Limit();
    }
    return pieces_.Finish();
  }

 private:
  Step Error(const char* text) { return vm_.Raise(TypeId::kValueError, text); }

  // Literal text up to the next brace, and the field that may follow it.
  Step Next() {
    uint32_t start = at_, c = 0;
    bool markup = false;
    while (at_ < end_ && !markup) {
      c = text_[at_++];
      markup = c == '{' || c == '}';
    }
    uint32_t literal_end = at_;
    if (markup) {
      bool at_end = at_ >= end_;
      if (c == '}' && (at_end || text_[at_] != '}')) return Error("Single '}' encountered in format string");
      if (c == '{' && at_end) return Error("Single '{' encountered in format string");
      if (text_[at_] == c) {  // a doubled brace stands for one
        ++at_;
        markup = false;
      } else {
        --literal_end;
      }
    }
    if (!pieces_.AddLiteral(start, literal_end)) return vm_.NoRoom();
    if (!markup) return Step::Done(kNone);
    Field field;
    Step step = ReadField(&field);
    return step.done() ? WriteField(field) : step;
  }

  Step ReadField(Field* field) {
    uint32_t c = 0;
    field->name.start = at_;
    bool ends = false;
    while (at_ < end_ && !ends) {
      c = text_[at_++];
      if (c == '{') return Error("unexpected '{' in field name");
      if (c == '[') {
        while (at_ < end_ && text_[at_] != ']') ++at_;
      } else {
        ends = c == '}' || c == ':' || c == '!';
      }
    }
    field->name.end = at_ - 1;
    if (c == '}') return Step::Done(kNone);
    if (c != '!' && c != ':') return Error("expected '}' before end of string");
    if (c == '!') {
      if (at_ >= end_) return Error("end of string while looking for conversion specifier");
      field->conversion = text_[at_++];
      if (at_ < end_) {
        c = text_[at_++];
        if (c == '}') return Step::Done(kNone);
        if (c != ':') return Error("expected ':' after conversion specifier");
      }
    }
    field->spec.start = at_;
    for (int depth = 1; at_ < end_;) {
      c = text_[at_++];
      if (c == '{') {
        field->spec_has_fields = true;
        ++depth;
      } else if (c == '}' && --depth == 0) {
        field->spec.end = at_ - 1;
        return Step::Done(kNone);
      }
    }
    return Error("unmatched '{' in format spec");
  }

  Step WriteField(const Field& field) {
    Step step = LookUp(field.name);
    if (!step.done()) return step;
    Value value = step.value;
    switch (field.conversion) {
      case 0:
        break;
      case 's':
        step = ToStr(vm_, value);
        break;
      case 'r':
        step = Repr(vm_, value);
        break;
      case 'a':
        step = Ascii(vm_, value);
        break;
      default:
        if (field.conversion > 32 && field.conversion < 127) {
          return vm_.Raise(TypeId::kValueError, "Unknown conversion specifier %c", field.conversion);
        }
        return RaiseStrangeConversion(field.conversion);
    }
    if (!step.done()) return step;
    if (field.conversion != 0) value = step.value;
    Value spec = kUnbound;
    if (field.spec_has_fields) {
      step = Formatter(vm_, arguments_, format_, field.spec, nesting_ - 1).Run();
      if (!step.done()) return step;
      spec = step.value;
    } else if (field.spec.start == field.spec.end && !IsUserObject(vm_, value)) {
      step = ToStr(vm_, value);
      if (!step.done()) return step;
      return pieces_.Add(step.value) ? step : vm_.NoRoom();
    } else {
      spec = vm_.NewStrRange(format_, field.spec.start, field.spec.end);
      if (spec.IsUnbound()) return vm_.NoRoom();
    }
    step = Format(vm_, value, spec);
    if (!step.done()) return step;
    return pieces_.Add(step.value) ? step : vm_.NoRoom();
  }

  Step RaiseStrangeConversion(uint32_t c) {
    char shown[12];
    int digits = 1, n = 0;
    while (digits < 8 && c >> (4 * digits) != 0) ++digits;
    for (int k = digits - 1; k >= 0; --k) shown[n++] = "0123456789abcdef"[c >> (4 * k) & 15];
    shown[n] = 0;
    return vm_.Raise(TypeId::kValueError, "Unknown conversion specifier \\x%s", static_cast<const char*>(shown));
  }

  // A name of decimal digits as a number; -1: it is none. False: too large.
  bool NumberOf(Range32 name, int64_t* out) {
    int64_t number = 0;
    *out = -1;
    if (name.start == name.end) return true;
    for (uint32_t i = name.start; i < name.end; ++i) {
      int digit = DecimalValue(text_[i]);
      if (digit < 0) return true;
      if (number > (INT64_MAX - digit) / 10) return false;
      number = number * 10 + digit;
    }
    *out = number;
    return true;
  }

  Step TooManyDigits() { return Error("Too many decimal digits in format string"); }

  Step CheckNumbering(bool automatic) {
    Numbering wanted = automatic ? Numbering::kAutomatic : Numbering::kManual;
    if (arguments_.numbering == Numbering::kUnknown) arguments_.numbering = wanted;
    if (arguments_.numbering == wanted) return Step::Done(kNone);
    return Error(automatic ? "cannot switch from manual field specification to automatic field numbering"
                           : "cannot switch from automatic field numbering to manual field specification");
  }

  // "0.name[key]": Done(value).
  Step LookUp(Range32 name) {
    Range32 first = {name.start, name.start};
    while (first.end < name.end && text_[first.end] != '.' && text_[first.end] != '[') ++first.end;
    int64_t index;
    if (!NumberOf(first, &index)) return TooManyDigits();
    bool is_empty = first.start == first.end;
    if (is_empty || index != -1) {
      Step step = CheckNumbering(is_empty);
      if (!step.done()) return step;
      if (is_empty) index = arguments_.next++;
    }
    Step step = index == -1 ? ByName(first) : ByIndex(index);
    at_in_name_ = first.end;
    while (step.done() && at_in_name_ < name.end) step = Descend(step.value, name.end);
    return step;
  }

  Step ByIndex(int64_t index) {
    if (arguments_.positional == nullptr) return Error("Format string contains positional fields");
    if (index >= static_cast<int64_t>(arguments_.positional_count)) {
      return vm_.Raise(TypeId::kIndexError, "Replacement index %d out of range for positional args tuple", index);
    }
    return Step::Done(arguments_.positional[-index]);
  }

  Step ByName(Range32 range) {
    Value name = vm_.NewStrRange(format_, range.start, range.end);
    if (name.IsUnbound()) return vm_.NoRoom();
    if (!arguments_.mapping.IsUnbound()) return GetItem(vm_, arguments_.mapping, name);
    uint32_t count = arguments_.keyword_names.IsUnbound() ? 0 : vm_.heap.At<Tuple>(arguments_.keyword_names)->count;
    for (uint32_t k = 0; k < count; ++k) {
      if (vm_.StrEquals(vm_.heap.At<Tuple>(arguments_.keyword_names)->items()[k], name)) {
        return Step::Done(arguments_.keywords[-static_cast<int64_t>(k)]);
      }
    }
    return vm_.RaiseValue(TypeId::kKeyError, name);
  }

  // One ".name" or "[key]" further.
  Step Descend(Value value, uint32_t end) {
    uint32_t c = text_[at_in_name_++];
    Range32 range = {at_in_name_, at_in_name_};
    if (c == '.') {
      while (range.end < end && text_[range.end] != '.' && text_[range.end] != '[') ++range.end;
      at_in_name_ = range.end;
    } else if (c == '[') {
      while (range.end < end && text_[range.end] != ']') ++range.end;
      if (range.end >= end) return Error("Missing ']' in format string");
      at_in_name_ = range.end + 1;
    } else {
      return Error("Only '.' or '[' may follow ']' in format field specifier");
    }
    if (range.start == range.end) return Error("Empty attribute in format string");
    int64_t index = -1;
    if (c == '[') {
      if (!NumberOf(range, &index)) return TooManyDigits();
      if (index != -1) {
        Value number = vm_.NewInt(index);
        return number.IsUnbound() ? vm_.NoRoom() : GetItem(vm_, value, number);
      }
    }
    Value name = vm_.NewStrRange(format_, range.start, range.end);
    if (name.IsUnbound()) return vm_.NoRoom();
    return c == '.' ? GetAttribute(vm_, value, name) : GetItem(vm_, value, name);
  }

  Vm& vm_;
  Arguments& arguments_;
  Value format_;
  Text text_;
  uint32_t at_, end_;
  uint32_t at_in_name_ = 0;
  int nesting_;
  FormatPieces<StrTraits> pieces_;
};

}  // namespace

Step StrFormat(Vm& vm, Native& n) {
  uint32_t keywords = n.keyword_names.IsUnbound() ? 0 : vm.heap.At<Tuple>(n.keyword_names)->count;
  Arguments arguments = {};
  arguments.positional = n.base - 1;
  arguments.positional_count = n.argument_count - 1 - keywords;
  arguments.keywords = n.base - (n.argument_count - keywords);
  arguments.keyword_names = n.keyword_names;
  arguments.mapping = kUnbound;
  Value format = Plain(vm, n.arg(0));
  Step step = Formatter(vm, arguments, format, {0, vm.TextOf(format).length}, kMaxNesting - 1).Run();
  // A format without fields is its own result.
  return step.done() && step.value == format ? Step::Done(n.arg(0)) : step;
}

Step StrFormatMap(Vm& vm, Native& n) {
  Arguments arguments = {};
  arguments.keyword_names = kUnbound;
  arguments.mapping = n.arg(1);
  return Formatter(vm, arguments, n.arg(0), {0, vm.TextOf(n.arg(0)).length}, kMaxNesting - 1).Run();
}

}  // namespace garter
