# ---
# id: format/str_format_errors
# desc: The error texts of str.format for bad templates, missing fields and bad specs.
# ref: string#formatstrings
# features: [format, str, exception]
# ---
templates = ["{", "}", "{0", "{}}", "{0}{}", "{}{0}", "{1}", "{name}", "{0.missing}", "{0[x]}", "{0[5]}", "{!x}", "{!}", "{0!r", "{:d}", "{:Q}",
             "{0[}", "{0[]}", "{0.}", "{:{}}", "{:{:{}}}", "{ 0}", "{-1}", "{0!rx}", "{0:{name}}", "{a-b}", "{[0]x}", "{99999999999999999999}", "{0!s!r}"]
for template in templates:
    try:
        print(template, "->", template.format("text"))
    except (ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        print(template, type(error).__name__, error)
try:
    "{x}".format_map(5)
except TypeError as error:
    print(error)
try:
    "{}".format_map({"": "empty"})
except ValueError as error:
    print(error)
print("{:>{width}}".format("a", width="wide"))
