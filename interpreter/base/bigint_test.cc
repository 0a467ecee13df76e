// Big integers against values recorded from CPython (bigint_golden.inc), against the obvious slow way, and against
// themselves through identities that connect one algorithm with another. Every buffer has exactly the promised room,
// so that AddressSanitizer judges the promises.
#include "interpreter/base/bigint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace garter::bigint {
namespace {

#include "interpreter/base/bigint_golden.inc"

struct Number {
  std::vector<uint64_t> limbs;
  bool is_negative = false;

  BigInt View() const { return {limbs.data(), limbs.size(), is_negative}; }
  const uint64_t* data() const { return limbs.data(); }
  size_t size() const { return limbs.size(); }
  bool operator==(const Number& other) const = default;
};

// Exactly n limbs, filled with a pattern; from the heap, where the sanitizer sees the limb after the last.
struct Room {
  explicit Room(size_t n) : limbs(new uint64_t[n]) { std::fill_n(limbs.get(), n, 0xA5A5A5A5A5A5A5A5); }
  operator uint64_t*() { return limbs.get(); }
  std::unique_ptr<uint64_t[]> limbs;
};

Number FromLimbs(const uint64_t* limbs, size_t n, bool is_negative = false) {
  return {std::vector<uint64_t>(limbs, limbs + n), is_negative};
}

Number ParseHex(std::string text) {
  Number number;
  if (!text.empty() && text[0] == '-') {
    number.is_negative = true;
    text.erase(0, 1);
  }
  while (!text.empty()) {
    size_t digits = std::min<size_t>(16, text.size());
    number.limbs.push_back(std::strtoull(text.substr(text.size() - digits).c_str(), nullptr, 16));
    text.resize(text.size() - digits);
  }
  number.limbs.resize(Trim(number.data(), number.size()));
  return number;
}

std::string Hex(BigInt a) {
  if (a.size == 0) return "0";
  std::string text = a.is_negative ? "-" : "";
  char buffer[24];
  for (size_t i = a.size; i-- > 0;) {
    std::snprintf(buffer, sizeof buffer, i + 1 == a.size ? "%llx" : "%016llx",
                  static_cast<unsigned long long>(a.limbs[i]));
    text += buffer;
  }
  return text;
}

std::string BitsOf(double value) {
  uint64_t bits = std::bit_cast<uint64_t>(value);
  return Hex({&bits, bits != 0 ? 1u : 0u, false});
}

double DoubleOf(const std::string& bits) { return std::bit_cast<double>(std::strtoull(bits.c_str(), nullptr, 16)); }

std::string Sign(int order) { return order < 0 ? "-1" : order > 0 ? "1" : "0"; }

Number Multiply(const Number& a, const Number& b) {
  Meter meter;
  Room out(a.size() + b.size()), scratch(MultiplyScratch(a.size(), b.size()));
  BigIntOut result{out};
  EXPECT_TRUE(MultiplySigned(meter, a.View(), b.View(), &result, scratch));
  return FromLimbs(result.limbs, result.size, result.is_negative);
}

Number Add(const Number& a, const Number& b) {
  Meter meter;
  Room out(std::max(a.size(), b.size()) + 1);
  BigIntOut result{out};
  EXPECT_TRUE(AddSigned(meter, a.View(), b.View(), &result));
  return FromLimbs(result.limbs, result.size, result.is_negative);
}

void Divmod(const Number& a, const Number& b, Number* quotient, Number* remainder) {
  Meter meter;
  Room q(a.size() < b.size() ? 2 : a.size() - b.size() + 2), r(std::max(a.size(), b.size()) + 1);
  Room scratch(DivideScratch(a.size(), b.size()));
  BigIntOut quotient_out{q}, remainder_out{r};
  EXPECT_TRUE(FloorDivide(meter, a.View(), b.View(), &quotient_out, &remainder_out, scratch));
  *quotient = FromLimbs(q, quotient_out.size, quotient_out.is_negative);
  *remainder = FromLimbs(r, remainder_out.size, remainder_out.is_negative);
}

std::string Text(const Number& a, unsigned base) {
  Meter meter;
  std::string text(TextRoom(a.data(), a.size(), base), '?');
  Room scratch(ToTextScratch(a.size(), base));
  size_t length;
  EXPECT_TRUE(ToText(meter, a.data(), a.size(), base, text.data(), &length, scratch));
  text.resize(length);
  return text;
}

Number Read(const std::string& text, unsigned base) {
  Meter meter;
  Room out(FromTextRoom(text.size(), base)), scratch(FromTextScratch(text.size(), base));
  size_t size;
  EXPECT_TRUE(FromText(meter, text.data(), text.size(), base, out, &size, scratch));
  return FromLimbs(out, size);
}

// The judge: long multiplication, one pair of 32-bit digits at a time.
Number SlowMultiply(const Number& a, const Number& b) {
  std::vector<uint32_t> x, y;
  for (uint64_t limb : a.limbs) x.insert(x.end(), {static_cast<uint32_t>(limb), static_cast<uint32_t>(limb >> 32)});
  for (uint64_t limb : b.limbs) y.insert(y.end(), {static_cast<uint32_t>(limb), static_cast<uint32_t>(limb >> 32)});
  std::vector<uint32_t> out(x.size() + y.size());
  for (size_t i = 0; i < x.size(); ++i) {
    uint64_t carry = 0;
    for (size_t j = 0; j < y.size(); ++j) {
      carry += static_cast<uint64_t>(x[i]) * y[j] + out[i + j];
      out[i + j] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    out[i + y.size()] = static_cast<uint32_t>(carry);
  }
  Number result;
  for (size_t i = 0; i < out.size(); i += 2) result.limbs.push_back(out[i] | static_cast<uint64_t>(out[i + 1]) << 32);
  result.limbs.resize(Trim(result.data(), result.size()));
  result.is_negative = a.is_negative != b.is_negative && result.size() != 0;
  return result;
}

// Exactly n limbs of noise, of long runs of equal bits, or of ones: the last two are what carries stumble over.
Number Random(std::mt19937_64& random, size_t n) {
  Number number;
  int kind = static_cast<int>(random() % 4);
  for (size_t i = 0; i < n; ++i) {
    number.limbs.push_back(kind < 2 ? random() : kind == 2 ? (random() % 2 != 0 ? ~uint64_t{0} : 0) : ~uint64_t{0});
  }
  if (n != 0 && number.limbs.back() == 0) number.limbs.back() = 1;
  return number;
}

std::string RunOnTwo(const std::string& op, const Number& a, const Number& b) {
  Meter meter;
  size_t larger = std::max(a.size(), b.size());
  Room out(larger + 1);
  BigIntOut result{out};
  if (op == "add") return Hex(Add(a, b).View());
  if (op == "mul") return Hex(Multiply(a, b).View());
  if (op == "sqr") return Hex(Multiply(a, a).View());
  if (op == "cmp") return Sign(CompareSigned(a.View(), b.View()));
  if (op == "sub") {
    EXPECT_TRUE(SubtractSigned(meter, a.View(), b.View(), &result));
  } else if (op == "inv") {
    EXPECT_TRUE(Invert(meter, a.View(), &result));
  } else if (op == "div") {
    Number quotient, remainder;
    Divmod(a, b, &quotient, &remainder);
    return Hex(quotient.View()) + " " + Hex(remainder.View());
  } else if (op == "gcd") {
    Room scratch(GcdScratch(a.size(), b.size()));
    EXPECT_TRUE(Gcd(meter, a.data(), a.size(), b.data(), b.size(), out, &result.size, scratch));
  } else if (op == "sqrt") {
    Room root(a.size() / 2 + 2), scratch(SquareRootScratch(a.size()));
    size_t size;
    EXPECT_TRUE(SquareRoot(meter, a.data(), a.size(), root, &size, scratch));
    return Hex({root, size, false});
  } else if (op == "tdiv") {
    Room scratch(TrueDivideScratch(a.size(), b.size()));
    double value;
    bool overflow;
    EXPECT_TRUE(TrueDivide(meter, a.View(), b.View(), &value, &overflow, scratch));
    return overflow ? "inf" : BitsOf(value);
  } else {
    BitOperation operation = op == "and" ? BitOperation::kAnd : op == "or" ? BitOperation::kOr : BitOperation::kXor;
    EXPECT_TRUE(Bitwise(meter, operation, a.View(), b.View(), &result));
  }
  return Hex(result);
}

std::string RunWithCount(const std::string& op, const Number& a, uint64_t count) {
  Meter meter;
  if (op == "pow") {
    Room out(PowerRoom(a.data(), a.size(), count)), scratch(PowerScratch(a.data(), a.size(), count));
    size_t size;
    EXPECT_TRUE(Power(meter, a.data(), a.size(), count, out, &size, scratch));
    return Hex({out, size, false});
  }
  Room out(op == "shl" ? a.size() + count / 64 + 1 : a.size() + 1);
  BigIntOut result{out};
  EXPECT_TRUE(op == "shl" ? ShiftLeftSigned(meter, a.View(), count, &result)
                          : ShiftRightSigned(meter, a.View(), count, &result));
  return Hex(result);
}

std::string Answer(const std::string& op, const std::string& a, const std::string& b, const std::string& c) {
  unsigned base = static_cast<unsigned>(std::atoi(b.c_str()));
  if (op == "text") return Text(ParseHex(a), base);
  if (op == "from") return Hex(Read(a, base).View());
  if (op == "cmpd") return Sign(CompareWithDouble(ParseHex(a).View(), DoubleOf(b)));
  if (op == "fromd") {
    Room out(kDoubleLimbs);
    BigIntOut result{out};
    FromDouble(DoubleOf(a), &result);
    return Hex(result);
  }
  if (op == "dbl") {
    double value;
    return ToDouble(ParseHex(a).View(), &value) ? BitsOf(value) : "inf";
  }
  if (op == "shl" || op == "shr" || op == "pow") {
    return RunWithCount(op, ParseHex(a), std::strtoull(b.c_str(), nullptr, 16));
  }
  if (op == "mod") {
    Number base_number = ParseHex(a), exponent = ParseHex(b), modulus = ParseHex(c);
    Room out(modulus.size()), scratch(ModularPowerScratch(base_number.size(), modulus.size()));
    Meter meter;
    size_t size;
    EXPECT_TRUE(ModularPower(meter, base_number.data(), base_number.size(), exponent.data(), exponent.size(),
                             modulus.data(), modulus.size(), out, &size, scratch));
    return Hex({out, size, false});
  }
  return RunOnTwo(op, ParseHex(a), ParseHex(b));
}

TEST(BigInt, AgreesWithRecordedValues) {
  for (const auto& row : kGolden) {
    EXPECT_EQ(Answer(row[0], row[1], row[2], row[3]), row[4]) << row[0] << " " << row[1] << " " << row[2];
  }
}

TEST(BigInt, MultipliesAsTheSlowWay) {
  std::mt19937_64 random(1);
  for (size_t an : {1, 2, 27, 28, 29, 55, 57, 100, 149, 150, 151, 152, 299, 460, 700}) {
    for (size_t bn : {1, 3, 28, 40, 150, 151, 300, 460}) {
      Number a = Random(random, an), b = Random(random, bn);
      EXPECT_EQ(Multiply(a, b), SlowMultiply(a, b)) << an << " x " << bn;
    }
    Number a = Random(random, an);
    EXPECT_EQ(Multiply(a, a), SlowMultiply(a, a)) << an << " squared";
  }
}

TEST(BigInt, DividesBackWhatItMultiplied) {
  std::mt19937_64 random(2);
  for (size_t an : {1, 2, 60, 89, 90, 91, 180, 181, 333, 720}) {
    for (size_t bn : {1, 2, 3, 89, 90, 97, 180, 200, 365}) {
      Number a = Random(random, an), b = Random(random, bn), r = Random(random, bn);
      r.limbs.back() = b.limbs.back() / 2;
      r.limbs.resize(Trim(r.data(), r.size()));
      Number quotient, remainder;
      Divmod(Add(Multiply(a, b), r), b, &quotient, &remainder);
      bool is_below = Compare(r.data(), r.size(), b.data(), b.size()) < 0;
      if (!is_below) continue;
      EXPECT_EQ(quotient, a) << an << " / " << bn;
      EXPECT_EQ(remainder, r) << an << " / " << bn;
    }
  }
}

TEST(BigInt, ReadsWhatItWrites) {
  std::mt19937_64 random(3);
  for (unsigned base = 2; base <= 36; ++base) {
    for (size_t n : {1, 5, 40, 41, 83, 200, 350}) {
      Number a = Random(random, n);
      std::string text = Text(a, base);
      EXPECT_NE(text[0], '0');
      EXPECT_EQ(Read(text, base), a) << n << " limbs in base " << base;
    }
  }
}

TEST(BigInt, KeepsZerosInTheMiddleOfText) {
  for (int zeros : {18, 19, 20, 800, 5000}) {
    std::string text = "7" + std::string(static_cast<size_t>(zeros), '0') + "1";
    EXPECT_EQ(Text(Read(text, 10), 10), text);
  }
}

TEST(BigInt, KnowsTheDigitLimit) {
  for (size_t digits : {4200u, 4299u, 4300u, 4301u, 4400u}) {
    Number a = Read(std::string(digits, '9'), 10);
    int order = CompareDecimalDigits(a.data(), a.size(), 4300);
    if (order < 0) EXPECT_LE(digits, 4300u);
    if (order > 0) EXPECT_GT(digits, 4300u);
    if (digits == 4200 || digits == 4400) EXPECT_NE(order, 0);
  }
}

TEST(BigInt, StopsAtTheFuelLimit) {
  std::mt19937_64 random(4);
  Number a = Random(random, 20000);
  Room out(2 * a.size()), scratch(MultiplyScratch(a.size(), a.size()));
  Meter meter;
  meter.fuel_limit = 1000;
  meter.next_event = 1001;
  size_t size;
  EXPECT_FALSE(bigint::Multiply(meter, a.data(), a.size(), a.data(), a.size(), out, &size, scratch));
  EXPECT_EQ(meter.limit, LimitKind::kFuel);
  EXPECT_LT(meter.used, 1000u + 100000u);  // seen within one linear pass
}

TEST(BigInt, PollsTheClockInShortSteps) {
  std::mt19937_64 random(5);
  Number a = Random(random, 8000);
  Meter meter;
  uint64_t polls = 0;
  meter.clock_context = &polls;
  meter.now_ns = [](void* context) { return ++*static_cast<uint64_t*>(context); };
  std::string text(TextRoom(a.data(), a.size(), 10), '?');
  Room scratch(ToTextScratch(a.size(), 10));
  size_t length;
  ASSERT_TRUE(ToText(meter, a.data(), a.size(), 10, text.data(), &length, scratch));
  EXPECT_GE(polls, meter.used / (2 * Meter::kPollInterval));
}

TEST(BigInt, PaysTheSameTwice) {
  std::mt19937_64 random(6);
  Number a = Random(random, 700), b = Random(random, 300);
  uint64_t used[2];
  for (uint64_t& fuel : used) {
    Meter meter;
    Room out(1000), scratch(MultiplyScratch(700, 300));
    size_t size;
    ASSERT_TRUE(bigint::Multiply(meter, a.data(), 700, b.data(), 300, out, &size, scratch));
    fuel = meter.used;
  }
  EXPECT_EQ(used[0], used[1]);
  EXPECT_GT(used[0], 1000u);
}

}  // namespace
}  // namespace garter::bigint
