"""The measures of how the election was held: turnout, margin, seats, rounds, days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from gongshi.model.records import ELECTION
from gongshi.report.figures import Figure, Form
from gongshi.report.people_measures import UNKNOWN, heads_name, villages
from gongshi.report.roster import Scope

_KINDS = ("异议", "举报", "验票")


def organisations(scope: Scope) -> Iterator[Figure]:
    """S01: the Party organisations by their form (党委、党总支、党支部)."""
    found = Counter(organ.village.organisation or UNKNOWN for organ in scope.organs)
    for form in ("党委", "党总支", "党支部", UNKNOWN) if scope.of_party else ():
        if found[form] and set(found) != {UNKNOWN}:
            yield Figure(form, Fraction(found[form]), "个", len(scope.organs), "组织总数")


def attendance(scope: Scope) -> Iterator[Figure]:
    """S17: at the first valid round, of those due and, for the Party, of all members."""
    pairs = [organ.electors for organ in scope.organs if organ.electors]
    base = scope.profile.quorum.base
    if pairs:
        names = {"应到": "应到会党员", "居民代表": "应到居民代表", "登记选民": "登记选民"}
        due, present = (sum(pair[side] for pair in pairs) for side in (0, 1))
        yield Figure("实到", Fraction(present), "人", due, names.get(base, f"应到{base}"))
    if scope.of_party:
        every = [(o.village.members, o.electors[1]) for o in scope.organs if o.electors]
        yield from _participation("参加选举的党员", "党员总数", every)


def recommended(scope: Scope) -> Iterator[Figure]:
    """S17 of the recommendation meetings (两推): members and representatives apart."""
    for word, field, label in (
        ("党员", "members", "参加推荐的党员"),
        ("代表", "representatives", "参加推荐的村（居）民代表"),
    ):
        found = [
            (getattr(organ.village, field), meeting.present)
            for organ in scope.organs
            for meeting in organ.meetings
            if meeting.name != ELECTION and "推荐" in meeting.name and word in meeting.name
        ]
        base_name = "党员总数" if field == "members" else "村（居）民代表总数"
        yield from _participation(label, base_name, found)


def split_opinions(scope: Scope) -> Iterator[Figure]:
    """S26: elected, though only the Party members or only the masses recommended them."""
    found = [opinion for organ in scope.organs for opinion in organ.opinions]
    if found:
        count = Fraction(sum(ours != theirs for ours, theirs in found))
        base = (len(found), "两推都有得票的当选人")
        yield Figure("群众与党员推荐意见不一致", count, "人", *base)


def aware(scope: Scope) -> Iterator[Figure]:
    """S36: who knows what the election is about, of all members or all voters."""
    field, base_name = ("members", "党员总数") if scope.of_party else ("voters", "登记选民")
    found = [(getattr(one.village, field), one.village.aware) for one in scope.organs]
    yield from _participation("知晓换届政策和纪律", base_name, found)


def turnout(scope: Scope) -> Iterator[Figure]:
    """S18: who took part (实到, as the result notice says) of registered voters who elect."""
    if scope.profile.quorum.base != "登记选民":
        return
    found = [
        (organ.village.voters or organ.rounds[0].due, organ.rounds[0].present)
        for organ in scope.organs
        if organ.rounds
    ]
    yield from _participation("参加投票", "登记选民", found)


def direct(scope: Scope) -> Iterator[Figure]:
    """S19: organisations by 选举方式, where the column is filled."""
    found = Counter(organ.village.mode or UNKNOWN for organ in scope.organs)
    if set(found) <= {UNKNOWN}:
        return
    for label in ("直接选举", "间接选举", *([UNKNOWN] if found[UNKNOWN] else [])):
        count, whole = Fraction(found[label]), len(scope.organs)
        yield Figure(label, count, "个", whole, "组织总数")


def margin(scope: Scope) -> Iterator[Figure]:
    """S20: (candidates - elected) / elected, over the villages that have elected."""
    candidates = sum(len(organ.candidates) for organ in scope.done)
    if candidates:
        yield Figure("候选人", Fraction(candidates), "人")
        more = Fraction(candidates - len(scope.members))
        yield Figure("差额", more, "人", len(scope.members), "当选人数")


def reserved_seats(scope: Scope) -> Iterator[Figure]:
    """S21: members elected to a seat kept for some group (席位制), and where."""
    counts = [
        sum("席位制" in one.person.nomination + one.person.post_text for one in organ.members)
        for organ in scope.done
    ]
    if any(counts):
        yield Figure("席位制成员", Fraction(sum(counts)), "人", len(scope.members), "委员总数")
        yield villages(sum(map(bool, counts)), "设席位制的村（社区）", scope)


def head_votes(scope: Scope) -> Iterator[Figure]:
    """S22: votes of each 书记 (主任) of those present."""
    shares = [
        Fraction(one.votes, one.present)
        for one in scope.heads
        if one.votes is not None and one.present
    ]
    if shares:
        base = (len(shares), heads_name(scope))
        lowest, mean = min(shares) * 100, sum(shares, Fraction(0)) * 100 / len(shares)
        yield Figure("最低得票率", lowest, "%", *base, 1, Form.MEAN)
        yield Figure("平均得票率", mean, "%", *base, 1, Form.MEAN)
        many = sum(share >= Fraction(9, 10) for share in shares)
        yield Figure("得票率90%以上", Fraction(many), "人", *base)


def at_once(scope: Scope) -> Iterator[Figure]:
    """S23: one round, and no seat left open."""
    counted = [organ for organ in scope.done if organ.held]
    if counted:
        good = sum(o.held == 1 and len(o.members) >= o.seats for o in counted)
        yield Figure("一次选举成功", Fraction(good), "个", len(counted), "完成选举的村（社区）")


def seats(scope: Scope) -> Iterator[Figure]:
    """S24: villages by number of posts, and posts in the mean with two decimals."""
    found = Counter(organ.seats for organ in scope.organs if organ.seats)
    whole = sum(found.values())
    for number in sorted(found):
        yield Figure(f"{number}职", Fraction(found[number]), "个", whole, "村（社区）总数")
    if whole:
        mean = Fraction(sum(number * count for number, count in found.items()), whole)
        yield Figure("平均职数", mean, "职", whole, "村（社区）", 2, Form.MEAN)


def seats_total(scope: Scope) -> Iterator[Figure]:
    """S25: all posts, and against the term before."""
    now = sum(organ.seats for organ in scope.organs)
    yield Figure("职数", Fraction(now), "个")
    if scope.before is not None and scope.before.organs:
        old = sum(organ.seats for organ in scope.before.organs)
        yield Figure("总职数", Fraction(now - old), "个", form=Form.CHANGE)


def money(scope: Scope) -> Iterator[Figure]:
    """S25: what the change of posts saves or costs a year, where the subsidy is known."""
    each = scope.profile.numbers.get("每职年补贴")
    (_, *change) = seats_total(scope)
    if each is not None and change and (more := change[0].value):
        label = "预计每年减轻负担" if more < 0 else "预计每年增加支出"
        yield Figure(label, abs(more) * each.value / 10000, "万元", decimals=2)


def duration(scope: Scope) -> Iterator[Figure]:
    """S27: from the first thing done to the last result, both days counted."""
    firsts = [organ.first for organ in scope.organs if organ.first]
    lasts = [organ.last for organ in scope.done if organ.last]
    if firsts and lasts:
        yield Figure("前后历时", Fraction((max(lasts) - min(firsts)).days + 1), "天")


def removed(scope: Scope) -> Iterator[Figure]:
    """S29: persons on the roll whose 联审结果 is 不通过."""
    people = [one for organ in scope.organs for one in organ.nominated if one.review]
    count = sum(one.review == "不通过" for one in people)
    yield Figure("联审不通过", Fraction(count), "人", len(people), "联审人数")


def dropped(scope: Scope) -> Iterator[Figure]:
    """S29 of the examination (考察): who was examined and did not stand in the end."""
    stands = [
        not organ.candidates or any(one.name == other.name for other in organ.candidates)
        for organ in scope.organs
        for one in organ.nominated
        if one.examined_on and one.review != "不通过"
    ]
    out = Fraction(stands.count(False))
    yield Figure("考察后未列为候选人", out, "人", len(stands), "考察人数")


def complaints(scope: Scope) -> Iterator[Figure]:
    """S30: objections, reports and requests for a recount in the office's register."""
    found = [one for organ in scope.organs for one in organ.objections]
    kinds = Counter(one.kind or "异议" for one in found)
    for kind in _KINDS:
        yield Figure(kind, Fraction(kinds[kind]), "件", len(found), "登记总数")


def complaints_change(scope: Scope) -> Iterator[Figure]:
    """S30: all of them against the term before, where both terms kept the register."""
    now = sum(len(organ.objections) for organ in scope.organs)
    old = sum(len(organ.objections) for organ in scope.before.organs) if scope.before else 0
    if now and old:
        yield Figure("异议和举报", Fraction(now - old), "件", form=Form.CHANGE)


def covered(scope: Scope) -> Iterator[Figure]:
    """S32: candidates with whom discipline was talked over, and who signed the pledge."""
    people = [one for organ in scope.organs for one in organ.candidates]
    for label, field in (("谈话", "talked_on"), ("签订承诺书", "pledged_on")):
        count = sum(getattr(one, field) is not None for one in people)
        if count:
            yield Figure(label, Fraction(count), "人", len(people), "候选人总数")


def _participation(
    label: str, base_name: str, pairs: Iterable[tuple[int | None, int | None]]
) -> Iterator[Figure]:
    """Part of whole over the villages where both are known."""
    known = [(whole, part) for whole, part in pairs if whole is not None and part is not None]
    if known:
        part, whole = sum(pair[1] for pair in known), sum(pair[0] for pair in known)
        yield Figure(label, Fraction(part), "人", whole, base_name)
