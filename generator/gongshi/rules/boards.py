"""Which boards a notice hangs on and which are still missing: asked by rule and command."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongshi.model.records import Entry, Records
from gongshi.model.working import Posting, Spot


@dataclass(frozen=True, slots=True)
class Coverage:
    """One notice: the boards of its village on which it hangs and those still missing."""

    entry: Entry
    covered: tuple[Posting, ...]
    lacking: tuple[Spot, ...]


def coverage(records: Records, today: date) -> Iterator[Coverage]:
    """Each notice posted by ``today`` in a village whose boards are listed (张贴点).

    Kinds of the profile's list 只报送的公告 hang nowhere.
    """
    sent_up = records.term.profile.lists.get("只报送的公告")
    postings: dict[str, list[Posting]] = {}
    for posting in records.postings:
        postings.setdefault(posting.notice, []).append(posting)
    for entry in records.register:
        spots = [spot for spot in records.spots if spot.village == entry.village]
        if sent_up and entry.kind in sent_up.words:
            continue
        if not spots or not entry.is_approved or entry.posted is None or entry.posted > today:
            continue
        covered = tuple(postings.get(entry.number, ()))
        there = {posting.spot for posting in covered}
        lacking = tuple(spot for spot in spots if spot.name not in there)
        yield Coverage(entry, covered, lacking)
