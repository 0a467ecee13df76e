// Coroutines, asynchronous generators, managers and comprehensions. A program drives its coroutines either by hand (a
// function of its own sends None until StopIteration) or with asyncio.run, for what asyncio's tasks wait for only
// asyncio can wake. Nothing depends on the clock: tasks give way with sleep(0), and a timeout runs out only where
// nothing else can happen. No coroutine is left unawaited: CPython would say so when it finds out, which is no property
// of the program.
#include <algorithm>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

const char kHandDriver[] = R"(
class $P:
    def __init__(self, tag_=None):
        self.tag_ = tag_
    def __await__(self):
        $?print('pause', self.tag_)
        got = yield self.tag_
        return $(got|self.tag_|(self.tag_, got)$)
def $1(coro, answer=None):
    $?turns = 0
    try:
        while True:
            $(coro.send(answer)|print('step', coro.send(answer))|answer = coro.send(answer)$)
    except StopIteration as stop:
        return stop.value
)";

const char kShared[] = R"(
async def $2(stream):
    got_all = []
    async for thing in stream:
        got_all.append(thing)
    return got_all
class $G:
    def __init__(self, tag_, swallow=()):
        self.tag_, self.swallow = tag_, swallow
    async def __aenter__(self):
        print('aenter', self.tag_)
        $?await $Z
        return $(self.tag_|(self.tag_, 'in')|str(self.tag_)$)
    async def __aexit__(self, kind_of, err, trace):
        $?await $Z
        print('aexit', self.tag_, kind_of and kind_of.__name__)
        return kind_of is not None and issubclass(kind_of, self.swallow)
)";

const char* const kProtocols[] = {
    R"(
class $A:
    def __init__(self, most):
        self.most = most
    def __aiter__(self):
        $?print('aiter')
        return self
    async def __anext__(self):
        $?await $P('tick')
        if self.most <= 0:
            raise StopAsyncIteration
        self.most -= 1
        return $(self.most|(self.most, $v)|$v$)
$gasync def $1():
    got_all = []
    async for num in $A($p):
        if $b:
            continue
        $?if num == $n:
            break
        got_all.append(num)
    else:
        got_all.append('else')
    got_all.append([num async for num in $A($p) if num != $n])
    got_all.append({str(num): await $P(num) async for num in $A(2)})
    $?got_all.append(await anext($A($p)))
    $?got_all.append(await anext($A(0), 'default'))
    return got_all
print($D($1()))
)",
    R"(
$gasync def $1(arg):
    try:
        got = await $P(arg)
        print('resumed', got)
        return $((arg, got)|arg|$v$)
    except ValueError as err:
        print('caught', err)
        return 'handled'
    finally:
        print('finally', arg)
$2 = $1($v)
print(type($2).__name__, $2.send(None))
try:
    $($2.send($v)|$2.throw(ValueError($q))|print($2.send($q))$)
except StopIteration as stop:
    print('value', stop.value)
try:
    $2.send(None)
except RuntimeError as err:
    print(err)
$3 = $1($n)
$?$3.send(None)
$3.close()
try:
    $3.send(None)
except RuntimeError as err:
    print(err)
$4 = $1('fresh')
try:
    $4.send($v or 1)
except TypeError as err:
    print(err)
$4.close()
)",
    R"(
$gasync def $1(most):
    try:
        for num in range(most):
            $?await $P(num)
            got = yield num
            if got is not None:
                print('got', got)
    except $(ValueError|KeyError$) as err:
        print('inside', repr(err))
        yield 'recovered'
    finally:
        print('closing')
$gasync def $2():
    stream = $1($p)
    log_of = [await anext(stream)]
    try:
        log_of.append(await stream.asend($v))
        log_of.append(await stream.athrow($(ValueError($v)|KeyError|ValueError$)))
        log_of.append(await stream.asend(None))
    except StopAsyncIteration:
        log_of.append('over')
    except Exception as err:
        log_of.append(repr(err))
    await stream.aclose()
    return log_of, [num async for num in stream], type(stream).__name__
print($D($2()))
)",
    R"(
$gasync def $1():
    async with $G($q) as one, $G($v$(|, ValueError|, (KeyError, ValueError)$)) as two:
        print(one, two)
        $?raise $(ValueError($v)|KeyError('k')$)
        return $v
    return 'after'
