// The constants of a program: values without repetition, objects among them in the frozen image.
//
// Two constants are one when value and type agree: 1, True and 1.0 differ, and so do 0.0 and -0.0. Equal objects are
// found by their bytes, since a frozen object's bytes are a function of its value: items of a tuple are themselves
// constants without repetition. Objects are made in the output arena, one after another, and taken back when there
// was one like them; nothing else may be allocated there until the table is finished.
//
// Where the arena is full every call answers kNoConstant and the meter has stopped with the memory limit.
#ifndef GARTER_INTERPRETER_CODE_CONSTANTS_H_
#define GARTER_INTERPRETER_CODE_CONSTANTS_H_

#include <string_view>

#include "interpreter/base/arena.h"
#include "interpreter/base/meter.h"
#include "interpreter/code/image.h"
#include "interpreter/heap/object.h"
#include "interpreter/syntax/arena_vector.h"
#include "interpreter/syntax/ast.h"

namespace garter {

class ConstantTable {
 public:
  ConstantTable(Arena& scratch, Arena& output, Meter& meter)
      : scratch_(scratch), output_(output), meter_(meter), frozen_start_(output.used()) {}

  // A value that is no object: None, a bool, Ellipsis, a float, an int of 48 bits.
  uint32_t OfValue(Value value);
  // UTF-8; surrogates as three bytes each.
  uint32_t OfStr(std::string_view text);
  uint32_t OfBytes(std::string_view bytes);
  // Any int: `fits` says that `small` is its value, else `digits` in `base` are.
  uint32_t OfInt(bool fits, int64_t small, std::string_view digits, int base);
  uint32_t OfComplex(double real, double imag);
  uint32_t OfTuple(const uint32_t* constants, uint32_t count);

  Value At(uint32_t index) const { return values_[index]; }
  const ArenaVector<Value>& values() const { return values_; }
  uint32_t frozen_start() const { return frozen_start_; }
  uint32_t frozen_size() const { return output_.used() - frozen_start_; }

 private:
  template <typename T>
  T* NewObject(Kind kind, uint64_t size, uint16_t aux);
  uint32_t Keep(Object* object, uint64_t size, uint64_t hash);
  uint32_t Insert(Value value, uint64_t hash, const Object* object, uint64_t size);
  bool Grow();
  uint32_t Full();

  Arena& scratch_;
  Arena& output_;
  Meter& meter_;
  uint32_t frozen_start_;
  ArenaVector<Value> values_;
  ArenaVector<uint32_t> hashes_;
  uint32_t* slots_ = nullptr;  // index + 1, or 0
  uint32_t slot_mask_ = 0;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_CODE_CONSTANTS_H_
