# ---
# id: class/bases_of_builtin_layout
# desc: Which builtin types can be bases, alone and together, and the texts of the refusals.
# ref: 3.3.3.2
# features: [class, mro]
# ---
def build(*bases):
    try:
        cls = type("New", bases, {})
        print([c.__name__ for c in cls.__mro__])
    except TypeError as error:
        print("TypeError", error)


class Plain:
    pass


class Slotted:
    __slots__ = ("a",)


class OtherSlotted:
    __slots__ = ("b",)


for bases in (
    (int,),
    (bool,),
    (type(None),),
    (range,),
    (slice,),
    (type(lambda: 0),),
    (int, str),
    (int, Plain),
    (Plain, int),
    (dict, Plain),
    (list, tuple),
    (Exception, int),
    (ValueError, KeyError),
    (OSError, ValueError),
    (Slotted, OtherSlotted),
    (Slotted, Plain),
    (object, Plain),
    (Plain, object),
    (3,),
    (len,),
    (type(...),),
):
    build(*bases)


class Wrong(bool):
    pass
