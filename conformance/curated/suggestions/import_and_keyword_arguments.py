# ---
# id: suggestions/import_and_keyword_arguments
# desc: "Did you mean" for imported names, keyword arguments of functions and builtins, and modules.
# ref: exceptions#ImportError
# features: [suggestion, import, arguments]
# ---
errors = []


def function(first, second=1, *, keyword_only=2):
    return first, second, keyword_only


class Thing:
    def __init__(self, colour="red"):
        self.colour = colour

    def method(self, length):
        return length


def import_name():
    from sys import verison


def import_far():
    from sys import nothing_like_it


def import_module():
    import functoolz


def import_submodule():
    import collections.abcd


def import_case():
    from sys import Version


for action in (
    import_name, import_far, import_module, import_submodule, import_case,
    lambda: function(1, secnd=2),
    lambda: function(1, keyword=2),
    lambda: function(1, frist=2),
    lambda: function(1, zzz=2),
    lambda: Thing(color="blue"),
    lambda: Thing().method(lenght=1),
    lambda: print("x", spe=""),
    lambda: sorted([1], revers=True),
    lambda: int("1", bas=2),
    lambda: max([1], ky=len),
    lambda: "a".split(maxsplits=1),
    lambda: open.nothing,
    lambda: dict(a=1).pop(defaul=1),
    lambda: enumerate([], strt=1),
):
    try:
        print(action())
    except (ImportError, TypeError, AttributeError) as error:
        errors.append(error)
print(function(1, second=5, keyword_only=6))
print(len(errors))
raise ExceptionGroup("all", [ExceptionGroup("some", errors[n : n + 12]) for n in range(0, len(errors), 12)])
