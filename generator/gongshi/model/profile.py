"""The numbers of the law, each with the article it comes from.

Provinces differ and the law was renumbered on 2026-01-01, so a number is never written
into a rule: it stands in a profile, with its article, and a township may override it
with a citation of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from gongshi.model.place import Place

#: What is elected: a body of the Party, or one of the two committees.
PARTY, VILLAGERS, RESIDENTS = "党组织", "村民委员会", "居民委员会"
BODIES = (PARTY, VILLAGERS, RESIDENTS)

_NUMERALS = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number with its article, such as a number of days or an age."""

    value: int
    article: str


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a base with its article.

    ``inclusive`` tells ``≥`` (不少于) from ``>`` (超过); ``base`` names what it is a share
    of in the words of the tables: 应到, 实到, 登记选民, 居民代表, 投票人数, 有效票, 职数.
    """

    fraction: Fraction
    inclusive: bool
    base: str
    article: str

    def reached(self, part: int, whole: int) -> bool:
        """Whether ``part`` of ``whole`` is enough, in whole numbers only."""
        left, right = part * self.fraction.denominator, whole * self.fraction.numerator
        return left >= right if self.inclusive else left > right

    def least(self, whole: int) -> int:
        """The smallest count that is enough of ``whole``."""
        exact = whole * self.fraction
        floor = exact.numerator // exact.denominator
        if self.inclusive and exact.denominator == 1:
            return floor
        return floor + 1

    def words(self) -> str:
        """``不少于应到的五分之四`` as notices and findings say it."""
        if self.inclusive and not self.fraction:
            return "不作要求"
        return f"{'不少于' if self.inclusive else '超过'}{self.base}的{self._part}"

    @property
    def _part(self) -> str:
        """``半数``, ``五分之四``; what numerals do not say shortly is ``85%`` or ``12/13``."""
        top, bottom = self.fraction.numerator, self.fraction.denominator
        if self.fraction == Fraction(1, 2):
            return "半数"
        if 1 < bottom < len(_NUMERALS):
            return f"{_NUMERALS[bottom]}分之{_NUMERALS[top]}"
        if 10000 % bottom:
            return f"{top}/{bottom}"
        whole, rest = divmod(10000 * top // bottom, 100)
        return f"{whole}.{rest:02}".rstrip("0").rstrip(".") + "%"


@dataclass(frozen=True, slots=True)
class Words:
    """A list of words with its article: departments, steps, papers, degrees of kinship.

    A setting that is one of several ways (``平票: 重新投票``) is a list of one.
    """

    words: tuple[str, ...]
    article: str

    @property
    def one(self) -> str:
        """The first word, the setting itself where there is only one."""
        return self.words[0]


@dataclass(frozen=True, slots=True)
class Limit:
    """An age or schooling limit for the candidates of some posts and standing.

    No ``posts`` means every post, an empty ``standing`` both 新任 and 连任.  ``youngest``
    and ``oldest`` are full years (周岁), both still allowed; ``schooling`` is the lowest.
    ``born_after`` is the day after which they must be born (…后出生).
    """

    posts: tuple[str, ...]
    standing: str
    oldest: int | None
    schooling: str
    article: str
    youngest: int | None = None
    born_after: date | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """规则调整: one number of a layer, as typed, with the paper it rests on.

    ``value`` of a list that was typed as one has an item a line.  ``place`` is the line of
    the file: a profile, county.yml, township.yml or term.yml.
    """

    value: str
    article: str
    place: Place


@dataclass(frozen=True, slots=True)
class Profile:
    """One set of rules' numbers, such as ``party-2020``.

    ``body`` is 党组织, 村民委员会 or 居民委员会.  ``laws`` gives each law's short name and
    the full citation that notices print.  ``publicity`` gives working days by kind.
    ``counting`` is ``次日`` (the day after posting is the first day) or ``当日``.
    ``order`` is 姓氏笔画 or 姓名笔画.  ``seats`` gives the fewest and most members of a
    班子 by 组织形式, with ``""`` for any other; ``women`` the fewest women among them.
    ``numbers``, ``shares`` and ``lists`` hold everything else by its Chinese name, such as
    ``numbers["异议提出期限"]``; a rule without its entry has nothing to check.
    ``as_approved`` names the posts whose people keep the order of the table, because it is
    the order in which the higher organisation approved them.  ``overridden`` gives, by
    its name, what each item of 规则调整 was set to, by the last layer that did so.
    ``base`` is the whole profile of national law under one that has 上级, else empty.
    """

    id: str
    title: str
    body: str
    laws: Mapping[str, str]
    quorum: Share
    majority: Share
    margin: Mapping[str, Share] = field(default_factory=dict)
    seats: Mapping[str, tuple[int, int, str]] = field(default_factory=dict)
    publicity: Mapping[str, Number] = field(default_factory=dict)
    limits: tuple[Limit, ...] = ()
    women: Number | None = None
    counting: str = "次日"
    counting_article: str = ""
    order: str = "姓氏笔画"
    order_article: str = ""
    as_approved: tuple[str, ...] = ()
    numbers: Mapping[str, Number] = field(default_factory=dict)
    shares: Mapping[str, Share] = field(default_factory=dict)
    lists: Mapping[str, Words] = field(default_factory=dict)
    overridden: Mapping[str, Override] = field(default_factory=dict)
    base: str = ""

    @property
    def of_party(self) -> bool:
        """Whether Party organisations are elected."""
        return self.body == PARTY
