// strs and bytes as objects: making them, comparing them, hashing them (the part of Vm that is declared under "str and
// bytes"). What Python calls methods is in types/str*.cc.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/siphash.h"
#include "interpreter/base/utf8.h"
#include "interpreter/types/str_characters.h"
#include "interpreter/vm/vm.h"

namespace garter {
namespace {

constexpr uint32_t kSharedCharacters = 256;

template <typename C>
uint32_t BitsOf(const C* data, uint32_t length) {
  uint32_t bits = 0;
  uint32_t i = 0;
  if constexpr (sizeof(C) == 1) {  // eight at a time
    uint64_t wide = 0;
    for (; i + 8 <= length; i += 8) {
      uint64_t word;
      std::memcpy(&word, data + i, 8);
      wide |= word;
    }
    for (int shift = 0; shift < 64; shift += 8) bits |= static_cast<uint32_t>(wide >> shift & 0xFF);
  }
  for (; i < length; ++i) bits |= data[i];
  return bits;
}

}  // namespace

uint32_t CharacterBits(const Text& text) {
  return WithWidth(text, [&](auto* data) { return BitsOf(data, text.length); });
}

void CopyCharacters(uint8_t* to, int to_width, const Text& text) {
  if (to_width == text.width) {
    CopyBytes(to, text.data, ByteCount(text));
    return;
  }
  WithWidth(to, to_width, [&](auto* out) {
    WithWidth(text, [&](auto* in) {
      for (uint32_t i = 0; i < text.length; ++i) out[i] = static_cast<std::remove_reference_t<decltype(out[0])>>(in[i]);
    });
  });
}

Text Vm::TextOf(Value str) const {
  const Str* s = heap.At<Str>(str);
  const uint8_t* data =
      __builtin_expect(s->buffer == 0, 1) ? s->inline_data() : heap.At<BytesBuffer>(s->buffer)->data();
  return {data, s->length, s->width(), s->ascii()};
}

Value Vm::NewStrAscii(std::string_view ascii) {
  Str* str = NewCharacters(*this, ascii.size(), 1, true);
  if (str == nullptr) return kUnbound;
  CopyBytes(str->inline_data(), ascii.data(), ascii.size());
  return heap.ValueOf(str);
}

Value Vm::NewStrUtf8(std::string_view utf8) {
  const char* at = utf8.data();
  const char* end = at + utf8.size();
  uint32_t bits = 0;
  uint64_t length = 0;
  for (const char* p = at; p < end; ++length) {
    Utf8Character c = DecodeUtf8(p, static_cast<size_t>(end - p), true);
    bits |= c.code_point;
    p += c.length;
  }
  if (bits < 0x80) return NewStrAscii(utf8);
  Str* str = NewCharacters(*this, length, WidthOf(bits), false);
  if (str == nullptr) return kUnbound;
  WithWidth(str->inline_data(), WidthOf(bits), [&](auto* out) {
    for (const char* p = at; p < end; ++out) {
      Utf8Character c = DecodeUtf8(p, static_cast<size_t>(end - p), true);
      *out = static_cast<std::remove_reference_t<decltype(*out)>>(c.code_point);
      p += c.length;
    }
  });
  return heap.ValueOf(str);
}

Value Vm::NewStrCharacters(const Text& text) {
  bool ascii = text.ascii;
  int width = text.width;
  if (!ascii) {
    uint32_t bits = CharacterBits(text);
    ascii = bits < 0x80;
    width = WidthOf(bits);
  }
  Str* str = NewCharacters(*this, text.length, width, ascii);
  if (str == nullptr) return kUnbound;
  CopyCharacters(str->inline_data(), width, text);
  return heap.ValueOf(str);
}

Value Vm::NewStrRange(Value str, uint32_t start, uint32_t end) {
  Text text = TextOf(str);
  if (start == 0 && end == text.length) return str;
  if (end == start + 1 && text[start] < kSharedCharacters) return Character(text[start]);
  return NewStrCharacters(Part(text, start, end));
}

Value Vm::Character(uint32_t code_point) {
  if (code_point >= kSharedCharacters) {
    Text text = {reinterpret_cast<const uint8_t*>(&code_point), 1, 4, false};
    return NewStrCharacters(text);
  }
  if (__builtin_expect(single_characters.IsUnbound(), 0)) {
    Tuple* shared = heap.Allocate<Tuple>(Kind::kTuple, sizeof(Tuple) + kSharedCharacters * sizeof(Value));
    if (shared == nullptr) return kUnbound;
    shared->count = kSharedCharacters;
    shared->unused = 0;
    for (uint32_t i = 0; i < kSharedCharacters; ++i) shared->items()[i] = kUnbound;
    single_characters = heap.ValueOf(shared);
  }
  Tuple* shared = heap.At<Tuple>(single_characters);
  Value* slot = shared->items() + code_point;
  if (__builtin_expect(slot->IsUnbound(), 0)) {
    Str* str = NewCharacters(*this, 1, 1, code_point < 0x80);
    if (str == nullptr) return kUnbound;
    str->inline_data()[0] = static_cast<uint8_t>(code_point);
    heap.Store(shared, slot, heap.ValueOf(str));
  }
  return *slot;
}

Value Vm::NewBytes(const uint8_t* data, uint64_t size) {
  Bytes* bytes = heap.Allocate<Bytes>(Kind::kBytes, sizeof(Bytes) + size);
  if (bytes == nullptr) return kUnbound;
  if ((size & 7) != 0) std::memset(bytes->data() + (size & ~uint64_t{7}), 0, 8);
  bytes->length = static_cast<uint32_t>(size);
  bytes->unused = 0;
  bytes->hash = 0;
  if (data != nullptr && size != 0) CopyBytes(bytes->data(), data, size);
  return heap.ValueOf(bytes);
}

bool Vm::StrEquals(Value a, Value b) const {
  if (a == b) return true;
  const Str* x = heap.At<Str>(a);
  const Str* y = heap.At<Str>(b);
  if (x->length != y->length || x->width() != y->width()) return false;
  if ((x->flags & y->flags & Object::kHashed) != 0 && x->hash != y->hash) return false;
  return std::memcmp(TextOf(a).data, TextOf(b).data,
                     static_cast<size_t>(x->length) * static_cast<size_t>(x->width())) == 0;
}

bool Vm::StrIs(Value str, std::string_view ascii) const {
  Text text = TextOf(str);
  return text.ascii && AsciiView(text) == ascii;
}

uint64_t Vm::StrHash(Value str) {
  Str* s = heap.At<Str>(str);
  if ((s->flags & Object::kHashed) == 0) {
    Text text = TextOf(str);
    meter.used += FuelForBytes(ByteCount(text));
    s->hash = static_cast<uint64_t>(HashBytes(text.data, ByteCount(text)));
    s->flags |= Object::kHashed;
  }
  return s->hash;
}

}  // namespace garter
