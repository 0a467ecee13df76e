"""wasm_module: a .wasm (WASI reactor) from one entry file and ordinary cc_library targets.

The sources of the libraries are found by walking their deps, so a cc_library needs to know nothing of WebAssembly. Each
file is compiled by an action of its own with the distribution's clang-19 and wasi-libc; no C++ toolchain is configured.

    load("//tools:wasm.bzl", "wasm_module")

    wasm_module(
        name = "garter",                   # makes garter.wasm
        srcs = ["api.cc"],
        deps = ["//interpreter"],
    )
"""

load("//tools:copts.bzl", "GARTER_CORE_COPTS")

_Sources = provider(
    doc = "The C++ files of a library and of everything it depends on.",
    fields = {"compiled": "depset of .cc files", "read": "depset of headers and tables"},
)

def _files(rule, name):
    return [file for file in getattr(rule.files, name, [])]

def _is_compiled(file):
    return file.extension in ["cc", "cpp", "c"]

def _collect_impl(_target, ctx):
    srcs = _files(ctx.rule, "srcs")
    headers = _files(ctx.rule, "hdrs") + _files(ctx.rule, "textual_hdrs")
    deps = [dep[_Sources] for dep in getattr(ctx.rule.attr, "deps", []) if _Sources in dep]
    return [_Sources(
        compiled = depset([f for f in srcs if _is_compiled(f)], transitive = [d.compiled for d in deps]),
        read = depset(headers + [f for f in srcs if not _is_compiled(f)], transitive = [d.read for d in deps]),
    )]

_collect = aspect(implementation = _collect_impl, attr_aspects = ["deps"])

_TARGET = ["--target=wasm32-wasi"]

def _wasm_module_impl(ctx):
    deps = [dep[_Sources] for dep in ctx.attr.deps]
    headers = depset([f for f in ctx.files.srcs if not _is_compiled(f)], transitive = [d.read for d in deps])
    sources = depset([f for f in ctx.files.srcs if _is_compiled(f)], transitive = [d.compiled for d in deps])
    objects = []
    for source in sources.to_list():
        object_file = ctx.actions.declare_file("_wasm/" + ctx.label.name + "/" + source.short_path + ".o")
        objects.append(object_file)
        ctx.actions.run_shell(
            inputs = depset([source], transitive = [headers]),
            outputs = [object_file],
            command = " ".join(["clang++-19"] + _TARGET + GARTER_CORE_COPTS + ctx.attr.copts +
                               ["-I.", "-I" + ctx.genfiles_dir.path, "-c", source.path, "-o", object_file.path]),
            mnemonic = "WasmCompile",
            progress_message = "Compiling %s for wasm32" % source.short_path,
            use_default_shell_env = True,
        )
    module = ctx.actions.declare_file(ctx.label.name + ".wasm")
    ctx.actions.run_shell(
        inputs = objects,
        outputs = [module],
        command = " ".join(["clang++-19"] + _TARGET + [
            "-mexec-model=reactor",
            # The stack lies below the data, so that running over it traps instead of overwriting tables.
            "-Wl,--strip-all,--stack-first,-z,stack-size=%d" % ctx.attr.stack_bytes,
            "-Wl,--max-memory=%d" % ctx.attr.max_memory_bytes,
        ] + ctx.attr.linkopts + ["-o", module.path] + [f.path for f in objects]),
        mnemonic = "WasmLink",
        progress_message = "Linking %s" % module.short_path,
        use_default_shell_env = True,
    )
    return [DefaultInfo(files = depset([module]), runfiles = ctx.runfiles([module]))]

wasm_module = rule(
    implementation = _wasm_module_impl,
    attrs = {
        "srcs": attr.label_list(allow_files = True),
        "deps": attr.label_list(aspects = [_collect], providers = [CcInfo]),
        "copts": attr.string_list(default = ["-O2"]),
        "linkopts": attr.string_list(),
        "stack_bytes": attr.int(default = 1048576),
        "max_memory_bytes": attr.int(default = 1073741824),
    },
)
