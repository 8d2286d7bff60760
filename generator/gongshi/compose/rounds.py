"""Another round of voting: why it is needed, for which seats, and between whom."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gongshi.compose.decided import decided, still_on
from gongshi.compose.problems import NO_NEW_ROUND
from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import chinese_date, electors, numeral, share_words, weekday
from gongshi.model.records import POSTS, Meeting, Vote
from gongshi.names.order import in_stroke_order
from gongshi.rules.results import Outcome, base_of, is_void, outcome


@dataclass(frozen=True, slots=True)
class OpenPost:
    """One post that is not filled: the seats, and those between whom the next round decides."""

    post: str
    seats: int
    names: str
    count: int
    note: str


@dataclass(frozen=True, slots=True)
class NextRound:
    """The round that failed, why, and the next one; ``posts`` is empty if all is voted anew.

    ``least`` is the share of 另行选举当选 that winners need, with its article, or empty.
    """

    last: str
    reason: str
    name: str
    day: str
    weekday: str
    time: str
    venue: str
    posts: tuple[OpenPost, ...]
    least: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """A void election: when it was held and why it counts for nothing; never a winner."""

    day: str
    meeting: str
    reason: str


def another_election(scene: Scene) -> NextRound:
    """另行选举: seats that nobody won, between the next in votes; raises C014 if there are none."""
    held = _held(scene)
    posts = [] if is_void(scene.records, held) else _vacant(scene, held)
    if not posts:
        message = f"{scene.village.name}第{numeral(held.round)}轮没有需要另行选举的名额"
        raise MissingError(message, held.place("round"), rule=NO_NEW_ROUND)
    seats = "、".join(f"{one.post}{one.seats}名" for one in posts)
    following = _next(scene, held, f"当选人数不足应选名额，尚缺{seats}", tuple(posts))
    share = scene.profile.shares.get("另行选举当选")
    return (
        replace(following, least=share_words(share), article=share.article) if share else following
    )


def ballot_again(scene: Scene) -> NextRound:
    """重新投票: a tie at the last seat, or a void round; raises C014 if there is neither."""
    held = _held(scene)
    if is_void(scene.records, held):
        return _next(scene, held, void_reason(scene, held), ())
    tied = [one for one in outcome(scene.records, held) if one.tied]
    if not tied:
        message = f"{scene.village.name}第{numeral(held.round)}轮没有得票相等、选举也不是无效"
        raise MissingError(message, held.place("round"), rule=NO_NEW_ROUND)
    posts = tuple(_open(scene, one.post, one.vacant, one.tied) for one in tied)
    names = "；".join(f"{one.post}候选人{one.names}得票相等" for one in posts)
    return _next(scene, held, f"{names}，不能确定当选人", posts)


def failed_election(scene: Scene) -> Failed:
    """选举无效: the last round as counted, or as a decision of this matter says it."""
    try:
        held = _held(scene)
    except MissingError:
        held = None
    meeting = electors(scene.body, scene.profile.quorum.base)[1]
    if held is not None and is_void(scene.records, held) and held.day:
        return Failed(chinese_date(held.day), meeting, void_reason(scene, held))
    told = decided("选举无效")(scene)
    if not told.ground:
        raise MissingError(f"处理决定表没有写{scene.village.name}选举无效的决定情形")
    if held is None or held.day is None:
        raise MissingError(f"会议情况表里没有{scene.village.name}已经举行的选举大会")
    return Failed(chinese_date(held.day), meeting, f"经{told.body}决定，{told.ground}，选举无效")


def void_reason(scene: Scene, meeting: Meeting) -> str:
    """Why a round counts for nothing, in numbers, as the notice says it."""
    quorum = scene.profile.quorum
    due = base_of(quorum, meeting, scene.village) or 0
    if not quorum.reached(meeting.present or 0, due):
        who = electors(scene.body, quorum.base)[0]
        did = "参加投票" if quorum.base == "登记选民" else "实到会"
        need = quorum.least(due)
        return f"{who}{due}名，{did}{meeting.present}名，少于选举有效所需的{need}名，选举无效"
    counts = f"发出选票{meeting.issued}张，收回选票{meeting.collected}张"
    return f"{counts}，收回的选票多于发出的选票，选举无效"


def _held(scene: Scene) -> Meeting:
    """The last round of the election held by the day of posting."""
    posted = scene.entry.posted
    rounds = [
        one
        for one in scene.records.rounds_of(scene.village.name)
        if one.held and not (posted and one.day and one.day > posted)
    ]
    if not rounds:
        raise MissingError(f"会议情况表里没有{scene.village.name}已经举行的选举大会")
    return max(rounds, key=lambda one: one.round)


def _vacant(scene: Scene, held: Meeting) -> list[OpenPost]:
    """Posts with seats that nobody won and no tie is about; one candidate more than seats."""
    found = []
    for one in sorted(outcome(scene.records, held), key=lambda one: POSTS.index(one.post)):
        if one.vacant > 0 and not one.tied:
            found.append(_open(scene, one.post, one.vacant, _following(one)))
    return found


def _following(one: Outcome) -> tuple[Vote, ...]:
    """The most voted of the rest, one more than seats; equal votes at the end all stay."""
    rest, most = one.others, one.vacant + 1
    if len(rest) <= most:
        return rest
    return tuple(vote for vote in rest if vote.in_favour >= rest[most - 1].in_favour)


def _open(scene: Scene, post: str, seats: int, votes: tuple[Vote, ...]) -> OpenPost:
    order = scene.profile.order
    names = [vote.name for vote in in_stroke_order(list(votes), lambda one: one.name, order)]
    if not names:
        raise MissingError(f"得票情况表里没有{scene.village.name}可以参加下一轮的{post}候选人")
    note = f"（按{order}为序）" if len(names) > 1 else ""
    return OpenPost(post, seats, "、".join(names), len(names), note)


def _next(scene: Scene, held: Meeting, reason: str, posts: tuple[OpenPost, ...]) -> NextRound:
    rounds = scene.records.rounds_of(scene.village.name)
    coming = next((one for one in rounds if one.round == held.round + 1), None)
    what = f"第{numeral(held.round + 1)}轮投票"
    if coming is None:
        raise MissingError(f"会议情况表里没有{scene.village.name}选举大会第{held.round + 1}轮")
    still_on(scene, [coming])
    for field, column in (("day", "日期"), ("time", "时间"), ("venue", "地点")):
        if not getattr(coming, field):
            raise MissingError(
                f"会议情况表没有写{scene.village.name}{what}的{column}", coming.place(field)
            )
    day = coming.day or held.day
    last = chinese_date(held.day) if held.day else ""
    if day is None:
        raise MissingError(f"会议情况表没有写{scene.village.name}{what}的日期")
    return NextRound(
        last, reason, what, chinese_date(day), weekday(day), coming.time, coming.venue, posts
    )