$gasync def $2():
    try:
        async with ($G('outer'), $G('inner', LookupError),):
            await $P('body')
            $([][5]|{}['k']|int('x')|print('fine')$)
        print('swallowed')
        return await $1()
    except (ValueError, KeyError) as err:
        return repr(err)
print($D($2()))
)",
    R"(
class $A:
    def __init__(self, how):
        self.how = how
    def __await__(self):
        return $(iter([])|(num for num in range($p))$)
class $B:
    def __await__(self):
        return $(5|[1, 2]|None|'text'$)
$gasync def $1(thing):
    try:
        return await thing
    except TypeError as err:
        return str(err)
for thing in ($A, $B):
    print($D($1(thing($n) if thing is $A else thing())))
for thing in (5, None, [], 'text'):
    print($D($1(thing)))
$gasync def $2():
    for probe in (lambda: aiter(5), lambda: anext(5), lambda: aiter([])):
        try:
            print(probe())
        except TypeError as err:
            print(err)
    try:
        async for thing in $e:
            print(thing)
    except TypeError as err:
        print(err)
    try:
        async with $n:
            print('in')
    except (TypeError, AttributeError) as err:
        print(type(err).__name__, err)
$D($2())
)",
    R"(
$gasync def $1(tag_, most):
    sum_of = 0
    for num in range(most):
        got = await $P((tag_, num))
        sum_of += num * $n
        $?if num == $n:
            raise ValueError(tag_)
    return tag_, sum_of
def $2(*coros):
    ready = list(enumerate(coros))
    results = {}
    while ready:
        index, coro = ready.pop($(0|-1|0$))
        try:
            print('turn', index, coro.send(None))
            ready.append((index, coro))
        except StopIteration as stop:
            results[index] = stop.value
        except ValueError as err:
            results[index] = repr(err)
    return results
print($2($1($q, $p), $1($n, $p), $1('last', 2)))
)",
    R"(
$gasync def $1(num):
    $?await $P()
    return num * $n
$gasync def $2(source):
    for thing in source:
        yield thing
        $?await $P(thing)
$gasync def $3():
    one = [await $1(num) for num in $l]
    two = {await $1(num) async for num in $2($l) if num $(>|<|!=$) await $1($n)}
    three = [[sub async for sub in $2(range(num))] for num in range(3)]
    four = (await $1(num) async for num in $2([1, 2]))
    five = {num: await $1(num) for num in range($p)}
    return one, sorted(two), three, [thing async for thing in four], five, await $1(await $1($n)), f'{await $1($n)}'
print($D($3()))
)",
    R"(
$gasync def $1():
    await $P('deep')
    raise $(ValueError($v)|KeyError('lost')|ZeroDivisionError$)
$gasync def $2():
    try:
        await $1()
    except $(ValueError|LookupError|ArithmeticError|Exception$) as err:
        print('middle', repr(err))
        raise RuntimeError('again') $(from err|from None|$)
    finally:
        $?await $P('cleanup')
        print('done')
try:
    print($D($2()))
except Exception as err:
    print(repr(err), repr(err.__cause__), repr(err.__context__), err.__suppress_context__)
)",
    R"(
class $A:
    def __init__(self, num):
        self.num = num
    async def method(self, arg=$n):
        await $P(arg)
        return self.num + arg
    @classmethod
    async def make(cls, num):
        return cls(num)
    @staticmethod
    async def plain():
        return $v
    async def __call__(self):
        return await self.method($i)
    async def stream(self):
        for num in range(self.num % 4):
            yield num
$gasync def $1():
    obj = await $A.make($n)
    return await obj.method(), await obj(), await $A.plain(), [num async for num in obj.stream()]
print($D($1()))
)",
};

const char* const kAsyncio[] = {
    R"(
async def $1(tag_, turns):
    for num in range(turns):
        print(tag_, num)
        await asyncio.sleep(0)
    $?if turns == $p:
        raise ValueError(tag_)
    return tag_, turns
async def $2():
    got_all = await asyncio.gather($1($q, $p), $1($n, $p), $1('last', 1), return_exceptions=True)
    return [repr(got) if isinstance(got, Exception) else got for got in got_all]
print(asyncio.run($2()))
)",
    R"(
async def $1(box):
    try:
        while True:
            box.append(len(box))
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print('cancelled', len(box) > 0)
        $?return 'stayed'
        raise
    finally:
        print('cleanup')
