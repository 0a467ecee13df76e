// match: the patterns follow the contract of the subject (or, now and then, miss it), so that cases are taken, captures
// have contracts of their own, and guards and bodies compute with them. A capture or `_` without a guard stands last:
// CPython refuses what it makes unreachable.
#include <algorithm>
#include <utility>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

const char* const kProtocols[] = {
    R"(
class $A:
    __match_args__ = $(('one', 'two')|('two', 'one')|('one',)|()$)
    def __init__(self, one, two):
        self.one, self.two = one, two
class $B($A):
    $?__match_args__ = ('two',)
    limit_of = $n
def $1(subject):
    match subject:
        case $B(one=$n):
            return 'B one'
        case $A($n$(|, two=_$)) as got:
            return 'A first', got.one
        case $A(one=0 | 1, two=str() | None):
            return 'A kinds'
        case $A(one=[first, *_], two={'key': val, **others}):
            return first, val, others
        case $(int()|bool()|float()$) | str() as got if $b:
            return 'number or text', got
        case $B.limit_of:
            return 'limit'
        case {'one': $A(one=val)} | [$A(one=val), *_]:
            return 'inside', val
        case _:
            return 'nothing'
for subject_ in ($A($n, $v), $B($n, $q), $A([$n, $n], {'key': $v, 'more': 1}), $n, $v, {'one': $A($n, 2), \
        'x': 0}, [$B(1, 2)], None):
    try:
        print($1(subject_))
    except TypeError as err:
        print(err)
)",
    R"(
def $1(*args):
    match args:
        case []:
            return 'none'
        case [arg]:
            return 'one', arg
        case [int(arg) | float(arg), *others] if arg $(>|<|!=|==$) $n:
            return 'number first', arg, others
        case [str() as arg, (1 | 2 | 3) as num, *_]:
            return 'text', arg, num
        case ['go', ('north' | 'south') as way, *steps]:
            return way, steps
        case [[one, two], *_, last]:
            return one, two, last
        case [{'id': int(ident), **others}]:
            return ident, others
        case [*_, True | False | None as last]:
            return 'last', last
        case [_, _]:
            return 'pair'
    return 'fell through'
for args_ in ([], [$v], [$i, $v], [$s, 2, $v], ['go', 'north', 1, 2], [[1, 2], 3, $v], [{'id': $n, 'x': $v}, \
        ][:$p], ['x', 'y', None], ['x', 'y']):
    print($1(*args_))
)",
    R"(
def $1(subject):
    match subject:
        case -1 | 0 | 1.5 | -2.5e3 | 1+2j | -3-4j:
            return 'number'
        case 'a' | 'b' 'c' | b'x' | '''doc''':
            return 'text'
        case {}  if not subject:
            return 'empty dict'
        case {'k': 1 | 2 as got, -1: _, **others}:
            return got, others
        case {1: [one, two] | (one, two, _), None: True}:
            return one, two
        case dict(keys=_) | list(append=_):
            return type(subject).__name__
        case range(start=0, stop=stop_) | slice(start=stop_, step=None):
            return stop_
        case ((1, (2, [3, deep])) | [deep]):
            return deep
        case (x_,) | [x_, None]:
            return x_
        case _:
            return '_'
for subject_ in ($i, 1.5, 1+2j, 'a', 'bc', b'x', {}, {'k': 2, -1: 0, 'z': $v}, {1: (5, 6), None: True}, \
        {'q': 1}, range($p), slice(3, 4), [1, [2, (3, $v)]], [$v], $v, (1, None)):
    print($1(subject_))
)",
    R"(
log_of = []
class $A:
    def __getattr__(self, attr):
        log_of.append(attr)
        if attr.startswith('_'):
            raise AttributeError(attr)
        return $(attr|$n|len(log_of)$)
    def __eq__(self, other):
        log_of.append(('eq', other))
        return $(other == $n|False|True$)
match $A():
    case $n | $q:
        print('value')
    case $A(one=$n, two=_):
        print('one')
    case $A(three=got, four=other_got) if log_of.append('guard') or $b:
        print(got, other_got)
    case $A() as got:
        print(type(got).__name__)
print(log_of)
)",
    R"(
class $A:
    def __init__(self, store):
        self.store = store
    def __len__(self):
        print('len')
        return len(self.store)
    def __getitem__(self, index):
        print('get', index)
        return self.store[index]
