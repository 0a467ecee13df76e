"""static_archive: one lib<name>.a with every object file of some cc_library targets and of what they depend on.

It is what `./dev install` installs, and what the symbol check reads: bazel itself keeps an archive a package.
"""

def _static_archive_impl(ctx):
    objects = []
    for dep in ctx.attr.deps:
        for linker_input in dep[CcInfo].linking_context.linker_inputs.to_list():
            for library in linker_input.libraries:
                for file in library.objects or library.pic_objects or []:
                    if file not in objects:
                        objects.append(file)
    archive = ctx.actions.declare_file("lib" + ctx.label.name + ".a")
    arguments = ctx.actions.args()
    arguments.add(archive)
    arguments.add_all(objects)
    arguments.use_param_file("%s", use_always = False)
    ctx.actions.run_shell(
        inputs = objects,
        outputs = [archive],
        arguments = [arguments],
        # q and not r: files of one name in different folders are all kept.
        command = "out=$1; shift; rm -f $out; llvm-ar-19 qcsD $out \"$@\"",
        mnemonic = "Archive",
        progress_message = "Archiving " + archive.short_path,
        use_default_shell_env = True,
    )
    return [DefaultInfo(files = depset([archive]), runfiles = ctx.runfiles([archive]))]

static_archive = rule(
    implementation = _static_archive_impl,
    attrs = {"deps": attr.label_list(providers = [CcInfo])},
)
