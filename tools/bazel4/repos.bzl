"""Local stand-ins for the rule repositories that Bazel 4, as Debian 12 ships it, would download.

Each is a folder of a few lines that forwards to the rules built into Bazel, so that every BUILD file can load its
rules from @rules_cc, @rules_python and @rules_shell, as current Bazel demands, and still build with no network.
"""

_ALWAYS = ["rules_python", "rules_shell"]  # no WORKSPACE defines them by itself
_BAZEL4 = ["rules_cc", "rules_java", "remote_coverage_tools"]

def local_rule_repos():
    """Declares them. Debian's builds leave native.bazel_version empty, hence the test for a feature."""
    names = _ALWAYS
    if not hasattr(native, "module_name"):  # Bazel 6 brought it
        names = names + _BAZEL4
    for name in names:
        native.local_repository(name = name, path = "tools/bazel4/" + name)
