# ---
# id: exec/warnings_of_text
# desc: Text that is compiled at run time warns each time, by the name of its file.
# ref: library/functions.html#compile
# features: [exec, warning]
# ---
exec("print('\\d')")
exec("print('\\d')")
exec(compile("print(1 is 1)", "made.py", "exec"))
print(eval("'\\s'"))
