// The encodings of one byte a character that are ASCII below 128: cp1252, iso8859_15, koi8_r and their like.
#ifndef GARTER_INTERPRETER_BASE_CHARMAP_H_
#define GARTER_INTERPRETER_BASE_CHARMAP_H_

#include <cstdint>
#include <string_view>

namespace garter {

struct CharMap {
  const char* names;    // in normal form, the first is its own; a space between each two
  uint16_t upper[128];  // the characters of the bytes from 128 on; 0: none
};

// By a name in normal form; null: there is none.
const CharMap* FindCharMap(std::string_view name);
// The byte of a character, or -1.
int CharMapByte(const CharMap& map, uint32_t code_point);

}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_CHARMAP_H_