async def $2():
    box = []
    task = asyncio.create_task($1(box))
    for _ in range($p):
        await asyncio.sleep(0)
    print(task.done(), task.cancel($(|$q$)))
    try:
        print(await task)
    except asyncio.CancelledError as err:
        print('gone', err.args)
    print(task.cancelled(), task.done(), len(box))
asyncio.run($2())
)",
    R"(
async def $1(queue_, most):
    for num in range(most):
        await queue_.put((num, $v))
        print('put', num, queue_.qsize())
    await queue_.put(None)
async def $2(queue_):
    got_all = []
    while (got := await queue_.get()) is not None:
        got_all.append(got)
        $?await asyncio.sleep(0)
    return got_all
async def $3():
    queue_ = asyncio.$(Queue|Queue|LifoQueue$)($(|1|2$))
    maker = asyncio.create_task($1(queue_, $p))
    $?await asyncio.sleep(0)
    await maker if queue_.maxsize == 0 else None
    print(sorted(await $2(queue_), key=repr)) if queue_.__class__.__name__ == 'Queue' else print(queue_.maxsize)
    maker.cancel()
asyncio.run($3())
)",
    R"(
async def $1(lock_, tag_, log_of):
    async with lock_:
        log_of.append(('in', tag_))
        await asyncio.sleep(0)
        $?await asyncio.sleep(0)
        log_of.append(('out', tag_))
async def $2():
    lock_ = asyncio.$(Lock()|Semaphore(1)|Semaphore(2)|BoundedSemaphore($p)|Condition()$)
    log_of = []
    async with asyncio.TaskGroup() as group:
        for num in range($p):
            group.create_task($1(lock_, num, log_of))
    print(log_of)
    $?print(lock_.locked())
asyncio.run($2())
)",
    R"(
async def $1(num):
    await asyncio.sleep(0)
    if num % 2:
        raise $(ValueError(num)|KeyError(num)$)
    await asyncio.sleep(0)
    $?print('survived', num)
    return num
async def $2():
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task($1(num)) for num in range($p)]
    except* ValueError as many:
        print('values', [repr(err) for err in many.exceptions])
    except* KeyError as many:
        print('keys', len(many.exceptions))
    print([task.cancelled() for task in tasks], [task.done() for task in tasks])
asyncio.run($2())
)",
    R"(
async def $1(event, tag_):
    print('waiting', tag_)
    await event.wait()
    print('woken', tag_)
    return tag_
async def $2():
    event = asyncio.Event()
    tasks = [asyncio.create_task($1(event, num)) for num in range($p)]
    await asyncio.sleep(0)
    print(event.is_set())
    event.set()
    done, pending = await asyncio.wait(tasks)
    print(sorted(task.result() for task in done), len(pending))
    try:
        event.clear()
        await asyncio.wait_for(event.wait(), 0.001)
    except TimeoutError as err:
        print('timeout', repr(err))
    try:
        async with asyncio.timeout(0.001):
            await event.wait()
    except TimeoutError:
        print('timeout again')
    $?print(await asyncio.wait_for(asyncio.sleep(0, $v), 10))
asyncio.run($2())
)",
    R"(
async def $1(num):
    for _ in range(num):
        await asyncio.sleep(0)
    return num
async def $2():
    for next_done in asyncio.as_completed([$1($p), $1(0), $1(2)]):
        print(await next_done)
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task($1(1), name=$q)
    task.add_done_callback(lambda done: future.set_result(done.result()))
    print(await future, task.get_name(), future.done())
    $?print(await asyncio.shield(asyncio.create_task($1(2))))
    done, pending = await asyncio.wait([asyncio.create_task($1(0)), asyncio.create_task($1(9))], \
            return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), [task.cancel() for task in pending])
    await asyncio.gather(*pending, return_exceptions=True)
    return $v
print(asyncio.run($2()))
)",
    R"(
async def $1(arg):
    await asyncio.sleep(0)
    raise ValueError(arg)
async def $2():
    try:
        await asyncio.gather($1($v), asyncio.sleep(0))
    except ValueError as err:
        print('first', err)
    task = asyncio.create_task($1($q))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.done(), repr(task.exception()))
    try:
        task.result()
    except ValueError as err:
        print('result', err)
    try:
        asyncio.run(asyncio.sleep(0)) if False else asyncio.get_running_loop().run_until_complete(None)
    except (RuntimeError, TypeError) as err:
        print(type(err).__name__)
asyncio.run($2())
try:
    asyncio.run($1($v))
