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

// What print() keeps while it writes piece by piece, to a file of the program's own by calls of its write().
enum PrintSlot : uint32_t { kPiece, kSeparator, kEnd, kFile, kFlush, kGiven, kPrintSlots };
enum PrintPhase : uint32_t { kRead, kWriting, kWritten, kFlushed };

// sys.stdout as it is now. None: nothing is printed.
Step StandardOutput(Vm& vm) {
  if (vm.sys.IsUnbound()) return Step::Done(StreamValue(1));
  Value out = vm.DictGetAscii(vm.sys, "stdout");
  return out.IsUnbound() ? vm.Raise(TypeId::kRuntimeError, "lost sys.stdout") : Step::Done(out);
}

Step ReadPrintArguments(Vm& vm, Native& n) {
  uint32_t keywords = n.keyword_names.IsUnbound() ? 0 : vm.heap.At<Tuple>(n.keyword_names)->count;
  uint32_t positional = n.argument_count - keywords;
  Value separator = kNone, end = kNone, file = kNone, flush = kFalse;
  for (uint32_t k = 0; k < keywords; ++k) {
    Value name = vm.heap.At<Tuple>(n.keyword_names)->items()[k], value = n.arg(positional + k);
    if (vm.StrIs(name, "sep"))
      separator = Plain(vm, value);
    else if (vm.StrIs(name, "end"))
      end = Plain(vm, value);
    else if (vm.StrIs(name, "file"))
      file = value;
    else if (vm.StrIs(name, "flush"))
      flush = value;
    else
      return RaiseUnexpectedKeyword(vm, RowOf(n.function), name);
  }
  if (file.IsNone()) {
    Step step = StandardOutput(vm);
    if (!step.done()) return step;
    file = step.value;
  }
  if (!file.IsNone()) {
    if (!separator.IsNone() && !separator.IsStr())
      return vm.Raise(TypeId::kTypeError, "sep must be None or a string, not %T", separator);
    if (!end.IsNone() && !end.IsStr()) return vm.Raise(TypeId::kTypeError, "end must be None or a string, not %T", end);
  }
  n.slot(kPiece) = Value::SmallInt(0);
  n.slot(kSeparator) = separator;
  n.slot(kEnd) = end;
  n.slot(kFile) = file;
  n.slot(kFlush) = flush;
  n.slot(kGiven) = Value::SmallInt(positional);
  n.phase = kWriting;
  return Step::Done(kNone);
}

// A piece of output as it is: what stands between and behind the arguments by default is a character.
Step PieceOf(Vm& vm, Value piece, char otherwise) {
  if (piece.IsStr()) return Step::Done(piece);
  if (!piece.IsUnbound()) return ToStr(vm, piece);
  Value character = vm.Character(static_cast<uint8_t>(otherwise));
  return character.IsUnbound() ? vm.NoRoom() : Step::Done(character);
}

