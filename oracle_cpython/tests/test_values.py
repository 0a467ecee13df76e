"""Tagged values: every form of the protocol's table, there and back."""

import math

import pytest
from garter_oracle import values


def encode(value):
    return values.Encoder().encode(value)


DATA = [
    (None, ["n"]),
    (True, ["b", True]),
    (-12, ["i", "-12"]),
    (0.1, ["f", "0.1"]),
    (float("inf"), ["f", "inf"]),
    ("text é", ["s", "text é"]),
    ("\\ud800\ud800\\", ["S", "\\\\ud800\\ud800\\\\"]),
    (b"\x00\xff", ["y", "00ff"]),
    (..., ["e"]),
    (NotImplemented, ["ni"]),
    ([1, []], ["l", 1, [["i", "1"], ["l", 2, []]]]),
    ((1, "a"), ["t", [["i", "1"], ["s", "a"]]]),
    ({"k": [1]}, ["d", 1, [[["s", "k"], ["l", 2, [["i", "1"]]]]]]),
    ({1}, ["set", 1, [["i", "1"]]]),
    (frozenset({1}), ["fset", [["i", "1"]]]),
    (range(1, 10, 3), ["r", "1", "10", "3"]),
    (slice(None, 2), ["sl", ["n"], ["i", "2"], ["n"]]),
]


@pytest.mark.parametrize("value, tagged", DATA, ids=lambda part: None)
def test_data_goes_there_and_back(value, tagged):
    assert encode(value) == tagged
    if tagged[0] == "sl":
        return
    assert values.decode(tagged) == value


def test_the_rest_is_named():
    class Own:
        pass

    def function():
        pass

    assert encode(len) == ["bf", "len"]
    assert encode(int) == ["ty", "int"]
    assert encode(ValueError("a")) == ["x", 1, "ValueError", [["s", "a"]]]
    assert encode(function)[0] == "fn" and encode(Own())[0] == "o"


def test_aliases_and_cycles_are_told():
    ring = []
    ring.append(ring)
    assert encode(ring) == ["l", 1, [["ref", 1]]]
    shared = [0]
    assert encode([shared, shared]) != encode([[0], [0]])
    back = values.decode(encode([shared, shared]))
    assert back[0] is back[1]


def test_size_and_depth_are_bounded():
    deep = []
    for _ in range(1000):
        deep = [deep]
    assert '"cut"' in str(encode(deep)).replace("'", '"')
    assert str(encode([[0]] * 20000)).count("cut") > 0


def test_ints_beyond_the_digit_limit():
    assert encode(10**5000) == ["i", "1" + "0" * 5000]


def test_nan():
    assert math.isnan(values.decode(encode(math.nan)))


def test_only_data_comes_in():
    for tagged in (["fn", 1, "f"], ["x", 1, "ValueError", []], ["ref", 7], [], "n?", None):
        with pytest.raises(ValueError):
            values.decode(tagged)
