# ---
# id: programs/virtual_machine
# desc: An assembler and a stack machine with jumps, calls, a heap and run-time errors with positions.
# ref: tutorial
# features: [class, dict, match]
# ---
class VMError(Exception):
    def __init__(self, message, vm):
        super().__init__(f"{message} at {vm.position} ({vm.code[vm.position][0]})")


class Assembler:
    def __init__(self, text):
        self.lines = [line.split(";")[0].split() for line in text.strip().splitlines()]

    def assemble(self):
        labels, code = {}, []
        for words in self.lines:
            if words and words[0].endswith(":"):
                labels[words.pop(0)[:-1]] = len(code)
            if words:
                code.append(words)
        return [(op.upper(), *(self.operand(a, labels) for a in arguments)) for op, *arguments in code]

    def operand(self, text, labels):
        if text in labels:
            return labels[text]
        return int(text) if text.lstrip("-").isdigit() else text


class VM:
    def __init__(self, code, limit=10_000):
        self.code, self.limit = code, limit
        self.stack, self.calls, self.memory, self.output = [], [], {}, []
        self.position = self.steps = 0

    def pop(self):
        if not self.stack:
            raise VMError("stack is empty", self)
        return self.stack.pop()

    def run(self):
        while self.position < len(self.code):
            self.steps += 1
            if self.steps > self.limit:
                raise VMError("step limit", self)
            if self.step(*self.code[self.position]):
                break
            self.position += 1
        return self.output

    def step(self, operation, *arguments):
        match operation, *arguments:
            case "PUSH", value:
                self.stack.append(value)
            case ("ADD" | "SUB" | "MUL" | "DIV" | "LT" | "EQ"),:
                b, a = self.pop(), self.pop()
                try:
                    self.stack.append(self.operators[operation](a, b))
                except ZeroDivisionError as error:
                    raise VMError("division by zero", self) from error
            case "DUP",:
                self.stack.append(self.stack[-1])
            case "SWAP",:
                self.stack[-2:] = self.stack[:-3:-1]
            case "STORE", name:
                self.memory[name] = self.pop()
            case "LOAD", name:
                try:
                    self.stack.append(self.memory[name])
                except KeyError:
                    raise VMError(f"nothing in {name}", self) from None
            case "JUMP", int(target):
                self.position = target - 1
            case "JZ", int(target):
                if not self.pop():
                    self.position = target - 1
            case "CALL", int(target):
                self.calls.append(self.position)
                self.position = target - 1
            case "RET",:
                if not self.calls:
                    return True
                self.position = self.calls.pop()
            case "PRINT",:
                self.output.append(self.pop())
            case "HALT",:
                return True
            case _:
                raise VMError(f"bad instruction {' '.join(map(str, (operation, *arguments)))}", self)

    operators = {
        "ADD": lambda a, b: a + b, "SUB": lambda a, b: a - b, "MUL": lambda a, b: a * b, "DIV": lambda a, b: a // b,
        "LT": lambda a, b: int(a < b), "EQ": lambda a, b: int(a == b),
    }


factorial = """
        push 10
        call fact
        print
        halt
fact:   dup
        push 2
        lt
        jz deeper       ; n >= 2
        ret
deeper: dup
        push 1
        sub
        call fact
        mul
        ret
"""
loop = """
        push 0
        store i
again:  load i
        dup
        mul
        print
        load i
        push 1
        add
        dup
        store i
        push 6
        lt
        jz end
        jump again
end:    halt
"""
for text in (factorial, loop):
    vm = VM(Assembler(text).assemble())
    print(vm.run(), vm.steps, vm.stack)
print(VM(Assembler("push 1\npush 2\nswap\nsub\nprint").assemble()).run())
for text in ("add", "push 1\npush 0\ndiv", "load x", "here: jump here", "jump nowhere", "push", "fly high", "dup"):
    try:
        print(VM(Assembler(text).assemble()).run())
    except (VMError, IndexError) as error:
        print(type(error).__name__, error, "|", repr(error.__cause__))
VM(Assembler(factorial.replace("push 1\n", "push 0\n")).assemble()).run()
