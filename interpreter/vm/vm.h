// The state of a run, and what native code may ask of it.
//
// A Vm stands at the start of the host's block; the span (heap.base) begins right behind it. The register stack grows
// down from the span's end. A frame is a window of registers below three header words:
//
//      higher   ┌──────────────┐
//     (fp[4])   │ generator    │  only with kFromGenerator: whose frame called
//               ├──────────────┤
//      fp[3]    │ callee       │  the function, builtin or generator that runs here
//      fp[2]    │ link         │  SmallInt: where the caller goes on, and how far up its frame is (FrameLink)
//      fp[1]    │ flags        │  SmallInt: FrameFlags; 0 for a plain call between Python functions
//      fp[0]    │ register 0   │
//      fp[-1]   │ register 1   │ ...
//      lower    └──────────────┘
//
// A caller puts callee and arguments at the end of its own registers and the new frame begins there: nothing is copied.
// INVARIANT (1): every register slot between the stack's lowest use since the last collection and its end holds a
//   valid Value; header words are SmallInts, so that the collector may look at any of them.
// INVARIANT (2): native code never runs the loop (I1). Run() counts its entries and ends the process at the second.
//
// No function here throws, allocates outside of the span, or keeps a C++ frame while Python runs. Functions that make
// objects answer Unbound when there is no room; the step then answers NoRoom().
#ifndef GARTER_INTERPRETER_VM_VM_H_
#define GARTER_INTERPRETER_VM_VM_H_

#include <cstdint>
#include <string_view>

#include "interpreter/base/meter.h"
#include "interpreter/code/image.h"
#include "interpreter/heap/heap.h"
#include "interpreter/heap/object.h"
#include "interpreter/heap/value.h"
#include "interpreter/interpreter.h"
#include "interpreter/types/type_id.h"
#include "interpreter/vm/step.h"

