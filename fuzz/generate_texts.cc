// str and bytes: methods, slices, the three ways of formatting. Characters come
// from all widths of storage (1, 2 and 4 bytes), with those whose case mapping
// changes the length; lone surrogates are left to curated cases, because a
// program that prints one dies of it.
#include <algorithm>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

const char* const kTexts[] = {"abc",       "hello",       "a b c", "x",      "",      "Python",
                              "spam eggs", "42",          "-7",    "  pad ", "a,b,c", "Zz",
                              "tic-tac",   "under_score", "ABC",   "aaa",    "mix3d", "k=v"};

const uint32_t kWideCharacters[] = {0xe9,    0xdf,    0xff,  0xb5,  0x130,  0x131,  0x3b1,  0x3c3,  0x3c2,
                                    0x416,   0x1c5,   0x5d0, 0x661, 0x2028, 0x20ac, 0x4e2d, 0xfb01, 0x1f40d,
                                    0x1d7d9, 0x10437, 0x301, 0xa0,  0x3000, 0xbd,   0x2160};

}  // namespace

std::vector<uint32_t> ProgramBuilder::RandomCharacters(int64_t lo, int64_t hi) {
  std::vector<uint32_t> out;
  if (random_.Percent(72)) {
    const char* text = kTexts[random_.Below(std::size(kTexts))];
    for (const char* c = text; *c != '\0'; ++c) out.push_back(static_cast<unsigned char>(*c));
  } else {
    int64_t length = random_.Between(lo, std::min<int64_t>(hi, lo + 6));
    bool wide = random_.Percent(50);
    for (int64_t i = 0; i < length; ++i) {
      bool now = wide && random_.Percent(50);
      out.push_back(now ? kWideCharacters[random_.Below(std::size(kWideCharacters))]
                        : static_cast<uint32_t>(random_.Between(32, 126)));
    }
    if (random_.Percent(6) && !out.empty())
      out[0] = static_cast<uint32_t>(random_.Pick({'\n', '\t', '\\', '\'', '\0'}));
  }
  while (static_cast<int64_t>(out.size()) < lo) out.push_back(static_cast<uint32_t>(random_.Between('a', 'z')));
  if (static_cast<int64_t>(out.size()) > hi) out.resize(static_cast<size_t>(hi));
  return out;
}

std::string ProgramBuilder::StrText(int64_t lo, int64_t hi) {
  std::vector<uint32_t> characters = RandomCharacters(lo, hi);
  return StrLiteral(characters, random_);
}

std::string ProgramBuilder::BytesText(int64_t lo, int64_t hi) {
  std::string bytes;
  int64_t length = random_.Between(lo, std::min<int64_t>(hi, lo + 6));
  for (int64_t i = 0; i < length; ++i) {
    bytes += static_cast<char>(random_.Percent(80) ? random_.Between('a', 'z') : random_.Between(0, 255));
  }
  return BytesLiteral(bytes, random_);
}

Expr ProgramBuilder::MakeStr(const ValueType& want, int depth) {
  Expr out{"", kPrimary, StrType(0, 1000), true};
  switch (random_.Weighted({14, 6, 12, 10, 22, 26, 5, 5})) {
    case 0:
      out.text = Cat({Sub(StrType(0, 20), depth - 1, kSum), " + ", Sub(StrType(want.lo, 20), depth - 1, kTerm)});
      out.precedence = kSum;
      out.type = StrType(want.lo, 40);
      return out;
    case 1:
      out.text = Cat({Sub(StrType(0, 9), depth - 1, kTerm), " * ", Sub(IntType(0, 4), depth - 1, kUnary)});
      out.precedence = kTerm;
      out.type = StrType(0, 36);
      return out;
    case 2: {
      Expr text = MakeOf(Kind::kStr, depth - 1);
      std::string slice = SliceText(depth - 1);
      out.text = AsPrimary(text) + "[" + slice + "]";
      out.type = StrType(0, text.type.hi);
      return out;
    }
    case 3: {
      std::string name = random_.Pick({"str", "repr", "ascii", "str"});
      Kind kind = random_.Pick({Kind::kInt, Kind::kFloat, Kind::kList, Kind::kStr, Kind::kBool, Kind::kBig, Kind::kAny,
                                Kind::kTuple, Kind::kBytes});
      Expr value = MakeOf(kind, depth - 1);
      out.text = name + "(" + value.text + ")";
      return out;
    }
    case 4:
      return MakeFormatted(depth);
    case 5:
      return MakeStrMethod(depth);
    case 6:
      out.text = Cat({random_.Pick({"hex", "bin", "oct"}), "(", Sub(RandomIntType(), depth - 1, kConditional), ")"});
      out.type = StrType(3, 60);
      return out;
    default:
      out.text = "chr(" + Sub(IntType(32, 126), depth - 1, kConditional) + ")";
      out.type = StrType(1, 1);
      return out;
  }
}

