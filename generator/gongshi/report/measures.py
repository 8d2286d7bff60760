"""Every figure that summaries of an election state, as one list of declarations.

The numbers are those of the catalogue of papers (S01–S36), so that a figure can be
traced to the sentence that asks for it.  A measure is a pure function of a
:class:`~gongshi.report.roster.Scope`; what the tables do not hold it leaves out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gongshi.model.records import ELECTION
from gongshi.report import people_measures as people
from gongshi.report import process_measures as process
from gongshi.report.figures import Figure, Statistic
from gongshi.report.roster import Scope


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: ``lead`` opens its sentence, ``definition`` says how it is counted.

    ``whole``: its counts are the parts of one total.  ``public``: it may stand on the
    township's site; what concerns complaints and reviews stays in the office.
    """

    id: str
    title: str
    lead: str
    definition: str
    tell: Callable[[Scope], Iterator[Figure]]
    whole: bool = False
    public: bool = True


MEASURES: tuple[Measure, ...] = (
    Measure("S01", "当选人数", "", "每人只算一次，兼几个职务的也算一人", people.elected),
    Measure(
        "S01A",
        "组织形式",
        "按组织形式分",
        "占组织总数的比例",
        process.organisations,
        whole=True,
    ),
    Measure(
        "S15",
        "职务结构",
        "按职务分",
        "每人按最高的职务算一次，各项之和等于总数",
        people.posts,
        whole=True,
    ),
    Measure("S13", "性别结构", "按性别分", "占全体当选人的比例", people.sexes, whole=True),
    Measure(
        "S05", "女性", "", "女性占全体当选人、女书记（主任）占书记（主任）的比例", people.women
    ),
    Measure(
        "S14",
        "民族结构",
        "按民族分",
        "占全体当选人的比例",
        people.ethnicities,
        whole=True,
    ),
    Measure(
        "S02",
        "平均年龄",
        "",
        "选举日的周岁，出生当月算已满；只算填了出生年月的人",
        people.average_age,
    ),
    Measure(
        "S11",
        "年龄结构",
        "按年龄分",
        "选举日的周岁，两头都含；年龄段可以在规则里改",
        people.ages,
        whole=True,
    ),
    Measure("S03", "学历占比", "", "在读的按在读的学历算", people.schooled),
    Measure(
        "S12",
        "学历结构",
        "按学历分",
        "在读的按在读的学历算；学历段可以在规则里改",
        people.schooling,
        whole=True,
    ),
    Measure(
        "S04",
        "年龄学历变化",
        "",
        "本届减上届，用没有四舍五入的数相减",
        people.age_change,
    ),
    Measure("S06", "新任连任", "按新任连任分", "占全体当选人的比例", people.standings, whole=True),
    Measure(
        "S16",
        "书记（主任）新任连任",
        "书记（主任）按新任连任分",
        "占书记（主任）总数的比例",
        people.head_standings,
        whole=True,
    ),
    Measure(
        "S07",
        "书记（主任）人员类别",
        "书记（主任）按人员类别分",
        "占书记（主任）总数的比例",
        people.head_categories,
        whole=True,
    ),
    Measure(
        "S08",
        "年龄偏大的书记（主任）",
        "",
        "占新任（连任）书记（主任）的比例；年龄可以在规则里改",
        people.too_old,
        public=False,
    ),
    Measure("S34", "人员类别", "按人员类别分", "占全体当选人的比例", people.categories, whole=True),
    Measure("S28", "一技之长", "", "人员类别属于规则列出的类别的人", people.skilled),
    Measure(
        "S09",
        "一肩挑",
        "",
        "书记同时当选（兼任）村（居）委会主任的村（社区），占完成选举的村（社区）的比例",
        people.both_posts,
    ),
    Measure(
        "S10",
        "交叉任职",
        "",
        "在村党组织和村（居）委会都有职务的人，占全体当选人的比例",
        people.cross_appointed,
    ),
    Measure(
        "S24",
        "职数",
        "按职数分",
        "每个村（社区）的职数；平均职数保留两位小数",
        process.seats,
        whole=True,
    ),
    Measure(
        "S25",
        "总职数",
        "",
        "各村（社区）职数之和",
        process.seats_total,
    ),
    Measure("S25A", "职数经费", "", "总职数比上届的增减乘以规则的每职年补贴", process.money),
    Measure("S21", "席位制", "", "提名方式或者拟任职务写明席位制的人", process.reserved_seats),
    Measure(
        "S17",
        "到会",
        ELECTION,
        "第一轮有效选举的实到，分别占应到和党员总数；两个基数不混用",
        process.attendance,
    ),
    Measure("S17A", "推荐参加率", "民主推荐", "推荐会实到占党员、代表总数", process.recommended),
    Measure(
        "S26",
        "推荐意见",
        "",
        "党员推荐和群众推荐一个过半、一个没有过半的当选人",
        process.split_opinions,
        public=False,
    ),
    Measure("S36", "知晓率", "", "抽查、测试中知道换届政策和纪律的人数", process.aware),
    Measure("S18", "投票率", "", "参加投票占登记选民的比例", process.turnout),
    Measure("S19", "选举方式", "按选举方式分", "占组织总数的比例", process.direct, whole=True),
    Measure(
        "S20",
        "差额比例",
        "",
        "（候选人数－当选人数）÷当选人数，只算完成选举的村（社区）",
        process.margin,
    ),
    Measure(
        "S22", "书记（主任）得票率", "书记（主任）得票", "赞成票占实到会人数", process.head_votes
    ),
    Measure("S23", "一次成功", "", "只选一轮、职数没有空缺的村（社区）", process.at_once),
    Measure("S27", "历时", "", "从第一件事到最后一个选举结果，首尾两天都算", process.duration),
    Measure(
        "S29",
        "联审清除",
        "",
        "联审结果是不通过的，占参加联审人数的比例",
        process.removed,
        public=False,
    ),
    Measure(
        "S29A",
        "考察淘汰",
        "",
        "考察过、最后没有列为候选人的，占考察人数的比例",
        process.dropped,
        public=False,
    ),
    Measure(
        "S30",
        "异议和举报",
        "",
        "异议登记表的件数",
        process.complaints,
        whole=True,
        public=False,
    ),
    Measure(
        "S30A",
        "异议和举报变化",
        "",
        "本届减上届，两届都有异议登记表才比较",
        process.complaints_change,
        public=False,
    ),
    Measure("S32", "谈话和承诺", "", "占候选人总数的比例", process.covered, public=False),
)

BY_ID = {measure.id: measure for measure in MEASURES}


def statistics(scope: Scope, ids: Iterable[str] | None = None) -> tuple[Statistic, ...]:
    """The figures of all measures, or of some, in their order; empty ones are left out."""
    wanted = MEASURES if ids is None else tuple(BY_ID[id_] for id_ in ids)
    found = (_statistic(measure, scope) for measure in wanted)
    return tuple(one for one in found if one.figures)


def _statistic(measure: Measure, scope: Scope) -> Statistic:
    """One measure, 书记（主任） replaced by the head that is elected here."""
    title, lead, definition = (
        text.replace("书记（主任）", scope.head)
        for text in (measure.title, measure.lead, measure.definition)
    )
    figures = tuple(f for f in measure.tell(scope) if f.base is None or f.base > 0)
    return Statistic(measure.id, title, lead, definition, measure.whole, figures)
