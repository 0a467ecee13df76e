// What CPython refuses after parsing: message and place, recorded from CPython 3.14.
#include "interpreter/syntax/scopes.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <vector>

namespace garter {
namespace {

struct Scoped {
  explicit Scoped(std::string text) : source(std::move(text)), memory(1 << 16) {
    Arena arena(memory.data(), memory.size() * 8);
    Meter meter;
    ParseResult parsed = Parse(arena, meter, source);
    EXPECT_EQ(parsed.status, ParseStatus::kOk) << source << parsed.error.message;
    if (parsed.status != ParseStatus::kOk) return;
    uint8_t supported[kNodeKindCount];
    std::memset(supported, 1, sizeof supported);
    ScopeTable table(parsed.tree);
    ScopeResult result = BuildScopes(parsed.tree, meter, supported, table);
    if (result.status == ScopeStatus::kError) {
      const SyntaxError& e = result.error;
      outcome = std::string(e.message) + " " + std::to_string(e.lineno) + ":" + std::to_string(e.offset) + "-" +
                std::to_string(e.end_lineno) + ":" + std::to_string(e.end_offset);
      return;
    }
    for (uint32_t i = 1; i < table.symbols.size(); ++i) {
      const Symbol& symbol = table.symbols[i];
      static constexpr const char* kNames[] = {"-", "local", "cell", "free", "global"};
      outcome += std::to_string(symbol.scope) + ":" + std::string(parsed.tree.Text(symbol.name)) + "=" +
                 kNames[static_cast<int>(symbol.binding)] + " ";
    }
  }
  std::string source;
  std::vector<uint64_t> memory;
  std::string outcome;
};

TEST(Scopes, NamesFindTheirOwner) {
  EXPECT_EQ(Scoped("x = 1\n").outcome, "0:x=global ");
  EXPECT_EQ(Scoped("def f(a):\n    b = a\n    return c\n").outcome, "0:f=global 1:a=local 1:b=local 1:c=global ");
  EXPECT_EQ(Scoped("def f():\n    def g():\n        return x\n    x = 1\n").outcome,
            "0:f=global 1:g=local 2:x=free 1:x=cell ");
  EXPECT_EQ(Scoped("def f():\n    x = 1\n    def g():\n        def h():\n            return x\n").outcome,
            "0:f=global 1:x=cell 1:g=local 2:h=local 3:x=free 2:x=free ");
  EXPECT_EQ(Scoped("def f():\n    global x\n    def g():\n        return x\n").outcome,
            "0:f=global 1:x=global 1:g=local 2:x=global ");
  EXPECT_EQ(Scoped("y = [x for x in z]\n").outcome, "0:y=global 0:z=global 1:x=local ");
  EXPECT_EQ(Scoped("def f():\n    [y := x for x in z]\n").outcome, "0:f=global 1:z=global 2:x=local 1:y=local 2:y=- ");
}

TEST(Scopes, ErrorsAreCPythons) {
  const struct {
    const char* source;
    const char* error;
  } kCases[] = {
      {"return 1\n", "'return' outside function 1:1-1:9"},
      {"def f():\n    break\n", "'break' outside loop 2:5-2:10"},
      {"while 1:\n    def f():\n        continue\n", "'continue' not properly in loop 3:9-3:17"},
      {"nonlocal x\n", "nonlocal declaration not allowed at module level 1:1-1:11"},
      {"def f():\n    nonlocal x\n", "no binding for nonlocal 'x' found 2:5-2:15"},
      {"def f(x):\n    global x\n", "name 'x' is parameter and global 2:5-2:13"},
      {"x = 1\nglobal x\n", "name 'x' is assigned to before global declaration 2:1-2:9"},
      {"def f():\n    print(x)\n    global x\n", "name 'x' is used prior to global declaration 3:5-3:13"},
      {"def f():\n    global x\n    x: int = 3\n", "annotated name 'x' can't be global 3:5-3:15"},
      {"nonlocal x; global x\n", "name 'x' is nonlocal and global 1:1-1:11"},
      {"def f(a, a): pass\n", "duplicate argument 'a' in function definition 1:10-1:11"},
      {"__debug__ = 1\n", "cannot assign to __debug__ 1:1-1:10"},
      {"del __debug__\n", "cannot delete __debug__ 1:5-1:14"},
      {"*a = c\n", "starred assignment target must be in a list or tuple 1:1-1:3"},
      {"*a, *b = c\n", "multiple starred expressions in assignment 1:1-1:7"},
      {"*a\n", "can't use starred expression here 1:1-1:3"},
      {"f(a=1, b=2, a=3)\n", "keyword argument repeated: a 1:13-1:16"},
      {"try: pass\nexcept: pass\nexcept E: pass\n", "default 'except:' must be last 2:1-2:13"},
      {"await x\n", "'await' outside function 1:1-1:8"},
      {"yield x\n", "'yield' outside function 1:1-1:8"},
      {"[(yield x) for y in z]\n", "'yield' inside list comprehension 1:3-1:10"},
      {"[i := 0 for i in x]\n", "assignment expression cannot rebind comprehension iteration variable 'i' 1:2-1:3"},
      {"[i for i in (j := x)]\n",
       "assignment expression cannot be used in a comprehension iterable expression 1:14-1:20"},
      {"class A:\n    [(j := i) for i in x]\n",
       "assignment expression within a comprehension cannot be used in a class body 2:7-2:8"},
      {"def f():\n    from x import *\n", "import * only allowed at module level 2:19-2:20"},
      {"from __future__ import braces\n", "not a chance 1:24-1:30"},
      {"x = 1\nfrom __future__ import division\n",
       "from __future__ imports must occur at the beginning of the file 2:1-2:32"},
      {"def f(x: (y := 1)): pass\n", "named expression cannot be used within an annotation 1:11-1:17"},
      {"def f[T, T](): pass\n", "duplicate type parameter 'T' 1:10-1:11"},
      // Of two errors the symbol table's comes first, wherever it stands.
      {"break\nx = 1\nglobal x\n", "name 'x' is assigned to before global declaration 3:1-3:9"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Scoped(c.source).outcome, c.error) << c.source;
}

}  // namespace
}  // namespace garter
