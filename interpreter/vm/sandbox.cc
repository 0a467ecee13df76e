// The public Sandbox: sets up a run in the host's block, and reads results out of it.
#include <new>

#include "interpreter/base/copy_bytes.h"
#include "interpreter/heap/collector.h"
#include "interpreter/interpreter.h"
#include "interpreter/types/convert.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/loop.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/protocols.h"
#include "interpreter/vm/traceback.h"

namespace garter {
namespace {

constexpr size_t kVmSize = (sizeof(Vm) + 63) & ~size_t{63};
constexpr uint32_t kFirstStack = 1024;  // bytes of registers that a fresh run has ready

Result Misuse(std::string_view text) {
  Result result;
  result.outcome = Outcome::kMisuse;
  result.error_text = text;
  return result;
}

uint32_t UsedBytes(const Vm& vm) {
  uint32_t stack =
      vm.fp == nullptr ? 0 : static_cast<uint32_t>(vm.span_end() - reinterpret_cast<char*>(vm.stack_floor));
  return vm.heap.top + stack + vm.program->size;
}

void NotePeak(Vm& vm) {
  uint32_t used = vm.heap.top + static_cast<uint32_t>(vm.span_end() - reinterpret_cast<char*>(vm.stack_floor));
  if (used > vm.heap.peak) vm.heap.peak = used;
}

// Memory below the cap that neither objects nor registers use; texts of results go there.
struct FreeRoom {
  char* data;
  size_t size;
};
FreeRoom UpperFreeRoom(Vm& vm) {
  uint32_t from = vm.heap.top + (vm.heap.floor - vm.heap.top) / 2;
  return {vm.heap.base + from, vm.heap.floor - from};
}

uint32_t CurrentLine(Vm& vm) {
  if (vm.pc == nullptr || vm.image == nullptr) return 0;
  int64_t index = vm.pc - vm.instructions;
  if (index > int64_t{vm.image->instruction_count}) return 0;
  for (; index >= 0; --index) {
    if (static_cast<uint64_t>(index) < vm.image->instruction_count && vm.image->locations[index].line != 0) {
      return vm.image->locations[index].line;
    }
  }
  return 0;
}

uint64_t CapOf(const Vm& vm, LimitKind kind) {
  const Limits& limits = vm.options.limits;
  switch (kind) {
    case LimitKind::kFuel:
      return limits.fuel;
    case LimitKind::kMemory:
      return limits.memory;
    case LimitKind::kTime:
      return limits.time_ns;
    case LimitKind::kOutput:
      return limits.output;
    case LimitKind::kHostCalls:
      return limits.host_calls;
    default:
      return 0;
  }
}

uint64_t UsedOf(Vm& vm, LimitKind kind, uint64_t start_ns) {
  switch (kind) {
    case LimitKind::kFuel:
      return vm.meter.used;
    case LimitKind::kMemory:
      return UsedBytes(vm);
    case LimitKind::kTime:
      return vm.options.limits.now_ns(vm.options.limits.clock_context) - start_ns;
    case LimitKind::kOutput:
      return vm.output_used;
    case LimitKind::kHostCalls:
      return vm.host_calls_used;
    default:
      return 0;
  }
}

Result LimitResult(Vm& vm) {
  vm.ended = true;
  Result result;
  result.outcome = Outcome::kLimit;
  result.limit.kind = vm.meter.limit;
  result.limit.cap = CapOf(vm, vm.meter.limit);
  result.limit.used = UsedOf(vm, vm.meter.limit, vm.start_ns);
  result.limit.line = CurrentLine(vm);
  result.line = result.limit.line;
  return result;
}

Result UncaughtResult(Vm& vm) {
  Result result;
  result.outcome = Outcome::kException;
  result.exit_code = 1;
  Value exception = vm.raised;
  result.exception_type = TypeName(static_cast<TypeId>(vm.heap.At<Exception>(exception)->type));
  if (Value cls = vm.heap.At<Exception>(exception)->cls; cls.IsObject()) {
    Text name = vm.TextOf(vm.heap.At<Class>(cls)->name);
    if (name.ascii) result.exception_type = {reinterpret_cast<const char*>(name.data), name.length};
  }
  FreeRoom room = UpperFreeRoom(vm);
  Utf8Sink message(room.data, room.size / 4);
  WriteExceptionMessage(vm, exception, message);
  result.exception_message = message.view();
  Utf8Sink text(room.data + room.size / 4, room.size - room.size / 4);
  if (vm.heap.At<Exception>(exception)->type == static_cast<uint32_t>(TypeId::kSystemExit)) {
    result.exit_code = ExitCodeOf(vm, exception, text);
  } else {
    WriteTraceback(vm, exception, text);
  }
  result.error_text = text.view();
  return result;
}

Result HostCallResult(Vm& vm) {
  if (++vm.host_calls_used > vm.options.limits.host_calls) {
    vm.meter.Stop(LimitKind::kHostCalls);
    return LimitResult(vm);
  }
  Result result;
  result.outcome = Outcome::kHostCall;
  return result;
}

Result Finish(Vm& vm, LoopExit exit) {
  NotePeak(vm);
  // The last steps of a run may have passed the fuel limit without meeting a safepoint.
  if (exit != LoopExit::kLimit && vm.meter.used > vm.meter.fuel_limit) {
    vm.meter.Stop(LimitKind::kFuel);
    exit = LoopExit::kLimit;
  }
  switch (exit) {
    case LoopExit::kFinished:
      vm.ended = false;
      return Result();
    case LoopExit::kUncaught: {
      // Printing what was raised is the host's wish, not the program's work.
      uint64_t fuel = vm.meter.used;
      vm.meter.next_event = ~uint64_t{0};
      Result result = UncaughtResult(vm);
      vm.meter.used = fuel;
      return result;
    }
    case LoopExit::kLimit:
      return LimitResult(vm);
    case LoopExit::kHostCall:
      return HostCallResult(vm);
  }
  CHECK(false);
  __builtin_unreachable();
}

// ---- values from the host ---------------------------------------------------------------------------------------

constexpr int kMaxHostDepth = 64;

// Unbound: no room, or *error says what is wrong with the value.
Value FromHost(Vm& vm, const HostValue& value, int depth, const char** error);

Value FromHostItems(Vm& vm, const HostValue& value, int depth, const char** error) {
  bool dict = value.kind == HostValue::Kind::kDict;
  Value container = dict ? vm.NewDict() : vm.NewListWithCapacity(static_cast<uint32_t>(value.count));
  if (container.IsUnbound()) return kUnbound;
  for (size_t k = 0; k < value.count; ++k) {
    Value first = FromHost(vm, value.items[dict ? 2 * k : k], depth + 1, error);
    if (first.IsUnbound()) return kUnbound;
    if (!dict) {
      if (!vm.ListAppend(container, first)) return kUnbound;
      continue;
    }
    Value second = FromHost(vm, value.items[2 * k + 1], depth + 1, error);
    if (second.IsUnbound()) return kUnbound;
    Step step = DictSet(vm, container, first, second);
    if (step.action == Action::kRaise) *error = "a key of a dict is not hashable";
    if (!step.done()) return kUnbound;
  }
  if (value.kind != HostValue::Kind::kTuple) return container;
  List* list = vm.heap.At<List>(container);
  return vm.NewTuple(list->count == 0 ? nullptr : vm.heap.At<Buffer>(list->buffer)->items(), list->count);
}

Value FromHost(Vm& vm, const HostValue& value, int depth, const char** error) {
  if (depth > kMaxHostDepth) {
    *error = "a value from the host is nested more than 64 deep";
    return kUnbound;
  }
  switch (value.kind) {
    case HostValue::Kind::kNone:
      return kNone;
    case HostValue::Kind::kBool:
      return Value::Bool(value.integer != 0);
    case HostValue::Kind::kInt:
      if (value.text.empty()) return vm.NewInt(value.integer);
      {
        Value parsed = IntFromDecimal(vm, value.text);
        if (parsed.IsNone()) *error = "an int from the host is not a decimal number";
        return parsed.IsNone() ? kUnbound : parsed;
      }
    case HostValue::Kind::kFloat:
      return Value::Double(value.real);
    case HostValue::Kind::kText:
      if (!IsValidUtf8(value.text)) {
        *error = "text from the host is not valid UTF-8";
        return kUnbound;
      }
      return vm.NewStrUtf8(value.text);
    case HostValue::Kind::kBytes:
      return vm.NewBytes(reinterpret_cast<const uint8_t*>(value.text.data()), value.text.size());
    default:
      return FromHostItems(vm, value, depth, error);
  }
}

}  // namespace

Sandbox::Sandbox(Block memory) : vm_(nullptr) {
  if (memory.data == nullptr || memory.size < kVmSize + 65536) return;
  vm_ = new (memory.data) Vm();
  vm_->heap.base = static_cast<char*>(memory.data) + kVmSize;
  vm_->span_size =
      memory.size - kVmSize > 0xFFFF'FFF8 ? 0xFFFF'FFF8u : static_cast<uint32_t>((memory.size - kVmSize) & ~size_t{7});
}

Sandbox::~Sandbox() {
  if (vm_ != nullptr) ForgetPoison(vm_->heap.base, vm_->span_size);
}

Result Sandbox::Run(const Program& program, const RunOptions& options) {
  if (vm_ == nullptr) return Misuse("a Sandbox needs a block of at least 128 KiB");
  const ProgramImage* image = program.image();
  if (image == nullptr) return Misuse("the Program has not been compiled, or compiling failed");
  Vm& vm = *vm_;
  CHECK(!vm.running);  // I1: a callback of the run must not run its sandbox
  ForgetPoison(vm.heap.base, vm.span_size);
  char* base = vm.heap.base;
  uint32_t span_size = vm.span_size;
  // The program counts against the cap. What is left is the span of this run.
  uint64_t cap = options.limits.memory < image->size ? 0 : options.limits.memory - image->size;
  if (cap > span_size) cap = span_size;
  uint64_t tables =
      uint64_t{image->global_count} * sizeof(GlobalCache) + uint64_t{image->cache_count} * sizeof(AttributeCache);
  uint64_t needed = kFrozenBase + uint64_t{image->frozen_size} + tables + Heap::kStackReserve + kFirstStack + 4096;
  // What a former run left must not be seen: everything it wrote is either overwritten before it is read or cleared
  // here. Objects are initialised when they are made and registers when the stack first reaches them.
  new (&vm) Vm();
  vm.heap.base = base;
  vm.span_size = span_size;
  vm.program = image;
  vm.options = options;
  vm.mutant = options.mutant;
  vm.depth_limit = options.limits.depth;
  Meter& meter = vm.meter;
  meter.used = image->fuel;
  meter.fuel_limit = options.limits.fuel;
  meter.now_ns = options.limits.now_ns;
  meter.clock_context = options.limits.clock_context;
  meter.interrupt = options.limits.interrupt;
  if (meter.now_ns != nullptr) {
    vm.start_ns = meter.now_ns(meter.clock_context);
    meter.deadline_ns = vm.start_ns + options.limits.time_ns;
  }
  vm.memory_cap = static_cast<uint32_t>(cap & ~uint64_t{7});
  vm.stack_end = reinterpret_cast<Value*>(base + vm.memory_cap);
  if (needed > cap) {
    vm.stack_floor = vm.stack_end;
    meter.Stop(LimitKind::kMemory);
    return LimitResult(vm);
  }

  // Frozen objects, then the caches, then room for objects.
  Heap& heap = vm.heap;
  heap.meter = &meter;
  CopyBytes(base + kFrozenBase, image->frozen, image->frozen_size);
  uint32_t at = (kFrozenBase + image->frozen_size + 7) & ~7u;
  vm.program_global_caches = reinterpret_cast<GlobalCache*>(base + at);
  at += image->global_count * static_cast<uint32_t>(sizeof(GlobalCache));
  vm.program_attribute_caches = reinterpret_cast<AttributeCache*>(base + at);
  at += image->cache_count * static_cast<uint32_t>(sizeof(AttributeCache));
  std::memset(static_cast<void*>(vm.program_global_caches), 0, tables);
  heap.start = heap.watermark = heap.top = at;
  heap.nursery = vm.memory_cap / 16 < Heap::kNursery ? vm.memory_cap / 16 : Heap::kNursery;
  heap.trigger = heap.top + heap.nursery;
  heap.full_trigger = heap.start + (vm.memory_cap / 2 < Heap::kLeastFull ? vm.memory_cap / 2 : Heap::kLeastFull);
  heap.floor = vm.memory_cap;
  vm.stack_floor = vm.stack_end;

  // The module's frame.
  Value* fp = vm.stack_end - 1 - kFrameHeader;
  const CodeInfo& module = image->codes[0];
  if (!EnsureStack(vm, fp - module.register_count)) {
    meter.Stop(LimitKind::kMemory);
    return LimitResult(vm);
  }
  vm.globals = vm.program_globals = vm.NewDict();
  fp[1] = Value::SmallInt(FrameFlags::kEntry);
  fp[2] = Value::SmallInt(0);
  for (uint32_t k = 0; k < module.register_count; ++k) fp[-static_cast<int64_t>(k)] = kUnbound;
  Value no_defaults[2] = {kNone, kNone};
  Step function = vm.globals.IsUnbound() ? vm.NoRoom() : MakeFunction(vm, &no_defaults[1], 0, 0);
  if (!function.done()) {
    meter.Stop(LimitKind::kMemory);
    return LimitResult(vm);
  }
  EnterContext(vm, 0, vm.globals.handle());
  fp[3] = function.value;
  vm.fp = fp;
  vm.depth = vm.depth_peak = 1;
  vm.pc = vm.instructions + module.entry;

  bool room = true;
  const char* error = nullptr;
  auto set_global = [&](std::string_view name, Value value) {
    Value key = value.IsUnbound() ? kUnbound : vm.NewStrUtf8(name);
    if (key.IsUnbound() || !vm.DictSetStr(vm.globals, key, value)) room = false;
  };
  set_global("__name__", vm.NewStrAscii("__main__"));
  for (size_t k = 0; k < options.input_count && room; ++k) {
    set_global(options.inputs[k].name, FromHost(vm, options.inputs[k].value, 0, &error));
  }
  for (size_t k = 0; k < options.host_function_count && room; ++k) {
    set_global(options.host_functions[k], Value::Immediate(Kind::kHostFunction, static_cast<uint32_t>(k)));
  }
  if (error != nullptr) return Misuse(error);
  if (!room) {
    meter.Stop(LimitKind::kMemory);
    return LimitResult(vm);
  }
  if (image->warnings_size > 0 && !vm.Write(Stream::kStderr, {image->warnings, image->warnings_size}))
    return LimitResult(vm);
  meter.next_event = meter.used;  // the first safepoint decides when the next is due
#ifdef GARTER_STRESS
  heap.lowest = heap.start;
  heap.stressed = options.mutant != kCalmRun;
  if (heap.stressed) heap.trigger = 0;
#endif
  return Finish(vm, RunLoop(vm));
}

Result Sandbox::Resume(const HostValue& value) {
  if (vm_ == nullptr || vm_->host_window == nullptr) return Misuse("Resume() without a waiting host call");
  const char* error = nullptr;
  Value answer = FromHost(*vm_, value, 0, &error);
  if (error != nullptr) return Misuse(error);
  if (answer.IsUnbound()) {
    // Once more after a collection; the window's arguments are no longer needed.
    if (!CollectOrStop(*vm_, vm_->host_window, 1u << 16)) return LimitResult(*vm_);
    answer = FromHost(*vm_, value, 0, &error);
    if (answer.IsUnbound()) {
      vm_->meter.Stop(LimitKind::kMemory);
      return LimitResult(*vm_);
    }
  }
  vm_->host_window = nullptr;
  return Finish(*vm_, ResumeLoop(*vm_, answer, false));
}

Result Sandbox::ResumeRaise(std::string_view exception_type, std::string_view message) {
  if (vm_ == nullptr || vm_->host_window == nullptr) return Misuse("ResumeRaise() without a waiting host call");
  Value type = FindBuiltinName(exception_type);
  if (!type.IsImmediate(Kind::kType) || !IsExceptionType(static_cast<TypeId>(type.payload()))) {
    return Misuse("ResumeRaise() needs the name of a built-in exception type");
  }
  Step step = vm_->Raise(static_cast<TypeId>(type.payload()), "%v", &message);
  if (step.action != Action::kRaise) {
    vm_->meter.Stop(LimitKind::kMemory);
    return LimitResult(*vm_);
  }
  vm_->host_window = nullptr;
  Value exception = vm_->raised;
  vm_->raised = kNone;
  return Finish(*vm_, ResumeLoop(*vm_, exception, true));
}

HostCall Sandbox::host_call() const {
  HostCall call;
  if (vm_ == nullptr || vm_->host_window == nullptr) return call;
  call.name = vm_->options.host_functions[vm_->host_window->payload()];
  call.keyword_count = vm_->host_names.IsUnbound() ? 0 : vm_->heap.At<Tuple>(vm_->host_names)->count;
  call.argument_count = vm_->host_count - call.keyword_count;
  return call;
}

ValueView Sandbox::HostArgument(size_t index) const {
  return ValueView(vm_, vm_->host_window[-kFrameHeader - static_cast<int64_t>(index)].bits);
}

std::string_view Sandbox::HostKeyword(size_t index) const {
  Text text = vm_->TextOf(vm_->heap.At<Tuple>(vm_->host_names)->items()[index]);
  return text.ascii ? std::string_view(reinterpret_cast<const char*>(text.data), text.length) : std::string_view();
}

ValueView Sandbox::value() const { return ValueView(vm_, vm_->result.bits); }
ValueView Sandbox::exception() const { return ValueView(vm_, vm_->raised.bits); }

Usage Sandbox::usage() const {
  Usage usage;
  if (vm_ == nullptr || vm_->program == nullptr) return usage;
  usage.fuel = vm_->meter.used;
  usage.memory = UsedBytes(*vm_);
  usage.memory_peak = uint64_t{vm_->heap.peak} + vm_->program->size;
  usage.output = vm_->output_used;
  usage.host_calls = vm_->host_calls_used;
  usage.depth_peak = vm_->depth_peak;
  return usage;
}

bool Vm::Write(Stream stream, std::string_view utf8) {
  if (output_used + utf8.size() > options.limits.output) {
    size_t left = options.limits.output - output_used;
    // What still fits goes out, at a character's boundary.
    while (left > 0 && (static_cast<uint8_t>(utf8[left]) & 0xC0) == 0x80) --left;
    if (options.write != nullptr && left > 0) options.write(options.write_context, stream, utf8.substr(0, left));
    output_used += left;
    return meter.Stop(LimitKind::kOutput);
  }
  output_used += utf8.size();
  if (options.write != nullptr) options.write(options.write_context, stream, utf8);
  return true;
}

}  // namespace garter
