"""What the clerks' tables are: the one place that names their columns.

Reading recognises tables by it, ``gongshi init`` writes its templates from it and the
manual prints it.  A synonym belongs here and nowhere else.
"""

from __future__ import annotations

from gongshi.read.column import Column, Kind, Table
from gongshi.read.common_columns import (
    ETHNICITIES,
    INDEX,
    KEPT_REMARK,
    MONTH_NOTE,
    PRIVATE_HEADINGS,
    REMARK,
    count,
    date,
    names,
    seats,
    village,
)

__all__ = ["ETHNICITIES", "PRIVATE_HEADINGS", "TABLES", "Column", "Kind", "Table"]


VILLAGES = Table(
    "villages",
    "村社名册",
    (
        INDEX,
        village("name"),
        Column(
            "组织形式",
            "organisation",
            ("组织设置", "党组织形式", "党组织类型", "组织类型"),
            choices=("党支部", "党总支", "党委", "村民委员会", "居民委员会"),
            note="换届的是哪一种组织",
            example="党支部",
        ),
        Column("类别", "category", ("村类别", "村（社区）类别", "社区类别"), example="二类村"),
        count("党员总数", "members", "党员数", "党员人数", "党员", example="12"),
        count(
            "应到会党员",
            "due",
            *("应到会党员数", "应到会党员人数", "应到会人数", "应到党员", "应到会", "应到"),
            *("有选举权党员", "有选举权的党员", "应到人数"),
            example="10",
        ),
        count(
            "村民代表",
            "representatives",
            *("居民代表", "村（居）民代表", "村民代表数", "居民代表数", "村民代表人数"),
            example="15",
        ),
        count(
            "登记选民",
            "voters",
            *("选民", "选民数", "登记选民数", "选民登记数", "登记参加选举的村民", "选民人数"),
            example="320",
        ),
        count(
            "村民小组",
            "groups",
            *("居民小组", "村（居）民小组", "村民小组数", "居民小组数", "小组数"),
            example="4",
        ),
        seats("书记", example="1"),
        seats("副书记"),
        seats("主任"),
        seats("副主任"),
        seats("委员", example="2"),
        Column(
            "网址代号",
            "path",
            ("代号", "拼音代号", "网址"),
            kind=Kind.SLUG,
            note="网页地址里的名字，不填就用拼音；一经公布不要再改",
            example="dongcun",
        ),
        REMARK,
    ),
    "每个村（社区）一行：人数和职数",
    ("name",),
)

