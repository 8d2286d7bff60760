"""The chapters of the clerk's manual that are made from the program itself.

Each function gives one page of ``docs/`` as Markdown; a test compares them with the
files, so that the manual cannot fall behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from gongshi.compose.kinds import Kind
from gongshi.model.profile import Profile
from gongshi.model.rule import Rule
from gongshi.read import columns
from gongshi.read.column import Column, Table
from gongshi.read.numbers import number_rows
from gongshi.read.overrides import Item

_MADE = "<!-- 本页由程序生成：改了程序以后运行 make docs-refresh，不要直接改这里。 -->\n"

#: What the letter of a rule's id stands for.
LETTERS = {
    "T": "表格",
    "Y": "设置文件",
    "N": "姓名和人员",
    "V": "票数",
    "Q": "到会和当选",
    "S": "职数和差额",
    "P": "公示和日期",
    "A": "年龄和学历",
    "F": "候选人资格",
    "M": "人员和机构",
    "D": "资料",
    "K": "隐私",
    "W": "文字",
    "G": "字形",
    "B": "统计数字",
    "C": "公告的写成",
    "I": "签发和留档",
}


def plain(text: str) -> str:
    """The text with everything escaped that Markdown would read as markup; one line."""
    return re.sub(r"([\\`*_\[\]<>|#~&])", r"\\\1", " ".join(text.split()))


def tables_page(tables: Iterable[Table]) -> str:
    """表怎么填: every table, every column."""
    parts = [
        "# 表怎么填\n",
        _MADE,
        "表头认得出就能读：列的先后不限，表头上面可以有标题行，表头可以占两行，合并的单元格照常理解。"
        "下面“也可以写作”里的名称都认得。认不出的列会提示，不会悄悄丢掉；"
        "`gongshi check --explain-tables` 显示程序对每张表的理解。\n",
        "第一格写“示例”的行不读。日期写 2026-11-02、2026年11月2日、2026.11.2 都可以；"
        "出生年月写 1985.06、198506、1985年6月，不能是数字 1985.1，因为分不清一月和十月。\n",
    ]
    return "\n".join([*parts, *(part for table in tables for part in _table(table))])


def _table(table: Table) -> list[str]:
    rows = [_column(column) for column in table.columns]
    return [
        f"## {table.name}\n",
        f"{plain(table.note)}。{'会后再填，会前空着不算错。' if table.later else ''}\n",
        "| 列 | 必填 | 写什么 | 例子 | 也可以写作 |\n|---|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n",
    ]


def _column(column: Column) -> str:
    words = column.note or column.kind.value
    if column.choices and column.choices is not columns.ETHNICITIES:
        words += f"；可选：{'、'.join(column.choices)}"
    need = "是" if column.required else ""
    cells = (column.name, need, words, column.example, "、".join(column.synonyms))
    return f"| {' | '.join(map(plain, cells))} |"


def kinds_page(kinds: Mapping[str, Kind], sheets: Mapping[str, str]) -> str:
    """公告种类: what each kind is for and needs; ``sheets`` gives each sheet's title by id."""
    parts = [
        "# 公告种类\n",
        _MADE,
        "公告登记簿的“公告种类”一列写下面的名称之一。需要的内容都来自表格和设置，"
        "缺一样就提示一样，不会印出空白。\n",
    ]
    return "\n".join([*parts, *(part for kind in kinds.values() for part in _kind(kind, sheets))])


def _kind(kind: Kind, sheets: Mapping[str, str]) -> list[str]:
    lines = [
        ("适用", "、".join(kind.bodies)),
        ("公示期", kind.publicity),
        ("需要的内容", "、".join(kind.needs)),
        ("可以有的内容", "、".join(kind.may) or "无"),
        ("自动生成的海报", "、".join(sheets.get(sheet, sheet) for sheet in kind.sheets)),
        ("渠道", "、".join(kind.channels)),
        ("依据", kind.basis or "见公告正文"),
        ("模板文件夹", f"themes/notices/{kind.id}"),
    ]
    told = [f"- {name}：{plain(value)}" for name, value in lines]
    picture = f"![{plain(kind.name)}样张](pictures/kinds/{kind.id}.png){{ width=210 }}\n"
    return [f"## {kind.name}\n", *told, "", picture]


