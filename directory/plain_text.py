"""A page's text as members write it: paragraphs, “- ” lists, “## ” headings, ``**bold**``, ``[words](address)``.

What they write is built into blocks from nothing but these, so that no markup of theirs ever gets through. The blocks
at the head of a page that say no more than this become text and come back the same; from the first other block on
(a picture, a quote, a table), the page is staff's and stays as it is.
"""

import re
from html.parser import HTMLParser

from django.utils.html import escape
from wagtail.blocks import StreamValue

BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\[([^\]\n]{1,300})\]\(([^()\s]{1,500})\)|(https?://[^\s<>()\[\]]+[^\s<>()\[\].,;:!?])")
ADDRESS = re.compile(r"(https?://|mailto:|tel:)[^\s\"'<>]+")
KNOWN = re.compile(r"(page|document):\d+")
HEADING = re.compile(r"(#{2,3}) +(.{1,160})")
ITEM = re.compile(r"[-•–*] +(.+)")
NUMBERED = re.compile(r"\d{1,3}[.)] +(.+)")
LEVELS = {"##": "h2", "###": "h3"}


class NotPlain(Exception):
    """There is more in it than plain text can say."""


class _Reader(HTMLParser):
    """Rich text of the database → text. Raises NotPlain for what would be lost."""

    def __init__(self):
        super().__init__()
        self.parts, self.open, self.lists, self.href, self.words = [], "", [], [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in {"ul", "ol"} and not self.lists:
            self.lists.append(tag)
            self.parts.append("")
        elif tag == "li" and self.lists:
            self.open = "- " if self.lists[-1] == "ul" else "1. "
        elif tag == "p":
            self.open = ""
        elif tag in {"h3", "h4"}:
            self.open = "### "
        elif tag in {"b", "strong"}:
            self.words.append("**")
        elif tag == "a":
            self.href.append((_address(attrs), len(self.words)))
        elif tag != "br":
            raise NotPlain(tag)
        else:
            self.words.append("\n")

    def handle_endtag(self, tag):
        if tag in {"b", "strong"}:
            self.words.append("**")
        elif tag == "a":
            address, start = self.href.pop()
            text = "".join(self.words[start:])
            self.words[start:] = [text if text == address else f"[{text}]({address})"]
        elif tag in {"p", "li", "h3", "h4"}:
            text = "".join(self.words).strip()
            self.words = []
            if not text:
                return
            if tag == "li":
                number = self.parts[-1].count("\n") + bool(self.parts[-1])
                sign = f"{number + 1}. " if self.open == "1. " else "- "
                self.parts[-1] += ("\n" if self.parts[-1] else "") + sign + text.replace("\n", " ")
            else:
                self.parts.append(self.open + text)
        elif tag in {"ul", "ol"}:
            self.lists.pop()

    def handle_data(self, data):
        self.words.append(data.replace("\u00a0", " ") if data.strip() or self.words else "")


def _address(attrs: dict) -> str:
    if attrs.get("linktype") in {"page", "document"}:
        return f"{attrs['linktype']}:{attrs.get('id')}"
    href = attrs.get("href", "")
    if not ADDRESS.fullmatch(href) or re.search(r"[()\s]", href):
        raise NotPlain(href)
    return href


def _text_of(block: dict) -> str:
    """Raises NotPlain."""
    value = block.get("value")
    if block.get("type") == "heading":
        sign = "###" if value.get("level") == "h3" else "##"
        return f"{sign} {' '.join(value.get('text', '').split())}"
    if block.get("type") != "text":
        raise NotPlain(block.get("type"))
    reader = _Reader()
    reader.feed(value or "")
    reader.close()
    if reader.words and "".join(reader.words).strip():
        raise NotPlain("text outside of paragraphs")
    text = "\n\n".join(part for part in reader.parts if part)
    if any(sign in (value or "") for sign in ("**", "](")):
        raise NotPlain("signs of ours")
    return text


def read(body: StreamValue) -> tuple[str, list[dict]]:
    """The text at the head of the page, and the blocks after it that stay as they are."""
    raw = list(body.raw_data)
    texts = []
    for index, block in enumerate(raw):
        try:
            texts.append(_text_of(dict(block)))
        except NotPlain:
            return "\n\n".join(filter(None, texts)), [dict(row) for row in raw[index:]]
    return "\n\n".join(filter(None, texts)), []


def write(body: StreamValue, text: str) -> StreamValue:
    """The page's blocks with this text at their head; the very same where the text says nothing new."""
    before, rest = read(body)
    text = text.replace("\r\n", "\n").strip()
    if text == before:
        return body
    head = list(body.raw_data)[: len(body.raw_data) - len(rest)]
    known = set(KNOWN_IN.findall(before))
    made = _blocks(text, known)
    for block, old in zip(made, head, strict=False):
        if old["type"] == block["type"] and old.get("id"):
            block["id"] = old["id"]  # what was translated finds its original again
    return StreamValue(body.stream_block, made + rest, is_lazy=True)


KNOWN_IN = re.compile(r"\]\(((?:page|document):\d+)\)")


def _blocks(text: str, known: set[str]) -> list[dict]:
    blocks: list[dict] = []
    for part in re.split(r"\n[ \t]*\n+", text):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        while lines:
            heading = HEADING.fullmatch(lines[0])
            if heading:
                value = {"text": heading[2].strip(), "level": LEVELS[heading[1]]}
                blocks.append({"type": "heading", "value": value})
                lines = lines[1:]
                continue
            html, lines = _paragraph(lines, known)
            if blocks and blocks[-1]["type"] == "text":
                blocks[-1]["value"] += html
            else:
                blocks.append({"type": "text", "value": html})
    return blocks


def _paragraph(lines: list[str], known: set[str]) -> tuple[str, list[str]]:
    """HTML of the lines of one kind at the beginning, and the lines that are left."""
    for pattern, tag in ((ITEM, "ul"), (NUMBERED, "ol")):
        items = []
        for line in lines:
            found = pattern.fullmatch(line)
            if not found:
                break
            items.append(f"<li>{_inline(found[1], known)}</li>")
        if items:
            return f"<{tag}>{''.join(items)}</{tag}>", lines[len(items) :]
    words = []
    for line in lines:
        if words and (ITEM.fullmatch(line) or NUMBERED.fullmatch(line) or HEADING.fullmatch(line)):
            break
        words.append(_inline(line, known))
    return f"<p>{'<br/>'.join(words)}</p>", lines[len(words) :]


def _inline(line: str, known: set[str]) -> str:
    done, at = [], 0
    for found in LINK.finditer(line):
        done.append(_bold(line[at : found.start()]))
        words, address = (found[3], found[3]) if found[3] else (found[1], found[2])
        done.append(_link(words, address, known) if _may(address, known) else _bold(found[0]))
        at = found.end()
    return "".join([*done, _bold(line[at:])])


def _may(address: str, known: set[str]) -> bool:
    """An address of the web, a mailbox or a number; a page of the site only where its editors had set the link."""
    return bool(ADDRESS.fullmatch(address)) or address in known


def _link(words: str, address: str, known: set[str]) -> str:
    if KNOWN.fullmatch(address):
        kind, _sign, pk = address.partition(":")
        return f'<a linktype="{kind}" id="{pk}">{_bold(words)}</a>'
    return f'<a href="{escape(address)}">{escape(words)}</a>'


def _bold(text: str) -> str:
    return BOLD.sub(r"<b>\1</b>", escape(text))
