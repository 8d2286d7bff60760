"""M010: the meeting's 应到 is the number in the list of villages, and fits the whole."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import ELECTION, Records, Village
from gongshi.model.rule import Rule
from gongshi.rules.results import Election

RULE = Rule(
    id="M010",
    severity=Severity.ERROR,
    title="应到与村社名册一致",
    basis="到会、当选都以应到为准：同一个村只有一个应到（《中国共产党基层组织选举工作条例》第四章；村（居）委会按登记选民或者居民代表）",
    what="选举大会第一轮的应到，等于村社名册的应到会党员（村委会是登记选民，居委会由居民代表选举的是居民代表）；应到会党员不多于党员总数。",
    why="两张表的应到不一样，五分之四和过半数就可能算出两个结果。",
    example="村社名册应到会党员11人，选举大会应到写10人。",
    fix="核对花名册，把两个数改成一致。",
    covers=("R14",),
)

_OWN = {"登记选民": "voters", "居民代表": "representatives"}


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every first round and every village whose 应到 is not what the other table says."""
    field = _OWN.get(records.term.profile.quorum.base, "due")
    for village in records.villages if field == "due" else ():
        yield from _too_many(village)
    for election in elections:
        ballot = election.ballots[0]
        due, own = ballot.meeting.due, getattr(ballot.village, field, None)
        if election.name == ELECTION and None not in (due, own) and due != own:
            message = f"{election.village}选举大会应到{due}人，村社名册是{own}人"
            yield RULE.at(ballot.meeting.place("due"), message, village=election.village)


def _too_many(village: Village) -> Iterator[Finding]:
    if village.due is not None and village.members is not None and village.due > village.members:
        message = f"{village.name}应到会党员{village.due}人，多于党员总数{village.members}人"
        yield RULE.at(village.place("due"), message, village=village.name)
