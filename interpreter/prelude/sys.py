# What is a class in CPython's sys: tuples whose items have names. The machine has put the plain values here before.


def _named(name, fields, values, doc):
    """An instance of a class of its own, `sys.NAME`, with an attribute for each item."""
    class Sequence(tuple):
        __slots__ = ()
        n_sequence_fields = len(fields)
        n_fields = len(fields)
        n_unnamed_fields = 0
        __match_args__ = tuple(fields)

        def __new__(cls, *args, **kwargs):
            raise TypeError(f"cannot create 'sys.{name}' instances")

        def __repr__(self):
            return f"sys.{name}(" + ", ".join([f"{field}={self[i]!r}" for i, field in enumerate(fields)]) + ")"

    for index, field in enumerate(fields):
        setattr(Sequence, field, property(lambda self, index=index: self[index]))
    Sequence.__name__ = Sequence.__qualname__ = name
    Sequence.__module__ = "sys"
    Sequence.__doc__ = doc
    return tuple.__new__(Sequence, values)


version_info = _named("version_info", ["major", "minor", "micro", "releaselevel", "serial"], version_info,
                      "sys.version_info\n\nVersion information as a named tuple.")
int_info = _named("int_info", ["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"],
                  _int_info, "sys.int_info\n\nA named tuple that holds information about Python's\ninternal representation of integers.")
float_info = _named(
    "float_info",
    ["max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"],
    (1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1),
    "sys.float_info\n\nA named tuple holding information about the float type.")
hash_info = _named(
    "hash_info", ["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"],
    _hash_info[:5] + ("siphash13",) + _hash_info[5:], "hash_info\n\nA named tuple providing parameters used for computing hashes.")
flags = _named(
    "flags",
    ["debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment",
     "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding",
     "safe_path", "int_max_str_digits"],
    (0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, False, 0, 0, True, 4300), "sys.flags\n\nFlags provided through command line arguments or environment vars.")


class _Implementation:
    def __init__(self):
        self.name = "garter"
        self.cache_tag = None
        self.version = version_info
        self.hexversion = hexversion

    def __repr__(self):
        return "namespace(" + ", ".join([f"{name}={value!r}" for name, value in vars(self).items()]) + ")"


implementation = _Implementation()
_Implementation.__name__ = _Implementation.__qualname__ = "SimpleNamespace"
_Implementation.__module__ = "types"


def excepthook(exctype, value, traceback, /):
    """What the machine does with an exception that nobody handled: a program's own hook in its place is not called."""
    stderr.write(f"{exctype.__name__}: {value}\n")


__excepthook__ = excepthook
del _named, _Implementation, _int_info, _hash_info
