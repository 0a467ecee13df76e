"""Writes COVERAGE.md: which case shows which statement, pattern, special method, operator and type, method and class.

Run it under CPython 3.14 with PYTHONHASHSEED=0; `--check` only says whether the file is up to date. Nothing is claimed
that did not happen: every case is rewritten so that its operators and attribute loads report the types they meet, and
then it is run, with its output thrown away. A special method counts when the code that a class of the program has under
that name runs; under which of several names it was called is not known. Exceptions are counted where they are caught and
where they leave the program. A statement, a pattern, a module that is imported, a special attribute or the name of a
builtin counts where it stands in the source of a case that compiles.

What this does not do: it does not judge results. That is the work of the comparison with the oracle.
"""

import ast
import builtins
import contextlib
import gc
import io
import pathlib
import sys
import types
import warnings

HERE = pathlib.Path(__file__).resolve().parent
TYPES = ("int float bool NoneType str bytes list tuple dict set frozenset range slice ellipsis").split()

BINARY = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.MatMult: "@", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^", ast.LShift: "<<", ast.RShift: ">>",
}
COMPARE = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=", ast.Is: "is",
    ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}
UNARY = {ast.USub: "-x", ast.UAdd: "+x", ast.Invert: "~x", ast.Not: "not x"}

STATEMENTS = (
    "Expr Assign AugAssign AnnAssign TypeAlias Delete Pass Assert Raise Return If While For AsyncFor Break Continue Try "
    "TryStar With AsyncWith Match FunctionDef AsyncFunctionDef ClassDef Import ImportFrom Global Nonlocal"
).split()
EXPRESSIONS = (
    "Constant Name BinOp UnaryOp BoolOp Compare Call Attribute Subscript Slice Starred NamedExpr IfExp Lambda List "
    "Tuple Dict Set ListComp SetComp DictComp GeneratorExp Await Yield YieldFrom JoinedStr FormattedValue TemplateStr "
    "Interpolation"
).split()
PATTERNS = "MatchValue MatchSingleton MatchSequence MatchMapping MatchClass MatchStar MatchAs MatchOr".split()
TYPE_PARAMETERS = "TypeVar TypeVarTuple ParamSpec".split()
MODULES = (
    "__future__ abc asyncio collections.abc contextlib copy dataclasses enum functools operator string.templatelib sys types "
    "typing warnings weakref"
).split()
NUMERIC = "add sub mul matmul truediv floordiv mod pow lshift rshift and xor or".split()
SPECIAL_METHODS = {
    "Objects and attributes": (
        "new init del repr str bytes format lt le eq ne gt ge hash bool getattr getattribute setattr delattr dir"
    ).split(),
    "Descriptors and classes": (
        "get set delete set_name init_subclass mro_entries prepare instancecheck subclasscheck subclasshook class_getitem call "
        "annotate"
    ).split(),
    "Containers and iterators": (
        "len length_hint getitem setitem delitem missing iter next reversed contains buffer release_buffer"
    ).split(),
    "Numbers": [
        *NUMERIC, *(f"r{name}" for name in NUMERIC), *(f"i{name}" for name in NUMERIC), "divmod", "rdivmod",
        *"neg pos abs invert complex int float index round trunc floor ceil".split(),
    ],
    "Contexts and coroutines": "enter exit await aiter anext aenter aexit".split(),
    "Copying": (
        "copy deepcopy replace reduce reduce_ex getstate setstate getnewargs getnewargs_ex post_init"
    ).split(),
}
SPECIAL_NAMES = {f"__{name}__" for names in SPECIAL_METHODS.values() for name in names}
SPECIAL_ATTRIBUTES = [
    f"__{name}__"
    for name in (
        "slots match_args doc name qualname module dict class bases base mro subclasses orig_bases weakref annotations annotate "
        "type_params parameters defaults kwdefaults code closure globals builtins self func wrapped cause context "
        "suppress_context traceback notes abstractmethods firstlineno classcell objclass origin args value"
    ).split()
]
OUT_OF_SCOPE = {"_IncompleteInputError"}


class Facts:
    """Everything seen so far: a table for each kind of fact, from the fact to the cases that show it."""

    def __init__(self):
        self.tables = {name: {} for name in ("node", "operator", "augmented", "unary", "subscript", "method", "builtin",
                                             "caught", "uncaught", "syntax", "special", "attribute",
                                             "module")}
        self.case = None

    def add(self, table, key):
        cases = self.tables[table].setdefault(key, [])
        if self.case not in cases:
            cases.append(self.case)


def kind(value):
    return type(value).__name__


