// Generators: functions that yield values of one contract, a bounded number of times, wherever an iterable is wanted;
// and the protocol by hand: send, throw, close, delegation, return values.
//
// A generator that is left half-way is closed at once only where it has one owner (a `for`, a builtin that consumes
// it). So one whose clean-up shows (`cleanup`: a yield inside of try/finally or with) is never stored, but consumed
// where it is made, or closed by name.
#include <algorithm>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

constexpr double kMostYields = 40;

const char* const kProtocols[] = {
    R"(
$gdef $1(start):
    acc_of = start
    while True:
        got = yield acc_of
        $?print('got', got)
        if got is None:
            return $((acc_of, 'done')|acc_of|$v$)
        acc_of = (acc_of $(+|*|-|^$) got) % 997
$2 = $1($i)
print(next($2), $2.send($p), $2.send($i))
try:
    $2.send(None)
except StopIteration as stop:
    print('value', stop.value, stop.args)
print(next($2, 'over'))
)",
    R"(
$gdef $1():
    try:
        got = yield $v
        print('got', got)
        yield $v
    except $(ValueError|(ValueError, KeyError)|Exception|ZeroDivisionError$) as err:
        print('inside', repr(err))
        $?yield ('after', $v)
        $?raise $(KeyError('new')|RuntimeError('new') from err|err$)
    $?else:
        print('no error')
    finally:
        print('finally')
    return $v
$2 = $1()
$?print($2.send(None))
try:
    print($2.throw($(ValueError($v)|ValueError|KeyError('k')|TypeError('t')|ZeroDivisionError()$)))
    print(next($2))
except StopIteration as stop:
    print('stopped', stop.value)
except $(Exception|(ValueError, KeyError, TypeError, RuntimeError, ZeroDivisionError)$) as err:
    print('out', repr(err), repr(err.__context__), repr(err.__cause__))
print($2.close(), next($2, $v))
)",
    R"(
$gdef $1(most):
    for num in range(most):
        try:
            got = yield num
        except ValueError as err:
            got = ('error', str(err))
        print('inner', got)
    return ('inner done', most)
$gdef $2():
    $?yield 'before'
    out = yield from $1($p)
    print('result', out)
    $?out = yield from $1(1)
    $?yield from ()
    return $(out|$v$)
$3 = $2()
log_of = []
try:
    log_of.append(next($3))
    log_of.append($3.send($v))
    log_of.append($3.throw(ValueError($q)))
    while True:
        log_of.append($3.send($n))
except StopIteration as stop:
    print(log_of, stop.value)
)",
    R"(
$gdef $1():
    try:
        yield $v
        yield $v
    except GeneratorExit:
        print('cleaning', $v)
        $(raise|return $n|raise ValueError($v)|pass$)
$2 = $1()
$?print(next($2))
try:
    print($2.close())
except $(Exception|(GeneratorExit, ValueError)|BaseException$) as err:
    print(repr(err))
print(list($2), next($2, 'end'))
$gdef $3():
    try:
        yield from $e
    finally:
        print('closed', $v)
for got_ in $3():
    print(got_)
    $(break|continue|pass$)
)",
    R"(
$gdef $1():
    try:
        yield 1
    except GeneratorExit:
        yield 'refused'
$2 = $1()
next($2)
try:
    $2.close()
except RuntimeError as err:
    print(err)
print(next($2, 'finished'))
$gdef $3():
    yield $v
    raise StopIteration($v)
try:
    print(list($3()))
except RuntimeError as err:
    print(err, repr(err.__cause__), repr(err.__context__))
$gdef $4():
    yield next(iter([]))
try:
    print(list($4()))
except RuntimeError as err:
    print(err, type(err.__cause__).__name__)
)",
    R"(
$gdef $1():
    got = next($2)
    yield got
$2 = $1()
try:
    print(next($2))
except ValueError as err:
    print(err)
try:
    $1().send($n)
except TypeError as err:
    print(err)
$3 = $1()
try:
    $3.throw($(KeyError('early')|ValueError|TypeError('t')$))
except Exception as err:
    print(repr(err))
print(list($3))
)",
    R"(
$gdef $1(tree):
    if isinstance(tree, $(list|(list, tuple)$)):
        for sub in tree:
            yield from $1(sub)
    else:
        yield $(tree|tree, len(str(tree))|str(tree)$)
