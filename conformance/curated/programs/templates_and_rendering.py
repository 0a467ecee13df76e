# ---
# id: programs/templates_and_rendering
# desc: A small template engine with variables, filters, loops, conditions and includes.
# ref: tutorial
# features: [class, recursion, str]
# ---
class TemplateError(Exception):
    pass


class Template:
    filters = {"upper": str.upper, "title": str.title, "len": len, "join": ", ".join, "first": lambda value: value[0]}
    library = {}

    def __init__(self, source, name=None):
        self.parts = list(self.split(source))
        self.nodes, rest = self.parse(iter(self.parts), None)
        if name:
            Template.library[name] = self

    @staticmethod
    def split(source):
        while source:
            text, opened, rest = source.partition("{")
            if text:
                yield "text", text
            if not opened:
                return
            code, closed, source = rest.partition("}")
            if not closed:
                raise TemplateError(f"unclosed {'{' + code!r}")
            yield "code", code.strip()

    def parse(self, parts, end):
        nodes = []
        for kind, content in parts:
            if kind == "text":
                nodes.append(("text", content))
                continue
            match content.split():
                case ["end"] if end:
                    return nodes, None
                case ["else"] if end == "if":
                    return nodes, self.parse(parts, "else")[0]
                case ["for", name, "in", *expression]:
                    nodes.append(("for", name, " ".join(expression), self.parse(parts, "for")[0]))
                case ["if", *expression]:
                    body, otherwise = self.parse(parts, "if")
                    nodes.append(("if", " ".join(expression), body, otherwise or []))
                case ["include", name]:
                    nodes.append(("include", name))
                case [] | ["end" | "else", *_]:
                    raise TemplateError(f"unexpected {content!r}")
                case _:
                    nodes.append(("value", content))
        if end:
            raise TemplateError(f"missing end of {end}")
        return nodes, None

    def value(self, expression, context):
        path, *filters = (piece.strip() for piece in expression.split("|"))
        value = context
        for name in path.split("."):
            try:
                value = value[int(name)] if name.isdigit() else value[name] if isinstance(value, dict) else getattr(value, name)
            except (KeyError, AttributeError, IndexError) as error:
                raise TemplateError(f"no {name!r} in {path!r}") from error
        for name in filters:
            value = self.filters[name](value)
        return value

    def render(self, **context):
        return "".join(self.pieces(self.nodes, context))

    def pieces(self, nodes, context):
        for node in nodes:
            match node:
                case "text", text:
                    yield text
                case "value", expression:
                    yield str(self.value(expression, context))
                case "for", name, expression, body:
                    for index, item in enumerate(self.value(expression, context)):
                        yield from self.pieces(body, {**context, name: item, "index": index})
                case "if", expression, body, otherwise:
                    yield from self.pieces(body if self.value(expression, context) else otherwise, context)
                case "include", name:
                    yield self.library[name].render(**context)


class User:
    def __init__(self, name, tags):
        self.name, self.tags = name, tags

    @property
    def greeting(self):
        return f"hi {self.name}"


Template("[{user.name|title}]", name="badge")
page = Template("Hello {user.name|upper}!{if user.tags} Tags:{for tag in user.tags} {index}={tag}{end}.{else} No tags.{end} {include badge}")
print(page.render(user=User("ann", ["a", "b"])))
print(page.render(user=User("bob", [])))
print(
    Template("{items.0} {items|len} {items|join} {user.greeting} {data.k.x}").render(items=["p", "q"], user=User("c", 0), data={"k": {"x": 5}}),
)
table = Template("{for row in rows}{for cell in row}{cell},{end};{end}")
print(table.render(rows=[[1, 2], [3]]))
for source, context in (
    ("{unclosed", {}), ("{end}", {}), ("{if x}", {"x": 1}), ("{missing}", {}), ("{a.b.c}", {"a": {"b": 1}}), ("{x|nofilter}", {"x": 1}),
    ("{x|upper}", {"x": 5}), ("{for x in y}{end}", {"y": 3}), ("{include nothing}", {}), ("{}", {}), ("{items.7}", {"items": []}),
):
    try:
        print(Template(source).render(**context))
    except (TemplateError, KeyError, TypeError) as error:
        print(source, "|", type(error).__name__, error, "|", type(error.__cause__).__name__)
page.render(user=None)
