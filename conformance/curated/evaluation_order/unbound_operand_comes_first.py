# ---
# id: evaluation_order/unbound_operand_comes_first
# desc: An unbound operand fails before the operands to its right run.
# ref: 6.16
# features: [evaluation_order, scope, function, exception]
# ---
def note(value):
    print("ran", value)
    return value


def attempts(flag):
    if flag:
        x = table = 1
    yielded = []
    for action in (1, 2, 3, 4, 5, 6):
        try:
            if action == 1:
                x + note("right operand")
            elif action == 2:
                note("left operand") + x + note("never")
            elif action == 3:
                table[note("index")] = note("value first")
            elif action == 4:
                print(note("argument"), x, note("never"))
            elif action == 5:
                x[note("key")]
            else:
                f"{note('field')} {x} {note('never')}"
        except (UnboundLocalError, TypeError) as error:
            yielded.append(type(error).__name__)
            print("   ", error)
    return yielded


print(attempts(False))
print(attempts(True)[:3])
