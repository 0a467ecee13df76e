"""The two sets of compiler options; every C++ rule in the tree uses one of them.

The dialect and the floating-point rules that hold for all are in .bazelrc; what stands here also reaches a consumer
who builds the core inside another tree, so the core's own needs are repeated.
"""

_WARNINGS = [
    "-Wall",
    "-Wextra",
    "-Wshadow",
    "-Werror",
]

# For interpreter/ without interpreter/cli/ (I7: no exceptions, no RTTI; I6: the same bits everywhere).
GARTER_CORE_COPTS = _WARNINGS + [
    "-std=c++20",
    "-fno-exceptions",
    "-fno-rtti",
    "-ffp-contract=off",
]

# For the tools around it, and for tests: the whole language.
GARTER_COPTS = _WARNINGS + ["-std=c++20"]
