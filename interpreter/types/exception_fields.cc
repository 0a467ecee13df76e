// The exceptions with fields of their own, and the constructors that fill them: StopIteration.value, OSError.errno,
// SyntaxError.lineno, and so on.
//
// A field's value is what was assigned to it, else one of the arguments, else None.
#include "interpreter/types/generic.h"
#include "interpreter/types/attributes.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/function_rows.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

enum class Check : uint8_t { kAny, kInteger, kReadOnly };

struct Field {
  TypeId owner;
  const char* name;
  int8_t argument;  // the argument that it starts as; kNoArgument: None
  Check check = Check::kAny;
};
constexpr int8_t kNoArgument = -1;

constexpr Field kFields[] = {
    {TypeId::kStopIteration, "value", 0},
    {TypeId::kSystemExit, "code", 0},
    {TypeId::kNameError, "name", kNoArgument},
    {TypeId::kNameError, kHiddenField.data(), kNoArgument},
    {TypeId::kAttributeError, "name", kNoArgument},
    {TypeId::kAttributeError, "obj", kNoArgument},
    {TypeId::kImportError, "msg", 0},
    {TypeId::kImportError, "name", kNoArgument},
    {TypeId::kImportError, "path", kNoArgument},
    {TypeId::kImportError, "name_from", kNoArgument},
    {TypeId::kOSError, "errno", 0},
    {TypeId::kOSError, "strerror", 1},
    {TypeId::kOSError, "filename", kNoArgument},
    {TypeId::kOSError, "filename2", kNoArgument},
    {TypeId::kSyntaxError, "msg", 0},
    {TypeId::kSyntaxError, "filename", kNoArgument},
    {TypeId::kSyntaxError, "lineno", kNoArgument},
    {TypeId::kSyntaxError, "offset", kNoArgument},
    {TypeId::kSyntaxError, "text", kNoArgument},
    {TypeId::kSyntaxError, "end_lineno", kNoArgument},
    {TypeId::kSyntaxError, "end_offset", kNoArgument},
    {TypeId::kSyntaxError, "print_file_and_line", kNoArgument},
    {TypeId::kBaseExceptionGroup, "message", 0, Check::kReadOnly},
    {TypeId::kBaseExceptionGroup, kGroupExceptions, kNoArgument, Check::kReadOnly},
    {TypeId::kUnicodeDecodeError, "encoding", 0},
    {TypeId::kUnicodeDecodeError, "object", 1},
    {TypeId::kUnicodeDecodeError, "start", 2, Check::kInteger},
    {TypeId::kUnicodeDecodeError, "end", 3, Check::kInteger},
    {TypeId::kUnicodeDecodeError, "reason", 4},
    {TypeId::kUnicodeEncodeError, "encoding", 0},
    {TypeId::kUnicodeEncodeError, "object", 1},
    {TypeId::kUnicodeEncodeError, "start", 2, Check::kInteger},
    {TypeId::kUnicodeEncodeError, "end", 3, Check::kInteger},
    {TypeId::kUnicodeEncodeError, "reason", 4},
    {TypeId::kUnicodeTranslateError, "encoding", kNoArgument},
    {TypeId::kUnicodeTranslateError, "object", 0},
    {TypeId::kUnicodeTranslateError, "start", 1, Check::kInteger},
    {TypeId::kUnicodeTranslateError, "end", 2, Check::kInteger},
    {TypeId::kUnicodeTranslateError, "reason", 3},
};
constexpr int kFieldCount = sizeof(kFields) / sizeof(kFields[0]);

constexpr int FirstFieldOf(TypeId owner) {
  int k = 0;
  while (k < kFieldCount && kFields[k].owner != owner) ++k;
  return k;
}

// Whether an OSError was given (errno, strerror[, filename...]); only then do its arguments become fields.
bool HasErrorNumber(uint32_t count) { return count >= 2 && count <= 5; }

