// _prelude: what the library's own Python code needs of the machine, and programs have no use for.
#include "interpreter/modules/modules.h"
#include "interpreter/types/convert.h"
#include "interpreter/vm/context.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

// builtin(function): the function looks like one written in C from here on: it does not bind, and says so in its type
// and repr. A class stays as it is.
Step MarkBuiltin(Vm& vm, Native& n) {
  if (n.arg(0).IsObject(Kind::kFunction)) vm.heap.At<Function>(n.arg(0))->aux |= Function::kBuiltinLike;
  return Step::Done(n.arg(0));
}

// (globals, file name, line) of the level-th frame of a program around the call, or None beyond the last one.
Step Caller(Vm& vm, Native& n) {
  int64_t level = 1;
  if (n.has(0) && !vm.AsInt64(n.arg(0), &level)) return vm.Raise(TypeId::kTypeError, "level must be an int");
  uint32_t pc = static_cast<uint32_t>(vm.pc - vm.instructions);
  for (Value* fp = vm.fp;; fp = CallerOf(vm, fp)) {
    if (!IsNativeFrame(fp)) {
      const Function* function = FunctionOf(vm, fp);
      if (!IsHidden(vm, function->image) && --level == 0) {
        const ProgramImage& image = ImageAt(vm, function->image);
        Value parts[3] = {Value::Object(Kind::kDict, function->globals), vm.NewStrUtf8(image.Filename()),
                          Value::SmallInt(image.locations[pc == 0 ? 0 : pc - 1].line)};
        Value tuple = parts[1].IsUnbound() ? kUnbound : vm.NewTuple(parts, 3);
        return tuple.IsUnbound() ? vm.NoRoom() : Step::Done(tuple);
      }
    }
    if (FlagsOf(fp) & FrameFlags::kEntry) return Step::Done(kNone);
    if (!vm.meter.Charge(1)) return Step::Limit();
    pc = ReturnPc(fp);
  }
}

// A line of the program, without the blanks around it; '' of anything else.
Step SourceLine(Vm& vm, Native& n) {
  int64_t number = 0;
  Value empty = vm.NewStrAscii("");
  if (empty.IsUnbound()) return vm.NoRoom();
  if (!n.arg(0).IsStr() || !vm.AsInt64(n.arg(1), &number) || number < 1) return Step::Done(empty);
  Value file = vm.NewStrUtf8(vm.program->Filename());
  if (file.IsUnbound()) return vm.NoRoom();
  if (!vm.StrEquals(file, n.arg(0))) return Step::Done(empty);
  std::string_view rest = vm.program->Source();
  if (!vm.meter.Charge(1 + rest.size() / 64)) return Step::Limit();
  for (; number > 1; --number) {
    size_t end = rest.find('\n');
    if (end == std::string_view::npos) return Step::Done(empty);
    rest.remove_prefix(end + 1);
  }
  rest = rest.substr(0, rest.find('\n'));
  auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\r'; };
  while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
  while (!rest.empty() && is_blank(rest.back())) rest.remove_suffix(1);
  Value line = vm.NewStrUtf8(rest);
  return line.IsUnbound() ? vm.NoRoom() : Step::Done(line);
}

// What `match` takes the instances of a class for: 0, or 1 a sequence, 2 a mapping. Classes that derive from one that was
// marked are asked for by their own flags, which the ABCs set one by one.
Step PatternKind(Vm& vm, Native& n) {
  if (!n.arg(0).IsObject(Kind::kClass)) return Step::Done(Value::SmallInt(0));
  uint16_t flags = vm.heap.At<Class>(n.arg(0))->aux;
  return Step::Done(Value::SmallInt((flags & Class::kSequence) ? 1 : (flags & Class::kMapping) ? 2 : 0));
}
Step SetPatternKind(Vm& vm, Native& n) {
  if (!n.arg(0).IsObject(Kind::kClass)) return Step::Done(kNone);
  Class* cls = vm.heap.At<Class>(n.arg(0));
  cls->aux &= static_cast<uint16_t>(~(Class::kSequence | Class::kMapping));
  if (n.arg(1) == Value::SmallInt(1)) cls->aux |= Class::kSequence;
  if (n.arg(1) == Value::SmallInt(2)) cls->aux |= Class::kMapping;
  return Step::Done(kNone);
}

constexpr BuiltinRow kPreludeRows[] = {
    {"builtin", "(function, /)", MarkBuiltin},
    {"caller", "(level=1)", Caller},
    {"source_line", "(file, line)", SourceLine},
    {"pattern_kind", "(cls, /)", PatternKind},
    {"set_pattern_kind", "(cls, kind, /)", SetPatternKind},
};

}  // namespace

const NativeModule kPreludeModule = {"_prelude", nullptr, kPreludeRows, sizeof(kPreludeRows) / sizeof(kPreludeRows[0]),
                                     nullptr};

}  // namespace garter
