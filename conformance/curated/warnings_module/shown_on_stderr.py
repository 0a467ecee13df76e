# ---
# id: warnings_module/shown_on_stderr
# desc: What is written to stderr by default: the line, the category, the source, and stacklevel.
# ref: warnings
# features: [warnings_module]
# ---
import warnings


def inner():
    warnings.warn("level one")
    warnings.warn("level two", stacklevel=2)
    warnings.warn("level three", RuntimeWarning, stacklevel=3)


def outer():
    inner()


class Custom(UserWarning):
    def __str__(self):
        return "custom text"


outer()
for n in range(3):
    warnings.warn(f"in a loop {n}")
for n in range(3):
    warnings.warn("the same each time")
warnings.warn(Custom("hidden"))
warnings.warn("deprecated in main", DeprecationWarning)
warnings.warn("pending is not shown", PendingDeprecationWarning)
warnings.warn("import is not shown", ImportWarning)
warnings.warn("future", FutureWarning); warnings.warn("second on the line", FutureWarning)
warnings.warn("two\nlines")
warnings.warn("")
warnings.warn_explicit("explicit", UserWarning, "some_file.py", 12)
exec("import warnings\nwarnings.warn('from exec')")
eval("warnings.warn('from eval')")
(lambda: warnings.warn("from a lambda"))()
[warnings.warn(f"from a comprehension {n}") for n in range(2)]
print("all on stderr")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    outer()
warnings.resetwarnings()
warnings.warn("pending after reset", PendingDeprecationWarning)
print(warnings.formatwarning("text", UserWarning, "name.py", 3, "the line"), end="")
try:
    len(5)
except TypeError:
    warnings.warn("while handling")
assert "yes", warnings.warn("never evaluated")
x = 1 if warnings.warn("in a condition") else 2
print(x)
