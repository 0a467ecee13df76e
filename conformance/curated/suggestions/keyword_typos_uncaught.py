# ---
# id: suggestions/keyword_typos_uncaught
# desc: Misspelt keywords in executed text, told when the error is printed.
# ref: 2.3.1
# features: [suggestion, syntax_error, exec_eval]
# ---
errors = []


for source in (
    "whille True:\n    pass",
    "fro x in y:\n    pass",
    "imprt sys",
    "form a import b",
    "clas A:\n    pass",
    "deff f():\n    pass",
    "retrun 5",
    "x = 1 if y els 2",
    "x = lamda: 1",
    "wth a as b:\n    pass",
    "try:\n    pass\nexept ValueError:\n    pass",
    "try:\n    pass\nfinaly:\n    pass",
    "if x:\n    pass\nesle:\n    pass",
    "if x:\n    pass\nelseif y:\n    pass",
    "asser x",
    "a adn b",
    "not_a_keyword b",
    "x iss None",
    "globl x",
    "async de f():\n    pass",
    "rais ValueError",
    "for x ni y:\n    pass",
    "mtch x:\n    case 1: pass",
    "braek",
):
    try:
        exec(source, {})
    except SyntaxError as error:
        print(repr(source), "|", error.msg)
        errors.append(error)
    except NameError as error:
        print(repr(source), "|", type(error).__name__, error)
raise ExceptionGroup("all", [ExceptionGroup("some", errors[n : n + 12]) for n in range(0, len(errors), 12)])
