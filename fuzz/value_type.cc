// Construction and comparison of contracts; see value_type.h for the idea.
#include "fuzz/value_type.h"

#include <utility>

namespace garter::fuzz {
namespace {

ValueType Make(Kind kind, int64_t lo, int64_t hi, std::vector<ValueType> args = {}) {
  return ValueType{kind, lo, hi, std::move(args), {}};
}

bool LengthFits(const ValueType& have, const ValueType& want) { return have.lo >= want.lo && have.hi <= want.hi; }

// That a container is fresh says nothing about what is in it: `[xs]` is new,
// `xs` is not. So elements are always compared as shared.
bool ElementsFit(const ValueType& have, const ValueType& want) {
  if (have.args.size() != want.args.size()) return false;
  for (size_t i = 0; i < have.args.size(); ++i) {
    if (!Fits(have.args[i], want.args[i], false)) return false;
  }
  return true;
}

bool HasAllKeys(const ValueType& have, const ValueType& want) {
  for (const std::string& key : want.keys) {
    bool found = false;
    for (const std::string& other : have.keys) found = found || other == key;
    if (!found) return false;
  }
  return true;
}

bool IntegerFits(const ValueType& have, const ValueType& want) {
  if (have.kind == Kind::kBool) return want.kind == Kind::kBig || (want.lo <= 0 && want.hi >= 1);
  if (have.kind == Kind::kInt) return want.kind == Kind::kBig ? want.hi >= 63 : LengthFits(have, want);
  return have.kind == Kind::kBig && want.kind == Kind::kBig && have.hi <= want.hi;
}

bool AllArgs(const ValueType& type, bool (*test)(const ValueType&)) {
  for (const ValueType& arg : type.args) {
    if (!test(arg)) return false;
  }
  return true;
}

}  // namespace

ValueType NoneType() { return Make(Kind::kNone, 0, 0); }
ValueType BoolType() { return Make(Kind::kBool, 0, 1); }
ValueType AnyType() { return Make(Kind::kAny, 0, 0); }
ValueType IntType(int64_t lo, int64_t hi) { return Make(Kind::kInt, lo, hi); }
ValueType BigType(int bits) { return Make(Kind::kBig, 0, bits); }
ValueType FloatType(int exponent, bool special) { return Make(Kind::kFloat, special ? 1 : 0, exponent); }
ValueType StrType(int64_t lo, int64_t hi) { return Make(Kind::kStr, lo, hi); }
ValueType BytesType(int64_t lo, int64_t hi) { return Make(Kind::kBytes, lo, hi); }
ValueType ListType(ValueType element, int64_t lo, int64_t hi) {
  return Make(Kind::kList, lo, hi, {std::move(element)});
}
ValueType SetType(Kind kind, ValueType element, int64_t lo, int64_t hi) {
  return Make(kind, lo, hi, {std::move(element)});
}
ValueType TupleType(std::vector<ValueType> elements) {
  int64_t size = static_cast<int64_t>(elements.size());
  return Make(Kind::kTuple, size, size, std::move(elements));
}
ValueType DictType(ValueType key, ValueType value) {
  return Make(Kind::kDict, 0, 30, {std::move(key), std::move(value)});
}
ValueType RangeType() { return Make(Kind::kRange, 0, 20); }
ValueType IteratorType(ValueType element) { return Make(Kind::kIterator, 0, 30, {std::move(element)}); }

bool Fits(const ValueType& have, const ValueType& want, bool fresh) {
  if (want.kind == Kind::kAny) return have.kind == Kind::kAny || IsScalar(have);
  if (want.kind == Kind::kInt || want.kind == Kind::kBig) return IntegerFits(have, want);
  if (have.kind != want.kind) return false;
  switch (want.kind) {
    case Kind::kFloat:
      return have.lo <= want.lo && (want.lo == 1 || have.hi <= want.hi);
    case Kind::kStr:
    case Kind::kBytes:
    case Kind::kRange:
      return LengthFits(have, want);
    case Kind::kTuple:
      return ElementsFit(have, want);
    case Kind::kFrozenSet:
      return LengthFits(have, want) && ElementsFit(have, want);
    case Kind::kList:
    case Kind::kSet:
      return fresh ? LengthFits(have, want) && ElementsFit(have, want) : have == want;
    case Kind::kDict:
      return fresh ? HasAllKeys(have, want) && ElementsFit(have, want) : have == want;
    case Kind::kIterator:
      return have == want;
    default:
      return true;
  }
}

bool IsMutable(const ValueType& type) {
  switch (type.kind) {
    case Kind::kList:
    case Kind::kDict:
    case Kind::kSet:
    case Kind::kIterator:
    case Kind::kAny:
      return true;
    default:
      for (const ValueType& arg : type.args) {
        if (IsMutable(arg)) return true;
      }
      return false;
  }
}

bool IsHashable(const ValueType& type) {
  switch (type.kind) {
    case Kind::kNone:
    case Kind::kBool:
    case Kind::kInt:
    case Kind::kBig:
    case Kind::kStr:
    case Kind::kBytes:
    case Kind::kRange:
      return true;
    case Kind::kFloat:
      return type.lo == 0;  // The hash of a nan is its address.
    case Kind::kTuple:
    case Kind::kFrozenSet:
      return AllArgs(type, IsHashable);
    default:
      return false;
  }
}

bool IsOrdered(const ValueType& type) {
  switch (type.kind) {
    case Kind::kBool:
    case Kind::kInt:
    case Kind::kBig:
    case Kind::kFloat:
    case Kind::kStr:
    case Kind::kBytes:
      return true;
    case Kind::kTuple:
    case Kind::kList:
      return AllArgs(type, IsOrdered);
    default:
      return false;
  }
}

bool IsScalar(const ValueType& type) {
  switch (type.kind) {
    case Kind::kNone:
    case Kind::kBool:
    case Kind::kInt:
    case Kind::kBig:
    case Kind::kFloat:
    case Kind::kStr:
    case Kind::kBytes:
      return true;
    default:
      return false;
  }
}

const char* ClassName(Kind kind) {
  switch (kind) {
    case Kind::kNone:
    case Kind::kAny:
    case Kind::kIterator:
      return "object";
    case Kind::kBool:
      return "bool";
    case Kind::kInt:
    case Kind::kBig:
      return "int";
    case Kind::kFloat:
      return "float";
    case Kind::kStr:
      return "str";
    case Kind::kBytes:
      return "bytes";
    case Kind::kList:
      return "list";
    case Kind::kTuple:
      return "tuple";
    case Kind::kDict:
      return "dict";
    case Kind::kSet:
      return "set";
    case Kind::kFrozenSet:
      return "frozenset";
    case Kind::kRange:
      return "range";
  }
  return "object";
}

}  // namespace garter::fuzz
