// The tables of charmaps.inc by name, and their inverse: a search, since texts in such encodings are mostly ASCII.
#include "interpreter/types/str_charmap.h"

#include "interpreter/types/names.h"

namespace garter {
namespace {

#include "interpreter/types/charmaps.inc"

}  // namespace

const CharMap* FindCharMap(std::string_view name) {
  for (const CharMap& map : kCharMaps) {
    bool found = false;
    ForEachName(map.names, [&](std::string_view known) { found = found || known == name; });
    if (found) return &map;
  }
  return nullptr;
}

int CharMapByte(const CharMap& map, uint32_t code_point) {
  if (code_point < 128) return static_cast<int>(code_point);
  for (int k = 0; k < 128; ++k) {
    if (map.upper[k] == code_point) return 128 + k;
  }
  return -1;
}

}  // namespace garter