for subject_ in ($A($l), $l, tuple($l), 'text', b'bytes', range($p), {'a': 1}, {1, 2}, \
        iter([1]), 5, None):
    match subject_:
        case [first, *others]:
            print('sequence', first, len(others))
        case {**others}:
            print('mapping', others)
        case _:
            print('other', type(subject_).__name__)
)",
    R"(
match, case, _, type_ = $v, $v, $v, $n
print(match, case, _)
match match, case:
    case case, match if $b:
        print('swapped', case, match)
    case other: print(other)
match *$l, $v:
    case *got, last: print(got, last)
match (yes := $v):
    case got if (again := got) == yes: print(again)
match $v:
    case int() | str(): print('scalar')
    case _ if $b: pass
print(match, case)
)",
};

bool IsPatternKey(const ValueType& type) {
  return type.kind == Kind::kStr || type.kind == Kind::kInt || type.kind == Kind::kBool || type.kind == Kind::kBytes;
}

}  // namespace

std::string ProgramBuilder::LiteralPattern(const ValueType& type) {
  switch (type.kind) {
    case Kind::kNone:
      return "None";
    case Kind::kBool:
      return random_.Pick({"True", "False"});
    case Kind::kStr:
      return StrText(0, 6);
    case Kind::kBytes:
      return BytesText(0, 4);
    case Kind::kFloat:
      return random_.Pick({"0.0", "1.5", "-2.5", "1e3", "2", "-1+2j"});
    default:
      return std::to_string(random_.Between(std::max<int64_t>(type.lo, -9), std::min<int64_t>(type.hi, 30)));
  }
}

// A pattern for values of that contract. With `bind` it may capture; the names and their contracts go to `bound`.
std::string ProgramBuilder::PatternFor(const ValueType& type, int depth, bool bind,
                                       std::vector<std::pair<std::string, ValueType>>* bound) {
  auto capture = [&](const ValueType& captured) {
    std::string name = FreshName();
    bound->emplace_back(name, captured);
    return name;
  };
  auto part = [&](const ValueType& element) {
    if (bind && random_.Percent(35)) return capture(element);
    if (random_.Percent(15) || depth <= 0) return std::string("_");
    return PatternFor(element, depth - 1, bind, bound);
  };
  auto as = [&](const std::string& pattern) {
    if (!bind || !random_.Percent(25)) return pattern;
    return pattern + " as " + capture(type);
  };
  switch (type.kind) {
    case Kind::kTuple: {
      std::vector<std::string> pieces;
      size_t bound_before = bound->size();
      for (const ValueType& element : type.args) {
        bound_before = bound->size();
        pieces.push_back(part(element));
      }
      if (pieces.size() > 1 && random_.Percent(25)) {
        pieces.pop_back();
        bound->resize(bound_before);
        pieces.push_back(bind && random_.Percent(60) ? "*" + capture(AnyType()) : "*_");
      }
      bool square = random_.Percent(50);
      std::string inner = Join(pieces, ", ") + (pieces.size() == 1 ? "," : "");
      return square ? "[" + inner + "]" : "(" + inner + ")";
    }
    case Kind::kList: {
      if (random_.Percent(15)) return "[]";
      std::vector<std::string> pieces;
      int64_t count = random_.Between(1, 3);
      for (int64_t i = 0; i < count; ++i) pieces.push_back(part(type.args[0]));
      if (random_.Percent(60)) {
        size_t at = random_.Below(pieces.size() + 1);
        std::string star = bind && random_.Percent(60) ? "*" + capture(ListType(type.args[0], 0, 30)) : "*_";
        pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(at), star);
      }
      return as("[" + Join(pieces, ", ") + "]");
    }
    case Kind::kDict: {
      std::vector<std::string> pieces;
      if (IsPatternKey(type.args[0])) {
        int64_t count = random_.Between(0, 2);
        std::vector<std::string> keys;
        for (int64_t i = 0; i < count; ++i) {
          bool known = !type.keys.empty() && random_.Percent(70);
          // Spelt plainly: a key that is a sum or a name is no pattern, and equal keys are an error.
          std::string key =
              known && type.args[0].kind != Kind::kInt ? random_.Pick(type.keys) : LiteralPattern(type.args[0]);
          if (!keys.empty()) continue;
          keys.push_back(key);
          pieces.push_back(key + ": " + part(type.args[1]));
        }
      }
      if (bind && random_.Percent(30)) {
        ValueType rest = type;
        rest.keys.clear();
        pieces.push_back("**" + capture(rest));
      }
      return as("{" + Join(pieces, ", ") + "}");
    }
    case Kind::kInstance: {
      const ClassShape& shape = classes_[static_cast<size_t>(type.lo)];
      std::vector<std::string> pieces;
      if (!shape.members_by_name.empty()) return shape.name + "." + random_.Pick(shape.members_by_name);
      for (size_t i = 0; i < shape.match_args.size() && i < 2; ++i) {
        if (shape.match_args[i].starts_with("__") || random_.Percent(40)) break;
        pieces.push_back(part(shape.match_types[i]));
      }
      if (pieces.empty()) {
        for (const Member& member : shape.members) {
          if (!member.field || !random_.Percent(50)) continue;
          pieces.push_back(member.text.substr(2) + "=" + part(member.result));
        }
      }
      return as(shape.name + "(" + Join(pieces, ", ") + ")");
    }
    case Kind::kSet:
    case Kind::kFrozenSet:
    case Kind::kRange:
      return as(std::string(ClassName(type.kind)) + "()");
    case Kind::kAny:
    case Kind::kIterator: {
      ValueType other = RandomScalarType();
      return as(random_.Percent(50) && other.kind != Kind::kNone ? std::string(ClassName(other.kind)) + "()"
                                                                 : LiteralPattern(other));
    }
    default:
      break;
  }
  std::string literal = LiteralPattern(type);
  switch (random_.Below(4)) {
    case 0:
      return literal;
    case 1:
      return as("(" + literal + " | " + LiteralPattern(type) + ")");
    default:
      if (type.kind == Kind::kNone) return as(literal);
      if (bind && random_.Percent(50) && type.kind != Kind::kBool) {
        return std::string(ClassName(type.kind)) + "(" + capture(type) + ")";
      }
      return as(std::string(ClassName(type.kind)) + "()");
  }
}

