# ---
# id: dict/key_error_uncaught
# desc: A missing key is uncaught, shown by its repr, in a nested subscript.
# ref: 6.3.2
# features: [dict, subscript, traceback, caret, exception]
# ---
config = {"server": {"host": "local", "ports": [80, 443]}, 5: {(1, 2): "pair"}}


def lookup(*path):
    here = config
    for step in path:
        here = here[step]
    return here


print(lookup("server", "ports", -1))
print(lookup(5, (1, 2)))
try:
    lookup("server", "it's")
except KeyError as error:
    print(error, str(error), error.args)
print(config["server"]["host"] + config["server"]["path"]["name"])