CANDIDATES = Table(
    "candidates",
    "候选人名册",
    (
        INDEX,
        village("village"),
        Column(
            "姓名",
            "name",
            ("候选人", "候选人姓名", "人选姓名"),
            True,
            Kind.NAME,
            note="名字中间的空格不计；少数民族名字的间隔号用 ·（•‧・ 也认作 ·）",
            example="王　伟",
        ),
        Column("性别", "sex", (), False, Kind.CHOICE, ("男", "女"), "写男或女", "男"),
        Column(
            "民族",
            "ethnicity",
            (),
            False,
            Kind.ETHNICITY,
            ETHNICITIES,
            "写 汉族 或 汉",
            "汉族",
        ),
        Column(
            "出生年月",
            "born",
            ("出生日期", "出生时间", "生日", "出生"),
            kind=Kind.MONTH,
            note=MONTH_NOTE,
            example="1985.06",
        ),
        Column("学历", "education", ("文化程度", "最高学历"), example="大专"),
        Column(
            "入党时间",
            "joined",
            ("入党年月", "入党日期", "何时入党"),
            kind=Kind.MONTH,
            note=MONTH_NOTE,
            example="2010年7月",
        ),
        Column(
            "现任职务", "current_post", ("现职务", "现职", "现任职", "职业"), example="村民小组长"
        ),
        Column(
            "拟任职务",
            "post",
            (
                *("拟任职", "拟任", "拟提名职务", "提名职务", "竞选职务", "候选职务", "推选职务"),
                *("职务", "拟选职务"),
            ),
            True,
            Kind.POST,
            note="写明书记、副书记、主任、副主任、委员中的一个",
            example="委员候选人预备人选",
        ),
        Column("机构", "body", ("选举机构", "所在组织"), note="一届同选几个组织时写明是哪一个"),
        Column(
            "阶段",
            "stage",
            ("人选阶段", "当前阶段"),
            False,
            Kind.CHOICE,
            ("初步人选", "考察对象", "预备人选", "正式候选人", "当选"),
            "到了哪一步",
            "预备人选",
        ),
        Column(
            "新任/连任",
            "standing",
            ("新任连任", "新任或连任", "新任、连任", "连任/新任", "是否连任", "任职类型"),
            False,
            Kind.CHOICE,
            ("新任", "连任"),
            "写新任或连任",
            "新任",
        ),
        Column("人员类别", "category", ("身份类别", "人员身份", "人员来源"), example="致富能手"),
        Column("提名方式", "nomination", ("推荐方式", "产生方式"), example="党员推荐"),
        Column(
            "联审结果",
            "review",
            ("联审情况", "联审意见", "资格联审"),
            choices=("通过", "不通过", "待审"),
            note="不公布",
            example="通过",
        ),
        count("考察不同意票", "dissent", "不同意票", "考察不同意票数", example="0"),
        Column("简历", "resume", ("个人简历", "主要简历"), kind=Kind.LONG),
        Column("承诺", "pledge", ("竞职承诺", "公开承诺"), kind=Kind.LONG),
        Column(
            "照片", "photo", ("照片文件", "相片"), kind=Kind.FILE, note="photos 文件夹里的文件名"
        ),
        KEPT_REMARK,
    ),
    "每个候选人一行",
    ("village", "name", "body"),
)

_MEETING = Column(
    "会议",
    "name",
    ("会议名称", "会议名", "选举会议"),
    required=True,
    note="会议情况和得票情况要用同一个名称",
    example="选举大会",
)
_ROUND = Column(
    "轮次",
    "round",
    ("选举轮次", "第几轮"),
    kind=Kind.ROUND,
    note="第一轮写1，不填也是1",
    example="1",
)

MEETINGS = Table(
    "meetings",
    "会议情况",
    (
        INDEX,
        village("village"),
        _MEETING,
        _ROUND,
        date("日期", "day", "会议日期", "开会日期", "选举日期", "选举日"),
        Column(
            "时间",
            "time",
            ("会议时间", "开会时间", "几点"),
            kind=Kind.TIME,
            note="几点开会",
            example="上午9:00",
        ),
        Column("地点", "venue", ("会议地点", "会场", "开会地点"), example="东村党群服务中心"),
        count(
            "应到",
            "due",
            *("应到人数", "应到会", "应到会人数", "应到会党员", "应参加人数"),
            example="10",
        ),
        count(
            "实到",
            "present",
            *("实到人数", "实到会", "实到会人数", "实到会党员", "实参加人数"),
            example="10",
        ),
        count("发出票", "issued", "发出选票", "发出票数", "发出选票数", "发出", example="10"),
        count("收回票", "collected", "收回选票", "收回票数", "收回选票数", "收回", example="10"),
        count("有效票", "valid", "有效选票", "有效票数", "有效", example="10"),
        count("无效票", "invalid", "无效选票", "无效票数", "无效", "废票", example="0"),
        Column("主持人", "host", ("会议主持人", "主持"), kind=Kind.NAME, example="赵立"),
        Column(
            "总监票人", "chief_scrutineer", ("总监票", "总监票员"), kind=Kind.NAME, example="钱明"
        ),
        names("监票人", "scrutineers", "监票", "监票员", example="孙华、李平"),
        names("计票人", "counters", "计票", "计票员", example="周同"),
        names("唱票人", "callers", "唱票", "唱票员", example="吴新"),
        Column(
            "到会指导人",
            "guide",
            (
                *("镇党委到会指导人", "乡党委到会指导人", "乡镇党委到会指导人", "指导人"),
                *("街道党工委到会指导人", "上级到会指导人", "到会指导"),
            ),
            kind=Kind.NAME,
            example="郑安",
        ),
        REMARK,
    ),
    "每次会议每一轮一行；会后再填人数和票数",
    ("village", "name", "round"),
    later=True,
)

