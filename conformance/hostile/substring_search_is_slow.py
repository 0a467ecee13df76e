# ---
# id: substring_search_is_slow
# desc: Searches made to be quadratic.
# ref: stdtypes#str.find
# features: [limits, str, method]
# limits: {time: 1, memory: 64MiB}
# expect: limit time|memory or ok
# ---
text = "a" * 5_000_000
part = "a" * 1_000_000 + "b" + "a" * 1_000_000
for _ in range(1000):
    text.find(part), text.count(part), text.rfind(part), text.split(part)
