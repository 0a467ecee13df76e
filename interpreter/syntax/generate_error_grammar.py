"""Turns error_grammar.peg into error_grammar.inc, the table that error_machine.cc runs.

Usage: python3 generate_error_grammar.py < error_grammar.peg > error_grammar.inc

The machine is the classic one for parsing expression grammars (Medeiros and Ierusalimschy, 2008): a choice pushes
where to go on failure, a commit drops it. Code is an array of 16-bit words, an operation and at most one operand.
"""
import re
import sys

KINDS = {
    "NAME": "kName", "NUMBER": "kNumber", "STRING": "kString", "NEWLINE": "kNewline", "INDENT": "kIndent",
    "DEDENT": "kDedent", "ENDMARKER": "kEndMarker", "FSTRING_START": "kFStringStart",
    "FSTRING_MIDDLE": "kFStringMiddle", "FSTRING_END": "kFStringEnd", "TSTRING_START": "kTStringStart",
    "TSTRING_MIDDLE": "kTStringMiddle", "TSTRING_END": "kTStringEnd", "UNKNOWN": "kUnknown",
}
# How to read again, as a tree, what a rule matched.
TREES = {
    "expression": "kExpression", "star_expressions": "kStarExpressions", "bitwise_or": "kBitwiseOr",
    "disjunction": "kDisjunction", "star_named_expression": "kStarNamedExpression", "inversion": "kInversion",
    "invalid_ann_assign_target": "kExpression", "expression_without_invalid": "kExpression", "factor": "kFactor",
    "yield_expr": "kYield",
}
TOKEN = re.compile(r"""\s*(?:('[^']*')|("(?:[^"\\]|\\.)*")|(->)|(&&)|([A-Za-z_]+)|([()|?*+!&~.,=\-]))""")


def read_table(path):
    texts = {}
    for line in open(path):
        m = re.match(r'GARTER_(OPERATOR_TOKEN|KEYWORD|SOFT_KEYWORD)\((\w+), "(.*)"\)', line)
        if m:
            suffix = {"OPERATOR_TOKEN": "", "KEYWORD": "Keyword", "SOFT_KEYWORD": "Soft"}[m.group(1)]
            texts[m.group(1) == "SOFT_KEYWORD", m.group(3)] = f"k{m.group(2)}{suffix}"
    return texts


class Reader:
    def __init__(self, text):
        self.items = []
        at = 0
        text = text.rstrip()
        while at < len(text):
            m = TOKEN.match(text, at)
            if not m:
                raise SystemExit(f"cannot read: {text[at:at + 40]}")
            self.items.append(m.group().strip())
            at = m.end()
        self.at = 0

    def peek(self, ahead=0):
        return self.items[self.at + ahead] if self.at + ahead < len(self.items) else None

    def take(self):
        self.at += 1
        return self.items[self.at - 1]

    def choice(self):
        alternatives = [self.sequence()]
        while self.peek() == "|":
            self.take()
            alternatives.append(self.sequence())
        return ("choice", alternatives)

    def sequence(self):
        items = []
        while self.peek() not in (None, "|", ")"):
            if self.peek() == "->":
                self.take()
                name = self.take()
                args = []
                assert self.take() == "("
                while self.peek() != ")":
                    if self.peek() == ",":
                        self.take()
                    args.append(self.take())
                self.take()
                items.append(("action", name, args))
            else:
                items.append(self.item())
        return items

    def item(self):
        head = self.peek()
        if head == "~":
            self.take()
            return ("cut",)
        if head == "&&":
            self.take()
            return ("force", self.take())
        if head in "&!":
            self.take()
            return ("and" if head == "&" else "not", self.suffixed())
        if self.peek(1) == "=" and head in ("a", "b"):
            self.take()
            self.take()
            return ("capture", head, self.suffixed())
        return self.suffixed()

    def suffixed(self):
        if self.peek() == "-":
            self.take()
            return ("quiet", self.take())
        inner = self.atom()
        if self.peek() == ".":
            self.take()
            repeated = self.atom()
            assert self.take() == "+"
            return ("gather", inner, repeated)
        if self.peek() in ("?", "*", "+"):
            return ({"?": "maybe", "*": "star", "+": "plus"}[self.take()], inner)
        return inner

    def atom(self):
        head = self.take()
        if head == "(":
            inner = self.choice()
            assert self.take() == ")"
            return inner
        return ("name", head)


