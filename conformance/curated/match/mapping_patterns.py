# ---
# id: match/mapping_patterns
# desc: Keys must be there, others may be; **rest takes what is left; values nest.
# ref: 8.6.4.9
# features: [match, dict]
# ---
def route(request):
    match request:
        case {"method": "GET", "path": "/"}:
            return "home"
        case {"method": "GET", "path": path, "query": {"q": str(text), **extra}}:
            return f"search {path} {text} {extra}"
        case {"method": "POST", "body": [first, *_]}:
            return f"post {first}"
        case {"method": method, **rest} if rest:
            return f"{method} with {rest}"
        case {"method": method}:
            return f"{method} alone"
        case {1: one, -2.5: half, None: nothing, 'y' 'es': yes}:
            return f"odd keys {one} {half} {nothing} {yes}"
        case {}:
            return f"some mapping of {len(request)}"
        case _:
            return "no mapping"


print(route({"method": "GET", "path": "/", "extra": 1}))
print(route({"method": "GET", "path": "/s", "query": {"q": "x", "page": 2}}))
print(route({"method": "GET", "path": "/s", "query": {"q": 5}}))
print(route({"method": "POST", "body": [1, 2]}), route({"method": "POST", "body": []}))
print(route({"method": "PUT"}), route({}), route({"x": 1}), route([]), route(None))
print(route({1: "a", -2.5: "b", None: "c", "yes": "d"}))


class Keys:
    TOP = "top"


def value_keys(data):
    match data:
        case {Keys.TOP: {Keys.TOP: inner}}:
            return f"nested {inner}"
        case {Keys.TOP: x, "a" "b": y}:
            return f"{x} {y}"
        case {**everything}:
            return everything


print(value_keys({"top": {"top": 5}}), value_keys({"top": 1, "ab": 2}), value_keys({"z": 1}))
data = {"a": 1, "b": 2}
match data:
    case {"a": 1, **rest}:
        rest["c"] = 3
        print(rest, data)


class Missing(dict):
    def __missing__(self, key):
        return "made up"


match Missing():
    case {"absent": x}:
        print("never", x)
    case _:
        print("__missing__ is not asked")
match {"k": None}:
    case {"k": value}:
        print("None is there:", value)


class Same:
    KEY = "top"


def duplicate(data):
    match data:
        case {Keys.TOP: 1, Same.KEY: 1}:
            return "never"


print(duplicate({}))
duplicate({"top": 1, "x": 2})
