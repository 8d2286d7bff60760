"""The tables of persons beside the candidates: kin, reviews, bodies, voters.

None of them has to be there; most only serve for checking and are never published.
"""

from __future__ import annotations

from gongshi.read.column import Table
from gongshi.read.common_columns import INDEX, REMARK, SEX, choice, date, person, text, village

KINSHIPS = Table(
    "kinships",
    "亲属关系",
    (
        INDEX,
        village("village"),
        person("姓名", "name", "本人姓名", example="王伟"),
        text(
            "关系",
            "relation",
            "亲属关系",
            "与本人关系",
            required=True,
            note="亲属是本人的什么人",
            example="配偶",
        ),
        person("亲属姓名", "relative", "亲属", example="张丽"),
        REMARK,
    ),
    "近亲属一对一行；只用来核对，不公布",
    ("village", "name", "relative"),
    optional=True,
)

EXEMPTIONS = Table(
    "exemptions",
    "放宽审批",
    (
        INDEX,
        village("village"),
        choice(
            "放宽事项", "matter", "年龄 学历 职数 延期 亲属回避 其他", "审批事项", required=True
        ),
        person(
            "姓名", "name", "人选姓名", required=False, note="放宽职数、延期的不填", example="王伟"
        ),
        text("放宽理由", "reason", "理由"),
        text("审批单位", "approver", "批准单位", required=True, example="中共东安县委组织部"),
        date("批准日期", "approved", "审批日期", required=True),
        text("批准文号", "document_number", "批复文号", "文号"),
        REMARK,
    ),
    "每一级批准一行；几级批准就写几行",
    ("village", "matter", "name", "approver"),
    optional=True,
)

CLEARANCES = Table(
    "clearances",
    "联审意见",
    (
        INDEX,
        village("village"),
        person("姓名", "name", "人选姓名", "候选人", example="王伟"),
        text("联审部门", "department", "部门", "审查部门", required=True, example="公安"),
        choice("部门意见", "opinion", "无异议 有异议", "意见", "审查意见", required=True),
        date("联审日期", "day", "审查日期"),
        REMARK,
    ),
    "每人每个部门一行；不公布",
    ("village", "name", "department"),
    optional=True,
)

UNCOUNTED = Table(
    "uncounted",
    "不计入应到党员",
    (
        INDEX,
        village("village"),
        person("姓名", "name", "党员姓名", example="李平"),
        text(
            "不计入情形",
            "ground",
            "情形",
            "不计入原因",
            required=True,
            note="规则里许可的一种",
            example="年老体弱卧床不起",
        ),
        date("党员大会通过日期", "agreed", "通过日期"),
        date("批准日期", "approved", "审批日期"),
        REMARK,
    ),
    "不计算在应到会人数里的党员，每人一行；不公布",
    ("village", "name"),
    optional=True,
)

OFFICERS = Table(
    "officers",
    "工作机构人员",
    (
        INDEX,
        village("village"),
        text(
            "工作机构",
            "body",
            "所在机构",
            required=True,
            note="选举委员会、筹备组、村民代表、工作人员或下属委员会",
            example="选举委员会",
        ),
        text("机构职务", "post", "工作职务", example="主任"),
        person("姓名", "name", example="周同"),
        SEX,
        text("村民小组", "group", "居民小组", "小组", example="第一村民小组"),
        text("推选方式", "method", "产生方式", example="村民代表会议推选"),
        REMARK,
    ),
    "选举委员会、筹备组、村民代表、下属委员会的每个人一行",
    ("village", "body", "name"),
    optional=True,
)

VOTERS = Table(
    "voters",
    "选民名单",
    (
        INDEX,
        village("village"),
        text("村民小组", "group", "居民小组", "小组", "选民小组", example="第一村民小组"),
        person("选民姓名", "name", "选民", example="王伟"),
        SEX,
        choice("名单变动", "change", "增加 删除", "变动"),
        date("变动日期", "changed_on", "更正日期"),
        REMARK,
    ),
    "每个登记的选民一行；不写身份证号和电话",
    ("village", "group", "name", "sex"),
    optional=True,
)

PROXIES = Table(
    "proxies",
    "委托投票",
    (
        INDEX,
        village("village"),
        person("委托人", "principal", "委托人姓名", example="赵立"),
        person("受托人", "proxy", "受委托人", "受托人姓名", example="周同"),
        text("关系", "relation", "与委托人关系", example="近亲属"),
        date("委托日期", "day", "办理日期"),
        REMARK,
    ),
    "每份书面委托一行",
    ("village", "principal"),
    optional=True,
)

PEOPLE_TABLES: tuple[Table, ...] = (
    KINSHIPS,
    EXEMPTIONS,
    CLEARANCES,
    UNCOUNTED,
    OFFICERS,
    VOTERS,
    PROXIES,
)
