// Host calls: a run stops wherever the program calls a host function - inside a comprehension, a key function, a
// generator that a native consumes - and goes on with the host's answer (I1 makes all of these one mechanism).
#include <gtest/gtest.h>

#include <iterator>
#include <vector>

#include "interpreter/vm/run_for_test.h"

namespace garter {
namespace {

constexpr std::string_view kFunctions[] = {"ask", "other"};

class HostCalls : public ::testing::Test {
 protected:
  HostCalls() {
    machine.options.host_functions = kFunctions;
    machine.options.host_function_count = std::size(kFunctions);
  }

  // Runs, answering every call of ask(n) with 10 * n.
  Result RunAll(std::string_view source) {
    Result result = machine.Run(source);
    while (result.outcome == Outcome::kHostCall) {
      HostCall call = machine.sandbox.host_call();
      EXPECT_EQ(call.name, "ask");
      int64_t n = 0;
      EXPECT_EQ(call.argument_count, 1u);
      EXPECT_TRUE(machine.sandbox.HostArgument(0).AsInt64(&n));
      asked.push_back(n);
      result = machine.sandbox.Resume(Int(10 * n));
    }
    return result;
  }

  static HostValue Int(int64_t n) {
    HostValue value;
    value.kind = HostValue::Kind::kInt;
    value.integer = n;
    return value;
  }

