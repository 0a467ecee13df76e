# ---
# id: print/lone_surrogate_uncaught
# desc: Printing a lone surrogate raises UnicodeEncodeError, and what was printed before stays.
# ref: functions#print
# features: [print, unicode, exception, traceback, caret, str]
# ---
def show(text):
    try:
        print("showing", ascii(text), text)
    except UnicodeEncodeError as error:
        print("|", error.encoding, error.start, error.end, error.reason)


show("plain")
show("\u00e9")
show("\ud800")
show("ab\udc80\udcffz")
print(repr("\ud800"), ascii("\udfff"), len("\ud83d\ude00"), ["\ud800"], {"\udfff": 1})
print("first", "second", "\ud800", "third")
