// Floats from and to text against values recorded from CPython (float_golden.inc), and round trips of random bits.
#include <gtest/gtest.h>

#include <bit>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>

#include "interpreter/base/float_parse.h"
#include "interpreter/base/float_text.h"

namespace garter {
namespace {

#include "interpreter/base/float_golden.inc"

std::string Hex(double value) {
  char text[24];
  std::snprintf(text, sizeof text, "%llx", static_cast<unsigned long long>(std::bit_cast<uint64_t>(value)));
  return text;
}

std::string Repr(double value) {
  char text[kReprRoom];
  return std::string(text, FormatRepr(value, text));
}

std::string RunFromHex(const std::string& text) {
  double value;
  switch (ParseHex(text.data(), text.size(), &value)) {
    case HexResult::kInvalid:
      return "invalid";
    case HexResult::kTooLarge:
      return "large";
    case HexResult::kOk:
      break;
  }
  return Hex(value);
}

std::string RunFormat(const std::string& op, double value, int precision, bool is_alternate) {
  FloatFormat format;
  format.style = op == "e" ? FloatStyle::kExponent : op == "f" ? FloatStyle::kFixed : FloatStyle::kGeneral;
  format.precision = precision;
  format.is_alternate = is_alternate;
  std::string out(FormatFloatRoom(value, format), '?');
  out.resize(FormatFloat(value, format, out.data()));
  return out;
}

std::string Answer(const std::string& op, const std::string& operand, const std::string& precision,
                   const std::string& flag) {
  if (op == "fh") return RunFromHex(operand);
  double value = std::bit_cast<double>(std::strtoull(operand.c_str(), nullptr, 16));
  if (op == "r") return Repr(value);
  if (op == "x") {
    char text[kHexRoom];
    return std::string(text, FormatHex(value, text));
  }
  if (op == "round") {
    double rounded;
    return RoundDecimal(value, std::atoll(precision.c_str()), &rounded) ? Hex(rounded) : "large";
  }
  if (op == "even") {
    double rounded = RoundHalfEven(value);
    return RunFormat("f", rounded == 0 ? 0.0 : rounded, 0, false);
  }
  return RunFormat(op, value, std::atoi(precision.c_str()), flag == "#");
}

TEST(FloatText, AgreesWithRecordedValues) {
  for (const auto& row : kGolden) {
    EXPECT_EQ(Answer(row[0], row[1], row[2], row[3]), row[4]) << row[0] << " " << row[1] << " " << row[2] << row[3];
  }
}

TEST(FloatParse, AgreesWithRecordedValues) {
  for (const auto& [text, bits] : kParsed) {
    double value;
    ASSERT_TRUE(ParseDouble(text, std::strlen(text), &value)) << text;
    EXPECT_EQ(Hex(value), bits) << text;
  }
}

TEST(FloatParse, RefusesWhatIsNotANumber) {
  for (const char* text :
       {"", "+", ".", "e5", "1e", "1e+", "1.2.3", "1_0", " 1", "1 ", "0x10", "inf", "--1", "1e5.0"}) {
    double value = 7;
    EXPECT_FALSE(ParseDouble(text, std::strlen(text), &value)) << text;
    EXPECT_EQ(value, 7);
  }
}

TEST(FloatParse, KnowsTheSpecialNames) {
  for (const char* text : {"inf", "-INF", "+Infinity", "nan", "-NaN"}) {
    double value;
    EXPECT_TRUE(ParseDoubleOrSpecial(text, std::strlen(text), &value)) << text;
    EXPECT_TRUE(IsInfiniteOrNan(value));
    EXPECT_EQ(IsNegative(value), text[0] == '-');
  }
  double value;
  for (const char* text : {"infi", "in", "nanx", "infinityy", "+-inf"}) {
    EXPECT_FALSE(ParseDoubleOrSpecial(text, std::strlen(text), &value)) << text;
  }
}

TEST(FloatText, ReadsBackWhatItWrites) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 20000; ++i) {
    double value = std::bit_cast<double>(random());
    if (IsInfiniteOrNan(value)) continue;
    std::string repr = Repr(value), exact = RunFormat("e", value, 30, false);
    char text[kHexRoom];
    std::string hex(text, FormatHex(value, text));
    double back;
    ASSERT_TRUE(ParseDouble(repr.data(), repr.size(), &back));
    EXPECT_EQ(back, value) << repr;
    ASSERT_TRUE(ParseDouble(exact.data(), exact.size(), &back));
    EXPECT_EQ(back, value) << exact;
    ASSERT_EQ(ParseHex(hex.data(), hex.size(), &back), HexResult::kOk);
    EXPECT_EQ(back, value) << hex;
  }
}

// The C library rounds its printf exactly, too: an independent judge for many more cases.
TEST(FloatText, FormatsAsPrintf) {
  std::mt19937_64 random(2);
  for (int i = 0; i < 20000; ++i) {
    double value = i % 2 != 0 ? std::bit_cast<double>(random()) : static_cast<double>(random() % 2000001) / 1024 - 900;
    if (IsInfiniteOrNan(value)) continue;
    int precision = static_cast<int>(random() % 26);
    char expected[512];
    std::snprintf(expected, sizeof expected, "%.*f", precision, value);
    EXPECT_EQ(RunFormat("f", value, precision, false), expected);
    std::snprintf(expected, sizeof expected, "%.*e", precision, value);
    EXPECT_EQ(RunFormat("e", value, precision, false), expected);
  }
}

TEST(FloatText, WritesAnyPrecision) {
  std::string text = RunFormat("f", 0.5, 100000, false);
  EXPECT_EQ(text.size(), 100002u);
  EXPECT_EQ(text.substr(0, 5), "0.500");
  EXPECT_EQ(text.back(), '0');
}

}  // namespace
}  // namespace garter