Value FieldFromArguments(Vm& vm, Value exception, const Field& field) {
  if (field.argument == kNoArgument) return kNone;
  Value args = vm.heap.At<Exception>(exception)->args;
  const Tuple* tuple = vm.heap.At<Tuple>(args);
  if (field.owner == TypeId::kSystemExit && tuple->count > 1) return args;
  if (field.owner == TypeId::kImportError && tuple->count != 1) return kNone;
  if (field.owner == TypeId::kOSError && !HasErrorNumber(tuple->count)) return kNone;
  auto index = static_cast<uint32_t>(field.argument);
  return index < tuple->count ? tuple->items()[index] : kNone;
}

template <int k>
Step GetField(Vm& vm, Native& n) {
  return Step::Done(FieldValue(vm, n.arg(0), k));
}

template <TypeId owner, int offset>
constexpr BuiltinRow FieldRow() {
  return {kFields[FirstFieldOf(owner) + offset].name, "($self)", GetField<FirstFieldOf(owner) + offset>, 0,
          BuiltinRow::kGetter};
}

// ---- keywords of AttributeError, NameError, ImportError ---------------------------------------------------------

// Some fields may be given by keyword. Messages name the type that has the constructor: a ModuleNotFoundError's speak of
// ImportError.
Step NewWithKeywords(Vm& vm, Native& n, const char* const* allowed, uint32_t allowed_count) {
  Value exception = NewFromArguments(vm, n);
  if (exception.IsUnbound()) return vm.NoRoom();
  if (n.keyword_names.IsUnbound()) return Step::Done(exception);
  uint32_t count = vm.heap.At<Tuple>(n.keyword_names)->count;
  if (count > allowed_count) {
    return vm.Raise(TypeId::kTypeError, "%s() takes at most %d keyword argument%s (%d given)", RowOf(n.function).name,
                    int64_t{allowed_count}, allowed_count == 1 ? "" : "s", int64_t{count});
  }
  for (uint32_t k = 0; k < count; ++k) {
    Value name = vm.heap.At<Tuple>(n.keyword_names)->items()[k];
    bool known = false;
    for (uint32_t a = 0; a < allowed_count; ++a) known = known || vm.StrIs(name, allowed[a]);
    if (!known) return RaiseUnexpectedKeyword(vm, RowOf(n.function), name);
    if (!SetOwnAttribute(vm, exception, name, n.arg(n.argument_count - count + k))) return vm.NoRoom();
  }
  return Step::Done(exception);
}

constexpr const char* kNameErrorKeywords[] = {"name"};
constexpr const char* kAttributeErrorKeywords[] = {"name", "obj"};
constexpr const char* kImportErrorKeywords[] = {"name", "path", "name_from"};

Step NewNameError(Vm& vm, Native& n) { return NewWithKeywords(vm, n, kNameErrorKeywords, 1); }
Step NewAttributeError(Vm& vm, Native& n) { return NewWithKeywords(vm, n, kAttributeErrorKeywords, 2); }
Step NewImportError(Vm& vm, Native& n) { return NewWithKeywords(vm, n, kImportErrorKeywords, 3); }

// ---- OSError ----------------------------------------------------------------------------------------------------

struct ErrorNumber {
  int number;
  TypeId type;
};
constexpr ErrorNumber kErrorNumbers[] = {
    {1, TypeId::kPermissionError},          {2, TypeId::kFileNotFoundError},  {3, TypeId::kProcessLookupError},
    {4, TypeId::kInterruptedError},         {10, TypeId::kChildProcessError}, {11, TypeId::kBlockingIOError},
    {13, TypeId::kPermissionError},         {17, TypeId::kFileExistsError},   {20, TypeId::kNotADirectoryError},
    {21, TypeId::kIsADirectoryError},       {32, TypeId::kBrokenPipeError},   {103, TypeId::kConnectionAbortedError},
    {104, TypeId::kConnectionResetError},   {108, TypeId::kBrokenPipeError},  {110, TypeId::kTimeoutError},
    {111, TypeId::kConnectionRefusedError}, {114, TypeId::kBlockingIOError},  {115, TypeId::kBlockingIOError},
};

