"""Q011: 书记 is elected where and when the mode of election says."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Ballot, Election, setting

RULE = Rule(
    id="Q011",
    severity=Severity.ERROR,
    title="书记、副书记按选举方式产生",
    basis="村（社区）党组织换届工作方案的通行规定（直接选举由党员大会选出；间接选举由党员大会选出委员，再由委员会选举书记、副书记）",
    what="间接选举的村，书记、副书记的得票记在委员会会议里，不早于选委员的党员大会；直接选举的村不用委员会会议。规则要求先选委员的，书记与委员不能同一轮选。",
    why="次序和会议不对，书记、副书记的选举就没有依据。",
    example="选举方式是间接选举，书记的得票却记在选举大会里。",
    fix="改正村社名册的选举方式，或者把得票记到委员会会议。",
    covers=("R87", "R88"),
)


_LEADING = ("书记", "副书记")


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every vote on 书记 or 副书记 at the wrong meeting, or not after that on 委员."""
    profile = records.term.profile
    words = profile.lists.get("间接选举会议")
    if words is None:
        return
    first = setting(profile, "选举顺序") == "先选委员"
    members: dict[str, list[Ballot]] = {}
    for ballot in (one for election in elections for one in election.ballots):
        if any(vote.post == "委员" for vote in ballot.votes):
            members.setdefault(ballot.meeting.village, []).append(ballot)
    for election in elections:
        for ballot in election.ballots:
            leading = next((vote for vote in ballot.votes if vote.post in _LEADING), None)
            if leading:
                inside = election.name in words.words
                before = members.get(election.village, [])
                message = _place(ballot, inside=inside) or _order(ballot, before, first or inside)
                if message:
                    where = f"{election.village}{leading.post}的得票在{election.name}里"
                    place = leading.place("meeting")
                    yield RULE.at(place, f"{where}，{message}", village=election.village)


def _place(ballot: Ballot, *, inside: bool) -> str:
    mode = ballot.village.mode if ballot.village else ""
    if mode == "间接选举" and not inside:
        return "间接选举应当由委员会会议选举"
    return "直接选举应当由选举大会选举" if mode == "直接选举" and inside else ""


def _order(ballot: Ballot, members: list[Ballot], first: bool) -> str:
    if not first:
        return ""
    if any(one is ballot for one in members):
        return "与委员同一轮，应当先选委员"
    day = ballot.meeting.day
    days = [one.meeting.day for one in members if one.meeting.day]
    if day and days and day < min(days):
        return f"{day}早于选委员的{min(days)}"
    return ""
