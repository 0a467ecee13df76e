# ---
# id: warnings_module/warn_and_filters
# desc: warnings.warn with categories, filters, once-only registries, errors, and catch_warnings.
# ref: warnings
# features: [warnings_module]
# ---
import warnings


def deprecated(x):
    warnings.warn("use new() instead", DeprecationWarning, stacklevel=2)
    return x


class Custom(UserWarning):
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    deprecated(1)
    warnings.warn("plain")
    warnings.warn(Custom("instance"))
    warnings.warn("custom", Custom)
    for w in caught:
        print(w.category.__name__, w.message, type(w.message).__name__, w.lineno > 0, w.filename == caught[0].filename)
for action in ("ignore", "default", "always", "module", "once", "all"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter(action)
        for n in range(3):
            warnings.warn("repeated")
        warnings.warn("other")
    print(action, len(caught))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        deprecated(2)
    except DeprecationWarning as error:
        print("raised", repr(error))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message="skip.*")
    warnings.filterwarnings("error", category=Custom)
    warnings.warn("skip this")
    warnings.warn("keep this")
    try:
        warnings.warn("is an error", Custom)
    except Custom as error:
        print("custom error", error)
    print([str(w.message) for w in caught])
with warnings.catch_warnings(action="ignore", category=Custom):
    warnings.warn("silent", Custom)


@warnings.deprecated("old() is old")
def old():
    return "old result"


@warnings.deprecated("Old is old", category=FutureWarning)
class Old:
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(old(), type(Old()).__name__, old.__deprecated__)
    print([(w.category.__name__, str(w.message)) for w in caught])
for bad in (
    lambda: warnings.warn(),
    lambda: warnings.warn("m", int),
    lambda: warnings.warn("m", "not a class"),
    lambda: warnings.simplefilter("wrong"),
    lambda: warnings.filterwarnings("ignore", category=5),
    lambda: warnings.filterwarnings("ignore", lineno=-1),
    lambda: warnings.warn("m", stacklevel="x"),
):
    try:
        print(bad())
    except (TypeError, ValueError, AssertionError) as error:
        print(type(error).__name__, error)
warnings.simplefilter("error", Custom)
warnings.warn("uncaught", Custom)
