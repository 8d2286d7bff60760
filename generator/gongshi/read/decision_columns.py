"""The table of decisions: who may no longer stand, and which election is off or put off."""

from __future__ import annotations

from gongshi.model.decisions import OF_ELECTIONS, OF_PERSONS
from gongshi.read.column import Column, Kind, Table
from gongshi.read.common_columns import INDEX, REMARK, choice, date, person, text, village

DECISIONS = Table(
    "decisions",
    "处理决定",
    (
        INDEX,
        village("village"),
        choice("决定事项", "matter", " ".join((*OF_PERSONS, *OF_ELECTIONS)), required=True),
        person(
            "姓名",
            "name",
            "当事人",
            required=False,
            note="决定的是一个人才填；延期、终止、选举无效不填",
            example="钱明",
        ),
        text("职务", "post", "候选职务", "当选职务", example="委员"),
        text(
            "决定情形",
            "ground",
            "情形",
            note="只写类别，会公布；不写经过",
            example="不符合候选人资格条件",
        ),
        text("决定机关", "body", "作出决定的机关", required=True, example="中共东镇委员会"),
        date("决定日期", "decided", required=True),
        text("决定依据", "basis", "依据", note="照决定书上写的写", example="《东镇换届选举办法》"),
        date("改期日期", "day", "改定日期"),
        Column("时间", "time", ("几点",), kind=Kind.TIME, note="几点", example="上午9:00"),
        text("地点", "venue", "改期地点", example="东村党群服务中心"),
        REMARK,
    ),
    "每个决定一行：取消资格、当选无效、退出，选举延期、终止、无效",
    ("village", "matter", "name", "decided"),
    optional=True,
)
