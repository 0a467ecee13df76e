# ---
# id: str_grows_for_ever
# desc: Text that grows by concatenation.
# ref: 6.7
# features: [limits, str, augmented]
# limits: {time: 2, memory: 32MiB}
# expect: limit time|memory
# ---
text = "x"
while True:
    text += text[: len(text) // 2 + 1]