TypeId TypeOfErrorNumber(Vm& vm, Value number) {
  int64_t n = 0;
  if (!vm.AsInt64(number, &n)) return TypeId::kOSError;
  for (const ErrorNumber& row : kErrorNumbers) {
    if (row.number == n) return row.type;
  }
  return TypeId::kOSError;
}

Step NewOSError(Vm& vm, Native& n) {
  Step step = RefuseKeywords(vm, n);
  if (!step.done()) return step;
  Value made = NewFromArguments(vm, n);
  if (made.IsUnbound()) return vm.NoRoom();
  Exception* exception = vm.heap.At<Exception>(made);
  uint32_t count = n.argument_count - 1;
  if (!HasErrorNumber(count)) return Step::Done(made);
  if (exception->type == static_cast<uint32_t>(TypeId::kOSError)) {
    exception->type = static_cast<uint32_t>(TypeOfErrorNumber(vm, n.arg(1)));
  }
  if (count < 3 || n.arg(3).IsNone()) return Step::Done(made);
  if (exception->type == static_cast<uint32_t>(TypeId::kBlockingIOError) && n.arg(3).IsAnyInt()) {
    return SetField(vm, made, "characters_written", n.arg(3)) ? Step::Done(made) : vm.NoRoom();
  }
  // A file name leaves the arguments.
  Value pair = vm.NewTuple(&n.arg(1), 2, true);
  if (pair.IsUnbound()) return vm.NoRoom();
  exception->args = pair;
  if (!SetField(vm, made, "filename", n.arg(3))) return vm.NoRoom();
  if (count == 5 && !SetField(vm, made, "filename2", n.arg(5))) return vm.NoRoom();
  return Step::Done(made);
}

// ---- SyntaxError ------------------------------------------------------------------------------------------------

Step NewSyntaxError(Vm& vm, Native& n) {
  Step step = RefuseKeywords(vm, n);
  if (!step.done()) return step;
  Value exception = NewFromArguments(vm, n);
  if (exception.IsUnbound()) return vm.NoRoom();
  if (n.argument_count != 3) return Step::Done(exception);
  step = TupleOf(vm, n.arg(2));
  if (!step.done()) return step;
  Value details = step.value;
  uint32_t count = vm.heap.At<Tuple>(details)->count;
  if (count < 4 || count > 7) {
    return vm.Raise(TypeId::kTypeError, "function takes at %s %d arguments (%d given)", count < 4 ? "least" : "most",
                    int64_t{count < 4 ? 4 : 7}, int64_t{count});
  }
  constexpr const char* kNames[] = {"filename", "lineno", "offset", "text", "end_lineno", "end_offset"};
  for (uint32_t k = 0; k < count && k < 6; ++k) {
    if (!SetField(vm, exception, kNames[k], vm.heap.At<Tuple>(details)->items()[k])) return vm.NoRoom();
  }
  if (count == 5) {
    return vm.Raise(TypeId::kTypeError, "end_offset must be provided when end_lineno is provided");
  }
  return Step::Done(exception);
}

// ---- UnicodeError -----------------------------------------------------------------------------------------------

Step CheckText(Vm& vm, const Native& n, uint32_t index) {
  if (n.arg(index).IsStr()) return Step::Done(kNone);
  return vm.Raise(TypeId::kTypeError, "argument %d must be str, not %T", int64_t{index}, n.arg(index));
}

// (encoding, object, start, end, reason); UnicodeTranslateError has no encoding.
Step NewUnicodeError(Vm& vm, Native& n) {
  Step step = RefuseKeywords(vm, n);
  if (!step.done()) return step;
  auto type = static_cast<TypeId>(n.arg(0).payload());
  uint32_t count = n.argument_count - 1, wanted = type == TypeId::kUnicodeTranslateError ? 4 : 5;
  if (count != wanted) {
    return vm.Raise(TypeId::kTypeError, "function takes exactly %d arguments (%d given)", int64_t{wanted},
                    int64_t{count});
  }
  uint32_t object = wanted - 3;
  for (uint32_t k = 1; k <= wanted; ++k) {
    int64_t position = 0;
    bool is_number = k == object + 1 || k == object + 2;
    // The object to decode is looked at last.
    if (k == object && type == TypeId::kUnicodeDecodeError) continue;
    step = is_number ? IndexOf(vm, n.arg(k), &position) : CheckText(vm, n, k);
    if (!step.done()) return step;
  }
  if (type == TypeId::kUnicodeDecodeError && !n.arg(object).IsObject(Kind::kBytes)) {
    return vm.Raise(TypeId::kTypeError, "a bytes-like object is required, not '%T'", n.arg(object));
  }
  Value exception = NewFromArguments(vm, n);
  return exception.IsUnbound() ? vm.NoRoom() : Step::Done(exception);
}

