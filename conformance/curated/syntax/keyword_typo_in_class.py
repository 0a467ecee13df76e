# ---
# id: syntax/keyword_typo_in_class
# desc: A misspelt keyword inside of a class and a method; the caret is under the word.
# ref: 10
# features: [syntax_error, lexer]
# ---
# The search begins at the last compound statement that is no function.
print("never printed")


class Counter:
    limit = 3

    def run(self, start):
        total = start
        if total > self.limit:
            return None
        whlie total < self.limit:
            total += 1
        return total


print(Counter().run(0))
