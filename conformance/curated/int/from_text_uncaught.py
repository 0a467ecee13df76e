# ---
# id: int/from_text_uncaught
# desc: int() on bad text in a comprehension is uncaught and shows the comprehension's own line.
# ref: functions#int
# features: [int, comprehension, traceback, caret, exception]
# ---
def parse(line):
    return [int(part) for part in line.split(",")]


lines = ["1,2,3", "10, 20 ,30", "-5,+6,007"]
for line in lines:
    print(line, "->", parse(line), sum(parse(line)))
table = {line: parse(line) for line in lines}
print(len(table), max(map(max, table.values())))
try:
    parse("1,,2")
except ValueError as error:
    print("caught", error)
print(parse("4,five,6"))
