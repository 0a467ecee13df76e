# ---
# id: exit/keyboard_interrupt_caught
# desc: KeyboardInterrupt and GeneratorExit are no Exceptions, and bare except catches them.
# ref: exceptions#KeyboardInterrupt
# features: [exception, except, finally, raise]
# ---
def probe(kind):
    log = []
    try:
        try:
            raise kind("by hand")
        except Exception as error:
            log.append("Exception")
        else:
            log.append("else")
        finally:
            log.append("finally")
    except:
        log.append("bare")
    return log


for kind in (KeyboardInterrupt, GeneratorExit, SystemExit, ValueError, StopIteration, BaseException):
    print(kind.__name__, probe(kind), issubclass(kind, Exception))
try:
    raise KeyboardInterrupt
except BaseException as error:
    print(repr(error), repr(str(error)))