Expr ProgramBuilder::MakeStrMethod(int depth) {
  Expr base = MakeOf(Kind::kStr, depth - 1);
  std::string self = AsPrimary(base);
  Expr out{"", kPrimary, StrType(0, 1000), true};
  switch (random_.Below(14)) {
    case 0:
    case 1:
    case 2:
      out.text = self + "." +
                 random_.Pick({"upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip",
                               "rstrip", "expandtabs"}) +
                 "()";
      return out;
    case 3:
      out.text = Cat({self, ".replace(", StrText(0, 2), ", ", StrText(0, 3), ")"});
      return out;
    case 4:
    case 5: {
      Iterable words = IterableOf(StrType(0, 40), depth - 1);
      std::string separator = StrText(0, 2);
      out.text = separator + ".join(" + words.text + ")";
      return out;
    }
    case 6:
      out.text = Cat({self, random_.Pick({".center(", ".ljust(", ".rjust("}), std::to_string(random_.Between(0, 20)),
                      ", ", random_.Pick({"'*'", "'-'", "' '", "'\\u20ac'"}), ")"});
      return out;
    case 7:
      out.text = self + ".zfill(" + std::to_string(random_.Between(0, 12)) + ")";
      return out;
    case 8:
      out.text = Cat({self, random_.Pick({".partition(", ".rpartition("}), StrText(1, 2), ")[",
                      std::to_string(random_.Between(0, 2)), "]"});
      return out;
    case 9:
      out.text = Cat({self, random_.Pick({".removeprefix(", ".removesuffix(", ".strip(", ".lstrip(", ".rstrip("}),
                      StrText(1, 3), ")"});
      return out;
    case 10:
      out.text = self + ".encode().decode()";
      return out;
    case 11:
      out.text = Cat({self, ".translate(str.maketrans({", StrText(1, 1), ": ", StrText(0, 2), "}))"});
      return out;
    case 12:
      out.text = Cat({"format(", Sub(RandomIntType(), depth - 1, kConditional), ", ",
                      random_.Pick({"'x'", "'>10'", "'+,'", "'08b'", "'_d'", "'#o'", "'^9'", "'c'"}), ")"});
      if (out.text.find("'c'") != std::string::npos)
        out.text = "format(" + std::to_string(random_.Between(33, 1000)) + ", 'c')";
      return out;
    default: {
      Expr bytes = MakeOf(Kind::kBytes, depth - 1);
      out.text =
          AsPrimary(bytes) + random_.Pick({".hex()", ".hex(' ')", ".decode('latin-1')", ".decode('ascii', 'replace')"});
      return out;
    }
  }
}

std::string ProgramBuilder::FormatSpec(const ValueType& type) {
  switch (type.kind) {
    case Kind::kInt:
      return random_.Pick(
          {"", "d", "x", "08", ">6", "+", ",", "b", "^10", "_", "#x", "*<8", " d", "e", ".2f", "05d", "=+7"});
    case Kind::kBig:
      return random_.Pick({"", "d", "x", ",", "_x", ">40"});
    case Kind::kBool:
      return random_.Pick({"", "d", ">5", "3"});
    case Kind::kFloat:
      return random_.Pick(
          {"", ".2f", "e", "g", "10.3", ".0f", "+.1f", "%", ",.2f", ".3e", "012.4f", "<10", "^12.1%", "G", ".10g"});
    case Kind::kStr:
      return random_.Pick({"", ">10", "<8", "^12", ".3", "*^9", "s", "-<6.2", "\u00e9>7"});
    default:
      return "";
  }
}

