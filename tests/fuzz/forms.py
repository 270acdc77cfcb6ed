"""The forms of a page, as a browser without script would send them; and the addresses the page speaks of."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

# What the editor's script would send for a body: a heading, some text, two figures.
TEXT = '{"blocks":[{"key":"a","text":"Bà con","type":"unstyled","depth":0,"inlineStyleRanges":[],"entityRanges":[]}],"entityMap":{}}'
FIGURES = {"title": "", "source": "", "items-count": "2"} | {
    f"items-{number}-{name}": value
    for number in range(2)
    for name, value in {
        "deleted": "",
        "order": str(number),
        "id": "",
        "value-number": "12",
        "value-label": "hộ",
    }.items()
}
BODY = {
    "count": "3",
    **{f"{number}-deleted": "" for number in range(3)},
    **{f"{number}-order": str(number) for number in range(3)},
    **{f"{number}-id": "" for number in range(3)},
    **{f"{number}-type": name for number, name in enumerate(["heading", "text", "figures"])},
    "0-value": "Tiêu đề",
    "1-value": TEXT,
    **{f"2-value-{name}": value for name, value in FIGURES.items()},
}
ADDRESS = re.compile(r"""["'](/[^"'\s<>\\]*)["']""")


@dataclass
class Form:
    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)


class Page(HTMLParser):
    """Reads `html`, which came from `path`."""

    def __init__(self, html: str, path: str) -> None:
        super().__init__()
        self.path = path
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._select = self._text = ""
        self.feed(html)
        self.addresses = sorted({address for address in ADDRESS.findall(html) if not address.startswith("//")})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        name, value = values.get("name", ""), values.get("value", "")
        if tag == "form":
            action = urlsplit(urljoin(self.path, values.get("action", ""))).path
            self._open = Form(action or self.path, values.get("method", "get").upper())
            self.forms.append(self._open)
        if self._open is None:
            return
        if tag == "option" and self._select:
            self._open.choices.setdefault(self._select, []).append(value)
            if "selected" in values:
                self._open.fields.append((self._select, value))
        if values.get("data-controller") == "w-block":
            self._open.fields += [(f"{values.get('id', '')}-{part}", value) for part, value in BODY.items()]
        if not name or "disabled" in values:
            return
        if tag == "select":
            self._select = name
        elif tag == "textarea":
            self._text = name
            self._open.fields.append((name, ""))
        elif tag == "input" and values.get("type") == "file":
            self._open.files.append(name)
        elif tag in {"input", "button"}:
            is_box = values.get("type") in {"checkbox", "radio"}
            if is_box:
                self._open.choices.setdefault(name, []).append(value or "on")
            if not is_box or "checked" in values:
                self._open.fields.append((name, value or ("on" if is_box else "")))

    def handle_data(self, data: str) -> None:
        if self._open is not None and self._text:
            self._open.fields[-1] = (self._text, data.removeprefix("\n"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._text = ""
