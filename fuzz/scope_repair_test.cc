// What is repaired to what.
#include "fuzz/scope_repair.h"

#include <gtest/gtest.h>

#include <string>

namespace garter::fuzz {
namespace {

TEST(ScopeRepairTest, Names) {
  std::string repaired = RepairScopes("known = 1\nprint(lost, lost, lost)\n", 2);
  EXPECT_NE(repaired.find("known,"), std::string::npos) << repaired;
  EXPECT_EQ(RepairScopes("x = (", 1), "x = (");
  SourceTree tree(
      "import a.b, c as d\nclass K[T, *U, **P]: pass\nmatch d:\n    case [e, *f] | {1: e, **f} as g: pass\n"
      "async def h(i): pass\n");
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(BoundNames(tree), (std::vector<std::string>{"K", "P", "T", "U", "a", "d", "e", "f", "g", "h", "i"}));
}

TEST(ScopeRepairTest, JumpsThatLeaveNothing) {
  EXPECT_EQ(RepairScopes("return 5\nbreak\nx = 1\nfor i in x:\n    continue\n", 1),
            "pass\npass\nx = 1\nfor i in x:\n    continue\n");
  EXPECT_EQ(RepairScopes("while 1:\n    break\nelse:\n    break\n", 1), "while 1:\n    break\nelse:\n    pass\n");
  EXPECT_EQ(RepairScopes("for i in []:\n    class C:\n        break\n", 1),
            "for i in []:\n    class C:\n        pass\n");
  EXPECT_EQ(RepairScopes("def f():\n    class C:\n        return 1\n", 1), "def f():\n    class C:\n        pass\n");
  EXPECT_EQ(RepairScopes("for i in []:\n    try: pass\n    except* KeyError: break\n", 1),
            "for i in []:\n    try: pass\n    except* KeyError: pass\n");
}

TEST(ScopeRepairTest, WhatSuspends) {
  EXPECT_EQ(RepairScopes("x = 1\nx = yield x\n", 1), "x = 1\nx = (x)\n");
  EXPECT_EQ(RepairScopes("def f(x):\n    return await x\n", 1), "def f(x):\n    return (x)\n");
  EXPECT_EQ(RepairScopes("async def f(x):\n    return await x\n", 1), "async def f(x):\n    return await x\n");
  EXPECT_EQ(RepairScopes("async def f(x):\n    return lambda: await x\n", 1),
            "async def f(x):\n    return lambda: (x)\n");
  EXPECT_EQ(RepairScopes("def f(x):\n    async for y in x: pass\n", 1), "def f(x):\n    for y in x: pass\n");
  EXPECT_EQ(RepairScopes("x = []\nx = [y async for y in x if y]\n", 1), "x = []\nx = [y for y in x if y]\n");
  EXPECT_EQ(RepairScopes("async def f(x):\n    yield from x\n", 1), "async def f(x):\n    (x)\n");
  EXPECT_EQ(RepairScopes("async def f(x):\n    yield x\n    return x\n", 1),
            "async def f(x):\n    yield x\n    return\n");
  EXPECT_EQ(RepairScopes("def f(x):\n    return [(yield y) for y in x]\n", 1),
            "def f(x):\n    return [((y)) for y in x]\n");
}

TEST(ScopeRepairTest, Declarations) {
  EXPECT_EQ(RepairScopes("def f(x):\n    nonlocal y\n", 1), "def f(x):\n    pass\n");
  EXPECT_EQ(RepairScopes("def f(x):\n    from m import *\n", 1), "def f(x):\n    pass\n");
}

}  // namespace
}  // namespace garter::fuzz