except ValueError as err:
    print(repr(err))
)",
};

}  // namespace

void ProgramBuilder::WriteDriver() {
  TemplateNames names;
  if (asyncio_) {
    pause_ = random_.Pick<std::string>({"asyncio.sleep(0)", "asyncio.sleep(0, 'slept')"});
  } else {
    Write(kHandDriver, &names);
    driver_ = names['1'];
    pause_ = names['P'] + "()";
  }
  names['Z'] = pause_;
  Write(kShared, &names);
  collect_ = names['2'];
  gate_ = names['G'];
}

void ProgramBuilder::AsyncStatement() {
  if (CanAwait() && random_.Percent(60)) return AwaitStatement();
  bool module = scopes_.size() == 1 && loop_depth_ == 0;
  int run = asyncio_ ? (module ? 1 : 0) : 1;
  switch (random_.Weighted({34, 16, 24 * run, asyncio_ ? 0 : 22, asyncio_ && module ? 30 : 0})) {
    case 0:
      return CoroutineFunction();
    case 1:
      return GeneratorFunction(true);
    case 2:
      return RunCoroutine();
    case 3:
      return AsyncProtocol();
    default:
      return AsyncioProgram();
  }
}

void ProgramBuilder::AsyncProtocol() {
  TemplateNames names;
  names['P'] = pause_.substr(0, pause_.size() - 2);
  names['D'] = driver_;
  names['G'] = gate_;
  Write(kProtocols[random_.Below(std::size(kProtocols))], &names);
}

void ProgramBuilder::AsyncioProgram() { Write(kAsyncio[random_.Below(std::size(kAsyncio))]); }

void ProgramBuilder::CoroutineFunction() {
  Function function;
  function.name = "co_" + FreshName();
  function.parameters = RandomParameters();
  function.result = random_.Percent(75) ? RandomScalarType() : RandomType(1);
  function.async = true;
  std::string header = "async def " + function.name + "(" + ParameterList(function.parameters) + ")";
  if (random_.Percent(10)) header += " -> " + Annotation(function.result);
  InFunction(header + ":", &function, [&] {
    scopes_.back().async = true;
    scopes_.back().suspends = true;
    if (random_.Percent(25)) ScopeDeclaration();
    int64_t pieces = random_.Between(1, 3);
    for (int64_t i = 0; i < pieces; ++i) {
      if (random_.Percent(60)) {
        AwaitStatement();
      } else {
        Statement();
      }
    }
    Line("return " + Make(function.result, kMaxDepth).text);
  });
  Undeclare(function.name);
  function.block = open_blocks_.back();
  scopes_.back().suspending.push_back(function);
  if (random_.Percent(70)) RunCoroutine();
}

void ProgramBuilder::RunCoroutine() {
  bool module = scopes_.size() == 1;
  if (asyncio_ && !module) return PrintBriefly();
  bool stream = random_.Percent(30);
  const Function* picked = PickSuspending(true, stream, [](const Function&) { return true; });
  if (picked == nullptr) picked = PickSuspending(true, !stream, [](const Function&) { return true; });
  if (picked == nullptr) return PrintBriefly();
  Function function = *picked;
  std::string call = CallSuspending(function, 2).text;
  if (function.generator) call = collect_ + "(" + call + ")";
  std::string run = (asyncio_ ? "asyncio.run" : driver_) + "(" + call + ")";
  if (asyncio_) {
    // The frames of asyncio itself are nobody's business: nothing leaves it uncaught.
    Block("try:", [&] { Line("print(" + run + ")"); });
    return Block("except Exception as err:", [&] { Line("print(type(err).__name__, err)"); });
  }
  if (random_.Percent(60) || function.generator) return Line("print(" + run + ")");
  std::string name = FreshName();
  Line(name + " = " + run);
  Declare(name, function.result);
}

Expr ProgramBuilder::TryAwait(const ValueType& want, int depth) {
  auto suits = [&](const Function& function) {
    bool number = want.kind == Kind::kInt && function.result.kind == Kind::kInt && want.hi > want.lo;
    return number || Fits(function.result, want, true);
  };
  if (literals_only_ || (!CanAwait() && driver_.empty())) return {};
  const Function* function = PickSuspending(true, false, suits);
  if (function == nullptr) return {};
  Expr call = CallSuspending(*function, depth - 1);
  if (!CanAwait()) return Expr{driver_ + "(" + call.text + ")", kPrimary, call.type, false};
  return Expr{"await " + call.text, kPower, call.type, false};
}

