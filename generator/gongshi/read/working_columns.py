"""The tables of what the office does and keeps: none of them has to be there.

They follow the five tables of :mod:`gongshi.read.columns` and are declared the same way.
"""

from __future__ import annotations

from gongshi.read.column import Column, Kind, Table
from gongshi.read.common_columns import (
    INDEX,
    REMARK,
    choice,
    count,
    date,
    file_name,
    person,
    text,
    village,
)
from gongshi.read.decision_columns import DECISIONS
from gongshi.read.people_columns import PEOPLE_TABLES

_NOTICE = Column(
    "公告编号",
    "notice",
    ("公告", "公告登记编号", "对应公告"),
    True,
    Kind.NUMBER,
    note="公告登记簿里的编号",
    example="1",
)


def _optional_village() -> Column:
    own = village("village")
    note = "只管一个村的步骤才填；不填就是各村都有"
    return Column(own.name, own.field, own.synonyms, False, own.kind, (), note, "")


SCHEDULE = Table(
    "schedule",
    "时间表",
    (
        INDEX,
        _optional_village(),
        text("阶段", "stage", "工作阶段", example="组织选举阶段"),
        text(
            "步骤",
            "name",
            "工作步骤",
            "工作内容",
            "任务",
            "环节",
            required=True,
            example="召开选举大会",
        ),
        date("开始", "start", "开始日期", "开始时间", "起始日期"),
        date("截止", "until", "截止日期", "完成时限", "截止时间", "完成期限"),
        text("责任人", "responsible", "负责人", "责任单位", example="村党支部书记"),
        text("参加人员", "participants", "参加人", "参加范围", example="全体党员"),
        text("要求", "requirement", "工作要求"),
        REMARK,
    ),
    "计划里的每一步一行",
    ("village", "name"),
    optional=True,
)

LOG = Table(
    "log",
    "全程纪实",
    (
        INDEX,
        village("village"),
        text(
            "纪实步骤",
            "step",
            "纪实环节",
            "完成步骤",
            required=True,
            note="与时间表的步骤同名",
            example="召开选举大会",
        ),
        date("日期", "day", "纪实日期", "完成日期", required=True),
        Column("时间", "time", ("几点",), kind=Kind.TIME, note="几点", example="上午9:00"),
        text("地点", "venue", "地址", example="东村党群服务中心"),
        text("责任人", "responsible", "负责人", required=True, example="王伟"),
        text(
            "结果",
            "result",
            "完成情况",
            "办理结果",
            required=True,
            example="选举有效，当场公布结果",
        ),
        file_name("签字文件", "signature", "签字材料", folder="letters"),
        file_name("录像文件", "video", "录像", "影像", folder="photos"),
        REMARK,
    ),
    "每做完一步记一行，只添不改",
    ("village", "step", "day"),
    optional=True,
)

DOCUMENTS = Table(
    "documents",
    "资料清单",
    (
        INDEX,
        village("village"),
        text("资料名称", "name", "资料", "材料名称", "文件名称", required=True, example="选举办法"),
        choice("保管层级", "level", "村 镇 县", "层级", "保管单位"),
        text("文号", "document_number", "发文字号"),
        date("资料日期", "day", "成文日期", "形成日期"),
        file_name("资料文件", "file", "电子文件", folder="letters"),
        REMARK,
    ),
    "每份材料一行：请示、批复、记录、承诺书……",
    ("village", "name"),
    optional=True,
)

OBJECTIONS = Table(
    "objections",
    "异议登记",
    (
        INDEX,
        Column(
            "登记编号",
            "number",
            ("异议编号", "受理编号"),
            True,
            Kind.NUMBER,
            (),
            "一件一个编号，用过不改",
            "1",
        ),
        _NOTICE,
        date("收到日期", "received", "受理日期", "收到时间", required=True),
        choice("登记类别", "kind", "异议 举报 验票", "异议类别"),
        choice("反映渠道", "channel", "来电 来信 来访 网络 当场", "渠道"),
        text(
            "反映事项",
            "subject",
            "事项",
            "反映内容",
            "异议内容",
            required=True,
            note="只写事，不写反映人",
            example="对候选人年龄有疑问",
        ),
        choice("是否成立", "upheld", "成立 部分成立 不成立", "异议是否成立"),
        text("处理结论", "outcome", "结论", "处理结果", "核查结论", example="经核查，年龄属实"),
        date("办结日期", "closed", "答复日期", "办结时间"),
        REMARK,
    ),
    "每件异议、举报、验票要求一行；不写反映人姓名",
    ("number",),
    optional=True,
)

