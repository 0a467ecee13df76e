# ---
# id: fstring/evaluation_order
# desc: The fields of an f-string and their specs are evaluated and formatted from left to right.
# ref: 2.7.1
# features: [fstring, evaluation_order, function, exception]
# ---
log = []


def note(value):
    log.append(value)
    return value


text = f"{note(1)}{note('a'):{note(5)}}{note(2):{note(3)}{note('d')}}"
print(repr(text), log)
log.clear()
try:
    f"{note(1)} {note(2):{note('bad spec')}} {note(3)}"
except ValueError as error:
    print(error, log)
log.clear()
try:
    f"{note('first')} {missing} {note('never')}"
except NameError as error:
    print(error, log)
print(f"{[note(x) for x in 'ab']} {log}")
total = 0
for step in range(3):
    total += step
    print(f"{step=} {total=:>{step + 2}}", end=";" if step < 2 else "\n")
print(f"{note(10) / (len(log) - 5):{note(4)}}", log)
