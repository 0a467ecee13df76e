// What the generator knows about a Python value before the program runs: its
// kind and the bounds that every value stored there keeps for its whole life
// (a *contract*). Contracts do not depend on control flow, so a loop body may
// read and write a variable without any analysis of the loop:
//
//   kInt    lo..hi is the range            kBig    hi is a bound on the bits
//   kFloat  |x| <= 10**hi; lo=1 allows inf and nan as well
//   kStr, kBytes, kList, kSet, ...  lo..hi is the length
//   kList, kSet, kFrozenSet, kIterator     args[0] is the element
//   kDict   args[0] key, args[1] value; keys are literals always present
//   kTuple  args are the elements, one each
//
// Mutable containers are invariant: two names for one list must hold the same
// contract, or a change through one would break the promise of the other.
#ifndef GARTER_FUZZ_VALUE_TYPE_H_
#define GARTER_FUZZ_VALUE_TYPE_H_

#include <cstdint>
#include <string>
#include <vector>

namespace garter::fuzz {

enum class Kind : uint8_t {
  kNone,
  kBool,
  kInt,
  kBig,
  kFloat,
  kStr,
  kBytes,
  kList,
  kTuple,
  kDict,
  kSet,
  kFrozenSet,
  kRange,
  kIterator,
  kAny,  // Some scalar, or a display of scalars: good for printing and ==.
};

struct ValueType {
  Kind kind = Kind::kNone;
  int64_t lo = 0;
  int64_t hi = 0;
  std::vector<ValueType> args;
  std::vector<std::string> keys;

  bool operator==(const ValueType&) const = default;
};

ValueType NoneType();
ValueType BoolType();
ValueType AnyType();
ValueType IntType(int64_t lo, int64_t hi);
ValueType BigType(int bits);
ValueType FloatType(int exponent, bool special);
ValueType StrType(int64_t lo, int64_t hi);
ValueType BytesType(int64_t lo, int64_t hi);
ValueType ListType(ValueType element, int64_t lo, int64_t hi);
ValueType SetType(Kind kind, ValueType element, int64_t lo, int64_t hi);
ValueType TupleType(std::vector<ValueType> elements);
ValueType DictType(ValueType key, ValueType value);
ValueType RangeType();
ValueType IteratorType(ValueType element);

// True if each value of `have` keeps the contract `want`. `fresh` says that no
// other name can reach the value, which lets a mutable container be widened.
bool Fits(const ValueType& have, const ValueType& want, bool fresh);

bool IsMutable(const ValueType& type);   // The value itself or something in it.
bool IsHashable(const ValueType& type);  // And its hash is no address.
bool IsOrdered(const ValueType& type);   // < works between two of them.
bool IsScalar(const ValueType& type);

// The name of the Python class, as isinstance() and annotations want it.
const char* ClassName(Kind kind);

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_VALUE_TYPE_H_
