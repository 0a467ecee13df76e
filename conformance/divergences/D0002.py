# A misspelt keyword: CPython names the one that was meant.
print("before")
fro i in range(3):
    print(i)
