// Names, warnings and texts of a tree: the few operations on it that are more than an access.
#include "interpreter/syntax/ast.h"

#include "interpreter/base/copy_bytes.h"
#include "interpreter/syntax/lexer.h"

namespace garter {

std::string_view NameTable::View(const Arena& arena, TextRef ref) const {
  uint32_t size = ref.size & ~TextRef::kInArena;
  return {(ref.size & TextRef::kInArena ? arena.base() : text_) + ref.offset, size};
}

Identifier NameTable::Find(const Arena& arena, std::string_view text) const {
  if (capacity_ == 0) return 0;
  uint32_t hash = HashName(text);
  const uint32_t* slots = arena.At<uint32_t>(slots_);
  const Entry* entries = arena.At<Entry>(entries_);
  for (uint32_t i = hash & (capacity_ - 1);; i = (i + 1) & (capacity_ - 1)) {
    if (slots[i] == 0) return 0;
    const Entry& entry = entries[slots[i] - 1];
    if (entry.hash == hash && View(arena, entry.text) == text) return slots[i];
  }
}

Identifier NameTable::Intern(Arena& arena, std::string_view text, uint32_t hash, const char* stays) {
  if (count_ >= capacity_ / 2 && !Grow(arena)) return 0;
  uint32_t* slots = arena.At<uint32_t>(slots_);
  Entry* entries = arena.At<Entry>(entries_);
  uint32_t i = hash & (capacity_ - 1);
  for (; slots[i] != 0; i = (i + 1) & (capacity_ - 1)) {
    const Entry& entry = entries[slots[i] - 1];
    if (entry.hash == hash && View(arena, entry.text) == text) return slots[i];
  }
  TextRef ref;
  if (stays != nullptr) {
    text_ = stays;
    ref = {static_cast<uint32_t>(text.data() - stays), static_cast<uint32_t>(text.size())};
  } else {
    char* copy = static_cast<char*>(arena.Allocate(text.size()));
    if (copy == nullptr) return 0;
    CopyBytes(copy, text.data(), text.size());
    ref = {arena.OffsetOf(copy), static_cast<uint32_t>(text.size()) | TextRef::kInArena};
  }
  entries[count_] = {ref, hash};
  slots[i] = ++count_;
  return count_;
}

Identifier NameTable::Intern(Arena& arena, std::string_view text) {
  return Intern(arena, text, HashName(text), nullptr);
}

// The first table is small, because most programs compiled are; each next one is four times as large.
bool NameTable::Grow(Arena& arena) {
  uint32_t capacity = capacity_ == 0 ? 32 : capacity_ * 4;
  uint32_t* slots = static_cast<uint32_t*>(arena.Allocate(size_t{capacity} * 4));
  Entry* entries = static_cast<Entry*>(arena.Allocate(size_t{capacity} / 2 * sizeof(Entry)));
  if (slots == nullptr || entries == nullptr) return false;
  std::memset(slots, 0, size_t{capacity} * 4);
  if (count_ > 0) CopyBytes(entries, arena.At<Entry>(entries_), count_ * sizeof(Entry));
  for (uint32_t id = 1; id <= count_; ++id) {
    uint32_t i = entries[id - 1].hash & (capacity - 1);
    while (slots[i] != 0) i = (i + 1) & (capacity - 1);
    slots[i] = id;
  }
  slots_ = arena.OffsetOf(slots);
  entries_ = arena.OffsetOf(entries);
  capacity_ = capacity;
  return true;
}

bool Ast::CopyText(std::string_view text, TextRef* ref) const {
  char* copy = static_cast<char*>(arena_->Allocate(text.empty() ? 1 : text.size()));
  if (copy == nullptr) return false;
  CopyBytes(copy, text.data(), text.size());
  *ref = {arena_->OffsetOf(copy), static_cast<uint32_t>(text.size()) | TextRef::kInArena};
  return true;
}

bool Ast::AddWarning(std::string_view message, uint32_t lineno) {
  TextRef text;
  if (!CopyText(message, &text)) return false;
  SyntaxWarning* warning = static_cast<SyntaxWarning*>(arena_->Allocate(sizeof(SyntaxWarning)));
  if (warning == nullptr) return false;
  *warning = {text, lineno, 0};
  uint32_t offset = arena_->OffsetOf(warning);
  (last_warning_ == 0 ? first_warning_ : arena_->At<SyntaxWarning>(last_warning_)->next) = offset;
  last_warning_ = offset;
  return true;
}

}  // namespace garter