// Pieces are counted in turn: separator, argument, separator, argument, ..., end. What was written is final, so that a
// later piece that wants a collection, or asks a __str__, does not write it again.
Step Print(Vm& vm, Native& n) {
  if (n.phase == kRead) {
    Step step = ReadPrintArguments(vm, n);
    if (!step.done()) return step;
  }
  Value file = n.slot(kFile);
  if (file.IsNone() || n.phase == kFlushed) return Step::Done(kNone);
  auto count = static_cast<uint32_t>(n.slot(kGiven).AsSmallInt());
  auto at = static_cast<uint32_t>(n.slot(kPiece).AsSmallInt());
  auto stream = file.payload() == 2 ? Stream::kStderr : Stream::kStdout;
  for (; at <= 2 * count; ++at) {
    Value piece = at == 2 * count ? n.slot(kEnd) : at % 2 == 0 ? n.slot(kSeparator) : n.arg(at / 2);
    char otherwise = at == 2 * count ? '\n' : ' ';
    if (at == 0 && count > 0) continue;
    if (at % 2 == 0 && piece.IsNone()) piece = kUnbound;
    if (file.IsImmediate(Kind::kStream)) {
      if (piece.IsUnbound()) {
        if (!vm.Write(stream, {&otherwise, 1})) return Step::Limit();
      } else {
        Step step = PieceOf(vm, piece, otherwise);
        if (step.done()) step = WriteStr(vm, stream, step.value);
        if (!step.done()) return step;
      }
      n.slot(kPiece) = Value::SmallInt(at + 1);
      n.settled = vm.meter.used;
      continue;
    }
    Value name = vm.NewStrAscii("write");
    if (name.IsUnbound()) return vm.NoRoom();
    Step write = GetAttribute(vm, file, name);
    if (!write.done()) return write;
    Step text = PieceOf(vm, piece, otherwise);
    if (!text.done()) return text;
    n.slot(kPiece) = Value::SmallInt(at + 1);
    return n.Call(kWritten, write.value, text.value);
  }
  if (file.IsImmediate(Kind::kStream)) return Step::Done(kNone);
  Step flush = Truth(vm, n.slot(kFlush));
  if (!flush.done() || flush.value.IsFalse()) return flush.done() ? Step::Done(kNone) : flush;
  Value name = vm.NewStrAscii("flush");
  if (name.IsUnbound()) return vm.NoRoom();
  Step method = GetAttribute(vm, file, name);
  return method.done() ? n.Call(kFlushed, method.value) : method;
}

// ---- input ------------------------------------------------------------------------------------------------------

// The sandbox's own stdin is at its end; a program may have put a file of its own in its place.
Step Input(Vm& vm, Native& n) {
  if (n.phase == 0) {
    if (n.has(0)) {
      Step text = ToStr(vm, n.arg(0));
      if (!text.done()) return text;
      n.slot(0) = text.value;
      Step out = StandardOutput(vm);
      if (!out.done()) return out;
      if (out.value.IsImmediate(Kind::kStream)) {
        Step step = WriteStr(vm, Stream::kStdout, text.value);
        if (!step.done()) return step;
      } else if (!out.value.IsNone()) {
        Value name = vm.NewStrAscii("write");
        if (name.IsUnbound()) return vm.NoRoom();
        Step write = GetAttribute(vm, out.value, name);
        return write.done() ? n.Call(1, write.value, text.value) : write;
      }
    }
    n.phase = 1;
    n.settled = vm.meter.used;
  }
  if (n.phase == 1) {
    Value in = vm.sys.IsUnbound() ? StreamValue(0) : vm.DictGetAscii(vm.sys, "stdin");
    if (in.IsImmediate(Kind::kStream)) return vm.Raise(TypeId::kEOFError, "EOF when reading a line");
    if (in.IsUnbound() || in.IsNone()) return vm.Raise(TypeId::kRuntimeError, "lost sys.stdin");
    Value name = vm.NewStrAscii("readline");
    if (name.IsUnbound()) return vm.NoRoom();
    Step read = GetAttribute(vm, in, name);
    return read.done() ? n.Call(2, read.value) : read;
  }
  if (!n.input.IsStr()) return vm.Raise(TypeId::kTypeError, "object.readline() returned non-string");
  Text line = vm.TextOf(n.input);
  if (line.length == 0) return vm.Raise(TypeId::kEOFError, "EOF when reading a line");
  if (line[line.length - 1] != '\n') return Step::Done(n.input);
  Value cut = vm.NewStrRange(n.input, 0, line.length - 1);
  return cut.IsUnbound() ? vm.NoRoom() : Step::Done(cut);
}

// ---- text of values ---------------------------------------------------------------------------------------------

