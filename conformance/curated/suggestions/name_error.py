# ---
# id: suggestions/name_error
# desc: "Did you mean" of NameError: locals, globals, builtins, self attributes, and when there is none.
# ref: exceptions#NameError
# features: [suggestion]
# ---
errors = []


count, counter, total_amount = 1, 2, 3


class Thing:
    level = 1

    def method(self):
        return levle

    def uses_self_attribute(self):
        self.value = 5
        return value

    def bare_method(self):
        return method


def local():
    blech = 1
    return bluch


def closure():
    outer_name = 1

    def inner():
        return outer_nam, outer_name

    return inner()


def case():
    return Count


def builtin():
    return pritn


def far_away():
    return zzzzzzzz


def short():
    return q


def deleted():
    thing = 1
    del thing
    return thing


def module():
    return collectoins


def keyword_like():
    return true, none


for function in (
    local, closure, case, builtin, far_away, short, deleted, module, keyword_like,
    Thing().method, Thing().uses_self_attribute, Thing().bare_method, lambda: total_amuont, lambda: [countr for _ in "a"],
    lambda: eval("cuont"), lambda: exec("pirnt(1)"),
):
    try:
        function()
    except NameError as error:
        errors.append(error)
print(len(errors))
raise ExceptionGroup("all", [ExceptionGroup("some", errors[n : n + 12]) for n in range(0, len(errors), 12)])