class Reporter(ast.NodeTransformer):
    """Wraps the operands of every operator in a call that notes their types. Evaluation order stays as it was."""

    def call(self, name, node, *arguments):
        new = ast.Call(ast.Name(name, ast.Load()), list(arguments), [])
        return ast.fix_missing_locations(ast.copy_location(new, node))

    def visit_BinOp(self, node):
        self.generic_visit(node)
        return self.call("_binary", node, ast.Constant(BINARY[type(node.op)]), node.left, node.right)

    def visit_Compare(self, node):
        self.generic_visit(node)
        if len(node.ops) > 1:
            return node
        return self.call("_compare", node, ast.Constant(COMPARE[type(node.ops[0])]), node.left, node.comparators[0])

    def visit_UnaryOp(self, node):
        self.generic_visit(node)
        return self.call("_unary", node, ast.Constant(UNARY[type(node.op)]), node.operand)

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        if isinstance(node.target, ast.Name):
            read = ast.copy_location(ast.Name(node.target.id, ast.Load()), node)
            node.value = self.call("_augmented", node, ast.Constant(BINARY[type(node.op)] + "="), read, node.value)
        return node

    def visit_Subscript(self, node):
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load) and not isinstance(node.slice, ast.Slice):
            node.value = self.call("_subscript", node, node.value)
        return node

    def visit_Attribute(self, node):
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load):
            node.value = self.call("_attribute", node, node.value, ast.Constant(node.attr))
        return node

    def visit_Try(self, node):
        self.generic_visit(node)
        for handler in node.handlers:
            note = ast.Expr(self.call("_caught", handler))
            handler.body.insert(0, ast.fix_missing_locations(ast.copy_location(note, handler)))
        return node

    visit_TryStar = visit_Try

    def visit_match_case(self, node):
        """A pattern stays as it is: it may hold no calls."""
        node.guard = self.visit(node.guard) if node.guard is not None else None
        node.body = [self.visit(statement) for statement in node.body]
        return node

    def visit_AnnAssign(self, node):
        if node.value is not None:
            node.value = self.visit(node.value)
        return node


def operators(facts):
    """The functions that the rewritten programs call."""
    run = {sign: eval(f"lambda a, b: a {sign} b") for sign in (*BINARY.values(), *COMPARE.values())}
    unary = {sign: eval(f"lambda x: {sign}") for sign in UNARY.values()}

    def note_pair(table, sign, left, right):
        if kind(left) in TYPES and kind(right) in TYPES:
            facts.add(table, (sign, kind(left), kind(right)))

    def binary(sign, left, right):
        note_pair("operator", sign, left, right)
        return run[sign](left, right)

    def one(sign, operand):
        facts.add("unary", (sign, kind(operand)))
        return unary[sign](operand)

    def augmented(sign, target, value):
        note_pair("augmented", sign, target, value)
        return value

    def subscript(container):
        facts.add("subscript", kind(container))
        return container

    def attribute(value, name):
        # An object of the program might notice that it is asked twice.
        builtin = value if type(value) is type else type(value)
        owner = builtin.__name__
        if owner in METHOD_OWNERS and METHOD_OWNERS[owner] is builtin and hasattr(value, name):
            facts.add("method", (owner, name))
        return value

    def caught():
        error = sys.exception()
        facts.add("caught", kind(error))

    return {"_binary": binary, "_compare": binary, "_unary": one, "_augmented": augmented, "_subscript": subscript,
            "_attribute": attribute, "_caught": caught}


def note_uncaught(facts, error):
    """The error that ends the program is printed together with its causes and contexts, and a group with its members."""
    seen, waiting = set(), [error]
    while waiting:
        error = waiting.pop()
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        facts.add("uncaught", kind(error))
        waiting += [error.__cause__, None if error.__suppress_context__ else error.__context__]
        waiting += error.exceptions if isinstance(error, BaseExceptionGroup) else []


class SpecialMethods:
    """Notes the special methods of classes of the program whose code is entered; works as a profile function."""

    def __init__(self, facts, filename, module):
        self.facts, self.filename, self.namespace, self.seen = facts, filename, module.__dict__, set()

    def __call__(self, frame, event, _):
        code = frame.f_code
        if event != "call" or code in self.seen:
            return
        if code.co_filename != self.filename and frame.f_globals is not self.namespace:
            return
        self.seen.add(code)
        names = {code.co_name} & SPECIAL_NAMES
        if code.co_argcount or code.co_flags & 4:
            first = frame.f_locals.get(code.co_varnames[0])
            names |= self.names_of(code, first) | self.names_of(code, first[0] if type(first) is tuple and first else None)
        for name in names:
            self.facts.add("special", name)

    def names_of(self, code, value):
        """The special names under which the classes of `value` have this code."""
        owners = [*type.mro(type(value)), *(type.mro(value) if type(value) is type else ())]
        found = {
            name
            for owner in owners
            for name, held in vars(owner).items()
            if name in SPECIAL_NAMES and getattr(getattr(held, "__func__", held), "__code__", None) is code
        }
        return found


