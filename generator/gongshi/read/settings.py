"""The settings of county, township and term, and the contacts: closed keys, plain text."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.model.profile import BODIES, Override
from gongshi.model.records import Adjustments, Contacts, County, Township
from gongshi.read.files import content
from gongshi.read.problems_files import Y001, Y004, Y005, Y006, Y009
from gongshi.read.text import shown
from gongshi.read.yaml_text import Mapping, Node, Scalar, Sequence, parse

LONGEST_SETTING = 200
LONGEST_SENTENCE = 500

#: What the clerk writes, and the attribute it becomes.
COUNTY_KEYS = {"县": "name", "网址": "url", "字体": "fonts", "落款单位": "issued_by"}
TOWNSHIP_KEYS = {"名称": "name", "全称": "full_name", "类型": "kind", "双语": "language"}
CONTACT_KEYS = {
    **dict.fromkeys(("镇", "乡", "街道", "地区"), "township"),
    "主办": "organiser",
    "举报电话": "phone",
    "举报信箱": "mailbox",
    "受理时间": "hours",
    "地址": "address",
    "电子邮箱": "email",
}
TOWNSHIP_KINDS = ("镇", "乡", "街道", "地区")
TERM_TEXTS = (
    *("任职条件", "选举程序", "工作纪律", "任期目标", "议程", "投票须知", "选举办法", "政策问答"),
    *("明白纸", "公开信", "通告", "通报", "先进典型", "标语", "承诺书", "演讲提纲", "村规民约"),
    *("情况回应", "纪律宣传", "宣传画"),
)
TERM_KEYS = ("名称", "规则", "规则调整", "豁免", *TERM_TEXTS)
#: 双语 of a township: a language's code; and behind a dot the texts of term.yml in it.
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_IN_LANGUAGE = re.compile(rf"({'|'.join(TERM_TEXTS)})\.({_LANGUAGE.pattern})")
#: 机构 under 规则调整 of a county or a township.

_URL = re.compile(r"https?://[\w.\-]+(?::\d+)?(?:/[\w.\-~%]*)*")
_FOLDER = re.compile(r"(?![./\\])(?!.*\.\.)[^:*?\"<>|\\]{1,100}")


@dataclass(slots=True)
class Settings:
    """A settings file as text by attribute, with places and what is wrong."""

    place: Place
    texts: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    adjustments: Adjustments = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)

    def need(self, keys: dict[str, str], *names: str) -> None:
        """Report those of the attributes that have no value."""
        for key, name in keys.items():
            if name in names and not self.texts.get(name):
                place = self.places.get(name, self.place)
                self.findings.append(Y005.at(place, f"没有写「{key}」"))


def yaml_file(path: Path, name: str) -> tuple[Node | None, list[Finding]]:
    """The root node of a YAML file; ``name`` is how findings call it."""
    if not path.exists() and not path.is_symlink():
        return None, [Y009.at(Place(name), f"没有 {path.name}")]
    data, findings = content(path, name)
    if data is None:
        return None, findings
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [Y001.at(Place(name, "", str(line)), f"第{line}行不是 UTF-8 编码")]
    return parse(text, name)


def mapping(node: Node | None, file: str) -> tuple[Mapping | None, list[Finding]]:
    """The node as a mapping, or the finding that says it is none."""
    if isinstance(node, Mapping):
        return node, []
    place = node.place if node else Place(file)
    return None, [Y006.at(place, "文件应由「键: 值」组成")]


def texts(node: Mapping, keys: dict[str, str], file: str) -> Settings:
    """The mapping's texts by attribute; unknown keys and lists are findings."""
    settings = Settings(Place(file))
    settings.findings += unknown_keys(node, tuple(keys))
    for key, item in node.items.items():
        if key not in keys:
            continue
        if not isinstance(item, Scalar) or len(item.text) > LONGEST_SETTING:
            message = f"「{key}」应是一段文字，最多{LONGEST_SETTING}字"
            settings.findings.append(Y006.at(item.place, message))
        else:
            settings.texts[keys[key]] = item.text.strip(" 　")
        settings.places[keys[key]] = item.place
    return settings


