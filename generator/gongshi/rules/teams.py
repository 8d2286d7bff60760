"""The team of each village: who was elected or, before that, who stands for election.

Composition rules count heads in it.  Persons whose row is not in 候选人名册 cannot be
counted; a village with such a winner has no elected team here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from gongshi.model.profile import Share
from gongshi.model.records import Candidate, Records, Village
from gongshi.rules.kin import standing
from gongshi.rules.margins import by_village, size
from gongshi.rules.results import elections

_PARTS = re.compile(r"[、，,；;/\s　]+|兼")
_COMMITTEE = r"(?:.*(?:村|居|村民|居民|社区居民)(?:民)?委(?:员)?会)"

Test = Callable[[Candidate], bool]


@dataclass(frozen=True, slots=True)
class Team:
    """One village's people; ``elected`` tells whether they fill its seats already."""

    village: Village
    people: tuple[Candidate, ...]
    elected: bool

    @property
    def who(self) -> str:
        """What messages call them."""
        return "当选人" if self.elected else "候选人"

    def count(self, test: Test) -> int:
        """How many pass a test."""
        return sum(map(test, self.people))


def teams(records: Records) -> Iterator[Team]:
    """The team of every village that has people, in the order of the table."""
    people, winners = by_village(standing(records)), elected(records)
    for village in records.villages:
        won = winners.get(village.name)
        running = tuple(people.get(village.name, ()))
        if won or running:
            yield Team(village, won or running, bool(won))


def elected(records: Records) -> dict[str, tuple[Candidate, ...]]:
    """By village those elected (marked 当选, else by the votes), where all seats are filled."""
    names: dict[str, set[str]] = {}
    for election in elections(records):
        winners = (vote.name for _, _, vote in election.winners())
        names.setdefault(election.village, set()).update(winners)
    found, people = {}, by_village(records.candidates)
    for village in records.villages:
        rows = people.get(village.name, ())
        marked = tuple(one for one in rows if one.stage == "当选")
        won = marked or tuple(one for one in rows if one.name in names.get(village.name, ()))
        if 0 < size(village, records.term.profile) <= len(won):
            found[village.name] = won
    return found


def holds(person: Candidate, word: str) -> bool:
    """Whether one of a person's posts, present or concurrent, has the word in it."""
    texts = (person.post_text, person.current_post, person.concurrent, person.category)
    return any(word in text for text in texts)


def also(person: Candidate, pattern: str) -> bool:
    """Whether one of the concurrent posts (兼任职务) is wholly what the pattern says."""
    return any(re.fullmatch(pattern, part) for part in _PARTS.split(person.concurrent) if part)


def chairs_committee(person: Candidate) -> bool:
    """Whether a party member's concurrent post is 主任 of the villagers' committee."""
    return also(person, f"{_COMMITTEE}?主任")


def leads_party(person: Candidate) -> bool:
    """Whether a committee member's concurrent post is 书记 of the village's Party body."""
    return also(person, r"(?:.*党(?:组织|支部|总支|委)(?:委员会)?)?书记")


def in_committee(person: Candidate) -> bool:
    """Whether a concurrent post is one of the villagers' or residents' committee."""
    return also(person, f"{_COMMITTEE}?(?:主任|副主任)|{_COMMITTEE}(?:委员|成员)")


def in_party(person: Candidate) -> bool:
    """Whether a concurrent post is one of the Party body."""
    post = "(?:书记|副书记|委员|成员|班子成员)"
    return also(person, f"(?:.*党(?:组织|支部|总支|委)(?:委员会)?)?(?:支部)?{post}")


def shortfall(records: Records, name: str, people: Sequence[Candidate], test: Test) -> str:
    """What a share of the profile lacks among these people, or ``""`` where it is reached."""
    share = records.term.profile.shares.get(name)
    part, whole = sum(map(test, people)), len(people)
    if share is None or whole == 0 or share.reached(part, whole):
        return ""
    missing = lacking(people, test)
    return (
        f"{whole}名中只有{part}名，要{percent(share)}，至少{share.least(whole)}名"
        f"（{share.article}）；不是的：{missing}"
    )


def percent(share: Share) -> str:
    """``不低于30%`` or ``超过1/3``, exactly."""
    value = share.fraction * 100
    text = f"{value}%" if value.denominator == 1 else str(Fraction(share.fraction))
    return f"{'不低于' if share.inclusive else '超过'}{text}"


def lacking(people: Iterable[Candidate], test: Test, most: int = 6) -> str:
    """The names of those who do not pass, the first few with their villages."""
    names = [f"{one.village}{one.name}" for one in people if not test(one)]
    return "、".join(names[:most]) + (f"等{len(names)}人" if len(names) > most else "")
