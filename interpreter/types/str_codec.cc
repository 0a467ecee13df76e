// str.encode and bytes.decode: utf-8, utf-8-sig, ascii, latin-1, utf-16 and utf-32 in both byte orders, the encodings of
// one byte a character (base/charmap.h), and Python's own escapes as an encoding.
//
// A codec goes over its input in good runs. What it cannot take it gives to the error handler, as (start, end, reason):
// the handler writes something into the output and says where to go on, or the error is raised. Names of codecs and
// handlers are looked up as CPython does: the codec at once, the handler when there is an error.
#include "interpreter/types/str_codec.h"

#include "interpreter/base/charmap.h"
#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/utf8.h"
#include "interpreter/heap/text_builder.h"
#include "interpreter/syntax/unicode_names.h"
#include "interpreter/types/bytes_builder.h"
#include "interpreter/types/str_repr.h"
#include "interpreter/types/str_traits.h"
#include "interpreter/types/warning.h"

namespace garter {
namespace {

enum class Codec : uint8_t {
  kUtf8,
  kUtf8Sig,
  kAscii,
  kLatin1,
  kUtf16,
  kUtf16Le,
  kUtf16Be,
  kUtf32,
  kUtf32Le,
  kUtf32Be,
  kCharMap,           // one of charmap.h
  kUnicodeEscape,     // as in a str literal
  kRawUnicodeEscape,  // \u and \U alone
  kUnknown
};
enum class Handler : uint8_t {
  kStrict,
  kIgnore,
  kReplace,
  kBackslash,
  kXmlCharRef,
  kEscape,
  kPass,
  kName,
  kUnknown,
};

// Names in normal form: lower case, runs of other characters than letters, digits and points as one '_'.
struct CodecName {
  const char* name;
  Codec codec;
};
constexpr CodecName kCodecNames[] = {
    {"utf_8", Codec::kUtf8},
    {"utf8", Codec::kUtf8},
    {"u8", Codec::kUtf8},
    {"utf", Codec::kUtf8},
    {"utf8_ucs2", Codec::kUtf8},
    {"utf8_ucs4", Codec::kUtf8},
    {"cp65001", Codec::kUtf8},
    {"utf_8_sig", Codec::kUtf8Sig},
    {"ascii", Codec::kAscii},
    {"us_ascii", Codec::kAscii},
    {"us", Codec::kAscii},
    {"646", Codec::kAscii},
    {"ansi_x3.4_1968", Codec::kAscii},
    {"ansi_x3_4_1968", Codec::kAscii},
    {"ansi_x3.4_1986", Codec::kAscii},
    {"cp367", Codec::kAscii},
    {"csascii", Codec::kAscii},
    {"ibm367", Codec::kAscii},
    {"iso646_us", Codec::kAscii},
    {"iso_646.irv_1991", Codec::kAscii},
    {"iso_ir_6", Codec::kAscii},
    {"latin_1", Codec::kLatin1},
    {"latin1", Codec::kLatin1},
    {"latin", Codec::kLatin1},
    {"l1", Codec::kLatin1},
    {"iso8859_1", Codec::kLatin1},
    {"iso_8859_1", Codec::kLatin1},
    {"iso8859", Codec::kLatin1},
    {"8859", Codec::kLatin1},
    {"cp819", Codec::kLatin1},
    {"csisolatin1", Codec::kLatin1},
    {"ibm819", Codec::kLatin1},
    {"iso_8859_1_1987", Codec::kLatin1},
    {"iso_ir_100", Codec::kLatin1},
    {"utf_16", Codec::kUtf16},
    {"utf16", Codec::kUtf16},
    {"u16", Codec::kUtf16},
    {"utf_16_le", Codec::kUtf16Le},
    {"utf_16le", Codec::kUtf16Le},
    {"unicodelittleunmarked", Codec::kUtf16Le},
    {"utf_16_be", Codec::kUtf16Be},
    {"utf_16be", Codec::kUtf16Be},
    {"unicodebigunmarked", Codec::kUtf16Be},
    {"utf_32", Codec::kUtf32},
    {"utf32", Codec::kUtf32},
    {"u32", Codec::kUtf32},
    {"utf_32_le", Codec::kUtf32Le},
    {"utf_32le", Codec::kUtf32Le},
    {"utf_32_be", Codec::kUtf32Be},
    {"utf_32be", Codec::kUtf32Be},
    {"unicode_escape", Codec::kUnicodeEscape},
    {"unicodeescape", Codec::kUnicodeEscape},
    {"raw_unicode_escape", Codec::kRawUnicodeEscape},
    {"rawunicodeescape", Codec::kRawUnicodeEscape},
};

// Codecs of CPython that are no text encodings, and text encodings that the sandbox lacks.
constexpr const char* kBinaryCodecs[] = {
    "base64",       "base_64",          "base64_codec",    "bz2",   "bz2_codec", "hex", "hex_codec", "quopri",
    "quopri_codec", "quoted_printable", "quotedprintable", "rot13", "rot_13",    "uu",  "uu_codec",  "zip",
    "zlib",         "zlib_codec",
};
constexpr const char* kMissingCodecs[] = {
    "utf_7",  "utf7", "u7",      "idna",      "punycode", "undefined", "charmap", "big5",
    "gb2312", "gbk",  "gb18030", "shift_jis", "sjis",     "euc_jp",    "euc_kr",
};

constexpr const char* kHandlerNames[] = {
    "strict",          "ignore",        "replace",     "backslashreplace", "xmlcharrefreplace",
    "surrogateescape", "surrogatepass", "namereplace",
};

// The name as the error of the codec calls itself.
const char* CodecLabel(Codec codec) {
  switch (codec) {
    case Codec::kUtf8:
    case Codec::kUtf8Sig:
      return "utf-8";
    case Codec::kAscii:
      return "ascii";
    case Codec::kLatin1:
      return "latin-1";
    case Codec::kUtf16:
      return "utf-16";
    case Codec::kUtf16Le:
      return "utf-16-le";
    case Codec::kUtf16Be:
      return "utf-16-be";
    case Codec::kUtf32:
      return "utf-32";
    case Codec::kUtf32Le:
      return "utf-32-le";
    case Codec::kUtf32Be:
      return "utf-32-be";
    case Codec::kCharMap:
      return "charmap";
    case Codec::kUnicodeEscape:
      return "unicodeescape";
    case Codec::kRawUnicodeEscape:
      return "rawunicodeescape";
    case Codec::kUnknown:
      break;
  }
  return "";
}

int UnitOf(Codec codec) {
  if (codec >= Codec::kCharMap) return 1;
  return codec >= Codec::kUtf32 ? 4 : codec >= Codec::kUtf16 ? 2 : 1;
}

constexpr size_t kMaxName = 40;
struct NormalName {
  char text[kMaxName];
  size_t length = 0;
  std::string_view view() const { return {text, length}; }
};

NormalName Normalise(const Text& name) {
  NormalName out;
  bool separates = false;
  for (uint32_t i = 0; i < name.length && out.length + 2 < kMaxName; ++i) {
    uint32_t c = name[i];
    if (c - 'A' < 26) c += 32;
    if (c - 'a' < 26 || c - '0' < 10 || c == '.') {
      if (separates && out.length > 0) out.text[out.length++] = '_';
      separates = false;
      out.text[out.length++] = static_cast<char>(c);
    } else {
      separates = true;
    }
  }
  return out;
}

bool HasNull(const Text& text) {
  for (uint32_t i = 0; i < text.length; ++i) {
    if (text[i] == 0) return true;
  }
  return false;
}

// A codec, and its table where it has one.
struct Found {
  Codec codec = Codec::kUtf8;
  const CharMap* map = nullptr;
};

Step FindCodec(Vm& vm, Value name, bool encodes, Found* out) {
  *out = Found();
  if (name.IsUnbound()) return Step::Done(kNone);
  if (HasNull(vm.TextOf(name))) return vm.Raise(TypeId::kValueError, "embedded null character");
  NormalName normal = Normalise(vm.TextOf(name));
  for (const CodecName& known : kCodecNames) {
    if (normal.view() == known.name) {
      out->codec = known.codec;
      return Step::Done(kNone);
    }
  }
  out->map = FindCharMap(normal.view());
  if (out->map != nullptr) {
    out->codec = Codec::kCharMap;
    return Step::Done(kNone);
  }
  for (const char* binary : kBinaryCodecs) {
    if (normal.view() == binary) {
      return vm.Raise(TypeId::kLookupError, "'%S' is not a text encoding; use codecs.%s() to handle arbitrary codecs",
                      name, encodes ? "encode" : "decode");
    }
  }
  for (const char* missing : kMissingCodecs) {
    if (normal.view() == missing) {
      return vm.Raise(TypeId::kNotImplementedError,
                      "the encoding '%S' is not supported yet: use 'utf-8', 'ascii', 'latin-1', 'utf-16' or 'utf-32'",
                      name);
    }
  }
  return vm.Raise(TypeId::kLookupError, "unknown encoding: %S", name);
}

Handler FindHandler(Vm& vm, Value errors) {
  if (errors.IsUnbound()) return Handler::kStrict;
  for (int k = 0; k < static_cast<int>(Handler::kUnknown); ++k) {
    if (vm.StrIs(errors, kHandlerNames[k])) return static_cast<Handler>(k);
  }
  return Handler::kUnknown;
}

Step RaiseUnicodeError(Vm& vm, TypeId type, const char* label, Value object, uint64_t start, uint64_t end,
                       const char* reason) {
  Value encoding = vm.NewStrAscii(label), why = vm.NewStrAscii(reason);
  if (encoding.IsUnbound() || why.IsUnbound()) return vm.NoRoom();
  Value fields[5] = {encoding, object, Value::SmallInt(static_cast<int64_t>(start)),
                     Value::SmallInt(static_cast<int64_t>(end)), why};
  Value args = vm.NewTuple(fields, 5);
  Value exception = args.IsUnbound() ? kUnbound : vm.NewException(type, args);
  return exception.IsUnbound() ? vm.NoRoom() : vm.RaiseObject(exception);
}

Step RaiseUnknownHandler(Vm& vm, Value errors) {
  return vm.Raise(TypeId::kLookupError, "unknown error handler name '%S'", errors);
}

// ---- encoding ---------------------------------------------------------------------------------------------------

class Encoder {
 public:
  Encoder(Vm& vm, Value str, const Found& found, Value errors)
      : vm_(vm), str_(str), text_(vm.TextOf(str)), codec_(found.codec), map_(found.map), errors_(errors), out_(vm) {}

