"""Makes requests: the right one, then something in it that is wrong."""

import random
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote_plus

from tests.fuzz.addresses import Address, Stock
from tests.fuzz.asking import Request
from tests.fuzz.forms import Form
from tests.fuzz.values import NUMBERS, PAST_EVERY_KEY, RAW, STRUCTURES, any_value, escaped, nudged

Fields = list[tuple[str, str]]
BOUNDARY = "grenze"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"
URLENCODED = "application/x-www-form-urlencoded"
METHODS = ["GET"] * 12 + ["HEAD", "POST", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "BREW"]
API_FIELDS = [
    "*",
    "_",
    "-",
    "*,-title",
    "title(",
    "title)",
    "a(b(c(d)))",
    "parent(*)",
    "*,*",
    "-*",
    ",",
    "parent(parent(*))",
    "id,,id",
]
CONTENT_TYPES = [
    *(
        URLENCODED,
        MULTIPART,
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=" + "x" * 300,
    ),
    *(
        'multipart/form-data; boundary="\xe1"',
        "multipart/mixed; boundary=x",
        f"{URLENCODED}; charset=bogus",
        f"{MULTIPART}; charset=utf-7",
    ),
    *(f"{URLENCODED}; charset=utf-16", "application/json", "text/plain", "\xff/\xff", ";", "a" * 5000, ""),
]
HEADERS: dict[str, list[str]] = {
    "Host": [
        "localhost",
        "localhost:99999",
        "[::1",
        "a..b",
        "localhost:x",
        "",
        "evil.example",
        "localhost@x",
        "xn--",
        "a" * 300,
        "%",
    ],
    "Origin": [
        "null",
        "http://[::1",
        "http://",
        "//",
        "http://evil.example",
        "http://localhost:99999",
        "x" * 5000,
        "\xff",
    ],
    "Referer": ["http://[::1", "http://", "//[", "/x", "http://localhost/\xff", "x" * 9000, "http://a:b"],
    "Accept-Language": [
        "*",
        "en;q=x",
        "vi;q=" + "9" * 400,
        "xx-" * 300,
        "en,vi;q=0.5",
        "\xff",
        ",,,",
        "vi-VN-u-ca-x",
        "a" * 9000,
        ";q=1",
    ],
    "Accept": [
        "*/*;q=x",
        "application/json",
        "text/html;;;",
        "\xff",
        ",",
        "application/json; indent=x",
        "application/json; indent=99999999",
    ],
    "Accept-Encoding": ["gzip", "gzip;q=x", "br", "\xff", "identity;q=0", "gzip, br, zstd"],
    "Cookie": [
        *(
            "sessionid=x",
            "sessionid=" + "a" * 32,
            "messages=x:y:z",
            "messages=[]",
            "csrftoken=x",
            "csrftoken=" + "\xff" * 9,
            ";;;=;",
            "=",
        ),
        *(
            "khao-sat=x",
            "huu-ich=W10:x:y",
            "django_language=xx",
            "a" * 9000,
            "sessionid=../../x",
            'messages="[[\\"__json_message\\"]]"',
        ),
        *("sessionid=\x00", "wagtail_sidebar_collapsed=x", "csrftoken=", "sessionid=\xc3"),
    ],
    "X-Forwarded-For": [
        "x",
        "1.2.3.4, x",
        "::1",
        "[::1]:80",
        "999.999.999.999",
        ",",
        "\xff",
        "1" * 5000,
        "fe80::1%eth0",
    ],
    "X-Forwarded-Proto": ["https", "x", ""],
    "X-Forwarded-Host": ["[::1", "evil.example", ""],
    "X-Requested-With": ["XMLHttpRequest", "x"],
    "X-CSRFToken": ["x", "\xff", "a" * 64],
    "X-HTTP-Method-Override": ["DELETE"],
    "Range": [
        "bytes=0-0",
        "bytes=-1",
        "bytes=9-1",
        "bytes=x",
        "bytes=0-" + "9" * 400,
        "bytes=" + "0-1," * 500,
        "lines=1-2",
        "bytes=" + "9" * 30 + "-",
    ],
    "If-Modified-Since": [
        "x",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Mon, 31 Feb 2026 99:99:99 GMT",
        "Thu, 01 Jan 99999 00:00:00 GMT",
        "\xff",
    ],
    "If-Unmodified-Since": ["Sun, 06 Nov 0000 08:49:37 GMT"],
    "If-None-Match": ["*", '"x"', "x", '"' * 50, "W/", "\xff", '"a", ' * 500],
    "If-Match": ['"x"', "\xff"],
    "Sec-Fetch-Site": ["cross-site", "same-origin", "none", "x"],
    "Authorization": ["Basic x", "Basic " + "=" * 9, "Bearer \xff", "Token"],
    "Content-Length": ["x", "-1", "9" * 30, "0"],
    "Content-Encoding": ["gzip", "x"],
    "Transfer-Encoding": ["x"],
    "Expect": ["100-continue", "x"],
    "User-Agent": ["", "\xff" * 900, "curl/8"],
    "Save-Data": ["on"],
    "Service-Worker": ["script"],
}
FILES = [
    ("photo.jpg", "image/jpeg", b"\xff\xd8\xff\xe0" + b"\0" * 60),
    ("photo.png", "image/png", b"\x89PNG\r\n\x1a\n" + b"\0" * 60),
    ("photo.heic", "image/heic", b"\0\0\0\x18ftypheic" + b"\0" * 60),
    ("photo.gif", "image/gif", b"GIF89a" + b"\xff" * 60),
    ("file.pdf", "application/pdf", b"%PDF-1.7\n" + b"\xff" * 60),
    ("file.docx", "application/zip", b"PK\x03\x04" + b"\0" * 60),
    ("file.xlsx", "x/y; charset=bogus", b"PK\x05\x06" + b"\0" * 18),
    ("../../x.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>"),
    ("", "", b""),
    ("x" * 400 + ".jpg", "image/jpeg", b"x"),
    ("a\0b.png", "text/html", b"\0"),
    ("..", "image/jpeg", b"GIF87a"),
    ("ảnh\u202e.jpg", "image/webp", b"RIFF\x1a\0\0\0WEBPVP8 "),
]


