# ---
# id: traceback/caret_comparison
# desc: A failing comparison in a condition is marked.
# ref: 6.10
# features: [traceback, caret, exception, comparison, if]
# ---
def grade(points):
    if points >= 90 and points <= 100:
        return "A"
    elif 50 <= points < 90:
        return "B"
    return "C"


scores = {"ann": 95, "bob": 60, "cy": 10}
for name in scores:
    print(name, grade(scores[name]))
print(sorted(scores.items(), key=lambda item: item[1]))
print(max(scores, key=scores.get), [n for n in scores.values() if n > 50 != n])
scores["dan"] = "70"
print([name for name, points in scores.items() if grade(points) == "B"])
