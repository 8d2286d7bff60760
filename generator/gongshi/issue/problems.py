"""What can be wrong with notices that are already issued (I…)."""

from __future__ import annotations

from gongshi.model.finding import Severity
from gongshi.model.rule import Rule

_BASIS = "《中华人民共和国档案法》第三十七条（来源可靠、程序规范）"
_RESTORE = "从备份取回原文件；确需改正内容的，在公告登记簿登记一条更正公告。"

CHANGED = Rule(
    id="I001",
    severity=Severity.ERROR,
    title="已签发的公告文件没有被改动",
    basis=_BASIS,
    what="逐个计算issued文件夹里公告文件的SHA-256，与签发链chain.txt里记下的比对。",
    why="公告签发后就是定稿，张贴的、网上的、存档的必须是同一份；事后改动无法向群众交代。",
    example="签发后用记事本打开0005-candidates.md，把一个人的出生年月改了。",
    fix=_RESTORE,
)
MISSING = Rule(
    id="I002",
    severity=Severity.ERROR,
    title="签发链里的公告文件都在",
    basis=_BASIS,
    what="签发链chain.txt的每一行都要有对应的公告文件。",
    why="少了一份，就少了一份已经张贴过的公告的凭据。",
    example="整理文件夹时误删了0005-candidates.md。",
    fix="从备份取回原文件。",
)
ADDED = Rule(
    id="I003",
    severity=Severity.ERROR,
    title="issued文件夹里没有不经签发的文件",
    basis=_BASIS,
    what="issued文件夹里除chain.txt外的每个文件都要在签发链里有一行。",
    why="手工放进去的文件没有经过审批和签发，不能当作公告发布。",
    example="把0005-candidates.md复制成0005-candidates（副本）.md。",
    fix="把这个文件移出issued文件夹；要发布的公告在公告登记簿登记后用gongshi issue签发。",
)
MALFORMED = Rule(
    id="I004",
    severity=Severity.ERROR,
    title="签发链的每一行都读得懂",
    basis=_BASIS,
    what="chain.txt每行是“链值 文件SHA-256 签发日期 文件名”，用一个空格隔开，不重复。",
    why="读不懂的行不能证明任何一份公告。",
    example="用写字板保存chain.txt后多出了空行。",
    fix="从备份取回chain.txt。",
)
BROKEN = Rule(
    id="I005",
    severity=Severity.ERROR,
    title="签发链首尾相接",
    basis=_BASIS,
    what="每一行的链值由上一行的链值和本行内容算出，逐行重算。",
    why="链值对不上，说明中间有行被改、被删或被插入。",
    example="删掉了chain.txt中间的一行。",
    fix="从备份取回chain.txt。",
)
REORDERED = Rule(
    id="I006",
    severity=Severity.ERROR,
    title="签发链的次序没有变",
    basis=_BASIS,
    what="链值对不上、但能接在别的行后面的，就是次序被改动。",
    why="签发的先后是公告的一部分：更正总在原公告之后。",
    example="把chain.txt按文件名重新排了序。",
    fix="从备份取回chain.txt。",
)
BACKDATED = Rule(
    id="I007",
    severity=Severity.ERROR,
    title="签发日期不早于上一份",
    basis=_BASIS,
    what="签发链里的日期一行不早于一行。",
    why="倒签日期的公告不可信。",
    example="电脑日期调回去以后签发了公告。",
    fix="查明是谁在何时签发的；签发前核对电脑日期。",
)
UNREADABLE = Rule(
    id="I008",
    severity=Severity.ERROR,
    title="已签发的公告文件是本程序写的那一种",
    basis=_BASIS,
    what="公告文件开头的信息栏各项齐全、不重复、次序不变，编号与文件名一致。",
    why="读不出信息栏的文件不能上网，也不能印。",
    example="信息栏里多写了一行“备注”。",
    fix=_RESTORE,
)
DISAGREES = Rule(
    id="I009",
    severity=Severity.WARNING,
    title="已签发的公告与台账一致",
    basis="《中华人民共和国政府信息公开条例》第六条（发现不准确信息应当发布准确信息）",
    what="用现在的台账把每份已签发的公告重新写一遍，与签发的文字比较。",
    why="台账改了而公告没有更正，群众看到的就不是真实情况。",
    example="候选人公示签发后，名册里一个人的出生年月改成了另一个月。",
    fix="台账写错的改回来；公告写错的发更正公告。",
)
REPLACED = Rule(
    id="I010",
    severity=Severity.ERROR,
    title="已签发公告的登记簿行不挪作他用",
    basis=_BASIS,
    what="公告登记簿里编号所在的行，公告种类和村与已签发的公告相同，行还在。",
    why="编号是公告的名字，网址和二维码都用它；一个编号只能是一份公告。",
    example="第5号候选人公示签发后，登记簿第5号改成了另一个村。",
    fix="把登记簿这一行改回去；新公告用新编号。",
)

STEP_BROKEN = Rule(
    id="I030",
    severity=Severity.ERROR,
    title="纪实的记录首尾相接",
    basis="全程纪实（逐条记录时间、地点、责任人和结果）的通行做法",
    what="核对 issued/steps.txt 的每一行是不是接着上一行算出来的。",
    why="接不上说明有人改过、删过或者插过记录。",
    example="steps.txt 里有一行的结果被改了一个字。",
    fix="从备份恢复 issued/steps.txt，不要用手改。",
)
STEP_CHANGED = Rule(
    id="I031",
    severity=Severity.ERROR,
    title="记下的步骤只添不改",
    basis="全程纪实（逐条记录时间、地点、责任人和结果）的通行做法",
    what="签发公告时记下的每一步，全程纪实表里都还在，一个字不差。",
    why="事后改动纪实，就不能证明当时做了什么。",
    example="11月2日的一步签发以后，责任人改成了另一个人。",
    fix="把这一行改回来；当时记错的，另加一行写明更正。",
)

RULES = (
    CHANGED,
    MISSING,
    ADDED,
    MALFORMED,
    BROKEN,
    REORDERED,
    BACKDATED,
    UNREADABLE,
    DISAGREES,
    REPLACED,
    STEP_BROKEN,
    STEP_CHANGED,
)
