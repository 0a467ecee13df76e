# ---
# id: traceback/caret_tabs_and_indent
# desc: Tabs and deep indents in the source are stripped and the carets move along.
# ref: exceptions
# features: [traceback, caret, exception, lexer, if]
# ---
def outer(flag):
	if flag:
		for n in range(2):
			while True:
				try:
					return	flag[n]  +	(1 /	n)
				finally:
					print("leaving", n)
	return None


print(outer(""))
print(outer(None))
if True:
            if True:
                        print(outer( 0 ))
                        print("before"); print(outer([10,   20])); print("after")
