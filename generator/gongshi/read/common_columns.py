"""Columns and words that several of the clerks' tables share."""

from __future__ import annotations

from gongshi.read.column import Column, Kind


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: Headings that must not be in these tables at all: nothing of the kind is ever published.
PRIVATE_HEADINGS = frozenset(
    _words(
        "身份证 身份证号 身份证号码 公民身份号码 手机 手机号 手机号码 联系电话 联系方式 电话 "
        "电话号码 银行卡 银行卡号 银行账号 家庭住址 住址 家庭地址 户籍地址"
    )
)

ETHNICITIES = _words(
    "汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 "
    "哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 "
    "柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 "
    "塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 "
    "鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 穿青人"
)

INDEX = Column(
    "序号", "", ("顺序号", "行号"), kind=Kind.IGNORED, note="只为好数，不读", example="1"
)
REMARK = Column("备注", "", ("说明", "附注"), kind=Kind.IGNORED, note="只给自己看，不公布")
KEPT_REMARK = Column("备注", "remark", ("说明", "附注"), note="只给自己看，不公布")
SEX = Column("性别", "sex", (), False, Kind.CHOICE, ("男", "女"), "写男或女", "男")
OTHER_NAME = Column(
    "另一文字名称",
    "other_name",
    ("双语名称", "双语姓名", "另一文字姓名"),
    note="双语公告用：这个名字用另一种文字怎样写",
)
MONTH_NOTE = "写 1985.06、198506、1985-06 或 1985年6月；十月要写成文字 1985.10，不能是数字 1985.1"
DATE_NOTE = "写 2026-11-02、2026年11月2日、2026.11.2，或用 Excel 的日期"


def village(field: str) -> Column:
    """The village column, which every table has under its own field."""
    return Column(
        "村（社区）",
        field,
        (
            *("村", "社区", "村社", "村居", "村名", "村（居）", "村（社区）名称", "村社名称"),
            *("社区名称", "村居名称", "所在村（社区）", "所在村", "所在社区", "行政村"),
        ),
        required=True,
        kind=Kind.VILLAGE,
        note="与村社名册里的名称一字不差；几行同属一村的可以合并单元格，不合并就每行都填",
        example="东村",
    )


def count(name: str, field: str, *synonyms: str, required: bool = False, example: str) -> Column:
    """A column of whole numbers."""
    return Column(name, field, synonyms, required, Kind.COUNT, note="写整数", example=example)


def seats(post: str, *, required: bool = False, example: str = "0") -> Column:
    """The number of seats of one post."""
    return Column(
        f"{post}职数",
        f"seats.{post}",
        (post, f"{post}名额", f"{post}数"),
        required,
        Kind.COUNT,
        note="应选几名，没有就写0",
        example=example,
    )


def date(name: str, field: str, *synonyms: str, required: bool = False) -> Column:
    """A column of days."""
    return Column(name, field, synonyms, required, Kind.DATE, (), DATE_NOTE, "2026-11-02")


def names(name: str, field: str, *synonyms: str, example: str) -> Column:
    """A column of one or several persons."""
    return Column(name, field, synonyms, kind=Kind.NAMES, note="几个人用顿号隔开", example=example)


def person(
    name: str, field: str, *synonyms: str, required: bool = True, note: str = "", example: str
) -> Column:
    """A column of one person."""
    return Column(name, field, synonyms, required, Kind.NAME, note=note, example=example)


def text(
    name: str, field: str, *synonyms: str, required: bool = False, note: str = "", example: str = ""
) -> Column:
    """A column of free text."""
    return Column(name, field, synonyms, required, note=note, example=example)


def choice(name: str, field: str, choices: str, *synonyms: str, required: bool = False) -> Column:
    """A column with a closed list, its words parted by spaces."""
    words = tuple(choices.split())
    return Column(name, field, synonyms, required, Kind.CHOICE, words, "选一项", words[0])


def file_name(name: str, field: str, *synonyms: str, folder: str) -> Column:
    """A column that names a file of one of the term's folders."""
    return Column(name, field, synonyms, kind=Kind.FILE, note=f"{folder} 文件夹里的文件名")
