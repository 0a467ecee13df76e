# ---
# id: special_methods/sub
# desc: __sub__ and __rsub__: the reflected method of a subclass goes first, but only if it overrides.
# ref: 3.3.8
# features: [special_method, arithmetic]
# ---
class Base:
    def __sub__(self, other):
        return f"{type(self).__name__}.sub({type(other).__name__})"

    def __rsub__(self, other):
        return f"{type(self).__name__}.rsub({type(other).__name__})"


class Same(Base):
    pass


class Overrides(Base):
    def __rsub__(self, other):
        return "Overrides.rsub first"


class OverridesSub(Base):
    def __sub__(self, other):
        return "OverridesSub.sub"


class Copies(Base):
    __rsub__ = Base.__rsub__


class Declines(Base):
    def __rsub__(self, other):
        print("asked first,", end=" ")
        return NotImplemented


for left in (Base, Same, Overrides):
    for right in (Base, Same, Overrides, OverridesSub, Copies, Declines):
        print(left.__name__, right.__name__, "|", left() - right())
print(5 - Base(), Base() - 5, "x" - Base(), [1] - Base())


class OnlyReflected:
    def __rsub__(self, other):
        return other, "minus me"


print(3 - OnlyReflected(), None - OnlyReflected())
value = 10
value -= OnlyReflected()
print(value)
try:
    OnlyReflected() - OnlyReflected()
except TypeError as error:
    print(error)
OnlyReflected() - 3
