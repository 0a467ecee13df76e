// A value is 64 bits: a double as it is, or one of three boxes in the space of NaNs that no hardware makes.
//
//   0x0000'0000'0000'0000 .. 0xFFF8'FFFF'FFFF'FFFF   a double (both hardware NaNs included)
//   0xFFFA kkkk pppp pppp                            an immediate: kind k, payload p (None, True, a type, ...)
//   0xFFFB kkkk hhhh hhhh                            an object: kind k, handle h (byte offset into the span)
//   0xFFFF iiii iiii iiii                            an int of 48 bits, two's complement
//
// The kind is in the value, so that type tests read no memory; the int tag is all ones, so that one `and` and
// one comparison show that two values are both ints. No native pointer is ever part of a value (I2, I6).
#ifndef GARTER_INTERPRETER_HEAP_VALUE_H_
#define GARTER_INTERPRETER_HEAP_VALUE_H_

#include <cstdint>
#include <cstring>

namespace garter {

// What a value or an object is. Immediate kinds never have an object; internal kinds are never seen by a program.
enum class Kind : uint16_t {
  kFloat = 0,  // never stored in a box: answered by Value::kind() for doubles
  kSmallInt,   // likewise for 48-bit ints
  // Immediates.
  kUnbound,  // an unassigned local, a deleted entry, an absent argument
  kNone,
  kBool,  // payload 0 or 1
  kEllipsis,
  kNotImplemented,
  kType,          // payload: TypeId of a built-in type
  kBuiltin,       // payload: index into the table of built-in functions and methods
  kHostFunction,  // payload: index into the run's host functions
  kStream,        // payload: 0 sys.stdin, 1 sys.stdout, 2 sys.stderr
  // Objects.
  kStr,
  kList,
  kTuple,
  kDict,
  kInstance,  // instances of classes
  kInt,       // beyond 48 bits
  kBytes,
  kSet,
  kFrozenSet,
  kRange,
  kSlice,
  kFunction,
  kBoundMethod,
  kCell,
  kGenerator,
  kCoroutine,       // what `async def` makes: laid out as a generator
  kAsyncGenerator,  // likewise
  kIterator,        // every lazy built-in: which one is in the header (IteratorKind)
  kDictView,        // keys, values, items: which one is in the header (DictViewKind)
  kException,
  kTraceback,
  kFrame,  // of a generator and its like
  kComplex,
  kPlainObject,  // what object() makes
  kClass,        // a class that a program made
  kDescriptor,   // property, classmethod, staticmethod, member of __slots__, super: which one is in the header
  kCode,         // a code object as a program sees it
  kModule,       // a module: its dict
  // Internal objects.
  kBuffer,       // storage of values: a list's items
  kBytesBuffer,  // storage of bytes: what growing strings share
  kDictKeys,     // index and entries of a dict
  kSetTable,     // slots of a set
  kShape,        // which attributes an instance has, and where
  kCodeImage,    // what a run compiled itself: instructions, tables, caches
};

struct Value {
  uint64_t bits;

  static constexpr uint64_t kFirstBox = 0xFFF9'0000'0000'0000;
  static constexpr uint64_t kImmediateTag = 0xFFFA'0000'0000'0000;
  static constexpr uint64_t kObjectTag = 0xFFFB'0000'0000'0000;
  static constexpr uint64_t kIntTag = 0xFFFF'0000'0000'0000;
  static constexpr int64_t kMaxSmall = (int64_t{1} << 47) - 1;
  static constexpr int64_t kMinSmall = -(int64_t{1} << 47);

  static constexpr Value FromBits(uint64_t bits) { return Value{bits}; }
  static constexpr Value Immediate(Kind kind, uint32_t payload = 0) {
    return Value{kImmediateTag | (uint64_t{static_cast<uint16_t>(kind)} << 32) | payload};
  }
  static constexpr Value Object(Kind kind, uint32_t handle) {
    return Value{kObjectTag | (uint64_t{static_cast<uint16_t>(kind)} << 32) | handle};
  }
  // REQUIRES: FitsSmall(i).
  static constexpr Value SmallInt(int64_t i) { return Value{kIntTag | (static_cast<uint64_t>(i) & 0xFFFF'FFFF'FFFF)}; }
  static constexpr bool FitsSmall(int64_t i) { return i >= kMinSmall && i <= kMaxSmall; }
  // NaNs are canonicalised, so that no NaN can look like a box.
  static Value Double(double d) {
    Value v;
    std::memcpy(&v.bits, &d, 8);
    if (__builtin_expect(d != d, 0)) v.bits = 0x7FF8'0000'0000'0000 | (v.bits & 0x8000'0000'0000'0000);
    return v;
  }
  static constexpr Value Bool(bool b) { return Immediate(Kind::kBool, b); }

  constexpr bool IsDouble() const { return bits < kFirstBox; }
  constexpr bool IsSmallInt() const { return bits >= kIntTag; }
  constexpr bool IsObject() const { return (bits >> 48) == (kObjectTag >> 48); }
  constexpr bool IsImmediate() const { return (bits >> 48) == (kImmediateTag >> 48); }
  constexpr bool IsObject(Kind kind) const { return (bits >> 32) == (kObjectTag >> 32 | static_cast<uint16_t>(kind)); }
  constexpr bool IsImmediate(Kind kind) const {
    return (bits >> 32) == (kImmediateTag >> 32 | static_cast<uint16_t>(kind));
  }

  constexpr Kind kind() const {
    if (IsDouble()) return Kind::kFloat;
    if (IsSmallInt()) return Kind::kSmallInt;
    return static_cast<Kind>((bits >> 32) & 0xFFFF);
  }

  double AsDouble() const {  // REQUIRES: IsDouble()
    double d;
    std::memcpy(&d, &bits, 8);
    return d;
  }
  constexpr int64_t AsSmallInt() const { return static_cast<int64_t>(bits << 16) >> 16; }  // REQUIRES: IsSmallInt()
  constexpr uint32_t handle() const { return static_cast<uint32_t>(bits); }                // REQUIRES: IsObject()
  constexpr uint32_t payload() const { return static_cast<uint32_t>(bits); }               // REQUIRES: IsImmediate()

  constexpr bool IsNone() const { return bits == Immediate(Kind::kNone).bits; }
  constexpr bool IsUnbound() const { return bits == Immediate(Kind::kUnbound).bits; }
  constexpr bool IsBool() const { return IsImmediate(Kind::kBool); }
  constexpr bool IsTrue() const { return bits == Bool(true).bits; }
  constexpr bool IsFalse() const { return bits == Bool(false).bits; }
  constexpr bool IsStr() const { return IsObject(Kind::kStr); }
  constexpr bool IsAnyInt() const { return IsSmallInt() || IsObject(Kind::kInt); }  // bool is not counted

  // `is`: equality of bits.
  friend constexpr bool operator==(Value a, Value b) { return a.bits == b.bits; }
};
static_assert(sizeof(Value) == 8);

inline constexpr Value kUnbound = Value::Immediate(Kind::kUnbound);
inline constexpr Value kNone = Value::Immediate(Kind::kNone);
inline constexpr Value kTrue = Value::Bool(true);
inline constexpr Value kFalse = Value::Bool(false);
inline constexpr Value kEllipsis = Value::Immediate(Kind::kEllipsis);
inline constexpr Value kNotImplemented = Value::Immediate(Kind::kNotImplemented);

}  // namespace garter

#endif  // GARTER_INTERPRETER_HEAP_VALUE_H_
