// with: managers of a class that the program writes once, of its other classes, of generators; several items, brackets,
// every kind of target, exceptions that are swallowed, replaced, or only seen.
#include <algorithm>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

const char kManagerClass[] = R"(
class $M:
    def __init__(self, gives=None, swallow=()):
        self.gives, self.swallow = gives, swallow
    def __enter__(self):
        print('enter', self.gives)
        return self.gives
    def __exit__(self, kind_of, err, trace):
        print('exit', self.gives, kind_of and kind_of.__name__$(|, err$))
        return $(kind_of is not None and issubclass(kind_of, self.swallow)|isinstance(err, self.swallow)$)
)";

const char* const kProtocols[] = {
    R"(
class $A:
    def __enter__(self):
        print('enter')
        $?raise $(ValueError('in enter')|KeyError($n)$)
        return $(self|$v|None$)
    def __exit__(self, *info):
        print('exit', [part and type(part).__name__ for part in info[:2]], info[2] is None)
        $?raise $(KeyError('in exit')|RuntimeError($v)$)
        return $(True|False|$v|None$)
try:
    with $A() as got:
        print(got is not None)
        $?$x
        $?raise ValueError($q)
    print('after')
except Exception as err:
    print(type(err).__name__, type(err.__context__).__name__)
)",
    R"(
class $A:
    def __init__(self, tag_):
        self.tag_ = tag_
    def __enter__(self):
        print('in', self.tag_)
        return self.tag_
    def __exit__(self, kind_of, err, trace):
        print('out', self.tag_, kind_of is None)
        return $(False|self.tag_ == $n|kind_of is ValueError$)
def $1(arg):
    for num in range(3):
        with $A(num) as got, $A(arg):
            if got == $n:
                return $((num, got)|$v$)
            if num == 1:
                $(continue|break|pass$)
            $?raise ValueError(num)
    else:
        return 'else'
    return 'end'
for arg_ in ($n, $q):
    try:
        print($1(arg_))
    except ValueError as err:
        print('out', err)
)",
    R"(
for thing in ($(5|[]|'text'$), $(None|len|{}$)):
    try:
        with thing:
            print('never')
    except TypeError as err:
        print(err)
class $A:
    $(def __enter__(self): return 1|def __exit__(self, *info): return True$)
try:
    with $A() as got:
        print(got)
except TypeError as err:
    print(err)
$1 = $A()
$1.__enter__ = lambda: 1
$1.__exit__ = lambda *info: True
try:
    with $1: print('in')
except TypeError as err:
    print(err)
)",
    R"(
class $A:
    def __enter__(self):
        return ($n, [$v, $v])
    def __exit__(self, *info):
        return info[0] is not None
$1 = {}
class $B: pass
with $A() as (one, [two, three]), $A() as $1['slot'], $A() as $B.attr, ($A()) as [four, *five]:
    print(one, two, three, $1, $B.attr, four, five)
with ($A() as one, $A(), $A() as (two, _),):
    print(one, two)
    raise KeyError('swallowed')
print('after')
with ($A()), $A(): pass
with ($A(), $A()): $1[$n] = $v
with $A() as one, $A() as ($1['x'], $1['y'][1:]): print(sorted($1))
)",
};

}  // namespace

// A manager for a `with` item, its target's contract, and whether it gives one.
std::string ProgramBuilder::ManagerText(const std::string& label, bool* named, ValueType* value) {
  std::vector<int> managers;
  for (int number : VisibleClasses()) {
    if (classes_[static_cast<size_t>(number)].manager) managers.push_back(number);
  }
  if (!managers.empty() && random_.Percent(40)) {
    Expr made = Construct(random_.Pick(managers), 1);
    *value = made.type;
    return made.text;
  }
  *value = random_.Percent(70) ? RandomScalarType() : RandomType(1);
  *named = true;
  return label + "(" + Sub(*value, 1, kConditional);
}

void ProgramBuilder::WithStatement() {
  if (random_.Percent(25) && weight_ < 10) return WithProtocol();
  if (manager_.empty()) return;
  struct Target {
    std::string name;
    ValueType type;
  };
  std::vector<std::string> items;
  std::vector<Target> targets;
  int64_t count = random_.Weighted({60, 28, 12}) + 1;
  bool swallows = false;
  for (int64_t i = 0; i < count; ++i) {
    bool named = false;
    ValueType type;
    std::string item = ManagerText(manager_, &named, &type);
    if (named) {
      bool all = random_.Percent(35);
      swallows = swallows || all;
      if (all) item += random_.Pick({", BaseException", ", swallow=BaseException"});
      if (!all && random_.Percent(30)) item += ", (ValueError, LookupError)";
      item += ")";
    }
    if (random_.Percent(60)) {
      std::string name = FreshName();
      targets.push_back({name, type});
      item += " as " + name;
    }
    items.push_back(item);
  }
  std::string all = Join(items, ", ");
  if (random_.Percent(30)) all = "(" + all + random_.Pick({")", ",)"});
  // One manager in brackets without a name is an expression in brackets, which a tuple is not.
  if (all.ends_with(",)") && items.size() == 1 && targets.empty()) all = items[0];
  Block("with " + all + ":", [&] {
    for (const Target& target : targets) Declare(target.name, target.type);
    if (random_.Percent(50)) PrintBriefly();
    Statements(static_cast<int>(random_.Between(1, 2)));
    if (swallows && random_.Percent(60)) {
      std::string exception;
      Line(ErrorStatement(&exception));
      if (random_.Percent(30)) Line("print('not reached')");
    }
  });
}

void ProgramBuilder::WithProtocol() { Write(kProtocols[random_.Below(std::size(kProtocols))]); }

void ProgramBuilder::WriteManagerClass() {
  TemplateNames names;
  Write(kManagerClass, &names);
  manager_ = names['M'];
}

}  // namespace garter::fuzz
