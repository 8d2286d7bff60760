"""The election meeting for its papers: day, place, counts, staff, limits; empty before it."""

from __future__ import annotations

from typing import Any

from gongshi.compose.problems import WRONG_BODY
from gongshi.compose.scene import MissingError
from gongshi.compose.wording import chinese_date, share_words, weekday
from gongshi.model.records import POSTS
from gongshi.model.working import Voter
from gongshi.papers.ballots import ballots_of, tally
from gongshi.papers.subject import Subject
from gongshi.rules.results import Ballot, base_of, by_plurality, is_void
from gongshi.rules.staff import ROLES, names_in

#: Blank rows are printed for that many at most where no names are known.
_BLANK_ROWS = 400

_COUNTS = ("present", "issued", "collected", "valid", "invalid", "boxes")


def meeting(subject: Subject) -> dict[str, Any]:
    """The meeting's facts as text; what is not known yet is empty."""
    one = subject.maybe_meeting
    counts = {name: _text(getattr(one, name, None)) for name in _COUNTS}
    day = one.day if one else None
    return {
        **counts,
        "name": subject.gathering,
        "round": one.round if one else 1,
        "day": chinese_date(day) if day else "",
        "weekday": weekday(day) if day else "",
        "time": one.time if one else "",
        "venue": one.venue if one else "",
        "host": one.host if one else "",
        "due": _text(subject.due),
        "held": bool(one and one.held),
        "void": bool(one and is_void(subject.records, one)),
        "absent": _absent(subject),
        "staff": [[role, names] for role, names in _staff(subject)],
    }


def rounds(subject: Subject) -> list[dict[str, Any]]:
    """Every round that has been held, with its counts and the votes of each person."""
    one = subject.meeting
    ballots = [ballot for ballot in ballots_of(subject, one) if ballot.meeting.held]
    if not ballots:
        message = f"会议情况表里还没有{subject.village.name}选举大会的票数"
        raise MissingError(message, one.place("collected"))
    return [_round(ballot) for ballot in ballots]


def _round(ballot: Ballot) -> dict[str, Any]:
    held = ballot.meeting
    counts = {name: _text(getattr(held, name)) for name in ("due", *_COUNTS)}
    won = {(one.post, vote.name) for one in ballot.outcomes for vote in one.elected}
    rows = [
        [
            *(v.post, v.name, v.in_favour, v.against, v.abstain),
            "当选" if (v.post, v.name) in won else "未当选",
        ]
        for post in POSTS
        for v in sorted(ballot.votes, key=lambda vote: -vote.in_favour)
        if v.post == post
    ]
    day = chinese_date(held.day) if held.day else ""
    return {
        **counts,
        "round": held.round,
        "day": day,
        "venue": held.venue,
        "void": ballot.void,
        "rows": rows,
    }


def _absent(subject: Subject) -> str:
    one, due = subject.maybe_meeting, subject.due
    known = one is not None and one.present is not None and due is not None
    return str(due - one.present) if known and one and one.present is not None and due else ""


def _staff(subject: Subject) -> list[tuple[str, list[str]]]:
    one = subject.maybe_meeting
    return [(role, list(names_in(one, field)) if one else []) for role, field in ROLES]


def badges(subject: Subject) -> list[dict[str, str]]:
    """Everybody who works at the meeting, with the role; then those of 工作机构人员."""
    one = subject.meeting
    rows = [("主持人", one.host), *((r, n) for r, names in _staff(subject) for n in names)]
    rows += [("到会指导人", one.guide)]
    village = subject.village.name
    rows += [
        (officer.post or officer.body, officer.name)
        for officer in subject.records.officers
        if officer.village == village and officer.body in {"选举委员会", "工作人员"}
    ]
    found = [{"role": role, "name": who} for role, who in dict.fromkeys(rows) if who]
    if not found:
        message = f"会议情况表没有写{village}选举大会的主持人、监票人等工作人员"
        raise MissingError(message, one.place("host"))
    return found


def boxes(subject: Subject) -> list[dict[str, Any]]:
    """One label a ballot box; a mobile one (流动票箱) says so."""
    one = subject.maybe_meeting
    mobile = (one.mobile_boxes or 0) if one else 0
    fixed = max((one.boxes or 0) if one else 0, 1)
    return [{"kind": "投票箱", "number": n, "of": fixed} for n in range(1, fixed + 1)] + [
        {"kind": "流动投票箱", "number": n, "of": mobile} for n in range(1, mobile + 1)
    ]


