"""The announced results as an ElectionReport of NIST SP 1500-100 version 2, in JSON.

For audit and exchange, not for the clerk.  Votes against and abstentions are counts of
type ``other``; invalid ballots are ``BallotsRejected``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from gongshi import __version__
from gongshi.model.notice import Published
from gongshi.model.records import ELECTION, Meeting, Records
from gongshi.open_data.public import Announced, announced

_KIND = "ElectionResults."


def report(records: Records, published: Iterable[Published]) -> bytes:
    """The report of one term; ``published`` are its notices, of which results are taken."""
    results = [(one, list(announced(one))) for one in published if not one.is_draft]
    results = [(one, votes) for one, votes in results if votes]
    return f"{json.dumps(_report(records, results), ensure_ascii=False, indent=1)}\n".encode()


Results = list[tuple[Published, list[Announced]]]


def _of(kind: str, **facts: Any) -> dict[str, Any]:
    """An object with its type first; facts that are none are left out."""
    known = {name: value for name, value in facts.items() if value not in (None, [])}
    return {"@type": f"{_KIND}{kind}", **known}


def _words(text: str) -> dict[str, Any]:
    content = _of("LanguageString", Content=text, Language="zh-Hans")
    return _of("InternationalizedText", Text=[content])


def _report(records: Records, results: Results) -> dict[str, Any]:
    days = [one.notice.dated for one, _ in results]
    villages = list(dict.fromkeys(one.notice.village_path for one, _ in results))
    names = {one.notice.village_path: one.notice.village for one, _ in results}
    township = records.township
    units = [_unit(path, names[path], "village", records) for path in villages]
    whole = _of(
        "ReportingUnit",
        **{"@id": "unit-township"},
        Type="township",
        Name=township.full_name,
        ComposingGpUnitIds=[f"unit-{path}" for path in villages],
    )
    return _of(
        "ElectionReport",
        Format="summary-contest",
        GeneratedDate=f"{max(days, default=date(1970, 1, 1)).isoformat()}T00:00:00+08:00",
        Issuer=township.full_name or township.name,
        IssuerAbbreviation=township.slug,
        SequenceStart=1,
        SequenceEnd=1,
        Status="certified" if results else "pre-election",
        VendorApplicationId=f"gongshi {__version__}",
        GpUnit=[whole, *units],
        Election=[_election(records, results, days)] if results else [],
    )


def _unit(path: str, name: str, kind: str, records: Records) -> dict[str, Any]:
    village = records.village(name)
    return _of(
        "ReportingUnit",
        **{"@id": f"unit-{path}"},
        Type=kind,
        Name=name,
        VotersRegistered=village.voters if village else None,
    )


def _election(records: Records, results: Results, days: list[date]) -> dict[str, Any]:
    people, contests = [], []
    for one, votes in results:
        for vote in votes:
            people.append(_candidate(one, vote))
        groups = dict.fromkeys((vote.part, vote.post) for vote in votes)
        for number, (part, post) in enumerate(groups, start=1):
            chosen = [vote for vote in votes if (vote.part, vote.post) == (part, post)]
            contests.append(_contest(records, one, number, chosen))
    return _of(
        "Election",
        Name=_words(records.term.title),
        Type="general",
        StartDate=min(days).isoformat(),
        EndDate=max(days).isoformat(),
        ElectionScopeId="unit-township",
        Candidate=list({person["@id"]: person for person in people}.values()),
        Contest=contests,
    )


def _id(one: Published, vote: Announced) -> str:
    return f"candidate-{one.notice.number}-{vote.part}-{vote.post}-{vote.name}"


def _candidate(one: Published, vote: Announced) -> dict[str, Any]:
    return _of(
        "Candidate",
        **{"@id": _id(one, vote)},
        BallotName=_words(vote.name),
        PostElectionStatus="winner" if vote.elected else None,
    )


def _contest(
    records: Records, one: Published, number: int, votes: list[Announced]
) -> dict[str, Any]:
    notice, first = one.notice, votes[0]
    seats = records.village(notice.village)
    winners = sum(vote.elected for vote in votes)
    return _of(
        "CandidateContest",
        **{"@id": f"contest-{notice.number}-{number}"},
        Name="".join((notice.village, first.part, first.post)),
        ElectoralDistrictId=f"unit-{notice.village_path}",
        VotesAllowed=(seats.seats.get(first.post) if seats else None) or max(winners, 1),
        NumberElected=winners,
        VoteVariation="majority",
        SummaryCounts=_ballots(records, one, first.part),
        BallotSelection=[_selection(one, vote) for vote in votes],
    )


def _selection(one: Published, vote: Announced) -> dict[str, Any]:
    counts = [(vote.in_favour, "total", None), (vote.against, "other", "反对")]
    counts.append((vote.abstain, "other", "弃权"))
    return _of(
        "CandidateSelection",
        **{"@id": f"selection-{_id(one, vote)}"},
        CandidateIds=[_id(one, vote)],
        VoteCounts=[
            _of("VoteCounts", Type=kind, OtherType=word, Count=count)
            for count, kind, word in counts
            if count is not None
        ],
    )


def _ballots(records: Records, one: Published, part: str) -> list[dict[str, Any]]:
    """Ballots cast and rejected, where one meeting of one round is meant."""
    held = [m for m in records.meetings if m.village == one.notice.village and m.held]
    meetings = [m for m in held if m.name == ELECTION] or held
    if part or len(meetings) != 1:
        return []
    meeting: Meeting = meetings[0]
    return [
        _of(
            "SummaryCounts",
            Type="total",
            GpUnitId=f"unit-{one.notice.village_path}",
            BallotsCast=meeting.collected,
            BallotsRejected=meeting.invalid,
        )
    ]
