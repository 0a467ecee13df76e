"""python_headers: Python's and pybind11's headers as a repository, for extension modules.

Their folders stand in the environment variable GARTER_PYTHON_INCLUDE, separated by colons (./dev sets it, once for each
Python it builds a module for). Without it the library is empty, and nothing but the modules needs it.
"""

def _python_headers_impl(ctx):
    folders = [folder for folder in ctx.os.environ.get("GARTER_PYTHON_INCLUDE", "").split(":") if folder]
    names = []
    for folder in folders:
        name = "include%d" % len(names)
        ctx.symlink(folder, name)
        names.append(name)
    ctx.file("BUILD", """load("@rules_cc//cc:defs.bzl", "cc_library")

cc_library(
    name = "headers",
    hdrs = glob([name + "/**" for name in %r], allow_empty = True),
    includes = %r,
    visibility = ["//visibility:public"],
)
""" % (names, names))

python_headers = repository_rule(
    implementation = _python_headers_impl,
    environ = ["GARTER_PYTHON_INCLUDE"],
    local = True,
)
