// CPython 3.14 in WebAssembly behind Python's own command line: the oracle's third rung.
//
//   node pyodide_python.mjs PYODIDE_FOLDER [-S -s -P -B -I -E -q -u] (-c CODE | FILE | -) [ARGUMENT...]
//
// Reads the program from the host, runs it as __main__ with its streams joined to this process's, prints an uncaught
// exception as CPython does and ends with CPython's exit status. It has no fork and no access to the host's files: what
// needs those belongs to the rungs above. Its word size is 32 bits, which shows in sys.maxsize and hash(): such
// differences are version excuses of the harness.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, ...words] = process.argv.slice(2);
let code = null;
let name = null;
while (words.length > 0 && code === null) {
  const word = words.shift();
  if (word === '-c') {
    code = words.shift();
    name = '-c';
  } else if (word === '-') {
    code = fs.readFileSync(0, 'latin1');
    name = '-';
  } else if (word.startsWith('-')) {
    if (!/^-[SsPBIEqu]+$/.test(word)) {
      console.error(`pyodide_python: unknown option ${word}`);
      process.exit(2);
    }
  } else {
    code = fs.readFileSync(word, 'latin1');
    name = word;
  }
}
if (code === null) {
  console.error('usage: pyodide_python.mjs PYODIDE_FOLDER (-c CODE | FILE | -) [ARGUMENT...]');
  process.exit(2);
}

const { loadPyodide } = await import(pathToFileURL(path.join(folder, 'pyodide.mjs')).href);
const python = await loadPyodide({ indexURL: folder + path.sep, env: { PYTHONHASHSEED: process.env.PYTHONHASHSEED ?? '0', HOME: '/tmp' } });

// Byte for byte: a text decoder in between would change lone surrogates and unfinished lines.
const writer = (fd) => ({ write: (bytes) => { fs.writeSync(fd, bytes); return bytes.length; } });
python.setStdout(writer(1));
python.setStderr(writer(2));
python.setStdin({ stdin: () => null });

const run = python.runPython(`
import sys, types

def _run(code, name, arguments):
    import linecache, traceback
    source = code if name == "-c" else code.encode("latin-1")
    file = "<string>" if name == "-c" else "<stdin>" if name == "-" else name
    sys.argv = [name, *arguments]
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    main.__dict__["__builtins__"] = __builtins__
    status = 0
    try:
        compiled = compile(source, file, "exec", dont_inherit=True)
        if file == name:
            main.__file__ = name
            linecache.cache[file] = (len(code), None, source.decode("utf-8", "replace").splitlines(True), file)
        exec(compiled, main.__dict__)
    except SystemExit as error:
        if error.code is None:
            status = 0
        elif isinstance(error.code, int):
            status = error.code
        else:
            print(error.code, file=sys.stderr)
            status = 1
    except BaseException as error:
        tb = error.__traceback__.tb_next
        sys.stderr.write("".join(traceback.format_exception(type(error), error, tb)))
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return status & 255

_run
`);
process.exit(run(code, name, python.toPy(words)));
