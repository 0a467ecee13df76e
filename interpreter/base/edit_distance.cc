// Wagner and Fischer's table, one row of it at a time.
#include "interpreter/base/edit_distance.h"

namespace garter {
namespace {

constexpr int kMoveCost = 2;
constexpr int kCaseCost = 1;

int SubstitutionCost(uint32_t a, uint32_t b) {
  if ((a & 31) != (b & 31)) return kMoveCost;
  if (a == b) return 0;
  auto lower = [](uint32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; };
  return lower(a) == lower(b) ? kCaseCost : kMoveCost;
}

}  // namespace

int EditDistance(const uint32_t* a, int a_size, const uint32_t* b, int b_size, int most) {
  while (a_size > 0 && b_size > 0 && a[0] == b[0]) ++a, ++b, --a_size, --b_size;
  while (a_size > 0 && b_size > 0 && a[a_size - 1] == b[b_size - 1]) --a_size, --b_size;
  if (a_size == 0 || b_size == 0) return kMoveCost * (a_size + b_size);
  if (b_size < a_size) {
    const uint32_t* t = a;
    a = b;
    b = t;
    int n = a_size;
    a_size = b_size;
    b_size = n;
  }
  if ((b_size - a_size) * kMoveCost > most) return most + 1;
  int row[64];
  for (int i = 0; i < a_size; ++i) row[i] = kMoveCost * (i + 1);
  int result = 0;
  for (int j = 0; j < b_size; ++j) {
    int distance = j * kMoveCost, least = 1 << 30;
    result = distance;
    for (int i = 0; i < a_size; ++i) {
      int substitute = distance + SubstitutionCost(b[j], a[i]);
      distance = row[i];
      int insert_or_delete = (result < distance ? result : distance) + kMoveCost;
      result = insert_or_delete < substitute ? insert_or_delete : substitute;
      row[i] = result;
      if (result < least) least = result;
    }
    if (least > most) return most + 1;
  }
  return result;
}

}  // namespace garter
