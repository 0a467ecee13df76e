// Integers of any size and floats. An operator's operands are made in ranges
// small enough that its result is known to stay in 64 bits (or in the bits that
// a big integer may have); Fit() then brings the result into the contract.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

// The numbers at which representations change: bytes, digits of CPython's
// integers, 48-bit immediates, exact doubles, machine words.
const int64_t kBoundaries[] = {0,
                               1,
                               2,
                               3,
                               7,
                               10,
                               16,
                               31,
                               100,
                               127,
                               128,
                               255,
                               256,
                               257,
                               1000,
                               (int64_t{1} << 15) - 1,
                               int64_t{1} << 16,
                               (int64_t{1} << 30) - 1,
                               int64_t{1} << 30,
                               int64_t{1} << 31,
                               int64_t{1} << 32,
                               (int64_t{1} << 47) - 1,
                               int64_t{1} << 47,
                               int64_t{1} << 48,
                               int64_t{1} << 53,
                               (int64_t{1} << 53) + 1,
                               int64_t{1} << 60,
                               int64_t{1} << 62,
                               INT64_MAX};

const char* const kFloats[] = {
    "0.0",       "1.0", "0.5", "2.5", "0.1",   "3.14159", "1e3",  "100.0",  "1.25",   "0.001",
    "12345.678", "0.3", "7.0", "1.5", "99.99", "2.675",   "1e-5", "33.333", "4096.0", "0.30000000000000004"};

const char* const kExtremeFloats[] = {
    "1e308",         "1e-308", "5e-324", "1.7976931348623157e308", "float('inf')", "float('nan')",
    "float('-inf')", "1e16",   "1e22",   "123456789012345680.0",   "1e100",        "2.2250738585072014e-308"};

int64_t Magnitude(const ValueType& type) { return std::max(std::llabs(type.lo), std::llabs(type.hi)); }

}  // namespace

std::string ProgramBuilder::IntText(int64_t lo, int64_t hi) {
  if (random_.Percent(35)) {
    int64_t boundary = kBoundaries[random_.Below(std::size(kBoundaries))];
    if (random_.Percent(40)) boundary = -boundary;
    if (boundary >= lo && boundary <= hi) return IntLiteral(boundary, random_);
  }
  if (random_.Percent(70) && lo <= 20 && hi >= -20) {
    return IntLiteral(random_.Between(std::max<int64_t>(lo, -20), std::min<int64_t>(hi, 20)), random_);
  }
  return IntLiteral(random_.Between(lo, hi), random_);
}

std::string ProgramBuilder::FloatText(const ValueType& want) {
  std::string sign = random_.Percent(20) ? "-" : "";
  if (want.lo == 1 && random_.Percent(30)) return sign + kExtremeFloats[random_.Below(std::size(kExtremeFloats))];
  std::string text = kFloats[random_.Below(std::size(kFloats))];
  return want.hi < 5 && text.size() > 4 ? sign + "0.75" : sign + text;
}

std::string ProgramBuilder::NonZeroInt(int64_t limit, int depth, int minimum_precedence) {
  switch (random_.Below(4)) {
    case 0:
      return Wrap(Expr{IntText(1, limit), kPrimary, {}, true}, minimum_precedence);
    case 1: {
      Expr value = Make(IntType(-limit, limit), depth);
      return Cat({"(", Wrap(value, kOr), " or ", IntText(1, limit), ")"});
    }
    case 2: {
      Expr negative{"-" + IntText(1, limit), kUnary, {}, true};
      return Wrap(negative, minimum_precedence);
    }
    default:
      return Sub(IntType(1, limit), depth, minimum_precedence);
  }
}

Expr ProgramBuilder::MakeInt(const ValueType& want, int depth) {
  if (want.lo == want.hi) return MakeLiteral(want);
  return random_.Percent(58) ? MakeIntOperator(want, depth) : MakeIntFromOther(want, depth);
}

