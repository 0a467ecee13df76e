# ---
# id: statements/expression_and_pass
# desc: Bare expressions run for their effects, pass does nothing, semicolons separate, and layout is free inside brackets.
# ref: 7.1
# features: [pass, lexer, function, if]
# ---
"a docstring of the module"
print(__doc__); print("two"); pass;
1; "text"; [print("in a list")]; (); None; ...
pass; pass
if True: pass
for _ in "ab": pass
def empty(): pass
def ellipsis(): ...
def one_line(a, b=2): c = a + b; return c
print(empty(), ellipsis(), one_line(1))
value = (1 +
  2 +  # a comment in the middle

      3)
print(value
      )
if (value == 6 and
    not value == 7
):
    print("spread")
    # a comment at an odd indent
  # and another
    print("same block")
backslash = 1 + \
    2
print(backslash, [
    1, 2,
  3,
], {
    "k":
        "v",
})
if True:
        print("eight spaces")
	
if True:
	print("a tab")
def unicode_names(größe, ñ=1): return größe + ñ
print(unicode_names(größe=2)); ﬁ = "ligature"; print(fi)
__name__ == "__main__" and print("main")
