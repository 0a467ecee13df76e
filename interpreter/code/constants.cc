#include "interpreter/code/constants.h"

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/siphash.h"
#include "interpreter/base/utf8.h"

namespace garter {

uint32_t ConstantTable::Full() {
  meter_.Stop(LimitKind::kMemory);
  return kNoConstant;
}

bool ConstantTable::Grow() {
  uint32_t slots = slots_ == nullptr ? 16 : (slot_mask_ + 1) * 2;
  slots_ = static_cast<uint32_t*>(scratch_.Allocate(size_t{slots} * 4));
  if (slots_ == nullptr) return false;
  std::memset(slots_, 0, size_t{slots} * 4);
  slot_mask_ = slots - 1;
  for (uint32_t i = 0; i < values_.size(); ++i) {
    uint32_t slot = hashes_[i] & slot_mask_;
    while (slots_[slot] != 0) slot = (slot + 1) & slot_mask_;
    slots_[slot] = i + 1;
  }
  return true;
}

static uint64_t Mix(uint64_t x) {
  x *= 0x9E3779B97F4A7C15u;
  return x ^ x >> 32;
}

uint32_t ConstantTable::Insert(Value value, uint64_t hash, const Object* object, uint64_t size) {
  if ((slots_ == nullptr || values_.size() * 2 > slot_mask_) && !Grow()) return Full();
  uint32_t short_hash = static_cast<uint32_t>(hash);
  uint32_t slot = short_hash & slot_mask_;
  for (; slots_[slot] != 0; slot = (slot + 1) & slot_mask_) {
    uint32_t i = slots_[slot] - 1;
    if (hashes_[i] != short_hash) continue;
    Value other = values_[i];
    if (object == nullptr) {
      if (other == value) return i;
      continue;
    }
    if (!other.IsObject(object->kind())) continue;
    // The other one lies below this one, so that `size` bytes of it are there to compare.
    const char* at = output_.base() + frozen_start_ + (other.handle() - kFrozenBase);
    if (std::memcmp(at, object, size) == 0) return i;
  }
  if (!values_.Push(scratch_, value) || !hashes_.Push(scratch_, short_hash)) return Full();
  slots_[slot] = values_.size();
  return values_.size() - 1;
}

uint32_t ConstantTable::OfValue(Value value) { return Insert(value, Mix(value.bits), nullptr, 0); }

template <typename T>
T* ConstantTable::NewObject(Kind kind, uint64_t size, uint16_t aux) {
  if (size > output_.capacity() || !meter_.Charge(size >> 6)) return nullptr;
  T* object = static_cast<T*>(output_.Allocate(static_cast<size_t>(size)));
  if (object == nullptr) return nullptr;
  // Padding after the last character must be zero, too.
  std::memset(reinterpret_cast<char*>(object) + ((size - 1) & ~uint64_t{7}), 0, 8);
  object->kind_low = static_cast<uint8_t>(kind);
  object->flags = 0;
  object->aux = aux;
  object->link = 0;
  return object;
}

uint32_t ConstantTable::Keep(Object* object, uint64_t size, uint64_t hash) {
  uint32_t offset = output_.OffsetOf(object);
  Value value = Value::Object(object->kind(), kFrozenBase + (offset - frozen_start_));
  uint32_t before = values_.size();
  uint32_t index = Insert(value, hash, object, size);
  if (values_.size() == before) output_.Rewind(offset);
  return index;
}

uint32_t ConstantTable::OfStr(std::string_view text) {
  size_t ascii = 0;
  while (ascii < text.size() && static_cast<unsigned char>(text[ascii]) < 0x80) ++ascii;
  bool is_ascii = ascii == text.size();
  Utf8Scan scan;
  if (is_ascii) {
    scan.characters = text.size();
  } else {
    scan = ScanUtf8(text.data(), text.size(), true);
    CHECK(scan.error == Utf8Error::kNone);
  }
  uint16_t width = scan.widest < 0x100 ? 1 : scan.widest < 0x10000 ? 2 : 4;
  uint64_t bytes = uint64_t{scan.characters} * width;
  uint16_t aux = static_cast<uint16_t>(width | (is_ascii ? Str::kAscii : 0) | Str::kInterned);
  uint64_t size = sizeof(Str) + bytes;
  Str* str = NewObject<Str>(Kind::kStr, size, aux);
  if (str == nullptr) return Full();
  str->length = static_cast<uint32_t>(scan.characters);
  str->buffer = 0;
  uint8_t* out = str->inline_data();
  if (is_ascii) {
    CopyBytes(out, text.data(), bytes);
  } else {
    for (size_t i = 0; i < text.size();) {
      Utf8Character c = DecodeUtf8(text.data() + i, text.size() - i, true);
      CopyBytes(out, &c.code_point, width);  // little-endian, as everything in an image
      out += width;
      i += c.length;
    }
  }
  str->hash = static_cast<uint64_t>(HashBytes(str->inline_data(), bytes));
  str->flags = Object::kHashed;
  return Keep(str, size, str->hash ^ str->hash >> 32);
}

uint32_t ConstantTable::OfBytes(std::string_view bytes) {
  uint64_t size = sizeof(Bytes) + bytes.size();
  auto* made = NewObject<struct Bytes>(Kind::kBytes, size, 0);
  if (made == nullptr) return Full();
  made->length = static_cast<uint32_t>(bytes.size());
  made->unused = 0;
  CopyBytes(made->data(), bytes.data(), bytes.size());
  made->hash = static_cast<uint64_t>(HashBytes(made->data(), bytes.size()));
  made->flags = Object::kHashed;
  return Keep(made, size, made->hash ^ made->hash >> 32 ^ 1);
}

static uint32_t DigitOf(char c) {
  if (c <= '9') return static_cast<uint32_t>(c - '0');
  return static_cast<uint32_t>((c | 0x20) - 'a' + 10);
}

// limbs = limbs * factor + addend
static void MultiplyAdd(uint64_t* limbs, uint32_t* count, uint64_t factor, uint64_t addend) {
  unsigned __int128 carry = addend;
  for (uint32_t i = 0; i < *count; ++i) {
    carry += static_cast<unsigned __int128>(limbs[i]) * factor;
    limbs[i] = static_cast<uint64_t>(carry);
    carry >>= 64;
  }
  if (carry != 0) limbs[(*count)++] = static_cast<uint64_t>(carry);
}

uint32_t ConstantTable::OfInt(bool fits, int64_t small, std::string_view digits, int base) {
  if (fits && Value::FitsSmall(small)) return OfValue(Value::SmallInt(small));
  uint64_t bits_a_digit = base == 2 ? 1 : base == 8 ? 3 : 4;
  uint64_t max_limbs = fits ? 1 : (digits.size() * bits_a_digit) / 64 + 2;
  auto* made = NewObject<Int>(Kind::kInt, sizeof(Int) + max_limbs * 8, small < 0 && fits ? 1 : 0);
  if (made == nullptr) return Full();
  uint32_t count = 0;
  uint64_t* limbs = made->limbs();
  if (fits) {
    limbs[count++] = small < 0 ? 0 - static_cast<uint64_t>(small) : static_cast<uint64_t>(small);
  } else if (base == 10) {
    // The lexer refuses more than 4300 decimal digits, as CPython does: the square of that is nothing.
    for (size_t i = 0; i < digits.size();) {
      uint64_t chunk = 0, factor = 1;
      for (int k = 0; k < 18 && i < digits.size(); ++k, ++i) {
        chunk = chunk * 10 + DigitOf(digits[i]);
        factor *= 10;
      }
      if (!meter_.Charge(1 + count / 8)) return kNoConstant;
      MultiplyAdd(limbs, &count, factor, chunk);
    }
  } else {
    std::memset(limbs, 0, max_limbs * 8);
    uint64_t bit = 0;
    for (size_t i = digits.size(); i-- > 0; bit += bits_a_digit) {
      uint64_t digit = DigitOf(digits[i]);
      limbs[bit / 64] |= digit << (bit % 64);
      if (bit % 64 + bits_a_digit > 64) limbs[bit / 64 + 1] |= digit >> (64 - bit % 64);
    }
    count = static_cast<uint32_t>(max_limbs);
    while (count > 0 && limbs[count - 1] == 0) --count;
  }
  if (count == 0) count = 1, limbs[0] = 0;
  made->limb_count = count;
  made->unused = 0;
  uint64_t size = sizeof(Int) + uint64_t{count} * 8;
  output_.Rewind(output_.OffsetOf(made) + static_cast<uint32_t>(size));
  if (count == 1 && limbs[0] <= static_cast<uint64_t>(Value::kMaxSmall)) {
    uint64_t value = limbs[0];
    output_.Rewind(output_.OffsetOf(made));
    return OfValue(Value::SmallInt(static_cast<int64_t>(value)));
  }
  return Keep(made, size, Mix(limbs[0] ^ count));
}

uint32_t ConstantTable::OfComplex(double real, double imag) {
  auto* made = NewObject<Complex>(Kind::kComplex, sizeof(Complex), 0);
  if (made == nullptr) return Full();
  made->real = Value::Double(real);
  made->imag = Value::Double(imag);
  return Keep(made, sizeof(Complex), Mix(Mix(made->real.bits) ^ made->imag.bits));
}

uint32_t ConstantTable::OfTuple(const uint32_t* constants, uint32_t count) {
  uint64_t size = sizeof(Tuple) + uint64_t{count} * 8;
  auto* tuple = NewObject<Tuple>(Kind::kTuple, size, 0);
  if (tuple == nullptr) return Full();
  tuple->count = count;
  tuple->unused = 0;
  uint64_t hash = count;
  for (uint32_t i = 0; i < count; ++i) {
    tuple->items()[i] = values_[constants[i]];
    hash = Mix(hash ^ values_[constants[i]].bits);
  }
  return Keep(tuple, size, hash);
}

}  // namespace garter