Expr ProgramBuilder::MakeIntOperator(const ValueType& want, int depth) {
  int64_t limit = std::clamp<int64_t>(Magnitude(want), 10, int64_t{1} << 28);
  ValueType operand = IntType(-limit, limit);
  ValueType natural = IntType(0, limit);
  Expr out{"", kPrimary, want, true};
  switch (random_.Weighted({18, 16, 14, 9, 9, 6, 6, 5, 5, 4, 7, 4, 5, 5})) {
    case 0:
    case 1: {
      bool plus = random_.Percent(55);
      out.text = Cat({Sub(operand, depth - 1, kSum), plus ? " + " : " - ", Sub(operand, depth - 1, kTerm)});
      out.precedence = kSum;
      out.type = IntType(-2 * limit, 2 * limit);
      return out;
    }
    case 2:
      out.text = Cat({Sub(operand, depth - 1, kTerm), " * ", Sub(operand, depth - 1, kUnary)});
      out.precedence = kTerm;
      out.type = IntType(-limit * limit, limit * limit);
      return out;
    case 3:
      out.text = Cat({Sub(operand, depth - 1, kTerm), " // ", NonZeroInt(30, depth - 1, kUnary)});
      out.precedence = kTerm;
      out.type = IntType(-limit, limit);
      return out;
    case 4:
      out.text = Cat({Sub(operand, depth - 1, kTerm), " % ", NonZeroInt(30, depth - 1, kUnary)});
      out.precedence = kTerm;
      out.type = IntType(-30, 30);
      return out;
    case 5:
      out.text = Cat({Sub(natural, depth - 1, kBitAnd), " & ", Sub(natural, depth - 1, kShift)});
      out.precedence = kBitAnd;
      out.type = natural;
      return out;
    case 6: {
      bool exclusive = random_.Percent(50);
      int precedence = exclusive ? kBitXor : kBitOr;
      out.text = Cat(
          {Sub(operand, depth - 1, precedence), exclusive ? " ^ " : " | ", Sub(operand, depth - 1, precedence + 1)});
      out.precedence = precedence;
      out.type = IntType(-4 * limit, 4 * limit);
      return out;
    }
    case 7:
      out.text = Cat({Sub(operand, depth - 1, kShift), " << ", Sub(IntType(0, 20), depth - 1, kSum)});
      out.precedence = kShift;
      out.type = IntType(-(limit << 20), limit << 20);
      return out;
    case 8:
      out.text = Cat({Sub(operand, depth - 1, kShift), " >> ", Sub(IntType(0, 70), depth - 1, kSum)});
      out.precedence = kShift;
      out.type = operand;
      return out;
    case 9:
      out.text = Cat({Sub(IntType(-9, 9), depth - 1, kPrimary), " ** ", Sub(IntType(0, 12), depth - 1, kUnary)});
      out.precedence = kPower;
      out.type = IntType(-(int64_t{1} << 39), int64_t{1} << 39);
      return out;
    case 10: {
      std::string sign = random_.Pick({"-", "~", "+"});
      Expr value = Make(operand, depth - 1);
      out.text = sign + Wrap(value, kPower);
      out.precedence = kUnary;
      out.type = IntType(-limit - 1, limit + 1);
      return out;
    }
    case 11:
      out.text = Cat({"pow(", Sub(operand, depth - 1, kConditional), ", ", Sub(IntType(0, 40), depth - 1, kConditional),
                      ", ", IntText(2, 1009), ")"});
      out.type = IntType(0, 1009);
      return out;
    case 12:
      out.text = Cat({"divmod(", Sub(operand, depth - 1, kConditional), ", ", NonZeroInt(30, depth - 1, kConditional),
                      random_.Percent(50) ? ")[0]" : ")[1]"});
      out.type = operand;
      return out;
    default:
      out.text = "abs(" + Sub(operand, depth - 1, kConditional) + ")";
      out.type = natural;
      return out;
  }
}