VOTES = Table(
    "votes",
    "得票情况",
    (
        INDEX,
        village("village"),
        Column(
            _MEETING.name,
            "meeting",
            _MEETING.synonyms,
            required=True,
            note=_MEETING.note,
            example="选举大会",
        ),
        _ROUND,
        Column(
            "职务",
            "post",
            ("拟任职务", "候选职务", "选举职务", "竞选职务"),
            True,
            Kind.POST,
            ("书记", "副书记", "主任", "副主任", "委员"),
            "选的是哪个职务",
            "委员",
        ),
        Column(
            "姓名",
            "name",
            ("候选人", "候选人姓名"),
            True,
            Kind.NAME,
            note="与候选人名册一致",
            example="王伟",
        ),
        count(
            "赞成",
            "in_favour",
            "赞成票",
            "赞成票数",
            "得赞成票",
            "同意",
            "同意票",
            required=True,
            example="10",
        ),
        count(
            "反对", "against", "反对票", "反对票数", "不同意", "不赞成", required=True, example="0"
        ),
        count("弃权", "abstain", "弃权票", "弃权票数", required=True, example="0"),
        REMARK,
    ),
    "每人每职务每一轮一行",
    ("village", "meeting", "round", "post", "name"),
    later=True,
)

_NUMBER_NOTE = "1、2、3……一个公告一个编号，用过不改"

REGISTER = Table(
    "register",
    "公告登记簿",
    (
        INDEX,
        Column("编号", "number", ("公告编号",), True, Kind.NUMBER, (), _NUMBER_NOTE, "1"),
        village("village"),
        Column(
            "公告种类",
            "kind",
            ("种类", "公告类别", "公告类型", "公告名称"),
            required=True,
            note="gongshi kinds 列出的一种",
            example="候选人公示",
        ),
        date("发布日期", "posted", "发布时间", "张贴日期", "公告日期"),
        date("公示开始", "start", "公示起始", "公示开始日期", "公示开始时间", "公示起始日期"),
        Column(
            "公示天数",
            "days",
            ("公示期", "公示期限", "公示时长", "公示时间"),
            kind=Kind.DAYS,
            note="写 5个工作日，或 15日（按日历天算）",
            example="5个工作日",
        ),
        date("公示截止", "until", "公示结束", "公示截止日期", "公示结束日期", "公示截止时间"),
        Column("文号", "document_number", ("发文字号", "公告文号"), example="东党发〔2026〕1号"),
        Column("审批人", "approver", ("审核人", "签发人", "批准人"), example="镇党委书记"),
        date("审批日期", "approved", "审核日期", "签发日期", "批准日期", "审批时间"),
        Column(
            "状态",
            "status",
            ("审核状态", "公告状态"),
            False,
            Kind.CHOICE,
            ("草稿", "待审", "已审", "作废"),
            "审批过的写已审",
            "草稿",
        ),
        Column(
            "更正对象",
            "corrects",
            ("更正公告编号", "更正编号", "被更正公告", "被更正编号"),
            kind=Kind.NUMBER,
            note="更正公告才填：被更正的公告的编号",
        ),
        Column(
            "更正内容",
            "correction",
            ("更正说明", "更正事项"),
            kind=Kind.LONG,
            note="更正公告才填：哪里错了，改成什么",
        ),
        KEPT_REMARK,
    ),
    "每个要张贴的公告一行",
    ("number",),
)

TABLES: tuple[Table, ...] = (VILLAGES, CANDIDATES, MEETINGS, VOTES, REGISTER)
