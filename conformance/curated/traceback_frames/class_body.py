# ---
# id: traceback_frames/class_body
# desc: Class bodies are frames named after the class, nested ones too.
# ref: 8.8
# features: [traceback, class, caret]
# ---
def make(n):
    class Outer:
        first = n + 1

        class Inner:
            second = 10 // n
            third = second // (n - 1)

        last = Inner.third

    return Outer


print(make(5).last, make(5).__qualname__)
for n in (0, 1):
    try:
        make(n)
    except ZeroDivisionError as error:
        frame, names = error.__traceback__, []
        while frame:
            names.append((frame.tb_frame.f_code.co_name, frame.tb_frame.f_code.co_qualname, frame.tb_lineno))
            frame = frame.tb_next
        print(names)


class Uses:
    helper = make(2)

    def method(self):
        class Local(make(1) if self is None else object):
            value = self.missing

        return Local

    result = helper.last


print(Uses.result)
Uses().method()
