// The functions of the builtins module: output, attributes, classes, identity, scopes. What iterates is in
// builtins_iteration.cc, what computes in builtins_numbers.cc.
#include "interpreter/base/utf8.h"
#include "interpreter/modules/modules.h"
#include "interpreter/types/attributes.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/function_rows.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/protocol_steps.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

// ---- print ------------------------------------------------------------------------------------------------------

// "'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed", as stdout raises it.
Step RaiseSurrogate(Vm& vm, Value str, uint32_t start) {
  Text text = vm.TextOf(str);
  uint32_t end = start;
  while (end < text.length && IsSurrogate(text[end])) ++end;
  Value args[5] = {vm.NewStrAscii("utf-8"), str, Value::SmallInt(start), Value::SmallInt(end),
                   vm.NewStrAscii("surrogates not allowed")};
  if (args[0].IsUnbound() || args[4].IsUnbound()) return vm.NoRoom();
  Value tuple = vm.NewTuple(args, 5);
  if (tuple.IsUnbound()) return vm.NoRoom();
  Value exception = vm.NewException(TypeId::kUnicodeEncodeError, tuple);
  return exception.IsUnbound() ? vm.NoRoom() : vm.RaiseObject(exception);
}

// UTF-8, or for half of a pair what stderr writes: \udc80. At most 6 bytes.
size_t EncodeEscaped(uint32_t c, char* out) {
  if (!IsSurrogate(c)) return static_cast<size_t>(EncodeUtf8(c, out));
  constexpr const char* kDigits = "0123456789abcdef";
  out[0] = '\\';
  out[1] = 'u';
  for (int k = 0; k < 4; ++k) out[2 + k] = kDigits[c >> (12 - 4 * k) & 15];
  return 6;
}

}  // namespace

Step WriteStr(Vm& vm, Stream stream, Value str) {
  Text text = vm.TextOf(str);
  if (text.ascii) {
    if (!vm.meter.Charge(1 + text.length / 64)) return Step::Limit();
    return vm.Write(stream, {reinterpret_cast<const char*>(text.data), text.length}) ? Step::Done(kNone)
                                                                                     : Step::Limit();
  }
  for (uint32_t i = 0; i < text.length; ++i) {
    if (IsSurrogate(text[i]) && stream == Stream::kStdout) return RaiseSurrogate(vm, str, i);
  }
  char chunk[1024];
  size_t used = 0;
  for (uint32_t i = 0; i < text.length; ++i) {
    used += EncodeEscaped(text[i], chunk + used);
    if (used + 8 <= sizeof(chunk) && i + 1 < text.length) continue;
    if (!vm.meter.Charge(1 + used / 64)) return Step::Limit();
    if (!vm.Write(stream, {chunk, used})) return Step::Limit();
    used = 0;
  }
  return Step::Done(kNone);
}

namespace {

struct PrintKeywords {
  Value sep = kNone, end = kNone, file = kNone, flush = kFalse;
};

Step ReadPrintKeywords(Vm& vm, const Native& n, PrintKeywords* out, uint32_t* positional) {
  uint32_t keywords = n.keyword_names.IsUnbound() ? 0 : vm.heap.At<Tuple>(n.keyword_names)->count;
  *positional = n.argument_count - keywords;
  for (uint32_t k = 0; k < keywords; ++k) {
    Value name = vm.heap.At<Tuple>(n.keyword_names)->items()[k], value = n.arg(*positional + k);
    if (vm.StrIs(name, "sep"))
      out->sep = value;
    else if (vm.StrIs(name, "end"))
      out->end = value;
    else if (vm.StrIs(name, "file"))
      out->file = value;
    else if (vm.StrIs(name, "flush"))
      out->flush = value;
    else
      return RaiseUnexpectedKeyword(vm, RowOf(n.function), name);
  }
  if (!out->file.IsNone()) return vm.Raise(TypeId::kAttributeError, "'%T' object has no attribute 'write'", out->file);
  if (!out->sep.IsNone() && !out->sep.IsStr())
    return vm.Raise(TypeId::kTypeError, "sep must be None or a string, not %T", out->sep);
  if (!out->end.IsNone() && !out->end.IsStr())
    return vm.Raise(TypeId::kTypeError, "end must be None or a string, not %T", out->end);
  return Step::Done(kNone);
}

// What was written is not written again when a later argument needs a collection: n.phase counts what is done, two for
// each argument (separator, text).
Step Print(Vm& vm, Native& n) {
  PrintKeywords keywords;
  uint32_t count = 0;
  Step step = ReadPrintKeywords(vm, n, &keywords, &count);
  if (!step.done()) return step;
  for (; n.phase < 2 * count; ++n.phase) {
    uint32_t k = n.phase / 2;
    if (n.phase % 2 == 0) {
      if (k == 0) continue;
      if (keywords.sep.IsNone()) {
        if (!vm.Write(Stream::kStdout, " ")) return Step::Limit();
      } else if (step = WriteStr(vm, Stream::kStdout, keywords.sep); !step.done()) {
        return step;
      }
      continue;
    }
    Value text = n.arg(k);
    if (!text.IsStr()) {
      step = ToStr(vm, text);
      if (!step.done()) return step;
      text = step.value;
    }
    step = WriteStr(vm, Stream::kStdout, text);
    if (!step.done()) return step;
  }
  if (!keywords.end.IsNone()) return WriteStr(vm, Stream::kStdout, keywords.end);
  return vm.Write(Stream::kStdout, "\n") ? Step::Done(kNone) : Step::Limit();
}

Step Input(Vm& vm, Native& n) {
  if (n.has(0)) {
    Step step = ToStr(vm, n.arg(0));
    if (!step.done()) return step;
    step = WriteStr(vm, Stream::kStdout, step.value);
    if (!step.done()) return step;
  }
  return vm.Raise(TypeId::kEOFError, "EOF when reading a line");
}

// ---- text of values ---------------------------------------------------------------------------------------------

Step BuiltinRepr(Vm& vm, Native& n) { return Repr(vm, n.arg(0)); }
Step BuiltinAscii(Vm& vm, Native& n) { return Ascii(vm, n.arg(0)); }
Step BuiltinFormat(Vm& vm, Native& n) {
  if (!n.has(1)) {
    Value empty = vm.NewStrAscii("");
    return empty.IsUnbound() ? vm.NoRoom() : Format(vm, n.arg(0), empty);
  }
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "format() argument 2 must be str, not %T", n.arg(1));
  return Format(vm, n.arg(0), n.arg(1));
}

