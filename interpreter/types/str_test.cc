// Searching and splitting text, all small inputs and the ones made to be slow, against the obvious way.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interpreter/heap/text_builder.h"
#include "interpreter/types/str_search.h"
#include "interpreter/vm/paused_for_test.h"

namespace garter {
namespace {

class Search : public ::testing::Test {
 protected:
  Paused paused;
  Vm& vm = paused.vm();

  // Characters of a text, each of its own width: 'a' as it is, or far up in Unicode.
  Value Make(const std::string& letters, uint32_t base) {
    TextBuilder builder(vm.heap);
    for (char c : letters) builder.Append(base + static_cast<uint32_t>(c));
    return builder.Finish();
  }

  void Check(const std::string& text, const std::string& part, uint32_t base) {
    Value t = Make(text, base), p = Make(part, base);
    ASSERT_FALSE(t.IsUnbound() || p.IsUnbound());
    int64_t at = -2;
    auto wide = [](size_t n) { return n == std::string::npos ? int64_t{-1} : static_cast<int64_t>(n); };
    {
      Searcher searcher(vm, vm.TextOf(t), vm.TextOf(p));
      ASSERT_TRUE(searcher.Forward(0, text.size(), &at));
      ASSERT_EQ(at, wide(text.find(part))) << part << " in " << text;
      ASSERT_TRUE(searcher.Backward(0, text.size(), &at));
      ASSERT_EQ(at, wide(text.rfind(part))) << part << " in " << text;
    }
    if (text.size() > 2) {
      Searcher searcher(vm, vm.TextOf(t), vm.TextOf(p));
      std::string inner = text.substr(1, text.size() - 2);
      ASSERT_TRUE(searcher.Forward(1, text.size() - 1, &at));
      ASSERT_EQ(at, inner.find(part) == std::string::npos ? -1 : wide(inner.find(part)) + 1);
    }
  }
};

std::string Letters(uint32_t bits, int length) {
  std::string text;
  for (int i = 0; i < length; ++i) text += (bits >> i & 1) != 0 ? 'b' : 'a';
  return text;
}

TEST_F(Search, AllShortTextsOfTwoLetters) {
  for (int length = 0; length <= 8; ++length) {
    for (uint32_t bits = 0; bits < 1u << length; ++bits) {
      for (int part = 1; part <= 4; ++part) {
        for (uint32_t k = 0; k < 1u << part; ++k) {
          Check(Letters(bits, length), Letters(k, part), 0);
          if (HasFatalFailure()) return;
        }
      }
    }
    paused.CollectNow(true);
  }
}

TEST_F(Search, EveryWidth) {
  Dice dice(3);
  for (uint32_t base : {0u, 100u, 0x1000u, 0x1F600u}) {
    for (int i = 0; i < 400; ++i) {
      auto length = static_cast<int>(dice.Below(32));
      Check(Letters(static_cast<uint32_t>(dice.Next()), length),
            Letters(static_cast<uint32_t>(dice.Next()), 1 + static_cast<int>(dice.Below(5))), base);
      if (HasFatalFailure()) return;
    }
    paused.CollectNow(true);
  }
}

// Periodic patterns, long enough that the simple way gives up: the two-way algorithm finds the same.
TEST_F(Search, PeriodicPatterns) {
  Dice dice(5);
  for (int i = 0; i < 60; ++i) {
    std::string unit = Letters(static_cast<uint32_t>(dice.Next()), 1 + static_cast<int>(dice.Below(6))), text, part;
    while (text.size() < 4000) text += unit;
    text[dice.Below(text.size())] = 'c';
    while (part.size() < 200) part += unit;
    part.resize(100 + dice.Below(100));
    if (dice.Below(2) != 0) part.back() = 'd';
    Check(text, part, 0);
    if (HasFatalFailure()) return;
    paused.CollectNow(true);
  }
}

TEST_F(Search, IsLinear) {
  auto fuel_of = [&](size_t n) {
    std::string text(n, 'a'), part(n / 2, 'a');
    part[0] = 'b';
    Value t = Make(text, 0), p = Make(part, 0);
    uint64_t before = vm.meter.used;
    Searcher searcher(vm, vm.TextOf(t), vm.TextOf(p));
    int64_t at = 0;
    EXPECT_TRUE(searcher.Forward(0, n, &at));
    EXPECT_EQ(at, -1);
    return vm.meter.used - before;
  };
  uint64_t small = fuel_of(20'000), large = fuel_of(200'000);
  EXPECT_LT(large, small * 15 + 1000);
}

// A text is stored at the narrowest width that holds it, and the narrowest alone: equal texts have equal layouts.
TEST_F(Search, TextsAreNarrow) {
  struct Sample {
    const char* utf8;
    int width;
    bool ascii;
  };
  for (Sample sample : {Sample{"", 1, true}, Sample{"ab", 1, true}, Sample{"a\xC3\xA9", 1, false},
                        Sample{"a\xE2\x82\xAC", 2, false}, Sample{"a\xF0\x9F\x98\x80", 4, false}}) {
    Text text = vm.TextOf(paused.Str(sample.utf8));
    EXPECT_EQ(text.width, sample.width) << sample.utf8;
    EXPECT_EQ(text.ascii, sample.ascii) << sample.utf8;
  }
  Value wide = paused.Str("abc\xF0\x9F\x98\x80");
  Text part = vm.TextOf(vm.NewStrRange(wide, 0, 3));
  EXPECT_EQ(part.width, 1);
  EXPECT_TRUE(part.ascii);
}

}  // namespace
}  // namespace garter