// ---- tables -----------------------------------------------------------------------------------------------------

constexpr BuiltinRow kStopIterationRows[] = {FieldRow<TypeId::kStopIteration, 0>()};
constexpr BuiltinRow kSystemExitRows[] = {FieldRow<TypeId::kSystemExit, 0>()};
constexpr BuiltinRow kNameErrorRows[] = {FieldRow<TypeId::kNameError, 0>()};
constexpr BuiltinRow kAttributeErrorRows[] = {FieldRow<TypeId::kAttributeError, 0>(),
                                              FieldRow<TypeId::kAttributeError, 1>()};
constexpr BuiltinRow kImportErrorRows[] = {FieldRow<TypeId::kImportError, 0>(), FieldRow<TypeId::kImportError, 1>(),
                                           FieldRow<TypeId::kImportError, 2>(), FieldRow<TypeId::kImportError, 3>()};
constexpr BuiltinRow kOSErrorRows[] = {FieldRow<TypeId::kOSError, 0>(), FieldRow<TypeId::kOSError, 1>(),
                                       FieldRow<TypeId::kOSError, 2>(), FieldRow<TypeId::kOSError, 3>()};
constexpr BuiltinRow kSyntaxErrorRows[] = {FieldRow<TypeId::kSyntaxError, 0>(), FieldRow<TypeId::kSyntaxError, 1>(),
                                           FieldRow<TypeId::kSyntaxError, 2>(), FieldRow<TypeId::kSyntaxError, 3>(),
                                           FieldRow<TypeId::kSyntaxError, 4>(), FieldRow<TypeId::kSyntaxError, 5>(),
                                           FieldRow<TypeId::kSyntaxError, 6>(), FieldRow<TypeId::kSyntaxError, 7>()};

constexpr BuiltinRow kGroupRows[] = {
    FieldRow<TypeId::kBaseExceptionGroup, 0>(),
    FieldRow<TypeId::kBaseExceptionGroup, 1>(),
    GARTER_CLASS_GETITEM_ROW,
    {"derive", "($self, excs, /)", GroupDerive},
    {"split", "($self, matcher_value, /)", GroupSplit, kGroupSlots},
    {"subgroup", "($self, matcher_value, /)", GroupSubgroup, kGroupSlots},
};

template <TypeId type>
constexpr BuiltinRow kUnicodeRows[] = {FieldRow<type, 0>(), FieldRow<type, 1>(), FieldRow<type, 2>(),
                                       FieldRow<type, 3>(), FieldRow<type, 4>()};

constexpr BuiltinRow kNewNameError = {"NameError", "($self, /, *args, name=None)", NewNameError, 0, BuiltinRow::kRaw};
constexpr BuiltinRow kNewAttributeError = {"AttributeError", "($self, /, *args, name=None, obj=None)",
                                           NewAttributeError, 0, BuiltinRow::kRaw};
constexpr BuiltinRow kNewImportError = {"ImportError", "($self, /, *args, name=None, path=None, name_from=None)",
                                        NewImportError, 0, BuiltinRow::kRaw};
constexpr BuiltinRow kNewOSError = {"OSError", "($self, *args)", NewOSError, 0, BuiltinRow::kRaw};
constexpr BuiltinRow kNewSyntaxError = {"SyntaxError", "($self, *args)", NewSyntaxError, 0, BuiltinRow::kRaw};
constexpr BuiltinRow kNewGroup = {"BaseExceptionGroup", "($self, *args)", NewExceptionGroup, 0, BuiltinRow::kRaw};
constexpr BuiltinRow kNewUnicodeError = {"UnicodeError", "($self, *args)", NewUnicodeError, 0, BuiltinRow::kRaw};

