# ---
# id: tstring/processors
# desc: Functions over templates: formatting as an f-string, escaping markup, parameters of a query, lazy logging.
# ref: 2.5
# features: [tstring, function]
# ---
from string.templatelib import Interpolation, Template, convert


def as_fstring(template):
    parts = []
    for part in template:
        match part:
            case str() as text:
                parts.append(text)
            case Interpolation(value, _, conversion, spec):
                parts.append(format(convert(value, conversion), spec))
    return "".join(parts)


def html(template):
    def escape(text):
        return str(text).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

    out = []
    for part in template:
        if isinstance(part, str):
            out.append(part)
        elif isinstance(part.value, Template):
            out.append(html(part.value))
        elif isinstance(part.value, (list, tuple)):
            out.extend(html(item) if isinstance(item, Template) else escape(item) for item in part.value)
        elif part.format_spec == "raw":
            out.append(str(part.value))
        elif callable(part.value):
            out.append(escape(part.value()))
        else:
            out.append(escape(convert(part.value, part.conversion)))
    return "".join(out)


def query(template):
    text, parameters = "", []
    for string, value in zip(template.strings, (*template.values, None)):
        text += string
        if len(parameters) < len(template.values):
            text += "?"
            parameters.append(value)
    return text, tuple(parameters)


class Log:
    def __init__(self, level):
        self.level = level

    def __call__(self, level, template):
        if level < self.level:
            return None
        return as_fstring(template), {i.expression: i.value for i in template.interpolations}


n, text, pi = 42, "<b>bold & \"quoted\"</b>", 3.14159
print(as_fstring(t"{n:05} {text!r} {pi:.2f} {n!s:>4}|"), as_fstring(t"{n}") == f"{n}", as_fstring(t""))
print(html(t"<p title=\"{text}\">{text} {text:raw} {n!r}</p>"))
items = [t"<li>{item}</li>" for item in ("a", "<b>", 3)]
print(html(t"<ul>{items}</ul>{t'<i>{text}</i>'}{(lambda: 'lazy <')}"))
print(query(t"SELECT * FROM t WHERE name = {text} AND n > {n + 1}"))
log = Log(2)
print(log(1, t"hidden {n}"), log(2, t"shown {n} {text.upper()}"))
print(convert("x", "r"), convert("é", "a"), convert(5, "s"), convert([1], None))
for bad in (
    lambda: as_fstring(t"{text:d}"),
    lambda: convert(1, "z"),
    lambda: as_fstring("not a template") + 1,
    lambda: html(t"{(lambda: 1 // 0)}"),
):
    try:
        print(bad())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
as_fstring(t"{pi:q}")
