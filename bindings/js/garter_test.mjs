// Runs curated cases under the native sandbox and under the wasm module, and compares everything that must be equal on
// every platform: outcome, streams, traceback, fuel, and the memory figures (invariants I2, I3, I6). Then the parts of
// the loader that no case reaches: inputs, host functions, limits.
//
//   node garter_test.mjs GARTER_WASM GARTER_NATIVE CASE_OR_FOLDER... [--list]
//
// Every seventh of the sorted cases is run, so that all folders take part and the choice moves when cases come.
import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {load, PythonError} from './garter.mjs';

const MEMORY = 64 << 20;
const [wasmPath, nativePath, ...paths] = process.argv.slice(2);
let passed = 0, failed = 0;

function check(name, actual, expected) {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return void ++passed;
  ++failed;
  console.log(`FAILED ${name}\n  wasm   ${JSON.stringify(actual)}\n  native ${JSON.stringify(expected)}`);
}

function casesBelow(path) {
  if (statSync(path).isFile()) return path.endsWith('.py') ? [path] : [];
  return readdirSync(path).flatMap((name) => casesBelow(join(path, name)));
}

// Text as the observation has it: a string, or base64 where it is not UTF-8.
const textOf = (value) => (typeof value === 'string' ? value : Buffer.from(value.b64, 'base64').toString());

function native(path) {
  const options = ['run', '--json', '--max-memory', String(MEMORY), path];
  let text;
  try {
    text = execFileSync(nativePath, options, {encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore']});
  } catch (error) {
    if (!error.stdout) throw error;
    text = error.stdout;
  }
  const o = JSON.parse(text);
  return {
    outcome: o.outcome, phase: o.phase, stdout: textOf(o.stdout), exit: o.exit_code,
    type: o.exception?.type, traceback: o.exception && textOf(o.exception.traceback), limit: o.limit, unsupported: o.unsupported?.message,
    fuel: o.claimed.fuel, memory: o.claimed.memory, memoryPeak: o.claimed.mem_peak, depth: o.claimed.depth,
  };
}

function inWasm(sandbox, path) {
  const r = sandbox.runSync(readFileSync(path), {filename: path});
  return {
    outcome: r.outcome, phase: r.phase, stdout: r.stdout, exit: r.exitCode,
    type: r.exception?.type, traceback: r.exception?.traceback, limit: r.limit, unsupported: r.unsupported?.message,
    fuel: r.usage.fuel, memory: r.usage.memory, memoryPeak: r.usage.memoryPeak, depth: r.usage.depthPeak,
  };
}

const garter = await load(readFileSync(wasmPath));
const sandbox = garter.sandbox({memory: MEMORY});

const cases = paths.flatMap(casesBelow).sort().filter((_, index) => index % 7 === 0);
for (const path of cases) check(path, inWasm(sandbox, path), native(path));
console.log(`${cases.length} curated cases under both: ${passed} equal, ${failed} not`);
check('number of cases', paths.length === 0 || cases.length >= 50, true);

// Values both ways, host functions at once and later, exceptions of the host.
const values = [null, true, 7, -(2 ** 40), 2n ** 200n, 1.5, 'é\u{1f600}', [1, [2]], new Map([['k', 'v']])];
const echoed = await sandbox.run('f(x)', {inputs: {x: values}, host: {f: async (x) => x}});
const shown = (value) => JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}n` : v instanceof Map ? [...v] : v));
check('values', shown(echoed.value), shown(values));
const named = await sandbox.run('print(f(1, b=2))', {host: {f: (a, {b}) => a * 10 + b}});
check('keywords', [named.stdout, named.usage.hostCalls], ['12\n', 1]);
const raised = await sandbox.run('try:\n    f()\nexcept KeyError as e:\n    print(repr(e))', {
  host: {f: () => { throw new PythonError('KeyError', 'gone'); }},
});
check('host exception', raised.stdout, "KeyError('gone')\n");

// Limits end the run, and the sandbox goes on with the next one.
check('fuel', (await sandbox.run('while True: pass', {fuel: 100000})).limit?.kind, 'fuel');
check('time', (await sandbox.run('while True: pass', {timeMs: 20})).limit?.kind, 'time');
check('memory', (await sandbox.run('x = [0]\nwhile True: x = x + x')).limit?.kind, 'memory');
check('after limits', (await sandbox.run('6 * 7')).value, 42);
check('fresh', (await sandbox.run('x')).exception?.type, 'NameError');

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