  Step Run() {
    if (codec_ == Codec::kUtf8Sig) out_.Append("\xEF\xBB\xBF");
    if (codec_ == Codec::kUtf16 || codec_ == Codec::kUtf32) PutUnit(0xFEFF);
    for (uint32_t i = 0; i < text_.length && !out_.full();) {
      if (i % kChunk == 0 && !vm_.meter.Charge(kChunk / 32)) return Step::Limit();
      if (Put(text_[i])) {
        ++i;
        continue;
      }
      uint32_t end = i + 1;
      if (UnitOf(codec_) == 1) {
        while (end < text_.length && !CanEncode(text_[end])) ++end;
      }
      Step step = HandleError(&i, end);
      if (!step.done()) return step;
    }
    return DoneOrNoRoom(vm_, out_.Finish());
  }

 private:
  static constexpr uint32_t kChunk = 4096;

  bool CanEncode(uint32_t c) const {
    if (codec_ == Codec::kAscii) return c < 0x80;
    if (codec_ == Codec::kLatin1) return c < 0x100;
    if (codec_ == Codec::kCharMap) return CharMapByte(*map_, c) >= 0;
    return codec_ >= Codec::kUnicodeEscape || !IsSurrogate(c);
  }

  bool Put(uint32_t c) {
    if (!CanEncode(c)) return false;
    PutAny(c);
    return true;
  }

