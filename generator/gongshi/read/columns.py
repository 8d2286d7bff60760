"""What the clerks' tables are: the list of all, and the columns of those that all terms have.

Reading recognises tables by it, ``gongshi init`` writes its templates from it and the
manual prints it.  A column or a synonym belongs here or in one of the modules of columns
that are gathered here, and nowhere else.
"""

from __future__ import annotations

from gongshi.read.column import Column, Kind, Table
from gongshi.read.common_columns import (
    ETHNICITIES,
    INDEX,
    KEPT_REMARK,
    MONTH_NOTE,
    OTHER_NAME,
    PRIVATE_HEADINGS,
    REMARK,
    count,
    date,
    seats,
    village,
)
from gongshi.read.meeting_columns import MEETINGS, VOTE_CHECKS, VOTES
from gongshi.read.working_columns import WORKING_TABLES

__all__ = ["ETHNICITIES", "MAIN_TABLES", "PRIVATE_HEADINGS", "TABLES", "Column", "Kind", "Table"]


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
        Column(
            "知晓人数",
            "aware",
            ("知晓换届政策人数", "知晓党员"),
            kind=Kind.COUNT,
            note="抽查、测试中知道换届政策和纪律的党员（选民）人数，写整数",
            example="12",
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
        Column(
            "选举方式",
            "mode",
            ("产生方式", "直选或间选"),
            kind=Kind.CHOICE,
            choices=("直接选举", "间接选举"),
            note="直接选举：大会直接选出书记、副书记和委员",
        ),
        Column(
            "整顿情况",
            "overhaul",
            ("整顿调整情况",),
            kind=Kind.CHOICE,
            choices=("不需要", "正在整顿", "正在调整", "已经完成"),
            note="软弱涣散、需要调整设置的村先整顿、调整，后换届",
        ),
        OTHER_NAME,
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
        count("年龄", "age", "周岁", "年龄（周岁）", example="41"),
        Column(
            "兼任职务",
            "concurrent",
            ("交叉任职", "同时担任", "兼职情况"),
            note="同时担任的村里的其他职务，几个用顿号隔开",
            example="村民委员会主任",
        ),
        Column(
            "替换对象",
            "replaces",
            ("替换何人", "替换的人选"),
            kind=Kind.NAME,
            note="顶替退出的人选才填：被替换的人的姓名",
        ),
        date("推荐日期", "nominated_on", "提名日期"),
        date("联审日期", "reviewed_on", "资格联审日期", "审查日期"),
        date("考察日期", "examined_on", "组织考察日期"),
        date("谈话日期", "talked_on", "纪律谈话日期", "谈心谈话日期"),
        date("承诺书日期", "pledged_on", "签订承诺书日期", "签承诺书日期"),
        date("演讲稿审核日期", "speech_on", "竞职演讲审核日期"),
        Column(
            "考察单位",
            "examiner",
            ("考察机关", "由谁考察"),
            note="几个单位用顿号隔开；不公布",
            example="县委组织部、云溪镇党委",
        ),
        count("考察参加人数", "attendants", "考察谈话人数", example="20"),
        OTHER_NAME,
        count("考察不同意票", "dissent", "不同意票", "考察不同意票数", example="0"),
        Column("简历", "resume", ("个人简历", "主要简历"), kind=Kind.LONG),
        Column("工作实绩", "achievements", ("主要实绩", "工作业绩"), kind=Kind.LONG),
        Column("主要优缺点", "character", ("优缺点", "主要特点"), kind=Kind.LONG),
        Column("承诺", "pledge", ("竞职承诺", "公开承诺"), kind=Kind.LONG),
        Column(
            "照片", "photo", ("照片文件", "相片"), kind=Kind.FILE, note="photos 文件夹里的文件名"
        ),
        KEPT_REMARK,
    ),
    "每个候选人一行",
    ("village", "name", "body"),
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
        Column("复审人", "second_approver", ("二审人", "复核签发人"), note="要两级审批的公告才填"),
        date("复审日期", "second_approved", "二审日期"),
        date("撤回日期", "withdrawn", "撤下日期", "撤销日期"),
        Column("撤回原因", "withdrawal", ("撤下原因", "撤销原因"), kind=Kind.LONG),
        KEPT_REMARK,
    ),
    "每个要张贴的公告一行",
    ("number",),
)

#: The tables of every election; the others are there for those who keep them.
MAIN_TABLES: tuple[Table, ...] = (VILLAGES, CANDIDATES, MEETINGS, VOTES, REGISTER)
TABLES: tuple[Table, ...] = (*MAIN_TABLES, VOTE_CHECKS, *WORKING_TABLES)