// ---- identity and classes ---------------------------------------------------------------------------------------

Step BuiltinHash(Vm& vm, Native& n) {
  uint64_t hash = 0;
  Step step = Hash(vm, n.arg(0), &hash);
  if (!step.done()) return step;
  Value value = vm.NewInt(static_cast<int64_t>(hash));
  return value.IsUnbound() ? vm.NoRoom() : Step::Done(value);
}

// A serial given on the first request, so that identities are the same in every run and survive a slide.
Step BuiltinId(Vm& vm, Native& n) {
  Step step = IdentityOf(vm, n.arg(0));
  return step;
}

Step BuiltinCallable(Vm& vm, Native& n) {
  switch (n.arg(0).kind()) {
    case Kind::kFunction:
    case Kind::kBoundMethod:
    case Kind::kHostFunction:
    case Kind::kType:
    case Kind::kClass:
      return Step::Done(kTrue);
    case Kind::kInstance:
    case Kind::kDescriptor:
      return Step::Done(Value::Bool(!LookupSpecial(vm, n.arg(0), Special::k_call).IsUnbound()));
    case Kind::kBuiltin: {
      TypeId type = TypeOfBuiltin(n.arg(0));
      return Step::Done(Value::Bool(type != TypeId::kGetSetDescriptor));
    }
    default:
      static_cast<void>(vm);
      return Step::Done(kFalse);
  }
}

Step BuiltinIsInstance(Vm& vm, Native& n) { return IsInstance(vm, n.arg(0), n.arg(1)); }

Step BuiltinIsSubclass(Vm& vm, Native& n) { return IsSubclassOf(vm, n.arg(0), n.arg(1)); }

// ---- attributes -------------------------------------------------------------------------------------------------

bool IsAttributeError(Vm& vm) { return ExceptionTypeIs(vm, vm.raised, TypeId::kAttributeError); }

Step BuiltinGetAttr(Vm& vm, Native& n) {
  if (n.failed) {
    bool absent = n.has(2) && ExceptionTypeIs(vm, n.input, TypeId::kAttributeError);
    return absent ? Step::Done(n.arg(2)) : vm.RaiseObject(n.input);
  }
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "attribute name must be string, not '%T'", n.arg(1));
  Step step = GetAttribute(vm, n.arg(0), n.arg(1));
  if (step.action == Action::kRaise && n.has(2) && IsAttributeError(vm)) {
    vm.raised = kNone;
    return Step::Done(n.arg(2));
  }
  return step;
}

Step BuiltinHasAttr(Vm& vm, Native& n) {
  if (n.failed) {
    return ExceptionTypeIs(vm, n.input, TypeId::kAttributeError) ? Step::Done(kFalse) : vm.RaiseObject(n.input);
  }
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "attribute name must be string, not '%T'", n.arg(1));
  Step step = GetAttribute(vm, n.arg(0), n.arg(1));
  if (step.done()) return Step::Done(kTrue);
  if (step.action != Action::kRaise || !IsAttributeError(vm)) return step;
  vm.raised = kNone;
  return Step::Done(kFalse);
}

Step BuiltinSetAttr(Vm& vm, Native& n) {
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "attribute name must be string, not '%T'", n.arg(1));
  return SetAttribute(vm, n.arg(0), n.arg(1), n.arg(2));
}

Step BuiltinDelAttr(Vm& vm, Native& n) {
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "attribute name must be string, not '%T'", n.arg(1));
  return SetAttribute(vm, n.arg(0), n.arg(1), kUnbound);
}

// ---- scopes -----------------------------------------------------------------------------------------------------