// What __repr__ answers is the result, an object of a subclass of str included.
Step BuiltinRepr(Vm& vm, Native& n) {
  bool own = IsUserObject(vm, n.arg(0)) && !LookupOwnSpecial(vm, n.arg(0), Special::k_repr).IsUnbound();
  return own ? Ask(vm, Protocol::kRepr, 1, n.arg(0)) : Repr(vm, n.arg(0));
}
Step BuiltinAscii(Vm& vm, Native& n) { return Ascii(vm, n.arg(0)); }
Step BuiltinFormat(Vm& vm, Native& n) {
  if (!n.has(1)) {
    Value empty = vm.NewStrAscii("");
    return empty.IsUnbound() ? vm.NoRoom() : Format(vm, n.arg(0), empty);
  }
  n.arg(1) = Plain(vm, n.arg(1));
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

Step BuiltinCallable(Vm& vm, Native& n) { return Step::Done(Value::Bool(IsCallable(vm, n.arg(0)))); }

Step BuiltinIsInstance(Vm& vm, Native& n) { return IsInstance(vm, n.arg(0), n.arg(1)); }

Step BuiltinIsSubclass(Vm& vm, Native& n) { return IsSubclassOf(vm, n.arg(0), n.arg(1)); }

// ---- attributes -------------------------------------------------------------------------------------------------

bool IsAttributeError(Vm& vm) { return ExceptionTypeIs(vm, vm.raised, TypeId::kAttributeError); }

Step BuiltinGetAttr(Vm& vm, Native& n) {
  if (n.failed) {
    bool absent = n.has(2) && ExceptionTypeIs(vm, n.input, TypeId::kAttributeError);
    return absent ? Step::Done(n.arg(2)) : vm.RaiseObject(n.input);
  }
  n.arg(1) = Plain(vm, n.arg(1));
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
  n.arg(1) = Plain(vm, n.arg(1));
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "attribute name must be string, not '%T'", n.arg(1));
  Step step = GetAttribute(vm, n.arg(0), n.arg(1));
  if (step.done()) return Step::Done(kTrue);
  if (step.action != Action::kRaise || !IsAttributeError(vm)) return step;
  vm.raised = kNone;
  return Step::Done(kFalse);
}

Step BuiltinSetAttr(Vm& vm, Native& n) {
  n.arg(1) = Plain(vm, n.arg(1));
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "attribute name must be string, not '%T'", n.arg(1));
  return SetAttribute(vm, n.arg(0), n.arg(1), n.arg(2));
}

Step BuiltinDelAttr(Vm& vm, Native& n) {
  n.arg(1) = Plain(vm, n.arg(1));
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
  Value locals = kUnbound;
  uint32_t first = 0;
  if (code.flags & (CodeInfo::kModule | CodeInfo::kClassBody)) {
    locals = vm.globals;
    if (code.flags & CodeInfo::kByName) {
      Value space = FunctionOf(vm, fp)->cells()[0];
      if (!space.IsNone()) locals = space;
    }
    if (code.flags & CodeInfo::kClassBody) {
      locals = fp[0];
      first = 1;
    }
    // Within a comprehension its variables are seen instead.
    bool inside = false;
    for (uint32_t k = first; k < code.local_count; ++k) {
      Value value = fp[-static_cast<int64_t>(k)];
      if (value.IsObject(Kind::kCell)) value = vm.heap.At<Cell>(value)->value;
      inside = inside || !value.IsUnbound();
    }
    if (!inside) return Step::Done(locals);
  }
  locals = vm.NewDict();
  if (locals.IsUnbound()) return vm.NoRoom();
  auto add = [&](uint32_t name_index, Value value) {
    if (value.IsObject(Kind::kCell)) value = vm.heap.At<Cell>(value)->value;
    if (value.IsUnbound()) return true;
    return vm.DictSetStr(locals, vm.constants[vm.image->names[name_index]], value);
  };
  for (uint32_t k = first; k < code.local_count; ++k) {
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
    {"print", "(*args, sep=' ', end='\\n', file=None, flush=False)", Print, kPrintSlots, BuiltinRow::kRaw},
    {"input", "(prompt='', /)", Input, 1},
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
