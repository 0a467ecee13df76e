// Garter in JavaScript: Python 3.14 programs inside hard limits, in a browser or in node, through the wasm module.
//
//   const garter = await load(fetch('garter.wasm'));              // or bytes, or a WebAssembly.Module
//   const sandbox = garter.sandbox({memory: 64 << 20});
//   const result = await sandbox.run('print(add(x, 2))', {inputs: {x: 40}, host: {add: (a, b) => a + b}});
//   result.stdout                                                  // '42\n'
//
// A sandbox is one instance of the module and runs one program after another; nothing of a run is seen by the next.
// Host functions may be asynchronous: the program waits inside the module, and no stack is kept meanwhile. A module that
// trapped is never used again. Python's values arrive as: None null, bool, int number (BigInt beyond 2**53), float number,
// str string, bytes Uint8Array, list and tuple arrays, dict Map, set and frozenset Set, anything else {type}.

const OUTCOMES = ['ok', 'exception', 'limit', 'unsupported', 'host_call', 'misuse'];
const PHASES = ['lex', 'parse', 'compile', 'run'];
const LIMITS = ['none', 'fuel', 'memory', 'time', 'output', 'host_calls', 'interrupt'];
const UNLIMITED = 1n << 62n;
const MAX_DEPTH = 64;

// Offsets of the Report in bindings/wasm/garter_wasm.cc.
const AT = {
  outcome: 0, phase: 4, limitKind: 8, limitLine: 12, limitCap: 16, limitUsed: 24, errorText: 32, exceptionType: 40,
  exceptionMessage: 48, line: 56, exitCode: 60, fuel: 64, memory: 72, memoryPeak: 80, output: 88, hostCalls: 96,
  depthPeak: 104, programSize: 108, stdout: 112, stderr: 120, hostName: 128, argumentCount: 136, keywordCount: 140,
  encoded: 144,
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// Compiles the module once; sandboxes are instances of it.
export async function load(source) {
  const given = await source;
  if (given instanceof WebAssembly.Module) return new Garter(given);
  if (typeof Response !== 'undefined' && given instanceof Response) {
    return new Garter(await WebAssembly.compile(await given.arrayBuffer()));
  }
  return new Garter(await WebAssembly.compile(given));
}

class Garter {
  constructor(module) {
    this.module = module;
  }

  // memory and output in bytes. They are caps: pages that no program touches are not used.
  sandbox({memory = 64 << 20, output = 16 << 20} = {}) {
    return new Sandbox(this.module, memory, output);
  }
}

// Writes what the module reads: see bindings/wasm/wire.h for the format of values.
class Writer {
  constructor() {
    this.bytes = new Uint8Array(256);
    this.view = new DataView(this.bytes.buffer);
    this.size = 0;
  }
  reserve(count) {
    const at = this.size;
    this.size += count;
    if (this.size > this.bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.size));
      larger.set(this.bytes);
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    return at;
  }
  // Room first: it may replace the buffer and its view.
  put(method, size, value) {
    const at = this.reserve(size);
    this.view[method](at, value, true);
  }
  byte(value) { this.put('setUint8', 1, value); }
  word(value) { this.put('setUint32', 4, value); }
  raw(bytes) {
    this.word(bytes.length);
    const at = this.reserve(bytes.length);
    this.bytes.set(bytes, at);
  }
  text(text) { this.raw(encoder.encode(text)); }
  integer(value) {
    if (value === BigInt.asIntN(64, value)) {
      this.byte(3);
      this.put('setBigInt64', 8, value);
    } else {
      this.byte(4);
      this.text(value.toString());
    }
  }
  items(tag, values, depth) {
    this.byte(tag);
    this.word(values.length);
    for (const value of values) this.value(value, depth + 1);
  }
  value(value, depth = 0) {
    if (depth > MAX_DEPTH) throw new TypeError('a value for the sandbox is nested more than 64 deep');
    if (value === null || value === undefined) return this.byte(0);
    if (value === false || value === true) return this.byte(value ? 2 : 1);
    if (typeof value === 'bigint') return this.integer(value);
    if (typeof value === 'number') {
      if (Number.isSafeInteger(value) && !Object.is(value, -0)) return this.integer(BigInt(value));
      this.byte(5);
      return this.put('setFloat64', 8, value);
    }
    if (typeof value === 'string') {
      this.byte(6);
      return this.text(value);
    }
    if (value instanceof Uint8Array) {
      this.byte(7);
      return this.raw(value);
    }
    if (Array.isArray(value)) return this.items(8, value, depth);
    if (typeof value !== 'object') throw new TypeError(`the sandbox takes no ${typeof value}`);
    const pairs = value instanceof Map ? [...value] : Object.entries(value);
    this.byte(10);
    this.word(pairs.length);
    for (const [key, item] of pairs) {
      this.value(key, depth + 1);
      this.value(item, depth + 1);
    }
  }
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }
  word() { return this.view.getUint32((this.at += 4) - 4, true); }
  raw() {
    const size = this.word();
    return this.bytes.slice(this.at, (this.at += size));
  }
  items() { return Array.from({length: this.word()}, () => this.value()); }
  value() {
    const tag = this.view.getUint8(this.at++);
    switch (tag) {
      case 0: return null;
      case 1: return false;
      case 2: return true;
      case 3: {
        const integer = this.view.getBigInt64((this.at += 8) - 8, true);
        return integer === BigInt(Number(integer)) && Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
      }
      case 4: return BigInt(decoder.decode(this.raw()));
      case 5: return this.view.getFloat64((this.at += 8) - 8, true);
      case 6: return decoder.decode(this.raw());
      case 7: return this.raw();
      case 8: case 9: return this.items();
      case 10: return new Map(Array.from({length: this.word()}, () => [this.value(), this.value()]));
      case 12: case 13: return new Set(this.items());
      default: return {type: decoder.decode(this.raw())};
    }
  }
}