std::string ProgramBuilder::ReplacementField(int depth) {
  Kind kind = random_.Pick({Kind::kInt, Kind::kInt, Kind::kStr, Kind::kStr, Kind::kFloat, Kind::kList, Kind::kBool,
                            Kind::kAny, Kind::kDict, Kind::kTuple, Kind::kBig});
  Expr value = MakeOf(kind, depth - 1);
  std::string text = Wrap(value, kConditional);
  if (text[0] == '{') text = "(" + text + ")";
  if (random_.Percent(12)) return "{" + text + (random_.Percent(50) ? "=}" : " = }");
  if (random_.Percent(20)) {
    std::string conversion = random_.Pick({"!r", "!s", "!a"});
    std::string spec = random_.Percent(30) ? random_.Pick({":>12", ":.5", ":^15"}) : "";
    return "{" + text + conversion + spec + "}";
  }
  if (kind == Kind::kInt || kind == Kind::kStr || kind == Kind::kFloat) {
    if (random_.Percent(18)) {
      // A bool is an int, but not as a width.
      std::string width = VariableWhere([](const Variable& variable) {
                            return variable.type.kind == Kind::kInt && variable.type.lo >= 0 && variable.type.hi <= 20;
                          }).text;
      width = width.empty() ? std::to_string(random_.Between(0, 15)) : width + " + 0";
      std::string align = random_.Pick({"", ">", "<", "^", "*^"});
      return "{" + text + ":" + align + "{" + width + "}}";
    }
    std::string spec = random_.Percent(55) ? FormatSpec(value.type) : "";
    return "{" + text + (spec.empty() ? "" : ":" + spec) + "}";
  }
  return "{" + text + "}";
}

std::string ProgramBuilder::FStringText(int depth) {
  std::string quote = random_.Percent(80) ? "'" : "\"";
  std::string out = "f" + quote;
  int64_t fields = random_.Between(1, 3);
  for (int64_t i = 0; i < fields; ++i) {
    if (random_.Percent(60))
      out += random_.Pick({"a", " ", "x=", ": ", "{{", "}}", "-", "[", "] ", "\\n", "\u00e9", "|", ", "});
    out += ReplacementField(depth);
  }
  if (random_.Percent(30)) out += random_.Pick({"!", ".", " end", "%", "\\t"});
  return out + quote;
}

Expr ProgramBuilder::MakeFormatted(int depth) {
  Expr out{"", kPrimary, StrType(0, 4000), true};
  switch (random_.Weighted({60, 20, 20})) {
    case 0:
      out.text = FStringText(depth);
      if (random_.Percent(12)) out.text = Cat({"(", StrText(0, 6), " ", out.text, ")"});
      return out;
    case 1:
      switch (random_.Below(5)) {
        case 0:
          out.text = Cat({"'%s|%r' % (", Sub(RandomScalarType(), depth - 1, kConditional), ", ",
                          Sub(RandomScalarType(), depth - 1, kConditional), ")"});
          break;
        case 1:
          out.text = Cat({"'", random_.Pick({"%d", "%5d", "%-6d|", "%+d", "%x", "%o", "%#x", "%05d", "%i%%"}), "' % ",
                          Sub(RandomIntType(), depth - 1, kUnary)});
          break;
        case 2:
          out.text = Cat({"'", random_.Pick({"%.2f", "%e", "%g", "%8.3f", "%-9.1f|", "%G"}), "' % ",
                          Sub(FloatType(6, true), depth - 1, kUnary)});
          break;
        case 3:
          out.text = Cat({"'%(a)s-%(b)03d' % {'a': ", Sub(RandomScalarType(), depth - 1, kConditional),
                          ", 'b': ", Sub(RandomIntType(), depth - 1, kConditional), "}"});
          break;
        default:
          out.text = Cat({"'%-10s|%.3s' % (", Sub(StrType(0, 40), depth - 1, kConditional), ", ",
                          Sub(StrType(0, 40), depth - 1, kConditional), ")"});
          break;
      }
      out.precedence = kTerm;
      return out;
    default:
      switch (random_.Below(4)) {
        case 0:
          out.text = Cat({"'{} {!r}'.format(", Sub(RandomScalarType(), depth - 1, kConditional), ", ",
                          Sub(RandomScalarType(), depth - 1, kConditional), ")"});
          break;
        case 1:
          out.text =
              Cat({"'{1}-{0:", FormatSpec(IntType(0, 9)), "}'.format(", Sub(RandomIntType(), depth - 1, kConditional),
                   ", ", Sub(StrType(0, 40), depth - 1, kConditional), ")"});
          break;
        case 2:
          out.text = Cat({"'{a:>{w}}|{b}'.format(a=", Sub(StrType(0, 40), depth - 1, kConditional),
                          ", w=", std::to_string(random_.Between(0, 12)),
                          ", b=", Sub(RandomScalarType(), depth - 1, kConditional), ")"});
          break;
        default:
          out.text = Cat({"'{0[0]}{{}}'.format([", Sub(RandomScalarType(), depth - 1, kConditional), "])"});
          break;
      }
      return out;
  }
}