class Emitter:
    def __init__(self, texts, rules):
        self.texts, self.rules = texts, rules
        self.code, self.labels, self.actions = [], [], []

    def label(self):
        self.labels.append(None)
        return len(self.labels) - 1

    def place(self, label):
        self.labels[label] = len(self.code)

    def op(self, name, operand=None):
        self.code.append(name)
        self.code.append(operand if operand is not None else 0)

    def choice(self, alternatives, cut_target):
        if len(alternatives) == 1:
            return self.sequence(alternatives[0], None)
        end = self.label()
        for i, alternative in enumerate(alternatives):
            if i + 1 == len(alternatives):
                self.sequence(alternative, None)
                break
            following = self.label()
            self.op("Choice", ("label", following))
            self.sequence(alternative, following)
            self.op("Commit", ("label", end))
            self.place(following)
        self.place(end)

    def sequence(self, items, following):
        self.captures = getattr(self, "captures", {})
        for item in items:
            self.item(item, following)

    def item(self, item, following=None):
        kind = item[0]
        if kind == "choice":
            self.choice(item[1], None)
        elif kind == "name":
            self.name(item[1])
        elif kind == "cut":
            if following is not None:
                self.op("Cut")
        elif kind == "force":
            self.op("Force", "kind:" + self.texts[False, item[1][1:-1]])
        elif kind == "and":
            fail, end = self.label(), self.label()
            self.op("Choice", ("label", fail))
            self.item(item[1])
            self.op("BackCommit", ("label", end))
            self.place(fail)
            self.op("Fail")
            self.place(end)
        elif kind == "not":
            end = self.label()
            self.op("Choice", ("label", end))
            self.item(item[1])
            self.op("FailTwice")
            self.place(end)
        elif kind == "capture":
            index = "ab".index(item[1])
            inner = item[2]
            self.captures[item[1]] = TREES.get(inner[1], "kNone") if inner[0] in ("name", "quiet") else "kNone"
            self.op("Begin", index)
            self.item(inner)
            self.op("End", index)
        elif kind == "quiet":
            self.op("CallQuiet", ("rule", item[1]))
        elif kind == "maybe":
            end = self.label()
            self.op("Choice", ("label", end))
            self.item(item[1])
            self.op("Commit", ("label", end))
            self.place(end)
        elif kind in ("star", "plus"):
            if kind == "plus":
                self.item(item[1])
            self.loop(lambda: self.item(item[1]))
        elif kind == "gather":
            self.item(item[2])
            self.loop(lambda: (self.item(item[1]), self.item(item[2])))
        elif kind == "action":
            self.action(item[1], item[2])

    def loop(self, body):
        again, end = self.label(), self.label()
        self.op("Choice", ("label", end))
        self.place(again)
        body()
        self.op("PartialCommit", ("label", again))
        self.place(end)

    def name(self, text):
        if text[0] == "'":
            self.op("Token", "kind:" + self.texts[False, text[1:-1]])
        elif text[0] == '"':
            self.op("Soft", "kind:" + self.texts[True, text[1:-1]])
        elif text == "SOFT_KEYWORD":
            self.op("AnySoft")
        elif text in KINDS:
            self.op("Token", "kind:" + KINDS[text])
        else:
            self.op("Call", ("rule", text))

    def action(self, name, args):
        captures = [arg for arg in args if arg in ("a", "b")]
        message = args[-1] if args and args[-1][0] == '"' else '""'
        trees = [self.captures.get(c, "kNone") for c in captures] + ["kNone", "kNone"]
        self.op("Action", len(self.actions))
        self.actions.append((name, "ab".index(captures[0]) if captures else 0, trees[0], trees[1], message))


def main():
    texts = read_table("tokens.def")
    rules = []
    for line in sys.stdin:
        if line.strip() and not line.startswith("#"):
            head, body = line.split(":", 1)
            flags = re.match(r"[@!]*", head).group()
            rules.append((head[len(flags):].strip(), flags, Reader(body)))
    names = [name for name, _, _ in rules]
    emitter = Emitter(texts, names)
    entries = []
    for name, flags, reader in rules:
        entries.append(len(emitter.code))
        emitter.captures = {}
        tree = reader.choice()
        assert reader.peek() is None, (name, reader.peek())
        emitter.item(tree)
        emitter.op("Return")

    def word(value):
        if isinstance(value, tuple):
            if value[0] == "label":
                return str(emitter.labels[value[1]])
            return str(names.index(value[1]))
        if isinstance(value, str):
            return "Kind(TokenKind::" + value[5:] + ")"
        return str(value)

    print("// Made by generate_error_grammar.py from error_grammar.peg. Do not edit.\n")
    print("constexpr uint16_t kCode[] = {")
    for at in range(0, len(emitter.code), 2):
        print(f"    k{emitter.code[at]}, {word(emitter.code[at + 1])},")
    print("};\n")
    print("constexpr ErrorRule kRules[] = {")
    for (name, flags, _), entry in zip(rules, entries):
        print(f"    {{{entry}, {str('@' in flags).lower()}, {str('!' in flags).lower()}}},  // {name}")
    print("};\n")
    for start in ("file", "interactive", "eval", "compound_stmt"):
        print(f"constexpr uint16_t k{start.title().replace('_', '')}Rule = {names.index(start)};")
    print("\nconstexpr ErrorActionRow kActions[] = {")
    for name, first, tree_a, tree_b, message in emitter.actions:
        print(f"    {{ErrorAction::k{name}, {first}, TreeRule::{tree_a}, TreeRule::{tree_b}, {message}}},")
    print("};")


main()
