# ---
# id: special_methods/lshift_and_rshift
# desc: __lshift__, __rshift__ and their reflected and in-place forms, as used for streams and pipelines.
# ref: 3.3.8
# features: [special_method, bitwise]
# ---
class Stream:
    def __init__(self):
        self.parts = []

    def __lshift__(self, item):
        self.parts.append(str(item))
        return self

    def __ilshift__(self, item):
        self.parts.append(f"({item})")
        return self

    def __rrshift__(self, item):
        self.parts.insert(0, str(item))
        return len(self.parts)


class Stage:
    def __init__(self, function):
        self.function = function

    def __rrshift__(self, value):
        return self.function(value)

    def __rshift__(self, other):
        if isinstance(other, Stage):
            return Stage(lambda value: other.function(self.function(value)))
        return NotImplemented


out = Stream()
out << "a" << 1 + 1 << [3]
print(out.parts)
out <<= "in place"
print(out.parts[-1], "first" >> out, out.parts)
double, text = Stage(lambda x: x * 2), Stage(lambda x: f"<{x}>")
print(5 >> double >> text, 5 >> (double >> text), [1, 2] >> double)
value = 7
value >>= double
print(value)
for action in (
    lambda: double >> 3,
    lambda: double << 3,
    lambda: 3 << double,
    lambda: out >> 1,
    lambda: 1 << out,
    lambda: 1.5 >> text >> 2,
    lambda: 1 << 2.0,
):
    try:
        print(action())
    except TypeError as error:
        print(error)
value = "v"
value <<= out
