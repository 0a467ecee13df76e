// Arguments of Python functions (reference 6.3.4): what is allocated is allocated first, then registers are written.
#include "interpreter/types/dict.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/bind.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/suggest.h"

namespace garter {
namespace {

struct Binding {
  Vm& vm;
  Function* function;
  const ProgramImage& image;
  const CodeInfo& code;
  Value* base;          // register 0 of the new frame, argument 0 of the window
  uint32_t positional;  // given by position
  uint32_t keywords;
  Value names;  // tuple, or Unbound

  uint32_t named() const { return code.positional_count + code.keyword_only_count; }
  Value NameOf(uint32_t parameter) const { return image.constants[image.names[code.local_names + parameter]]; }
  Value QualifiedName() const { return image.constants[code.qualified_name]; }
  Value KeywordName(uint32_t k) const { return vm.heap.At<Tuple>(names)->items()[k]; }
  Value KeywordValue(uint32_t k) const { return base[-static_cast<int64_t>(positional + k)]; }
  // The parameter that a keyword names; named() when there is none. Names are mostly one object with the keyword's.
  uint32_t ParameterOf(Value name) const {
    uint32_t parameter = code.positional_only_count;
    while (parameter < named() && !(name == NameOf(parameter))) ++parameter;
    if (parameter < named()) return parameter;
    parameter = code.positional_only_count;
    while (parameter < named() && !vm.StrEquals(name, NameOf(parameter))) ++parameter;
    return parameter;
  }
};

// ", and"-joined names in quotes, as CPython lists what is missing.
struct NameList {
  char text[1024];
  size_t size = 0;
  void Add(Vm& vm, Value name) {
    Text characters = vm.TextOf(name);
    for (uint32_t k = 0; k < characters.length && size + 8 < sizeof(text); ++k) {
      uint32_t c = characters[k];
      if (c < 0x80) {
        text[size++] = static_cast<char>(c);
      } else if (c < 0x800) {
        text[size++] = static_cast<char>(0xC0 | c >> 6);
        text[size++] = static_cast<char>(0x80 | (c & 63));
      } else if (c < 0x10000) {
        text[size++] = static_cast<char>(0xE0 | c >> 12);
        text[size++] = static_cast<char>(0x80 | (c >> 6 & 63));
        text[size++] = static_cast<char>(0x80 | (c & 63));
      } else {
        text[size++] = static_cast<char>(0xF0 | c >> 18);
        text[size++] = static_cast<char>(0x80 | (c >> 12 & 63));
        text[size++] = static_cast<char>(0x80 | (c >> 6 & 63));
        text[size++] = static_cast<char>(0x80 | (c & 63));
      }
    }
  }
  void AddText(std::string_view s) {
    for (char c : s)
      if (size + 8 < sizeof(text)) text[size++] = c;
  }
};

Step RaiseMissing(const Binding& b, const uint32_t* missing, uint32_t count, const char* what) {
  NameList list;
  for (uint32_t k = 0; k < count; ++k) {
    if (k > 0) list.AddText(count == 2 ? " and " : k + 1 == count ? ", and " : ", ");
    list.AddText("'");
    list.Add(b.vm, b.NameOf(missing[k]));
    list.AddText("'");
  }
  std::string_view names(list.text, list.size);
  return b.vm.Raise(TypeId::kTypeError, "%S() missing %d required %s argument%s: %v", b.QualifiedName(), int64_t{count},
                    what, count == 1 ? "" : "s", &names);
}

Step RaiseTooMany(const Binding& b) {
  uint32_t defaults = b.function->defaults == 0 ? 0 : b.vm.heap.At<Tuple>(b.function->defaults)->count;
  int64_t most = b.code.positional_count, least = most - defaults;
  int64_t keyword_only_given = 0;
  for (uint32_t k = 0; k < b.keywords; ++k) {
    uint32_t parameter = b.ParameterOf(b.KeywordName(k));
    if (parameter >= b.code.positional_count && parameter < b.named()) ++keyword_only_given;
  }
  bool plural = defaults > 0 || most != 1;
  char range[64];
  size_t n = 0;
  auto number = [&](int64_t v) {
    char digits[24];
    int count = 0;
    do digits[count++] = static_cast<char>('0' + v % 10);
    while ((v /= 10) > 0);
    while (count > 0) range[n++] = digits[--count];
  };
  auto text = [&](std::string_view s) {
    for (char c : s) range[n++] = c;
  };
  if (defaults > 0) {
    text("from ");
    number(least);
    text(" to ");
  }
  number(most);
  std::string_view takes(range, n);
  int64_t given = b.positional;
  if (keyword_only_given > 0) {
    return b.vm.Raise(
        TypeId::kTypeError,
        "%S() takes %v positional argument%s but %d positional argument%s (and %d keyword-only argument%s) were given",
        b.QualifiedName(), &takes, plural ? "s" : "", given, given != 1 ? "s" : "", keyword_only_given,
        keyword_only_given != 1 ? "s" : "");
  }
  return b.vm.Raise(TypeId::kTypeError, "%S() takes %v positional argument%s but %d %s given", b.QualifiedName(),
                    &takes, plural ? "s" : "", given, given == 1 ? "was" : "were");
}

// A keyword that names no parameter, when there is no **kwargs.
Step RaiseUnknownKeyword(const Binding& b, Value name) {
  NameList list;
  uint32_t found = 0;
  for (uint32_t p = 0; p < b.code.positional_only_count; ++p) {
    for (uint32_t k = 0; k < b.keywords; ++k) {
      if (!b.vm.StrEquals(b.KeywordName(k), b.NameOf(p))) continue;
      if (found++ > 0) list.AddText(", ");
      list.Add(b.vm, b.NameOf(p));
    }
  }
  if (found > 0) {
    std::string_view names(list.text, list.size);
    return b.vm.Raise(TypeId::kTypeError, "%S() got some positional-only arguments passed as keyword arguments: '%v'",
                      b.QualifiedName(), &names);
  }
  Suggestion suggestion(b.vm, name);
  for (uint32_t p = b.code.positional_only_count; p < b.named(); ++p) suggestion.Consider(b.NameOf(p));
  if (suggestion.found()) {
    std::string_view best = suggestion.text();
    return b.vm.Raise(TypeId::kTypeError, "%S() got an unexpected keyword argument '%S'. Did you mean '%v'?",
                      b.QualifiedName(), name, &best);
  }
  return b.vm.Raise(TypeId::kTypeError, "%S() got an unexpected keyword argument '%S'", b.QualifiedName(), name);
}

// A list or dict of its own for each call: seeded bug 9. Where there is no room it stays the shared one.
Value FreshDefault(Vm& vm, Value shared) {
  Value copy = kUnbound;
  if (shared.IsObject(Kind::kDict)) copy = DictCopy(vm, shared);
  if (shared.IsObject(Kind::kList)) {
    Span items = SpanOf(vm, shared);
    copy = vm.NewList(items.first, items.count);
  }
  return copy.IsUnbound() ? shared : copy;
}

// The function's default for a parameter, or Unbound.
Value DefaultOf(const Binding& b, uint32_t parameter) {
  if (parameter < b.code.positional_count) {
    if (b.function->defaults == 0) return kUnbound;
    Tuple* defaults = b.vm.heap.At<Tuple>(b.function->defaults);
    uint32_t first = b.code.positional_count - defaults->count;
    if (parameter < first) return kUnbound;
    Value shared = defaults->items()[parameter - first];
    return GARTER_MUTANT(b.vm, 9, FreshDefault(b.vm, shared), shared);
  }
  if (b.function->kw_defaults == 0) return kUnbound;
  Value shared = b.vm.DictGetStr(Value::Object(Kind::kDict, b.function->kw_defaults), b.NameOf(parameter));
  return GARTER_MUTANT(b.vm, 9, FreshDefault(b.vm, shared), shared);
}

// The common call: everything by position, defaults for the rest, nothing left over. False: not that, nothing changed.
bool BindPlainly(const Binding& b) {
  if (b.keywords != 0 || (b.code.flags & (CodeInfo::kVarArgs | CodeInfo::kVarKeywords)) != 0) return false;
  if (b.code.keyword_only_count != 0 || b.positional > b.code.positional_count) return false;
  uint32_t defaults = b.function->defaults == 0 ? 0 : b.vm.heap.At<Tuple>(b.function->defaults)->count;
  if (b.positional + defaults < b.code.positional_count) return false;
  for (uint32_t p = b.positional; p < b.code.positional_count; ++p) b.base[-static_cast<int64_t>(p)] = DefaultOf(b, p);
  return true;
}

}  // namespace

Step BindPython(Vm& vm, const CallSite& site, Function* function, const CodeInfo& code) {
  uint32_t keywords = site.names.IsUnbound() ? 0 : vm.heap.At<Tuple>(site.names)->count;
  Binding b{vm,       function,  ImageAt(vm, function->image), code, site.window - kFrameHeader, site.count - keywords,
            keywords, site.names};
  if (BindPlainly(b)) return Step::Done(kNone);
  bool var_args = (code.flags & CodeInfo::kVarArgs) != 0, var_keywords = (code.flags & CodeInfo::kVarKeywords) != 0;
  uint32_t extra = b.positional > code.positional_count ? b.positional - code.positional_count : 0;
  uint32_t by_position = b.positional - extra;

  // What has to be allocated. Nothing has been changed yet when there is no room.
  Value rest = kUnbound, named_rest = kUnbound;
  if (var_args) {
    rest = vm.NewTuple(b.base - by_position, extra, true);
    if (rest.IsUnbound()) return vm.NoRoom();
  }
  if (var_keywords) {
    named_rest = vm.NewDict();
    if (named_rest.IsUnbound()) return vm.NoRoom();
  }

  // Keywords to parameters; errors in CPython's order.
  constexpr uint32_t kMost = 256;
  Value bound[kMost];
  if (b.named() > kMost)
    return vm.Raise(TypeId::kSystemError, "a function with more than 256 named parameters is not supported");
  for (uint32_t p = by_position; p < b.named(); ++p) bound[p] = kUnbound;
  for (uint32_t k = 0; k < keywords; ++k) {
    Value name = b.KeywordName(k);
    uint32_t parameter = b.ParameterOf(name);
    if (parameter == b.named()) {
      if (!var_keywords) return RaiseUnknownKeyword(b, name);
      if (!vm.DictSetStr(named_rest, name, b.KeywordValue(k))) return vm.NoRoom();
      continue;
    }
    if (parameter < by_position || !bound[parameter].IsUnbound()) {
      return vm.Raise(TypeId::kTypeError, "%S() got multiple values for argument '%S'", b.QualifiedName(), name);
    }
    bound[parameter] = b.KeywordValue(k);
  }
  if (extra > 0 && !var_args) return RaiseTooMany(b);
  uint32_t missing[kMost], missing_count = 0;
  for (uint32_t p = by_position; p < code.positional_count; ++p) {
    if (bound[p].IsUnbound()) bound[p] = DefaultOf(b, p);
    if (bound[p].IsUnbound()) missing[missing_count++] = p;
  }
  if (missing_count > 0) return RaiseMissing(b, missing, missing_count, "positional");
  for (uint32_t p = code.positional_count; p < b.named(); ++p) {
    if (bound[p].IsUnbound()) bound[p] = DefaultOf(b, p);
    if (bound[p].IsUnbound()) missing[missing_count++] = p;
  }
  if (missing_count > 0) return RaiseMissing(b, missing, missing_count, "keyword-only");

  for (uint32_t p = by_position; p < b.named(); ++p) b.base[-static_cast<int64_t>(p)] = bound[p];
  uint32_t next = b.named();
  if (var_args) b.base[-static_cast<int64_t>(next++)] = rest;
  if (var_keywords) b.base[-static_cast<int64_t>(next++)] = named_rest;
  return Step::Done(kNone);
}

}  // namespace garter