def findings_page(rules: Iterable[Rule]) -> str:
    """每条提示的含义: one section a rule, under a heading for each letter."""
    ordered = sorted(rules, key=lambda rule: (list(LETTERS).index(rule.id[0]), rule.id))
    parts = [
        "# 每条提示的含义\n",
        _MADE,
        "核对的提示里有一个编号，按编号在这里找；"
        "在命令行里用 `gongshi explain 编号` 看到的是同样的内容。"
        "**错误**不改，公告就不能签发；**警告**要有人看过；**提示**只供参考。\n",
        _WAIVERS,
    ]
    letter = ""
    for rule in ordered:
        if rule.id[0] != letter:
            letter = rule.id[0]
            parts.append(f"## {LETTERS[letter]}\n")
        parts += _rule(rule)
    return "\n".join(parts)


_WAIVERS = """\
有的提示确有原因、经上级批准可以放过：在 term.yml 的“豁免”里写明是哪一处、为什么、谁批准、哪一天。
位置照 `gongshi check` 显示的样子写；同一处有几个提示的，再用“内容”写明提示里的几个字。
豁免的一处改为提示，核对时照样显示，也留在档案里。一条豁免正好对一处，对不上的是错误。
票数、到会和当选、隐私、表格、签发留档的错误只能改正，不能豁免；可以豁免的规则下面有“可以豁免”一行。

```yaml
豁免:
  - 规则: S003
    位置: notices/yunxi/2026/换届工作台账.xlsx:村社名册:J8
    理由: 符合条件的党员只有五名，都已推荐
    批准人: 中共青禾县委组织部
    日期: 2026-11-02
```
"""

_WAIVER = "在 term.yml 的“豁免”里写明规则、位置、理由、批准人、日期，这一处就改为提示。"


def _rule(rule: Rule) -> list[str]:
    sections = (
        ("核对什么", rule.what),
        ("为什么", rule.why),
        ("依据", rule.basis),
        ("例子", rule.example),
        ("怎么改", rule.fix),
        *([("可以豁免", _WAIVER)] if rule.waivable else []),
    )
    head = f"### {rule.id} {plain(rule.title)}（{rule.severity.label}） {{ #{rule.id.lower()} }}\n"
    return [head, *(f"**{name}**　{plain(text)}\n" for name, text in sections)]


def requirements_page(requirements: Mapping[str, Mapping[str, str]], rules: Iterable[Rule]) -> str:
    """哪些要求核对: each requirement with the rules that check it, or why none does.

    ``requirements`` gives by id 要求 and, for one that no rule covers, the reason (不查).
    """
    covered: dict[str, list[str]] = {}
    for rule in sorted(rules, key=lambda rule: rule.id):
        for name in rule.covers:
            covered.setdefault(name, []).append(f"[{rule.id}](../findings.md#{rule.id.lower()})")
    open_, checked = [], []
    for name, row in requirements.items():
        if name in covered:
            checked.append(f"| {name} | {plain(row['要求'])} | {'、'.join(covered[name])} |")
        else:
            open_.append(f"| {name} | {plain(row['要求'])} | {plain(row['不查'])} |")
    parts = [
        "# 哪些要求核对，哪些不核对\n",
        _MADE,
        "R 是换届方案里常见的要求，L-R 是法律的要求。表格里看得出来的都有规则核对，"
        "点编号看规则；看不出来的写明原因，要由人来把关。\n",
        "## 不核对的\n",
        "| 编号 | 要求 | 为什么表格看不出来 |\n|---|---|---|\n" + "\n".join(open_) + "\n",
        "## 核对的\n",
        "| 编号 | 要求 | 规则 |\n|---|---|---|\n" + "\n".join(checked) + "\n",
    ]
    return "\n".join(parts)