Expr ProgramBuilder::MakeIntFromOther(const ValueType& want, int depth) {
  Expr out{"", kPrimary, want, true};
  switch (random_.Weighted({16, 10, 8, 10, 5, 5, 6, 4, 4, 5, 4, 4, 4, 3})) {
    case 0: {
      Kind kind = random_.Pick({Kind::kList, Kind::kStr, Kind::kDict, Kind::kSet, Kind::kTuple, Kind::kBytes});
      Expr value = MakeOf(kind, depth - 1);
      out.text = "len(" + value.text + ")";
      out.type = IntType(0, int64_t{1} << 30);
      return out;
    }
    case 1: {
      Iterable numbers = IterableOf(IntType(-1000000, 1000000), depth - 1);
      out.text = "sum(" + numbers.text + (random_.Percent(20) ? ", " + IntText(-50, 50) : "") + ")";
      out.type = IntType(-(int64_t{1} << 40), int64_t{1} << 40);
      return out;
    }
    case 2: {
      std::string name = random_.Percent(50) ? "min" : "max";
      ValueType wide = IntType(-1000000, 1000000);
      if (random_.Percent(50)) {
        Iterable numbers = IterableOf(wide, depth - 1);
        out.text = Cat({name, "(", numbers.text, ", default=", IntText(-9, 9), ")"});
      } else {
        out.text = Cat({name, "(", Sub(wide, depth - 1, kConditional), ", ", Sub(wide, depth - 1, kConditional), ")"});
      }
      out.type = wide;
      return out;
    }
    case 3: {
      Expr text = MakeOf(Kind::kStr, depth - 1);
      std::string needle = StrText(0, 1);
      std::string method = random_.Pick({"count", "find", "rfind"});
      out.text = AsPrimary(text) + "." + method + "(" + needle + ")";
      out.type = IntType(-1, int64_t{1} << 20);
      return out;
    }
    case 4:
      out.text = "ord(" + Sub(StrType(1, 1), 0, kConditional) + ")";
      out.type = IntType(0, 0x10ffff);
      return out;
    case 5:
      out.text = random_.Percent(50) ? Cat({"int('", std::to_string(random_.Between(0, 99999)), "')"})
                                     : Cat({"int(", random_.Pick({"'ff'", "'0x1F'", "'-7a'", "'  12 '"}), ", 16)"});
      out.type = IntType(-100000, 100000);
      return out;
    case 6: {
      std::string name = random_.Percent(50) ? "int" : "round";
      out.text = name + "(" + Sub(FloatType(6, false), depth - 1, kConditional) + ")";
      out.type = IntType(-2000000, 2000000);
      return out;
    }
    case 7:
      out.text = Cat({"(", Sub(IntType(-(int64_t{1} << 50), int64_t{1} << 50), depth - 1, kLambda), ").",
                      random_.Percent(60) ? "bit_length()" : "bit_count()"});
      out.type = IntType(0, 64);
      return out;
    case 8:
      out.text = "hash(" + Sub(IntType(-100000, 100000), depth - 1, kConditional) + ")";
      out.type = IntType(-100000, 100000);
      return out;
    case 9: {
      Expr items = MakeOf(Kind::kList, depth - 1);
      if (!IsScalar(items.type.args[0])) return {};
      out.text = AsPrimary(items) + ".count(" + Sub(items.type.args[0], 0, kConditional) + ")";
      out.type = IntType(0, 100000);
      return out;
    }
    case 10: {
      Expr bytes = MakeOf(Kind::kBytes, depth - 1);
      out.text = "int.from_bytes(" + AsPrimary(bytes) + "[:3], '" + random_.Pick({"big", "little"}) + "')";
      out.type = IntType(0, 1 << 24);
      return out;
    }
    case 11: {
      Expr value = Make(BoolType(), depth - 1);
      out.text = Cat({Wrap(value, kSum), " + ", Sub(IntType(0, 9), depth - 1, kTerm)});
      out.precedence = kSum;
      out.type = IntType(0, 10);
      return out;
    }
    case 12: {
      Expr value = Make(BigType(130), depth - 1);
      out.text = Wrap(value, kTerm) + " % " + random_.Pick({"1000", "97", "(1 << 31)"});
      out.precedence = kTerm;
      out.type = IntType(0, int64_t{1} << 31);
      return out;
    }
    default: {
      bool outer_walrus = no_walrus_;
      no_walrus_ = no_walrus_ || themes_ != kNoFeatures;
      Iterable items = MakeIterable(depth - 1);
      no_walrus_ = outer_walrus;
      out.text = "sum(1 for _ in " + items.text + ")";
      out.type = IntType(0, 1 << 20);
      return out;
    }
  }
}