  // Surrogates as well.
  void PutAny(uint32_t c) {
    if (codec_ == Codec::kAscii || codec_ == Codec::kLatin1) {
      out_.Append(static_cast<uint8_t>(c));
    } else if (codec_ == Codec::kCharMap) {
      out_.Append(static_cast<uint8_t>(CharMapByte(*map_, c)));
      vm_.meter.used += c >= 0x80;
    } else if (codec_ >= Codec::kUnicodeEscape) {
      PutEscaped(c);
    } else if (UnitOf(codec_) == 1) {
      char utf8[4];
      out_.Append({utf8, static_cast<size_t>(EncodeUtf8(c, utf8))});
    } else if (UnitOf(codec_) == 2 && c >= 0x10000) {
      PutUnit(0xD800 + ((c - 0x10000) >> 10));
      PutUnit(0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
      PutUnit(c);
    }
  }

  void PutUnit(uint32_t unit) {
    bool big = codec_ == Codec::kUtf16Be || codec_ == Codec::kUtf32Be;
    int size = UnitOf(codec_);
    for (int k = 0; k < size; ++k) out_.Append(static_cast<uint8_t>(unit >> 8 * (big ? size - 1 - k : k)));
  }

  void PutAscii(std::string_view text) {
    for (char c : text) PutAny(static_cast<uint8_t>(c));
  }

  void PutEscaped(uint32_t c) {
    bool raw = codec_ == Codec::kRawUnicodeEscape;
    if (c < (raw ? 0x100u : 0x7Fu) && (raw || (c >= ' ' && c != '\\'))) {
      out_.Append(static_cast<uint8_t>(c));
      return;
    }
    switch (c) {
      case '\\':
        return out_.Append("\\\\");
      case '\t':
        return out_.Append("\\t");
      case '\n':
        return out_.Append("\\n");
      case '\r':
        return out_.Append("\\r");
      default:
        char text[12];
        out_.Append({text, HexEscape(c, text)});
    }
  }

  // "\xe9", "\u20ac" or "\U0001f600"; answers its length.
  static size_t HexEscape(uint32_t c, char* text) {
    text[0] = '\\';
    text[1] = c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U';
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    for (int k = 0; k < digits; ++k) text[2 + k] = "0123456789abcdef"[c >> 4 * (digits - 1 - k) & 15];
    return static_cast<size_t>(2 + digits);
  }

  void PutHex(uint32_t c) {
    char text[12];
    PutAscii({text, HexEscape(c, text)});
  }

  void PutCharRef(uint32_t c) {
    char room[24];
    const char* at = DecimalOfInt64(c, room + sizeof(room));
    PutAscii("&#");
    PutAscii({at, static_cast<size_t>(room + sizeof(room) - at)});
    PutAscii(";");
  }

  Step Fail(uint32_t start, uint32_t end) {
    const char* reason = codec_ == Codec::kAscii     ? "ordinal not in range(128)"
                         : codec_ == Codec::kLatin1  ? "ordinal not in range(256)"
                         : codec_ == Codec::kCharMap ? "character maps to <undefined>"
                                                     : "surrogates not allowed";
    return RaiseUnicodeError(vm_, TypeId::kUnicodeEncodeError, CodecLabel(codec_), str_, start, end, reason);
  }

  // Writes what stands for text[*at:end], and moves *at behind what was handled.
  Step HandleError(uint32_t* at, uint32_t end) {
    Handler handler = FindHandler(vm_, errors_);
    if (handler == Handler::kUnknown) return RaiseUnknownHandler(vm_, errors_);
    if (handler == Handler::kName) {
      return vm_.Raise(TypeId::kNotImplementedError,
                       "the error handler 'namereplace' is not supported yet: use 'backslashreplace'");
    }
    bool has_bytes = codec_ != Codec::kUtf16 && UnitOf(codec_) == 1;
    for (; *at < end && !out_.full(); ++*at) {
      uint32_t c = text_[*at];
      switch (handler) {
        case Handler::kIgnore:
          break;
        case Handler::kReplace:
          if (CanEncode('?')) PutAny('?');
          break;
        case Handler::kBackslash:
          PutHex(c);
          break;
        case Handler::kXmlCharRef:
          PutCharRef(c);
          break;
        case Handler::kEscape:
          if (!has_bytes || c < 0xDC80 || c > 0xDCFF) return Fail(*at, end);
          out_.Append(static_cast<uint8_t>(c - 0xDC00));
          break;
        case Handler::kPass:
          if (codec_ == Codec::kAscii || codec_ == Codec::kLatin1 || codec_ == Codec::kCharMap) return Fail(*at, end);
          PutAny(c);
          break;
        default:
          return Fail(*at, end);
      }
    }
    return Step::Done(kNone);
  }

  Vm& vm_;
  Value str_;
  Text text_;
  Codec codec_;
  const CharMap* map_;
  Value errors_;
  BytesBuilder out_;
};

// ---- decoding ---------------------------------------------------------------------------------------------------

class Decoder {
 public:
  Decoder(Vm& vm, Value bytes, const Found& found, Value errors)
      : vm_(vm),
        bytes_(bytes),
        data_(vm.heap.At<Bytes>(bytes)->data()),
        size_(vm.heap.At<Bytes>(bytes)->length),
        codec_(found.codec),
        map_(found.map),
        errors_(errors),
        out_(vm.heap) {}

