# ---
# id: super/two_argument_and_unbound
# desc: super(type, obj), super(type, type), super(type) as a descriptor, and its attributes.
# ref: functions#super
# features: [super, descriptor]
# ---
class A:
    attr = "A"

    def f(self):
        return "A.f"

    @classmethod
    def c(cls):
        return "A.c", cls.__name__

    @staticmethod
    def s():
        return "A.s"

    def __getitem__(self, key):
        return "A item", key

    def __len__(self):
        return 7


class B(A):
    attr = "B"

    def f(self):
        return "B.f > " + super().f()

    def item(self):
        try:
            return super()[1]
        except TypeError as error:
            return str(error), super().__getitem__(1)

    def length(self):
        return super().__len__()

    @classmethod
    def c(cls):
        return super().c()


class C(B):
    up = None


b, c = B(), C()
s = super(B, c)
print(s.attr, s.f(), s.c(), s.s(), s.__thisclass__.__name__, s.__self__ is c, s.__self_class__.__name__)
print(super(B, C).f(c), super(B, C).c(), super(B, C).attr, super(A, c).__init__(), b.item(), b.length())
C.up = super(C)
unbound = vars(C)["up"]
print(unbound.__self__, c.up.f(), c.up.attr, c.up.__self__ is c, super(C).__get__(c).f())
print(repr(super(B, B)), repr(super(B)), s.__class__, type(s).__name__, s == s, bool(s))
for bad in (
    lambda: super(B, A()),
    lambda: super(B, A),
    lambda: super(5, b),
    lambda: super(B, 5),
    lambda: super(B, b, 1),
    lambda: s.nothing,
    lambda: s[0],
    lambda: len(s),
    lambda: super(B).f,
    lambda: setattr(s, "x", 1),
    lambda: super(),
    lambda: super(B, b, x=1),
):
    try:
        print(bad())
    except (TypeError, AttributeError, RuntimeError) as error:
        print(type(error).__name__, error)
s.attr = "cannot"