def unknown_keys(node: Mapping, known: tuple[str, ...]) -> list[Finding]:
    """A finding for each key that is not known, with the nearest one that is."""
    findings = []
    for key in node.items:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1, cutoff=0.4)
            hint = f"，是不是「{near[0]}」" if near else ""
            findings.append(Y004.at(node.keys[key], f"不认得「{shown(key)}」{hint}"))
    return findings


def _settings(path: Path, name: str, keys: dict[str, str]) -> Settings:
    node, findings = yaml_file(path, name)
    if findings:
        return Settings(Place(name), findings=findings)
    root, findings = mapping(node, name)
    if root is None:
        return Settings(Place(name), findings=findings)
    adjusted = root.items.pop("规则调整", None)
    said = root.items.pop("译名", None) if keys is TOWNSHIP_KEYS else None
    settings = texts(root, keys, name)
    settings.said, refused = _said(said)
    if said is not None:
        settings.places["said"] = said.place
    settings.findings += refused
    settings.adjustments, refused = adjustments(adjusted)
    settings.findings += refused
    return settings


def _said(node: Node | None) -> tuple[dict[str, str], list[Finding]]:
    """译名: the office's own words in the second language by the Chinese ones."""
    if node is None or (isinstance(node, Scalar) and not node.text):
        return {}, []
    if not isinstance(node, Mapping):
        return {}, [Y006.at(node.place, "「译名」下面应是「中文: 译文」")]
    keys = {key: key for key in node.items}
    settings = texts(node, keys, node.place.file)
    return {key: text for key, text in settings.texts.items() if text}, settings.findings


def read_county(path: Path, name: str) -> tuple[County, list[Finding]]:
    """county.yml; a county without a name when it cannot be read."""
    settings = _settings(path, name, COUNTY_KEYS)
    if settings.texts or not settings.findings:
        settings.need(COUNTY_KEYS, "name")
    url, fonts = settings.texts.get("url", ""), settings.texts.get("fonts", "")
    if url and not _URL.fullmatch(url):
        message = f"「网址」「{shown(url, 40)}」不是网址"
        help = "写成 https:// 开头的网址，不带问号和空格。"
        settings.findings.append(Y006.at(settings.places["url"], message, help=help))
    if fonts and not _FOLDER.fullmatch(fonts):
        message = f"「字体」「{shown(fonts)}」不是项目里的文件夹"
        settings.findings.append(Y006.at(settings.places["fonts"], message))
    county = County(
        places=settings.places,
        name=settings.texts.get("name", ""),
        url=url,
        fonts=fonts,
        issued_by=settings.texts.get("issued_by", ""),
        adjustments=settings.adjustments,
    )
    return county, settings.findings


def read_settings_of_township(path: Path, name: str, slug: str) -> tuple[Township, list[Finding]]:
    """township.yml; named after its folder where it cannot be read."""
    settings = _settings(path, name, TOWNSHIP_KEYS)
    if settings.texts or not settings.findings:
        settings.need(TOWNSHIP_KEYS, "name", "full_name")
    kind = settings.texts.get("kind") or TOWNSHIP_KINDS[0]
    if kind not in TOWNSHIP_KINDS:
        message = f"「类型」不能写「{shown(kind)}」"
        help = f"改成：{'、'.join(TOWNSHIP_KINDS)}。"
        settings.findings.append(Y006.at(settings.places["kind"], message, help=help))
    language = settings.texts.get("language", "")
    if language and not _LANGUAGE.fullmatch(language):
        message = f"「双语」「{shown(language)}」不是文字的代码"
        help = "写文字的代码：en（英文）、ug（维吾尔文）、bo（藏文）、mn（蒙古文）等。"
        settings.findings.append(Y006.at(settings.places["language"], message, help=help))
        language = ""
    township = Township(
        places=settings.places,
        slug=slug,
        name=settings.texts.get("name") or slug,
        full_name=settings.texts.get("full_name") or slug,
        kind=kind,
        adjustments=settings.adjustments,
        language=language,
        said=settings.said,
    )
    return township, settings.findings