print(list($1([$n, [$v, [$n, ($n, $v)], []], $q])))
$gdef $2(most):
    if most > 0:
        yield most
        yield from $2(most - 1)
        yield -most
print(*$2($p), sum($2($p)), sorted($2(3)), max($2(2)))
)",
    R"(
$gdef $1():
    num = $n
    while True:
        yield num
        num += $p
$gdef $2(source, most):
    for num in source:
        if num > most:
            return
        yield num
$gdef $3(source):
    for num in source:
        if num % $p == 0:
            yield num * num
print(list($3($2($1(), $(20|30|12$)))))
$4 = $1()
print([next($4) for _ in range($p)], next($4))
$4.close()
$5 = $2($1(), 15)
print(sum($5), list($5), 12 in $2($1(), 20))
)",
    R"(
$gdef $1(tag_):
    print('start', tag_)
    try:
        yield from $e
        yield tag_
    finally:
        print('stop', tag_)
print(any(num == $n for num in $1('any')))
print(next($1('next')), list(zip($1('zip'), $l)))
for got_ in $1('for'):
    print(got_)
    if $b:
        break
else:
    print('exhausted')
$2, *$3 = $1('unpack')
print($2, $3, dict.fromkeys(map(str, $1('dict'))), {*$1('set')} == set(), $n in $1('in'))
)",
    R"(
$gdef $1():
    $?print('running')
    for num in $e:
        got = yield num
        if got:
            yield ('echo', got)
$2 = $1()
print(type($2).__name__, iter($2) is $2, $2.__name__, $2.gi_running, $2.gi_yieldfrom)
print(next($2, None), $2.gi_frame is None)
try:
    print($2.send($v))
except StopIteration as stop:
    print(repr(stop))
$2.close()
print($2.gi_frame is None, $1.__code__.co_flags & 32, list($2))
)",
    R"(
$1 = $i
$gdef $2():
    $& $1
    while $1 > -200:
        $1 -= $(50|70|99$)
        yield $1
for got_ in $2():
    print(got_, $1)
$3 = (print('lazy', num) or num * $n for num in $2())
print('made')
print(list($3))
$1 = $n
print([(num, $1) for num in $2() if num % 2])
)",
    R"(
$gdef $1():
    first_got = yield
    second_got = yield first_got
    print([(yield 'one'), (yield 'two')], (yield))
    return f'{(yield "three")!r}' + str(second_got)
$2 = $1()
next($2)
out_of = [$2.send(arg) for arg in ($v, $v, $v, $v, $n)]
print(out_of)
try:
    $2.send($v)
    $2.send($q)
except StopIteration as stop:
    print(stop.value)
)",
    R"(
$gdef $1(*args, key_=$v, **kw):
    yield args
    yield key_, kw
    yield lambda: args
print([got() if callable(got) else got for got in $1($v, *$l, more_=$v)])
$2 = (lambda: (yield $v))()
print(next($2), next($2, 'lambda over'))
$3 = lambda: (yield from $1())
print(len(list($3())))
)",
};

}  // namespace

const Function* ProgramBuilder::PickSuspending(bool async, bool generator,
                                               const std::function<bool(const Function&)>& accept) {
  std::vector<const Function*> found;
  for (size_t i = scopes_.size(); i-- > 0;) {
    if (!SeesScope(i)) continue;
    for (const Function& function : scopes_[i].suspending) {
      if (function.async != async || function.generator != generator || !accept(function)) continue;
      if (!CanAfford(function.cost) || (function.mutates && (locked_ > 0 || in_comprehension_))) continue;
      if (!IsVisible(function.name)) found.push_back(&function);
    }
  }
  return found.empty() ? nullptr : random_.Pick(found);
}

Expr ProgramBuilder::CallSuspending(const Function& function, int depth) {
  Function copy = function;
  Charge(copy.cost + 1);
  mutates_ = mutates_ || copy.mutates;
  return Expr{copy.name + "(" + ArgumentList(copy, depth) + ")", kPrimary, copy.result, true};
}

void ProgramBuilder::GeneratorStatement() {
  switch (random_.Weighted({45, 30, 25})) {
    case 0:
      return GeneratorFunction(false);
    case 1:
      return GeneratorUse();
    default:
      return GeneratorProtocol();
  }
}

