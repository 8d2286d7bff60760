"""A notice as bytes, and back: the file that is signed off and never changed again.

The front matter is YAML in which every line is a key and a JSON value, so that any YAML
reader understands it and this one can take it line by line.  There is exactly one file
for a notice and one notice for a file: ``thaw(freeze(notice)) == notice``.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from datetime import date
from typing import Any

from gongshi.model.notice import Notice, Publicity, Translation

#: The front matter's keys, in the order in which they are written.
KEYS = tuple(field.name for field in fields(Notice) if field.name not in ("body", "translations"))
#: The last key, of a notice in two languages only.
TRANSLATIONS = "translations"
_PERIOD_KEYS = tuple(field.name for field in fields(Publicity))
_TRANSLATION_KEYS = tuple(field.name for field in fields(Translation))
#: What the front matter's values are, where they are no text.
_SHAPES = {"publicity": dict, TRANSLATIONS: list}
_KEY_SET = frozenset((*KEYS, TRANSLATIONS))
_BEGIN, _END = "---\n", "\n---\n\n"


#: A JSON string without escapes: what stands between the quotes is its value.
_PLAIN = re.compile(r'"[^"\\\x00-\x1f]*"').fullmatch


class FrozenError(ValueError):
    """A frozen file is not one that this program wrote; the text says why, in Chinese."""


def freeze(notice: Notice) -> bytes:
    """The one file of a notice, UTF-8 with LF."""
    keys = (*KEYS, TRANSLATIONS) if notice.translations else KEYS
    lines = [f"{key}: {_json(getattr(notice, key))}" for key in keys]
    return f"{_BEGIN}{chr(10).join(lines)}{_END}{notice.body}\n".encode()


def thaw(data: bytes) -> Notice:
    """The notice of a frozen file; raises :class:`FrozenError` for any other bytes."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FrozenError("不是UTF-8文本") from error
    head, end, body = text.partition(_END)
    if not (head.startswith(_BEGIN) and end and body.endswith("\n")):
        raise FrozenError("缺少开头的“---”信息栏")
    values = _front_matter(head[len(_BEGIN) :])
    return _notice(values, body[:-1])


def _front_matter(head: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for line in head.split("\n"):
        key, colon, value = line.partition(": ")
        if not colon or key not in _KEY_SET:
            raise FrozenError(f"信息栏里有不认识的“{key[:40]}”")
        if key in values:
            raise FrozenError(f"信息栏里“{key}”写了两次")
        values[key] = _value(key, value)
    for key in KEYS:
        if key not in values:
            raise FrozenError(f"信息栏里缺少“{key}”")
    if tuple(values) not in (KEYS, (*KEYS, TRANSLATIONS)):
        raise FrozenError("信息栏的次序被改动")
    return values


def _value(key: str, text: str) -> Any:
    if _PLAIN(text):
        return text[1:-1]
    try:
        value = _parse(text)
    except ValueError as error:
        raise FrozenError(f"信息栏里“{key}”的值读不出来") from error
    if _json(value) != text:
        raise FrozenError(f"信息栏里“{key}”的写法被改动")
    return value


def _notice(values: dict[str, Any], body: str) -> Notice:
    for key, value in values.items():
        optional = key in {"approved", "publicity"}
        if not isinstance(value, _SHAPES.get(key, str)) and not (optional and value is None):
            raise FrozenError(f"信息栏里“{key}”的值不对")
    try:
        values["dated"] = date.fromisoformat(values["dated"])
        if values["approved"] is not None:
            values["approved"] = date.fromisoformat(values["approved"])
        values["publicity"] = _period(values["publicity"])
        values["translations"] = _translations(values)
        return Notice(body=body, **values)
    except (ValueError, TypeError) as error:
        raise FrozenError("信息栏里的日期、公示期或译文不对") from error


def _period(value: dict[str, Any] | None) -> Publicity | None:
    if value is None:
        return None
    if tuple(value) != _PERIOD_KEYS:
        raise ValueError(value)
    days = {key: date.fromisoformat(value[key]) for key in ("start", "end", "latest")}
    return Publicity(**{**value, **days})


def _translations(values: dict[str, Any]) -> tuple[Translation, ...]:
    """Those that are written; an empty list is never written."""
    if TRANSLATIONS in values and not values[TRANSLATIONS]:
        raise ValueError(values)
    return tuple(map(_translation, values.get(TRANSLATIONS, ())))


def _translation(value: dict[str, Any]) -> Translation:
    texts = isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
    if not texts or tuple(value) != _TRANSLATION_KEYS:
        raise ValueError(value)
    return Translation(**value)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Publicity):
        return {key: getattr(value, key) for key in _PERIOD_KEYS}
    if isinstance(value, Translation):
        return {key: getattr(value, key) for key in _TRANSLATION_KEYS}
    raise TypeError(type(value))


#: One encoder for all values: ``json.dumps`` would make one for each; and one decoder.
_parse = json.JSONDecoder().decode
_json = json.JSONEncoder(ensure_ascii=False, default=_plain).encode
