"""Issue the example townships again from nothing, each notice on the day it was posted.

    .venv/bin/python tests/tools/reissue.py [PROJECT]

For the examples only, after a change of the notices' wording and before a release: it
throws away every ``notices/*/*/issued`` of the project and issues them again with the
program's own stages, posting day by posting day, up to the examples' own today.  On each
day the tables say what they said then: no votes of meetings still to come, and the slips
that a correction answered later.  A second run gives the same bytes.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gongshi import resources
from gongshi.compose.compose import compose
from gongshi.compose.kinds import Kind, load_kinds
from gongshi.issue.chain import chain_lines, load_issued
from gongshi.issue.issue import writes
from gongshi.issue.plan import plan_issue
from gongshi.issue.steps import step_writes
from gongshi.model.finding import Finding, errors
from gongshi.model.records import Candidate, Meeting, Records, YearMonth
from gongshi.model.working import Objection
from gongshi.read.project import read_project
from gongshi.read.township import read_township
from gongshi.rules import check_records

TODAY = date(2026, 11, 21)
_COUNTS = dict.fromkeys(("present", "issued", "collected", "valid", "invalid"))


@dataclass(frozen=True, slots=True)
class Slip:
    """What a clerk had typed about a person until the day of the correction."""

    village: str
    name: str
    typed: dict[str, object]
    corrected: date


SLIPS = (
    Slip("石桥村", "马秀兰", {"born": YearMonth(1984, 12)}, date(2021, 3, 12)),
    Slip("莲花社区", "尉迟向东", {"current_post": "社区居委会副主任"}, date(2026, 10, 28)),
)


def reissue(root: Path, today: date = TODAY) -> int:
    """Write every ``issued`` folder below ``root`` anew; the number of notices issued."""
    project, findings = read_project(root)
    kinds, more = load_kinds(resources.folders(root, "themes/notices"))
    _stop_at(*findings, *more)
    count = 0
    for slug in project.townships:
        reading = read_township(project, slug)
        _stop_at(*reading.findings)
        for records in reading.terms:
            folder = root / "notices" / slug / records.term.slug
            shutil.rmtree(folder / "issued", ignore_errors=True)
            count += sum(_issue(records, folder, kinds, day) for day in _days(records, today))
    return count


def _days(records: Records, today: date) -> list[date]:
    """The days on which something approved was posted, up to today."""
    approved = (entry.posted for entry in records.register if entry.is_approved)
    return sorted({day for day in approved if day and day <= today})


def _issue(records: Records, folder: Path, kinds: dict[str, Kind], day: date) -> int:
    """Issue what is posted on one day; everything due must go out."""
    then = as_of(records, day)
    issued, findings = load_issued(folder)
    findings = [*findings, *check_records(then, day)]
    composed = [compose(entry, then, kinds, issued) for entry in then.register]
    plan = plan_issue(then, composed, findings, issued, day)
    _stop_at(*findings)
    files = writes(plan, folder, chain_lines(folder), day)
    for path, data in (*files, *step_writes(folder, then.log, day)):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    kept = [
        reason for entry, reason in plan.waiting if entry.is_approved and _due(entry.posted, day)
    ]
    if kept:
        raise SystemExit(f"{folder.name} {day}: {kept}")
    return len(plan.ready)


def _due(posted: date | None, day: date) -> bool:
    return posted is not None and posted <= day


def as_of(records: Records, day: date) -> Records:
    """The tables as they stood on a day."""
    meetings = tuple(_meeting(meeting, day) for meeting in records.meetings)
    held = {(meeting.village, meeting.name, meeting.round) for meeting in meetings if meeting.held}
    return replace(
        records,
        candidates=tuple(_candidate(person, day) for person in records.candidates),
        meetings=meetings,
        votes=tuple(v for v in records.votes if (v.village, v.meeting, v.round) in held),
        vote_checks=tuple(
            v for v in records.vote_checks if (v.village, v.meeting, v.round) in held
        ),
        log=tuple(one for one in records.log if one.day <= day),
        documents=tuple(one for one in records.documents if not one.day or one.day <= day),
        postings=tuple(one for one in records.postings if one.day <= day),
        decisions=tuple(one for one in records.decisions if one.decided <= day),
        objections=tuple(_objection(one, day) for one in records.objections if one.received <= day),
    )


def _objection(one: Objection, day: date) -> Objection:
    """An objection as it stood on a day: not yet answered before it was closed."""
    if one.closed and one.closed > day:
        return replace(one, upheld="", outcome="", closed=None)
    return one


def _meeting(meeting: Meeting, day: date) -> Meeting:
    return replace(meeting, **_COUNTS) if meeting.day and meeting.day > day else meeting


def _candidate(person: Candidate, day: date) -> Candidate:
    for slip in SLIPS:
        if (slip.village, slip.name) == (person.village, person.name) and day < slip.corrected:
            return replace(person, **slip.typed)
    return person


def _stop_at(*findings: Finding) -> None:
    wrong = errors(findings)
    if wrong:
        raise SystemExit("\n".join(finding.line() for finding in wrong))


if __name__ == "__main__":
    here = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2]
    print(f"{reissue(here)} notices issued")
