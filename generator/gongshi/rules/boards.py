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


def hangs(records: Records, entry: Entry) -> bool:
    """Whether notices of its kind are put up; 只报送的公告 go to the higher office only."""
    sent_up = records.term.profile.lists.get("只报送的公告")
    return sent_up is None or entry.kind not in sent_up.words


def coverage(records: Records, today: date) -> Iterator[Coverage]:
    """Each notice posted by ``today`` in a village whose boards are listed (张贴点)."""
    postings: dict[str, list[Posting]] = {}
    for posting in records.postings:
        postings.setdefault(posting.notice, []).append(posting)
    for entry in records.register:
        spots = [spot for spot in records.spots if spot.village == entry.village]
        if not spots or not entry.is_approved or not hangs(records, entry):
            continue
        if entry.posted is None or entry.posted > today:
            continue
        covered = tuple(postings.get(entry.number, ()))
        there = {posting.spot for posting in covered}
        lacking = tuple(spot for spot in spots if spot.name not in there)
        yield Coverage(entry, covered, lacking)
