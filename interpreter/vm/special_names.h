// The special methods by number (special_names.def).
#ifndef GARTER_INTERPRETER_VM_SPECIAL_NAMES_H_
#define GARTER_INTERPRETER_VM_SPECIAL_NAMES_H_

#include <cstdint>

namespace garter {

enum class Special : uint8_t {
#define GARTER_SPECIAL(name) k_##name,
#include "interpreter/vm/special_names.def"
  kCount,
};
inline constexpr const char* kSpecialTexts[] = {
#define GARTER_SPECIAL(name) "__" #name "__",
#include "interpreter/vm/special_names.def"
};
inline constexpr uint32_t kSpecialCount = static_cast<uint32_t>(Special::kCount);
static_assert(kSpecialCount <= 128);  // Class::specials

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_SPECIAL_NAMES_H_
