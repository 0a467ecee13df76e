// A builtin function or method is a row: name, signature in Python's syntax, function. Everything else - how
// arguments are bound, CPython's exact argument errors, __text_signature__ - follows from the signature.
//
//   {"split", "($self, sep=None, maxsplit=-1)", StrSplit}
//   {"sorted", "(iterable, /, *, key=None, reverse=False)", BuiltinSorted, 3}        3 slots
//   {"print", "(*args, sep=' ', end='\\n', file=None, flush=False)", BuiltinPrint, 0, kRaw}
// A `$self` first parameter is the receiver: bound by the attribute access, not counted in messages. `/` and `*` are
// as in Python. A parameter with `=` may be absent and is then Unbound in the activation: the native knows its default.
// Rows of a type's table are sorted by nothing; lookups are cached by the call site.
#ifndef GARTER_INTERPRETER_TYPES_BUILTIN_H_
#define GARTER_INTERPRETER_TYPES_BUILTIN_H_

#include <cstdint>
#include <string_view>

#include "interpreter/types/type_id.h"
#include "interpreter/vm/step.h"

namespace garter {

struct BuiltinRow {
  enum Flag : uint8_t {
    kRaw = 1,       // no binding: sees the arguments as passed (*args, **kwargs functions)
    kGetter = 2,    // an attribute computed from $self, not a method
    kStatic = 4,    // staticmethod (str.maketrans)
    kClass = 8,     // classmethod: $self is the type (dict.fromkeys, int.from_bytes)
    kCatches = 16,  // is entered again when its callee raises, and may go on
    kCleans = 32,  // is entered again when its callee raises, to clean up; must answer Raised() with the same exception
    kSlotWrapper = 64,  // a special method (list.__len__): repr and type name say "slot wrapper" / "method-wrapper"
    kNoMethod = 128,    // with kGetter: asked of the type, too, it is what the getter says (list.__hash__ is None)
  };
  const char* name;
  const char* signature;
  NativeFunction function;
  uint8_t slots;
  uint8_t flags;
  // Derived at compile time.
  bool has_self;
  uint8_t min_positional;   // $self not counted
  uint8_t max_positional;   // $self not counted; 255 with *args
  uint8_t parameter_count;  // all declared parameters, $self included, *args and **kwargs not
  bool accepts_keywords;

  constexpr BuiltinRow(const char* row_name, const char* row_signature, NativeFunction row_function, int row_slots = 0,
                       int row_flags = 0)
      : name(row_name),
        signature(row_signature),
        function(row_function),
        slots(static_cast<uint8_t>(row_slots)),
        flags(static_cast<uint8_t>(row_flags)),
        has_self(false),
        min_positional(0),
        max_positional(0),
        parameter_count(0),
        accepts_keywords(false) {
    // One parameter after another: between commas at nesting depth 0 and outside of quotes.
    const char* p = row_signature + 1;
    bool keyword_only = false;
    int positional = 0, positional_only = 0;
    while (*p != ')') {
      while (*p == ' ' || *p == ',') ++p;
      if (*p == ')') break;
      const char* start = p;
      bool has_default = false;
      char quote = 0;
      int depth = 0;
      for (; quote != 0 || depth > 0 || (*p != ',' && *p != ')'); ++p) {
        if (quote != 0) {
          if (*p == '\\')
            ++p;
          else if (*p == quote)
            quote = 0;
        } else if (*p == '\'' || *p == '"') {
          quote = *p;
        } else if (*p == '(' || *p == '[') {
          ++depth;
        } else if (*p == ')' || *p == ']') {
          --depth;
        } else if (*p == '=') {
          has_default = true;
        }
      }
      if (*start == '/') {
        positional_only = positional;
      } else if (*start == '*' && start[1] == '*') {
        accepts_keywords = true;
      } else if (*start == '*') {
        if (p - start > 1) max_positional = 255;
        keyword_only = true;
      } else if (*start == '$') {
        has_self = true;
        ++parameter_count;
      } else {
        ++parameter_count;
        if (keyword_only) {
          accepts_keywords = true;
        } else {
          ++positional;
          if (!has_default) ++min_positional;
        }
      }
    }
    if (max_positional != 255) max_positional = static_cast<uint8_t>(positional);
    if (positional > positional_only) accepts_keywords = true;
  }
};

// A type's rows. `constructor` is what calling the type runs ($self is the type then); null: "cannot create instances".
struct TypeTable {
  const BuiltinRow* rows = nullptr;
  uint32_t count = 0;
  const BuiltinRow* constructor = nullptr;
};

// kBuiltin payload: owner << 16 | row. Owner kCount: the functions of the builtins module, or with bit 15 of the row set
// the loop's own natives (vm/operators.h).
inline constexpr uint32_t kConstructorRow = 0xFFFF;
// The native behind the class statement, as the compiler names it: Internal::kBuildClass of vm/operators.h.
inline constexpr Value kBuildClassBuiltin =
    Value::Immediate(Kind::kBuiltin, static_cast<uint32_t>(TypeId::kCount) << 16 | 0x8000 | 6);

// Natives that no program can name: the step forms of opcodes that iterate, and what statements call.
enum class Internal : uint32_t {
  kNext,
  kContains,
  kExtend,
  kUnpack,
  kDrain,
  kProtocol,
  kBuildClass,
  kConstruct,
  kNewType,
  kObjectNew,
  kObjectInit,
  kDisplay,  // (value): an expression statement of interactive code
  kSend,
  kThrow,
  kClose,
  kAwaitable,
  kAiter,
  kAnext,
  kMatchGroup,
  kRaisedGroup,
  kImport,      // (name, names, level): `import name`, `from name import names`
  kImportFrom,  // (module, name)
  kImportStar,  // (module, namespace)
  kMatchKeys,   // (mapping, keys)
  kMatchClass,  // (subject, class, positional patterns, names)
};
inline constexpr TypeId kInternalOwner = TypeId::kCount;
constexpr Value InternalValue(Internal which) {
  return Value::Immediate(Kind::kBuiltin,
                          static_cast<uint32_t>(kInternalOwner) << 16 | 0x8000 | static_cast<uint32_t>(which));
}

const TypeTable& TableOf(TypeId id);                 // registry.cc
const BuiltinRow& BuiltinFunctionRow(uint32_t row);  // the builtins module: print, len, ... (builtins.cc)
uint32_t BuiltinFunctionCount();
const BuiltinRow& RowOf(Value builtin);    // REQUIRES: kind is kBuiltin
TypeId OwnerOf(Value builtin);             // kCount for functions of the builtins module
TypeId TypeOfBuiltin(Value builtin);       // type(list.append), type(len)
TypeId TypeOfBoundBuiltin(Value builtin);  // type([].append), type([].__len__)
Value BuiltinValue(TypeId owner, uint32_t row);

// The row of `type` or of its bases named `name`; Unbound when there is none. Getters are found as well.
Value FindBuiltinAttribute(TypeId type, std::string_view name);
// A name of the builtins module: function, type, constant; Unbound when there is none.
Value FindBuiltinName(std::string_view name);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_BUILTIN_H_
