// The loop: one case an opcode, slow paths by the protocols, frames pushed and popped, exceptions unwound.
//
// Registers of the machine: fp, pc. `i` is the instruction that runs. Whatever may raise, collect or leave goes
// through the labels at the end, which know the frame by (vm.fp, i). A step that answers More is entered again after a
// collection, from the fuel it began with; an opcode whose effects have begun is never executed again.
#include "interpreter/vm/loop.h"

#include <cmath>

#include "interpreter/heap/collector.h"
#include "interpreter/types/exception.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/call.h"
#include "interpreter/vm/fast_paths.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/protocols.h"
#include "interpreter/vm/unwind.h"

namespace garter {
namespace {

// How the loop is entered: at an instruction, or with the answer of a host call.
struct Entry {
  bool resume = false;
  bool raised = false;
  Value answer = kUnbound;
};

// The lowest register in use by the frame vm.fp, which called at `pc` when it is Python's.
Value* ExtentOf(Vm& vm, uint32_t pc) {
  if (!IsNativeFrame(vm.fp)) return ExtentAt(vm, vm.fp, pc);
  return vm.fp - (NativeCount(vm.fp) + RowOf(vm.fp[3]).slots) + 1;
}

Step RaiseIgnoredExit(Vm& vm, Value holder) {
  return vm.Raise(TypeId::kRuntimeError, "%s ignored GeneratorExit", NameOfHolder(holder.kind()));
}

LoopExit Loop(Vm& vm, Entry entry) {
  static const void* const kLabels[] = {
#define GARTER_OPCODE(name, format, raises, text) &&op_##name,
#include "interpreter/code/opcodes.def"
  };

  Heap& heap = vm.heap;
  const Instruction* instructions = vm.instructions;  // of the context, as are the constants: see LOAD_CONTEXT
  const Value* constants = vm.constants;
  Value* fp = vm.fp;
  const Instruction* pc = vm.pc;
  const Instruction* i = pc;
  Step step = Step::Stop();
  Native native = {};
  const BuiltinRow* row = nullptr;
  CallSite site = {};
  Value value = kUnbound;
  bool stopped = false;
  Called called = Called::kPython;
  Value operands[2] = {kUnbound, kUnbound};
  int64_t flags = 0;
  uint64_t fuel_before = 0;
  uint32_t top_before = 0;

#define R(operand) fp[operand]
#define PC_INDEX(p) static_cast<uint32_t>((p) - instructions)
#define NEXT()            \
  do {                    \
    i = pc++;             \
    goto* kLabels[i->op]; \
  } while (0)
#define OP(name) op_##name:
// After whatever may have changed the context, or moved it: a call, a return, a collection.
#define LOAD_CONTEXT()              \
  do {                              \
    fp = vm.fp;                     \
    instructions = vm.instructions; \
    constants = vm.constants;       \
  } while (0)
// Around everything that may answer a Step: remembers what a second try starts from, and shows natives the frame.
#define SLOW()                   \
  do {                           \
    vm.fp = fp;                  \
    vm.pc = pc;                  \
    fuel_before = vm.meter.used; \
    top_before = heap.top;       \
  } while (0)
// a = result of a step that never needs Python today.
#define STEP_TO(destination, call)                      \
  do {                                                  \
    SLOW();                                             \
    step = (call);                                      \
    if (step.action != Action::kDone) goto step_failed; \
    R(destination) = step.value;                        \
  } while (0)
#define STEP_ONLY(call)                                 \
  do {                                                  \
    SLOW();                                             \
    step = (call);                                      \
    if (step.action != Action::kDone) goto step_failed; \
  } while (0)

// Raises on behalf of the instruction i or the native of the frame vm.fp, which cannot run again: when there is no room
// it is made first. `value` is kept.
#define RAISE_LATE(call)                                                                    \
  do {                                                                                      \
    step = (call);                                                                          \
    if (__builtin_expect(step.action == Action::kMore, 0)) {                                \
      vm.native_input = value;                                                              \
      vm.pc = i;                                                                            \
      if (!CollectOrStop(vm, ExtentOf(vm, PC_INDEX(i)), step.detail)) goto limit_of_memory; \
      LOAD_CONTEXT();                                                                       \
      i = vm.pc;                                                                            \
      value = vm.native_input;                                                              \
      vm.native_input = kUnbound;                                                           \
      step = (call);                                                                        \
      if (step.action == Action::kMore) {                                                   \
        vm.meter.Stop(LimitKind::kMemory);                                                  \
        goto limit_of_memory;                                                               \
      }                                                                                     \
    }                                                                                       \
  } while (0)

  if (entry.resume) {
    value = entry.answer;
    if (entry.raised) goto resume_raise;
    goto deliver_flags;
  }
  NEXT();

  // ---- moves and constants ------------------------------------------------------------------------------------
  OP(MOVE) {
    R(i->a) = R(i->b);
    NEXT();
  }
  OP(LOAD_CONST) {
    R(i->a) = constants[i->bx];
    NEXT();
  }
  OP(LOAD_INT) {
    R(i->a) = Value::SmallInt(i->bx);
    NEXT();
  }
  OP(CLEAR) {
    R(i->a) = kUnbound;
    NEXT();
  }
  OP(CHECK_BOUND) {
    if (__builtin_expect(R(i->a).IsUnbound(), 0)) {
      SLOW();
      step = RaiseUnboundLocal(vm, i->ToRegister(i->a));
      goto step_failed;
    }
    NEXT();
  }
  OP(DELETE_LOCAL) {
    if (R(i->a).IsUnbound()) {
      SLOW();
      step = RaiseUnboundLocal(vm, i->ToRegister(i->a));
      goto step_failed;
    }
    R(i->a) = kUnbound;
    NEXT();
  }

  // ---- cells --------------------------------------------------------------------------------------------------
  OP(MAKE_CELL) {
    Cell* cell = heap.New<Cell>(Kind::kCell);
    if (cell == nullptr) {
      SLOW();
      step = vm.NoRoom();
      goto step_failed;
    }
    cell->value = R(i->a);
    R(i->a) = heap.ValueOf(cell);
    NEXT();
  }
  OP(LOAD_CELL) {
    Value content = heap.At<Cell>(R(i->b))->value;
    if (content.IsUnbound()) {
      SLOW();
      step = RaiseUnboundCell(vm, i->ToRegister(i->b));
      goto step_failed;
    }
    R(i->a) = content;
    NEXT();
  }
  OP(STORE_CELL) {
    Cell* cell = heap.At<Cell>(R(i->a));
    heap.Store(cell, &cell->value, R(i->b));
    NEXT();
  }
  OP(DELETE_CELL) {
    Cell* cell = heap.At<Cell>(R(i->a));
    if (cell->value.IsUnbound()) {
      SLOW();
      step = RaiseUnboundCell(vm, i->ToRegister(i->a));
      goto step_failed;
    }
    cell->value = kUnbound;
    NEXT();
  }
  OP(CLEAR_CELL) {
    heap.At<Cell>(R(i->a))->value = kUnbound;
    NEXT();
  }
  OP(LOAD_FREE) {
    Value content = heap.At<Cell>(FunctionOf(vm, fp)->cells()[i->b])->value;
    if (content.IsUnbound()) {
      SLOW();
      step = RaiseUnboundFree(vm, i->b);
      goto step_failed;
    }
    R(i->a) = content;
    NEXT();
  }
  OP(STORE_FREE) {
    Cell* cell = heap.At<Cell>(FunctionOf(vm, fp)->cells()[i->a]);
    heap.Store(cell, &cell->value, R(i->b));
    NEXT();
  }
  OP(DELETE_FREE) {
    Cell* cell = heap.At<Cell>(FunctionOf(vm, fp)->cells()[i->a]);
    if (cell->value.IsUnbound()) {
      SLOW();
      step = RaiseUnboundFree(vm, i->a);
      goto step_failed;
    }
    cell->value = kUnbound;
    NEXT();
  }
  OP(CLEAR_FREE) {
    heap.At<Cell>(FunctionOf(vm, fp)->cells()[i->a])->value = kUnbound;
    NEXT();
  }
  OP(LOAD_FREE_CELL) {
    R(i->a) = FunctionOf(vm, fp)->cells()[i->b];
    NEXT();
  }

  // ---- globals ------------------------------------------------------------------------------------------------
  OP(LOAD_GLOBAL) {
    const GlobalCache& cache = vm.global_caches[i->bx];
    Dict* globals = heap.At<Dict>(vm.globals);
    if (__builtin_expect(cache.version == globals->version, 1)) {
      if (__builtin_expect(cache.offset < kBuiltinMark, 1)) {
        R(i->a) = *heap.At<Value>(globals->keys + cache.offset);
        NEXT();
      }
      if (__builtin_expect(cache.offset == vm.builtins_stamp, 1)) {
        R(i->a) = cache.builtin;
        NEXT();
      }
    }
    STEP_TO(i->a, LoadGlobal(vm, static_cast<uint32_t>(i->bx)));
    NEXT();
  }
  OP(STORE_GLOBAL) {
    const GlobalCache& cache = vm.global_caches[i->bx];
    Dict* globals = heap.At<Dict>(vm.globals);
    if (__builtin_expect(cache.version == globals->version && cache.offset < kBuiltinMark, 1)) {
      heap.Store(heap.At<Object>(globals->keys), heap.At<Value>(globals->keys + cache.offset), R(i->a));
      NEXT();
    }
    STEP_ONLY(StoreGlobal(vm, static_cast<uint32_t>(i->bx), R(i->a)));
    NEXT();
  }
  OP(DELETE_GLOBAL) {
    STEP_ONLY(DeleteGlobal(vm, static_cast<uint32_t>(i->bx)));
    NEXT();
  }
  OP(LOAD_NAME) {
    if (R(i->b).IsNone()) {
      const GlobalCache& cache = vm.global_caches[pc->y()];
      Dict* globals = heap.At<Dict>(vm.globals);
      if (cache.version == globals->version && cache.offset < kBuiltinMark) {
        R(i->a) = *heap.At<Value>(globals->keys + cache.offset);
        ++pc;
        NEXT();
      }
    }
    STEP_TO(i->a, LoadName(vm, R(i->b), pc->y()));
    ++pc;
    NEXT();
  }
  OP(STORE_NAME) {
    STEP_ONLY(StoreName(vm, R(i->b), pc->y(), R(i->a)));
    ++pc;
    NEXT();
  }
  OP(DELETE_NAME) {
    STEP_ONLY(DeleteName(vm, R(i->b), pc->y()));
    ++pc;
    NEXT();
  }

  // ---- names in namespaces ------------------------------------------------------------------------------------
  OP(LOAD_CLASS_FREE) {
    STEP_TO(i->a, LoadClassFree(vm, R(i->b), pc->y(), i->c));
    ++pc;
    NEXT();
  }

  // ---- arithmetic ---------------------------------------------------------------------------------------------
  // Each has three forms: registers, in place, and with a constant on the right. What fast_paths.h does not do is a step.
#define ARITHMETIC(NAME, kind, inplace, right, INTS, DOUBLES)    \
  OP(NAME) {                                                     \
    Value x = R(i->b), y = right;                                \
    if (BothInts(x, y)) {                                        \
      if (__builtin_expect(INTS(vm, x, y, &R(i->a)), 1)) NEXT(); \
    } else if (BothDoubles(x, y)) {                              \
      if (__builtin_expect(DOUBLES(x, y, &R(i->a)), 1)) NEXT();  \
    }                                                            \
    STEP_TO(i->a, Binary(vm, BinaryOp::kind, x, y, inplace));    \
    NEXT();                                                      \
  }
#define FORMS(NAME, kind, INTS, DOUBLES)                         \
  ARITHMETIC(NAME, kind, false, R(i->c), INTS, DOUBLES)          \
  ARITHMETIC(INPLACE_##NAME, kind, true, R(i->c), INTS, DOUBLES) \
  ARITHMETIC(NAME##_K, kind, false, constants[i->c], INTS, DOUBLES)
#define CONSTANT_INPLACE(NAME, kind, INTS, DOUBLES) \
  ARITHMETIC(INPLACE_##NAME##_K, kind, true, constants[i->c], INTS, DOUBLES)

  FORMS(ADD, kAdd, AddInts, AddDoubles)
  FORMS(SUB, kSub, SubInts, SubDoubles)
  FORMS(MUL, kMul, MulInts, MulDoubles)
  CONSTANT_INPLACE(ADD, kAdd, AddInts, AddDoubles)
  CONSTANT_INPLACE(SUB, kSub, SubInts, SubDoubles)
  CONSTANT_INPLACE(MUL, kMul, MulInts, MulDoubles)
  FORMS(TRUEDIV, kTrueDiv, TrueDivInts, TrueDivDoubles)
  FORMS(FLOORDIV, kFloorDiv, FloorDivInts, NoDoubles)
  FORMS(MOD, kMod, ModInts, NoDoubles)
  FORMS(POW, kPow, NoInts, NoDoubles)
  FORMS(LSHIFT, kLShift, LShiftInts, NoDoubles)
  FORMS(RSHIFT, kRShift, RShiftInts, NoDoubles)
  FORMS(AND, kAnd, AndInts, NoDoubles)
  FORMS(OR, kOr, OrInts, NoDoubles)
  FORMS(XOR, kXor, XorInts, NoDoubles)
  OP(MATMUL) {
    STEP_TO(i->a, Binary(vm, BinaryOp::kMatMul, R(i->b), R(i->c), false));
    NEXT();
  }
  OP(INPLACE_MATMUL) {
    STEP_TO(i->a, Binary(vm, BinaryOp::kMatMul, R(i->b), R(i->c), true));
    NEXT();
  }

  OP(NEGATIVE) {
    Value x = R(i->b);
    if (x.IsSmallInt() && x.AsSmallInt() != Value::kMinSmall) {
      R(i->a) = Value::SmallInt(-x.AsSmallInt());
      NEXT();
    }
    if (x.IsDouble()) {
      R(i->a) = Value::Double(-x.AsDouble());
      NEXT();
    }
    STEP_TO(i->a, Negative(vm, x));
    NEXT();
  }
  OP(POSITIVE) {
    STEP_TO(i->a, Positive(vm, R(i->b)));
    NEXT();
  }
  OP(INVERT) {
    STEP_TO(i->a, Invert(vm, R(i->b)));
    NEXT();
  }
  OP(NOT) {
    Value x = R(i->b);
    if (x.IsBool()) {
      R(i->a) = Value::Bool(x.IsFalse());
      NEXT();
    }
    STEP_ONLY(Truth(vm, x));
    R(i->a) = Value::Bool(step.value.IsFalse());
    NEXT();
  }

  // ---- comparisons --------------------------------------------------------------------------------------------
#define COMPARE(NAME, kind, OPERATOR)                            \
  OP(NAME) {                                                     \
    Value x = R(i->b), y = R(i->c);                              \
    if (BothInts(x, y)) {                                        \
      R(i->a) = Value::Bool(Shifted(x) OPERATOR Shifted(y));     \
      NEXT();                                                    \
    }                                                            \
    if (BothDoubles(x, y)) {                                     \
      R(i->a) = Value::Bool(x.AsDouble() OPERATOR y.AsDouble()); \
      NEXT();                                                    \
    }                                                            \
    STEP_TO(i->a, RichCompare(vm, CompareOp::kind, x, y));       \
    NEXT();                                                      \
  }
#define COMPARE_JUMP(NAME, kind, OPERATOR, right)                         \
  OP(NAME) {                                                              \
    Value x = R(i->a), y = right;                                         \
    bool yes;                                                             \
    if (BothInts(x, y)) {                                                 \
      yes = Shifted(x) OPERATOR Shifted(y);                               \
    } else if (BothDoubles(x, y)) {                                       \
      yes = x.AsDouble() OPERATOR y.AsDouble();                           \
    } else {                                                              \
      STEP_ONLY(Compare(vm, CompareOp::kind, x, y));                      \
      yes = step.value.IsTrue();                                          \
    }                                                                     \
    pc = yes == static_cast<bool>(i->c) ? instructions + pc->bx : pc + 1; \
    NEXT();                                                               \
  }
#define COMPARISONS(NAME, kind, OPERATOR)            \
  COMPARE(NAME, kind, OPERATOR)                      \
  COMPARE_JUMP(JUMP_##NAME, kind, OPERATOR, R(i->b)) \
  COMPARE_JUMP(JUMP_##NAME##_K, kind, OPERATOR, constants[i->b])
  COMPARISONS(LESS, kLess, <)
  COMPARISONS(LESS_EQUAL, kLessEqual, <=)
  COMPARISONS(EQUAL, kEqual, ==)
  COMPARISONS(NOT_EQUAL, kNotEqual, !=)
  COMPARISONS(GREATER, kGreater, >)
  COMPARISONS(GREATER_EQUAL, kGreaterEqual, >=)
  OP(IS) {
    R(i->a) = Value::Bool(R(i->b) == R(i->c));
    NEXT();
  }
  OP(IS_NOT) {
    R(i->a) = Value::Bool(!(R(i->b) == R(i->c)));
    NEXT();
  }
  OP(IN) {
    SLOW();
    step = Contains(vm, R(i->c), R(i->b));
    if (step.action == Action::kCall) goto operator_contains;
    if (step.action != Action::kDone) goto step_failed;
    R(i->a) = step.value;
    NEXT();
  }
  OP(NOT_IN) {
    SLOW();
    step = Contains(vm, R(i->c), R(i->b));
    if (step.action == Action::kCall) goto operator_contains;
    if (step.action != Action::kDone) goto step_failed;
    R(i->a) = Value::Bool(step.value.IsFalse());
    NEXT();
  }
  OP(JUMP_IS) {
    pc = (R(i->a) == R(i->b)) == static_cast<bool>(i->c) ? instructions + pc->bx : pc + 1;
    NEXT();
  }
  OP(JUMP_IS_NONE) {
    pc = R(i->a).IsNone() == static_cast<bool>(i->c) ? instructions + pc->bx : pc + 1;
    NEXT();
  }
  OP(JUMP_IN) {
    SLOW();
    step = Contains(vm, R(i->b), R(i->a));
    if (step.action == Action::kCall) goto operator_contains;
    if (step.action != Action::kDone) goto step_failed;
    pc = step.value.IsTrue() == static_cast<bool>(i->c) ? instructions + pc->bx : pc + 1;
    NEXT();
  }

  // ---- jumps --------------------------------------------------------------------------------------------------
  OP(JUMP) {
    pc = instructions + i->bx;
    NEXT();
  }
  OP(LOOP) {
    pc = instructions + i->bx;
    if (__builtin_expect(++vm.meter.used >= vm.meter.next_event, 0)) goto safepoint;
    NEXT();
  }
#define BRANCH(NAME, sense)                      \
  OP(NAME) {                                     \
    Value x = R(i->a);                           \
    bool yes;                                    \
    if (x.IsBool()) {                            \
      yes = x.IsTrue();                          \
    } else if (x.IsSmallInt()) {                 \
      yes = x.AsSmallInt() != 0;                 \
    } else {                                     \
      STEP_ONLY(Truth(vm, x));                   \
      yes = step.value.IsTrue();                 \
    }                                            \
    if (yes == sense) pc = instructions + i->bx; \
    NEXT();                                      \
  }
  BRANCH(JUMP_TRUE, true)
  BRANCH(JUMP_FALSE, false)

  // ---- containers ---------------------------------------------------------------------------------------------
  OP(BUILD_TUPLE) {
    STEP_TO(i->a, BuildTuple(vm, &R(i->b), static_cast<uint32_t>(i->c)));
    NEXT();
  }
  OP(BUILD_LIST) {
    STEP_TO(i->a, BuildList(vm, &R(i->b), static_cast<uint32_t>(i->c)));
    NEXT();
  }
  OP(BUILD_SET) {
    STEP_TO(i->a, BuildSet(vm, &R(i->b), static_cast<uint32_t>(i->c)));
    NEXT();
  }
  OP(BUILD_DICT) {
    STEP_TO(i->a, BuildDict(vm, &R(i->b), static_cast<uint32_t>(i->c)));
    NEXT();
  }
  OP(BUILD_STRING) {
    STEP_TO(i->a, BuildString(vm, &R(i->b), static_cast<uint32_t>(i->c)));
    NEXT();
  }
  OP(BUILD_SLICE) {
    Slice* slice = heap.New<Slice>(Kind::kSlice);
    if (slice == nullptr) {
      SLOW();
      step = vm.NoRoom();
      goto step_failed;
    }
    Value* bounds = &R(i->b);
    slice->start = bounds[0];
    slice->stop = bounds[-1];
    slice->step = bounds[-2];
    R(i->a) = heap.ValueOf(slice);
    NEXT();
  }
  OP(LIST_APPEND) {
    if (AppendInPlace(heap, R(i->a), R(i->b))) NEXT();
    SLOW();
    if (!vm.ListAppend(R(i->a), R(i->b))) {
      step = vm.NoRoom();
      goto step_failed;
    }
    NEXT();
  }
  OP(SET_ADD) {
    STEP_ONLY(SetAdd(vm, R(i->a), R(i->b)));
    NEXT();
  }
  OP(DICT_SET) {
    STEP_ONLY(DictSet(vm, R(i->a), R(i->b), R(i->c)));
    NEXT();
  }
  OP(LIST_EXTEND) {
    SLOW();
    step = ExtendList(vm, R(i->a), R(i->b), i->c != 0 ? &R(i->a) + 1 : nullptr);
    if (step.action == Action::kAsk) step.value = R(i->b);
    if (step.action == Action::kCall || step.action == Action::kAsk) goto operator_extend;
    if (step.action != Action::kDone) goto step_failed;
    NEXT();
  }
  OP(SET_UPDATE) {
    SLOW();
    step = UpdateSet(vm, R(i->a), R(i->b));
    if (step.action == Action::kAsk) step.value = R(i->b);
    if (step.action == Action::kCall || step.action == Action::kAsk) goto operator_extend;
    if (step.action != Action::kDone) goto step_failed;
    NEXT();
  }
  OP(DICT_UPDATE) {
    STEP_ONLY(UpdateDict(vm, R(i->a), R(i->b)));
    NEXT();
  }
  OP(DICT_MERGE) {
    STEP_ONLY(MergeDict(vm, R(i->a), R(i->b), R(i->c)));
    NEXT();
  }
  OP(LIST_TO_TUPLE) {
    STEP_TO(i->a, ListToTuple(vm, R(i->b)));
    NEXT();
  }
  OP(UNPACK) {
    Value source = R(i->b);
    uint32_t count = static_cast<uint32_t>(i->c);
    Value* target = &R(i->a);
    if (source.IsObject(Kind::kTuple) && heap.At<Tuple>(source)->count == count) {
      const Value* items = heap.At<Tuple>(source)->items();
      for (uint32_t k = 0; k < count; ++k) target[-static_cast<int64_t>(k)] = items[k];
      NEXT();
    }
    SLOW();
    step = Unpack(vm, source, count, ~0u);
    goto unpacked;
  }
  OP(UNPACK_STAR) {
    SLOW();
    step = Unpack(vm, R(i->b), pc->x(), pc->y());
    goto unpacked;
  }

  // ---- subscripts, attributes ---------------------------------------------------------------------------------
  OP(SUBSCRIPT) {
    if (ItemInPlace(heap, R(i->b), R(i->c), &R(i->a))) NEXT();
    STEP_TO(i->a, GetItem(vm, R(i->b), R(i->c)));
    NEXT();
  }
  OP(SUBSCRIPT_K) {
    if (ItemInPlace(heap, R(i->b), constants[i->c], &R(i->a))) NEXT();
    STEP_TO(i->a, GetItem(vm, R(i->b), constants[i->c]));
    NEXT();
  }
  OP(SUBSCRIPT_SLICE) {
    STEP_TO(i->a, GetSlice(vm, R(i->b), (&R(i->c))[0], (&R(i->c))[-1]));
    NEXT();
  }
  OP(STORE_SUBSCRIPT) {
    if (StoreInPlace(heap, R(i->a), R(i->b), R(i->c))) NEXT();
    STEP_ONLY(SetItem(vm, R(i->a), R(i->b), R(i->c)));
    NEXT();
  }
  OP(DELETE_SUBSCRIPT) {
    STEP_ONLY(DeleteItem(vm, R(i->a), R(i->b)));
    NEXT();
  }
  OP(LOAD_ATTRIBUTE) {
    STEP_TO(i->a, GetAttribute(vm, R(i->b), constants[pc->y()]));
    ++pc;
    NEXT();
  }
  OP(STORE_ATTRIBUTE) {
    STEP_ONLY(SetAttribute(vm, R(i->a), constants[pc->y()], R(i->b)));
    ++pc;
    NEXT();
  }
  OP(DELETE_ATTRIBUTE) {
    STEP_ONLY(SetAttribute(vm, R(i->a), constants[pc->y()], kUnbound));
    ++pc;
    NEXT();
  }
  OP(LOAD_METHOD) {
    Value receiver = R(i->b);
    Value* window = &R(i->a);
    if (pc->x() != kNoCache) {
      const AttributeCache& cache = vm.attribute_caches[pc->x()];
      if (__builtin_expect(cache.type == AttributeKey(receiver), 1)) {
        window[0] = Value::Immediate(Kind::kBuiltin, cache.payload);
        window[-kFrameHeader] = receiver;
        ++pc;
        NEXT();
      }
    }
    bool method = false;
    STEP_ONLY(GetMethod(vm, receiver, constants[pc->y()], &method));
    window[0] = step.value;
    window[-kFrameHeader] = method ? receiver : kUnbound;
    if (method && pc->x() != kNoCache) RememberMethod(vm, pc->x(), receiver, step.value);
    ++pc;
    NEXT();
  }

  // ---- calls --------------------------------------------------------------------------------------------------
  OP(CALL) {
    Value* window = &R(i->b);
    Value callee = *window;
    if (__builtin_expect(callee.IsObject(Kind::kFunction), 1)) {
      const Function* function = heap.At<Function>(callee);
      const CodeInfo& code = vm.codes[function->code];
      Value* frame = window - kFrameHeader;
      if (__builtin_expect(function->context() == vm.context && (code.flags & CodeInfo::kSimple) != 0 &&
                               code.positional_count == i->c && frame - code.register_count >= vm.stack_floor &&
                               vm.depth < vm.depth_limit,
                           1)) {
        frame[2] = MakeLink(PC_INDEX(pc), fp - frame);
        frame[1] = Value::SmallInt(0);
        for (uint32_t k = code.positional_count; k < code.local_count; ++k) frame[-static_cast<int64_t>(k)] = kUnbound;
        if (++vm.depth > vm.depth_peak) vm.depth_peak = vm.depth;
        fp = frame;
        pc = instructions + code.entry;
        if (__builtin_expect((vm.meter.used += 2) >= vm.meter.next_event, 0)) goto safepoint;
        NEXT();
      }
    } else if (callee.IsImmediate(Kind::kBuiltin) && !IsGeneratorFrame(fp)) {
      row = &RowOf(callee);
      if (!row->has_self && BindInPlace(vm, *row, window, static_cast<uint32_t>(i->c), &native)) {
        vm.meter.used += 2;
        goto enter_from_instruction;
      }
    }
    site.window = window;
    site.count = static_cast<uint32_t>(i->c);
    site.names = kUnbound;
    goto call_from_instruction;
  }
  OP(CALL_METHOD) {
    Value* window = &R(i->b);
    site.count = static_cast<uint32_t>(i->c) + 1;
    if (__builtin_expect(window[-kFrameHeader].IsUnbound(), 0)) {
      // Not a method after all: the arguments move up over the empty first place.
      for (int32_t k = 0; k < i->c; ++k) window[-kFrameHeader - k] = window[-kFrameHeader - k - 1];
      --site.count;
    } else if (window->IsImmediate(Kind::kBuiltin) && !IsGeneratorFrame(fp)) {
      // The common method of a built-in type: its receiver fits, since it comes from LOAD_METHOD.
      row = &RowOf(*window);
      if (row->has_self && BindInPlace(vm, *row, window, static_cast<uint32_t>(i->c), &native)) {
        vm.meter.used += 2;
        goto enter_from_instruction;
      }
    }
    site.window = window;
    site.names = kUnbound;
    goto call_from_instruction;
  }
  OP(CALL_KEYWORDS) {
    site.window = &R(i->b);
    site.count = static_cast<uint32_t>(i->c);
    site.names = constants[pc->y()];
    if (pc->x() != 0) {
      if (site.window[-kFrameHeader].IsUnbound()) {
        for (int32_t k = 0; k < i->c; ++k) site.window[-kFrameHeader - k] = site.window[-kFrameHeader - k - 1];
      } else {
        ++site.count;
      }
    }
    goto call_from_instruction;
  }
  OP(CALL_SPREAD) {
    SLOW();
    site.window = &R(i->b);
    step = SpreadArguments(vm, fp, i->c != 0, &site);
    if (step.action != Action::kDone) goto step_failed;
    site.return_pc = PC_INDEX(i + 1);
    vm.meter.used += 2;
    goto call;
  }
  OP(RETURN) {
    value = R(i->a);
    if (__builtin_expect(fp[1].bits != Value::SmallInt(0).bits, 0)) goto return_slow;
    int64_t link = fp[2].AsSmallInt();
    pc = instructions + (link & FrameLink::kPcMask);
    fp += link >> FrameLink::kPcBits;
    --vm.depth;
    R(pc[-1].a) = value;
    NEXT();
  }
  OP(RETURN_NONE) {
    value = kNone;
    if (__builtin_expect(fp[1].bits != Value::SmallInt(0).bits, 0)) goto return_slow;
    int64_t link = fp[2].AsSmallInt();
    pc = instructions + (link & FrameLink::kPcMask);
    fp += link >> FrameLink::kPcBits;
    --vm.depth;
    R(pc[-1].a) = kNone;
    NEXT();
  }
  OP(MAKE_FUNCTION) {
    SLOW();
    step = MakeFunction(vm, &R(i->b), pc->y(), pc->x());
    if (step.action != Action::kDone) goto step_failed;
    R(i->a) = step.value;
    ++pc;
    NEXT();
  }
  OP(MAKE_GENERATOR) {
    SLOW();
    step = MakeGenerator(vm, fp, PC_INDEX(pc));
    if (step.action != Action::kDone) goto step_failed;
    value = step.value;
    goto leave_frame;
  }
  OP(YIELD) {
    value = R(i->b);
    stopped = false;
    Generator* generator = heap.At<Generator>(fp[3]);
    generator->resume_pc = PC_INDEX(pc);
    generator->SetState(GeneratorState::kSuspended);
    goto leave_generator;
  }
  OP(GET_YIELD_FROM_ITER) {
    STEP_TO(i->a, GetYieldFromIter(vm, R(i->b), heap.At<Generator>(fp[3])->flags_of & Generator::kAwaitable));
    NEXT();
  }
  OP(GET_AWAITABLE) {
    SLOW();
    step = GetAwaitable(vm, R(i->b), i->c);
    if (step.action == Action::kCall) {
      value = InternalValue(Internal::kAwaitable);
      operands[0] = R(i->b);
      operands[1] = Value::SmallInt(i->c);
      goto operator_with_two;
    }
    if (step.action != Action::kDone) goto step_failed;
    R(i->a) = step.value;
    NEXT();
  }
  OP(GET_AITER) {
    if (R(i->b).IsObject(Kind::kAsyncGenerator)) {
      R(i->a) = R(i->b);
      NEXT();
    }
    site.names = R(i->b);
    value = InternalValue(Internal::kAiter);
    SLOW();
    goto operator_with_one;
  }
  OP(GET_ANEXT) {
    SLOW();
    if (R(i->b).IsObject(Kind::kAsyncGenerator)) {
      STEP_TO(i->a, NewAsend(vm, R(i->b), kNone));
      NEXT();
    }
    site.names = R(i->b);
    value = InternalValue(Internal::kAnext);
    goto operator_with_one;
  }
  OP(END_ASYNC_FOR) {
    if (ExceptionTypeIs(vm, R(i->a), TypeId::kStopAsyncIteration)) {
      pc = instructions + pc->bx;
      NEXT();
    }
    vm.raised = R(i->a);
    vm.fp = fp;
    goto unwind_without_entry;
  }
  OP(SEND) {
    Value source = R(i->b);
    SLOW();
    if (HoldsFrame(source)) {
      vm.meter.used += 1;
      called = ResumeGenerator(vm, source, R(i->c), FrameFlags::kDeliver, PC_INDEX(pc), ExtentAt(vm, fp, PC_INDEX(i)));
      if (__builtin_expect(called == Called::kPython, 1)) goto enter_python;
      step = vm.NoRoom();
      if (called == Called::kMore) goto step_failed;
      if (called != Called::kStop) goto raise;
      R(i->a) = kNone;
      pc = instructions + pc->bx;
      NEXT();
    }
    if (!R(i->c).IsNone() || !source.IsObject(Kind::kIterator)) {
      value = InternalValue(Internal::kSend);
      operands[0] = source;
      operands[1] = R(i->c);
      goto operator_with_two;
    }
    step = Next(vm, source);
    if (step.action == Action::kDone) {
      R(i->a) = step.value;
      ++pc;
      NEXT();
    }
    if (step.action == Action::kStop) {
      R(i->a) = step.value.IsUnbound() ? kNone : step.value;
      pc = instructions + pc->bx;
      NEXT();
    }
    // What the native behind an iterator asks is asked by the native of the next item.
    if (step.action != Action::kCall && step.action != Action::kAsk) goto step_failed;
    site.names = source;
    value = InternalValue(Internal::kNext);
    goto operator_with_one;
  }
  OP(YIELD_FROM) {
    value = R(i->b);
    stopped = false;
    Generator* generator = heap.At<Generator>(fp[3]);
    generator->resume_pc = PC_INDEX(pc);
    generator->SetState(GeneratorState::kSuspended);
    goto leave_generator;
  }
  OP(EXT) { NEXT(); }

  // ---- iteration ----------------------------------------------------------------------------------------------
  OP(GET_ITER) {
    STEP_TO(i->a, GetIter(vm, R(i->b)));
    NEXT();
  }
  OP(FOR_ITER) {
    Value source = R(i->b);
    InPlace next = NextInPlace(heap, source, &R(i->a));
    if (__builtin_expect(next != InPlace::kNo, 1)) {
      pc = next == InPlace::kItem ? pc + 1 : instructions + pc->bx;
      NEXT();
    }
    SLOW();
    if (source.IsObject(Kind::kGenerator)) {
      vm.meter.used += 1;
      switch (ResumeGenerator(vm, source, kNone, FrameFlags::kDeliver, PC_INDEX(pc), ExtentAt(vm, fp, PC_INDEX(i)))) {
        case Called::kPython:
          goto enter_python;
        case Called::kStop:
          pc = instructions + pc->bx;
          NEXT();
        case Called::kMore:
          step = vm.NoRoom();
          goto step_failed;
        default:
          goto raise;
      }
    }
    step = Next(vm, source);
    if (step.action == Action::kDone) {
      R(i->a) = step.value;
      ++pc;
      NEXT();
    }
    if (step.action == Action::kStop) {
      pc = instructions + pc->bx;
      NEXT();
    }
    // What the native behind an iterator asks is asked by the native of the next item.
    if (step.action != Action::kCall && step.action != Action::kAsk) goto step_failed;
    site.names = source;
    value = InternalValue(Internal::kNext);
    goto operator_with_one;
  }

  // ---- context managers and patterns --------------------------------------------------------------------------
  OP(LOAD_SPECIAL) {
    bool method = false;
    Value manager = R(i->b);
    STEP_ONLY(LoadSpecial(vm, manager, static_cast<SpecialMethod>(i->c), &method));
    Value* window = &R(i->a);
    window[0] = step.value;
    window[-kFrameHeader] = method ? manager : kUnbound;
    NEXT();
  }
  OP(EXCEPTION_PARTS) {
    ExceptionParts(vm, R(i->b), &R(i->a));
    NEXT();
  }
  OP(JUMP_SEQUENCE) {
    pc = IsPatternSequence(vm, R(i->a)) == static_cast<bool>(i->c) ? instructions + pc->bx : pc + 1;
    NEXT();
  }
  OP(JUMP_MAPPING) {
    pc = IsPatternMapping(vm, R(i->a)) == static_cast<bool>(i->c) ? instructions + pc->bx : pc + 1;
    NEXT();
  }
  OP(LENGTH) {
    STEP_TO(i->a, Length(vm, R(i->b)));
    NEXT();
  }
  OP(MATCH_KEYS) {
    SLOW();
    step = MatchKeys(vm, R(i->b), R(i->c));
    value = InternalValue(Internal::kMatchKeys);
    operands[0] = R(i->b);
    operands[1] = R(i->c);
    if (step.action == Action::kCall || step.action == Action::kAsk) goto operator_with_two;
    if (step.action != Action::kDone) goto step_failed;
    R(i->a) = step.value;
    NEXT();
  }
  OP(MATCH_CLASS) {
    SLOW();
    step = MatchClass(vm, R(i->b), R(i->c), pc->x(), constants[pc->y()]);
    if (step.action == Action::kCall || step.action == Action::kAsk) goto operator_match_class;
    if (step.action != Action::kDone) goto step_failed;
    R(i->a) = step.value;
    ++pc;
    NEXT();
  }

  // ---- formatting ---------------------------------------------------------------------------------------------
  OP(FORMAT) {
    STEP_TO(i->a, FormatValue(vm, R(i->b), i->c, kUnbound));
    NEXT();
  }
  OP(FORMAT_SPEC) {
    STEP_TO(i->a, FormatValue(vm, R(i->b), i->c, (&R(i->b))[-1]));
    NEXT();
  }

  // ---- exceptions ---------------------------------------------------------------------------------------------
  OP(RAISE) {
    SLOW();
    step = RaiseStatement(vm, R(i->a), i->c != 0 ? R(i->b) : kUnbound);
    goto step_failed;
  }
  OP(RAISE_AGAIN) {
    SLOW();
    if (vm.handled.IsNone()) {
      step = vm.Raise(TypeId::kRuntimeError, "No active exception to reraise");
      goto step_failed;
    }
    vm.raised = vm.handled;
    goto unwind_without_entry;
  }
  OP(RERAISE) {
    vm.raised = R(i->a);
    vm.fp = fp;
    goto unwind_without_entry;
  }
  OP(ENTER_HANDLER) {
    Value old = vm.handled;
    vm.handled = R(i->b);
    if (IsGeneratorFrame(fp)) {
      // What is handled inside is its own; what is handled outside changes with whoever resumes it.
      Generator* generator = heap.At<Generator>(fp[3]);
      old = generator->handled;
      generator->handled = vm.handled;
    }
    R(i->a) = old;
    NEXT();
  }
  OP(LEAVE_HANDLER) {
    vm.handled = R(i->a);
    if (IsGeneratorFrame(fp)) {
      Generator* generator = heap.At<Generator>(fp[3]);
      generator->handled = vm.handled;
      if (vm.handled.IsNone()) vm.handled = generator->outer_handled;
    }
    NEXT();
  }
  OP(MATCH_EXCEPTION) {
    STEP_TO(i->a, MatchException(vm, R(i->b), R(i->c)));
    NEXT();
  }
  OP(MATCH_GROUP) {
    SLOW();
    value = InternalValue(Internal::kMatchGroup);
    operands[0] = R(i->b);
    operands[1] = R(i->c);
    goto operator_with_two;
  }
  OP(RAISED_GROUP) {
    SLOW();
    value = InternalValue(Internal::kRaisedGroup);
    operands[0] = R(i->b);
    operands[1] = R(i->c);
    goto operator_with_two;
  }
  OP(ASSERT_FAIL) {
    SLOW();
    step = AssertFail(vm, i->b != 0 ? R(i->a) : kUnbound);
    goto step_failed;
  }
  OP(RESULT) {
    vm.result = R(i->a);
    NEXT();
  }
  OP(UNREACHABLE) { CHECK(false); }

  // ======== slow paths =========================================================================================

unpacked:
  // step: what Unpack answered for the instruction i. What is to be asked is asked by the operator's native.
  if (step.action == Action::kAsk) step.value = R(i->b);
  if (step.action == Action::kCall || step.action == Action::kAsk) goto operator_unpack;
  if (step.action != Action::kDone) goto step_failed;
  value = step.value;
  stopped = false;
  goto deliver_to_instruction;

operator_contains:
  site.names = i->opcode() == Opcode::kJUMP_IN ? R(i->b) : R(i->c);
  site.window = OperatorWindow(vm, fp, PC_INDEX(i), &site.flags);
  if (site.window == nullptr) {
    step = vm.NoRoom();
    goto step_failed;
  }
  site.window[-kFrameHeader - 1] = i->opcode() == Opcode::kJUMP_IN ? R(i->a) : R(i->b);
  value = InternalValue(Internal::kContains);
  site.window[-kFrameHeader] = site.names;
  site.count = 2;
  goto operator_call;
operator_extend:
  site.names = step.value;  // the iterator
  site.window = OperatorWindow(vm, fp, PC_INDEX(i), &site.flags);
  if (site.window == nullptr) {
    step = vm.NoRoom();
    goto step_failed;
  }
  site.window[-kFrameHeader] = R(i->a);
  site.window[-kFrameHeader - 1] = site.names;
  site.window[-kFrameHeader - 2] = Value::SmallInt(i->opcode() == Opcode::kLIST_EXTEND ? i->c : 0);
  value = InternalValue(Internal::kExtend);
  site.count = 3;
  goto operator_call;
operator_unpack: {
  uint32_t before = i->opcode() == Opcode::kUNPACK ? static_cast<uint32_t>(i->c) : pc->x();
  uint32_t after = i->opcode() == Opcode::kUNPACK ? ~0u : pc->y();
  site.names = step.value;  // the iterator
  site.window = OperatorWindow(vm, fp, PC_INDEX(i), &site.flags);
  if (site.window == nullptr) {
    step = vm.NoRoom();
    goto step_failed;
  }
  site.window[-kFrameHeader] = site.names;
  site.window[-kFrameHeader - 1] = Value::SmallInt(before);
  site.window[-kFrameHeader - 2] = after == ~0u ? Value::SmallInt(-1) : Value::SmallInt(after);
  value = InternalValue(Internal::kUnpack);
  site.count = 3;
  goto operator_call;
}
operator_drain: {
  // What the instruction i needs is behind an iterator of Python code (step.value): it is collected first. step.detail is
  // the BinaryOp.
  bool stores = i->opcode() == Opcode::kSTORE_SUBSCRIPT;
  site.names = step.value;
  value = stores ? R(i->b) : Value::SmallInt(step.detail);
  site.window = OperatorWindow(vm, fp, PC_INDEX(i), &site.flags);
  if (site.window == nullptr) {
    step = vm.NoRoom();
    goto step_failed;
  }
  site.window[-kFrameHeader] = stores ? R(i->a) : R(i->b);
  site.window[-kFrameHeader - 1] = value;
  site.window[-kFrameHeader - 2] = site.names;
  value = InternalValue(Internal::kDrain);
  site.count = 3;
  goto operator_call;
}
operator_match_class:
  site.window = OperatorWindow(vm, fp, PC_INDEX(i), &site.flags);
  if (site.window == nullptr) {
    step = vm.NoRoom();
    goto step_failed;
  }
  site.window[-kFrameHeader] = R(i->b);
  site.window[-kFrameHeader - 1] = R(i->c);
  site.window[-kFrameHeader - 2] = Value::SmallInt(pc->x());
  site.window[-kFrameHeader - 3] = constants[pc->y()];
  value = InternalValue(Internal::kMatchClass);
  site.count = 4;
  goto operator_call;
operator_with_two:
  site.window = OperatorWindow(vm, fp, PC_INDEX(i), &site.flags);
  if (site.window == nullptr) {
    step = vm.NoRoom();
    goto step_failed;
  }
  site.window[-kFrameHeader] = operands[0];
  site.window[-kFrameHeader - 1] = operands[1];
  site.count = 2;
  goto operator_call;
operator_protocol: {
  // The Try form of the instruction i has asked: the whole protocol runs as a native.
  Value question[4];
  step = QuestionOf(vm, fp, i, question);
  if (step.action != Action::kDone) goto step_failed;
  site.window = OperatorWindow(vm, fp, PC_INDEX(i), &site.flags);
  if (site.window == nullptr) {
    step = vm.NoRoom();
    goto step_failed;
  }
  for (int64_t k = 0; k < 4; ++k) site.window[-kFrameHeader - k] = question[k];
  value = InternalValue(Internal::kProtocol);
  site.count = 4;
  goto operator_call;
}
operator_with_one:
  site.window = OperatorWindow(vm, fp, PC_INDEX(i), &site.flags);
  if (site.window == nullptr) {
    step = vm.NoRoom();
    goto step_failed;
  }
  site.window[-kFrameHeader] = site.names;
  site.count = 1;
operator_call:
  // An operator frame: a native whose answer the instruction i will be given.
  site.window[0] = value;
  site.names = kUnbound;
  site.flags |= FrameFlags::kDeliver;
  site.return_pc = PC_INDEX(i + 1);
  vm.fp = fp;
  vm.pc = pc;
  goto call;

call_from_instruction:
  // site.window, count, names: a call by the instruction i.
  SLOW();
  site.flags = 0;
  site.return_pc = PC_INDEX(i + 1);
  if (IsGeneratorFrame(fp)) {
    if (!CopyWindow(vm, fp, &site)) {
      step = vm.NoRoom();
      goto step_failed;
    }
  }
  vm.meter.used += 2;
call:
  switch (PrepareCall(vm, site, &native, &row)) {
    case Called::kPython:
      goto enter_python;
    case Called::kNative:
      goto enter_native;
    case Called::kStop:
      value = kUnbound;
      stopped = true;
      goto deliver_site;
    case Called::kThrown:
      goto throw_inside;
    case Called::kDone:
      value = kNone;
      stopped = false;
      goto deliver_site;
    case Called::kRaise:
      goto raise;
    case Called::kRaiseAsIs:
      if (IsNativeFrame(vm.fp)) goto unwind_without_entry;
      goto unwind_with_entry;
    case Called::kMore:
      fp = vm.fp;
      if ((site.flags & FrameFlags::kToNative) || i->opcode() == Opcode::kCALL_SPREAD) {
        // A native's call, or arguments that were spread: the window holds everything; collect and prepare again.
        vm.native_names = site.names;
        bool alive = CollectOrStop(vm, site.window - kFrameHeader - site.count, uint64_t{heap.wanted} * 2 + 1024);
        site.names = vm.native_names;
        vm.native_names = kUnbound;
        if (!alive) goto limit_of_memory;
        LOAD_CONTEXT();
        goto call;
      }
      step = vm.NoRoom();
      goto step_failed;
    case Called::kLimit:
      goto limit;
    case Called::kHost:
      goto host_call;
  }
  CHECK(false);

enter_python:
  LOAD_CONTEXT();
  pc = vm.pc;
  if (vm.meter.used >= vm.meter.next_event) goto safepoint;
  NEXT();

enter_from_instruction:
  site.flags = 0;
  site.return_pc = PC_INDEX(i + 1);
  vm.fp = fp;
  vm.pc = pc;
enter_native:
  vm.memo = kUnbound;
  // native, row: ready. The caller is vm.fp; site.flags and site.return_pc say how its answer is to be delivered.
  step = EnterNative(vm, *row, native);
  LOAD_CONTEXT();
native_answered:
  switch (step.action) {
    case Action::kDone:
      value = step.value;
      stopped = false;
      goto deliver_site;
    case Action::kStop:
      value = step.value;
      stopped = true;
      goto deliver_site;
    case Action::kRaise:
      i = instructions + site.return_pc - 1;
      goto raise;
    case Action::kLimit:
      pc = (site.flags & FrameFlags::kToNative) ? vm.pc : instructions + site.return_pc;
      goto limit;
    case Action::kCall: {
      PushNativeFrame(vm, native, step.detail & 0xFF, site.flags, site.return_pc);
      site.window = native.base - (native.argument_count + native.slot_count);
      site.count = step.detail >> 8;
      site.names = step.value;
      site.flags = FrameFlags::kToNative;
      site.return_pc = 0;
      fp = vm.fp;
      vm.meter.used += 1;
      goto call;
    }
    case Action::kAsk:
      // EnterNative has written the question's window, behind the memo.
      PushNativeFrame(vm, native, native.phase, site.flags | FrameFlags::kAsking, site.return_pc);
      site.window = native.base - (native.argument_count + native.slot_count + 1);
      site.count = 4;
      site.names = kUnbound;
      site.flags = FrameFlags::kToNative;
      site.return_pc = 0;
      fp = vm.fp;
      vm.meter.used += 1;
      goto call;
    default:
      CHECK(false);
  }

deliver_site:
  // value / stopped: the answer of a callee that had no frame yet (or has none any more); the caller is vm.fp.
  LOAD_CONTEXT();
  if (site.flags & FrameFlags::kToNative) goto resume_native;
  pc = instructions + site.return_pc;
  i = pc - 1;
  if ((site.flags & FrameFlags::kDeliver) == 0) {
    if (stopped) goto raise_stop;
    R(pc[-1].a) = value;
    NEXT();
  }
  goto deliver_to_instruction;

resume_native:
  // fp: a native's frame; value / stopped: the answer of what it called.
  flags = FlagsOf(fp);
  native.base = fp;
  native.function = fp[3];
  row = &RowOf(native.function);
  native.argument_count = NativeCount(fp);
  native.slot_count = row->slots;
  native.phase = NativePhase(fp);
  native.input = value;
  native.stopped = stopped;
  native.failed = false;
  native.keyword_names = vm.memo = kUnbound;
  if (flags & FrameFlags::kAsking) RestoreFromMemo(vm, &native, value);
resume_native_frame:
  site.flags = flags & (FrameFlags::kToNative | FrameFlags::kDeliver | FrameFlags::kFromGenerator);
  site.return_pc = ReturnPc(fp);
  {
    Value* frame = fp;
    vm.fp = frame;
    step = EnterNative(vm, *row, native);
    // The frame is popped; if the step calls again it is pushed again, at the same place.
    vm.fp = CallerOf(vm, frame);
  }
  LOAD_CONTEXT();
  if (step.action == Action::kRaise) goto raise_from_native;
  goto native_answered;

return_slow:
  // value: what the Python frame at fp returns.
  if (FlagsOf(fp) & FrameFlags::kGenerator) {
    heap.At<Generator>(fp[3])->SetState(GeneratorState::kFinished);
    if (value.IsNone()) value = kUnbound;
    stopped = true;
    goto leave_generator;
  }
leave_frame:
  stopped = false;
  flags = FlagsOf(fp);
  if (flags & FrameFlags::kConstruct) {
    // __init__ of a new instance.
    if (!value.IsNone()) {
      SLOW();
      step = vm.Raise(TypeId::kTypeError, "__init__() should return None, not '%T'", value);
      if (step.action == Action::kMore) goto step_failed;
      i = instructions + ReturnPc(fp) - 1;
      vm.fp = CallerOf(vm, fp);
      --vm.depth;
      site.flags = flags;
      goto raise;
    }
    value = fp[4];
  }
  if (flags & FrameFlags::kEntry) {
    vm.fp = nullptr;
    return LoopExit::kFinished;
  }
  vm.fp = fp;
  site.return_pc = ReturnPc(fp);
  site.flags = LeaveFrame(vm);
  goto deliver_site;
leave_generator:
  // value / stopped: what the generator whose frame is fp yields or returns.
  flags = FlagsOf(fp);
  site.return_pc = ReturnPc(fp);
  {
    Value holder = fp[3];
    vm.handled = heap.At<Generator>(holder)->outer_handled;
    vm.fp = fp;
    site.flags = LeaveFrame(vm) & (FrameFlags::kToNative | FrameFlags::kDeliver);
    LOAD_CONTEXT();
    if (__builtin_expect((flags & FrameFlags::kClose) != 0, 0)) {
      if (stopped) goto closed;
      value = holder;
      i = instructions + site.return_pc - 1;
      RAISE_LATE(RaiseIgnoredExit(vm, value));
      goto raise;
    }
  }
  goto deliver_site;
closed:
  // value: what a generator answers close() with; Unbound: nothing.
  if (value.IsUnbound()) value = kNone;
  stopped = false;
  goto deliver_site;

deliver_flags:
  // The answer of a host call: site is what it was, kept in the vm.
  site.flags = vm.host_flags;
  site.return_pc = vm.host_return_pc;
  stopped = false;
  goto deliver_site;

deliver_to_instruction:
  // The instruction i of the frame at fp is given value / stopped; pc is behind it.
  switch (i->opcode()) {
    case Opcode::kFOR_ITER:
      if (stopped) {
        pc = instructions + pc->bx;
      } else {
        R(i->a) = value;
        ++pc;
      }
      NEXT();
    case Opcode::kSEND:
      if (__builtin_expect(!stopped, 1)) {
        R(i->a) = value;
        ++pc;
        NEXT();
      }
      if (value == kThrowHere) {
        vm.raised = R(i->a);
        goto throw_here;
      }
      R(i->a) = value.IsUnbound() ? kNone : value;
      pc = instructions + pc->bx;
      NEXT();
    case Opcode::kYIELD_FROM:
      // What it delegated to is closed; now the exception is raised here.
      vm.raised = R(i->a);
      goto throw_here;
    case Opcode::kIN:
      R(i->a) = value;
      NEXT();
    case Opcode::kNOT_IN:
      R(i->a) = Value::Bool(value.IsFalse());
      NEXT();
    case Opcode::kJUMP_IN:
      pc = value.IsTrue() == static_cast<bool>(i->c) ? instructions + pc->bx : pc + 1;
      NEXT();
    case Opcode::kLIST_EXTEND:
    case Opcode::kSET_UPDATE:
    case Opcode::kSTORE_SUBSCRIPT:
    case Opcode::kDELETE_SUBSCRIPT:
    case Opcode::kSTORE_NAME:
    case Opcode::kDELETE_NAME:
    case Opcode::kSTORE_ATTRIBUTE:
    case Opcode::kDELETE_ATTRIBUTE:
    case Opcode::kSET_ADD:
    case Opcode::kDICT_SET:
    case Opcode::kDICT_UPDATE:
    case Opcode::kDICT_MERGE:
      NEXT();
    case Opcode::kMATCH_GROUP: {
      const Value* parts = heap.At<Tuple>(value)->items();
      (&R(i->a))[0] = parts[0];
      (&R(i->a))[-1] = parts[1];
      NEXT();
    }
    case Opcode::kLOAD_METHOD:
    case Opcode::kLOAD_SPECIAL:
      R(i->a) = value;
      (&R(i->a))[-kFrameHeader] = kUnbound;
      NEXT();
    case Opcode::kNOT:
      R(i->a) = Value::Bool(value.IsFalse());
      NEXT();
    case Opcode::kJUMP_TRUE:
      if (value.IsTrue()) pc = instructions + i->bx;
      NEXT();
    case Opcode::kJUMP_FALSE:
      if (value.IsFalse()) pc = instructions + i->bx;
      NEXT();
#define COMPARED(NAME)       \
  case Opcode::kJUMP_##NAME: \
  case Opcode::kJUMP_##NAME##_K:
      COMPARED(LESS)
      COMPARED(LESS_EQUAL)
      COMPARED(EQUAL)
      COMPARED(NOT_EQUAL)
      COMPARED(GREATER)
      COMPARED(GREATER_EQUAL)
      pc = value.IsTrue() == static_cast<bool>(i->c) ? instructions + pc->bx : pc + 1;
      NEXT();
#undef COMPARED
    case Opcode::kUNPACK:
    case Opcode::kUNPACK_STAR: {
      // value: a tuple or list of exactly the values.
      bool tuple = value.IsObject(Kind::kTuple);
      uint32_t count = tuple ? heap.At<Tuple>(value)->count : heap.At<List>(value)->count;
      Value* target = &R(i->a);
      if (count > 0) {
        const Value* items =
            tuple ? heap.At<Tuple>(value)->items() : heap.At<Buffer>(heap.At<List>(value)->buffer)->items();
        for (uint32_t k = 0; k < count; ++k) target[-static_cast<int64_t>(k)] = items[k];
      }
      if (i->opcode() == Opcode::kUNPACK_STAR) ++pc;
      NEXT();
    }
    default:
      if (stopped) goto raise_stop;
      R(i->a) = value;
      NEXT();
  }
raise_stop:
  // value: what the exhausted iterator returned that the instruction i of the frame vm.fp called.
  RAISE_LATE(RaiseStopIteration(vm, value));
  goto raise;

throw_inside:
  // The frame vm.fp of a generator was entered in order to raise vm.raised where it stands. If it delegates, what it
  // delegates to has it first; these are turns of the loop, however long the chain is.
  LOAD_CONTEXT();
  pc = vm.pc;
  i = pc - 1;
  if (i->opcode() == Opcode::kYIELD_FROM) {
    Value inner = R(i->c);
    Value* extent = ExtentAt(vm, fp, PC_INDEX(i));
    int64_t no_close = FlagsOf(fp) & FrameFlags::kNoClose;
    bool exits = no_close == 0 && ExceptionTypeIs(vm, vm.raised, TypeId::kGeneratorExit);
    vm.meter.used += 1;
    R(i->a) = vm.raised;
    // An answer to close() comes to YIELD_FROM, one to throw() to the SEND before it.
    site.return_pc = exits ? PC_INDEX(pc) : PC_INDEX(i) - 1;
    if (HoldsFrame(inner)) {
      called = exits
                   ? CloseGenerator(vm, inner, FrameFlags::kDeliver, site.return_pc, extent)
                   : ThrowIntoGenerator(vm, inner, vm.raised, FrameFlags::kDeliver | no_close, site.return_pc, extent);
      if (called == Called::kThrown) goto throw_inside;
      if (called == Called::kRaise) goto raise;
      if (called == Called::kMore) {
        if (!CollectOrStop(vm, extent, uint64_t{heap.wanted} * 2 + 1024)) goto limit_of_memory;
        goto throw_inside;
      }
      vm.raised = R(i->a);
    } else {
      site.window = OperatorWindow(vm, fp, PC_INDEX(i), &site.flags);
      if (site.window == nullptr) {
        if (!CollectOrStop(vm, extent, uint64_t{heap.wanted} * 2 + 1024)) goto limit_of_memory;
        goto throw_inside;
      }
      site.window[0] = InternalValue(exits ? Internal::kClose : Internal::kThrow);
      site.window[-kFrameHeader] = inner;
      site.window[-kFrameHeader - 1] = vm.thrown.IsUnbound() ? vm.raised : vm.thrown;
      vm.thrown = kUnbound;
      site.count = exits ? 1 : 2;
      site.names = kUnbound;
      site.flags |= FrameFlags::kDeliver;
      vm.raised = kNone;
      goto call;
    }
  }
throw_here:
  vm.thrown = kUnbound;
  vm.fp = fp;
  LinkContext(vm, heap.At<Generator>(fp[3])->handled);
  goto unwind_with_entry;

safepoint:
  vm.fp = fp;
  vm.pc = pc;
  if (!Safepoint(vm, ExtentAt(vm, fp, PC_INDEX(pc)))) goto limit_of_memory;
  LOAD_CONTEXT();
  pc = vm.pc;
  NEXT();

step_failed:
  // The instruction i did not do its work: why is in step.
  switch (step.action) {
    case Action::kRaise:
      goto raise;
    case Action::kMore: {
      uint64_t bytes = uint64_t{heap.top - top_before} + step.detail;
      vm.meter.used = fuel_before;
      vm.fp = fp;
      vm.pc = i;
      if (!CollectOrStop(vm, ExtentAt(vm, fp, PC_INDEX(i)), bytes)) goto limit_of_memory;
      LOAD_CONTEXT();
      pc = vm.pc;
      NEXT();
    }
    case Action::kLimit:
      goto limit;
    case Action::kCall:
      goto operator_drain;
    case Action::kAsk:
      goto operator_protocol;
    default:
      CHECK(false);
  }

raise_from_native:
  // A native that was entered again has raised. What it only passes on keeps its context.
  if (native.failed && vm.raised == native.input) {
    fp = vm.fp;
    if (site.flags & FrameFlags::kToNative) goto unwind_without_entry;
    i = instructions + site.return_pc - 1;
    goto unwind_with_entry;
  }
  if (site.flags & FrameFlags::kToNative) {
    LinkContext(vm);
    goto unwind_without_entry;
  }
  i = instructions + site.return_pc - 1;
  LinkContext(vm);
  goto unwind_with_entry;
resume_raise:
  site.flags = vm.host_flags;
  site.return_pc = vm.host_return_pc;
  vm.raised = value;
  i = instructions + site.return_pc - 1;
raise:
  // vm.raised was made just now, by the instruction i of the frame vm.fp or by something it called.
  LinkContext(vm);
  if (site.flags & FrameFlags::kToNative && IsNativeFrame(vm.fp)) goto unwind_without_entry;
  if (IsNativeFrame(vm.fp)) goto unwind_without_entry;
unwind_with_entry:
  fp = vm.fp;
  if (!AddTraceback(vm, fp, PC_INDEX(i))) {
    vm.pc = i;
    if (!CollectOrStop(vm, ExtentAt(vm, fp, PC_INDEX(i)), sizeof(Traceback))) goto limit_of_memory;
    LOAD_CONTEXT();
    i = vm.pc;
    if (!AddTraceback(vm, fp, PC_INDEX(i))) goto limit;
  }
unwind_without_entry:
  // Looks for a handler from the frame vm.fp outwards.
  fp = vm.fp;
  if (!IsNativeFrame(fp)) {
    const Handler* handler = FindHandler(vm, fp, PC_INDEX(i));
    if (handler != nullptr) {
      fp[-static_cast<int64_t>(handler->reg)] = vm.raised;
      vm.raised = kNone;
      pc = instructions + handler->target;
      vm.meter.used += 1;
      NEXT();
    }
    flags = FlagsOf(fp);
    if (flags & FrameFlags::kEntry) return LoopExit::kUncaught;
    Value callee = fp[3];
    site.return_pc = ReturnPc(fp);
    vm.fp = fp;
    LeaveFrame(vm);
    LOAD_CONTEXT();
    i = instructions + static_cast<int64_t>(site.return_pc) - 1;
    if (flags & FrameFlags::kGenerator) {
      Kind holder = callee.kind();
      Generator* generator = heap.At<Generator>(callee);
      generator->SetState(GeneratorState::kFinished);
      vm.handled = generator->outer_handled;
      if ((flags & FrameFlags::kClose) && IsSubtype(ExceptionTypeOf(vm, vm.raised), TypeId::kGeneratorExit)) {
        vm.raised = kNone;
        site.flags = flags & (FrameFlags::kToNative | FrameFlags::kDeliver);
        value = kUnbound;
        goto closed;
      }
      RAISE_LATE(StopIterationToRuntimeError(vm, holder));
      // What was thrown in is raised anew at each generator on its way out.
      bool on_generator = !IsNativeFrame(vm.fp) && IsGeneratorFrame(vm.fp);
      if ((flags & FrameFlags::kThrown) && on_generator) LinkContext(vm, heap.At<Generator>(vm.fp[3])->handled);
    }
    if (flags & FrameFlags::kToNative) goto unwind_without_entry;
    goto unwind_with_entry;
  }
  {
    row = &RowOf(fp[3]);
    if (row->flags & (BuiltinRow::kCatches | BuiltinRow::kCleans)) {
      flags = FlagsOf(fp);
      native.base = fp;
      native.function = fp[3];
      native.argument_count = NativeCount(fp);
      native.slot_count = row->slots;
      native.phase = NativePhase(fp);
      native.input = vm.raised;
      native.stopped = false;
      native.failed = true;
      native.keyword_names = vm.memo = kUnbound;
      vm.raised = kNone;
      goto resume_native_frame;
    }
    flags = FlagsOf(fp);
    i = instructions + ReturnPc(fp) - 1;
    vm.fp = CallerOf(vm, fp);
    if (flags & FrameFlags::kToNative) goto unwind_without_entry;
    goto unwind_with_entry;
  }

host_call:
  vm.host_flags = site.flags;
  vm.host_return_pc = site.return_pc;
  vm.host_window = site.window;
  vm.host_count = site.count;
  vm.host_names = site.names;
  return LoopExit::kHostCall;

limit:
  vm.fp = fp;
  vm.pc = pc;
limit_of_memory:  // met by a collection, which has left vm.fp and vm.pc right
  return LoopExit::kLimit;
}

// I1: native code never runs the loop. `running` is set while it does, in every build.
LoopExit EnterOnce(Vm& vm, Entry entry) {
  CHECK(!vm.running);
  vm.running = true;
  LoopExit exit = Loop(vm, entry);
  vm.running = false;
  return exit;
}

}  // namespace

LoopExit RunLoop(Vm& vm) { return EnterOnce(vm, {}); }

LoopExit ResumeLoop(Vm& vm, Value answer, bool raised) { return EnterOnce(vm, {true, raised, answer}); }

}  // namespace garter
