# ---
# id: scope/names_of_a_script
# desc: The names that a script finds without having made them.
# ref: 4.2
# features: [global, scope]
# ---
"""What this script is about."""
print(__name__, __doc__, __package__, __spec__, __debug__)


def inner():
    """And what this function is about."""
    return __doc__, __name__


print(inner(), inner.__doc__)
__package__ = "mine"
print(__package__, inner.__module__)
del __package__
print([name for name in dir() if not name.startswith("_")], "inner" in globals(), "__name__" in globals())
