# ---
# id: special_methods/not_implemented_rules
# desc: Who is asked in which order for a binary operator, and what NotImplemented and None as methods mean.
# ref: 3.3.8
# features: [special_method, arithmetic]
# ---
def show(name, answer):
    def method(self, other):
        print(f"{type(self).__name__}.{name}", end=" ")
        return answer

    return method


def build(name, base=object, **methods):
    namespace = {f"__{key}__": show(key, value) if value != "off" else None for key, value in methods.items()}
    return type(name, (base,), namespace)


No = NotImplemented
A = build("A", add=No, radd=No)
B = build("B", add=No, radd="B answers")
C = build("C", A, radd="C answers")
D = build("D", A)
E = build("E", add="off", radd="E answers")
F = build("F", radd="off")
G = build("G", B, add="G answers")
H = build("H", iadd=No, add="H add")
I = build("I", iadd=No)
J = build("J", iadd="off", add="J add")


def attempt(left, right):
    try:
        print(left() + right())
    except TypeError as error:
        print(error)


for left, right in ((A, A), (A, B), (A, C), (C, A), (A, D), (D, A), (E, B), (B, E), (A, F), (B, G), (G, B), (int, B)):
    attempt(left, right)
for cls in (H, I, J):
    try:
        value = cls()
        value += 1
        print(value)
    except TypeError as error:
        print(error)
try:
    bool(NotImplemented)
except TypeError as error:
    print(error)
print(NotImplemented, type(NotImplemented).__name__, A().__add__(1) is NotImplemented)
value = I()
value += A()
