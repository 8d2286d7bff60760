"""规则调整: the numbers on people and teams that plans set, beside those of the law.

National law is silent on most of them, so they stand in no profile of the program until a
province, a county or a township gives them.  The values here are only examples of how
each is written.
"""

from __future__ import annotations

from fractions import Fraction

from gongshi.model.profile import Number, Share, Words
from gongshi.read.overrides import Item, list_item, number_item, share_item

#: 数值: counts of persons and ages (周岁), by name.
NUMBERS = {
    "班子妇女人数": 1,
    "初步人选妇女人数": 2,
    "预备人选妇女人数": 1,
    "年轻干部年龄": 35,
    "年轻干部人数": 1,
    "大龄干部年龄": 55,
    "大龄干部人数": 1,
    "书记年轻年龄": 45,
    "骨干年龄": 45,
    "大学生村官主干人数": 1,
    "筹备组人数": 3,
    "筹备组组长人数": 1,
    "到会指导人数": 1,
    "每组民情直报员人数": 1,
    **{
        f"{rank}类{kind}职数": seats
        for kind in ("村", "社区")
        for rank, seats in (("一", 7), ("二", 5), ("三", 3))
    },
}

#: 比例: the share and what it is a share of.
SHARES = {
    "妇女成员比例": ("30%", "成员"),
    "妇女主任比例": ("10%", "主任"),
    "书记优秀农民工比例": ("30%", "书记"),
    "书记致富带头人比例": ("50%", "书记"),
    "书记大专以上比例": ("50%", "书记"),
    "书记年轻比例": ("30%", "书记"),
    "骨干年龄比例": ("50%", "成员"),
    "骨干学历比例": ("50%", "成员"),
    "交叉任职比例": ("50%", "成员"),
    "一肩挑比例": ("100%", "村（社区）"),
    "纪检委员兼监督主任比例": ("100%", "村（社区）"),
    "妇联主席进班子比例": ("100%", "村（社区）"),
    "团支部书记进班子比例": ("50%", "村（社区）"),
    "纪律谈话比例": ("100%", "候选人"),
    "承诺书签订比例": ("100%", "候选人"),
}

#: 名单: words, offices in their order, or one way of several.
LISTS = {
    "近亲属": ("配偶", "父母", "子女"),
    "选举委员会回避": ("候选人", "近亲属"),
    "监票计票回避": ("候选人", "近亲属", "到会指导人"),
    "受托人限制": ("候选人",),
    "委托投票": ("不得委托",),
    "联审部门": ("纪检监察", "公安", "司法"),
    "放宽审批": ("镇党委", "县委组织部"),
    "增加职数审批": ("镇党委", "县委组织部"),
    "不计入应到情形": ("年老体弱卧床不起", "自费出国半年以上"),
    "没有选举权情形": ("预备党员", "留党察看"),
    "不得提名的情形": ("开除党籍", "刑事处罚"),
    "演讲稿审核": ("主任", "副主任", "委员"),
    "年龄计算日": ("2026-11-30",),
    "在读学历": ("不计入",),
    "光委员": ("不提倡",),
}


def people_items() -> dict[str, Item]:
    """The item of each of these names."""
    shares = {
        name: Share(Fraction(part.rstrip("%")) / 100, True, base, "")
        for name, (part, base) in SHARES.items()
    }
    return {
        **{name: number_item(name, Number(value, "")) for name, value in NUMBERS.items()},
        **{name: share_item(name, part) for name, part in shares.items()},
        **{name: list_item(name, Words(words, "")) for name, words in LISTS.items()},
    }