def signs(subject: Subject) -> list[str]:
    """The villagers' groups that get a sign of their own, in the order of the list of voters."""
    named = dict.fromkeys(voter.group for voter in _voters(subject) if voter.group)
    if named:
        return list(named)
    count = 0 if subject.of_party else subject.village.groups or 0
    return [f"第{number}小组" for number in range(1, count + 1)]


def takers(subject: Subject) -> dict[str, Any]:
    """Who takes a ballot: names by group, or blank rows for as many as are due."""
    rows = [[voter.name, voter.group] for voter in _electors(subject)]
    due = len(rows) or subject.due
    if not due:
        message = f"没有写{subject.village.name}应到会的人数，领票登记表不知道要印几行"
        raise MissingError(message, subject.village.place("due"))
    if not rows and due > _BLANK_ROWS:
        message = f"选民名单里没有{subject.village.name}的{due}名选民"
        raise MissingError(message, subject.village.place("voters"))
    return {"rows": rows or [["", ""]] * due, "count": due, "named": bool(rows)}


def household(subject: Subject) -> list[list[str]]:
    """Everybody who gets a slip, with the group; none where no list of names is kept."""
    subject.check_ahead()
    return [[voter.name, voter.group] for voter in _electors(subject)]


def _voters(subject: Subject) -> list[Voter]:
    mine = (one for one in subject.records.voters if one.village == subject.village.name)
    return [one for one in mine if one.change != "删除"]


def _electors(subject: Subject) -> list[Any]:
    """Voters where all of them vote, representatives where these do."""
    village, base = subject.village.name, subject.profile.quorum.base
    if base == "登记选民":
        return sorted(_voters(subject), key=_groups(subject))
    if base in {"居民代表", "户代表"}:
        bodies = {"村民代表", "居民代表", base}
        people = subject.records.officers
        return [one for one in people if one.village == village and one.body in bodies]
    return []


def _groups(subject: Subject) -> Any:
    """Groups stay together in the order in which the list names them first."""
    first: dict[str, int] = {}
    for voter in _voters(subject):
        first.setdefault(voter.group, len(first))
    return lambda voter: first[voter.group]


def limits(subject: Subject) -> dict[str, Any]:
    """The numbers of the law in words, and in heads where those are known."""
    profile, one = subject.profile, subject.maybe_meeting
    due = subject.due
    base = base_of(profile.majority, one, subject.village) if one else None
    another = profile.shares.get("另行选举当选")
    cast = base_of(another, one, subject.village) if one and another else None
    return {
        "quorum": share_words(profile.quorum),
        "quorum_article": profile.quorum.article,
        "least": _text(profile.quorum.least(due) if due else None),
        "majority": share_words(profile.majority),
        "majority_article": profile.majority.article,
        "needed": _text(profile.majority.least(base) if base else None),
        "plurality": by_plurality(profile),
        "another": share_words(another) if another else "",
        "another_needed": _text(another.least(cast) if another and cast else None),
        "order": profile.order,
        "public": subject.profile.body.removesuffix("委员会"),
    }


def proxy_rule(subject: Subject) -> str:
    """Who may vote for how many others; raises where nobody may vote for another."""
    profile = subject.profile
    if profile.quorum.base != "登记选民":
        message = f"{subject.village.name}由{subject.gathering}选举，不能委托他人投票"
        raise MissingError(message, subject.records.term.place("profile"), rule=WRONG_BODY)
    most, barred = profile.numbers.get("每人接受委托"), profile.lists.get("受托人限制")
    rules = [f"每人接受的委托不超过{most.value}份"] if most else []
    rules += [f"{'、'.join(barred.words)}不得接受委托"] if barred else []
    article = most.article if most else barred.article if barred else ""
    return f"{'；'.join(rules)}（依据{article}）。" if rules else ""


def script(subject: Subject) -> list[dict[str, Any]]:
    """The sentences of the result, post by post; votes are empty before the count."""
    posts: list[dict[str, Any]] = tally(subject)["posts"]
    return posts


def handovers(subject: Subject) -> list[dict[str, Any]]:
    """What is handed over, by kind, in the order of the table."""
    village = subject.village
    mine = [item for item in subject.records.handovers if item.village == village.name]
    if not mine:
        raise MissingError(f"移交清单表里没有{village.name}的物品", village.place("name"))
    kinds = dict.fromkeys(item.kind or "其他" for item in mine)
    return [
        {
            "kind": kind,
            "items": [
                [one.item, one.quantity, one.giver, one.receiver, one.witness]
                for one in mine
                if (one.kind or "其他") == kind
            ],
        }
        for kind in kinds
    ]


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