  Step Run() {
    TakeMark();
    uint32_t paid = 0;
    while (at_ < size_ && !out_.full()) {
      if (at_ >= paid) {
        if (!vm_.meter.Charge(kChunk / 32)) return Step::Limit();
        paid = at_ + kChunk;
      }
      const char* reason = nullptr;
      uint32_t end = at_;
      switch (UnitOf(codec_)) {
        case 1:
          reason = TakeByte(&end);
          break;
        case 2:
          reason = Take16(&end);
          break;
        default:
          reason = Take32(&end);
          break;
      }
      if (reason == nullptr) continue;
      Step step = HandleError(end, reason);
      if (!step.done()) return step;
    }
    Value text = out_.Finish();
    if (text.IsUnbound()) return vm_.NoRoom();
    Step warned = WarnOfEscape();
    return warned.done() ? Step::Done(text) : warned;
  }

 private:
  static constexpr uint32_t kChunk = 4096;

  const char* TakeByte(uint32_t* end) {
    switch (codec_) {
      case Codec::kUtf8:
        return TakeUtf8(end);
      case Codec::kCharMap:
        return TakeMapped(end);
      case Codec::kUnicodeEscape:
      case Codec::kRawUnicodeEscape:
        return TakeEscape(end);
      default:
        return TakeAscii(end);
    }
  }