def run_case(facts, path, source):
    try:
        tree = ast.parse(source)
        compile(source, str(path), "exec")
    except SyntaxError as error:
        facts.add("syntax", f"{kind(error)}: {error.msg}")
        facts.add("uncaught", kind(error))
        return
    note_source(facts, tree)
    code = compile(Reporter().visit(tree), str(path), "exec", dont_inherit=True)
    known, limit, stdout = set(sys.modules), sys.getrecursionlimit(), sys.stdout
    main = sys.modules["__main__"]
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    module.__dict__.update(__builtins__=builtins, **operators(facts))
    sink = contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO())
    with warnings.catch_warnings(), sink[0], sink[1]:
        sys.setprofile(SpecialMethods(facts, str(path), module))
        try:
            exec(code, module.__dict__)
        except BaseException as error:
            note_uncaught(facts, error)
        sys.modules["__main__"] = main
        module.__dict__.clear()
        gc.collect()
        sys.setprofile(None)
    sys.stdout = stdout
    sys.setrecursionlimit(limit)
    for name in set(sys.modules) - known:
        if getattr(sys.modules[name], "__spec__", None) is None:
            del sys.modules[name]


def note_source(facts, tree):
    """What counts where it stands."""
    for node in ast.walk(tree):
        facts.add("node", kind(node))
        match node:
            case ast.Name(id=name) if hasattr(builtins, name):
                facts.add("builtin", name)
            case ast.Import(names=names):
                for alias in names:
                    facts.add("module", alias.name)
            case ast.ImportFrom(module=str(name)):
                facts.add("module", name)
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in SPECIAL_ATTRIBUTES:
                facts.add("attribute", name)
            case ast.Constant(value=str(name)) if name in SPECIAL_ATTRIBUTES:
                facts.add("attribute", name)


def collect():
    facts = Facts()
    for path in sorted(HERE.glob("*/*.py")):
        facts.case = str(path.relative_to(HERE).with_suffix(""))
        run_case(facts, path, path.read_text(encoding="utf-8"))
    return facts


def shown(cases, most=3):
    """The first few cases by name, and how many more there are."""
    listed = [f"`{case}`" for case in cases[:most]]
    rest = len(cases) - len(listed)
    return ", ".join(listed) + (f" and {rest} more" if rest else "")


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def code_text(text):
    return "`" + text.replace("|", "\\|") + "`"


def node_section(facts, names):
    seen = facts.tables["node"]
    return table(("Node", "Cases"), [(name, shown(seen.get(name, [])) or "**none**") for name in names])


def special_section(facts):
    seen = facts.tables["special"]
    parts = []
    for title, names in SPECIAL_METHODS.items():
        rows = [(f"`__{name}__`", shown(seen.get(f"__{name}__", [])) or "**none**") for name in names]
        parts.append(f"### {title}\n\n" + table(("Method", "Cases"), rows))
    return "\n\n".join(parts)


def name_section(facts, kind_of_name, head, names):
    seen = facts.tables[kind_of_name]
    return table((head, "Cases"), [(f"`{name}`", shown(seen.get(name, [])) or "**none**") for name in names])


def pair_section(facts, name, signs):
    """One row an operator: the pairs of types shown, and the cases that show them."""
    seen = facts.tables[name]
    rows = []
    for sign in signs:
        pairs = {key[1:]: cases for key, cases in seen.items() if key[0] == sign}
        missing = [f"{a} {b}" for a in TYPES for b in TYPES if (a, b) not in pairs]
        cases = list(dict.fromkeys(case for found in pairs.values() for case in found))
        rows.append((code_text(sign), f"{len(pairs)} of {len(TYPES) ** 2}", ", ".join(missing[:5]) or "-", shown(cases)))
    return table(("Operator", "Pairs of types", "Missing", "Cases"), rows)


def unary_section(facts):
    seen = facts.tables["unary"]
    rows = []
    for sign in UNARY.values():
        cases = list(dict.fromkeys(case for key, found in seen.items() if key[0] == sign for case in found))
        missing = [name for name in TYPES if (sign, name) not in seen]
        rows.append((code_text(sign), ", ".join(missing) or "-", shown(cases)))
    return table(("Operator", "Types missing", "Cases"), rows)


def methods_of_types():
    kinds = (int, float, complex, bool, str, bytes, list, tuple, dict, set, frozenset, range, slice)
    return [(one, [name for name in dir(one) if not name.startswith("_")]) for one in kinds]


METHOD_OWNERS = {one.__name__: one for one, _ in methods_of_types()}


