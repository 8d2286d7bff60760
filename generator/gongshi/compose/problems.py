"""What can keep a register row from becoming a notice (C…)."""

from __future__ import annotations

from gongshi.model.finding import Severity
from gongshi.model.rule import Rule

UNKNOWN_KIND = Rule(
    id="C001",
    severity=Severity.ERROR,
    title="公告种类是有的",
    basis="公告模板（themes/notices）",
    what="公告登记簿里的公告种类要与某个公告模板的名称相同。",
    why="没有模板的公告写不出来。",
    example="公告种类写成了“候选人公布”。",
    fix="改成gongshi kinds列出的名称之一。",
)
BAD_KIND = Rule(
    id="C002",
    severity=Severity.ERROR,
    title="公告模板写得对",
    basis="公告模板（themes/notices）",
    what="每个模板文件夹里的kind.yml只有规定的键，需要的内容都有名称，notice.md.j2语法正确。",
    why="模板错了，用它的公告都写不出来。",
    example="kind.yml里把“需要”写成了“须要”。",
    fix="按手册“增加一种公告”改正模板。",
)
MISSING_FACT = Rule(
    id="C003",
    severity=Severity.ERROR,
    title="公告要写的内容台账里都有",
    basis="《党务公开条例（试行）》第十五条（公开内容的准确性审核）",
    what="每种公告的kind.yml列出它需要的内容，逐项在台账和设置里查找。",
    why="公告上不能留空，也不能由电脑代填。",
    example="选举公告已审，会议情况表里还没有写会议地点。",
    fix="在台账里补上；还不能确定的，先把登记簿这一行的状态改回草稿。",
)
WRONG_BODY = Rule(
    id="C004",
    severity=Severity.ERROR,
    title="公告种类适用于这次选举",
    basis="公告模板（themes/notices）",
    what="模板的“适用”列出党组织、村民委员会、居民委员会中的哪些。",
    why="党组织选举的公告不能用于村（居）民委员会选举。",
    example="居民委员会换届登记了一种只用于党组织的公告。",
    fix="换一种公告，或者改term.yml的规则。",
)
BAD_TEMPLATE = Rule(
    id="C005",
    severity=Severity.ERROR,
    title="公告模板能写出没有空白的公告",
    basis="公告模板（themes/notices）",
    what="用模板写公告时，每个要填的地方都填上了内容。",
    why="印出来的公告不能有空白。",
    example="模板用了没有在“需要”里列出的内容。",
    fix="按手册“增加一种公告”改正模板。",
)
BAD_TARGET = Rule(
    id="C006",
    severity=Severity.ERROR,
    title="更正公告指明同村的一份公告",
    basis="《中华人民共和国政府信息公开条例》第六条",
    what="更正公告的“更正对象”是登记簿里同一村（社区）另一份公告的编号，并写明“更正内容”。",
    why="说不清更正哪一份，群众就不知道以哪一份为准。",
    example="更正对象写成了自己的编号，或者写成了别村的公告。",
    fix="在公告登记簿的“更正对象”一栏填原公告的编号。",
)
TARGET_WAITS = Rule(
    id="C007",
    severity=Severity.NOTE,
    title="更正的是已经签发的公告",
    basis="《中华人民共和国政府信息公开条例》第六条",
    what="更正对象已经签发，才写得出更正公告。",
    why="没有签发的公告直接改台账就行，用不着更正。",
    example="第5号还是草稿，就登记了更正第5号的公告。",
    fix="原公告没有签发的，直接改台账。",
)
NO_RESULT = Rule(
    id="C008",
    severity=Severity.ERROR,
    title="选举有效并且选出了人，才有结果公告",
    basis="《中国共产党基层组织选举工作条例》《中华人民共和国村民委员会组织法》"
    "《中华人民共和国城市居民委员会组织法》",
    what="按规则核对到会人数、选票和得票，能确定当选人才写选举结果公告和任职公示。",
    why="选举无效或者得票相等需要另行选举时，不能公布当选人。",
    example="到会人数不到应到会人数的五分之四。",
    fix="核对会议情况和得票情况；确实无效的，按规定重新选举后登记新的一轮。",
)
UNCLEARED = Rule(
    id="C009",
    severity=Severity.ERROR,
    title="公示的候选人都通过了联审",
    basis="《中国共产党基层组织选举工作条例》《中华人民共和国村民委员会组织法》"
    "《中华人民共和国城市居民委员会组织法》关于候选人资格审查的规定",
    what="候选人名册里联审结果写了“不通过”或者“待审”的人，不能写进候选人公示。",
    why="资格审查没有通过的人不能作为候选人公布。",
    example="一名预备人选的联审结果还是“待审”，候选人公示已审。",
    fix="联审通过后改写联审结果；没有通过的，把阶段改为初步人选或者删去这一行。",
)

RULES = (
    UNKNOWN_KIND,
    BAD_KIND,
    MISSING_FACT,
    WRONG_BODY,
    BAD_TEMPLATE,
    BAD_TARGET,
    TARGET_WAITS,
    NO_RESULT,
    UNCLEARED,
)
