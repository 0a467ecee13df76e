// Values on their way between a host and the module: one byte of tag, then what the tag says, little-endian.
//
//   0 None   1 False   2 True   3 int (8 bytes)   4 int (u32 size, decimal digits)   5 float (8 bytes)
//   6 str (u32 size, UTF-8)     7 bytes (u32 size)
//   8 list   9 tuple   12 set   13 frozenset: u32 count, items      10 dict: u32 count, keys and values in turn
//   11 anything else (u32 size, the name of its type): only from the module to the host
//
// Both directions are bounded in depth. What comes from the host is checked byte by byte before it is used.
#ifndef GARTER_BINDINGS_WASM_WIRE_H_
#define GARTER_BINDINGS_WASM_WIRE_H_

#include <cstdint>
#include <cstring>

#include "interpreter/interpreter.h"

namespace garter::wire {

enum Tag : uint8_t {
  kNone,
  kFalse,
  kTrue,
  kInt64,
  kDecimal,
  kFloat,
  kText,
  kBytes,
  kList,
  kTuple,
  kDict,
  kOther,
  kSet,
  kFrozenSet,
};
inline constexpr int kMaxDepth = 64;

// Reads what the host wrote. After a mistake every read answers zero and ok() is false.
class Reader {
 public:
  Reader(const uint8_t* data, size_t size) : at_(data), end_(data + size) {}
  bool ok() const { return ok_; }
  bool finished() const { return ok_ && at_ == end_; }
  uint8_t Byte() { return Has(1) ? *at_++ : uint8_t{0}; }
  uint32_t Word() { return Fixed<uint32_t>(); }
  template <typename T>
  T Fixed() {
    T value{};
    if (!Has(sizeof(T))) return value;
    std::memcpy(&value, at_, sizeof(T));
    at_ += sizeof(T);
    return value;
  }
  std::string_view Text() {
    uint32_t size = Word();
    if (!Has(size)) return {};
    std::string_view text(reinterpret_cast<const char*>(at_), size);
    at_ += size;
    return text;
  }

  // The number of values in the next value, itself included; skips it.
  uint32_t CountValues(int depth = 0) {
    uint32_t count = 1;
    uint8_t tag = Byte();
    switch (tag) {
      case kNone:
      case kFalse:
      case kTrue:
        break;
      case kInt64:
      case kFloat:
        Fixed<uint64_t>();
        break;
      case kDecimal:
      case kText:
      case kBytes:
        Text();
        break;
      case kList:
      case kTuple:
      case kDict: {
        uint32_t items = Word();
        if (depth >= kMaxDepth || items > static_cast<size_t>(end_ - at_)) ok_ = false;
        for (uint32_t k = 0; k < items && ok_; ++k) {
          count += CountValues(depth + 1);
          if (tag == kDict) count += CountValues(depth + 1);
        }
        break;
      }
      default:
        ok_ = false;
    }
    return count;
  }

  // The next value into *out; items of containers are taken from *free, which has room for CountValues() of them.
  // REQUIRES: CountValues() accepted these bytes.
  void Value(HostValue* out, HostValue** free) {
    switch (uint8_t tag = Byte(); tag) {
      case kFalse:
      case kTrue:
        out->kind = HostValue::Kind::kBool;
        out->integer = tag == kTrue;
        break;
      case kInt64:
        out->kind = HostValue::Kind::kInt;
        out->integer = Fixed<int64_t>();
        break;
      case kDecimal:
        out->kind = HostValue::Kind::kInt;
        out->text = Text();
        break;
      case kFloat:
        out->kind = HostValue::Kind::kFloat;
        out->real = Fixed<double>();
        break;
      case kText:
      case kBytes:
        out->kind = tag == kText ? HostValue::Kind::kText : HostValue::Kind::kBytes;
        out->text = Text();
        break;
      case kList:
      case kTuple:
      case kDict: {
        out->kind = tag == kList    ? HostValue::Kind::kList
                    : tag == kTuple ? HostValue::Kind::kTuple
                                    : HostValue::Kind::kDict;
        out->count = Word();
        size_t items = tag == kDict ? 2 * out->count : out->count;
        HostValue* first = *free;
        *free += items;
        out->items = first;
        for (size_t k = 0; k < items; ++k) Value(new (&first[k]) HostValue(), free);
        break;
      }
      default:
        out->kind = HostValue::Kind::kNone;
    }
  }

