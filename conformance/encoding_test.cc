// Known answers of the three encodings.
#include "conformance/encoding.h"

#include <gtest/gtest.h>

namespace garter {
namespace {

TEST(EncodingTest, Utf8IsStrict) {
  EXPECT_TRUE(IsUtf8("plain \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"));
  EXPECT_TRUE(IsUtf8(std::string_view("\0", 1)));
  for (const char* bad :
       {"\x80", "\xC0\x80", "\xC3", "\xED\xA0\x80", "\xE0\x80\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xFF"}) {
    EXPECT_FALSE(IsUtf8(bad));
  }
}

TEST(EncodingTest, Base64GoesBothWays) {
  std::string back;
  for (std::string text : {"", "f", "fo", "foo", "foob", "\xff\xfe\x00x"}) {
    ASSERT_TRUE(Base64Decode(Base64Encode(text), &back));
    EXPECT_EQ(back, text);
  }
  EXPECT_EQ(Base64Encode("foob"), "Zm9vYg==");
  EXPECT_FALSE(Base64Decode("Zm9", &back));
  EXPECT_FALSE(Base64Decode("Zm=v", &back));
  EXPECT_FALSE(Base64Decode("Zm9*", &back));
}

TEST(EncodingTest, BytesInJsonKeepEveryByte) {
  std::string back;
  for (std::string bytes : {std::string("text"), std::string("\xED\xA0\x80"), std::string("a\0b\xff", 4)}) {
    ASSERT_TRUE(BytesFromJson(BytesToJson(bytes), &back));
    EXPECT_EQ(back, bytes);
  }
  EXPECT_FALSE(BytesFromJson(Json(1), &back));
}

TEST(EncodingTest, Sha256KnowsTheStandardsAnswers) {
  EXPECT_EQ(Sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256Hex(std::string(1000000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

}  // namespace
}  // namespace garter