void ProgramBuilder::GeneratorProtocol() { Write(kProtocols[random_.Below(std::size(kProtocols))]); }

void ProgramBuilder::GeneratorFunction(bool async) {
  Function function;
  function.name = (async ? "stream_" : "gen_") + FreshName();
  function.parameters = RandomParameters();
  function.yields = random_.Percent(75) ? RandomScalarType() : RandomType(1);
  function.result = IteratorType(function.yields);
  function.async = async;
  function.generator = true;
  std::string header =
      std::string(async ? "async " : "") + "def " + function.name + "(" + ParameterList(function.parameters) + "):";
  bool still = random_.Percent(60);
  InFunction(header, &function, [&] {
    size_t own = scopes_.size() - 1;
    scopes_[own].generator = true;
    scopes_[own].suspends = true;
    scopes_[own].async = async;
    scopes_[own].yields = function.yields;
    if (random_.Percent(25)) ScopeDeclaration();
    if (still) ++locked_;
    int64_t pieces = random_.Between(1, 3);
    for (int64_t i = 0; i < pieces; ++i) {
      if (random_.Percent(30)) Statement();
      YieldStatement();
    }
    if (random_.Percent(20)) Statement();
    if (!async && random_.Percent(25)) Line("return " + Make(RandomScalarType(), 2).text);
    function.count = static_cast<int64_t>(scopes_[own].yielded);
    function.cleanup = scopes_[own].cleanup;
  });
  Undeclare(function.name);
  function.block = open_blocks_.back();
  scopes_.back().suspending.push_back(function);
}

// Somewhere in the body of a generator.
void ProgramBuilder::YieldStatement() {
  size_t own = scopes_.size() - 1;
  ValueType type = scopes_[own].yields;
  bool async = scopes_[own].async;
  auto yield = [&](const std::string& value) {
    scopes_[own].yielded += weight_;
    return "yield " + value;
  };
  if (scopes_[own].yielded + 3 * weight_ > kMostYields) {
    if (scopes_[own].yielded > 0) return PrintBriefly();
    return Line(yield(MakeLiteral(type).text));
  }
  int loops = weight_ < 4 ? 1 : 0;
  int nest = statement_depth_ < 4 ? 1 : 0;
  switch (random_.Weighted({26, 20 * loops, async ? 0 : 14 * loops, 12, 8 * nest, 6 * nest, 8 * nest, 8, 8 * loops})) {
    case 0:
      return Line(yield(Make(type, kMaxDepth).text));
    case 1: {
      Iterable items = MakeIterable(1);
      int64_t trips = std::min<int64_t>(std::max<int64_t>(items.count, 1), 6);
      std::string name = FreshName();
      std::string text = items.aliased ? "list(" + items.text + ")" : items.text;
      bool filter = random_.Percent(35);
      return InLoop(trips, "for " + name + " in " + text + ":", [&] {
        Declare(name, items.element);
        if (random_.Percent(25)) Statement();
        if (!filter) return Line(yield(Make(type, 2).text));
        std::string condition = Condition(2);
        Block("if " + condition + ":", [&] { Line(yield(Make(type, 2).text)); });
      });
    }
    case 2: {
      Iterable items = IterableOf(type, 2);
      if (items.text[0] == '*') return Line(yield(Make(type, 2).text));
      scopes_[own].yielded += weight_ * static_cast<double>(std::max<int64_t>(items.count, 1));
      bool plain = !items.aliased;
      if (random_.Percent(25)) {
        std::string name = FreshName();
        Line(name + " = yield from " + (plain ? items.text : "list(" + items.text + ")"));
        return Line("print(" + name + ")");
      }
      return Line("yield from " + (plain ? items.text : "list(" + items.text + ")"));
    }
    case 3: {
      std::string name = FreshName();
      Line(name + " = " + yield(Make(type, 2).text));
      Declare(name, AnyType());
      return Block("if " + name + " is not None:", [&] { Line("print('sent', " + name + ")"); });
    }
    case 4: {
      scopes_[own].cleanup = true;
      Block("try:", [&] {
        Line(yield(Make(type, 2).text));
        if (random_.Percent(40)) YieldStatement();
      });
      return Block("finally:", [&] { PrintBriefly(); });
    }
    case 5: {
      scopes_[own].cleanup = true;
      Block("try:", [&] { Line(yield(Make(type, 2).text)); });
      Block("except GeneratorExit:", [&] {
        Line("print('closed early')");
        Line("raise");
      });
      return;
    }
    case 6: {
      std::string condition = Condition(2);
      Block("if " + condition + ":", [&] { YieldStatement(); });
      if (random_.Percent(40)) Block("else:", [&] { YieldStatement(); });
      return;
    }
    case 7: {
      std::string first = Sub(type, 1, kConditional);
      std::string second = Sub(type, 1, kConditional);
      scopes_[own].yielded += weight_;
      switch (random_.Below(4)) {
        case 0:
          return Line("print((" + yield(first) + "), (yield " + second + "))");
        case 1:
          return Line(FreshName() + " = [(" + yield(first) + "), (yield " + second + ")]");
        case 2:
          return Line("(" + yield(first) + ") or (yield " + second + ")");
        default:
          return Line("assert (" + yield(first) + ") is None or (yield " + second + ") is None");
      }
    }
    default: {
      std::string counter = FreshName();
      int64_t trips = random_.Between(1, 4);
      Line(counter + " = " + std::to_string(trips));
      Declare(counter, IntType(-1, trips)).readonly = true;
      return InLoop(trips, "while " + counter + " > 0:", [&] {
        Line(counter + " -= 1");
        YieldStatement();
      });
    }
  }
}

