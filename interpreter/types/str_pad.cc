// What is added to or taken from the ends of a text: strip, ljust, rjust, center, zfill, expandtabs.
#include "interpreter/types/str_traits.h"

namespace garter {
namespace {

// The characters that strip() takes away.
class StripSet {
 public:
  explicit StripSet(const Text& characters) : characters_(characters) {
    for (uint32_t i = 0; i < characters.length; ++i) bloom_ |= Bit(characters[i]);
  }
  bool Has(uint32_t c) const {
    if ((bloom_ & Bit(c)) == 0) return false;
    return WithWidth(characters_, [&](auto* data) {
      for (uint32_t i = 0; i < characters_.length; ++i) {
        if (data[i] == c) return true;
      }
      return false;
    });
  }
  uint64_t cost() const { return 1 + characters_.length / 16; }

 private:
  static uint64_t Bit(uint32_t c) { return uint64_t{1} << (c & 63); }
  Text characters_;
  uint64_t bloom_ = 0;
};

enum Sides { kLeft = 1, kRight = 2 };

// Narrows [*start, *end) by the characters that `drops` wants at its ends.
template <typename Drops>
void Narrow(const Text& text, int sides, Drops drops, uint32_t* start, uint32_t* end) {
  WithWidth(text, [&](auto* data) {
    if (sides & kLeft) {
      while (*start < *end && drops(data[*start])) ++*start;
    }
    if (sides & kRight) {
      while (*end > *start && drops(data[*end - 1])) --*end;
    }
  });
}

template <typename Traits>
Step StripAny(Vm& vm, Native& n, const char* name, int sides) {
  Text text = Traits::TextOf(vm, n.arg(0));
  uint32_t start = 0, end = text.length;
  uint64_t cost = 1;
  if (!n.has(1) || n.arg(1).IsNone()) {
    Narrow(text, sides, [](uint32_t c) { return Traits::IsSpaceAt(c); }, &start, &end);
  } else if (Traits::Is(n.arg(1))) {
    StripSet set(Traits::TextOf(vm, n.arg(1)));
    cost = set.cost();
    // Long sets against long texts are paid before they are tried.
    if (cost > 64 && !vm.meter.Charge(cost * (1 + text.length / 64))) return Step::Limit();
    Narrow(text, sides, [&](uint32_t c) { return set.Has(c); }, &start, &end);
  } else {
    if (!Traits::kIsStr) return RaiseNotBytes(vm, n.arg(1));
    return vm.Raise(TypeId::kTypeError, "%s arg must be None or str", name);
  }
  if (!vm.meter.Charge(FuelForBytes(text.length - (end - start)))) return Step::Limit();
  return DoneOrNoRoom(vm, Traits::Range(vm, n.arg(0), start, end));
}

// `left` and `right` copies of the fill character around the text.
template <typename Traits>
Step Pad(Vm& vm, Value source, int64_t left, int64_t right, uint32_t fill) {
  Text text = Traits::TextOf(vm, source);
  if (left <= 0 && right <= 0) return Step::Done(source);
  uint64_t length = text.length + static_cast<uint64_t>(left) + static_cast<uint64_t>(right);
  int width = WidthOf(fill) > text.width ? WidthOf(fill) : text.width;
  uint8_t* data = nullptr;
  Value result = NewText<Traits>(vm, length, width, text.ascii && fill < 0x80, &data);
  if (result.IsUnbound()) return vm.NoRoom();
  WithWidth(data, width, [&](auto* out) {
    auto character = static_cast<std::remove_reference_t<decltype(*out)>>(fill);
    for (int64_t i = 0; i < left; ++i) out[i] = character;
    CopyCharacters(reinterpret_cast<uint8_t*>(out + left), width, text);
    for (int64_t i = 0; i < right; ++i) out[left + text.length + i] = character;
  });
  return vm.meter.Charge(0) ? Step::Done(result) : Step::Limit();
}

template <typename Traits>
Step FillOf(Vm& vm, Native& n, const char* name, uint32_t* fill) {
  *fill = ' ';
  if (!n.has(2)) return Step::Done(kNone);
  Value v = n.arg(2);
  if (!Traits::Is(v)) {
    if (Traits::kIsStr)
      return vm.Raise(TypeId::kTypeError, "The fill character must be a unicode character, not %T", v);
    return vm.Raise(TypeId::kTypeError, "%s() argument 2 must be a byte string of length 1, not %T", name, v);
  }
  Text text = Traits::TextOf(vm, v);
  if (text.length != 1) {
    if (Traits::kIsStr) return vm.Raise(TypeId::kTypeError, "The fill character must be exactly one character long");
    return vm.Raise(TypeId::kTypeError,
                    "%s(): argument 2 must be a byte string of length 1, not a bytes object of length %d", name,
                    int64_t{text.length});
  }
  *fill = text[0];
  return Step::Done(kNone);
}

// How many fill characters are missing to the wanted width; <= 0: none.
template <typename Traits>
Step Missing(Vm& vm, Native& n, const char* name, int64_t* missing, uint32_t* fill) {
  int64_t width;
  Step step = IndexOf(vm, n.arg(1), &width);
  if (!step.done()) return step;
  if (fill != nullptr) {
    step = FillOf<Traits>(vm, n, name, fill);
    if (!step.done()) return step;
  }
  int64_t length = Traits::TextOf(vm, n.arg(0)).length;
  *missing = width > length ? width - length : 0;
  return step;
}

}  // namespace

template <typename Traits>
Step TextStrip(Vm& vm, Native& n) {
  return StripAny<Traits>(vm, n, "strip", kLeft | kRight);
}
template <typename Traits>
Step TextLStrip(Vm& vm, Native& n) {
  return StripAny<Traits>(vm, n, "lstrip", kLeft);
}
template <typename Traits>
Step TextRStrip(Vm& vm, Native& n) {
  return StripAny<Traits>(vm, n, "rstrip", kRight);
}

template <typename Traits>
Step TextLJust(Vm& vm, Native& n) {
  int64_t missing;
  uint32_t fill;
  Step step = Missing<Traits>(vm, n, "ljust", &missing, &fill);
  return step.done() ? Pad<Traits>(vm, n.arg(0), 0, missing, fill) : step;
}

template <typename Traits>
Step TextRJust(Vm& vm, Native& n) {
  int64_t missing;
  uint32_t fill;
  Step step = Missing<Traits>(vm, n, "rjust", &missing, &fill);
  return step.done() ? Pad<Traits>(vm, n.arg(0), missing, 0, fill) : step;
}

template <typename Traits>
Step TextCenter(Vm& vm, Native& n) {
  int64_t missing;
  uint32_t fill;
  Step step = Missing<Traits>(vm, n, "center", &missing, &fill);
  if (!step.done()) return step;
  // The odd one goes left when the wanted width is odd.
  int64_t width = missing + Traits::TextOf(vm, n.arg(0)).length;
  int64_t left = missing / 2 + (missing & width & 1);
  return Pad<Traits>(vm, n.arg(0), left, missing - left, fill);
}

template <typename Traits>
Step TextZFill(Vm& vm, Native& n) {
  int64_t missing;
  Step step = Missing<Traits>(vm, n, "zfill", &missing, nullptr);
  if (!step.done() || missing == 0) return step.done() ? Step::Done(n.arg(0)) : step;
  step = Pad<Traits>(vm, n.arg(0), missing, 0, '0');
  if (!step.done()) return step;
  // A sign moves to the front.
  Text text = Traits::TextOf(vm, step.value);
  WithWidth(const_cast<uint8_t*>(text.data), text.width, [&](auto* data) {
    if (missing < text.length && (data[missing] == '+' || data[missing] == '-')) {
      data[0] = data[missing];
      data[missing] = '0';
    }
  });
  return step;
}

template <typename Traits>
Step TextExpandTabs(Vm& vm, Native& n) {
  int64_t size = 8;
  if (n.has(1)) {
    Step step = CIntOf(vm, n.arg(1), &size);
    if (!step.done()) return step;
  }
  Text text = Traits::TextOf(vm, n.arg(0));
  if (!vm.meter.Charge(FuelForBytes(ByteCount(text)))) return Step::Limit();
  // Twice over the text: how long it becomes, then the characters.
  uint64_t length = 0;
  int64_t column = 0;
  bool has_tab = false;
  for (uint32_t i = 0; i < text.length; ++i) {
    uint32_t c = text[i];
    if (c == '\t') {
      has_tab = true;
      if (size > 0) {
        int64_t step = size - column % size;
        length += static_cast<uint64_t>(step);
        column += step;
      }
    } else {
      ++length;
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
  }
  if (!has_tab) return Step::Done(n.arg(0));
  uint8_t* data = nullptr;
  Value result = NewText<Traits>(vm, length, text.width, text.ascii, &data);
  if (result.IsUnbound()) return vm.NoRoom();
  WithWidth(data, text.width, [&](auto* out) {
    column = 0;
    for (uint32_t i = 0; i < text.length; ++i) {
      uint32_t c = text[i];
      if (c == '\t') {
        int64_t step = size > 0 ? size - column % size : 0;
        for (int64_t k = 0; k < step; ++k) *out++ = ' ';
        column += step;
      } else {
        *out++ = static_cast<std::remove_reference_t<decltype(*out)>>(c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
  });
  return vm.meter.Charge(0) ? Step::Done(result) : Step::Limit();
}

#define GARTER_BOTH(name)                      \
  template Step name<StrTraits>(Vm&, Native&); \
  template Step name<BytesTraits>(Vm&, Native&);
GARTER_BOTH(TextStrip)
GARTER_BOTH(TextLStrip)
GARTER_BOTH(TextRStrip)
GARTER_BOTH(TextLJust)
GARTER_BOTH(TextRJust)
GARTER_BOTH(TextCenter)
GARTER_BOTH(TextZFill)
GARTER_BOTH(TextExpandTabs)
#undef GARTER_BOTH

}  // namespace garter