namespace garter {

inline constexpr int kFrameHeader = 3;

// fp[1]. Zero: a Python function called by a CALL instruction of a Python frame.
struct FrameFlags {
  static constexpr int64_t kNative = 1;     // the frame of a native: phase and counts below
  static constexpr int64_t kGenerator = 2;  // the registers are in a Generator object
  static constexpr int64_t kToNative = 4;   // the caller is a native: hand it the answer
  static constexpr int64_t kEntry = 8;      // the module: its end is the run's end
  static constexpr int64_t kDeliver = 16;  // the caller's instruction decides what the answer means (FOR_ITER, IN, ...)
  static constexpr int64_t kFromGenerator = 32;  // the caller's frame is the Generator in fp[4]
  static constexpr int64_t kAsking = 64;         // kNative: it waits for an answer to be put into its memo (ask.h)
  static constexpr int64_t kConstruct = 128;     // __init__ called by its class: the answer is the instance in fp[4]
  static constexpr int64_t kForeign = 256;       // the caller runs in another context: another image, or other globals
  static constexpr int64_t kThrown = 512;        // kGenerator: resumed to raise what the caller was told to throw
  static constexpr int64_t kClose = 1024;  // kGenerator: being closed: GeneratorExit is its good end, a yield an error
  static constexpr int64_t kNoClose = 2048;  // kGenerator, kThrown: what it awaits is not closed by GeneratorExit
  static constexpr int kPhaseShift = 12;     // kNative: phase, 8 bits
  static constexpr int kCountShift = 20;     // kNative: arguments, 16 bits
};

// fp[2]: return pc in the low 28 bits, distance to the caller's fp (in registers) in the 20 above.
struct FrameLink {
  static constexpr int kPcBits = 28;
  static constexpr int64_t kPcMask = (int64_t{1} << kPcBits) - 1;
};

// Characters of a str, wherever they are. Valid until the step returns.
struct Text {
  const uint8_t* data;
  uint32_t length;  // characters
  int width;        // 1, 2 or 4
  bool ascii;
  uint32_t operator[](uint32_t i) const {
    if (width == 1) return data[i];
    if (width == 2) return reinterpret_cast<const uint16_t*>(data)[i];
    return reinterpret_cast<const uint32_t*>(data)[i];
  }
};

enum class CompareOp : uint8_t { kLess, kLessEqual, kEqual, kNotEqual, kGreater, kGreaterEqual };
enum class BinaryOp : uint8_t {  // in the order of the opcodes
  kAdd,
  kSub,
  kMul,
  kTrueDiv,
  kFloorDiv,
  kMod,
  kPow,
  kLShift,
  kRShift,
  kAnd,
  kOr,
  kXor,
  kMatMul
};

// One entry of an attribute site's cache: stable numbers only, empty after a load.
struct AttributeCache {
  uint32_t type;     // AttributeKey of the receiver; 0: empty
  uint32_t payload;  // of the kBuiltin found
};
// The upper half of a value, which says its kind, turned so that no value has the key 0 (0xFFF9 is no tag).
inline uint32_t AttributeKey(Value v) { return static_cast<uint32_t>(v.bits >> 32) ^ 0xFFF9'0000; }
inline constexpr uint32_t kBuiltinMark = 0x8000'0000;
struct GlobalCache {
  uint32_t version;  // of the globals dict; 0: empty
  uint32_t
      offset;     // of the entry's value, in bytes from its DictKeys; from kBuiltinMark on: not a global but `builtin`
  Value builtin;  // an immediate, never a handle
};

class Vm {
 public:
  Meter meter;
  Heap heap;
  const ProgramImage* program = nullptr;  // the host's, which all runs of it share

  // The context: where the code of the innermost Python frame comes from, and its globals. INVARIANT (3): it is that
  // of the function of the innermost Python frame at or above vm.fp (context.h changes it).
  uint64_t context = 0;  // Function::context()
  const ProgramImage* image = nullptr;
  const Instruction* instructions = nullptr;
  const Value* constants = nullptr;
  const CodeInfo* codes = nullptr;
  GlobalCache* global_caches = nullptr;        // image->global_count entries
  AttributeCache* attribute_caches = nullptr;  // image->cache_count entries

  char* span_end() const { return reinterpret_cast<char*>(stack_end); }

  // The running frame, as of the last time the loop was left or a native entered.
  Value* fp = nullptr;
  const Instruction* pc = nullptr;  // the instruction after the one that runs
  Value* stack_end = nullptr;       // one past the highest register
  Value* stack_floor = nullptr;     // heap.floor as a pointer: registers must stay at or above it
  uint32_t depth = 0, depth_limit = 1000, depth_peak = 0;
  uint32_t native_depth = 0;  // frames of natives and steps: their own bound

  // Roots: everything that refers into the span from here.
  Value globals = kUnbound;       // Dict, of the context
  Value image_object = kUnbound;  // CodeImage of the context; Unbound: the program
  Value program_globals = kUnbound;
  Value handled = kNone;  // sys.exception()
  Value raised = kNone;   // while unwinding
  Value result = kNone;
  Value single_characters = kUnbound;  // tuple of 256 one-character strs, made on first use
  Value empty_tuple = kUnbound;
  Value warned_lines = kUnbound;  // Set or Unbound: lines that printed a run-time warning
  Value serials = kUnbound;       // Dict or Unbound: identities given out by id()
  Value native_input = kUnbound;  // of the native that runs: see EnterNative
  Value native_names = kUnbound;
  Value generator = kUnbound;      // during a collection: the one whose frame is on top
  Value special_names = kUnbound;  // tuple of the strs of special_names.def, made with the first class
  Value memo = kUnbound;           // of the native that runs, when it has asked: see ask.h
  Value ask_a = kUnbound, ask_b = kUnbound, ask_c = kUnbound;  // the question that was asked last
  Value host_names = kUnbound;                                 // of the host call that waits: a tuple, or Unbound
  Value code_objects = kUnbound;  // Dict or Unbound: code objects by image and index, so that each is one object
  Value builtins = kUnbound;      // Dict or Unbound: the builtins module's, once somebody can see it
  Value modules = kUnbound;       // Dict or Unbound: sys.modules, once something was imported
  Value sys = kUnbound;           // Dict or Unbound: the module's, once it was imported
  Value interned = kUnbound;  // Dict or Unbound: the names in all code of the run, once it has more than the program's
  // While throw() looks for the end of a delegation: its arguments, where they are no exception.
  Value thrown = kUnbound;
  // The containers whose repr is being made while a __repr__ of the program runs: None, or a tuple of an outer such
  // value and these containers (text_steps.cc).
  Value repr_open = kNone;
  static constexpr int kRootCount = 26;
  Value* roots() { return &globals; }

  GlobalCache* program_global_caches = nullptr;  // of the program's image
  AttributeCache* program_attribute_caches = nullptr;
  uint32_t next_dict_version = 1;
  uint32_t next_serial = 1;  // of the next instance whose identity is asked for
  uint32_t next_class_id = 1, next_shape_id = 1;
  uint32_t class_epoch = 1;  // changes whenever what a class says may have changed: caches of methods check it
  uint32_t ask_code = 0;     // Protocol | detail << 16
  uint32_t memo_cursor = 0;  // the next answer to be used
  uint32_t hash_words = 0;   // what a hash is for that is being made: see HashWithWords
  // kBuiltinMark and a number that changes with every change of the builtins module: what GlobalCache::offset must be.
  uint32_t builtins_stamp = kBuiltinMark;
  bool gc_disabled = false;  // what gc.isenabled() denies
  uint32_t next_image = 1;   // serial of the next CodeImage

  RunOptions options;
  uint64_t output_used = 0, host_calls_used = 0;
  uint32_t memory_cap = 0;  // bytes of the span that this run may use
  uint32_t span_size = 0;   // bytes of the span that the host gave
  uint64_t start_ns = 0;
  uint64_t asked_at = ~uint64_t{0}, asked_bytes = 0;  // fuel and size of the last request for room, see CollectOrStop
  uint32_t mutant = 0;                                // a seeded bug, see GARTER_MUTANT
  // The host call that waits: its window, and how its answer is to be delivered.
  Value* host_window = nullptr;
  uint32_t host_count = 0, host_return_pc = 0;
  int64_t host_flags = 0;
  bool running = false;  // the loop is entered (I1)
  bool ended = false;    // a limit struck: everything but usage and the report is gone

  // ---- errors -------------------------------------------------------------------------------------------------
  // Makes an exception and answers Raised(). `format`: %s C string, %S a str Value, %T the type name of a Value,
  // %C the name of a class, %N a TypeId's name, %R repr of a Value (cut short when huge), %d int64_t, %u uint64_t, %c a code point,
  // %v a std::string_view* of UTF-8, %F a callable as CPython's call errors name it ("f()", "list.append()"), %%.
  Step Raise(TypeId type, const char* format, ...);
  Step RaiseValue(TypeId type, Value argument);       // KeyError(key), StopIteration(value)
  Step RaiseObject(Value exception);                  // an exception object
  Value NewException(TypeId type, Value args_tuple);  // not raised
  // Whether objects of `bytes` together can be made now. What has effects in several places looks first; false: NoRoom().
  bool HasRoom(uint64_t bytes) {
    if (heap.room() >= bytes) return true;
    heap.wanted = bytes > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(bytes);
    return false;
  }
  Step NoRoom() const { return Step::More(heap.wanted); }

  // ---- types --------------------------------------------------------------------------------------------------
  TypeId TypeOf(Value v) const;
  const char* TypeNameOf(Value v) const { return TypeName(TypeOf(v)); }

  // ---- ints ---------------------------------------------------------------------------------------------------
  Value NewInt(int64_t i) {
    return Value::FitsSmall(i) ? Value::SmallInt(i)
                               : NewBigInt(i < 0, i < 0 ? 0 - static_cast<uint64_t>(i) : static_cast<uint64_t>(i));
  }
  Value NewUnsigned(uint64_t u) {
    return u <= static_cast<uint64_t>(Value::kMaxSmall) ? Value::SmallInt(static_cast<int64_t>(u))
                                                        : NewBigInt(false, u);
  }
  Value NewBigInt(bool negative, uint64_t magnitude);
  // Room for `limbs` limbs; fill them, then call NormalizeInt. Null: no room.
  Int* NewIntLimbs(uint32_t limbs);
  // Drops leading zero limbs; answers a small int where it fits.
  Value NormalizeInt(Int* i, bool negative);
  // An int or bool as int64; false when it does not fit or is neither.
  bool AsInt64(Value v, int64_t* out) const;
  // An index as natives want it (Py_ssize_t): clamps when too big. False: not an int (raise TypeError yourself).
  bool AsClampedIndex(Value v, int64_t* out) const;

  // ---- str and bytes ------------------------------------------------------------------------------------------
  Text TextOf(Value str) const;
  Value NewStrAscii(std::string_view ascii);
  Value NewStrUtf8(std::string_view utf8);                     // valid UTF-8, surrogates allowed
  Value NewStrCharacters(const Text& text);                    // copies; narrows to the smallest width
  Value NewStrRange(Value str, uint32_t start, uint32_t end);  // str[start:end]
  Value Character(uint32_t code_point);                        // shared below 256
  Value NewBytes(const uint8_t* data, uint64_t size);          // data may be null: uninitialised
  bool StrEquals(Value a, Value b) const;
  bool StrIs(Value str, std::string_view ascii) const;
  uint64_t StrHash(Value str);

  // ---- containers ---------------------------------------------------------------------------------------------
  Value NewTuple(const Value* items, uint32_t count, bool downwards = false);  // downwards: items[0], items[-1], ...
  Value NewList(const Value* items, uint32_t count, bool downwards = false);
  Value NewListWithCapacity(uint32_t capacity);
  bool ListAppend(Value list, Value item);          // false: no room
  bool ListReserve(Value list, uint64_t capacity);  // false: no room; grows by at least half
  // The buffer has room for `count`; items up to it are filled in.
  void ListSetCount(List* list, uint32_t count) {
    list->count = count;
    if (list->buffer != 0) heap.At<Buffer>(list->buffer)->fill = count;
  }
  Value EmptyTuple();
  Value NewDict();
  Value NewSet();
  // Sets a key that is a str (no user code can run). False: no room.
  bool DictSetStr(Value dict, Value key, Value value);
  Value DictGetStr(Value dict, Value key);  // Unbound: absent
  Value DictGetAscii(Value dict, std::string_view key);
  uint32_t DictSize(Value dict) const { return heap.At<Dict>(dict)->used; }

  // ---- output -------------------------------------------------------------------------------------------------
  // False: the output limit. Text goes out as UTF-8; lone surrogates are the caller's business.
  [[nodiscard]] bool Write(Stream stream, std::string_view utf8);
};

// A seeded bug of the conformance toolkit's self-test (fuzz/mutants.def): `mutated` when the run asked for bug `id`.
#define GARTER_MUTANT(vm, id, mutated, normal) (__builtin_expect((vm).mutant == (id), 0) ? (mutated) : (normal))

// Is the exception (an object) of this built-in type, or of a type derived from it?
inline bool ExceptionTypeIs(const Vm& vm, Value exception, TypeId type) {
  return IsSubtype(static_cast<TypeId>(vm.heap.At<Exception>(exception)->type), type);
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_VM_H_
