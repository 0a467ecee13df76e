# ---
# id: traceback/caret_subscript_chain
# desc: In a chain of subscripts the failing one is marked.
# ref: 6.3.2
# features: [traceback, caret, exception, subscript, dict, list]
# ---
document = {
    "title": "report",
    "pages": [
        {"number": 1, "lines": ["first", "second"]},
        {"number": 2, "lines": []},
    ],
}


def line(page, index):
    return document["pages"][page]["lines"][index].upper()[0] + document["title"]


print(line(0, 0))
print(line(0, -1))
print([len(page["lines"]) for page in document["pages"]])
print(line(1, 0))