def commands_page(helps: Iterable[tuple[str, str]]) -> str:
    """命令参考: the ``--help`` of each command, given as (command line, text)."""
    parts = [
        "# 命令参考\n",
        _MADE,
        "命令都在项目文件夹（有 notices 的文件夹）或它里面的文件夹运行。"
        "结束代码：0 没有问题，1 有错误，2 命令写错，3 电脑的问题（例如磁盘满）。\n",
    ]
    for line, text in helps:
        name = line.removeprefix("gongshi ") if line != "gongshi" else "gongshi"
        parts += [f"## {name}\n", f"```text\n{text.rstrip()}\n```\n"]
    return "\n".join(parts)


_LAYERS = """\
## 一层压一层

全国的规定是一套完整的规则；往下每一层只写不同的数字，都用“规则调整”，每一项都要有“值”和“依据”，
没有依据的不用。后面的压前面的：

1. 全国：程序带的完整规则，如 party-2020。
2. 省、方案：另一套规则，写“标题”“上级”和“规则调整”。程序带的见下；自己的放在 notices/profiles，
   文件名就是规则名称。
3. 县：county.yml 的“规则调整”，先分机构（党组织、村民委员会、居民委员会）。
4. 乡镇（街道）：township.yml 的“规则调整”，也先分机构。
5. 本届：term.yml 的“规则调整”。

`gongshi profile yunxi` 列出一个乡镇现在用的每个数字、依据和出自哪个文件哪一行。

notices/profiles/qinghe-villagers.yml：

```yaml
标题: 青禾县村民委员会换届选举
上级: villagers-2026
规则调整:
  候选人公示天数:
    值: 7个工作日
    依据: 青禾县村民委员会换届选举工作方案第五条
```

county.yml、township.yml：

```yaml
规则调整:
  党组织:
    到会比例:
      值: 超过4/5
      依据: 县委组织部〔2026〕8号文件第三条
```
"""

_FORMS = """\
天数、年龄、人数写数字，可以带单位；比例写“超过1/2”“不少于20%”，要改基数就写“超过应到的1/2”；名单写一个列表，
或者用顿号隔开。
"""


def numbers_page(profiles: Iterable[Profile], items: Mapping[str, Item]) -> str:
    """规定和数字: the profiles' numbers with their articles, and what may be overridden."""
    parts = [
        "# 规定和数字\n",
        _MADE,
        "比例、职数、天数、年龄都不写死在程序里，每个数字都注明出处。"
        "term.yml 的“规则”写用哪一套；本地另有规定的，在“规则调整”里改，并写明依据。\n",
        _LAYERS,
        "## 程序带的规则\n",
        *(part for profile in profiles for part in _profile(profile)),
        "## 可以调整的数字\n",
        "在 term.yml 里写：\n",
        "```yaml\n规则调整:\n  候选人公示天数:\n    值: 7个工作日\n"
        "    依据: 县委组织部〔2026〕8号文件第三条\n```\n",
        _FORMS,
        "| 名称 | 值的写法 |\n|---|---|\n"
        + "\n".join(f"| {plain(name)} | {plain(item.example)} |" for name, item in items.items())
        + "\n",
    ]
    return "\n".join(parts)


def _profile(profile: Profile) -> list[str]:
    """A whole profile in full; of one with 上级 only what it changes."""
    changed = set(profile.overridden)
    rows = [row for row in number_rows(profile) if not profile.base or changed & set(row.items)]
    table = "\n".join(f"| {plain(r.name)} | {plain(r.value)} | {plain(r.article)} |" for r in rows)
    laws = "\n".join(f"- {plain(law)}" for law in profile.laws.values())
    about = f"上级是 {profile.base}，只列改动的数字。" if profile.base else laws
    return [
        f"### {profile.id}　{plain(profile.title)}\n",
        f"{about}\n",
        f"| 项目 | 数字 | 依据 |\n|---|---|---|\n{table}\n",
    ]