class Maker:
    """Makes the requests of one roll of the dice; what it takes from a `Stock` is right, what it changes is wrong."""

    def __init__(self, stock: Stock, dice: random.Random, who: str) -> None:
        self.stock, self.dice, self.who = stock, dice, who

    def visit(self, seen: list[str]) -> Request:
        """An address of the site, or one that a page spoke of (`seen`), with something wrong in one or two places of it."""
        dice = self.dice
        if seen and dice.random() < 0.3:
            parts = [dice.choice(seen)]
            path, _, query = parts[0].partition("?")
            request = Request(
                dice.choice(METHODS), escaped(path, safe="/%"), query.encode(errors="replace"), who=self.who
            )
            changes = [self._query, self._query, self._path_cut, self._headers]
        else:
            address = dice.choice(self._addresses())
            is_wrong = len(address.parts) > 1 and dice.random() < 0.6
            request = Request(
                dice.choice(METHODS), self._path(self.stock.path(dice, address), is_wrong=is_wrong), who=self.who
            )
            changes = [self._query, self._query, self._path_cut, self._headers, self._body]
            if is_wrong and dice.random() < 0.6:
                return replace(request, method="GET")
        for change in dice.sample(changes, dice.choice([1, 1, 2])):
            request = change(request)
        return request

    def _addresses(self) -> list[Address]:
        if self.who and self.dice.random() < 0.75:
            return self.stock.admin
        return self.stock.api if self.dice.random() < 0.15 else self.stock.public

    def _path(self, parts: list[str], *, is_wrong: bool) -> bytes:
        dice = self.dice
        place = dice.randrange(1, len(parts), 2) if is_wrong else 0
        path = b"/"
        if not parts[0].startswith(("quan-tri/", "api/", "en/")) and dice.random() < 0.2:
            path = b"/en/"
        for number, part in enumerate(parts):
            if number == place and is_wrong:
                path += self._wrong(part)
            else:
                path += escaped(part, safe="/")
        return path

    def _wrong(self, part: str) -> bytes:
        dice = self.dice
        made: list[Callable[[], bytes]] = [
            lambda: escaped(dice.choice(NUMBERS)),
            lambda: escaped(dice.choice(PAST_EVERY_KEY)),
            lambda: escaped(any_value(dice)[:6000], safe=dice.choice(["", "/"])),
            lambda: escaped(nudged(dice, part)),
            lambda: dice.choice(RAW),
            lambda: escaped(dice.choice(self.stock.words)),
        ]
        return dice.choice(made)()

    def _path_cut(self, request: Request) -> Request:
        dice, path = self.dice, request.path
        if dice.random() < 0.6:
            return request
        place = dice.randrange(len(path) + 1)
        put_in = dice.choice([*RAW, b"//", b"/./", b"/../", b";", b"a" * 9000, b"/" * 300, b"", b"", b"/en", b"*"])
        return replace(request, path=b"/" + (path[:place] + put_in + path[place + dice.randrange(3) :]).lstrip(b"/"))

    def _query(self, request: Request) -> Request:
        dice = self.dice
        parts = [request.query] if request.query else []
        for _ in range(dice.randrange(1, 4)):
            name = dice.choice(self._names(request.path))
            value = self._parameter(name)
            parts += [b"=".join([escaped(name), escaped(value[:6000])])] * dice.choice([1, 1, 1, 2])
        if dice.random() < 0.15:
            parts.append(
                dice.choice([*RAW, b"=", b"&&", b"a[]=1", b"?", b"a;b", b"q=%ff", b"page=%00", b"q", b"a=1&" * 1200])
            )
        return replace(request, query=b"&".join(parts))

    def _names(self, path: bytes) -> list[str]:
        names = self.stock.names
        if b"api/" in path:
            names = ["site", "fields", "order", "child_of", "ancestor_of", "descendant_of", "translation_of", "locale"]
            names += [
                "type",
                "limit",
                "offset",
                "id",
                "html_path",
                "search",
                "search_operator",
                "format",
                "slug",
                "tags",
            ]
            names += [
                "title",
                "first_published_at",
                "show_in_menus",
                "alias_of",
                "page",
                "for_explorer",
                "has_children",
            ]
            names += ["seo_title", "parent", "width", "height", "collection", "q", "x", "category", "topic", "villages"]
        elif path.startswith(b"/quan-tri/") and self.dice.random() < 0.5:
            names = [
                "id",
                "next",
                "p",
                "q",
                "ordering",
                "page_type",
                "collection_id",
                "locale",
                "parent_page_id",
                "export",
            ]
            names += ["target_pages[]", "match_subclass", "user", "owner", "status", "position", "filter", "as_alias"]
        elif b"tim-kiem" in path and self.dice.random() < 0.7:
            names = ["q", "page", "loai", "nam", "xep", "chu-de", "don-vi", "thon"]
        return [*names, "x\0", ""] if self.dice.random() < 0.05 else names

    def _parameter(self, name: str) -> str:
        dice = self.dice
        if name in {"fields", "order"} and dice.random() < 0.7:
            return dice.choice(
                [*API_FIELDS, "title", "-id", "random", "random,id", "first_published_at", "body", "alias_of", "locale"]
            )
        if name == "type" and dice.random() < 0.7:
            return dice.choice(
                ["news.NewsPage", "wagtailcore.Page", "x.Y", "news", "news.NewsPage,home.HomePage", "auth.User", "."]
            )
        if dice.random() < 0.15:
            return dice.choice(self.stock.words)
        return any_value(dice)

    def _headers(self, request: Request) -> Request:
        dice = self.dice
        names = dice.sample(sorted(HEADERS), dice.randrange(1, 4))
        return replace(request, headers={**request.headers, **{name: dice.choice(HEADERS[name]) for name in names}})

    def _body(self, request: Request) -> Request:
        dice = self.dice
        fields = [(dice.choice(self.stock.names), any_value(dice)) for _ in range(dice.randrange(6))]
        return self._with_body(
            replace(request, method=dice.choice(["POST", "POST", "POST", "PUT", "PATCH"])), fields, []
        )

    def sent(self, form: Form) -> Request:
        """A form of a page as it would be sent, with something wrong in it."""
        dice = self.dice
        fields = self._pressed(form)
        for _ in range(dice.choice([0, 1, 1, 1, 2, 2, 3, 5])):
            fields = self._spoiled(fields, form)
        if form.method == "GET":
            query = b"&".join(escaped(name) + b"=" + escaped(value) for name, value in fields)[:60_000]
            return Request("GET", escaped(form.action, safe="/%"), query, who=self.who)
        request = Request("POST", escaped(form.action, safe="/%"), who=self.who)
        if dice.random() < 0.1:
            request = self._headers(request)
        return self._with_body(request, fields, form.files)

    def _pressed(self, form: Form) -> Fields:
        """The fields with one of the buttons that look alike; empty ones filled sometimes, so that more of the form is read."""
        return [
            (
                name,
                value
                or (self.dice.choice(form.choices.get(name) or ["Đông Thượng"]) if self.dice.random() < 0.3 else ""),
            )
            for name, value in form.fields
        ]

    def _spoiled(self, fields: Fields, form: Form) -> Fields:
        dice = self.dice
        names = [name for name, _value in fields] or ["x"]
        counts = [
            name
            for name in names
            if name.endswith(("_FORMS", "-count", "-order", "-type", "-deleted", "-id", "-ORDER", "-DELETE"))
        ]
        name = dice.choice(counts if counts and dice.random() < 0.4 else names)
        others = [field for field in fields if field[0] != name]
        value = next((value for other, value in fields if other == name), "")
        made: list[Callable[[], Fields]] = [
            lambda: others,
            lambda: [*others, (name, dice.choice(NUMBERS))],
            lambda: [*others, (name, any_value(dice))],
            lambda: [*others, (name, any_value(dice))],
            lambda: [*others, (name, nudged(dice, value))],
            lambda: [*fields, (name, any_value(dice))],
            lambda: [*others, (nudged(dice, name), value)],
            lambda: [*others, (name, dice.choice(form.choices.get(name) or self.stock.words))],
            lambda: [field for field in fields if field not in counts and not field[0].startswith(name.split("-")[0])],
            lambda: [*fields, (f"{name}-0-value", any_value(dice)), (f"{name}-count", dice.choice(NUMBERS))],
            lambda: [*fields, (dice.choice(self.stock.names), any_value(dice))],
        ]
        if value.startswith(("{", "[")):
            made += [lambda: [*others, (name, dice.choice(STRUCTURES))]] * 5
        return dice.choice(made)()

    def _with_body(self, request: Request, fields: Fields, files: list[str]) -> Request:
        dice = self.dice
        roll = dice.random()
        if roll < 0.05:
            body, kind = dice.choice(STRUCTURES).encode("utf-8", "surrogatepass"), dice.choice(CONTENT_TYPES)
            return replace(request, body=body, content_type=kind)
        if roll < 0.07:
            return replace(request, body=b"&".join([b"a=1"] * 10_001), content_type=URLENCODED)
        if roll < 0.75 and not files:
            pairs = [
                (quote_plus(name, errors="replace"), quote_plus(value, errors="replace")) for name, value in fields
            ]
            body = "&".join(f"{name}={value}" for name, value in pairs).encode()
            kind = URLENCODED
        else:
            body, kind = self._multipart(fields, files), MULTIPART
        if dice.random() < 0.06:
            body = body[: dice.randrange(len(body) + 1)] + dice.choice([b"", b"\0", b"%", b"%ff", b"\xff", b"\r\n--"])
        if dice.random() < 0.05:
            kind = dice.choice(CONTENT_TYPES)
        return replace(request, body=body, content_type=kind)

    def _multipart(self, fields: Fields, files: list[str]) -> bytes:
        lines = []
        for name, value in fields:
            shown = name.replace('"', "%22").replace("\r", "").replace("\n", "")
            lines += [f"--{BOUNDARY}", f'Content-Disposition: form-data; name="{shown}"', "", value]
        body = "\r\n".join(lines).encode("utf-8", "surrogatepass")
        for field_name in files:
            if self.dice.random() < 0.7:
                name, kind, content = self.dice.choice(FILES)
                head = f'\r\n--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field_name}"; filename="{name}"\r\n'
                body += f"{head}Content-Type: {kind}\r\n\r\n".encode() + content
        return body.removeprefix(b"\r\n") + f"\r\n--{BOUNDARY}--\r\n".encode()
