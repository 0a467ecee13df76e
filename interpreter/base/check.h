// Our own bugs end the process, never the sandbox's promises.
//
// CHECK stays on in release wherever hostile input could reach the line if we were wrong; DCHECK states
// a belief and costs nothing in release. Neither is for errors of a program or of a host: a program's
// error is a Python exception, a host's is a Status.
#ifndef GARTER_INTERPRETER_BASE_CHECK_H_
#define GARTER_INTERPRETER_BASE_CHECK_H_

namespace garter {

// Ends the process. On hosted builds the text goes to stderr first; on wasm it is a plain trap.
[[noreturn]] void CheckFailed(const char* file, int line, const char* what);

}  // namespace garter

#define CHECK(condition)                                                    \
  (__builtin_expect(static_cast<bool>(condition), 1) ? static_cast<void>(0) \
                                                     : ::garter::CheckFailed(__FILE__, __LINE__, #condition))

#ifdef NDEBUG
#define DCHECK(condition) static_cast<void>(sizeof(static_cast<bool>(condition)))
#else
#define DCHECK(condition) CHECK(condition)
#endif

#endif  // GARTER_INTERPRETER_BASE_CHECK_H_
