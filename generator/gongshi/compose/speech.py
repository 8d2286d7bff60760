"""A notice's Chinese facts said in a second language, from words that people wrote.

A fact is translated whole or not at all: words that no vocabulary and no 译名 of the office
knows stay in Chinese, where the page and the poster mark them as Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from gongshi.compose import spelled
from gongshi.compose.escape import Markdown, escape
from gongshi.compose.scene import Scene
from gongshi.compose.vocabulary import Sentence, Vocabulary
from gongshi.compose.voters import GAP
from gongshi.model.place import Place

_DAY = re.compile(r"(\d+)年(\d+)月(?:(\d+)日)?")
_MARKED = re.compile("(.+?)（(.+)）")
_TIMES = str.maketrans({"，": ", ", "、": ", ", "：": ":", "—": "–"})
_DIGITS = "零一二三四五六七八九"


class Said(str):
    """Text in the second language that is not looked up again."""

    __slots__ = ()


class Speech:
    """Says the facts of one scene; ``used`` are the names that it said, by the Chinese.

    ``missing`` are the names that have no other form: the cell that should give it, or none
    for people who stand in no table with one.
    """

    def __init__(self, words: Vocabulary, scene: Scene) -> None:
        """Collects the names of the scene's people and places."""
        self.words = words
        self.used: dict[str, str] = {}
        self.missing: dict[str, Place | None] = {}
        self._own = scene.records.township.said
        self._people: Mapping[str, str] = {
            one.name: one.other_name
            for one in scene.records.candidates_of(scene.village.name)
            if one.other_name
        }
        self._cells = {
            one.name: one.place("other_name")
            for one in scene.records.candidates_of(scene.village.name)
        }
        self._places = self._named_places(scene)

    def say(self, value: object) -> object:
        """The value in the language; text that has no translation stays as it is."""
        if isinstance(value, Said | Markdown) or not isinstance(value, str):
            return value
        said = self._said(value)
        return value if said is None else Said(said)

    def capital(self, value: str) -> Said:
        """The value in the language, its first letter a capital."""
        said = str(self.say(value))
        return Said(said[:1].upper() + said[1:])

    def person(self, name: str) -> Said:
        """A person's name: of the tables, of 译名, else spelled where the language allows it."""
        said = self._people.get(name) or self._own.get(name)
        if not said and self.words.pinyin:
            said = spelled.person(name)
        if not said:
            self.missing.setdefault(name, self._cells.get(name))
        self.used[name] = said or name
        return Said(said or name)

    def people(self, names: str) -> Said:
        """A list of people as notices have it: ``丁一、李红（女，回族）``."""
        return self.listed(self._marked(name) for name in re.split("[、\u3000]", names) if name)

    def named(self, text: str) -> object:
        """A person of the tables by name, anything else as it is said."""
        return self.person(text) if text in self._cells else self.say(text)

    def roll(self, names: str) -> Said:
        """A paragraph of nothing but names, parted as the Chinese one is."""
        return Said(GAP.join(self._marked(name) for name in names.split(GAP)))

    def listed(self, items: Iterable[object]) -> Said:
        """Items side by side: ``a, b and c``."""
        *most, last = [str(self.say(item)) for item in items] or [""]
        if not most:
            return Said(last)
        return Said(f"{self.words.between.join(most)}{self.words.last}{last}")

    def _marked(self, name: str) -> Said:
        match = _MARKED.fullmatch(name)
        if match is None:
            return self.person(name)
        marks = [str(self.say(mark)) for mark in match[2].split("，")]
        said = self.person(match[1])
        return Said(self.words.mark.format(name=said, marks=self.words.between.join(marks)))

    def _said(self, text: str) -> str | None:
        """The translation of all of it, or none."""
        found = self._own.get(text) or self._places.get(text) or self.words.words.get(text)
        if found:
            if text in self._places or text in self._own:
                self.used[text] = found
            return found
        if match := _DAY.fullmatch(text):
            return self._day(*match.groups())
        for sentence in self.words.sentences:
            if (said := self._filled(sentence, text)) is not None:
                return said
        return self._list(text)

    def _list(self, text: str) -> str | None:
        """Laws stand side by side, other things are parted by 、; each must be known."""
        parts = text.replace("》《", "》、《").split("、")
        if len(parts) == 1:
            return None
        said = [self._said(part) for part in parts]
        return str(self.listed(map(Said, filter(None, said)))) if all(said) else None

    def _filled(self, sentence: Sentence, text: str) -> str | None:
        match = sentence.pattern.fullmatch(text)
        if match is None:
            return None
        said = {}
        for gap, part in zip(sentence.gaps, match.groups(), strict=True):
            filled = self._gap(gap[0], part)
            if filled is None:
                return None
            said[gap] = filled
        return sentence.said.format(**said)

    def _gap(self, kind: str, part: str) -> str | None:
        if kind == "y":
            return spelled.place(part) if self.words.pinyin else None
        if kind in "xd":
            return self._said(part)
        said: dict[str, Callable[[str], object]] = {
            "c": _number,
            "t": lambda times: times.translate(_TIMES),
            "p": self.people,
            "f": lambda words: self._said(words) or words,
            "n": str,
        }
        return str(said[kind](part))

    def _day(self, year: str, month: str, day: str | None) -> str:
        names = self.words.months
        parts = {"year": year, "n": month, "month": names[int(month) - 1] if names else month}
        if day is None:
            return self.words.month.format(**parts)
        return self.words.day.format(**parts, day=day)

    def _named_places(self, scene: Scene) -> dict[str, str]:
        """The township and its villages, alone and together."""
        records, found = scene.records, dict[str, str]()
        township = records.township
        for name in (township.full_name, township.name):
            found[name] = self._own.get(name) or self._place(name, township.place("language"))
        for one in records.villages:
            mine = one.name == scene.village.name
            cell = one.place("other_name") if mine else None
            found[one.name] = one.other_name or self._place(one.name, cell)
            whole = self.words.place.format(
                village=found[one.name], township=found[township.full_name]
            )
            found[township.full_name + one.name] = whole
        return found

    def _place(self, name: str, cell: Place | None) -> str:
        if self._own.get(name):
            return self._own[name]
        for sentence in self.words.places:
            if (said := self._filled(sentence, name)) is not None:
                return said
        if cell is not None:
            self.missing[name] = cell
        return name


class SaidHeadings:
    """Numbers the headings of one notice as the language does."""

    def __init__(self, speech: Speech) -> None:
        """Starts before the first."""
        self._speech = speech
        self._section = self._part = 0

    def section(self, title: str) -> Markdown:
        """``## 1. Seats``."""
        self._section, self._part = self._section + 1, 0
        return self._line("##", 0, self._section, title)

    def part(self, title: str) -> Markdown:
        """``### (1) Secretary``."""
        self._part += 1
        return self._line("###", 1, self._part, title)

    def _line(self, marks: str, level: int, number: int, title: str) -> Markdown:
        said = self._speech.words.headings[level]
        return Markdown(f"{marks} {said.format(n=number, title=escape(self._speech.say(title)))}")


def _number(numeral: str) -> int:
    """``一`` to ``九百九十九``."""
    total = digit = 0
    for char in numeral:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS.index(char)
    return total + digit
