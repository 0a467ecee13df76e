# ---
# id: programs/spreadsheet
# desc: Cells with formulas, dependencies, recalculation, cycles and errors that spread.
# ref: tutorial
# features: [class, exec_eval, recursion]
# ---
class CellError(Exception):
    pass


class Sheet:
    functions = {"SUM": sum, "MAX": max, "MIN": min, "COUNT": len, "IF": lambda test, a, b: a if test else b}

    def __init__(self):
        self.formulas, self.values, self.active, self.evaluations = {}, {}, [], 0

    def __setitem__(self, name, content):
        self.formulas[name] = compile(content[1:], name, "eval") if isinstance(content, str) and content.startswith("=") else content
        self.values.clear()

    def __getitem__(self, name):
        if name in self.values:
            return self.values[name]
        if name in self.active:
            raise CellError(" -> ".join([*self.active[self.active.index(name) :], name]))
        content = self.formulas.get(name, 0)
        if not hasattr(content, "co_names"):
            return content
        self.active.append(name)
        self.evaluations += 1
        try:
            value = eval(content, {"__builtins__": {}}, Names(self))
        except CellError:
            raise
        except Exception as error:
            raise CellError(f"{name}: {type(error).__name__}: {error}") from error
        finally:
            self.active.pop()
        self.values[name] = value
        return value

    def range(self, first, last):
        columns = range(ord(first[0]), ord(last[0]) + 1)
        rows = range(int(first[1:]), int(last[1:]) + 1)
        return [self[f"{chr(c)}{r}"] for r in rows for c in columns]

    def show(self, *names):
        out = []
        for name in names:
            try:
                out.append(f"{name}={self[name]}")
            except CellError as error:
                out.append(f"{name}: #{error}")
        return ", ".join(out)


class Names(dict):
    def __init__(self, sheet):
        super().__init__()
        self.sheet = sheet

    def __missing__(self, name):
        if name in Sheet.functions:
            return Sheet.functions[name]
        if name == "RANGE":
            return self.sheet.range
        if len(name) >= 2 and name[0].isalpha() and name[1:].isdigit():
            return self.sheet[name]
        raise KeyError(name)


s = Sheet()
for name, content in {
    "A1": 10, "A2": 32, "A3": "=A1 + A2", "B1": "=A3 * 2", "B2": "=SUM(RANGE('A1', 'A3'))", "B3": "=IF(B1 > 50, 'big', 'small')",
    "C1": "=MAX(A1, B1, B2)", "C2": "=[n * n for n in RANGE('A1', 'B1')]", "C3": "text",
}.items():
    s[name] = content
print(s.show("A3", "B1", "B2", "B3", "C1", "C2", "C3", "Z9"), s.evaluations)
s["A1"] = 1
print(s.show("A3", "B1", "B2", "B3"), s.evaluations)
s["D1"], s["D2"], s["D3"] = "=D2 + 1", "=D3", "=D1"
s["E1"], s["E2"], s["E3"], s["E4"] = "=A1 / 0", "=E1 + 1", "=C3 + 1", "=open('x')"
print(s.show("D1", "D2", "E1", "E2", "E3", "E4"))
try:
    s["F1"] = "=1 +"
except SyntaxError as error:
    print(error.msg, error.filename)
s["D3"] = 5
print(s.show("D1", "D2", "D3"), s.active)
s["G1"] = "=undefined + A1"
s["G1"]
