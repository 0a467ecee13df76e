# ---
# id: super/zero_argument_forms
# desc: super() and __class__ in nested functions, comprehensions, lambdas, class methods, static methods and after rebinding.
# ref: functions#super
# features: [super, scope]
# ---
class Base:
    def value(self, n=1):
        return f"base{n}"

    @classmethod
    def make(cls):
        return f"made {cls.__name__}"

    @property
    def prop(self):
        return "base prop"


class Child(Base):
    def direct(self):
        return super().value(2)

    def nested(self):
        def inner():
            return super(Child, self).value(3), __class__.__name__

        return inner()

    def inner_with_argument(self):
        def inner(me):
            return super().value(4)

        return inner(self)

    def in_lambda(self):
        return (lambda me: super().value(5))(self)

    def in_comprehension(self):
        return [super(Child, self).value(n) for n in range(2)], [super().value(n) for n in (7,)]

    def in_genexpr(self):
        return list(super(__class__, self).value(n) for n in "x")

    @classmethod
    def make(cls):
        return super().make() + "!"

    @property
    def prop(self):
        return super().prop + "+"

    def rebinds(self):
        self = "rebound"
        return super().value(6)

    def deletes(self):
        del self
        return super().value()

    @staticmethod
    def static():
        return super().value()

    def no_self():
        return super().value()

    def star(*args):
        return super().value(9)


class GrandChild(Child):
    pass


c = Child()
for name in ("direct", "nested", "inner_with_argument", "in_lambda", "in_comprehension", "in_genexpr", "make", "star"):
    try:
        print(name, getattr(c, name)())
    except (TypeError, RuntimeError) as error:
        print(name, type(error).__name__, error)
print(c.prop, GrandChild().direct(), GrandChild.make(), GrandChild().nested())
for action in (
    c.rebinds, c.deletes, Child.static, Child.no_self, lambda: Child.direct(5), lambda: Child.direct(Base()),
):
    try:
        print(action())
    except (TypeError, RuntimeError, NameError) as error:
        print(type(error).__name__, error)


def outside(self):
    return super().value()


try:
    outside(c)
except RuntimeError as error:
    print(error)
Child.outside = outside
c.outside()
