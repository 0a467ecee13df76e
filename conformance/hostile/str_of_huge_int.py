# ---
# id: str_of_huge_int
# desc: str of an int of half a million digits is refused.
# ref: stdtypes#int-max-str-digits
# features: [limits, int, big_int, str]
# limits: {time: 1}
# expect: exception ValueError
# ---
print(len(str(10**500000)))