// Raise this in a host function to choose the exception that the program sees; any other error is a RuntimeError.
export class PythonError extends Error {
  constructor(type, message) {
    super(message);
    this.type = type;
  }
}

class Sandbox {
  constructor(module, memory, output) {
    const now = () => BigInt(Math.round(performance.now() * 1e6));
    this.exports = new WebAssembly.Instance(module, {garter: {now}}).exports;
    this.exports._initialize?.();
    this.engine = this.exports.garter_new(memory, output) >>> 0;
    if (this.engine === 0) throw new RangeError(`the module cannot hold a sandbox of ${memory} bytes`);
    this.busy = false;
    this.dead = false;
  }

  // Compiles and runs, answering host calls. Options: filename, mode ('exec' or 'eval'), fuel, timeMs, depth, hostCalls,
  // inputs (an object), host (an object of functions; each gets the positional arguments, then an object of keyword ones
  // if there are any).
  async run(source, options = {}) {
    const host = options.host ?? {};
    let outcome = this.start(source, options);
    while (outcome === 'host_call') {
      const call = this.call();
      let answer, error;
      try {
        answer = await host[call.name](...call.arguments);
      } catch (thrown) {
        error = thrown;
      }
      outcome = error === undefined ? this.resume(answer) : this.raise(error);
    }
    return this.finish(outcome);
  }

  // The same without waiting: host functions answer at once.
  runSync(source, options = {}) {
    const host = options.host ?? {};
    let outcome = this.start(source, options);
    while (outcome === 'host_call') {
      const call = this.call();
      let answer, error;
      try {
        answer = host[call.name](...call.arguments);
      } catch (thrown) {
        error = thrown;
      }
      outcome = error === undefined ? this.resume(answer) : this.raise(error);
    }
    return this.finish(outcome);
  }

  start(source, {filename = 'main.py', mode = 'exec', fuel, timeMs, depth = 1000, hostCalls, inputs = {}, host = {}}) {
    if (this.dead) throw new Error('this sandbox ended in a trap: make a new one');
    if (this.busy) throw new Error('this sandbox is running');
    this.busy = true;
    const nanoseconds = timeMs === undefined ? 0n : BigInt(Math.max(1, Math.round(timeMs * 1e6)));
    const count = (limit) => (limit === undefined ? UNLIMITED : BigInt(limit));
    this.exports.garter_limits(this.engine, count(fuel), count(hostCalls), nanoseconds, depth);
    const text = new Writer();
    if (typeof source === 'string') text.text(source);
    else text.raw(source);
    text.text(filename);
    const compiled = this.say('garter_compile', text, mode === 'eval' ? 1 : 0);
    if (compiled !== 'ok') return compiled;
    const request = new Writer();
    const named = Object.entries(inputs);
    request.word(named.length);
    for (const [name, value] of named) {
      request.text(name);
      request.value(value);
    }
    const functions = Object.keys(host);
    request.word(functions.length);
    for (const name of functions) request.text(name);
    return this.say('garter_run', request);
  }

