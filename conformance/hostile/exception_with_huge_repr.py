# ---
# id: exception_with_huge_repr
# desc: A KeyError whose key is a nested structure of exponential size.
# ref: exceptions#KeyError
# features: [limits, dict, exception, tuple]
# limits: {time: 2, memory: 64MiB, output: 1MiB}
# expect: clean
# ---
key = ("x",)
for _ in range(40):
    key = (key, key)
{}[key]