// Inside of a coroutine.
void ProgramBuilder::AwaitStatement() {
  if (!CanAwait()) return PrintBriefly();
  int nest = statement_depth_ < 4 && weight_ < 20 ? 1 : 0;
  // What an exception leaves half-way, the last reference to it would close.
  const Function* stream = PickSuspending(true, true, [](const Function& function) { return !function.cleanup; });
  int has_stream = stream != nullptr ? 1 : 0;
  switch (random_.Weighted({20, 24, 16 * has_stream * nest, 14 * has_stream, 14 * nest, 10 * nest, 10})) {
    case 0:
      return Line(random_.Pick<std::string>(
          {"await " + pause_, "print(await " + pause_ + ")", "assert await " + pause_ + " or True"}));
    case 1: {
      const Function* picked = PickSuspending(true, false, [](const Function&) { return true; });
      if (picked == nullptr) return Line("await " + pause_);
      Expr call = CallSuspending(*picked, 2);
      if (random_.Percent(40)) return Line("print(await " + call.text + ")");
      std::string name = FreshName();
      Line(name + " = await " + call.text);
      Declare(name, call.type);
      return;
    }
    case 2: {
      Function function = *stream;
      std::string call = CallSuspending(function, 1).text;
      std::string name = FreshName();
      int64_t trips = std::min<int64_t>(std::max<int64_t>(function.count, 1), 8);
      InLoop(trips, "async for " + name + " in " + call + ":", [&] {
        Declare(name, function.yields);
        Statements(static_cast<int>(random_.Between(1, 2)));
        if (random_.Percent(25)) {
          std::string condition = Condition(1);
          Block("if " + condition + ":", [&] { Line("continue"); });
        }
      });
      if (random_.Percent(25)) Block("else:", [&] { PrintBriefly(); });
      return;
    }
    case 3: {
      Function function = *stream;
      bool outer_walrus = no_walrus_;
      no_walrus_ = true;
      std::string call = CallSuspending(function, 1).text;
      no_walrus_ = outer_walrus;
      std::string name = FreshName();
      std::string item = TemporaryName();
      PushScope(Scope::Kind::kComprehension);
      Declare(item, function.yields);
      std::string filter = random_.Percent(35) ? " if " + Sub(BoolType(), 1, kOr) : "";
      PopScope();
      Line(name + " = [" + item + " async for " + item + " in " + call + filter + "]");
      Declare(name, ListType(function.yields, 0, 1000));
      return Line("print(" + name + ")");
    }
    case 4: {
      std::string label = Sub(RandomScalarType(), 1, kConditional);
      std::string swallow =
          random_.Percent(40) ? random_.Pick({", BaseException", ", (ValueError, TypeError)", ", LookupError"}) : "";
      std::string header = "async with " + gate_ + "(" + label + swallow + ")";
      std::string name;
      if (random_.Percent(50)) {
        name = FreshName();
        header += " as " + name;
      }
      return Block(header + ":", [&] {
        if (!name.empty()) Declare(name, AnyType());
        Statements(static_cast<int>(random_.Between(1, 2)));
        if (swallow == ", BaseException" && random_.Percent(60)) {
          std::string exception;
          Line(ErrorStatement(&exception));
        }
      });
    }
    case 5: {
      Block("try:", [&] {
        AwaitStatement();
        if (random_.Percent(40)) Line(std::string("raise ValueError(") + MakeLiteral(RandomScalarType()).text + ")");
      });
      if (random_.Percent(60)) {
        Block("except Exception as err:", [&] { Line("print(type(err).__name__)"); });
        if (random_.Percent(30)) Block("finally:", [&] { AwaitStatement(); });
      } else {
        Block("except ValueError:", [&] { AwaitStatement(); });
      }
      return;
    }
    default: {
      const Function* picked = PickSuspending(true, false, [](const Function&) { return true; });
      if (picked == nullptr) return Line("print(await " + pause_ + ")");
      Charge(3 * picked->cost);
      Expr call = CallSuspending(*picked, 1);
      std::string name = FreshName();
      int64_t times = random_.Between(1, 3);
      Line(name + " = [await " + call.text + " for _ in range(" + std::to_string(times) + ")]");
      Declare(name, ListType(call.type, 0, 1000));
      return;
    }
  }
}

}  // namespace garter::fuzz