  // A byte order mark at the start decides the order; without one it is little-endian.
  void TakeMark() {
    if (codec_ == Codec::kUtf16) {
      codec_ = Codec::kUtf16Le;
      if (size_ >= 2 && Unit(0, 2) == 0xFEFF)
        at_ = 2;
      else if (size_ >= 2 && Unit(0, 2) == 0xFFFE)
        codec_ = Codec::kUtf16Be, at_ = 2;
    } else if (codec_ == Codec::kUtf32) {
      codec_ = Codec::kUtf32Le;
      if (size_ >= 4 && Unit(0, 4) == 0xFEFF)
        at_ = 4;
      else if (size_ >= 4 && Unit(0, 4) == 0xFFFE0000)
        codec_ = Codec::kUtf32Be, at_ = 4;
    }
  }

  uint32_t Unit(uint32_t at, int size) const {
    bool big = codec_ == Codec::kUtf16Be || codec_ == Codec::kUtf32Be;
    uint32_t unit = 0;
    for (int k = 0; k < size; ++k)
      unit |= static_cast<uint32_t>(data_[at + static_cast<uint32_t>(k)]) << 8 * (big ? size - 1 - k : k);
    return unit;
  }

  // Each takes one character or says what is wrong with [at_, *end).
  const char* TakeUtf8(uint32_t* end) {
    Utf8Character c = DecodeUtf8(reinterpret_cast<const char*>(data_) + at_, size_ - at_);
    if (c.error != Utf8Error::kNone) {
      *end = at_ + c.length;
      return Utf8ErrorText(c.error);
    }
    out_.Append(c.code_point);
    at_ += c.length;
    return nullptr;
  }
  const char* TakeAscii(uint32_t* end) {
    if (data_[at_] >= 0x80) {
      *end = at_ + 1;
      return "ordinal not in range(128)";
    }
    out_.Append(data_[at_++]);
    return nullptr;
  }
  const char* TakeMapped(uint32_t* end) {
    uint32_t byte = data_[at_], c = byte < 0x80 ? byte : map_->upper[byte - 0x80];
    if (c == 0 && byte != 0) {
      *end = at_ + 1;
      return "character maps to <undefined>";
    }
    out_.Append(c);
    ++at_;
    return nullptr;
  }