void ProgramBuilder::MatchStatement() {
  if (random_.Percent(18) && weight_ < 10 && scopes_.back().kind != Scope::Kind::kClass) return MatchProtocol();
  ValueType type = random_.Percent(35) ? RandomScalarType() : RandomType(2);
  // The subject may be a display of others.
  std::string subject = Make(type, kMaxDepth).text;
  if (type.kind == Kind::kTuple && type.args.size() > 1 && random_.Percent(30)) {
    std::vector<std::string> pieces;
    for (const ValueType& element : type.args) pieces.push_back(Sub(element, 1, kConditional));
    subject = Join(pieces, ", ");
  }
  int64_t cases = random_.Between(1, 4);
  Block("match " + subject + ":", [&] {
    auto one = [&](bool last) {
      std::vector<std::pair<std::string, ValueType>> bound;
      std::string pattern;
      bool guarded = !last && random_.Percent(35);
      if (last) {
        pattern = "_";
        if (random_.Percent(50)) {
          pattern = FreshName();
          bound.emplace_back(pattern, type);
        }
      } else if (guarded && random_.Percent(20)) {
        pattern = FreshName();
        bound.emplace_back(pattern, type);
      } else if (random_.Percent(20)) {
        // Alternatives bind the same names; these bind none.
        pattern = PatternFor(type, 1, false, &bound);
        pattern += " | ";
        pattern += PatternFor(random_.Percent(70) ? type : RandomType(1), 1, false, &bound);
        if (random_.Percent(30)) {
          std::string name = FreshName();
          pattern = "(" + pattern + ") as " + name;
          bound.emplace_back(name, type);
        }
      } else {
        ValueType shape = random_.Percent(85) ? type : RandomType(1);
        pattern = PatternFor(shape, 2, true, &bound);
        if (shape.kind == Kind::kTuple && pattern[0] == '(' && random_.Percent(40))
          pattern = pattern.substr(1, pattern.size() - 2);
        if (pattern.empty()) pattern = "()";
        // What another kind of value would give is known of none.
        if (shape != type) {
          for (auto& [name, captured] : bound) captured = AnyType();
        }
      }
      OpenBlock();
      for (const auto& [name, captured] : bound) Declare(name, captured);
      std::string guard = guarded ? " if " + Condition(2) : "";
      --indent_;
      Line("case " + pattern + guard + ":");
      ++indent_;
      size_t before = line_count_;
      if (!bound.empty() && random_.Percent(60)) Line("print(" + bound[0].first + ")");
      Statements(static_cast<int>(random_.Between(1, 2)));
      if (line_count_ == before) Line("pass");
      CloseBlock();
    };
    for (int64_t i = 0; i < cases; ++i) one(false);
    if (random_.Percent(60)) one(true);
  });
}

void ProgramBuilder::MatchProtocol() { Write(kProtocols[random_.Below(std::size(kProtocols))]); }

}  // namespace garter::fuzz
