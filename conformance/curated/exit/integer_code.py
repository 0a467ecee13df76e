# ---
# id: exit/integer_code
# desc: SystemExit with an int ends the program with that code, after finally clauses, and prints nothing.
# ref: exceptions#SystemExit
# features: [system_exit, finally, raise, except, function]
# ---
def leave(code):
    try:
        print("leaving with", code)
        raise SystemExit(code)
    except Exception:
        print("Exception does not catch it")
    finally:
        print("finally runs")
    print("never")


try:
    leave(1)
except SystemExit as error:
    print("caught", error.code, repr(error))
for code in (0, None, "text", 256):
    try:
        leave(code)
    except BaseException as error:
        print(type(error).__name__, repr(error.code))
leave(3)
print("never")
