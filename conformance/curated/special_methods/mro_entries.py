# ---
# id: special_methods/mro_entries
# desc: A base that is no class names its replacements with __mro_entries__; the original bases stay readable.
# ref: 3.3.3.2
# features: [special_method, class]
# ---
import types


class Alias:
    def __init__(self, *classes):
        self.classes = classes

    def __mro_entries__(self, bases):
        print("entries for", [getattr(b, "__name__", type(b).__name__) for b in bases])
        return self.classes


class A:
    pass


class B:
    pass


class C(Alias(A, B)):
    pass


class D(A, Alias(), Alias(B)):
    pass


print([c.__name__ for c in C.__mro__], C.__bases__, len(C.__orig_bases__), type(C.__orig_bases__[0]).__name__)
print([c.__name__ for c in D.__mro__], "__orig_bases__" in vars(A), len(D.__orig_bases__))


class Ints(list[int]):
    pass


print(Ints.__bases__, Ints.__orig_bases__, Ints([1]) + [2])
print(types.resolve_bases((A, list[int])), types.get_original_bases(Ints), types.get_original_bases(A))
for base in (Alias(5), Alias(A, A), "text", 5, Alias):
    try:
        class E(base):
            pass
        print(E.__bases__)
    except TypeError as error:
        print(error)


class Wrong:
    def __mro_entries__(self, bases):
        return [A]


try:
    type("F", (Alias(A),), {})
except TypeError as error:
    print(error)


class G(Wrong()):
    pass
