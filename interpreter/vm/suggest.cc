// Names become code points once; the nearest so far is kept as text.
#include "interpreter/vm/suggest.h"

#include "interpreter/base/edit_distance.h"
#include "interpreter/base/utf8.h"

namespace garter {
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
  int most = MostEdits(candidate.size, wrong_.size);
  if (best_distance_ - 1 < most) most = best_distance_ - 1;
  int distance = EditDistance(wrong_.characters, wrong_.size, candidate.characters, candidate.size, most);
  if (distance > most) return;
  best_distance_ = distance;
  best_size_ = 0;
  for (int i = 0; i < candidate.size; ++i)
    best_size_ += static_cast<size_t>(EncodeUtf8(candidate.characters[i], best_ + best_size_));
}

}  // namespace garter
