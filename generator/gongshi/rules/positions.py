"""K006: no coordinates are typed but those of a place where everybody may go."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.rule import Rule
from gongshi.rules.private import is_open, masked, positions
from gongshi.rules.texts import Texts

RULE = Rule(
    id="K006",
    severity=Severity.ERROR,
    title="没有定位坐标",
    basis="《中华人民共和国个人信息保护法》第二十八条（行踪轨迹）、第六条",
    what="在每张表、设置和 term.yml 的文字里找经纬度；联系方式、会议和张贴地点不算。",
    why="坐标能指到一户人家，也能看出某人去过哪里。",
    example="备注里写着“北纬30.572269，东经104.066541”。",
    fix="删去坐标；照片里的位置程序自己去掉，不用抄下来。",
)


def check(texts: Texts) -> Iterator[Finding]:
    """Every text with coordinates; the message masks them."""
    for text in texts:
        for position in () if is_open(text) else positions(text.value):
            yield RULE.at(text.place, f"有定位坐标 {masked(position)}", village=text.village)
