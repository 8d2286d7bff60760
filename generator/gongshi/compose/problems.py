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

CALLED_OFF = Rule(
    id="C010",
    severity=Severity.ERROR,
    title="终止或者无效的选举不公布当选人",
    basis="《中国共产党基层组织选举工作条例》《中华人民共和国村民委员会组织法》"
    "《中华人民共和国城市居民委员会组织法》关于选举有效和当选的规定",
    what="处理决定表决定终止选举或者选举无效以后，不再写这次选举的选举公告、候选人公告和结果公告；"
    "宣布无效以后又开过会的除外。",
    why="已经终止、无效的选举没有当选人，再公布就是错的。",
    example="11月20日决定选举无效，11月21日登记了任职公示。",
    fix="把登记簿这一行改为作废；重新选举后登记新的一轮会议，再写结果。",
)
STRUCK_OFF = Rule(
    id="C011",
    severity=Severity.ERROR,
    title="被取消资格的人不再写进公告",
    basis="换届纪律的通行规定（一经发现立即取消参选资格；已经当选的，宣布当选无效）",
    what="处理决定表写明取消候选人资格、退出或者当选无效的人，决定当日起不写进候选人公示和任职公示。",
    why="不是候选人的人被公布，群众会投错票。",
    example="11月3日决定取消王伟的候选人资格，11月5日的正式候选人公告里还有王伟。",
    fix="在候选人名册里改写他的阶段或者删去这一行，再写公告。",
)
ROLL_DIFFERS = Rule(
    id="C012",
    severity=Severity.ERROR,
    title="选民名单的人数与登记选民一致",
    basis="《中华人民共和国村民委员会组织法》《中华人民共和国城市居民委员会组织法》"
    "关于登记参加选举的人员名单的规定",
    what="选民名单逐人计数（减去删除的，加上增加的），与村社名册的登记选民相同。",
    why="选举是否有效按登记选民计算，名单和总数对不上就算不准。",
    example="选民名单有1199人，村社名册登记选民写的是1200人。",
    fix="核对名单，改正多写、漏写的一处。",
)
WRONG_DAY = Rule(
    id="C013",
    severity=Severity.ERROR,
    title="延期以后公布新的选举日期",
    basis="换届工作的通行做法（选举日期变动应当公告）",
    what="处理决定表决定延期选举以后，公告里的选举日期不早于改定的日期。",
    why="公布了旧日期，群众就白跑一趟。",
    example="选举已经改到12月8日，会议情况表里的日期还是12月1日。",
    fix="把会议情况表的日期改成改定的日期。",
)
NO_NEW_ROUND = Rule(
    id="C014",
    severity=Severity.ERROR,
    title="确实需要，才公告另行选举、重新投票",
    basis="《中国共产党基层组织选举工作条例》《中华人民共和国村民委员会组织法》"
    "《中华人民共和国城市居民委员会组织法》关于另行选举和重新投票的规定",
    what="有名额没有选出，才写另行选举公告；最后一个名额得票相等，或者选举无效，才写重新投票公告。",
    why="已经选出的名额不能再选一次。",
    example="职数全部选出，登记了另行选举公告。",
    fix="核对得票情况；不需要另一轮的，把登记簿这一行改为作废。",
)
STILL_PUBLIC = Rule(
    id="C015",
    severity=Severity.ERROR,
    title="公示期满、异议办结，才公布公示结果和任职",
    basis="换届工作方案的通行规定（公示无异议的，按程序审批任命）",
    what="公示结果说明、批复和任职通知的发布日期在公示期满以后，这次公示收到的异议都已办结。",
    why="公示没有期满，或者有异议没有查清，不能当作没有异议。",
    example="任职公示11月30日期满，任职通知11月28日发布。",
    fix="等公示期满、异议办结以后再发布；在异议登记里填办结日期和处理结论。",
)

NO_WORDING = Rule(
    id="C040",
    severity=Severity.NOTE,
    title="双语公告的模板有另一种文字",
    basis="公告模板（themes/notices）",
    what="township.yml写了双语的乡镇，登记的每种公告都有这种文字的模板（notice.文字代码.md.j2）。",
    why="没有译文模板的公告只用中文公布，看中文有困难的群众就看不到。",
    example="双语写了en，登记的一种公告没有notice.en.md.j2。",
    fix="只用中文公布的不必处理；要双语的，按手册“双语公告”给这种公告加模板。",
)
NO_OTHER_NAME = Rule(
    id="C041",
    severity=Severity.WARNING,
    title="双语公告里的名字都有另一种文字的写法",
    basis="双语公告的通行做法（姓名、村名用本人、本村通用的写法）",
    what="township.yml写了双语的，公告里的人名、村名都有“另一文字名称”；英文可以用汉语拼音代替。",
    why="名字怎样写由本人和本村定，电脑不能代写。",
    example="双语写了ug，候选人名册没有写一名候选人的另一文字名称。",
    fix="在“另一文字名称”一栏填写；没有这一栏的表，写进township.yml的“译名”。",
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
    CALLED_OFF,
    STRUCK_OFF,
    ROLL_DIFFERS,
    WRONG_DAY,
    NO_NEW_ROUND,
    STILL_PUBLIC,
    NO_WORDING,
    NO_OTHER_NAME,
)