Expr ProgramBuilder::MakeBig(const ValueType& want, int depth) {
  int bits = static_cast<int>(want.hi);
  ValueType half = BigType(bits / 2);
  ValueType less = BigType(bits - 2);
  Expr out{"", kPrimary, want, true};
  switch (random_.Below(11)) {
    case 0:
    case 1:
      out.text = Cat({Sub(half, depth - 1, kTerm), " * ", Sub(half, depth - 1, kUnary)});
      out.precedence = kTerm;
      return out;
    case 2:
    case 3: {
      bool plus = random_.Percent(50);
      out.text = Cat({Sub(less, depth - 1, kSum), plus ? " + " : " - ", Sub(less, depth - 1, kTerm)});
      out.precedence = kSum;
      return out;
    }
    case 4:
      out.text = Cat({Sub(want, depth - 1, kTerm), random_.Percent(50) ? " // " : " % ",
                      Sub(IntType(1, 99999), depth - 1, kUnary)});
      out.precedence = kTerm;
      return out;
    case 5:
      out.text = Cat({Sub(less, depth - 1, kTerm), random_.Percent(50) ? " // " : " % ", "(", Sub(half, depth - 1, kOr),
                      " or 7)"});
      out.precedence = kTerm;
      return out;
    case 6:
      out.text =
          Cat({Sub(BigType(std::max(65, bits - 40)), depth - 1, kShift), " << ", Sub(IntType(0, 38), depth - 1, kSum)});
      out.precedence = kShift;
      out.type = BigType(std::max(65, bits - 40) + 39);
      return out;
    case 7:
      out.text = Cat({Sub(want, depth - 1, kShift), " >> ", Sub(IntType(0, 90), depth - 1, kSum)});
      out.precedence = kShift;
      return out;
    case 8: {
      std::string sign = random_.Pick({"-", "~"});
      Expr value = Make(less, depth - 1);
      out.text = sign + Wrap(value, kPower);
      out.precedence = kUnary;
      return out;
    }
    case 9: {
      const char* symbol = random_.Pick({"&", "|", "^"});
      int precedence = *symbol == '&' ? kBitAnd : *symbol == '^' ? kBitXor : kBitOr;
      out.text = Cat({Sub(less, depth - 1, precedence), " ", symbol, " ", Sub(less, depth - 1, precedence + 1)});
      out.precedence = precedence;
      return out;
    }
    default: {
      int64_t base = random_.Between(2, 12);
      int64_t exponent = std::max<int64_t>(1, bits / 4);
      out.text = Cat({std::to_string(base), " ** ", Sub(IntType(0, exponent), depth - 1, kUnary)});
      out.precedence = kPower;
      return out;
    }
  }
}

Expr ProgramBuilder::MakeFloat(const ValueType& want, int depth) {
  bool special = want.lo == 1;
  ValueType plain = FloatType(special ? 6 : std::max<int64_t>(1, want.hi / 2), special && random_.Percent(50));
  Expr out{"", kPrimary, FloatType(special ? 300 : static_cast<int>(want.hi), special), true};
  switch (random_.Weighted({20, 16, 12, 8, 8, 6, 6, 8, 5, 5, 4})) {
    case 0: {
      bool plus = random_.Percent(55);
      ValueType left = FloatType(std::max<int>(1, static_cast<int>(want.hi) - 1), plain.lo == 1);
      out.text = Cat({Sub(left, depth - 1, kSum), plus ? " + " : " - ", Sub(left, depth - 1, kTerm)});
      out.precedence = kSum;
      return out;
    }
    case 1:
      out.text = Cat({Sub(plain, depth - 1, kTerm), " * ", Sub(plain, depth - 1, kUnary)});
      out.precedence = kTerm;
      return out;
    case 2: {
      ValueType numerator = random_.Percent(50) ? plain : IntType(-100, 100);
      out.text = Cat({Sub(numerator, depth - 1, kTerm), " / ", random_.Pick({"4.0", "3", "7.5", "10", "-2", "1e3"})});
      out.precedence = kTerm;
      return out;
    }
    case 3: {
      int64_t limit = want.hi >= 5 || special ? 10000 : 9;
      out.text = Cat({Sub(IntType(-limit, limit), depth - 1, kTerm), " / ", NonZeroInt(30, depth - 1, kUnary)});
      out.precedence = kTerm;
      return out;
    }
    case 4:
      out.text = Cat({Sub(plain, depth - 1, kTerm), random_.Percent(50) ? " // " : " % ",
                      random_.Pick({"2.5", "-3.0", "7", "0.75", "-1.5"})});
      out.precedence = kTerm;
      return out;
    case 5:
      out.text = Cat({"round(", Sub(plain, depth - 1, kConditional), ", ", std::to_string(random_.Between(0, 4)), ")"});
      if (special && plain.lo == 0) out.type = FloatType(8, false);
      return out;
    case 6:
      out.text = "float(" + Sub(IntType(-9, 9), depth - 1, kConditional) + ")";
      return out;
    case 7:
      out.text = "-" + Sub(plain, depth - 1, kPower);
      out.precedence = kUnary;
      return out;
    case 8:
      out.text = "abs(" + Sub(plain, depth - 1, kConditional) + ")";
      return out;
    case 9:
      out.text = Cat({"float('", random_.Pick({"1.5", " 2e3 ", "-0.0", "1_0.5", ".5", "7."}), "')"});
      return out;
    default:
      out.text = Cat({random_.Pick({"1.5", "2.0", "0.5", "3.0"}), " ** ", std::to_string(random_.Between(-3, 3))});
      out.precedence = kPower;
      return out;
  }
}

}  // namespace garter::fuzz