SPOTS = Table(
    "spots",
    "张贴点",
    (
        INDEX,
        village("village"),
        text("张贴点名称", "name", "点位名称", "点位", required=True, example="村口公示栏"),
        choice("形式", "kind", "公示栏 村务公开栏 宣传栏 公告板 墙面 其他", "点位形式"),
        count("份数", "copies", "张贴份数", example="1"),
        REMARK,
    ),
    "每个公示栏、张贴的地方一行",
    ("village", "name"),
    optional=True,
)

POSTINGS = Table(
    "postings",
    "张贴记录",
    (
        INDEX,
        _NOTICE,
        text(
            "张贴地点",
            "spot",
            "张贴点",
            "张贴位置",
            required=True,
            note="与张贴点表同名",
            example="村口公示栏",
        ),
        date("张贴日期", "day", "张贴时间", required=True),
        Column("时间", "time", ("几点",), kind=Kind.TIME, note="几点", example="上午9:00"),
        file_name("张贴照片", "photo", "照片", "照片文件", folder="postings"),
        person("张贴人", "poster", "经办人", required=False, example="周同"),
        date("取下日期", "removed", "撤下日期", "揭下日期"),
        REMARK,
    ),
    "每份公告在每处张贴一行",
    ("notice", "spot"),
    optional=True,
)

AUDITS = Table(
    "audits",
    "离任审计",
    (
        INDEX,
        village("village"),
        person("被审计人", "name", "离任干部", "审计对象", example="钱明"),
        text("原任职务", "post", "审计职务", example="村党支部书记"),
        text("审计期间", "period", "任职期间", example="2021年3月至2026年3月"),
        text("资金情况", "funds", "资金"),
        text("资产情况", "assets", "资产"),
        text("资源情况", "resources", "资源"),
        text("审计结论", "conclusion", required=True, example="未发现违反财经纪律的问题"),
        date("审计日期", "day", "审计报告日期"),
        REMARK,
    ),
    "每个离任干部一行；结果要公布",
    ("village", "name"),
    optional=True,
)

GOALS = Table(
    "goals",
    "任期目标和承诺",
    (
        INDEX,
        village("village"),
        choice("目标类别", "kind", "任期目标 年度目标 公开承诺 责任状", "承诺类别"),
        person(
            "承诺人", "name", "承诺人姓名", required=False, note="班子的目标不填", example="王伟"
        ),
        Column(
            "目标内容",
            "text",
            ("承诺内容", "承诺事项", "目标事项"),
            True,
            Kind.LONG,
            example="修通东坡机耕道2公里",
        ),
        text("完成年限", "until", "完成时间", example="2027年底"),
        text("责任人", "responsible", "负责人", example="王伟"),
        REMARK,
    ),
    "每项目标、每条承诺一行",
    ("village", "kind", "name", "text"),
    optional=True,
)

HANDOVERS = Table(
    "handovers",
    "移交清单",
    (
        INDEX,
        village("village"),
        text("移交类别", "kind", example="印章"),
        text("移交物品", "item", "移交事项", "物品名称", required=True, example="村民委员会公章"),
        text("数量", "quantity", example="1枚"),
        person("移交人", "giver", required=False, example="钱明"),
        person("接收人", "receiver", required=False, example="王伟"),
        person("监交人", "witness", required=False, example="郑安"),
        date("移交日期", "day"),
        REMARK,
    ),
    "新老班子移交的每一样一行",
    ("village", "kind", "item"),
    optional=True,
)

REPORTED = Table(
    "reported",
    "统计核对",
    (
        INDEX,
        text(
            "指标",
            "indicator",
            "统计指标",
            "指标名称",
            required=True,
            note="gongshi report 列出的指标或者编号",
            example="性别结构",
        ),
        text("分项", "part", "分项名称", example="女"),
        text(
            "数值",
            "value",
            "上报数值",
            "数字",
            required=True,
            note="上报材料里的数字，可以带单位或百分号",
            example="17人",
        ),
        REMARK,
    ),
    "上报材料里的每个数字一行；和程序算的核对，不公布",
    ("indicator", "part", "value"),
    optional=True,
)

WORKING_TABLES: tuple[Table, ...] = (
    SCHEDULE,
    LOG,
    DOCUMENTS,
    OBJECTIONS,
    SPOTS,
    POSTINGS,
    AUDITS,
    GOALS,
    HANDOVERS,
    REPORTED,
    *PEOPLE_TABLES,
    DECISIONS,
)
