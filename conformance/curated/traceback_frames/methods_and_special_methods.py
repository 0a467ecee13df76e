# ---
# id: traceback_frames/methods_and_special_methods
# desc: Frames of methods called by operators, attribute access, iteration, formatting, hashing and context managers.
# ref: 3.3
# features: [traceback, special_method, caret]
# ---
class Thing:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return 10 // self.n

    def __getattr__(self, name):
        return 20 // self.n

    def __getitem__(self, key):
        return 30 // self.n

    def __iter__(self):
        yield 40 // self.n

    def __eq__(self, other):
        return 50 // self.n > 0

    def __hash__(self):
        return 60 // self.n

    def __repr__(self):
        return str(70 // self.n)

    def __format__(self, spec):
        return spec + str(80 // self.n)

    def __bool__(self):
        return 90 // self.n > 0

    def __call__(self, *args):
        return 100 // self.n

    def __contains__(self, item):
        return 110 // self.n > 0

    def __len__(self):
        return 120 // self.n

    def __lt__(self, other):
        return 130 // self.n < 5

    @property
    def prop(self):
        return 140 // self.n


actions = (
    lambda t: t + 1,
    lambda t: t.absent,
    lambda t: t[0],
    lambda t: list(t),
    lambda t: t == 1,
    lambda t: {t},
    lambda t: repr([t]),
    lambda t: f"{t:x}",
    lambda t: not t,
    lambda t: t(1, 2),
    lambda t: 5 in t,
    lambda t: len(t),
    lambda t: sorted([t, t]),
    lambda t: t.prop,
)
for action in actions:
    print(type(action(Thing(5))).__name__, end=" ")
    try:
        action(Thing(0))
    except ZeroDivisionError as error:
        tb = error.__traceback__.tb_next
        print(tb.tb_next.tb_frame.f_code.co_name, tb.tb_next.tb_lineno)
good, bad = Thing(1), Thing(0)
print(f"{[good, {good.prop: (good + bad)}]}"[:5])
print(f"sum: {good + 1} and {[good, {good: (bad + good)}]}")
