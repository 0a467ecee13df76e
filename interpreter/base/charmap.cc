// The tables of charmaps.inc by name, and their inverse: a search, since texts in such encodings are mostly ASCII.
#include "interpreter/base/charmap.h"

namespace garter {
namespace {

#include "interpreter/base/charmaps.inc"

}  // namespace

const CharMap* FindCharMap(std::string_view name) {
  for (const CharMap& map : kCharMaps) {
    std::string_view names = map.names;
    while (!names.empty()) {
      std::string_view known = names.substr(0, names.find(' '));
      if (known == name) return &map;
      names.remove_prefix(known.size() < names.size() ? known.size() + 1 : known.size());
    }
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
