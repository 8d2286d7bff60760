"""The tables of meetings and votes, and of the votes entered a second time."""

from __future__ import annotations

from gongshi.read.column import Column, Kind, Table
from gongshi.read.common_columns import INDEX, REMARK, count, date, names, village

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
        count("委托票", "proxy_votes", "委托投票数", "委托票数", example="0"),
        count("票箱", "boxes", "投票箱", "票箱数", example="1"),
        count("秘密写票处", "booths", "写票处", "写票间", example="1"),
        count("流动票箱", "mobile_boxes", "流动票箱数", example="0"),
        date("封票日期", "sealed_on", "选票封存日期", "封存日期"),
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
        Column(
            "抽签",
            "drawn",
            ("抽签结果",),
            kind=Kind.CHOICE,
            choices=("中签", "未中签"),
            note="同票并且规则许可抽签的才填",
        ),
        REMARK,
    ),
    "每人每职务每一轮一行",
    ("village", "meeting", "round", "post", "name"),
    later=True,
)

VOTE_CHECKS = Table(
    "vote_checks",
    "得票复核",
    (
        *(column for column in VOTES.columns if column.field not in {"", "drawn"}),
        Column(
            "复核人",
            "checker",
            ("复核", "第二录入人"),
            required=True,
            kind=Kind.NAME,
            note="照计票单另录一遍的人，不能是第一遍录入的人",
            example="李平",
        ),
        REMARK,
    ),
    "得票情况由另一个人再录一遍，程序逐格核对",
    VOTES.identity,
    optional=True,
)