  // Hands bytes in and calls an export that answers an outcome.
  say(name, writer, ...rest) {
    try {
      const at = this.exports.garter_room(this.engine, writer.size) >>> 0;
      if (at === 0) throw new RangeError('the module has no memory for what it is given');
      new Uint8Array(this.exports.memory.buffer).set(writer.bytes.subarray(0, writer.size), at);
      return OUTCOMES[this.exports[name](this.engine, at, writer.size, ...rest)];
    } catch (error) {
      this.dead = true;
      throw error;
    }
  }

  resume(value) {
    const writer = new Writer();
    writer.text('');
    writer.value(value);
    return this.say('garter_resume', writer, 0);
  }

  raise(error) {
    const writer = new Writer();
    writer.text(error instanceof PythonError ? error.type : 'RuntimeError');
    writer.text(String(error?.message ?? error));
    return this.say('garter_resume', writer, 1);
  }

  // The waiting host call.
  call() {
    const positional = this.u32(AT.argumentCount), keywords = this.u32(AT.keywordCount), name = this.string(AT.hostName);
    const values = Array.from({length: positional + keywords}, (_, index) => this.value(1, index));
    if (keywords === 0) return {name, arguments: values};
    const named = {};
    for (let k = 0; k < keywords; ++k) {
      this.exports.garter_keyword(this.engine, k);
      named[this.string(AT.encoded)] = values[positional + k];
    }
    return {name, arguments: [...values.slice(0, positional), named]};
  }

  value(which, index) {
    if (this.exports.garter_value(this.engine, which, index) === 0) throw new RangeError('a value is too large to read');
    return new Reader(this.span(AT.encoded)).value();
  }

  finish(outcome) {
    this.busy = false;
    const result = {
      outcome,
      phase: PHASES[this.u32(AT.phase)],
      stdout: this.string(AT.stdout),
      stderr: this.string(AT.stderr),
      stdoutBytes: this.span(AT.stdout),
      exitCode: this.view().getInt32(this.engine + AT.exitCode, true),
      usage: {
        fuel: this.u64(AT.fuel), memory: this.u64(AT.memory), memoryPeak: this.u64(AT.memoryPeak),
        output: this.u64(AT.output), hostCalls: this.u64(AT.hostCalls), depthPeak: this.u32(AT.depthPeak),
      },
      programSize: this.u32(AT.programSize),
    };
    if (outcome === 'ok') result.value = this.value(0, 0);
    if (outcome === 'exception') {
      result.exception = {
        type: this.string(AT.exceptionType), message: this.string(AT.exceptionMessage), traceback: this.string(AT.errorText),
      };
    }
    if (outcome === 'limit') {
      result.limit = {
        kind: LIMITS[this.u32(AT.limitKind)], cap: this.u64(AT.limitCap), used: this.u64(AT.limitUsed),
        line: this.u32(AT.limitLine),
      };
    }
    if (outcome === 'unsupported') {
      result.unsupported = {construct: this.string(AT.exceptionType), message: this.string(AT.errorText), line: this.u32(AT.line)};
    }
    if (outcome === 'misuse') throw new TypeError(this.string(AT.errorText));
    return result;
  }

  // Reading the Report. Memory may have grown since the last look, so views are made anew.
  view() { return new DataView(this.exports.memory.buffer); }
  u32(offset) { return this.view().getUint32(this.engine + offset, true); }
  u64(offset) {
    const value = this.view().getBigUint64(this.engine + offset, true);
    return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
  }
  span(offset) {
    const at = this.u32(offset), size = this.u32(offset + 4);
    return new Uint8Array(this.exports.memory.buffer).slice(at, at + size);
  }
  string(offset) { return decoder.decode(this.span(offset)); }
}
