"""What a table and a column are: the types of :mod:`gongshi.read.columns`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How a cell of a column is read; ``value`` is how the manual says it."""

    IGNORED = "不读"
    TEXT = "文字"
    LONG = "可分段的文字"
    VILLAGE = "村（社区）名称"
    NAME = "姓名"
    NAMES = "一个或几个姓名，用顿号隔开"
    COUNT = "整数"
    ROUND = "整数，从1起"
    DATE = "日期"
    MONTH = "年月"
    TIME = "时间"
    CHOICE = "选一项"
    ETHNICITY = "民族"
    DAYS = "天数"
    POST = "职务"
    NUMBER = "编号"
    SLUG = "小写字母、数字和短横"
    FILE = "文件名"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    ``name`` is the heading that templates use and ``synonyms`` are other headings that
    mean the same.  ``field`` is the attribute of the record, ``seats.书记`` for an item of
    a mapping, empty for a column that is understood but not kept.  ``choices`` is the
    closed list of a :attr:`Kind.CHOICE` column and a suggestion for any other.
    """

    name: str
    field: str
    synonyms: tuple[str, ...] = ()
    required: bool = False
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    note: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One of the clerks' tables.

    ``identity`` names the fields that tell two rows apart.  ``later`` marks a table that
    is filled in only after the meeting, so that an empty one stops nothing; an
    ``optional`` one need not be filled in at all.
    """

    key: str
    name: str
    columns: tuple[Column, ...]
    note: str
    identity: tuple[str, ...]
    later: bool = False
    optional: bool = False

    @property
    def required(self) -> tuple[Column, ...]:
        """The columns that the table cannot do without."""
        return tuple(column for column in self.columns if column.required)
