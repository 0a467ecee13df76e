# ---
# id: special_methods/rich_comparison_chains
# desc: Chained comparisons stop at the first false answer, which may be any object with or without a truth.
# ref: 6.10
# features: [special_method, comparison]
# ---
class Term:
    def __init__(self, name):
        self.name = name

    def _compare(sign):
        def method(self, other):
            return Answer(f"({self.name}{sign}{getattr(other, 'name', other)})")

        return method

    __lt__, __le__, __eq__ = _compare("<"), _compare("<="), _compare("==")
    __ne__, __gt__, __ge__ = _compare("!="), _compare(">"), _compare(">=")
    __hash__ = None


class Answer(Term):
    truth = True

    def __bool__(self):
        print(f"truth of {self.name}?", end=" ")
        return self.truth

    def __repr__(self):
        return self.name


class Refuses(Answer):
    def __bool__(self):
        raise ValueError(f"the truth of {self.name} is ambiguous")


def get(name):
    print(name, end=" ")
    return Term(name)


print(get("a") < get("b"))
print(get("a") < get("b") <= get("c"))
print(get("a") < get("b") == get("c") != get("d"))
Answer.truth = False
print(get("a") < get("b") <= get("c"))
print(5 < get("x") and "unseen")
print(not get("a") == 3)
Answer.truth = True
print((get("p") > 1) >= get("q"))
print(3 > get("x"), 3 == get("y"), 3 <= get("z"))
Answer.__bool__ = Refuses.__bool__
print(get("m") < get("n"))
get("a") < get("b") < get("c")
