"""Hostile texts, and a township whose every cell and setting can be given one."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from gongshi import resources
from gongshi.compose.compose import compose
from gongshi.compose.kinds import load_kinds
from gongshi.model.finding import Finding, errors
from gongshi.model.notice import Published
from gongshi.model.records import Records
from gongshi.read.project import read_project
from gongshi.read.township import read_township
from gongshi.render.document import parse
from gongshi.render.html import to_html
from gongshi.rules import check_records
from pages_of_a_site import Element, tree

TODAY = date(2026, 11, 21)
PLAIN = "平常的文字"
SIGNS = "文字 <&> |*"
KINDS = ["任职条件和职数公示", "候选人公示", "更正公告", "选举公告", "选举结果公告", "任职公示"]
PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "script end": "</script><script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "vector": "<svg/onload=alert(1)>",
    "double quote": '"><img src=x onerror=alert(1)>',
    "single quote": "'><svg onload=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x="',
    "attribute without quotes": "x onclick=alert(1)",
    "frame": "<iframe srcdoc='<b>1</b>'></iframe>",
    "style": "</style><style>body{display:none}</style>",
    "title end": "</title><script>alert(1)</script>",
    "textarea end": "</textarea></noscript><b>x",
    "comment": "<!-- --><b>x</b><!--",
    "comment end": "--><b>x</b>",
    "cdata": "<![CDATA[<b>x</b>]]>",
    "cdata end": "]]><b>x</b>",
    "instruction": "<?php echo 1 ?>",
    "declaration": "<!DOCTYPE html><html>",
    "closing tags": "</td></tr></table></p></div></main></body></html>",
    "entity": "&lt;b&gt;x&lt;/b&gt;",
    "numeric entity": "&#60;script&#62;alert(1)&#60;/script&#62;",
    "half an entity": "a &amp b &copy c &#x3c",
    "javascript": "javascript:alert(1)",
    "javascript link": "[点这里](javascript:alert(1))",
    "data address": "data:text/html;base64,PHNjcmlwdD4=",
    "bare address": "https://evil.example/?a=1&b=2",
    "angle address": "<https://evil.example/>",
    "mail address": "<a@evil.example>",
    "jinja expression": "{{7*7}}",
    "jinja attribute": "{{ self.a.b|safe }}",
    "jinja block": "{% for x in (1,2) %}x{% endfor %}",
    "jinja comment": "{# x #}",
    "shell": "${7*7} $(id) `id`",
    "percent format": "%s %d %(x)s {0} {x!r}",
    "emphasis": "*一* **二** _三_ ***四***",
    "strike": "~~一~~ ==二==",
    "code": "`一` ``二``",
    "fence": "```html",
    "heading": "# 一",
    "underlined heading": "---",
    "equals": "===",
    "quote": "> 一",
    "bullet": "- 一",
    "plus": "+ 一",
    "number": "1. 一",
    "number with bracket": "2) 一",
    "pipe": "一 | 二 | 三",
    "pipes": "| 一 | 二 |",
    "table line": "| --- | --- |",
    "image link": "![一](https://evil.example/x.png)",
    "reference": "[一][二] [^1] [x]: https://evil.example/",
    "task": "[ ] 一",
    "front matter": "--- title: x ---",
    "attributes list": "一 {: onclick=alert(1) } {#x .y}",
    "include": '--8<-- "secret.txt" !!! note',
    "backslash": "\\",
    "backslashes": "\\\\*一\\*\\",
    "quotes": "'\"“一”‘二’\"'",
    "formula": "=cmd|' /C calc'!A0",
    "formula plus": "+1+cmd|' /C calc'!A0",
    "formula at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "typst code": '#eval("1") #let x = 1 #panic(1)',
    "typst mathematics": "$x^2$ $ sum $",
    "typst marks": "*一* _二_ @ref <label> `raw` = 一",
    "typst escape": "\\u{41} ~ -- --- // 一 /* 二 */",
    "path": "../../../../etc/passwd",
    "windows path": "C:\\..\\..\\x",
    "line": "一\n\n# 二\n\n- 三",
    "line and html": "一\r\n<b>二</b>",
    "line and table": "一\n| a | b |\n| --- | --- |\n| 1 | 2 |",
    "tab": "\t一\t二",
    "indented": "    一",
    "right to left": "一\u202e二\u202c",
    "isolate": "\u2066一\u2069",
    "zero width": "一\u200b二\ufeff",
    "line separator": "一\u2028<b>二</b>",
    "null": "一\x00二",
    "escape sequence": "\x1b[31m一\x1b[0m\x07",
    "full width": "＜script＞alert（1）＜/script＞",
    "private use": "\ue000\uf8ff",
    "surrogate words": "_x003C_b_x003E_ \\ud83d\\ude00",
    "many": "<" * 200 + "*" * 200,
}

TABLES: dict[str, list[dict[str, str]]] = {
    "村社名册": [
        {
            "村（社区）": "东村", "组织形式": "党支部", "类别": "二类村", "党员总数": "12",
            "应到会党员": "10", "村民代表": "15", "登记选民": "300", "村民小组": "4",
            "书记职数": "1", "副书记职数": "0", "委员职数": "2", "网址代号": "dongcun",
        }
    ],
    "候选人名册": [
        {
            "村（社区）": "东村", "姓名": name, "性别": "男", "民族": "汉族",
            "出生年月": "1985.06", "学历": "大专", "入党时间": "2010年7月",
            "现任职务": "村民小组长", "拟任职务": f"{post}候选人预备人选", "机构": "",
            "阶段": "预备人选", "新任/连任": "新任", "人员类别": "致富能手",
            "提名方式": "党员推荐", "联审结果": "通过", "考察不同意票": "0", "简历": "在村里工作",
            "承诺": "办实事", "备注": "无",
        }
        for name, post in (("王伟", "书记"), ("李明", "委员"), ("何桂", "委员"), ("张华", "委员"))
    ],
    "会议情况": [
        {
            "村（社区）": "东村", "会议": "选举大会", "轮次": "1", "日期": "2026-11-16",
            "时间": "上午9:00", "地点": "东村会议室", "应到": "10", "实到": "10",
            "发出票": "10", "收回票": "10", "有效票": "10", "无效票": "0", "主持人": "赵立",
            "总监票人": "钱明", "监票人": "孙华、李平", "计票人": "周同", "唱票人": "吴新",
            "到会指导人": "郑安",
        }
    ],
    "得票情况": [
        {
            "村（社区）": "东村", "会议": "选举大会", "轮次": "1", "职务": post, "姓名": name,
            "赞成": votes, "反对": "0", "弃权": "0",
        }
        for name, post, votes in (
            ("王伟", "书记", "10"), ("李明", "委员", "9"), ("何桂", "委员", "8"),
            ("张华", "委员", "1"),
        )
    ],
    "公告登记簿": [
        {
            "编号": str(number), "村（社区）": "东村", "公告种类": kind, "发布日期": day,
            "公示开始": day if days else "", "公示天数": days, "文号": f"东党发〔2026〕{number}号",
            "审批人": "镇党委书记", "审批日期": day, "状态": "已审",
            "更正对象": "2" if kind == "更正公告" else "",
            "更正内容": "李明的职务应为组长" if kind == "更正公告" else "", "备注": "无",
        }
        for number, (kind, day, days) in enumerate(
            [
                ("任职条件和职数公示", "2026-10-15", ""),
                ("候选人公示", "2026-11-02", "5个工作日"),
                ("更正公告", "2026-11-04", ""),
                ("选举公告", "2026-11-10", ""),
                ("选举结果公告", "2026-11-16", ""),
                ("任职公示", "2026-11-17", "5个工作日"),
            ],
            start=1,
        )
    ],
}  # fmt: skip
SETTINGS: dict[str, dict[str, object]] = {
    "county.yml": {"县": "青禾县", "网址": "https://gongshi.example/", "落款单位": "县委组织部"},
    "tiny/township.yml": {"名称": "东镇", "全称": "青禾县东镇", "类型": "镇"},
    "tiny/2026/term.yml": {
        "名称": "东镇2026年村党组织换届选举",
        "规则": "party-2020",
        "任职条件": {"书记": ["公道正派。"], "委员": ["热心。", "肯干。"], "不得": ["贿选的。"]},
        "选举程序": ["推荐。", "选举。"],
        "工作纪律": ["不准拉票。"],
        "任期目标": ["修路。"],
        "议程": ["投票。", "计票。"],
        "投票须知": ["本人投票。"],
    },
    "tiny/2026/联系方式.yml": {
        "镇": "青禾县东镇", "主办": "中共东镇委员会", "举报电话": "0838-6120001",
        "举报信箱": "镇政府门口", "受理时间": "工作日", "地址": "人民路1号",
        "电子邮箱": "dong@gongshi.example",
    },
}  # fmt: skip


#: What is typed the same in several tables: the spot that changes it everywhere.
LINKED = {
    "村（社区）": "村社名册/村（社区）",
    "会议": "会议情况/会议",
    "姓名": "候选人名册/姓名",
}


def spots() -> list[str]:
    """Every column of every table and every text of every setting, by name."""
    cells = [f"{table}/{column}" for table, rows in TABLES.items() for column in rows[0]]
    return cells + [f"{file}:{path}" for file, keys in SETTINGS.items() for path in _leaves(keys)]


def _leaves(value: object, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, f"{path}/{key}" if path else key)
        if path:
            yield f"{path}/?"
    else:
        yield path


def write(root: Path, values: Mapping[str, str]) -> None:
    """The township in a folder, with other values at some spots."""
    for table, columns in TABLES.items():
        rows = [dict(row) for row in columns]
        for column in columns[0]:
            for row in _rows(rows, table, column, values):
                row[column] = values.get(
                    f"{table}/{column}", values.get(LINKED.get(column, ""), "")
                )
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        _put(root / f"notices/tiny/2026/{table}.csv", text.getvalue())
    for file, keys in SETTINGS.items():
        mine = {s.partition(":")[2]: v for s, v in values.items() if s.startswith(f"{file}:")}
        _put(root / "notices" / file, "\n".join(_yaml(keys, mine)) + "\n")


def _rows(
    rows: list[dict[str, str]], table: str, column: str, values: Mapping[str, str]
) -> list[dict[str, str]]:
    """The rows whose column gets another value."""
    if LINKED.get(column) in values:
        return rows[-1:] if column == "姓名" else rows
    if f"{table}/{column}" not in values:
        return []
    return [row for row in rows if row.get("公告种类") == "更正公告"] or rows[-1:]


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogatepass"))


def _yaml(keys: Mapping[str, object], mine: Mapping[str, str], at: str = "") -> Iterator[str]:
    indent = "  " * at.count("/")
    for key, value in keys.items():
        path = f"{at}{key}"
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _yaml(value, mine, f"{path}/")
            if f"{path}/?" in mine:
                yield f"{indent}  {_quoted(mine[f'{path}/?'])}: [一。]"
        elif isinstance(value, list):
            texts = [*value[:-1], mine.get(path, value[-1])]
            yield f"{indent}{key}: [{', '.join(map(_quoted, texts))}]"
        else:
            yield f"{indent}{key}: {_quoted(mine.get(path, str(value)))}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


class World:
    """The township in a folder, read and composed again and again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.kinds, findings = load_kinds(resources.folders(root, "themes/notices"))
        assert not findings

    def read(self, values: Mapping[str, str]) -> tuple[Records | None, list[Finding]]:
        """The records and the errors of reading; an exception fails the test."""
        write(self.root, values)
        project, findings = read_project(self.root)
        found = list(findings)
        terms: tuple[Records, ...] = ()
        for slug in project.townships:
            reading = read_township(project, slug)
            found += reading.findings
            terms = reading.terms
        return (terms[0] if terms else None), errors(found)

    def notices(self, values: Mapping[str, str]) -> list[Published] | None:
        """The composed notices, as if issued, or nothing when anything is refused."""
        records, refusals = self.read(values)
        if refusals or records is None or errors(check_records(records, TODAY)):
            return None
        issued: tuple[Published, ...] = ()
        for entry in records.register:
            composed = compose(entry, records, self.kinds, issued)
            if composed.notice is None or errors(composed.findings):
                return None
            one = Published(notice=composed.notice, digest="5" * 64, issued_on=TODAY)
            issued = (*issued, one)
        return list(issued)

    def shapes(self, values: Mapping[str, str]) -> list[object] | None:
        """The shape of each notice's text on its page."""
        notices = self.notices(values)
        if notices is None:
            return None
        return [shape(tree(to_html(parse(one.notice.body)))) for one in notices]


def shape(element: Element) -> tuple[object, ...]:
    """Tags, attributes (values of those that only describe left out) and nesting."""
    said = {"content", "title", "aria-label", "alt"}
    return (
        element.tag,
        tuple((name, "" if name in said else value) for name, value in element.attributes),
        tuple(map(shape, element.structure())),
    )
