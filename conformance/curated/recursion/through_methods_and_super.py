# ---
# id: recursion/through_methods_and_super
# desc: Runaway recursion through methods, super calls, properties, class methods and __call__ ends in RecursionError.
# ref: exceptions#RecursionError
# features: [recursion, class, super]
# ---
class Base:
    def step(self):
        return self.step_again()


class Child(Base):
    def step_again(self):
        return super().step()

    @property
    def prop(self):
        return self.prop

    @classmethod
    def make(cls):
        return cls.make()

    @staticmethod
    def static():
        return Child.static()

    def __call__(self):
        return self()

    def __len__(self):
        return len(self)

    def __enter__(self):
        with self:
            pass

    def __exit__(self, *args):
        pass


def attempt(name, action):
    try:
        action()
    except RecursionError as error:
        print(name, str(error).split(" in ")[0])
    except Exception as error:
        print(name, type(error).__name__, error)


def use(child):
    with child:
        pass


c = Child()
for name, action in {
    "super": c.step,
    "property": lambda: c.prop,
    "classmethod": Child.make,
    "static": c.static,
    "call": c,
    "len": lambda: len(c),
    "with": lambda: use(c),
}.items():
    attempt(name, action)
depth = 0


def count():
    global depth
    depth += 1
    count()


attempt("count", count)
print(depth > 900, depth < 1000)


def recover(n):
    try:
        return recover(n + 1)
    except RecursionError:
        return n


print(recover(0) > 900, recover(0) == recover(0))
print("still working", sum(range(10)))
Child.static()
