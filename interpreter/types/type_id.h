// TypeId: the built-in types by number (types.def), and what is known of each without a heap.
#ifndef GARTER_INTERPRETER_TYPES_TYPE_ID_H_
#define GARTER_INTERPRETER_TYPES_TYPE_ID_H_

#include <cstdint>

#include "interpreter/heap/value.h"

namespace garter {

enum class TypeId : uint16_t {
#define GARTER_TYPE(id, name, base) k##id,
#define GARTER_EXCEPTION_TYPE(id, name, base) k##id,
#include "interpreter/types/types.def"
  kCount,
};

inline constexpr const char* kTypeNames[] = {
#define GARTER_TYPE(id, name, base) name,
#define GARTER_EXCEPTION_TYPE(id, name, base) name,
#include "interpreter/types/types.def"
};

inline constexpr TypeId kTypeBases[] = {
#define GARTER_TYPE(id, name, base) TypeId::k##base,
#define GARTER_EXCEPTION_TYPE(id, name, base) TypeId::k##base,
#include "interpreter/types/types.def"
};

constexpr const char* TypeName(TypeId id) { return kTypeNames[static_cast<int>(id)]; }
constexpr TypeId TypeBase(TypeId id) { return kTypeBases[static_cast<int>(id)]; }
// ExceptionGroup is the one type with two bases, BaseExceptionGroup and Exception.
constexpr bool IsSubtype(TypeId id, TypeId base) {
  if (id == TypeId::kExceptionGroup && base == TypeId::kException) return true;
  while (id != base) {
    if (id == TypeId::kObject) return false;
    id = TypeBase(id);
  }
  return true;
}
constexpr bool IsExceptionType(TypeId id) { return IsSubtype(id, TypeId::kBaseException); }
constexpr Value TypeValue(TypeId id) { return Value::Immediate(Kind::kType, static_cast<uint32_t>(id)); }

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_TYPE_ID_H_
