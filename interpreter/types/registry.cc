// Where the rows of all built-in types come together, and how names find them.
#include "interpreter/modules/modules.h"
#include "interpreter/types/builtin.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/operators.h"

namespace garter {
namespace {

const TypeTable kNoTable;

// Names of the builtins module that are neither functions nor the types of types.def.
struct NamedConstant {
  const char* name;
  Value value;
};
constexpr NamedConstant kConstants[] = {
    {"None", kNone},
    {"True", kTrue},
    {"False", kFalse},
    {"Ellipsis", kEllipsis},
    {"NotImplemented", kNotImplemented},
    {"__debug__", kTrue},
    // What a script finds in its own globals; they become variables when it assigns to them.
    {"__doc__", kNone},
    {"__package__", kNone},
    {"__spec__", kNone},
    {"__cached__", kNone},
    {"EnvironmentError", TypeValue(TypeId::kOSError)},
    {"IOError", TypeValue(TypeId::kOSError)},
};

// The types whose names are builtins; the others (generator, cell, dict_keys, ...) have no name of their own.
constexpr TypeId kNamedTypes[] = {
    TypeId::kObject,    TypeId::kType,        TypeId::kInt,          TypeId::kBool,   TypeId::kFloat,
    TypeId::kComplex,   TypeId::kStr,         TypeId::kBytes,        TypeId::kList,   TypeId::kTuple,
    TypeId::kDict,      TypeId::kSet,         TypeId::kFrozenSet,    TypeId::kRange,  TypeId::kSlice,
    TypeId::kEnumerate, TypeId::kZip,         TypeId::kMap,          TypeId::kFilter, TypeId::kReversed,
    TypeId::kProperty,  TypeId::kClassMethod, TypeId::kStaticMethod, TypeId::kSuper,
};

}  // namespace

const TypeTable& TableOf(TypeId id) {
  switch (id) {
    case TypeId::kObject:
      return kObjectTable;
    case TypeId::kType:
      return kTypeTable;
    case TypeId::kNoneType:
      return kNoneTable;
    case TypeId::kInt:
      return kIntTable;
    case TypeId::kBool:
      return kBoolTable;
    case TypeId::kFloat:
      return kFloatTable;
    case TypeId::kComplex:
      return kComplexTable;
    case TypeId::kStr:
      return kStrTable;
    case TypeId::kBytes:
      return kBytesTable;
    case TypeId::kList:
      return kListTable;
    case TypeId::kTuple:
      return kTupleTable;
    case TypeId::kDict:
      return kDictTable;
    case TypeId::kSet:
      return kSetTable;
    case TypeId::kFrozenSet:
      return kFrozenSetTable;
    case TypeId::kRange:
      return kRangeTable;
    case TypeId::kSlice:
      return kSliceTable;
    case TypeId::kTextIOWrapper:
      return kStreamTable;
    case TypeId::kModule:
      return kModuleTable;
    case TypeId::kCode:
      return kCodeTable;
    case TypeId::kFunction:
      return kFunctionTable;
    case TypeId::kMethod:
      return kMethodTable;
    case TypeId::kBuiltinFunction:
    case TypeId::kMethodDescriptor:
    case TypeId::kWrapperDescriptor:
    case TypeId::kMethodWrapper:
    case TypeId::kClassMethodDescriptor:
    case TypeId::kGetSetDescriptor:
      return kBuiltinTable;
    case TypeId::kGenerator:
      return kGeneratorTable;
    case TypeId::kFrame:
      return kFrameTable;
    case TypeId::kCoroutine:
      return kCoroutineTable;
    case TypeId::kAsyncGenerator:
      return kAsyncGeneratorTable;
    case TypeId::kCoroutineWrapper:
      return kCoroutineWrapperTable;
    case TypeId::kAsyncGeneratorAsend:
    case TypeId::kAsyncGeneratorAthrow:
    case TypeId::kAnextAwaitable:
      return kAwaitableTable;
    case TypeId::kEnumerate:
      return kEnumerateTable;
    case TypeId::kZip:
      return kZipTable;
    case TypeId::kMap:
      return kMapTable;
    case TypeId::kFilter:
      return kFilterTable;
    case TypeId::kReversed:
      return kReversedTable;
    case TypeId::kDictKeys:
      return kDictKeysTable;
    case TypeId::kDictValues:
      return kDictValuesTable;
    case TypeId::kDictItems:
      return kDictItemsTable;
    case TypeId::kMappingProxy:
      return kMappingProxyTable;
    case TypeId::kProperty:
      return kPropertyTable;
    case TypeId::kClassMethod:
      return kClassMethodTable;
    case TypeId::kStaticMethod:
      return kStaticMethodTable;
    case TypeId::kMemberDescriptor:
      return kMemberTable;
    case TypeId::kSuper:
      return kSuperTable;
    case TypeId::kBaseException:
      return kBaseExceptionTable;
    default:
      return IteratorTableOf(id) != nullptr    ? *IteratorTableOf(id)
             : ExceptionTableOf(id) != nullptr ? *ExceptionTableOf(id)
                                               : kNoTable;
  }
}

Value BuiltinValue(TypeId owner, uint32_t row) {
  return Value::Immediate(Kind::kBuiltin, static_cast<uint32_t>(owner) << 16 | row);
}

TypeId OwnerOf(Value builtin) { return static_cast<TypeId>(builtin.payload() >> 16); }

const BuiltinRow& RowOf(Value builtin) {
  uint32_t row = builtin.payload() & 0xFFFF;
  TypeId owner = OwnerOf(builtin);
  if (owner == TypeId::kCount) {
    if (row & 0x8000) return InternalRow(row & 0x7FFF);
    uint32_t builtins = BuiltinFunctionCount();
    return row < builtins ? BuiltinFunctionRow(row) : ModuleFunctionRow(row - builtins);
  }
  if (row != kConstructorRow) return TableOf(owner).rows[row];
  for (TypeId at = owner;; at = TypeBase(at)) {
    const BuiltinRow* constructor = TableOf(at).constructor;
    if (constructor != nullptr) return *constructor;
    CHECK(at != TypeId::kObject);
  }
}

Value FindBuiltinAttribute(TypeId type, std::string_view name) {
  for (TypeId at = type;; at = TypeBase(at)) {
    const TypeTable& table = TableOf(at);
    for (uint32_t k = 0; k < table.count; ++k) {
      if (name == table.rows[k].name) return BuiltinValue(at, k);
    }
    if (at == TypeId::kObject) return kUnbound;
  }
}

Value FindBuiltinName(std::string_view name) {
  for (uint32_t k = 0; k < BuiltinFunctionCount(); ++k) {
    if (name == BuiltinFunctionRow(k).name) return BuiltinValue(TypeId::kCount, k);
  }
  for (TypeId type : kNamedTypes) {
    if (name == TypeName(type)) return TypeValue(type);
  }
  for (int k = static_cast<int>(TypeId::kBaseException); k < static_cast<int>(TypeId::kCount); ++k) {
    if (name == kTypeNames[k]) return TypeValue(static_cast<TypeId>(k));
  }
  for (const NamedConstant& constant : kConstants) {
    if (name == constant.name) return constant.value;
  }
  return kUnbound;
}

TypeId TypeOfBuiltin(Value builtin) {
  if (OwnerOf(builtin) == TypeId::kCount) return TypeId::kBuiltinFunction;
  uint8_t flags = RowOf(builtin).flags;
  if (flags & BuiltinRow::kGetter) return TypeId::kGetSetDescriptor;
  if (flags & BuiltinRow::kClass) return TypeId::kClassMethodDescriptor;
  if (flags & BuiltinRow::kStatic) return TypeId::kBuiltinFunction;
  return (flags & BuiltinRow::kSlotWrapper) ? TypeId::kWrapperDescriptor : TypeId::kMethodDescriptor;
}

TypeId TypeOfBoundBuiltin(Value builtin) {
  return (RowOf(builtin).flags & BuiltinRow::kSlotWrapper) ? TypeId::kMethodWrapper : TypeId::kBuiltinFunction;
}

}  // namespace garter
