// Every object's layout. Sizes are the same on every platform and asserted; padding is written as zero.
//
// Objects refer to each other by handle (u32, byte offset from the span's base) or by Value. A handle field of 0
// means "none": offset 0 is never an object. Storing a Value or a handle into an object that already existed goes
// through Heap::Store / Heap::StoreHandle (the write barrier); only the fields of an object that was allocated
// since the last safepoint, and is still being filled, may be written directly.
#ifndef GARTER_INTERPRETER_HEAP_OBJECT_H_
#define GARTER_INTERPRETER_HEAP_OBJECT_H_

#include <cstdint>

#include "interpreter/heap/value.h"

namespace garter {

struct Object {
  static constexpr uint8_t kMarked = 1;      // the collector's, only during a collection
  static constexpr uint8_t kRemembered = 2;  // old, and in the list of objects that may point to young ones
  static constexpr uint8_t kHashed = 4;      // the hash field is valid

  uint8_t kind_low;  // Kind
  uint8_t flags;
  uint16_t aux;   // by kind
  uint32_t link;  // the collector's: new place, or next in the remembered list

  Kind kind() const { return static_cast<Kind>(kind_low); }
};
static_assert(sizeof(Object) == 8);

// Text: characters of 1, 2 or 4 bytes (PEP 393; the narrowest that fits, as CPython), after the header or, when
// `buffer` is set, at the start of a shared BytesBuffer that `+=` extends in place.
struct Str : Object {
  static constexpr uint16_t kWidthMask = 7;  // aux: 1, 2 or 4
  static constexpr uint16_t kAscii = 8;      // aux: all characters below 128
  static constexpr uint16_t kInterned = 16;  // aux: from the constants of a program: equal names are one object
  uint32_t length;                           // characters
  uint32_t buffer;                           // handle of a BytesBuffer, or 0
  uint64_t hash;                             // valid with kHashed
  int width() const { return aux & kWidthMask; }
  bool ascii() const { return (aux & kAscii) != 0; }
  uint8_t* inline_data() { return reinterpret_cast<uint8_t*>(this + 1); }
  const uint8_t* inline_data() const { return reinterpret_cast<const uint8_t*>(this + 1); }
};
static_assert(sizeof(Str) == 24);

struct Bytes : Object {
  uint32_t length;
  uint32_t unused;
  uint64_t hash;
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
  const uint8_t* data() const { return reinterpret_cast<const uint8_t*>(this + 1); }
};
static_assert(sizeof(Bytes) == 24);

struct BytesBuffer : Object {
  uint32_t capacity;  // bytes, a multiple of 8
  uint32_t fill;      // bytes in use by the longest string that shares it
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
};
static_assert(sizeof(BytesBuffer) == 16);

// An int beyond 48 bits. Sign in aux (1: negative); magnitude in little-endian limbs, the highest not zero.
struct Int : Object {
  uint32_t limb_count;
  uint32_t unused;
  bool negative() const { return aux != 0; }
  uint64_t* limbs() { return reinterpret_cast<uint64_t*>(this + 1); }
  const uint64_t* limbs() const { return reinterpret_cast<const uint64_t*>(this + 1); }
};
static_assert(sizeof(Int) == 16);

// INVARIANT: `fill` equals the count of the list that owns the buffer; items beyond it are garbage that nobody reads.
struct Buffer : Object {
  uint32_t capacity;  // values
  uint32_t fill;
  Value* items() { return reinterpret_cast<Value*>(this + 1); }
};
static_assert(sizeof(Buffer) == 16);

struct List : Object {
  uint32_t count;   // change it through ListSetCount (vm.h), which keeps the buffer's fill equal
  uint32_t buffer;  // handle of a Buffer, or 0 while empty
};
static_assert(sizeof(List) == 16);

struct Tuple : Object {
  uint32_t count;
  uint32_t unused;
  Value* items() { return reinterpret_cast<Value*>(this + 1); }
  const Value* items() const { return reinterpret_cast<const Value*>(this + 1); }
};
static_assert(sizeof(Tuple) == 16);

struct DictEntry {
  uint64_t hash;
  Value key;  // Unbound: deleted
  Value value;
};
static_assert(sizeof(DictEntry) == 24);

// Index and entries, as in CPython's compact dict: index slots of 1, 2 or 4 bytes (empty: -1, deleted: -2), then
// entries in order of insertion. aux: log2 of the number of index slots.
struct DictKeys : Object {
  uint32_t capacity;  // entries
  uint32_t fill;      // entries used, deleted ones included
  uint32_t index_slots() const { return uint32_t{1} << aux; }
  uint32_t index_width() const { return aux < 8 ? 1 : aux < 16 ? 2 : 4; }
  uint32_t index_bytes() const { return (index_slots() * index_width() + 7) & ~7u; }
  uint8_t* index() { return reinterpret_cast<uint8_t*>(this + 1); }
  DictEntry* entries() { return reinterpret_cast<DictEntry*>(index() + index_bytes()); }
};
static_assert(sizeof(DictKeys) == 16);

struct Dict : Object {
  static constexpr uint8_t kWatched = 8;  // flags: the builtins module's: caches hold what it has
  uint32_t used;                          // live entries
  uint32_t keys;                          // handle of a DictKeys, or 0 while empty and never filled
  uint32_t version;  // changes whenever a key is added, removed or moved, or `keys` replaced: caches check it
  uint32_t popped;   // entries that popitem() gave back: their index slots stay used until the next growth
};
static_assert(sizeof(Dict) == 24);

struct SetEntry {
  Value key;  // Unbound: never used; NotImplemented: deleted (CPython's dummy)
  uint64_t hash;
};

struct SetTable : Object {
  uint32_t mask;  // slots - 1
  uint32_t unused;
  SetEntry* entries() { return reinterpret_cast<SetEntry*>(this + 1); }
};
static_assert(sizeof(SetTable) == 16);

// set and frozenset: CPython's open addressing, probing and growth, because iteration shows the order.
struct Set : Object {
  uint32_t used;
  uint32_t fill;    // used and deleted slots
  uint32_t table;   // handle of a SetTable; 0: eight empty slots
  uint32_t finger;  // where pop() goes on
  uint64_t hash;    // frozenset, valid with kHashed
};
static_assert(sizeof(Set) == 32);

struct Complex : Object {
  Value real, imag;  // floats
};
static_assert(sizeof(Complex) == 24);

struct Range : Object {
  Value start, stop, step, length;  // ints
};
struct Slice : Object {
  Value start, stop, step;
};
struct Cell : Object {
  Value value;  // Unbound: empty
};
struct BoundMethod : Object {
  Value self;
  Value function;  // kBuiltin or kFunction
};

// Code that a run compiled itself (exec, eval, compile, import): the ProgramImage with its tables follows the header,
// then the caches of its globals and attributes. INVARIANT: what code refers to lies in its own image, so that handle and
// index say all: Function, Traceback and Code name the image by its handle, 0 for the program's own.
struct CodeImage : Object {
  static constexpr uint16_t kHidden = 1;  // aux: its frames are shown in no traceback (a module of the library)
  uint32_t size;                          // bytes, all of it
  uint32_t caches;                        // where the global caches begin, from the start of the object
  uint32_t serial;                        // a number of its own in this run, from 1
  uint32_t unused;
};
static_assert(sizeof(CodeImage) == 24);

// A code object: what compile() makes and `f.__code__` answers.
struct Code : Object {
  uint32_t code;   // index into its image's codes
  uint32_t image;  // handle of a CodeImage, or 0
};
static_assert(sizeof(Code) == 16);

// A module: all that it has is in its dict, `__name__` included.
struct Module : Object {
  static constexpr uint16_t kBuiltIn = 1;  // aux: of the library
  uint32_t dict;                           // handle of a Dict
  uint32_t unused;
};
static_assert(sizeof(Module) == 16);

// A function: code by index into its image; cells of its closure follow.
struct Function : Object {
  static constexpr uint16_t kIterableCoroutine = 1;  // aux: `await` takes the generators it makes (types.coroutine)
  static constexpr uint16_t kBuiltinLike = 2;        // aux: of the library, where CPython has one written in C
  uint32_t code;
  uint32_t cell_count;
  uint32_t globals;      // handle of the Dict of its module
  uint32_t image;        // handle of the CodeImage with its code, or 0: the program's
  uint32_t defaults;     // handle of a Tuple, or 0
  uint32_t kw_defaults;  // handle of a Dict, or 0
  uint32_t attributes;   // handle of a Dict (__name__, __doc__ and so on when set, and own attributes), or 0
  uint32_t unused;
  // Where its code runs: globals and image in one. Equal to Vm::context in frames of the same image and globals.
  uint64_t context() const { return globals | uint64_t{image} << 32; }
  Value* cells() { return reinterpret_cast<Value*>(this + 1); }
};
static_assert(sizeof(Function) == 40);

// A generator, a coroutine or an asynchronous generator: its frame lives in it, registers downwards from the end as on
// the stack. aux: GeneratorState. What a finished one still has in its registers is nothing to anybody.
enum class GeneratorState : uint16_t { kCreated, kSuspended, kRunning, kFinished };
struct Generator : Object {
  static constexpr uint32_t kAwaitable = 1;     // flags_of: `await` takes it (types.coroutine)
  static constexpr uint32_t kAsyncRunning = 2;  // an asend(), athrow() or aclose() is under way (ag_running)
  static constexpr uint32_t kAsyncClosed = 4;   // it was closed, or has ended: asend() answers the end
  uint32_t code;
  uint32_t resume_pc;  // index into its image's instructions
  uint32_t register_count;
  uint32_t flags_of;
  Value function;  // for names and closure
  Value names;     // tuple (__name__, __qualname__) where they are not those of the code; or Unbound
  // While running: who resumed it - SmallInt: its fp in bytes below the stack's end; or the Generator whose frame did -
  // and where calls from here put their windows (SmallInt, bytes below the stack's end).
  Value caller;
  Value stack_base;
  // The exception that is handled inside, or None; while running, the one that is handled outside.
  Value handled;
  Value outer_handled;
  // Then `register_count` registers, the highest first, and kFrameHeader header words.
  Value* words() { return reinterpret_cast<Value*>(this + 1); }
  Value* frame() { return words() + register_count - 1; }  // fp of the frame
  GeneratorState state() const { return static_cast<GeneratorState>(aux); }
  void SetState(GeneratorState state) { aux = static_cast<uint16_t>(state); }
};
static_assert(sizeof(Generator) == 72);

// gen.gi_frame: what can be asked of the frame.
struct Frame : Object {
  Value holder;
};

// Generators, coroutines and asynchronous generators.
inline constexpr bool HoldsFrame(Value v) {
  return v.IsObject() && v.kind() >= Kind::kGenerator && v.kind() <= Kind::kAsyncGenerator;
}

enum class IteratorKind : uint16_t {
  kList,
  kTuple,
  kStr,
  kBytes,
  kRange,
  kDictKeys,
  kDictValues,
  kDictItems,
  kSet,
  kListReverse,
  kDictKeysReverse,
  kDictValuesReverse,
  kDictItemsReverse,
  kReversed,
  kEnumerate,
  kZip,
  kMap,
  kFilter,
  kCallable /* iter(f, sentinel) */,
  kSequence,
  // What `await` takes besides coroutines (types/coroutine.cc). index: AwaitState.
  kAsend,             // agen.asend(second), agen.__anext__(); source: the asynchronous generator
  kAthrow,            // agen.athrow(*second); second: a tuple
  kAclose,            // agen.aclose()
  kCoroutineWrapper,  // coroutine.__await__(); source: the coroutine
  kAnextDefault,      // anext(iterator, third); source: an awaitable; second: its iterator, once there is one
};
// Fields by kind; `source` is Unbound once exhausted, for the kinds where CPython drops it.
struct Iterator : Object {
  int64_t index;
  Value source;  // what is iterated; kMap, kFilter: the function; kZip: tuple of iterators
  Value
      second;  // kRange: stop; dict and set: size at the start; kMap: tuple of iterators; kFilter, kEnumerate: iterator
  Value third;  // kRange: step; kZip: strict; kCallable: sentinel
};
static_assert(sizeof(Iterator) == 40);

enum class DictViewKind : uint16_t { kKeys, kValues, kItems, kProxy };  // kProxy: a class's __dict__
struct DictView : Object {
  Value dict;
};

// ---- classes ----------------------------------------------------------------------------------------------------
//
//   instance ──shape──▶ Shape ──cls──▶ Class ──mro──▶ (Class, ..., object)
//
// An instance's first `Class::fixed` values are its class's own: the builtin value that an instance of a subclass of int,
// list, ... carries (`native`), then the slots of __slots__. The attributes follow, in the order of their shape. Values
// beyond the instance's capacity are in a Buffer.

// Which attributes an instance has: a chain from the class's root shape, one attribute a link. Instances that got the
// same attributes in the same order share it (Self's maps, V8's hidden classes). A shape in dictionary mode says only
// that the attributes are in a Dict: after `del`, after `__dict__` was asked for, or when there are too many.
struct Shape : Object {
  static constexpr uint16_t kDictionary = 1;  // aux
  static constexpr uint32_t kMaxAttributes = 48;
  uint32_t id;      // a serial number, never 0: what caches compare
  uint32_t count;   // attributes
  Value cls;        // Class
  Value parent;     // Shape, or None
  Value name;       // str: the attribute it adds to its parent
  Value following;  // Tuple of shapes that add one more to it, or None
};
static_assert(sizeof(Shape) == 48);

struct Instance : Object {  // aux: how many values it has room for
  uint32_t shape_id;        // of its shape: equal to the shape's id
  uint32_t shape;           // handle of its Shape
  uint32_t overflow;        // handle of a Buffer, in dictionary mode of a Dict, or 0
  uint32_t serial;          // its identity, or 0 until somebody asks
  Value* values() { return reinterpret_cast<Value*>(this + 1); }
};
static_assert(sizeof(Instance) == 24);

struct Class : Object {
  enum Flag : uint16_t {  // aux; all inherited but kAbstract
    kHasDict = 1,         // instances have attributes of their own: not all classes of the chain have __slots__
    kHasWeakref = 2,
    kAbstract = 4,      // __abstractmethods__ is not empty
    kGetAttribute = 8,  // __getattribute__ is the program's
    kGetAttr = 16,      // has __getattr__
    kSetAttr = 32,      // __setattr__ or __delattr__ is the program's
    kSequence = 64,     // match: a sequence pattern may match
    kMapping = 128,     // match: a mapping pattern may match
    kIsType = 256,      // a metaclass: derives from type
    kHasNative = 512,   // instances carry a builtin value
    kHasFinalizer = 1024,
  };
  uint32_t id;           // a serial number, never 0
  uint32_t layout;       // TypeId of the builtin type it extends (object for most)
  uint32_t fixed;        // values that every instance begins with
  uint32_t capacity;     // values that a new instance has room for
  uint64_t specials[2];  // bit k: special method k (special_names.def) is defined by a class of the mro
  Value name;            // str
  Value qualified_name;  // str
  Value dict;            // Dict: the class's own namespace
  Value bases;           // Tuple
  Value mro;             // Tuple, the class itself first
  Value metaclass;       // type or a Class
  Value root;            // Shape without attributes
  Value dictionary;      // Shape in dictionary mode, or None
  Value subclasses;      // List of Class
};
static_assert(sizeof(Class) == 112);

// object(): nothing but an identity.
struct PlainObject : Object {};

enum class DescriptorKind : uint16_t { kProperty, kClassMethod, kStaticMethod, kMember, kSuper };
// Fields by kind:       kProperty  kClassMethod  kStaticMethod  kMember          kSuper
struct Descriptor : Object {
  Value first;       //  fget       the callable  the callable   class            the class to look after
  Value second;      //  fset       attributes    attributes     index (int)      the object
  Value third;       //  fdel       or None       or None        name             the object's class
  Value doc;         //  doc
  Value attributes;  //  name
};
static_assert(sizeof(Descriptor) == 48);

struct Exception : Object {
  static constexpr uint16_t kSuppressContext = 1;  // aux
  uint32_t type;                                   // TypeId
  uint32_t attributes;                             // handle of a Dict (__notes__, name, obj, value, code, ... ) or 0
  Value cls;                                       // Class, when a program made it; else Unbound
  Value args;                                      // tuple
  Value cause;                                     // exception or None
  Value context;                                   // exception or None
  Value traceback;                                 // Traceback or None
};
static_assert(sizeof(Exception) == 56);

struct Traceback : Object {
  uint32_t code;
  uint32_t pc;       // index of the instruction in its image
  uint32_t image;    // as a Function's
  uint32_t globals;  // likewise
  Value next;        // towards where it was raised
};
static_assert(sizeof(Traceback) == 32);

}  // namespace garter

#endif  // GARTER_INTERPRETER_HEAP_OBJECT_H_
