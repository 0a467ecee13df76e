# ---
# id: special_methods/copy_protocol
# desc: copy and deepcopy ask __copy__ and __deepcopy__, else __reduce_ex__ with __getstate__ and __setstate__.
# ref: copy
# features: [special_method, copy]
# ---
import copy


class Plain:
    def __init__(self, items):
        print("init", end=" ")
        self.items = items


class Own:
    def __init__(self, value):
        self.value = value

    def __copy__(self):
        return Own(("copied", self.value))

    def __deepcopy__(self, memo):
        return Own(("deep", copy.deepcopy(self.value, memo)))


class State:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __getstate__(self):
        print("getstate", end=" ")
        return {"a": self.a}

    def __setstate__(self, state):
        print("setstate", state, end=" ")
        self.a, self.b = state["a"], "rebuilt"


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce_ex__(self, protocol):
        return Reduced, (self.n + 1,)


class Args:
    def __new__(cls, a, b):
        self = super().__new__(cls)
        self.pair = a, b
        return self

    def __getnewargs__(self):
        return self.pair


p = Plain([1, [2]])
shallow, deep = copy.copy(p), copy.deepcopy(p)
print(shallow.items is p.items, deep.items == p.items, deep.items[1] is p.items[1], type(deep).__name__)
print(copy.copy(Own(1)).value, copy.deepcopy(Own([1])).value)
s = copy.copy(State(1, 2))
print(s.a, s.b)
print(copy.copy(Reduced(5)).n, copy.deepcopy(Reduced(7)).n, copy.copy(Args(1, 2)).pair)
loop = Plain([])
loop.items.append(loop)
twin = copy.deepcopy(loop)
print(twin.items[0] is twin, twin is loop)
print(p.__getstate__(), object().__getstate__())


class Refuses:
    def __reduce_ex__(self, protocol):
        raise TypeError("cannot be copied")


for value in (Refuses(), [Refuses()]):
    try:
        copy.deepcopy(value)
    except TypeError as error:
        print(error)
print(copy.copy([p])[0] is p)
copy.copy(Args(1, 2)).pair.missing
