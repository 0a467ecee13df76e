# ---
# id: import/dunder_main_and_import_function
# desc: __name__ of the program, and __import__ called directly.
# ref: functions#import__
# features: [import, builtins]
# ---
import sys

print(__name__, sys.modules["__main__"].__name__, "__file__" in globals() or True, __doc__, __spec__ is None)
print(__import__("functools").__name__, __import__("collections.abc").__name__)
print(
    __import__("collections.abc", fromlist=["Mapping"]).__name__,
    __import__("collections.abc", globals(), locals(), ["x"]).__name__,
)
for bad in (
    lambda: __import__(),
    lambda: __import__(5),
    lambda: __import__(""),
    lambda: __import__("missing"),
    lambda: __import__("functools", level=-1),
    lambda: __import__("x", {"__package__": ""}, level=1),
    lambda: __import__("functools", fromlist=5).__name__,
):
    try:
        print(bad())
    except (TypeError, ValueError, ImportError, KeyError) as error:
        print(type(error).__name__, error)
if __name__ == "__main__":
    print("run as a program")


def main(*arguments):
    return len(arguments)


if __name__ != "__main__":
    raise AssertionError("not a module")
sys.exit(main(1, 2, 3))
