// sys: what a program may know of the machine that runs it. Nothing of the host shows: no path, no environment, no files
// but the two streams that go to it. stdin is at its end.
//
// What is a class in CPython (version_info, flags, ...) is made in prelude/sys.py from the plain values here.
#include "interpreter/heap/sizes.h"
#include "interpreter/modules/modules.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/function_rows.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

Step DoneOrNoRoom(Vm& vm, Value v) { return v.IsUnbound() ? vm.NoRoom() : Step::Done(v); }

Step GetRecursionLimit(Vm& vm, Native&) { return Step::Done(Value::SmallInt(vm.depth_limit)); }

Step SetRecursionLimit(Vm& vm, Native& n) {
  int64_t limit = 0;
  Step step = CIntOf(vm, n.arg(0), &limit);
  if (!step.done()) return step;
  if (limit < 1) return vm.Raise(TypeId::kValueError, "recursion limit must be greater or equal than 1");
  if (limit <= vm.depth) {
    return vm.Raise(TypeId::kRecursionError,
                    "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", limit,
                    int64_t{vm.depth});
  }
  vm.depth_limit = static_cast<uint32_t>(limit);
  return Step::Done(kNone);
}

Step Intern(Vm& vm, Native& n) {
  if (!n.arg(0).IsStr()) return vm.Raise(TypeId::kTypeError, "intern() argument must be str, not %T", n.arg(0));
  if (!vm.HasRoom(4096 + uint64_t{vm.interned.IsUnbound() ? 0 : vm.DictSize(vm.interned)} * 256)) return vm.NoRoom();
  if (vm.interned.IsUnbound()) vm.interned = vm.NewDict();
  Value known = vm.DictGetStr(vm.interned, n.arg(0));
  if (!known.IsUnbound()) return Step::Done(known);
  return vm.DictSetStr(vm.interned, n.arg(0), n.arg(0)) ? Step::Done(n.arg(0)) : vm.NoRoom();
}

Step ExcInfo(Vm& vm, Native&) {
  Value parts[3] = {kNone, kNone, kNone};
  if (!vm.handled.IsNone()) {
    parts[0] = ClassOf(vm, vm.handled);
    parts[1] = vm.handled;
    parts[2] = vm.heap.At<Exception>(vm.handled)->traceback;
  }
  return DoneOrNoRoom(vm, vm.NewTuple(parts, 3));
}
Step HandledException(Vm& vm, Native&) { return Step::Done(vm.handled); }

Step Exit(Vm& vm, Native& n) {
  if (!n.keyword_names.IsUnbound()) return vm.Raise(TypeId::kTypeError, "sys.exit() takes no keyword arguments");
  if (n.argument_count > 1) {
    return vm.Raise(TypeId::kTypeError, "exit expected at most 1 argument, got %d", int64_t{n.argument_count});
  }
  Value args = kUnbound;
  if (n.argument_count == 0 || n.arg(0).IsNone()) {
    args = n.argument_count == 0 ? vm.EmptyTuple() : vm.NewTuple(&n.arg(0), 1);
  } else if (n.arg(0).IsObject(Kind::kTuple)) {
    args = n.arg(0);
  } else {
    args = vm.NewTuple(&n.arg(0), 1);
  }
  Value exception = args.IsUnbound() ? kUnbound : vm.NewException(TypeId::kSystemExit, args);
  return exception.IsUnbound() ? vm.NoRoom() : vm.RaiseObject(exception);
}

// Bytes that the object takes in the span, its own storage included: not CPython's numbers, but as fixed as those.
Step GetSizeOf(Vm& vm, Native& n) {
  Value v = n.arg(0);
  uint64_t size = 8;
  if (v.IsObject()) {
    const Heap& heap = vm.heap;
    size = SizeOfObject(heap.At<Object>(v));
    uint32_t storage = v.IsObject(Kind::kList)                                  ? heap.At<List>(v)->buffer
                       : v.IsObject(Kind::kDict)                                ? heap.At<Dict>(v)->keys
                       : v.IsObject(Kind::kSet) || v.IsObject(Kind::kFrozenSet) ? heap.At<Set>(v)->table
                                                                                : 0;
    if (storage != 0) size += SizeOfObject(heap.At<Object>(storage));
  }
  return DoneOrNoRoom(vm, vm.NewUnsigned(size));
}

template <const char* const* kText>
Step TextConstant(Vm& vm, Native&) {
  return DoneOrNoRoom(vm, vm.NewStrAscii(*kText));
}
constexpr const char* kUtf8 = "utf-8";
constexpr const char* kSurrogateEscape = "surrogateescape";

Step AlwaysFalse(Vm&, Native&) { return Step::Done(kFalse); }
Step AlwaysNone(Vm&, Native&) { return Step::Done(kNone); }
Step SwitchInterval(Vm&, Native&) { return Step::Done(Value::Double(0.005)); }
Step MaxStrDigits(Vm&, Native&) { return Step::Done(Value::SmallInt(4300)); }

