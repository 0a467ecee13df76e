// The edit distance behind suggestions: a move costs 2, a change of case 1; a third of the letters may differ.
#include "interpreter/vm/suggest.h"

#include "interpreter/base/utf8.h"

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

// Distance between two names, or more than `most` when it is larger than that (Wagner and Fischer, one row).
int Distance(const uint32_t* a, int a_size, const uint32_t* b, int b_size, int most) {
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

}  // namespace

void Suggestion::Name::Set(const Text& text) {
  too_long = text.length > kMaxSize;
  size = too_long ? 0 : static_cast<int>(text.length);
  for (int i = 0; i < size; ++i) characters[i] = text[static_cast<uint32_t>(i)];
}

void Suggestion::Name::Set(std::string_view ascii) {
  too_long = ascii.size() > kMaxSize;
  size = too_long ? 0 : static_cast<int>(ascii.size());
  for (int i = 0; i < size; ++i) characters[i] = static_cast<uint8_t>(ascii[static_cast<size_t>(i)]);
}

Suggestion::Suggestion(Vm& vm, Value wrong_name) : vm_(vm) {
  wrong_.Set(vm.TextOf(wrong_name));
  best_distance_ = 1 << 30;
}

void Suggestion::Consider(Value str) {
  Name name;
  name.Set(vm_.TextOf(str));
  Judge(name);
}

void Suggestion::Consider(std::string_view ascii) {
  Name name;
  name.Set(ascii);
  Judge(name);
}

void Suggestion::Judge(const Name& candidate) {
  ++candidates_;
  if (wrong_.too_long || candidate.too_long) return;
  if (candidate.size == wrong_.size &&
      std::memcmp(candidate.characters, wrong_.characters, static_cast<size_t>(wrong_.size) * 4) == 0) {
    return;
  }
  int most = (candidate.size + wrong_.size + 3) * kMoveCost / 6;
  if (best_distance_ - 1 < most) most = best_distance_ - 1;
  int distance = Distance(wrong_.characters, wrong_.size, candidate.characters, candidate.size, most);
  if (distance > most) return;
  best_distance_ = distance;
  best_size_ = 0;
  for (int i = 0; i < candidate.size; ++i)
    best_size_ += static_cast<size_t>(EncodeUtf8(candidate.characters[i], best_ + best_size_));
}

}  // namespace garter
