# ---
# id: int_of_huge_text
# desc: int of ten million digits is refused.
# ref: stdtypes#int-max-str-digits
# features: [limits, int, big_int, str]
# limits: {time: 1}
# expect: exception ValueError
# ---
print(int("9" * 10**7) % 10)