  Machine machine;
  std::vector<int64_t> asked;
};

TEST_F(HostCalls, StopsEverywhere) {
  struct Place {
    const char* source;
    const char* out;
  };
  for (Place place : {
           Place{"print(ask(4))", "40\n"},
           Place{"def f(x):\n    return ask(x) + 1\nprint(f(4))", "41\n"},
           Place{"print([ask(n) for n in range(4)])", "[0, 10, 20, 30]\n"},
           Place{"print({n: ask(n) for n in (1, 2)})", "{1: 10, 2: 20}\n"},
           Place{"print(sorted([3, 1, 2], key=ask))", "[1, 2, 3]\n"},
           Place{"print(sorted([3, 1, 2], key=lambda n: -ask(n)))", "[3, 2, 1]\n"},
           Place{"print(sum(ask(n) for n in range(4)))", "60\n"},
           Place{"print(list(map(ask, [1, 2, 3])))", "[10, 20, 30]\n"},
           Place{"print(max([1, 5, 3], key=ask))", "5\n"},
           Place{"print(any(ask(n) > 15 for n in range(9)))", "True\n"},
           Place{"print(f'{ask(2)}!')", "20!\n"},
           Place{"def f(a, b): return a - b\nprint(f(ask(1), ask(2)))", "-10\n"},
           Place{"try:\n    ask(1)\nfinally:\n    print(ask(2))", "20\n"},
           Place{"a, b = ask(1), ask(2)\nprint(a, b)", "10 20\n"},
           Place{"print(10 if ask(0) else 20)", "20\n"},
           Place{"x = [1, 2]\nx[ask(0)] += ask(5)\nprint(x)", "[51, 2]\n"},
           Place{"print(*(ask(n) for n in (1, 2)))", "10 20\n"},
       }) {
    Result result = RunAll(place.source);
    EXPECT_TRUE(result.ok()) << place.source << '\n' << result.error_text;
    EXPECT_EQ(machine.out, place.out) << place.source;
  }
}

TEST_F(HostCalls, ArgumentsOfEveryKindAndKeywords) {
  Result result = machine.Run("ask(1, 'é', [1.5, None], b'x', key={'a': (True,)})");
  ASSERT_EQ(result.outcome, Outcome::kHostCall);
  HostCall call = machine.sandbox.host_call();
  EXPECT_EQ(call.argument_count, 4u);
  EXPECT_EQ(call.keyword_count, 1u);
  char text[8];
  EXPECT_EQ(machine.sandbox.HostArgument(1).Text(text, sizeof(text)), 2u);
  EXPECT_EQ(std::string_view(text, 2), "é");
  EXPECT_EQ(machine.sandbox.HostArgument(2).Item(0).AsDouble(), 1.5);
  EXPECT_EQ(machine.sandbox.HostArgument(2).Item(1).kind(), ValueView::Kind::kNone);
  EXPECT_EQ(machine.sandbox.HostArgument(3).kind(), ValueView::Kind::kBytes);
  EXPECT_EQ(machine.sandbox.HostKeyword(0), "key");
  EXPECT_TRUE(machine.sandbox.HostArgument(4).ValueAt(0).Item(0).AsBool());
  EXPECT_TRUE(machine.sandbox.Resume(HostValue()).ok());
}

TEST_F(HostCalls, AnExceptionOfTheHostIsCaughtWhereItArrives) {
  constexpr char kCatching[] =
      "def f():\n"
      "    try:\n"
      "        return ask(1)\n"
      "    except KeyError as e:\n"
      "        return repr(e)\n"
      "print(f())\n";
  ASSERT_EQ(machine.Run(kCatching).outcome, Outcome::kHostCall);
  EXPECT_TRUE(machine.sandbox.ResumeRaise("KeyError", "gone").ok());
  EXPECT_EQ(machine.out, "KeyError('gone')\n");
}

TEST_F(HostCalls, AnExceptionOfTheHostThatNobodyCatchesIsATraceback) {
  ASSERT_EQ(machine.Run("def f():\n    ask(1)\nf()\n").outcome, Outcome::kHostCall);
  Result result = machine.sandbox.ResumeRaise("OSError", "no such tool");
  EXPECT_EQ(result.outcome, Outcome::kException);
  EXPECT_EQ(result.exception_type, "OSError");
  EXPECT_NE(result.error_text.find("line 2, in f"), std::string_view::npos) << result.error_text;
  EXPECT_NE(result.error_text.find("OSError: no such tool"), std::string_view::npos);
}

TEST_F(HostCalls, AnExceptionPassesThroughTheNativeThatCalled) {
  ASSERT_EQ(machine.Run("try:\n    sorted([2, 1], key=ask)\nexcept ValueError as e:\n    print(e)").outcome,
            Outcome::kHostCall);
  EXPECT_TRUE(machine.sandbox.ResumeRaise("ValueError", "bad key").ok());
  EXPECT_EQ(machine.out, "bad key\n");
}

TEST_F(HostCalls, CountAgainstTheirLimit) {
  machine.options.limits.host_calls = 3;
  Result result = RunAll("try:\n    while True: ask(1)\nexcept BaseException: print('caught')");
  EXPECT_EQ(result.limit.kind, LimitKind::kHostCalls);
  EXPECT_EQ(asked.size(), 3u);
  EXPECT_EQ(machine.out, "");
}

TEST_F(HostCalls, FuelDoesNotDependOnTheHost) {
  ASSERT_TRUE(RunAll("print(sum(ask(n) for n in range(5)))").ok());
  uint64_t fuel = machine.sandbox.usage().fuel;
  Machine again;
  again.options = machine.options;
  again.options.write_context = &again;
  Result result = again.Run("print(sum(ask(n) for n in range(5)))");
  while (result.outcome == Outcome::kHostCall) result = again.sandbox.Resume(Int(3));
  EXPECT_EQ(again.sandbox.usage().fuel, fuel);
}

TEST_F(HostCalls, InputsAreGlobals) {
  HostValue items[] = {Int(1), Int(2)};
  NamedInput inputs[2];
  inputs[0].name = "numbers";
  inputs[0].value.kind = HostValue::Kind::kList;
  inputs[0].value.items = items;
  inputs[0].value.count = 2;
  inputs[1].name = "huge";
  inputs[1].value.kind = HostValue::Kind::kInt;
  inputs[1].value.text = "123456789012345678901234567890";
  machine.options.inputs = inputs;
  machine.options.input_count = 2;
  ASSERT_TRUE(machine.Run("numbers.append(huge + 1)\nnumbers").ok());
  ValueView value = machine.sandbox.value();
  ASSERT_EQ(value.size(), 3u);
  char digits[40];
  size_t length = value.Item(2).DecimalText(digits, sizeof(digits));
  EXPECT_EQ(std::string_view(digits, length), "123456789012345678901234567891");
}

TEST_F(HostCalls, BreakingTheRulesIsMisuse) {
  EXPECT_EQ(machine.sandbox.Resume(Int(1)).outcome, Outcome::kMisuse);
  EXPECT_EQ(machine.sandbox.ResumeRaise("ValueError", "x").outcome, Outcome::kMisuse);
  ASSERT_EQ(machine.Run("print(ask(1))").outcome, Outcome::kHostCall);
  EXPECT_EQ(machine.sandbox.ResumeRaise("NoSuchError", "x").outcome, Outcome::kMisuse);
  EXPECT_EQ(machine.sandbox.ResumeRaise("print", "x").outcome, Outcome::kMisuse);
  HostValue broken;
  broken.kind = HostValue::Kind::kText;
  broken.text = "\xff";
  EXPECT_EQ(machine.sandbox.Resume(broken).outcome, Outcome::kMisuse);
  EXPECT_TRUE(machine.sandbox.Resume(Int(5)).ok());  // the run waited
  EXPECT_EQ(machine.out, "5\n");
  EXPECT_EQ(machine.sandbox.Resume(Int(1)).outcome, Outcome::kMisuse);

  Program empty{Block()};
  EXPECT_EQ(empty.Compile("1", {}, {}).outcome, Outcome::kMisuse);
  EXPECT_EQ(machine.sandbox.Run(empty, machine.options).outcome, Outcome::kMisuse);
  Sandbox tiny{Block()};
  EXPECT_EQ(tiny.Run(machine.program, machine.options).outcome, Outcome::kMisuse);
}

TEST_F(HostCalls, AWaitingRunMayBeLeft) {
  ASSERT_EQ(machine.Run("ask(1)").outcome, Outcome::kHostCall);
  ASSERT_TRUE(machine.Run("print(2)").ok());
  EXPECT_EQ(machine.out, "2\n");
  EXPECT_EQ(machine.sandbox.Resume(Int(1)).outcome, Outcome::kMisuse);
}

}  // namespace
}  // namespace garter