  // One character of a str literal's text; in the raw form \u and \U alone are escapes, and not behind a backslash.
  const char* TakeEscape(uint32_t* end) {
    bool raw = codec_ == Codec::kRawUnicodeEscape;
    uint32_t c = data_[at_];
    *end = at_ + 1;
    if (c != '\\' || (raw && at_ + 1 == size_)) return Keep(c, 1);
    if (at_ + 1 == size_) return "\\ at end of string";
    uint32_t letter = data_[at_ + 1];
    *end = at_ + 2;
    if (raw && letter != 'u' && letter != 'U') {
      out_.Append(c);
      return Keep(letter, 2);
    }
    switch (letter) {
      case '\n':
        at_ += 2;
        return nullptr;
      case 'x':
        return TakeHex(2, "truncated \\xXX escape", end);
      case 'u':
        return TakeHex(4, "truncated \\uXXXX escape", end);
      case 'U':
        return TakeHex(8, "truncated \\UXXXXXXXX escape", end);
      case 'N':
        return TakeName(end);
      default:
        break;
    }
    if (letter - '0' < 8) return TakeOctal();
    static constexpr char kLetters[] = "\\'\"abfnrtv";
    static constexpr char kMeanings[] = "\\'\"\a\b\f\n\r\t\v";
    for (int k = 0; kLetters[k] != 0; ++k) {
      if (letter == static_cast<uint8_t>(kLetters[k])) return Keep(static_cast<uint8_t>(kMeanings[k]), 2);
    }
    if (odd_escape_ == 0) odd_escape_ = letter;
    out_.Append('\\');
    return Keep(letter, 2);
  }

  const char* Keep(uint32_t c, uint32_t taken) {
    out_.Append(c);
    at_ += taken;
    return nullptr;
  }

  const char* TakeHex(uint32_t digits, const char* truncated, uint32_t* end) {
    uint32_t c = 0;
    for (uint32_t k = 0; k < digits; ++k, ++*end) {
      uint32_t digit = *end < size_ ? data_[*end] : 0u;
      if (digit - '0' < 10)
        digit -= '0';
      else if ((digit | 32) - 'a' < 6)
        digit = (digit | 32) - 'a' + 10;
      else
        return truncated;
      c = c << 4 | digit;
    }
    if (c > kMaxCodePoint) {
      return codec_ == Codec::kRawUnicodeEscape ? "\\Uxxxxxxxx out of range" : "illegal Unicode character";
    }
    return Keep(c, digits + 2);
  }

  const char* TakeOctal() {
    uint32_t c = 0, taken = 1;
    for (; taken < 4 && at_ + taken < size_ && data_[at_ + taken] - '0' < 8u; ++taken) {
      c = c << 3 | (data_[at_ + taken] - '0');
    }
    if (c > 0377 && odd_escape_ == 0) odd_escape_ = c << 8;
    return Keep(c, taken);
  }