def method_section(facts):
    seen = facts.tables["method"]
    rows = []
    for one, names in methods_of_types():
        for name in names:
            cases = seen.get((one.__name__, name)) or (seen.get(("int", name)) if one is bool else None) or []
            rows.append((f"`{one.__name__}.{name}`", shown(cases, 2) or "**none**"))
    return table(("Method", "Cases"), rows)


def exception_classes():
    found = [value for value in vars(builtins).values() if isinstance(value, type) and issubclass(value, BaseException)]
    return sorted({value.__name__ for value in found} - OUT_OF_SCOPE)


def exception_section(facts):
    caught, uncaught = facts.tables["caught"], facts.tables["uncaught"]
    rows = [(name, shown(caught.get(name, []), 2) or "**none**", shown(uncaught.get(name, []), 2) or "**none**")
            for name in exception_classes()]
    return table(("Class", "Raised and caught", "Uncaught, or in the chain that is printed"), rows)


def gaps(facts):
    """Everything in scope that no case shows, as text."""
    nodes = (*STATEMENTS, *EXPRESSIONS, *PATTERNS, *TYPE_PARAMETERS)
    found = [f"node {name}" for name in nodes if name not in facts.tables["node"]]
    found += [f"special method {name}" for name in sorted(SPECIAL_NAMES) if name not in facts.tables["special"]]
    found += [f"special attribute {name}" for name in SPECIAL_ATTRIBUTES if name not in facts.tables["attribute"]]
    found += [f"module {name}" for name in MODULES if name not in facts.tables["module"]]
    for sign in (*BINARY.values(), *COMPARE.values()):
        found += [f"{a} {sign} {b}" for a in TYPES for b in TYPES
                  if sign not in ("is", "is not") and (sign, a, b) not in facts.tables["operator"]]
    for sign in UNARY.values():
        found += [f"{sign} of {name}" for name in TYPES if (sign, name) not in facts.tables["unary"]]
    for one, names in methods_of_types():
        if one is not bool:
            found += [f"{one.__name__}.{name}" for name in names if (one.__name__, name) not in facts.tables["method"]]
    for name in exception_classes():
        found += [f"{name} {table}" for table in ("caught", "uncaught") if name not in facts.tables[table]]
    return found


def render(facts):
    missing = gaps(facts)
    exceptions = set(exception_classes())
    builtin_rows = [(f"`{name}`", shown(cases, 2)) for name, cases in sorted(facts.tables["builtin"].items())
                    if getattr(getattr(builtins, name), "__name__", name) not in exceptions]
    syntax_rows = [(code_text(text), shown(cases)) for text, cases in sorted(facts.tables["syntax"].items())]
    sections = [
        "# What the curated cases show",
        "Written by `coverage_table.py`; do not edit. Each row names a few of the cases that show the thing when they run.",
        "## Gaps\n\n" + ("\n".join(f"- {code_text(gap)}" for gap in missing) or "None: everything in scope is shown."),
        "## Statements\n\n" + node_section(facts, STATEMENTS),
        "## Expressions\n\n" + node_section(facts, EXPRESSIONS),
        "## Patterns\n\n" + node_section(facts, PATTERNS),
        "## Type parameters\n\n" + node_section(facts, TYPE_PARAMETERS),
        "## Special methods\n\nMethods that a class of the program defines and that run.\n\n" + special_section(facts),
        "## Special attributes\n\n" + name_section(facts, "attribute", "Attribute", SPECIAL_ATTRIBUTES),
        "## Modules\n\n" + name_section(facts, "module", "Module", MODULES),
        "## Binary operators and comparisons by operand types\n\n"
        + pair_section(facts, "operator", (*BINARY.values(), *COMPARE.values())),
        "## Augmented assignment by operand types\n\n"
        + pair_section(facts, "augmented", [sign + "=" for sign in BINARY.values()]),
        "## Unary operators\n\n" + unary_section(facts),
        "## Exception classes\n\n" + exception_section(facts),
        "## Methods and attributes of builtin types\n\n" + method_section(facts),
        "## Builtin names\n\n" + table(("Name", "Cases"), builtin_rows),
        "## Compile-time errors by message\n\n" + table(("Error", "Cases"), syntax_rows),
    ]
    return "\n\n".join(sections) + "\n"


def main():
    warnings.simplefilter("ignore")
    target = HERE / "COVERAGE.md"
    facts = collect()
    text = render(facts)
    if "--check" in sys.argv[1:]:
        current = target.read_text(encoding="utf-8") if target.exists() else ""
        if current != text:
            sys.exit("COVERAGE.md is out of date: run coverage_table.py")
        return
    target.write_text(text, encoding="utf-8")
    missing = gaps(facts)
    print(f"{target.name}: {len(missing)} gaps", *missing[:400], sep="\n  ")


if __name__ == "__main__":
    main()
