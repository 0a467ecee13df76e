# ---
# id: typing/constructs_at_run_time
# desc: Unions, generic aliases, special forms and their representations, arguments and equality.
# ref: typing
# features: [typing, type]
# ---
import typing
from typing import Annotated, Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, NewType, Optional, TypeVar, Union, cast, get_args, get_origin

T = TypeVar("T")
for form in (
    list[int], dict[str, list[int]], tuple[int, ...], tuple[()], int | None, int | str | int, Optional[str], Union[int, str], Union[int],
    Callable[[int, str], bool], Callable[..., Any], Literal["a", 1, None], Annotated[int, "meta", 5], ClassVar[int], Final[str],
    type[int], list[T], dict[T, T][int], list[int] | None, T | int, typing.List[int], typing.Dict, Any,
):
    print(form, get_origin(form), get_args(form))
print(
    int | str == str | int, Union[int, str] == int | str, Optional[int] == Union[int, None], list[int] == list[int],
    Literal[1, 2] == Literal[2, 1],
)
print(
    isinstance(3, int | str), issubclass(bool, int | str), type(int | str), hash(int | str) == hash(str | int),
    (int | str).__args__,
)
print(
    list[int](["1"]), dict[str, int](a=1), list[int].append.__name__, list[int].__origin__, list[T].__parameters__,
    list[int] is list[int],
)
UserId = NewType("UserId", int)
print(
    UserId(5) + 1, UserId, UserId.__supertype__, cast(str, 5), Any, typing.TYPE_CHECKING,
    Annotated[int, "x"].__metadata__,
)


class Employee(NamedTuple):
    name: str
    id: int = 3

    def label(self):
        return f"{self.name}#{self.id}"


e = Employee("ann")
print(e, e.label(), e._asdict(), e._replace(id=9), Employee._fields, Employee._field_defaults, e == ("ann", 3), [*e])


class Movie(typing.TypedDict, total=False):
    title: typing.Required[str]
    year: int


print(
    Movie(title="x", year=1), type(Movie(title="y")), Movie.__required_keys__, Movie.__optional_keys__,
    Movie.__total__,
)
for bad in (
    lambda: isinstance([], list[int]),
    lambda: isinstance(1, typing.List[int]),
    lambda: Any(),
    lambda: int | 5,
    lambda: list[int][str],
    lambda: Union[()],
    lambda: Optional[int, str],
    lambda: Callable[int, str],
    lambda: TypeVar("T", int),
    lambda: TypeVar("T", int, str, bound=int),
    lambda: Generic[int],
    lambda: ClassVar[5][int],
    lambda: Employee(),
    lambda: Employee("a", 1, 2),
    lambda: isinstance({}, Movie),
    lambda: setattr(e, "name", "x"),
    lambda: Literal(),
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
e.nothing