  const char* TakeName(uint32_t* end) {
    static constexpr char kMalformed[] = "malformed \\N character escape";
    if (*end == size_ || data_[*end] != '{') return kMalformed;
    uint32_t start = ++*end;
    while (*end < size_ && data_[*end] != '}') ++*end;
    if (*end == size_) return kMalformed;
    if (*end == start) return kMalformed;
    uint32_t c = 0;
    std::string_view name(reinterpret_cast<const char*>(data_) + start, *end - start);
    ++*end;
    if (!FindUnicodeName(name, &c)) return "unknown Unicode character name";
    return Keep(c, *end - at_);
  }

  // The first escape that is none, of those that the text had, is warned of.
  Step WarnOfEscape() {
    if (odd_escape_ == 0) return Step::Done(kNone);
    bool octal = odd_escape_ > 0xFF;
    uint32_t code = octal ? odd_escape_ >> 8 : odd_escape_;
    char text[96] = "\"\\";
    size_t n = 2;
    if (octal) {
      for (int shift = 6; shift >= 0; shift -= 3) text[n++] = static_cast<char>('0' + (code >> shift & 7));
    } else {
      n += static_cast<size_t>(EncodeUtf8(code, text + n));
    }
    for (std::string_view part : {std::string_view("\" is an invalid "), std::string_view(octal ? "octal " : ""),
                                  std::string_view("escape sequence. Such sequences will not work in the future. ")}) {
      CopyBytes(text + n, part.data(), part.size());
      n += part.size();
    }
    return WarnOnce(vm_, octal ? 256 + code : code, {text, n});
  }

  const char* Take16(uint32_t* end) {
    if (size_ - at_ < 2) {
      *end = size_;
      return "truncated data";
    }
    uint32_t c = Unit(at_, 2);
    if (IsSurrogate(c)) {
      *end = at_ + 2;
      if (c >= 0xDC00) return "illegal encoding";
      if (size_ - at_ < 4) {
        *end = size_;
        return "unexpected end of data";
      }
      uint32_t low = Unit(at_ + 2, 2);
      if (low < 0xDC00 || low > 0xDFFF) return "illegal UTF-16 surrogate";
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      at_ += 2;
    }
    at_ += 2;
    out_.Append(c);
    return nullptr;
  }
  const char* Take32(uint32_t* end) {
    *end = size_ - at_ < 4 ? size_ : at_ + 4;
    if (size_ - at_ < 4) return "truncated data";
    uint32_t c = Unit(at_, 4);
    if (c > kMaxCodePoint) return "code point not in range(0x110000)";
    if (IsSurrogate(c)) return "code point in surrogate code point range(0xd800, 0xe000)";
    at_ += 4;
    out_.Append(c);
    return nullptr;
  }

  Step Fail(uint32_t end, const char* reason) {
    return RaiseUnicodeError(vm_, TypeId::kUnicodeDecodeError, CodecLabel(codec_), bytes_, at_, end, reason);
  }

  // A surrogate where 'surrogatepass' allows one. False: there is none.
  bool PassSurrogate() {
    uint32_t left = size_ - at_, c = 0, taken = static_cast<uint32_t>(UnitOf(codec_));
    if (codec_ == Codec::kUtf8) {
      if (left < 3) return false;
      Utf8Character character = DecodeUtf8(reinterpret_cast<const char*>(data_) + at_, left, true);
      if (character.error != Utf8Error::kNone) return false;
      c = character.code_point;
      taken = 3;
    } else if (codec_ == Codec::kAscii || codec_ >= Codec::kCharMap || left < taken) {
      return false;
    } else {
      c = Unit(at_, static_cast<int>(taken));
    }
    if (!IsSurrogate(c)) return false;
    out_.Append(c);
    at_ += taken;
    return true;
  }