constexpr TypeTable kStopIterationTable = {kStopIterationRows, 1, nullptr};
constexpr TypeTable kSystemExitTable = {kSystemExitRows, 1, nullptr};
constexpr TypeTable kNameErrorTable = {kNameErrorRows, 1, &kNewNameError};
constexpr TypeTable kAttributeErrorTable = {kAttributeErrorRows, 2, &kNewAttributeError};
constexpr TypeTable kImportErrorTable = {kImportErrorRows, 4, &kNewImportError};
constexpr TypeTable kOSErrorTable = {kOSErrorRows, 4, &kNewOSError};
constexpr TypeTable kSyntaxErrorTable = {kSyntaxErrorRows, 8, &kNewSyntaxError};
constexpr TypeTable kGroupTable = {kGroupRows, sizeof(kGroupRows) / sizeof(kGroupRows[0]), &kNewGroup};
template <TypeId type>
constexpr TypeTable kUnicodeTable = {kUnicodeRows<type>, 5, &kNewUnicodeError};

}  // namespace

const TypeTable* FieldTableOf(TypeId type) {
  switch (type) {
    case TypeId::kStopIteration:
      return &kStopIterationTable;
    case TypeId::kSystemExit:
      return &kSystemExitTable;
    case TypeId::kNameError:
      return &kNameErrorTable;
    case TypeId::kAttributeError:
      return &kAttributeErrorTable;
    case TypeId::kImportError:
      return &kImportErrorTable;
    case TypeId::kOSError:
      return &kOSErrorTable;
    case TypeId::kSyntaxError:
      return &kSyntaxErrorTable;
    case TypeId::kBaseExceptionGroup:
      return &kGroupTable;
    case TypeId::kUnicodeDecodeError:
      return &kUnicodeTable<TypeId::kUnicodeDecodeError>;
    case TypeId::kUnicodeEncodeError:
      return &kUnicodeTable<TypeId::kUnicodeEncodeError>;
    case TypeId::kUnicodeTranslateError:
      return &kUnicodeTable<TypeId::kUnicodeTranslateError>;
    default:
      return nullptr;
  }
}

int FindField(TypeId type, std::string_view name) {
  for (int k = 0; k < kFieldCount; ++k) {
    if (name == kFields[k].name && IsSubtype(type, kFields[k].owner)) return k;
  }
  return -1;
}

Value FieldValue(Vm& vm, Value exception, int field) {
  Value own = GetOwnAttribute(vm, exception, kFields[field].name);
  return own.IsUnbound() ? FieldFromArguments(vm, exception, kFields[field]) : own;
}

Step SetFieldChecked(Vm& vm, Value exception, int field, Value value) {
  if (kFields[field].check == Check::kInteger) {
    if (value.IsUnbound()) return vm.Raise(TypeId::kTypeError, "can't delete numeric/char attribute");
    if (!value.IsAnyInt() && !value.IsBool()) return vm.Raise(TypeId::kTypeError, "an integer is required");
  }
  if (kFields[field].check == Check::kReadOnly) return vm.Raise(TypeId::kAttributeError, "readonly attribute");
  return SetField(vm, exception, kFields[field].name, value.IsUnbound() ? kNone : value) ? Step::Done(kNone)
                                                                                         : vm.NoRoom();
}

Step DetachFields(Vm& vm, Value exception) {
  auto type = ExceptionTypeOf(vm, exception);
  for (int k = 0; k < kFieldCount; ++k) {
    if (kFields[k].argument == kNoArgument || !IsSubtype(type, kFields[k].owner)) continue;
    if (!SetField(vm, exception, kFields[k].name, FieldValue(vm, exception, k))) return vm.NoRoom();
  }
  return Step::Done(kNone);
}

}  // namespace garter