constexpr BuiltinRow kSysRows[] = {
    {"getrecursionlimit", "()", GetRecursionLimit},
    {"setrecursionlimit", "(limit, /)", SetRecursionLimit},
    {"intern", "(string, /)", Intern},
    {"exc_info", "()", ExcInfo},
    {"exception", "()", HandledException},
    {"exit", "(status=None, /)", Exit, 0, BuiltinRow::kRaw},
    {"getsizeof", "(object, default=0)", GetSizeOf},
    {"displayhook", "(object, /)", NativeDisplay},
    {"is_finalizing", "()", AlwaysFalse},
    {"getdefaultencoding", "()", TextConstant<&kUtf8>},
    {"getfilesystemencoding", "()", TextConstant<&kUtf8>},
    {"getfilesystemencodeerrors", "()", TextConstant<&kSurrogateEscape>},
    {"gettrace", "()", AlwaysNone},
    {"getprofile", "()", AlwaysNone},
    {"getswitchinterval", "()", SwitchInterval},
    {"get_int_max_str_digits", "()", MaxStrDigits},
    {"audit", "(event, /, *args)", AlwaysNone, 0, BuiltinRow::kRaw},
};

Step Fill(Vm& vm, Value dict) {
  // With room for all of it nothing fails half-way.
  if (!vm.HasRoom(16 << 10)) return vm.NoRoom();
  bool good = true;
  auto add = [&](const char* name, Value value) { good = good && AddName(vm, dict, name, value); };
  auto add_text = [&](const char* name, std::string_view text) { add(name, vm.NewStrUtf8(text)); };
  auto numbers = [&](std::initializer_list<int64_t> items) {
    Value values[16];
    uint32_t count = 0;
    for (int64_t item : items) values[count++] = vm.NewInt(item);
    return vm.NewTuple(values, count);
  };
  add("modules", ModulesDict(vm));
  Value stdin_stream = StreamValue(0), stdout_stream = StreamValue(1), stderr_stream = StreamValue(2);
  add("stdin", stdin_stream);
  add("stdout", stdout_stream);
  add("stderr", stderr_stream);
  add("__stdin__", stdin_stream);
  add("__stdout__", stdout_stream);
  add("__stderr__", stderr_stream);
  add_text("version", "3.14.8 (garter)");
  Value final_release[5] = {Value::SmallInt(3), Value::SmallInt(14), Value::SmallInt(8), vm.NewStrAscii("final"),
                            Value::SmallInt(0)};
  good = good && !final_release[3].IsUnbound();
  if (good) add("version_info", vm.NewTuple(final_release, 5));
  add("hexversion", Value::SmallInt(0x030E'08F0));
  add("api_version", Value::SmallInt(1013));
  add_text("copyright", "");
  add("maxsize", vm.NewInt(INT64_MAX));
  add("maxunicode", Value::SmallInt(0x10FFFF));
  add_text("byteorder", "little");
  add_text("platform", "linux");
  add_text("float_repr_style", "short");
  add_text("abiflags", "");
  for (const char* name : {"prefix", "exec_prefix", "base_prefix", "base_exec_prefix", "executable"})
    add_text(name, "");
  add("dont_write_bytecode", kTrue);
  add("pycache_prefix", kNone);
  Value script = vm.NewStrUtf8(vm.program->Filename());
  if (!script.IsUnbound()) {
    add("argv", vm.NewList(&script, 1));
    add("orig_argv", vm.NewList(&script, 1));
  }
  for (const char* name : {"path", "meta_path", "path_hooks", "warnoptions"}) add(name, vm.NewList(nullptr, 0));
  add("path_importer_cache", vm.NewDict());
  add("_xoptions", vm.NewDict());
  // The values of what prelude/sys.py makes classes for.
  add("_int_info", numbers({30, 4, 4300, 640}));
  add("_hash_info", numbers({64, (int64_t{1} << 61) - 1, 314159, 0, 1000003, 64, 128, 0}));
  add("__displayhook__", ModuleFunction(kSysModule, 7));
  if (!good) return vm.NoRoom();
  vm.sys = dict;
  return Step::Done(kNone);
}

}  // namespace

static_assert(std::string_view(kSysRows[7].name) == "displayhook");

const NativeModule kSysModule = {
    "sys",
    "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact "
    "strongly with the interpreter.\n",
    kSysRows, sizeof(kSysRows) / sizeof(kSysRows[0]), Fill};

// ---- the streams --------------------------------------------------------------------------------------------------

namespace {

uint32_t Descriptor(Native& n) { return n.arg(0).payload(); }
Stream StreamOf(Native& n) { return Descriptor(n) == 2 ? Stream::kStderr : Stream::kStdout; }

Step StreamWrite(Vm& vm, Native& n) {
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "write() argument must be str, not %T", n.arg(1));
  if (Descriptor(n) == 0) return vm.Raise(TypeId::kOSError, "not writable");
  Step step = WriteStr(vm, StreamOf(n), n.arg(1));
  return step.done() ? Step::Done(Value::SmallInt(vm.TextOf(n.arg(1)).length)) : step;
}

// n.phase counts what is written, so that nothing is written twice.
Step StreamWriteLines(Vm& vm, Native& n) {
  if (Descriptor(n) == 0) return vm.Raise(TypeId::kOSError, "not writable");
  if (n.phase == 0) {
    Step items = TupleOf(vm, n.arg(1));
    if (!items.done()) return items;
    n.slot(0) = items.value;
    n.phase = 1;
    n.settled = vm.meter.used;
  }
  uint32_t count = vm.heap.At<Tuple>(n.slot(0))->count;
  for (; n.phase <= count; ++n.phase) {
    Value line = vm.heap.At<Tuple>(n.slot(0))->items()[n.phase - 1];
    if (!line.IsStr()) return vm.Raise(TypeId::kTypeError, "write() argument must be str, not %T", line);
    Step step = WriteStr(vm, StreamOf(n), line);
    if (!step.done()) return step;
  }
  return Step::Done(kNone);
}

Step StreamFlush(Vm&, Native&) { return Step::Done(kNone); }
Step StreamFalse(Vm&, Native&) { return Step::Done(kFalse); }
Step StreamReadable(Vm&, Native& n) { return Step::Done(Value::Bool(Descriptor(n) == 0)); }
Step StreamWritable(Vm&, Native& n) { return Step::Done(Value::Bool(Descriptor(n) != 0)); }
Step StreamNumber(Vm&, Native& n) { return Step::Done(Value::SmallInt(Descriptor(n))); }
Step StreamRead(Vm& vm, Native& n) {
  if (Descriptor(n) != 0) return vm.Raise(TypeId::kOSError, "not readable");
  return DoneOrNoRoom(vm, vm.NewStrAscii(""));
}
Step StreamReadLines(Vm& vm, Native& n) {
  if (Descriptor(n) != 0) return vm.Raise(TypeId::kOSError, "not readable");
  return DoneOrNoRoom(vm, vm.NewList(nullptr, 0));
}
Step StreamName(Vm& vm, Native& n) {
  constexpr const char* kNames[] = {"<stdin>", "<stdout>", "<stderr>"};
  return DoneOrNoRoom(vm, vm.NewStrAscii(kNames[Descriptor(n)]));
}
Step StreamMode(Vm& vm, Native& n) { return DoneOrNoRoom(vm, vm.NewStrAscii(Descriptor(n) == 0 ? "r" : "w")); }
Step StreamEncoding(Vm& vm, Native&) { return DoneOrNoRoom(vm, vm.NewStrAscii("utf-8")); }
Step StreamErrors(Vm& vm, Native& n) {
  return DoneOrNoRoom(vm, vm.NewStrAscii(Descriptor(n) == 2 ? "backslashreplace" : "strict"));
}
Step StreamNone(Vm&, Native&) { return Step::Done(kNone); }
Step StreamReconfigure(Vm&, Native&) { return Step::Done(kNone); }

constexpr BuiltinRow kStreamRows[] = {
    {"write", "($self, text, /)", StreamWrite},
    {"writelines", "($self, lines, /)", StreamWriteLines, 1},
    {"flush", "($self, /)", StreamFlush},
    {"isatty", "($self, /)", StreamFalse},
    {"seekable", "($self, /)", StreamFalse},
    {"readable", "($self, /)", StreamReadable},
    {"writable", "($self, /)", StreamWritable},
    {"fileno", "($self, /)", StreamNumber},
    {"read", "($self, size=-1, /)", StreamRead},
    {"readline", "($self, size=-1, /)", StreamRead},
    {"readlines", "($self, hint=-1, /)", StreamReadLines},
    {"reconfigure", "($self, *args)", StreamReconfigure, 0, BuiltinRow::kRaw},
    {"name", "($self)", StreamName, 0, BuiltinRow::kGetter},
    {"mode", "($self)", StreamMode, 0, BuiltinRow::kGetter},
    {"encoding", "($self)", StreamEncoding, 0, BuiltinRow::kGetter},
    {"errors", "($self)", StreamErrors, 0, BuiltinRow::kGetter},
    {"closed", "($self)", StreamFalse, 0, BuiltinRow::kGetter},
    {"line_buffering", "($self)", StreamFalse, 0, BuiltinRow::kGetter},
    {"write_through", "($self)", StreamFalse, 0, BuiltinRow::kGetter},
    {"newlines", "($self)", StreamNone, 0, BuiltinRow::kGetter},
};

}  // namespace

constexpr TypeTable kStreamTable = {kStreamRows, sizeof(kStreamRows) / sizeof(kStreamRows[0]), nullptr};

}  // namespace garter
