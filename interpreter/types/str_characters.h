// Characters in bulk: how strs are made, narrowed and copied, whatever the width of their characters.
//
// A str is always as narrow as its widest character allows (1, 2 or 4 bytes), so equal strs have equal bytes. Who makes
// a str knows, or finds out first, how wide it must be; NewCharacters then gives it its memory to fill.
#ifndef GARTER_INTERPRETER_TYPES_STR_CHARACTERS_H_
#define GARTER_INTERPRETER_TYPES_STR_CHARACTERS_H_

#include <cstring>
#include <type_traits>

#include "interpreter/base/copy_bytes.h"
#include "interpreter/vm/vm.h"

namespace garter {

constexpr int WidthOf(uint32_t code_point) { return code_point < 0x100 ? 1 : code_point < 0x10000 ? 2 : 4; }

// A str of `length` characters to be filled in at once; its padding is zero already. Null: no room.
inline Str* NewCharacters(Vm& vm, uint64_t length, int width, bool ascii) {
  uint64_t bytes = length * static_cast<uint64_t>(width);
  Str* str =
      vm.heap.Allocate<Str>(Kind::kStr, sizeof(Str) + bytes, static_cast<uint16_t>(width | (ascii ? Str::kAscii : 0)));
  if (__builtin_expect(str == nullptr, 0)) return nullptr;
  if ((bytes & 7) != 0) std::memset(str->inline_data() + (bytes & ~uint64_t{7}), 0, 8);
  str->length = static_cast<uint32_t>(length);
  str->buffer = 0;
  str->hash = 0;
  return str;
}

// Calls visit with the characters as a typed pointer.
template <typename Visit>
auto WithWidth(const Text& text, Visit visit) {
  if (text.width == 1) return visit(text.data);
  if (text.width == 2) return visit(reinterpret_cast<const uint16_t*>(text.data));
  return visit(reinterpret_cast<const uint32_t*>(text.data));
}
template <typename Visit>
auto WithWidth(uint8_t* data, int width, Visit visit) {
  if (width == 1) return visit(data);
  if (width == 2) return visit(reinterpret_cast<uint16_t*>(data));
  return visit(reinterpret_cast<uint32_t*>(data));
}

// The bitwise or of all characters: as wide as the widest, and below 0x80 only if all are.
uint32_t CharacterBits(const Text& text);

// Copies to memory whose width is at least that of the text, or known to be wide enough for what is in it.
void CopyCharacters(uint8_t* to, int to_width, const Text& text);

// Fills `size` bytes with copies of a piece, each copy as long as all before it.
inline void FillRepeated(uint8_t* to, const uint8_t* piece, uint64_t piece_size, uint64_t size) {
  if (size == 0) return;
  if (piece_size == 1) {
    std::memset(to, piece[0], size);
    return;
  }
  uint64_t done = piece_size < size ? piece_size : size;
  CopyBytes(to, piece, done);
  while (done < size) {
    uint64_t more = done < size - done ? done : size - done;
    CopyBytes(to + done, to, more);
    done += more;
  }
}

// text[start:end]
inline Text Part(const Text& text, uint32_t start, uint32_t end) {
  return {text.data + static_cast<size_t>(start) * static_cast<size_t>(text.width), end - start, text.width,
          text.ascii};
}

inline uint64_t ByteCount(const Text& text) { return uint64_t{text.length} * static_cast<uint64_t>(text.width); }
inline std::string_view AsciiView(const Text& text) { return {reinterpret_cast<const char*>(text.data), text.length}; }

// Fuel for looking at so many bytes.
constexpr uint64_t FuelForBytes(uint64_t bytes) { return bytes >> 6; }

// Done(value), or NoRoom when it is Unbound.
inline Step DoneOrNoRoom(Vm& vm, Value value) { return value.IsUnbound() ? vm.NoRoom() : Step::Done(value); }

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_STR_CHARACTERS_H_
