# ---
# id: exec/syntax_errors
# desc: Errors in text that is compiled at run time are SyntaxErrors with all their fields.
# ref: library/exceptions.html#SyntaxError
# features: [exec, syntax_error]
# ---
def attempt(text, run=exec):
    try:
        run(text)
    except SyntaxError as error:
        print(type(error).__name__, error, error.args)
        print(error.msg, error.filename, error.lineno, error.offset, repr(error.text), error.end_lineno, error.end_offset)


attempt("x =")
attempt("if 1:\nx")
attempt("  x = 1")
attempt("def f(:\n pass")
attempt("'abc")
attempt("f(")
attempt("x = 1 +* 2")
attempt("return 1")
attempt("x = 1", eval)
attempt("1 +", eval)
attempt("", eval)
attempt("a b", eval)
try:
    compile("x = 1; y\nz", "name.py", "single")
except SyntaxError as error:
    print(error, error.filename)
print(eval("1"))
exec("x = (1\n")
