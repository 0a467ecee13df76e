// The functions of the host that a case may name in its front matter (`host: [add, refuse]`). The runner answers the calls
// of every engine from this one table, so that host calls are compared like everything else. Each answer depends on the
// arguments alone.
//
//   echo(value)             the value itself
//   add(a, b)               the sum of two ints of at most 62 bits
//   first(items)            the first item of a list or tuple
//   nothing(...)            None
//   refuse(type, message)   raises that built-in exception with the message
#ifndef GARTER_CONFORMANCE_HOST_TABLE_H_
#define GARTER_CONFORMANCE_HOST_TABLE_H_

#include <string_view>

#include "conformance/json.h"

namespace garter {

bool IsHostFunction(std::string_view name);

// The payload of the HOSTRET frame for that of a HOSTCALL. What a function cannot do with its arguments is a TypeError.
Json AnswerHostCall(const Json& call);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_HOST_TABLE_H_
