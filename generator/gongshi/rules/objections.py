"""Objections: which notice each is about, and which step must wait for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.records import Entry, Records
from gongshi.model.working import Objection
from gongshi.rules import process

#: The lists of voters: the step of the plan by its name in each profile.
VOTER_LISTS = ("公布选民名单", "公布参选居民名单")


def to_voter_lists(records: Records) -> Iterator[tuple[Objection, Entry]]:
    """Objections to notices that publish the list of voters, each with the notice."""
    profile = records.term.profile
    kinds = {name for step in VOTER_LISTS for name in process.names_of(profile, step)}
    for row in records.objections:
        entry = records.entry(row.notice)
        if entry is not None and entry.kind in kinds and row.is_objection:
            yield row, entry


def before_next_step(records: Records, today: date) -> Iterator[tuple[Objection, str, str, date]]:
    """Objections to a publicity whose next step was taken: with village, step and its day."""
    made = process.done(records, today)
    following = {"候选人公示": "召开选举大会", "任职公示": "审批任命"}
    for row in records.objections:
        entry = records.entry(row.notice)
        if entry is None or not row.is_objection:
            continue
        step = following.get(entry.kind, "")
        one = made.get(entry.village, {}).get(step)
        if one is not None and row.received <= one.day:
            yield row, entry.village, step, one.day


def answered(records: Records, row: Objection, day: date) -> bool:
    """Whether a correction of the notice was posted up to ``day``."""
    return any(
        entry.corrects == row.notice and entry.is_approved and entry.posted and entry.posted <= day
        for entry in records.register
    )
