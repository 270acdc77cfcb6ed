"""What stands where a number, a word, a date or a structure is expected."""

import random
from urllib.parse import quote

PAST_EVERY_KEY = [str(2**63), str(2**64), "9" * 30, "9" * 400]
NUMBERS = [
    *PAST_EVERY_KEY,
    *("0", "-1", "1", "2", "-0", "007", "1.5", "1e3", "0x1", "1_0", " 1", "1 ", "+1", "NaN", "Infinity", "-Infinity"),
    *(str(2**31 - 1), str(2**31), str(2**63 - 1), str(2**63), str(-(2**63) - 1), str(2**64), "9" * 30, "9" * 400),
    *("9" * 5000, "１２", "١٢", "²", "½", "1,000", "1.000", "1;2", "1,2", "1|2", "1/2", ""),
]
DATES = [
    *("0000-00-00", "0001-01-01", "9999-12-31", "2026-02-30", "2026-13-45", "99999-01-01", "2026-W60", "1-1-1"),
    *("31/12/9999 23:59", "01/01/0001", "01/01/0001 00:00", "31/12/9999", "32/01/2026", "05/03/2026", "29/02/2027"),
    *("24:00", "25:61", "23:59:60", "2026-01-01T00:00:00+99:99", "2026-01-01 00:00", "9999-12-31T23:59:59Z"),
]
STRUCTURES = [
    *(
        "null",
        "true",
        "[]",
        "{}",
        '""',
        "0",
        "[null]",
        "[1,2]",
        '{"a":1}',
        '{"a":',
        "[" * 500 + "]" * 500,
        "[" * 100_000,
    ),
    *(
        '{"blocks":null}',
        '{"blocks":[]}',
        '{"blocks":[1]}',
        '{"blocks":[{"text":1}],"entityMap":[]}',
        '{"entityMap":{}}',
    ),
    *(
        '{"blocks":[{"key":"a","text":"x","type":"?","depth":-1,"inlineStyleRanges":[{}],"entityRanges":[{}]}],"entityMap":{}}',
    ),
    *(
        (
            '{"blocks":[{"key":"a","text":"x","type":"unstyled","depth":0,"inlineStyleRanges":[],'
            '"entityRanges":[{"offset":0,"length":9,"key":7}]}],"entityMap":{"0":{"type":"LINK","data":{}}}}'
        ),
    ),
    *(
        '{"id":' + "9" * 400 + "}",
        "1e999",
        "NaN",
        '"\\ud800"',
        '"\\u0000"',
        "'",
        "<a>",
        "%7B%7D",
        "[[[]]]",
        '[{"id":"x"}]',
    ),
]
TEXTS = [
    *(
        "",
        " ",
        "\0",
        "a\0b",
        "\ud800",
        "x\udfff",
        "\u202e\u200f",
        "\u202edcba",
        "\ufeff",
        "\uffff",
        "\U0010ffff",
        "\x7f",
        "\x1b[0m",
    ),
    *(
        "\r\nSet-Cookie: a=b",
        "\n",
        "\t",
        "../../../etc/passwd",
        "..\\..\\x",
        "/",
        "//",
        "\\",
        "%",
        "%s%n",
        "%(x)s",
        "{0}",
        "{{ 7*7 }}",
    ),
    *(
        "<script>alert(1)</script>",
        "'",
        '"',
        "'; DROP TABLE x; --",
        "\\'",
        "*",
        '"a" OR',
        "(((",
        "a:b",
        "^$.*[",
        "a" * 3000,
        "đ" * 70_000,
    ),
    *(
        "e" + "\u0301" * 5000,
        "İ",
        "ß",
        "ﬁ",
        "ＡＢＣ",
        "👨‍👩‍👧‍👦",
        "Đại đoàn kết",
        "dai-doan-ket",
        "đại-đoàn-kết",
        "None",
        "undefined",
        "true",
    ),
    *(
        "http://[::1",
        "http://a:b@c:99999/",
        "javascript:alert(1)",
        "//evil.example",
        "mailto:",
        "a@b",
        "@",
        "=cmd()",
        "-",
        "_",
        ",",
        ".",
    ),
    *(
        "00000000-0000-0000-0000-000000000000",
        "not-a-uuid",
        "g" * 32,
        "vi",
        "en",
        "xx",
        "x-" * 200,
        "root",
        "latest",
        "admin",
        "id",
        "-id",
    ),
]
# Inside an address, as it travels: broken escapes, halves of letters, letters written longer than they are, what no UTF-8 is.
RAW = [
    b"%",
    b"%Z",
    b"%ZZ",
    b"%u0041",
    b"%c0%af",
    b"%e0%80%af",
    b"%ed%a0%80",
    b"%ff%fe",
    b"%00",
    b"%0d%0a",
    b"%2e%2e%2f",
    b"\xff",
    b"\xe1\xbb",
]


def any_value(dice: random.Random) -> str:
    return dice.choice(dice.choice([NUMBERS, NUMBERS, DATES, STRUCTURES, TEXTS, TEXTS]))


def nudged(dice: random.Random, value: str) -> str:
    """`value` with something put in, cut out or doubled."""
    place = dice.randrange(len(value) + 1)
    return dice.choice(
        [
            value[:place] + dice.choice(["\0", "\u202e", "%", "/", "'", "9", "-", " ", "ặ", "\ud800"]) + value[place:],
            value[:place],
            value[place:],
            value + value,
            value.upper(),
            value + "0" * 20,
            value[::-1],
        ]
    )


def escaped(value: str, safe: str = "") -> bytes:
    """`value` as it stands in an address, halves of letters too."""
    return quote(value.encode("utf-8", "surrogatepass"), safe=safe).encode()
