# ---
# id: special_methods/del_at_the_end
# desc: __del__ called by hand is an ordinary method; the one object alive at the end is finalised after the program.
# ref: 3.3.1
# features: [special_method]
# ---
class Resource:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("closing", self.name)

    def __del__(self):
        print("finalised", self.name)


class Quiet(Resource):
    def __del__(self):
        if self.name is not None:
            super().__del__()


r = Resource("kept")
r.__del__()
Resource.__del__(r)
r.close()
print(hasattr(object, "__del__"), "__del__" in dir(Resource), callable(r.__del__))
q = Quiet(None)
q.__del__()
alias = r
del r
print(alias.name)


class NoDel:
    __del__ = None


class Inherits(Quiet):
    pass


i = Inherits(None)
i.name = "for a moment"
i.__del__()
i.name = None
print("end of the program")
