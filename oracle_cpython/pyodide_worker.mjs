// The oracle's worker where no native CPython 3.14 is to be had: CPython compiled to WebAssembly, in one node process.
//
//   node pyodide_worker.mjs PYODIDE_FOLDER [--read-fd 3] [--write-fd 4]
//
// It speaks the same protocol and runs the same Python files as worker.py. What it cannot do: it has no fork, so cases share
// a process (module state is put back between them, and RESET loads Python anew); it cannot stop a program that does not
// end, so the runner's deadline kills it; its int and hash widths are those of 32 bits, which are version excuses.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const [folder, ...options] = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = options.indexOf(name);
  return at < 0 ? otherwise : Number(options[at + 1]);
};
const readFd = option('--read-fd', 3);
const writeFd = option('--write-fd', 4);
const maxFrame = 16 << 20;

const { loadPyodide } = await import(pathToFileURL(path.join(folder, 'pyodide.mjs')).href);

// What a program writes past Python's own streams is stray output, for the runner's pipes.
async function freshPython() {
  const python = await loadPyodide({
    indexURL: folder + path.sep,
    env: { PYTHONHASHSEED: process.env.PYTHONHASHSEED ?? '0', HOME: '/tmp' },
  });
  python.FS.mkdirTree('/oracle/garter_oracle');
  for (const name of fs.readdirSync(path.join(here, 'garter_oracle'))) {
    if (!name.endsWith('.py')) continue;
    python.FS.writeFile(`/oracle/garter_oracle/${name}`, fs.readFileSync(path.join(here, 'garter_oracle', name)));
  }
  python.globals.set('_host_call', hostCall);
  const run = python.runPython(`
import json, sys
sys.path.insert(0, "/oracle")
from garter_oracle import inprocess
del sys.path[0]

def _host(case, name, arguments):
    return json.loads(_host_call(json.dumps({"case": case, "name": name, "args": arguments})))

def _run(text):
    observation = _oracle.run_frame(json.loads(text))
    return json.dumps(observation)

_oracle = inprocess.InProcessOracle(_host)
_run`);
  const version = python.runPython('".".join(map(str, sys.version_info[:3]))');
  return { run, version };
}

function readExactly(count) {
  const bytes = Buffer.alloc(count);
  let got = 0;
  while (got < count) {
    const more = fs.readSync(readFd, bytes, got, count - got, null);
    if (more === 0) {
      if (got === 0) return null;
      throw new Error('input ends inside a frame');
    }
    got += more;
  }
  return bytes;
}

function receive() {
  const head = readExactly(5);
  if (head === null) return null;
  const length = head.readUInt32LE(0);
  if (length < 1 || length > maxFrame) throw new Error(`frame length ${length}`);
  const text = length > 1 ? readExactly(length - 1).toString('utf8') : '';
  const value = JSON.parse(text);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Error('payload is not an object');
  return { kind: String.fromCharCode(head[4]), text, value };
}

function send(kind, text) {
  const body = Buffer.from(text, 'utf8');
  const frame = Buffer.alloc(5 + body.length);
  frame.writeUInt32LE(body.length + 1, 0);
  frame[4] = kind.charCodeAt(0);
  body.copy(frame, 5);
  for (let sent = 0; sent < frame.length; ) sent += fs.writeSync(writeFd, frame, sent);
}

function hostCall(text) {
  send('h', text);
  const answer = receive();
  if (answer === null || answer.kind !== 'r') throw new Error('a host call was not answered');
  return answer.text;
}

function canary(value) {
  if (value.kind === 'crash') process.abort();
  if (value.kind === 'hang') for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  const message = `canary ${value.kind} is not offered by this adapter`;
  const base = { case: value.case, phase: 'run', outcome: 'unsupported', stdout: '', stderr: '' };
  return JSON.stringify({ ...base, unsupported: { feature: 'canary', line: 0, message } });
}

// Each wall is found out by its effect, as garter_oracle/isolation.py does. The system call filters are worker.py's to put
// on; they do not hold here.
function wallsThatHold() {
  const holds = ['mount'];
  if (process.pid < 10) holds.push('pid');
  if (Object.keys(os.networkInterfaces()).every((name) => name === 'lo')) holds.push('net');
  try {
    fs.closeSync(fs.openSync('/garter-probe', 'wx'));
  } catch (error) {
    if (error.code === 'EROFS') holds.push('readonly_root');
  }
  if (process.getuid() !== 0) holds.push('unprivileged');
  return holds;
}

let python = await freshPython();
const mode = process.env.GARTER_CONFINED ?? 'none';
send('H', JSON.stringify({
  protocol: 'CAP/1',
  engine: 'cpython',
  version: python.version,
  python: '3.14',
  features: ['*'],
  limits: ['depth'],
  window: 1,
  isolation: { mode, holds: mode === 'bubblewrap' ? wallsThatHold() : [] },
}));
for (let frame = receive(); frame !== null && frame.kind !== 'B'; frame = receive()) {
  if (frame.kind === 'C') send('O', python.run(frame.text));
  else if (frame.kind === 'Y') send('O', canary(frame.value));
  else if (frame.kind === 'P') send('Q', frame.text);
  else if (frame.kind === 'R') {
    python = await freshPython();
    send('Q', '{"reset":true}');
  } else if (frame.kind !== 'G') throw new Error(`unexpected frame ${frame.kind}`);
}
process.exit(0);
