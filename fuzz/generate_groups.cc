// except* and exception groups: nested groups, handlers that take their part, what is raised inside of them, split,
// subgroup and derive; notes; `except A, B:` without brackets.
#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

const char* const kMembers[] = {"ValueError", "TypeError", "KeyError", "OSError", "ZeroDivisionError", "RuntimeError",
                                "IndexError", "LookupError"};

const char* const kProtocols[] = {
    R"(
def $1(err, deep=0):
    print(' ' * deep + type(err).__name__, err.args[0] if err.args else '-', getattr(err, '__notes__', []))
    for sub in getattr(err, 'exceptions', ()):
        $1(sub, deep + 1)
$2 = ExceptionGroup($q, [ValueError($v), ExceptionGroup('in', [KeyError($q), TypeError($n)]), OSError($n)])
$1($2)
$?$2.add_note($s)
for cond in ($(ValueError|(ValueError, KeyError)|lambda err: isinstance(err, LookupError)|Exception|lambda err: err.args[0] == $n$), $(KeyError|OSError|ExceptionGroup|ZeroDivisionError$)):
    matched, others = $2.split(cond)
    print(matched is None, others is None, repr(matched), repr(others))
    part = $2.subgroup(cond) if callable(cond) else None
    $1(part) if part else print('no part')
$1($2.derive([ValueError('derived')]))
)",
    R"(
class $A($(ExceptionGroup|BaseExceptionGroup$)):
    $?def __new__(cls, message, errors, code=$n):
        self = super().__new__(cls, message, errors)
        self.code = code
        return self
    $?def derive(self, errors):
        return $A(self.message + '!', errors)
try:
    raise $A($q, [ValueError($v), KeyError($n)])
except* $(ValueError|KeyError|(ValueError, KeyError)|TypeError$) as many:
    print(type(many).__name__, many.message, many.exceptions)
except* Exception as many:
    print('rest', type(many).__name__, many.exceptions)
)",
    R"(
try:
    try:
        raise ExceptionGroup($q, [ValueError(1), TypeError(2), ExceptionGroup('deep', [ValueError(3), OSError(4)])])
    except* ValueError as many:
        print('V', many.exceptions)
        $(raise|raise KeyError('new')|raise RuntimeError('other') from many|pass|raise many.exceptions[0]$)
    except* TypeError:
        print('T')
        $?raise LookupError('second')
    else:
        print('else')
    finally:
        print('finally')
except Exception as err:
    print(type(err).__name__, err, [repr(sub) for sub in getattr(err, 'exceptions', [])])
    print(repr(err.__cause__), repr(err.__context__))
)",
    R"(
for bad in (lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', [5]), lambda: ExceptionGroup('m', 5), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup('m', [BaseException()]), lambda: ExceptionGroup('m'), lambda: BaseExceptionGroup('m', [ValueError()])):
    try:
        print(repr(bad()))
    except (TypeError, ValueError) as err:
        print(type(err).__name__, err)
try:
    try:
        raise ValueError($v)
    except* (ExceptionGroup$(|, ValueError$)):
        print('never')
except TypeError as err:
    print(err)
try:
    raise BaseExceptionGroup('base', [KeyboardInterrupt($n), ValueError($v)])
except* ValueError as many:
    print(type(many).__name__)
except* KeyboardInterrupt as many:
    print(type(many).__name__, many.exceptions)
)",
    R"(
def $1(num):
    try:
        if num == 0:
            raise ValueError($v)
        if num == 1:
            raise ExceptionGroup('one', [TypeError($v)])
        $?if num == 2:
            return 'returned'
    except* ValueError as many:
        print('naked', repr(many))
    except* TypeError as many:
        print('group', repr(many))
    else:
        return 'else'
    finally:
        print('finally', num)
    return 'end'
print([$1(num) for num in range(4)])
)",
    R"(
$1 = $(ValueError($v)|KeyError($q)|ExceptionGroup('g', [ValueError($n)])$)
$1.add_note($s)
$1.add_note($q)
$?$1.__notes__.append('third')
print($1.__notes__)
try:
    $1.add_note($n)
except TypeError as err:
    print(err)
try:
    raise $1
except Exception as err:
    print(err is $1, err.__notes__, err.__traceback__ is not None)
print($1.with_traceback(None) is $1, $1.__traceback__)
)",
    R"(
for num in range(4):
    try:
        [lambda: 1 // 0, lambda: [][1], lambda: {}['k'], lambda: int('x')][num]()
    except $(ZeroDivisionError, IndexError|ZeroDivisionError, (KeyError, IndexError)|ArithmeticError, LookupError$):
        print('one', num)
    except $(KeyError, ValueError|(KeyError, ValueError)|LookupError, ValueError$):
        print('two', num)
    except Exception as err:
        print('three', repr(err))
try:
    raise ExceptionGroup('g', [ValueError($n), KeyError($n), OSError($n)])
except* ValueError, KeyError:
    print('first')
except* OSError, TypeError:
    print('second')
)",
};

}  // namespace

// The text of a group of exceptions of mixed classes.
std::string ProgramBuilder::GroupText(int depth) {
  std::vector<std::string> pieces;
  int64_t count = random_.Between(1, 3);
  for (int64_t i = 0; i < count; ++i) {
    if (depth > 0 && random_.Percent(30)) {
      pieces.push_back(GroupText(depth - 1));
      continue;
    }
    std::string name = kMembers[random_.Below(std::size(kMembers))];
    if (!exception_classes_.empty() && random_.Percent(25)) name = random_.Pick(exception_classes_);
    pieces.push_back(name + "(" + Sub(RandomScalarType(), 1, kConditional) + ")");
  }
  return "ExceptionGroup(" + StrText(1, 6) + ", [" + Join(pieces, ", ") + "])";
}

void ProgramBuilder::GroupStatement() {
  if (random_.Percent(40) && weight_ < 10) return GroupProtocol();
  std::string name = FreshName();
  auto report = [&](const std::string& label) {
    Line("print('" + label + "', type(" + name + ").__name__, " +
         random_.Pick<std::string>({name + ".exceptions", name + ".message", "len(" + name + ".exceptions)",
                                    "[repr(sub) for sub in " + name + ".exceptions]", "repr(" + name + ")"}) +
         ")");
  };
  Block("try:", [&] {
    if (random_.Percent(40)) Statement();
    if (random_.Percent(80)) {
      Line("raise " + GroupText(2));
    } else {
      std::string exception;
      Line(ErrorStatement(&exception));
    }
  });
  std::set<std::string> seen;
  int64_t handlers = random_.Between(1, 3);
  for (int64_t i = 0; i < handlers; ++i) {
    std::string first = kMembers[random_.Below(std::size(kMembers))];
    std::string second = kMembers[random_.Below(std::size(kMembers))];
    std::string kind = random_.Percent(30) ? "(" + first + ", " + second + ")" : first;
    if (!seen.insert(kind).second) continue;
    bool named = random_.Percent(75);
    Block("except* " + kind + (named ? " as " + name : "") + ":", [&] {
      if (named) report(std::to_string(i));
      Statements(1);
    });
  }
  Block("except* BaseException as " + name + ":", [&] { report("rest"); });
  if (random_.Percent(25)) Block("else:", [&] { Statements(1); });
  if (random_.Percent(30)) Block("finally:", [&] { PrintBriefly(); });
}

void ProgramBuilder::GroupProtocol() { Write(kProtocols[random_.Below(std::size(kProtocols))]); }

}  // namespace garter::fuzz
