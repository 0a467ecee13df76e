// The rare paths of the builder: wider characters, and the end.
#include "interpreter/heap/text_builder.h"
#include "interpreter/base/copy_bytes.h"

namespace garter {
namespace {

uint32_t ReadCharacter(const uint8_t* data, uint32_t i, int width) {
  if (width == 1) return data[i];
  if (width == 2) return reinterpret_cast<const uint16_t*>(data)[i];
  return reinterpret_cast<const uint32_t*>(data)[i];
}

void WriteCharacter(uint8_t* data, uint32_t i, int width, uint32_t c) {
  if (width == 1)
    data[i] = static_cast<uint8_t>(c);
  else if (width == 2)
    reinterpret_cast<uint16_t*>(data)[i] = static_cast<uint16_t>(c);
  else
    reinterpret_cast<uint32_t*>(data)[i] = c;
}

int WidthFor(uint32_t c) { return c < 0x100 ? 1 : c < 0x10000 ? 2 : 4; }

}  // namespace

bool TextBuilder::Widen(int width) {
  if (static_cast<uint64_t>(length_ + 1) * static_cast<uint64_t>(width) > room_) {
    full_ = true;
    return false;
  }
  for (uint32_t i = length_; i-- > 0;) WriteCharacter(data_, i, width, ReadCharacter(data_, i, width_));
  width_ = width;
  return true;
}

void TextBuilder::AppendWide(uint32_t code_point) {
  if (full_) return;
  if (WidthFor(code_point) > width_ && !Widen(WidthFor(code_point))) return;
  if (static_cast<uint64_t>(length_ + 1) * static_cast<uint64_t>(width_) > room_) {
    full_ = true;
    return;
  }
  WriteCharacter(data_, length_++, width_, code_point);
  seen_ |= code_point;
}

void TextBuilder::AppendCharacters(const uint8_t* characters, uint32_t count, int width) {
  if (width_ == 1 && width == 1 && count <= room_ - length_) {
    CopyBytes(data_ + length_, characters, count);
    length_ += count;
    seen_ |= 0x80;  // unknown: Finish() looks
    return;
  }
  for (uint32_t i = 0; i < count && !full_; ++i) Append(ReadCharacter(characters, i, width));
}

void TextBuilder::AppendUtf8(std::string_view utf8) {
  const auto* p = reinterpret_cast<const uint8_t*>(utf8.data());
  const uint8_t* end = p + utf8.size();
  while (p < end) {
    uint32_t c = *p++;
    int more = c < 0x80 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
    if (more > 0) c &= 0x3Fu >> more;
    for (; more > 0 && p < end; --more) c = c << 6 | (*p++ & 0x3F);
    Append(c);
  }
}

Value TextBuilder::Finish() {
  if (full_) {
    uint64_t wish = static_cast<uint64_t>(room_) * 2 + 4096;
    heap_.wanted = wish > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(wish);
    return kUnbound;
  }
  uint32_t bytes = length_ * static_cast<uint32_t>(width_);
  // A text that was widened and then cut may fit a narrower width; strs are always the narrowest.
  if (width_ > 1) {
    uint32_t all = 0;
    for (uint32_t i = 0; i < length_; ++i) all |= ReadCharacter(data_, i, width_);
    if (WidthFor(all) < width_) {
      int narrow = WidthFor(all);
      for (uint32_t i = 0; i < length_; ++i) WriteCharacter(data_, i, narrow, ReadCharacter(data_, i, width_));
      width_ = narrow;
      bytes = length_ * static_cast<uint32_t>(width_);
    }
  }
  bool ascii = width_ == 1;
  if (ascii && seen_ >= 0x80) {
    for (uint32_t i = 0; i < length_ && ascii; ++i) ascii = data_[i] < 0x80;
  }
  Str* str =
      heap_.Allocate<Str>(Kind::kStr, sizeof(Str) + bytes, static_cast<uint16_t>(width_ | (ascii ? Str::kAscii : 0)));
  if (str == nullptr) return kUnbound;
  str->length = length_;
  str->buffer = 0;
  str->hash = 0;
  for (uint32_t i = bytes; (i & 7) != 0; ++i) str->inline_data()[i] = 0;
  return heap_.ValueOf(str);
}

}  // namespace garter
