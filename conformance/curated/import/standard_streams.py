# ---
# id: import/standard_streams
# desc: print and input follow what a program puts in the place of sys.stdout and sys.stdin.
# ref: library/sys.html#sys.stdout
# features: [import, print]
# ---
import sys


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("<flush>")


w = Writer()
print("a", 1, "b", sep="-", file=w)
print(file=w)
print([1], end="!", flush=True, file=w)
print(w.parts)
print("to stderr", file=sys.stderr)
saved = sys.stdout
sys.stdout = w
print("hidden", 3)
sys.stdout = saved
print(w.parts[-4:])
print("through", file=sys.stdout)
sys.stdout.write("written\n")
sys.stdout.writelines(["a", "b\n"])
sys.stdout = None
print("nothing")
sys.stdout = saved
try:
    print(1, file=5)
except AttributeError as error:
    print(error)


class Reader:
    def __init__(self, *lines):
        self.lines = list(lines)

    def readline(self):
        return self.lines.pop(0)


saved_input = sys.stdin
sys.stdin = Reader("first\n", "second", "")
print(input("> "))
print(input())
try:
    input()
except EOFError as error:
    print(error)
sys.stdin = saved_input