 private:
  bool Has(size_t size) {
    if (!ok_ || static_cast<size_t>(end_ - at_) < size) ok_ = false;
    return ok_;
  }
  const uint8_t* at_;
  const uint8_t* end_;
  bool ok_ = true;
};

// Writes a value for the host into a buffer; size() tells how much it needs, also when the buffer is too small.
class Writer {
 public:
  Writer(uint8_t* data, size_t capacity) : data_(data), capacity_(capacity) {}
  size_t size() const { return size_; }
  bool fits() const { return size_ <= capacity_; }

  void Value(const ValueView& value, int depth = 0) {
    using Kind = ValueView::Kind;
    switch (value.kind()) {
      case Kind::kUnbound:
      case Kind::kNone:
        return Byte(kNone);
      case Kind::kBool:
        return Byte(value.AsBool() ? kTrue : kFalse);
      case Kind::kInt:
        return Int(value);
      case Kind::kFloat: {
        double real = value.AsDouble();
        Byte(kFloat);
        return Bytes(&real, 8);
      }
      case Kind::kText:
        return Characters(kText, value);
      case Kind::kBytes:
        return Characters(kBytes, value);
      case Kind::kList:
        return Items(kList, value, depth);
      case Kind::kTuple:
        return Items(kTuple, value, depth);
      case Kind::kSet:
        return Items(kSet, value, depth);
      case Kind::kFrozenSet:
        return Items(kFrozenSet, value, depth);
      case Kind::kDict:
        return Items(kDict, value, depth);
      default:
        return Other(value);
    }
  }

 private:
  void Byte(uint8_t byte) { Bytes(&byte, 1); }
  void Word(size_t word) {
    auto narrow = static_cast<uint32_t>(word);
    Bytes(&narrow, 4);
  }
  void Bytes(const void* bytes, size_t count) {
    if (size_ + count <= capacity_) std::memcpy(data_ + size_, bytes, count);
    size_ += count;
  }
  void Int(const ValueView& value) {
    int64_t integer;
    if (value.AsInt64(&integer)) {
      Byte(kInt64);
      return Bytes(&integer, 8);
    }
    size_t digits = value.DecimalText(nullptr, 0);
    Byte(kDecimal);
    Word(digits);
    if (size_ + digits <= capacity_) value.DecimalText(reinterpret_cast<char*>(data_ + size_), digits);
    size_ += digits;
  }
  void Characters(Tag tag, const ValueView& value) {
    size_t bytes = value.Text(nullptr, 0);
    Byte(tag);
    Word(bytes);
    if (size_ + bytes <= capacity_) value.Text(reinterpret_cast<char*>(data_ + size_), bytes);
    size_ += bytes;
  }
  void Other(const ValueView& value) {
    std::string_view name = value.type_name();
    Byte(kOther);
    Word(name.size());
    Bytes(name.data(), name.size());
  }
  void Items(Tag tag, const ValueView& value, int depth) {
    if (depth >= kMaxDepth) return Other(value);
    size_t count = value.size();
    Byte(tag);
    Word(count);
    for (size_t k = 0; k < count; ++k) {
      Value(tag == kDict ? value.Key(k) : value.Item(k), depth + 1);
      if (tag == kDict) Value(value.ValueAt(k), depth + 1);
    }
  }
  uint8_t* data_;
  size_t capacity_;
  size_t size_ = 0;
};

}  // namespace garter::wire

#endif  // GARTER_BINDINGS_WASM_WIRE_H_
