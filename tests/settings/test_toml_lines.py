"""On which line each key of a TOML file stands, however it is written."""

import pytest

from agressielog.settings.toml_lines import lines_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a = 1", {("a",): 1}),
        ("# a = 0\n\na = 1 # b\n", {("a",): 3}),
        ('a = "x = 1\\"\\\\"\nb = \'\\\'\n', {("a",): 1, ("b",): 2}),
        ('a = """\nb = 1\n""""\nc = 2\n', {("a",): 1, ("c",): 4}),
        ("a = '''\nb = 1\n'''\nc = 2\n", {("a",): 1, ("c",): 4}),
        ('a = ""\nb = "x"\n', {("a",): 1, ("b",): 2}),
        ("a.b = 1\na.c = 2", {("a",): 1, ("a", "b"): 1, ("a", "c"): 2}),
        ("'a b' = 1\n\"c\" . d = 2\n", {("a b",): 1, ("c",): 2, ("c", "d"): 2}),
        ("[t]\na = 1\n[ t . u ]\nb = 2\n", {("t",): 1, ("t", "a"): 2, ("t", "u"): 3, ("t", "u", "b"): 4}),
        (
            "[[t]]\na = 1\n[[t]]\n[t.u]\nb = 1\n",
            {("t",): 1, ("t", 1): 1, ("t", 1, "a"): 2, ("t", 2): 3, ("t", 2, "u"): 4, ("t", 2, "u", "b"): 5},
        ),
        (
            "a = [1,\n  [2, 3], # x\n  {b = 4},\n]\nc = 5",
            {
                ("a",): 1,
                ("a", 1): 1,
                ("a", 2): 2,
                ("a", 2, 1): 2,
                ("a", 2, 2): 2,
                ("a", 3): 3,
                ("a", 3, "b"): 3,
                ("c",): 5,
            },
        ),
        (
            "a = { b = 1, c = [] }\r\nd = 1979-05-27 07:32:00\r\n",
            {("a",): 1, ("a", "b"): 1, ("a", "c"): 1, ("d",): 2},
        ),
    ],
)
def test_every_key_is_found_on_its_line(text: str, lines: dict[tuple[str | int, ...], int]) -> None:
    assert lines_of(text) == lines
