# ---
# id: descriptor/lookup_precedence
# desc: Data descriptor, then instance dict, then non-data descriptor or class value, then __getattr__.
# ref: 3.3.2.3
# features: [descriptor, attributes]
# ---
class Data:
    def __get__(self, instance, owner):
        return "data descriptor"

    def __set__(self, instance, value):
        instance.__dict__["log"] = value


class NonData:
    def __get__(self, instance, owner):
        return "non-data descriptor"


class Owner:
    a = Data()
    b = NonData()
    c = "class value"

    def __getattr__(self, name):
        return f"getattr {name}"


class Child(Owner):
    a = "child value"
    b = Data()


def show(obj):
    print([getattr(obj, name) for name in "abcd"])


o, c = Owner(), Child()
show(o), show(c)
for obj in (o, c):
    obj.__dict__.update(a="ia", b="ib", c="ic", d="id")
show(o), show(c)
o.a = 5
c.b = 6
c.a = "assigned"
print(o.log, c.log, c.__dict__["a"])
print(Owner.a, Owner.b, Child.a, Child.b)
Owner.c = NonData()
print(o.c, Child().c, Owner.c)
Owner.c = Data()
print(o.c, "c" in vars(o))
del Owner.c
print(o.c, Child().c)
del o.c
print(o.c)


class LateSet:
    def __get__(self, instance, owner):
        return "late"


Owner.e = LateSet()
o.__dict__["e"] = "instance"
print(o.e)
LateSet.__set__ = lambda self, instance, value: None
print(o.e)
del LateSet.__set__
print(o.e)
del Owner.__getattr__
o.nothing
