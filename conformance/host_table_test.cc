// The host's functions, on tagged values.
#include "conformance/host_table.h"

#include <gtest/gtest.h>

namespace garter {
namespace {

Json Call(const char* name, const char* arguments) {
  Json parsed;
  EXPECT_TRUE(ParseJson(arguments, &parsed));
  return AnswerHostCall({{"case", "x"}, {"name", name}, {"args", parsed}});
}

std::string Raised(const Json& answer) {
  const Json& raised = Member(answer, "raise");
  return raised.is_array() ? raised[0].get<std::string>() : std::string();
}

TEST(HostTable, Answers) {
  EXPECT_EQ(Call("add", R"([["i","2"],["i","-5"]])"), Json({{"value", {"i", "-3"}}}));
  EXPECT_EQ(Call("echo", R"([["l",1,[["ref",1]]]])"), Json::parse(R"({"value":["l",1,[["ref",1]]]})"));
  EXPECT_EQ(Call("first", R"([["t",[["s","a"],["n"]]]])"), Json({{"value", {"s", "a"}}}));
  EXPECT_EQ(Call("nothing", "[]"), Json::parse(R"({"value":["n"]})"));
  EXPECT_EQ(Raised(Call("refuse", R"([["s","KeyError"],["s","gone"]])")), "KeyError");
}

TEST(HostTable, WhatItCannotDoIsAnErrorOfTheProgram) {
  EXPECT_EQ(Raised(Call("add", R"([["i","99999999999999999999"],["i","1"]])")), "TypeError");
  EXPECT_EQ(Raised(Call("add", R"([["s","1"],["i","1"]])")), "TypeError");
  EXPECT_EQ(Raised(Call("add", "{}")), "LookupError");
  EXPECT_EQ(Raised(Call("first", R"([["l",1,[]]])")), "IndexError");
  EXPECT_EQ(Raised(Call("refuse", "[]")), "TypeError");
  EXPECT_EQ(Raised(Call("missing", "[]")), "LookupError");
}

}  // namespace
}  // namespace garter
