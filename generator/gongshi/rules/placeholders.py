"""W001: no text has an unfilled blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.rule import Rule
from gongshi.rules.texts import Texts

RULE = Rule(
    id="W001",
    severity=Severity.ERROR,
    title="没有占位的字",
    basis="公文应当内容完整；下发的样本里常留有 XX、××、某",
    what="在每张表、联系方式和term.yml的文字里找XX、××、某村、王某、____、（）、待定、没有填的年月日，以及漏了数字的“超过，”“乘以，”“各名，”“差额名”“所有个村”。",
    why="照样本改时漏填一处，印出来就是笑话。",
    example="文号写成“云溪党发〔2026〕XX号”。",
    fix="填上实际内容；法律用语如“某些”“某项”不算。",
)

_BLANKS = re.compile(
    "|".join(
        (
            r"(?<![A-Za-z])[XxＸｘ×✕╳]{2,}(?![A-Za-z])",
            r"(?<![A-Za-z0-9])[XxＸｘ×✕╳](?=[年月日村镇乡县市区名个号票届组人同社街])",
            r"某某",
            r"(?<![\u4e00-\u9fff])某(?=[年月日村镇乡县市区社街])",
            r"(?<=[\u4e00-\u9fff])某(?![些种项一类个方次处段人某时事])",
            r"[_＿﹍﹏]{2,}",
            r"[（(][ 　]*[）)]|【[ 　]*】|〔[ 　]*〕|《[ 　]*》|“[ 　]*”",
            r"(?<![等对看接招优])待定(?![期额点向时性])|待填|待补(?!选)",
            r"(?:超过|乘以|不低于)(?=[，。；、）)])|的/(?=[，。；])",
            r"(?:差额|所有|人选|委员|各|共)名(?=[，。；、）)])|(?:所有|共有?)个(?=[村社组])",
            r"(?<![0-9０-９一二三四五六七八九十 　])[ 　]+[年月日](?=[ 　]+[月日]|$)|年[ 　]+月",
        )
    )
)


def check(texts: Texts) -> Iterator[Finding]:
    """Every text with a placeholder; the first of each text."""
    for text in texts:
        if blank := _BLANKS.search(text.value):
            message = f"有没有填写的空格或占位的字“{blank.group().strip() or '　'}”"
            yield RULE.at(text.place, message, village=text.village)
