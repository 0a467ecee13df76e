// The table of each built-in type, defined in the type's own file and collected by registry.cc.
#ifndef GARTER_INTERPRETER_TYPES_TABLES_H_
#define GARTER_INTERPRETER_TYPES_TABLES_H_

#include "interpreter/types/builtin.h"

namespace garter {

extern const TypeTable kObjectTable, kTypeTable, kNoneTable, kCodeTable, kModuleTable, kStreamTable, kFunctionTable,
    kMethodTable,
    kBuiltinTable;                                                         // object.cc, type.cc, function.cc
extern const TypeTable kIntTable, kBoolTable, kFloatTable, kComplexTable;  // int.cc, bool.cc, float.cc, complex.cc
extern const TypeTable kStrTable, kBytesTable;                             // str.cc, bytes.cc
extern const TypeTable kListTable, kTupleTable, kDictTable, kSetTable, kFrozenSetTable;
extern const TypeTable kRangeTable, kSliceTable, kDictKeysTable, kDictValuesTable, kMappingProxyTable, kDictItemsTable;
extern const TypeTable kGeneratorTable, kFrameTable;                                                    // generator.cc
extern const TypeTable kCoroutineTable, kAsyncGeneratorTable, kAwaitableTable, kCoroutineWrapperTable;  // coroutine.cc
extern const TypeTable kEnumerateTable, kZipTable, kMapTable, kFilterTable,
    kReversedTable;  // iterators.cc
extern const TypeTable kPropertyTable, kClassMethodTable, kStaticMethodTable, kMemberTable,
    kSuperTable;                             // descriptor.cc
extern const TypeTable kBaseExceptionTable;  // exception.cc

const TypeTable* IteratorTableOf(TypeId id);   // list_iterator and the like (iterators.cc); null: not one of them
const TypeTable* ExceptionTableOf(TypeId id);  // exceptions with attributes of their own (exception.cc); null: none

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_TABLES_H_
