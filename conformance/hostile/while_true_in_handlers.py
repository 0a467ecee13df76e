# ---
# id: while_true_in_handlers
# desc: No handler and no finally clause may swallow a limit or outlive it.
# ref: 8.4
# features: [limits, while, try, except, finally]
# limits: {time: 0.5}
# expect: limit time
# ---
def spin():
    while True:
        pass


while True:
    try:
        try:
            spin()
        except BaseException:
            spin()
        finally:
            spin()
    except BaseException:
        pass
    finally:
        spin()
