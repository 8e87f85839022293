"""E-mail messages (.eml, RFC 5322 and MIME): press releases as ministries send them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from kg.model import Reject, Source
from loaders.article import Article, make_source
from loaders.characters import one_line, without_controls
from loaders.contract import OpenedInput, ReadOptions
from loaders.decoding import decode
from loaders.errors import RefusedError
from loaders.html import page_markup
from loaders.plain import read_whole, with_line_feeds
from loaders.wrapping import unwrapped
from loaders.written_days import day_of_header

_HEADER = rb"(?:Return-Path|Received|Delivered-To|From|To|Date|Subject|MIME-Version|Message-ID|X-[\w-]+|DKIM-Signature)"
_BEGINS = re.compile(rb"%s:[^\n]*\n(?:[ \t][^\n]*\n|[\w-]+:[^\n]*\n){2,}" % _HEADER, re.IGNORECASE)
_SIGNATURE = "\n-- \n"


class MailLoader:
    """Reads one message as one article: its plain text, else its page. Attachments are rejected by name."""

    name = "mail"

    def recognises(self, head: bytes, name: str, /) -> bool:
        """Tell whether it begins with the headers of a message."""
        return bool(_BEGINS.match(head)) and (name.lower().endswith(".eml") or b"\nFrom:" in b"\n" + head)

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Source | Reject]:
        """Yield the article, then a reject for each attachment."""
        message = message_from_bytes(read_whole(opened, options.record_limit))
        parts = [part for part in message.walk() if not part.is_multipart()]
        bodies = [part for part in parts if part.get_content_disposition() != "attachment" and not part.get_filename()]
        yield make_source(_article(message, _text(bodies, options), opened), self.name, options)
        for part in parts:
            if not any(part is body for body in bodies):
                detail = f"an attachment of type {part.get_content_type()}; save it and load that"
                yield Reject(opened.where, _header(part.get_filename() or ""), "not-text-type", detail)


def _article(message: Message, text: str, opened: OpenedInput) -> Article:
    name, address = parseaddr(_header(message["From"]))
    return Article(
        text=text,
        key=_header(message["Message-ID"]).strip("<>") or opened.stem,
        title=_header(message["Subject"]),
        publisher=name or address,
        published=day_of_header(_header(message["Date"])),
        language=_header(message["Content-Language"]),
    )


def _text(bodies: list[Message], options: ReadOptions) -> str:
    for kind, reader in (("text/plain", _plain), ("text/html", _page)):
        for body in bodies:
            if body.get_content_type() == kind:
                text = reader(body, options)
                if text.strip():
                    return text
    raise RefusedError("no-article", "the message has no text; its attachments may")


def _plain(body: Message, options: ReadOptions) -> str:
    """Without the signature, and with lines broken for the post put together again."""
    decoded = decode(_payload(body), named=options.encoding, said=((_charset(body), "the message"),))
    return unwrapped(without_controls(with_line_feeds(decoded.text)).partition(_SIGNATURE)[0])


def _page(body: Message, options: ReadOptions) -> str:
    from loaders.page import extract_page

    said = ((_charset(body), "the message"),)
    return extract_page(page_markup(_payload(body), named=options.encoding, said=said), "").text


def _payload(body: Message) -> bytes:
    payload = body.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(body: Message) -> str:
    charset = body.get_param("charset")
    return charset if isinstance(charset, str) else ""


def _header(value: object) -> str:
    """The text of a header, its encoded words decoded; what cannot be decoded stays as it is."""
    raw = str(value) if value is not None else ""
    try:
        return one_line(without_controls(str(make_header(decode_header(raw)))))
    except (MessageError, LookupError, ValueError):
        return one_line(without_controls(raw))
