# ---
# id: super/cooperative_chain
# desc: super() follows the MRO of the instance, not the bases of the class, also for siblings.
# ref: functions#super
# features: [super, mro]
# ---
class Root:
    def __init__(self, **rest):
        self.rest = rest
        self.log = ["Root"]

    def run(self):
        return ["Root.run"]


class Left(Root):
    def __init__(self, left, **rest):
        super().__init__(**rest)
        self.left = left
        self.log.append("Left")

    def run(self):
        return ["Left.run", *super().run()]


class Right(Root):
    def __init__(self, right, **rest):
        super().__init__(**rest)
        self.right = right
        self.log.append("Right")

    def run(self):
        return ["Right.run", *super().run()]


class Both(Left, Right):
    def __init__(self, **all_of_them):
        super().__init__(**all_of_them)
        self.log.append("Both")

    def run(self):
        return ["Both.run", *super().run()]


class Skips(Both):
    def run(self):
        return ["Skips.run", *super(Left, self).run()]


b = Both(left=1, right=2, extra=3)
print(b.left, b.right, b.rest, b.log)
print(b.run(), Left(1).run(), Skips(left=0, right=0).run())
print(super(Both, b).run(), super(Left, b).run(), super(Right, b).run(), super(Both, Both).run is Left.run)
print(Left(5, extra=1).rest)
for bad in (lambda: Left(1, right=2).right, lambda: Both(left=1), lambda: Root(1), lambda: super(Root, b).run()):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Mixin:
    def run(self):
        return ["Mixin.run", *super().run()]


class Mixed(Mixin, Left):
    pass


print(Mixed(1).run())
Mixin().run()