void ProgramBuilder::GeneratorUse() {
  const Function* picked = PickSuspending(false, true, [](const Function&) { return true; });
  if (picked == nullptr) return GeneratorFunction(false);
  Function function = *picked;
  bool outer_walrus = no_walrus_;
  no_walrus_ = true;  // It may stand in a comprehension.
  std::string call = CallSuspending(function, 2).text;
  no_walrus_ = outer_walrus;
  std::string fallback = MakeLiteral(function.yields).text;
  switch (random_.Below(9)) {
    case 0:
      return Line(
          "print(" +
          random_.Pick<std::string>({"list(" + call + ")", "*" + call, "[*" + call + "]", "tuple(" + call + ")",
                                     "len([thing for thing in " + call + "])", "sorted(map(repr, " + call + "))"}) +
          ")");
    case 1:
      return Line("print(next(" + call + ", " + fallback + "))");
    case 2: {
      std::string name = FreshName();
      Line("*" + name + ", = " + call);
      Declare(name, ListType(function.yields, 0, 1000));
      return;
    }
    case 3:
    case 4: {
      std::string name = FreshName();
      Line(name + " = " + call);
      Line("print(next(" + name + ", " + fallback + "), next(" + name + ", None))");
      Line(random_.Pick<std::string>({name + ".close()", "print(" + name + ".close())", "print(list(" + name + "))"}));
      return Line("print(next(" + name + ", 'over'))");
    }
    case 5: {
      std::string name = FreshName();
      Line(name + " = " + call);
      Block("try:", [&] {
        Line("print(next(" + name + "))");
        std::string value = Make(RandomScalarType(), 1).text;
        Line("print(" + name + ".send(" + value + "))");
      });
      Block("except (StopIteration, AttributeError) as stop:", [&] { Line("print('stop', stop)"); });
      Block("finally:", [&] { Line(name + ".close()"); });
      return;
    }
    case 6: {
      std::string name = FreshName();
      Line(name + " = " + call);
      Block("try:", [&] {
        Line("print(next(" + name + ", None))");
        Line("print(" + name + ".throw(" + random_.Pick({"ValueError('thrown')", "KeyError(1)", "RuntimeError"}) +
             "))");
      });
      Block("except (ValueError, KeyError, RuntimeError, StopIteration) as err:", [&] { Line("print(repr(err))"); });
      return Line(name + ".close()");
    }
    case 7: {
      std::string name = FreshName();
      int64_t trips = std::min<int64_t>(std::max<int64_t>(function.count, 1), 8);
      return InLoop(trips, "for " + name + " in " + call + ":", [&] {
        Declare(name, function.yields);
        Statements(static_cast<int>(random_.Between(1, 2)));
        if (random_.Percent(40)) {
          std::string condition = Condition(1);
          Block("if " + condition + ":", [&] { Line("break"); });
        }
      });
    }
    default: {
      std::string name = FreshName();
      Line(name + " = dict(enumerate(" + call + "))");
      return Line("print(" + name + ")");
    }
  }
}

}  // namespace garter::fuzz
