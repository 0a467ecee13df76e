// Warnings at run time: see warning.h. Those that the compiler gives are in code/warnings.cc.
#include "interpreter/types/warning.h"

#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

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
  auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\f'; };
  while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
  while (!rest.empty() && is_blank(rest.back())) rest.remove_suffix(1);
  return rest;
}

bool WriteWarning(Vm& vm, uint32_t line, std::string_view text) {
  char digits[12];
  size_t n = sizeof(digits);
  for (uint32_t rest = line; n == sizeof(digits) || rest > 0; rest /= 10)
    digits[--n] = static_cast<char>('0' + rest % 10);
  std::string_view source = SourceLine(vm, line);
  auto write = [&](std::string_view part) { return vm.Write(Stream::kStderr, part); };
  return write(vm.image->Filename()) && write(":") && write({digits + n, sizeof(digits) - n}) &&
         write(": DeprecationWarning: ") && write(text) && write("\n") &&
         (source.empty() || (write("  ") && write(source) && write("\n")));
}

}  // namespace

// Which lines warned is kept in a set.
Step WarnOnce(Vm& vm, uint32_t key, std::string_view text) {
  if (vm.warned_lines.IsUnbound()) {
    vm.warned_lines = vm.NewSet();
    if (vm.warned_lines.IsUnbound()) return vm.NoRoom();
  }
  uint32_t line = RunningLine(vm);
  Value entry = vm.NewInt(static_cast<int64_t>(line) | static_cast<int64_t>(key) << 28);
  Step known = SetContains(vm, vm.warned_lines, entry);
  if (!known.done() || known.value.IsTrue()) return known;
  Step step = SetAdd(vm, vm.warned_lines, entry);
  if (!step.done()) return step;
  return WriteWarning(vm, line, text) ? Step::Done(kNone) : Step::Limit();
}

}  // namespace garter
