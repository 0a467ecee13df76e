// bool: an int with two values of its own.
#include "interpreter/types/number.h"
#include "interpreter/types/number_methods.h"
#include "interpreter/types/tables.h"

namespace garter {
namespace {

Step NewBool(Vm& vm, Native& n) { return n.has(1) ? Truth(vm, n.arg(1)) : Step::Done(kFalse); }
Step InvertMethod(Vm& vm, Native& n) { return InvertBool(vm, n.arg(0)); }

constexpr BuiltinRow kRows[] = {
    GARTER_OPERATOR_ROWS("and", BinaryOp::kAnd, IsIntOrBool),
    GARTER_OPERATOR_ROWS("or", BinaryOp::kOr, IsIntOrBool),
    GARTER_OPERATOR_ROWS("xor", BinaryOp::kXor, IsIntOrBool),
    {"__invert__", "($self, /)", InvertMethod, 0, BuiltinRow::kSlotWrapper},
};
constexpr BuiltinRow kConstructor = {"bool", "($self, object=False, /)", NewBool};

// The line that runs, from 1.
uint32_t RunningLine(Vm& vm) {
  auto index = static_cast<int64_t>(vm.pc - vm.instructions) - 1;
  while (index > 0 && vm.image->locations[index].line == 0) --index;
  return index >= 0 ? vm.image->locations[index].line : 0;
}

std::string_view SourceLine(Vm& vm, uint32_t number) {
  std::string_view rest = vm.image->Source();
  for (; number > 1; --number) {
    size_t end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  rest = rest.substr(0, rest.find('\n'));
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t' || rest.front() == '\f')) rest.remove_prefix(1);
  while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\t' || rest.back() == '\f')) rest.remove_suffix(1);
  return rest;
}

bool WriteWarning(Vm& vm, uint32_t line) {
  char digits[12];
  size_t n = sizeof(digits);
  for (uint32_t rest = line; n == sizeof(digits) || rest > 0; rest /= 10)
    digits[--n] = static_cast<char>('0' + rest % 10);
  std::string_view text = SourceLine(vm, line);
  return vm.Write(Stream::kStderr, vm.image->Filename()) && vm.Write(Stream::kStderr, ":") &&
         vm.Write(Stream::kStderr, {digits + n, sizeof(digits) - n}) &&
         vm.Write(
             Stream::kStderr,
             ": DeprecationWarning: Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. "
             "This returns the bitwise inversion of the underlying int object and is usually not what you expect "
             "from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the "
             "bitwise inversion of the underlying int.\n") &&
         (text.empty() ||
          (vm.Write(Stream::kStderr, "  ") && vm.Write(Stream::kStderr, text) && vm.Write(Stream::kStderr, "\n")));
}

}  // namespace

constexpr TypeTable kBoolTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kConstructor};

// Each line warns once; which ones did is kept in a set.
Step InvertBool(Vm& vm, Value v) {
  if (vm.warned_lines.IsUnbound()) {
    vm.warned_lines = vm.NewSet();
    if (vm.warned_lines.IsUnbound()) return vm.NoRoom();
  }
  uint32_t line = RunningLine(vm);
  Step known = SetContains(vm, vm.warned_lines, Value::SmallInt(line));
  if (!known.done()) return known;
  if (known.value.IsFalse()) {
    Step step = SetAdd(vm, vm.warned_lines, Value::SmallInt(line));
    if (!step.done()) return step;
    if (!WriteWarning(vm, line)) return Step::Limit();
  }
  return Step::Done(Value::SmallInt(v.IsTrue() ? -2 : -1));
}

}  // namespace garter
