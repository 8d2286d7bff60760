"""What can be wrong with figures (B…): typed ones, and bands that overlap."""

from __future__ import annotations

from gongshi.model.finding import Severity
from gongshi.model.rule import Rule

_BASIS = "换届统计报表的数字核对（通行做法）"

DIFFERS = Rule(
    id="B001",
    severity=Severity.WARNING,
    title="上报的数字与表格一致",
    basis=_BASIS,
    what="统计核对表里的每个数字，与程序从名册、会议、得票算出来的相同；按填写的小数位数四舍五入以后比较。",
    why="手工统计常有基数用错、去尾不进位、抄错的数字，上报以后互相矛盾。",
    example="138名委员中118名交叉任职，填92.2%，应为85.5%；138÷42填3.28，应为3.29。",
    fix="核对基数和名册；上报的数字错了就改统计核对表，名册漏填了就补名册。",
)
NOT_WHOLE = Rule(
    id="B002",
    severity=Severity.WARNING,
    title="分项之和等于总数",
    basis=_BASIS,
    what="性别、民族、年龄、学历、职务等结构的各项相加，等于总数。",
    why="各项加起来不等于总数，说明有人重复算了，或者漏了。",
    example="支部委员61名，其中书记17名、副书记9名、委员39名，相加是65名。",
    fix="兼任几个职务的人只按最高的职务算一次；年龄段、学历段不要重叠。",
)
UNKNOWN_FIGURE = Rule(
    id="B003",
    severity=Severity.WARNING,
    title="统计核对表的指标是有的",
    basis=_BASIS,
    what="统计核对表的指标和分项，是gongshi report列出的一种。",
    why="认不出的指标没有核对过。",
    example="指标写成了“平均年令”。",
    fix="按gongshi report导出的表里的指标和分项填写；表格没有的资料不要列入核对。",
)
UNREADABLE = Rule(
    id="B004",
    severity=Severity.WARNING,
    title="统计核对表的数值是数字",
    basis=_BASIS,
    what="数值写数字，可以带单位或者百分号；3、28读作3.28。",
    why="读不出的数值没有核对过。",
    example="数值写成了“约九成”。",
    fix="写成36、36人、67.9%、41.6岁的样子。",
)
RULES = (DIFFERS, NOT_WHOLE, UNKNOWN_FIGURE, UNREADABLE)
