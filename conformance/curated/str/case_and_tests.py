# ---
# id: str/case_and_tests
# desc: Methods that change case and the is...() tests, inside and outside ASCII.
# ref: stdtypes#string-methods
# features: [str, method, unicode]
# ---
words = ["", "abc", "ABC", "Hello World", "a1b2", "123", "\u00bd", "\u0663", "stra\u00dfe", "\u01c5x", "x y", "\t\n", "_id9", "9id",
         "\u0130", "\ufb01n", "\u03a3\u03a3", "caf\u00e9", "\U0001d7d8", "they're 2nd-rate"]
for word in words:
    print(ascii(word), ascii(word.upper()), ascii(word.lower()), ascii(word.title()), ascii(word.capitalize()))
    print("   ", ascii(word.swapcase()), ascii(word.casefold()), len(word.upper()))
    tests = [word.isalpha(), word.isdigit(), word.isdecimal(), word.isnumeric(), word.isalnum(), word.isspace()]
    tests += [word.islower(), word.isupper(), word.istitle(), word.isidentifier(), word.isascii(), word.isprintable()]
    print("   ", "".join("T" if test else "." for test in tests))
print("for".isidentifier(), "\u00e9t\u00e9".isidentifier(), "a-b".isidentifier())
print("ODYSSEUS \u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3".lower())