Step BuiltinGlobals(Vm& vm, Native&) { return Step::Done(vm.globals); }

}  // namespace

Step LocalsOf(Vm& vm) {
  Value* fp = vm.fp;
  while (IsNativeFrame(fp)) fp = CallerOf(vm, fp);
  const CodeInfo& code = CodeOf(vm, fp);
  if (code.flags & CodeInfo::kByName) {
    Value space = FunctionOf(vm, fp)->cells()[0];
    return Step::Done(space.IsNone() ? vm.globals : space);
  }
  if (code.flags & CodeInfo::kModule) return Step::Done(vm.globals);
  Value locals = vm.NewDict();
  if (locals.IsUnbound()) return vm.NoRoom();
  auto add = [&](uint32_t name_index, Value value) {
    if (value.IsObject(Kind::kCell)) value = vm.heap.At<Cell>(value)->value;
    if (value.IsUnbound()) return true;
    return vm.DictSetStr(locals, vm.constants[vm.image->names[name_index]], value);
  };
  for (uint32_t k = 0; k < code.local_count; ++k) {
    if (!add(code.local_names + k, fp[-static_cast<int64_t>(k)])) return vm.NoRoom();
  }
  Function* function = FunctionOf(vm, fp);
  for (uint32_t k = 0; k < code.free_count; ++k) {
    if (!add(code.free_names + k, function->cells()[k])) return vm.NoRoom();
  }
  return Step::Done(locals);
}

namespace {

Step BuiltinLocals(Vm& vm, Native&) { return LocalsOf(vm); }

Step BuiltinVars(Vm& vm, Native& n) {
  if (!n.has(0)) return LocalsOf(vm);
  Value name = vm.NewStrAscii("__dict__");
  if (name.IsUnbound()) return vm.NoRoom();
  Step step = GetAttribute(vm, n.arg(0), name);
  if (step.action == Action::kRaise && IsAttributeError(vm)) {
    return vm.Raise(TypeId::kTypeError, "vars() argument must have __dict__ attribute");
  }
  return step;
}

// ---- what exists in Python and not here -------------------------------------------------------------------------

template <const char* const* kWhat>
Step NotSupported(Vm& vm, Native&) {
  return vm.Raise(TypeId::kNotImplementedError, "%s", *kWhat);
}
constexpr const char* kNoOpen = "open() does not exist in the sandbox: ask the host for the data";
constexpr const char* kNoBreakpoint = "breakpoint() does not exist in the sandbox";

constexpr BuiltinRow kRows[] = {
    {"print", "(*args, sep=' ', end='\\n', file=None, flush=False)", Print, 0, BuiltinRow::kRaw},
    {"input", "(prompt='', /)", Input},
    {"repr", "(obj, /)", BuiltinRepr},
    {"ascii", "(obj, /)", BuiltinAscii},
    {"format", "(value, format_spec='', /)", BuiltinFormat},
    {"hash", "(obj, /)", BuiltinHash},
    {"id", "(obj, /)", BuiltinId},
    {"callable", "(obj, /)", BuiltinCallable},
    {"isinstance", "(obj, class_or_tuple, /)", BuiltinIsInstance},
    {"issubclass", "(cls, class_or_tuple, /)", BuiltinIsSubclass},
    {"getattr", "(object, name, default=None, /)", BuiltinGetAttr, 0, BuiltinRow::kCatches},
    {"hasattr", "(obj, name, /)", BuiltinHasAttr, 0, BuiltinRow::kCatches},
    {"setattr", "(obj, name, value, /)", BuiltinSetAttr},
    {"delattr", "(obj, name, /)", BuiltinDelAttr},
    {"globals", "()", BuiltinGlobals},
    {"locals", "()", BuiltinLocals},
    {"vars", "(object=None, /)", BuiltinVars},
    {"open", "(file, mode='r')", NotSupported<&kNoOpen>},
    {"__import__", "(name, globals=None, locals=None, fromlist=(), level=0)", BuiltinImport, kImportSlots,
     BuiltinRow::kCleans},
    {"breakpoint", "(*args)", NotSupported<&kNoBreakpoint>, 0, BuiltinRow::kRaw},
};
constexpr uint32_t kCount = sizeof(kRows) / sizeof(kRows[0]);

}  // namespace

// Rows are numbered through the files that define them.
const BuiltinRow& BuiltinFunctionRow(uint32_t row) {
  if (row < kCount) return kRows[row];
  row -= kCount;
  if (row < kIterationFunctionCount) return kIterationFunctions[row];
  row -= kIterationFunctionCount;
  if (row < kCodeFunctionCount) return kCodeFunctions[row];
  row -= kCodeFunctionCount;
  if (row < kAsyncFunctionCount) return kAsyncFunctions[row];
  return kNumberFunctions[row - kAsyncFunctionCount];
}

uint32_t BuiltinFunctionCount() {
  return kCount + kIterationFunctionCount + kCodeFunctionCount + kAsyncFunctionCount + kNumberFunctionCount;
}

}  // namespace garter
