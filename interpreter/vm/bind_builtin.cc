// Arguments of builtins: by position, by name, and the errors that CPython's three calling conventions give.
//
// The convention follows from the signature, as in CPython's generated code: no parameters ("takes no arguments"), one
// positional-only parameter ("takes exactly one argument"), several positional-only ones ("expected at most 2
// arguments, got 3"), or names allowed ("takes at most 2 arguments (3 given)"). Special methods have words of their own.
#include "interpreter/types/function_rows.h"
#include "interpreter/vm/bind.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/suggest.h"

namespace garter {
namespace {

// Calls visit(start, end) for each item between the commas of a signature.
template <typename Visit>
void ForEachParameter(const BuiltinRow& row, Visit visit) {
  const char* p = row.signature + 1;
  while (*p != ')') {
    while (*p == ' ' || *p == ',') ++p;
    if (*p == ')') break;
    const char* start = p;
    char quote = 0;
    for (int depth = 0; quote != 0 || depth > 0 || (*p != ',' && *p != ')'); ++p) {
      if (quote != 0) {
        if (*p == '\\')
          ++p;
        else if (*p == quote)
          quote = 0;
      } else if (*p == '\'' || *p == '"') {
        quote = *p;
      } else if (*p == '(' || *p == '[') {
        ++depth;
      } else if (*p == ')' || *p == ']') {
        --depth;
      }
    }
    visit(start, p);
  }
}

// "list.append" for methods, "len" for functions.
struct FullName {
  const char* type;
  const char* dot;
  const char* name;
};

FullName FullNameOf(const BuiltinRow& row, Value callee) {
  TypeId owner = OwnerOf(callee);
  if (owner == TypeId::kCount || callee.payload() % 65536 == kConstructorRow) return {"", "", row.name};
  return {TypeName(owner), ".", row.name};
}

// int() and str() take names, but when none is given they count as those do that take none.
bool CountsPlainly(Value callee) {
  return callee.payload() % 65536 == kConstructorRow &&
         (OwnerOf(callee) == TypeId::kInt || OwnerOf(callee) == TypeId::kStr);
}

const char* Plural(int64_t n) { return n == 1 ? "" : "s"; }

Step RaiseCount(Vm& vm, const BuiltinRow& row, Value callee, uint32_t given, uint32_t keywords) {
  FullName full = FullNameOf(row, callee);
  int64_t least = row.min_positional, most = row.max_positional;
  if (row.flags & BuiltinRow::kSlotWrapper) {
    if (least != most) {
      return vm.Raise(TypeId::kTypeError, "expected %d or %d arguments, got %d", least, most, int64_t{given});
    }
    if (most == 2) return vm.Raise(TypeId::kTypeError, "%s expected 2 arguments, got %d", row.name, int64_t{given});
    return vm.Raise(TypeId::kTypeError, "expected %d argument%s, got %d", most, Plural(most), int64_t{given});
  }
  if (keywords == 0 && given > most && CountsPlainly(callee)) {
    return vm.Raise(TypeId::kTypeError, "%s expected at most %d arguments, got %d", row.name, most, int64_t{given});
  }
  if (!row.accepts_keywords) {
    if (most == 0) {
      return vm.Raise(TypeId::kTypeError, "%s%s%s() takes no arguments (%d given)", full.type, full.dot, full.name,
                      int64_t{given});
    }
    if (least == 1 && most == 1) {
      return vm.Raise(TypeId::kTypeError, "%s%s%s() takes exactly one argument (%d given)", full.type, full.dot,
                      full.name, int64_t{given});
    }
    int64_t bound = given < least ? least : most;
    const char* relation = least == most ? "" : given < least ? "at least " : "at most ";
    return vm.Raise(TypeId::kTypeError, "%s expected %s%d argument%s, got %d", row.name, relation, bound, Plural(bound),
                    int64_t{given});
  }
  int64_t total = int64_t{given} + keywords, parameters = int64_t{row.parameter_count} - row.has_self;
  int64_t required = 0;
  bool keyword_only = false;
  ForEachParameter(row, [&](const char* start, const char* end) {
    if (*start == '*') keyword_only = true;
    if (*start == '*' || *start == '/' || *start == '$') return;
    bool has_default = false;
    for (const char* p = start; p < end; ++p) has_default |= *p == '=';
    if (!has_default && !keyword_only) ++required;
  });
  if (total > parameters) {
    return vm.Raise(TypeId::kTypeError, "%s() takes %s %d %sargument%s (%d given)", row.name,
                    required < parameters ? "at most" : "exactly", parameters, given == 0 ? "keyword " : "",
                    Plural(parameters), total);
  }
  if (given > most) {
    if (most == 0) return vm.Raise(TypeId::kTypeError, "%s() takes no positional arguments", row.name);
    return vm.Raise(TypeId::kTypeError, "%s() takes %s %d positional argument%s (%d given)", row.name,
                    least < most ? "at most" : "exactly", most, Plural(most), int64_t{given});
  }
  int64_t only = PositionalOnlyCount(row);
  int64_t only_required = only < least ? only : least;
  return vm.Raise(TypeId::kTypeError, "%s() takes %s %d positional argument%s (%d given)", row.name,
                  only_required < most ? "at least" : "exactly", only_required, Plural(only_required), int64_t{given});
}

}  // namespace

Step RaiseUnexpectedKeyword(Vm& vm, const BuiltinRow& row, Value name) {
  Suggestion suggestion(vm, name);
  uint32_t index = 0, first = PositionalOnlyCount(row) + row.has_self;
  ForEachParameter(row, [&](const char* start, const char*) {
    if (*start == '/' || *start == '*') return;
    uint32_t at = index++;
    if (at >= first) suggestion.Consider(ParameterName(row, at));
  });
  if (!suggestion.found())
    return vm.Raise(TypeId::kTypeError, "%s() got an unexpected keyword argument '%S'", row.name, name);
  std::string_view best = suggestion.text();
  return vm.Raise(TypeId::kTypeError, "%s() got an unexpected keyword argument '%S'. Did you mean '%v'?", row.name,
                  name, &best);
}

std::string_view ParameterName(const BuiltinRow& row, uint32_t index) {
  std::string_view found;
  uint32_t at = 0;
  ForEachParameter(row, [&](const char* start, const char* end) {
    if (*start == '/' || *start == '*') return;
    if (at++ != index) return;
    if (*start == '$') ++start;
    const char* stop = start;
    while (stop < end && *stop != '=' && *stop != ' ' && *stop != ':') ++stop;
    found = std::string_view(start, static_cast<size_t>(stop - start));
  });
  return found;
}

uint32_t PositionalOnlyCount(const BuiltinRow& row) {
  uint32_t seen = 0, only = 0;
  ForEachParameter(row, [&](const char* start, const char*) {
    if (*start == '/')
      only = seen;
    else if (*start != '$')
      ++seen;
  });
  return only;
}

Step BindBuiltin(Vm& vm, const CallSite& site, const BuiltinRow& row, Value callee) {
  Value* base = site.window - kFrameHeader;
  uint32_t self = row.has_self ? 1 : 0;
  uint32_t keywords = site.names.IsUnbound() ? 0 : vm.heap.At<Tuple>(site.names)->count;
  uint32_t positional = site.count - keywords;
  uint32_t given = positional - self;
  if (keywords == 0) {
    if (given > row.max_positional) return RaiseCount(vm, row, callee, given, 0);
    for (uint32_t k = positional; k < row.parameter_count; ++k) base[-static_cast<int64_t>(k)] = kUnbound;
    if (given >= row.min_positional) return Step::Done(kNone);
    if (!row.accepts_keywords ||
        given < (PositionalOnlyCount(row) < row.min_positional ? PositionalOnlyCount(row) : row.min_positional)) {
      return RaiseCount(vm, row, callee, given, 0);
    }
    std::string_view missing = ParameterName(row, positional);
    return vm.Raise(TypeId::kTypeError, "%s() missing required argument '%v' (pos %d)", row.name, &missing,
                    int64_t{given} + 1);
  }
  if (!row.accepts_keywords) {
    FullName full = FullNameOf(row, callee);
    if (row.flags & BuiltinRow::kSlotWrapper) full = {"wrapper ", "", row.name};
    return vm.Raise(TypeId::kTypeError, "%s%s%s() takes no keyword arguments", full.type, full.dot, full.name);
  }
  if (given + keywords > uint32_t{row.parameter_count} - self || given > row.max_positional) {
    return RaiseCount(vm, row, callee, given, keywords);
  }
  uint32_t only = PositionalOnlyCount(row);
  if (given < only && given < row.min_positional) return RaiseCount(vm, row, callee, given, keywords);
  // The keyword values stand where parameters will: they are put aside first.
  Value values[64];
  CHECK(keywords <= 64);
  for (uint32_t k = 0; k < keywords; ++k) values[k] = base[-static_cast<int64_t>(positional + k)];
  for (uint32_t k = positional; k < row.parameter_count; ++k) base[-static_cast<int64_t>(k)] = kUnbound;
  // No room for the error: the call will be prepared again, from what it was.
  auto unless_room = [&](Step step) {
    for (uint32_t k = 0; step.action == Action::kMore && k < keywords; ++k) {
      base[-static_cast<int64_t>(positional + k)] = values[k];
    }
    return step;
  };
  Value unexpected = kUnbound;
  for (uint32_t k = 0; k < keywords; ++k) {
    Value name = vm.heap.At<Tuple>(site.names)->items()[k];
    uint32_t parameter = self + only;
    while (parameter < row.parameter_count && !vm.StrIs(name, ParameterName(row, parameter))) ++parameter;
    if (parameter == row.parameter_count) {
      if (unexpected.IsUnbound()) unexpected = name;
      continue;
    }
    if (parameter < positional) {
      return unless_room(vm.Raise(TypeId::kTypeError, "argument for %s() given by name ('%S') and position (%d)",
                                  row.name, name, int64_t{parameter} - self + 1));
    }
    base[-static_cast<int64_t>(parameter)] = values[k];
  }
  for (uint32_t k = positional; k < self + row.min_positional; ++k) {
    if (base[-static_cast<int64_t>(k)].IsUnbound()) {
      std::string_view missing = ParameterName(row, k);
      return unless_room(vm.Raise(TypeId::kTypeError, "%s() missing required argument '%v' (pos %d)", row.name,
                                  &missing, int64_t{k} - self + 1));
    }
  }
  if (!unexpected.IsUnbound()) return unless_room(RaiseUnexpectedKeyword(vm, row, unexpected));
  return Step::Done(kNone);
}

}  // namespace garter
