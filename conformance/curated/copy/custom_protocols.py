# ---
# id: copy/custom_protocols
# desc: __reduce__, __reduce_ex__, __getstate__, __setstate__, __getnewargs_ex__, items and dict states.
# ref: copy
# features: [copy, special_method]
# ---
import copy


class Reduce:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        print("reduce", end=" ")
        return Reduce, self.args, {"state": 1}


class SetState:
    def __init__(self):
        self.a, self.b = 1, [2]

    def __setstate__(self, state):
        print("setstate", sorted(state), end=" ")
        self.__dict__.update(state, restored=True)


class NewArgs:
    def __new__(cls, a, *, b):
        self = super().__new__(cls)
        self.made = a, b
        return self

    def __getnewargs_ex__(self):
        return (10,), {"b": 20}


class SlotState:
    __slots__ = ("p", "__dict__")


class Items(list):
    def __init__(self, tag):
        super().__init__()
        self.tag = tag

    def __reduce_ex__(self, protocol):
        return Items, (self.tag + "+",), None, iter(self)


class Mapping(dict):
    def __reduce_ex__(self, protocol):
        return Mapping, (), {"extra": 1}, None, iter([("made", 1)])


class ByName:
    def __reduce__(self):
        return "GLOBAL"


class FiveTuple:
    def __reduce__(self):
        return FiveTuple, (), {"by_state": 1}, None, None


GLOBAL = ByName()
r = copy.copy(Reduce(1, 2))
print(r.args, r.state)
s = copy.deepcopy(SetState())
print(s.a, s.b, s.restored)
print(copy.copy(NewArgs(1, b=2)).made)
slotted = SlotState()
slotted.p, slotted.q = 1, [2]
t = copy.deepcopy(slotted)
print(t.p, t.q, t.q is slotted.q, slotted.__getstate__())
i = Items("t")
i.extend([1, [2]])
print(copy.copy(i), copy.copy(i).tag, copy.deepcopy(i)[1] is i[1])
print(
    copy.copy(Mapping(a=1)), copy.copy(Mapping()).extra, copy.copy(GLOBAL) is GLOBAL,
    copy.copy(FiveTuple()).by_state,
)
print(object.__reduce_ex__(SetState(), 4)[1], SetState().__reduce_ex__(2)[2], SetState().__getstate__())


class Wrong:
    def __init__(self, answer):
        self.answer = answer

    def __reduce_ex__(self, protocol):
        return self.answer


for answer in (5, (), (1, 2, 3, 4, 5, 6, 7), (int,), (5, ()), (int, 5), (int, ("x",))):
    try:
        print(copy.copy(Wrong(answer)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class DeepFails:
    def __deepcopy__(self, memo):
        raise LookupError("not deep")


print(type(copy.copy(DeepFails())).__name__)
try:
    copy.deepcopy([1, {"k": DeepFails()}])
except LookupError as error:
    print(error)
copy.copy(Reduce(5)).nothing