def contacts(node: Mapping, file: str) -> tuple[Contacts, list[Finding]]:
    """A contacts file that is already known to be one."""
    settings = texts(node, CONTACT_KEYS, file)
    return Contacts(places=settings.places, **settings.texts), settings.findings


def in_language(node: Mapping) -> tuple[str, ...]:
    """The keys of term.yml that are its texts in a second language: ``任职条件.en``."""
    return tuple(key for key in node.items if _IN_LANGUAGE.fullmatch(key))


TermTexts = dict[str, dict[str, tuple[str, ...]]]


def term_texts(node: Mapping) -> tuple[TermTexts, list[Finding]]:
    """The sentences of term.yml by text and heading; lists without headings under ``""``."""
    found: TermTexts = {}
    findings: list[Finding] = []
    for name in (*TERM_TEXTS, *in_language(node)):
        match node.items.get(name):
            case Sequence() as listed:
                found[name] = {"": _sentences(listed, findings)}
            case Mapping() as headed:
                found[name] = {
                    heading: _sentences(item, findings) for heading, item in headed.items.items()
                }
            case Scalar(text=text, place=place) if text:
                findings.append(Y006.at(place, f"「{name}」应是一个列表，每条以「- 」开头"))
    return found, findings


def _sentences(node: Node, findings: list[Finding]) -> tuple[str, ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    sentences = []
    for item in items:
        if isinstance(item, Scalar) and 0 < len(item.text) <= LONGEST_SENTENCE:
            sentences.append(item.text.strip(" 　"))
        elif not (isinstance(item, Scalar) and node is item and not item.text):
            message = f"这里应是一句话，最多{LONGEST_SENTENCE}字"
            findings.append(Y006.at(item.place, message))
    return tuple(sentences)


def overrides(listed: Node | None) -> tuple[dict[str, Override], list[Finding]]:
    """规则调整: each name with its value and the paper that allows it; none when empty."""
    if listed is None or (isinstance(listed, Scalar) and not listed.text):
        return {}, []
    if not isinstance(listed, Mapping):
        return {}, [Y006.at(listed.place, "「规则调整」应是「名称:」下面写「值」和「依据」")]
    found: dict[str, Override] = {}
    findings: list[Finding] = []
    for name, item in listed.items.items():
        if isinstance(item, Mapping):
            found[name] = _override(item, listed.keys[name], findings)
        else:
            findings.append(Y006.at(item.place, f"「{shown(name)}」下面应写「值」和「依据」"))
    return found, findings


def _override(item: Mapping, place: Place, findings: list[Finding]) -> Override:
    listed = item.items.get("值")
    if isinstance(listed, Sequence):
        del item.items["值"]
        lines = "\n".join(_sentences(listed, findings))
    one = texts(item, {"值": "value", "依据": "article"}, item.place.file)
    findings += one.findings
    value = lines if isinstance(listed, Sequence) else one.texts.get("value", "")
    return Override(value=value, article=one.texts.get("article", ""), place=place)


def adjustments(listed: Node | None) -> tuple[Adjustments, list[Finding]]:
    """规则调整 of a county or a township: for each 机构 what 规则调整 of a term says."""
    if listed is None or (isinstance(listed, Scalar) and not listed.text):
        return {}, []
    if not isinstance(listed, Mapping):
        return {}, [Y006.at(listed.place, "「规则调整」下面先写机构，如「党组织:」")]
    help = f"「规则调整」下面先写机构：{'、'.join(BODIES)}，机构下面再写项目。"
    findings = [replace(found, help=help) for found in unknown_keys(listed, BODIES)]
    found = {}
    for body in sorted(set(BODIES) & set(listed.items)):
        found[body], refused = overrides(listed.items[body])
        findings += refused
    return found, findings