Expr ProgramBuilder::MakeBytes(const ValueType&, int depth) {
  Expr out{"", kPrimary, BytesType(0, 1000), true};
  switch (random_.Below(10)) {
    case 0:
      out.text = Cat({Sub(BytesType(0, 12), depth - 1, kSum), " + ", Sub(BytesType(0, 12), depth - 1, kTerm)});
      out.precedence = kSum;
      out.type = BytesType(0, 24);
      return out;
    case 1:
      out.text = Cat({Sub(BytesType(0, 6), depth - 1, kTerm), " * ", Sub(IntType(0, 3), depth - 1, kUnary)});
      out.precedence = kTerm;
      out.type = BytesType(0, 18);
      return out;
    case 2: {
      Expr base = MakeOf(Kind::kBytes, depth - 1);
      std::string slice = SliceText(depth - 1);
      out.text = AsPrimary(base) + "[" + slice + "]";
      return out;
    }
    case 3: {
      Iterable numbers = IterableOf(IntType(0, 255), depth - 1);
      out.text = "bytes(" + numbers.text + ")";
      return out;
    }
    case 4: {
      Expr text = MakeOf(Kind::kStr, depth - 1);
      out.text = AsPrimary(text) + random_.Pick({".encode()", ".encode('utf-8')", ".encode('ascii', 'replace')",
                                                 ".encode('utf-16-le')", ".encode('latin-1', 'ignore')"});
      return out;
    }
    case 5:
      out.text = Cat({"(", Sub(IntType(0, 65535), depth - 1, kLambda), ").to_bytes(",
                      std::to_string(random_.Between(2, 5)), ", '", random_.Pick({"big", "little"}), "')"});
      return out;
    case 6:
      out.text = "bytes(" + Sub(IntType(0, 6), depth - 1, kConditional) + ")";
      return out;
    case 7: {
      Expr base = MakeOf(Kind::kBytes, depth - 1);
      out.text = AsPrimary(base) + random_.Pick({".upper()", ".replace(b'a', b'--')", ".strip()", ".lower()",
                                                 ".title()", ".ljust(6, b'.')", ".rstrip(b'z')"});
      return out;
    }
    case 8:
      out.text = Cat({random_.Pick({"b','", "b''", "b'--'"}), ".join([", Sub(BytesType(0, 9), depth - 1, kConditional),
                      ", ", Sub(BytesType(0, 9), depth - 1, kConditional), "])"});
      return out;
    default:
      out.text = random_.Pick({"bytes.fromhex('00ff 7f')", "bytes.fromhex('616263')", "bytes()", "bytes(b'copy')"});
      return out;
  }
}

}  // namespace garter::fuzz
