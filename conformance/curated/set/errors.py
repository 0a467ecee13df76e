# ---
# id: set/errors
# desc: Error texts of set and frozenset: unhashable items, missing items, operators with other types.
# ref: stdtypes#set-types-set-frozenset
# features: [set, frozenset, exception, hash]
# ---
attempts = {
    "{[]}": lambda: {[]},
    "{{}}": lambda: {1, {}},
    "{{1}}": lambda: {{1}},
    "add": lambda: {1}.add([2]),
    "remove": lambda: {1}.remove(2),
    "remove text": lambda: {1}.remove("it's"),
    "remove list": lambda: {1}.remove([]),
    "pop": lambda: set().pop(),
    "set(1)": lambda: set(1),
    "set(1, 2)": lambda: set(1, 2),
    "or list": lambda: {1} | [2],
    "and tuple": lambda: {1} & (1,),
    "minus list": lambda: {1} - [1],
    "union(1)": lambda: {1}.union(1),
    "in": lambda: [] in {1},
    "less": lambda: {1} < [1],
    "add frozen": lambda: frozenset({1}).add(2),
    "index": lambda: {1}[0],
    "update(1)": lambda: {1}.update(1),
    "issubset": lambda: {1}.issubset(2),
    "hash": lambda: hash({1}),
    "add()": lambda: {1}.add(),
    "plus": lambda: {1} + {2},
    "bad method": lambda: {1}.push(2),
}
for name, attempt in attempts.items():
    try:
        print(name, attempt())
    except (KeyError, TypeError, AttributeError) as error:
        print(name, type(error).__name__, error)
{1, 2}.discard([3])