  Step HandleError(uint32_t end, const char* reason) {
    switch (FindHandler(vm_, errors_)) {
      case Handler::kStrict:
        return Fail(end, reason);
      case Handler::kUnknown:
        return RaiseUnknownHandler(vm_, errors_);
      case Handler::kIgnore:
        break;
      case Handler::kReplace:
        out_.Append(0xFFFD);
        break;
      case Handler::kBackslash:
        for (; at_ < end; ++at_) AppendEscape(out_, data_[at_]);
        break;
      case Handler::kEscape: {
        uint32_t start = at_;
        while (at_ < end && at_ < start + 4 && data_[at_] >= 0x80) out_.Append(0xDC00u + data_[at_++]);
        return at_ > start ? Step::Done(kNone) : Fail(end, reason);
      }
      case Handler::kPass:
        return PassSurrogate() ? Step::Done(kNone) : Fail(end, reason);
      case Handler::kXmlCharRef:
      case Handler::kName:
        return vm_.Raise(TypeId::kTypeError, "don't know how to handle UnicodeDecodeError in error callback");
    }
    at_ = end;
    return Step::Done(kNone);
  }

  Vm& vm_;
  Value bytes_;
  const uint8_t* data_;
  uint32_t size_;
  Codec codec_;
  const CharMap* map_;
  Value errors_;
  uint32_t odd_escape_ = 0;  // a byte, or an octal number shifted by 8
  uint32_t at_ = 0;
  TextBuilder out_;
};

}  // namespace

Step CheckCodecArgument(Vm& vm, const char* function, const char* argument, Value v) {
  if (v.IsUnbound() || v.IsStr()) return Step::Done(kNone);
  return vm.Raise(TypeId::kTypeError, "%s() argument '%s' must be str, not %T", function, argument, v);
}

Step Encode(Vm& vm, Value str, Value encoding, Value errors) {
  Found found;
  Step step = FindCodec(vm, encoding, true, &found);
  if (!step.done()) return step;
  Codec codec = found.codec;
  Text text = vm.TextOf(str);
  // What is a copy: ASCII for three codecs, and latin-1.
  if ((text.ascii && (codec == Codec::kUtf8 || codec == Codec::kAscii || codec == Codec::kCharMap)) ||
      (text.width == 1 && codec == Codec::kLatin1)) {
    return DoneOrNoRoom(vm, vm.NewBytes(text.data, text.length));
  }
  return Encoder(vm, str, found, errors).Run();
}

Step Decode(Vm& vm, Value bytes, Value encoding, Value errors) {
  Found found;
  Step step = FindCodec(vm, encoding, false, &found);
  if (!step.done()) return step;
  Codec& codec = found.codec;
  Text text = BytesText(vm, bytes);
  if (codec == Codec::kUtf8Sig) {
    codec = Codec::kUtf8;
    if (text.length >= 3 && std::memcmp(text.data, "\xEF\xBB\xBF", 3) == 0) {
      bytes = NewBytesRange(vm, bytes, 3, text.length);
      if (bytes.IsUnbound()) return vm.NoRoom();
      text = BytesText(vm, bytes);
    }
  }
  if (!vm.meter.Charge(FuelForBytes(text.length))) return Step::Limit();
  if (codec == Codec::kLatin1) return DoneOrNoRoom(vm, vm.NewStrCharacters(text));
  if ((codec == Codec::kUtf8 || codec == Codec::kAscii || codec == Codec::kCharMap) && CharacterBits(text) < 0x80) {
    return DoneOrNoRoom(vm, vm.NewStrAscii(AsciiView(text)));
  }
  return Decoder(vm, bytes, found, errors).Run();
}

Step StrEncode(Vm& vm, Native& n) {
  Step step = CheckCodecArgument(vm, "encode", "encoding", n.arg(1));
  if (step.done()) step = CheckCodecArgument(vm, "encode", "errors", n.arg(2));
  return step.done() ? Encode(vm, n.arg(0), n.arg(1), n.arg(2)) : step;
}

Step BytesDecode(Vm& vm, Native& n) {
  Step step = CheckCodecArgument(vm, "decode", "encoding", n.arg(1));
  if (step.done()) step = CheckCodecArgument(vm, "decode", "errors", n.arg(2));
  return step.done() ? Decode(vm, n.arg(0), n.arg(1), n.arg(2)) : step;
}

}  // namespace garter
