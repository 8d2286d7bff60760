"""Kinds of notices: folders of words that are read, checked and compiled here.

``themes/notices/<id>/kind.yml`` says what a kind is called, whom it serves, who issues it
and which facts it needs; ``notice.md.j2`` beside it is the text.  A new kind is a new
folder; nothing in Python knows any kind by name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2 import Environment, Template, TemplateError

from gongshi import resources
from gongshi.compose.facts import FACTS
from gongshi.compose.problems import BAD_KIND
from gongshi.compose.templates import body_environment, line_template, said_environment
from gongshi.compose.vocabulary import Vocabulary, vocabulary
from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.model.profile import BODIES
from gongshi.read import yaml_text
from gongshi.read.yaml_text import Node, Scalar, Sequence

KEYS = ("名称", "标题", "落款", "适用", "公示", "需要", "可用", "张贴", "渠道", "依据", "另一文字")
_OPTIONAL = {"可用", "渠道", "依据", "另一文字"}

#: Ways a notice may go out: on the site, on paper, in messages; or only up to the higher office.
WAYS = ("网页", "张贴", "微信", "短信", "广播", "群聊")
SENT_UP = "报送"

#: 公示: whether a notice of the kind has a clock.
ALWAYS, MAYBE, NEVER = "有", "可有", "无"

#: The fact that a kind with a clock needs.
CLOCK = "公示期"
_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one kind in a second language; its templates are compiled when needed.

    ``titles`` and ``issuers`` are the lines by body, ``body`` the name of the template.
    """

    lang: str
    titles: Mapping[str, str]
    issuers: Mapping[str, str]
    body: str
    folders: tuple[Path, ...]

    def words(self) -> Vocabulary:
        """The vocabulary; raises :class:`VocabularyError`."""
        return vocabulary(self.folders, self.lang)

    def template(self) -> Template:
        """The template of the text."""
        return said_environment(self.folders, self.lang).get_template(self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of notice.

    ``id`` is its folder's name.  ``titles`` and ``issuers`` are templates of one line by
    body; that of the text is compiled only where it is used.  ``needs`` and ``may`` name
    facts (see :mod:`gongshi.compose.facts`).  ``publicity`` is 有, 可有 or 无.  ``sheets`` are the
    posters that are made unasked; ``channels`` the ways it goes out, all
    :data:`WAYS` where the kind says nothing; ``basis`` tells the reader of ``gongshi kinds`` why
    the kind exists.  ``said`` holds its words in other languages by code.
    """

    id: str
    name: str
    bodies: tuple[str, ...]
    publicity: str
    needs: tuple[str, ...]
    may: tuple[str, ...]
    sheets: tuple[str, ...]
    channels: tuple[str, ...]
    basis: str
    titles: Mapping[str, str] = field(repr=False)
    issuers: Mapping[str, str] = field(repr=False)
    words: Environment = field(compare=False, repr=False)
    said: Mapping[str, Wording] = field(default_factory=dict, compare=False, repr=False)
    place: Place

    @property
    def body(self) -> Template:
        """The template of the text, compiled when it is first asked for."""
        return self.words.get_template(f"{self.id}/notice.md.j2")

    @property
    def on_site(self) -> bool:
        """Whether its notices are published on the site."""
        return "网页" in self.channels


class _WrongError(Exception):
    """Stops the reading of one kind; carries what is wrong with it."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(findings)
        self.findings = findings


def _wrong(place: Place, message: str) -> _WrongError:
    return _WrongError(BAD_KIND.at(place, message))


def load_kinds(folders: tuple[Path, ...]) -> tuple[dict[str, Kind], list[Finding]]:
    """The kinds by Chinese name, sorted by id; a project's folder wins over the program's.

    Findings stand at the kind's file, named from ``themes/`` on: C002, or what reading
    says of its YAML.
    """
    kinds: dict[str, Kind] = {}
    findings: list[Finding] = []
    environment = body_environment(folders)
    for own in _kind_folders(folders):
        place = Place(f"themes/notices/{own[0].name}/kind.yml")
        try:
            kind = _with_words(own, place, environment, folders)
            if kind.name in kinds:
                raise _wrong(place, f"名称“{kind.name}”已经是{kinds[kind.name].id}的名称")
            kinds[kind.name] = kind
        except _WrongError as wrong:
            findings += wrong.findings
    return kinds, findings


def _kind_folders(folders: tuple[Path, ...]) -> list[tuple[Path, ...]]:
    """The folders of each kind, that of the project before that of the program."""
    found: dict[str, list[Path]] = {}
    for folder in folders:
        for path in folder.iterdir():
            if (path / "kind.yml").is_file():
                found.setdefault(path.name, []).append(path)
    return [tuple(found[name]) for name in sorted(found)]


def _with_words(
    own: tuple[Path, ...], place: Place, environment: Environment, folders: tuple[Path, ...]
) -> Kind:
    """The kind of the first folder, which may only add languages to that of the next."""
    folder, *behind = own
    if not _ID.fullmatch(folder.name):
        raise _wrong(place, f"文件夹名“{folder.name}”只能用小写字母、数字和连字符")
    items = _items(folder / "kind.yml", place)
    if behind and set(items) == {"另一文字"}:
        kind = _with_words(tuple(behind), place, environment, folders)
        added = _said(folder, items["另一文字"], kind.bodies, folders)
        return replace(kind, said={**kind.said, **added})
    return _kind(folder, items, place, environment, folders)


def _kind(
    folder: Path,
    items: Mapping[str, Node],
    place: Place,
    environment: Environment,
    folders: tuple[Path, ...],
) -> Kind:
    """Templates of the program are proven and compiled only where they are used."""
    for key in KEYS:
        if key not in items and key not in _OPTIONAL:
            raise _wrong(place, f"缺少“{key}”")
    proven = folder.parent == resources.built_in("themes") / "notices"
    bodies = _choices(items, "适用", BODIES, place)
    publicity = _publicity(items["公示"])
    if not proven:
        _try_body(folder.name, environment)
    needs, may = (_choices(items, key, tuple(FACTS), place) for key in ("需要", "可用"))
    return Kind(
        id=folder.name,
        name=_text(items["名称"]),
        bodies=bodies,
        publicity=publicity,
        needs=(*needs, *([CLOCK] if publicity == ALWAYS else [])),
        may=(*may, *([CLOCK] if publicity == MAYBE else [])),
        sheets=_choices(items, "张贴", (), place),
        channels=_choices(items, "渠道", (*WAYS, SENT_UP), place) or WAYS,
        basis=_text(items["依据"]) if "依据" in items else "",
        titles=_lines(items["标题"], bodies, proven=proven),
        issuers=_lines(items["落款"], bodies, proven=proven),
        words=environment,
        said=_said(folder, items.get("另一文字"), bodies, folders),
        place=place,
    )


def _publicity(node: Node) -> str:
    if _text(node) not in (ALWAYS, MAYBE, NEVER):
        raise _wrong(node.place, "“公示”只能写有、可有或者无")
    return _text(node)


def _said(
    folder: Path, node: Node | None, bodies: tuple[str, ...], folders: tuple[Path, ...]
) -> Mapping[str, Wording]:
    """The wordings of a kind: its lines in kind.yml with the template beside it."""
    if node is None:
        return {}
    if not isinstance(node, yaml_text.Mapping):
        raise _wrong(node.place, "“另一文字”下面先写文字的代码，如en")
    found = {}
    for lang, lines in node.items.items():
        name = f"notice.{lang}.md.j2"
        if not (folder / name).is_file():
            continue  # the words of a kind of the county's own are not those of the program's
        if not isinstance(lines, yaml_text.Mapping) or set(lines.items) != {"标题", "落款"}:
            raise _wrong(lines.place, "写“标题”和“落款”")
        titles, issuers = (
            _lines(lines.items[key], bodies, proven=True) for key in ("标题", "落款")
        )
        found[lang] = Wording(lang, titles, issuers, f"{folder.name}/{name}", tuple(folders))
    return found


def _items(path: Path, place: Place) -> Mapping[str, Node]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(place, "文件打不开，或者不是UTF-8文本") from error
    root, findings = yaml_text.parse(text, place.file)
    if findings:
        raise _WrongError(*findings)
    if not isinstance(root, yaml_text.Mapping):
        raise _wrong(place, "应当是“键: 值”")
    for key, at in root.keys.items():
        if key not in KEYS:
            raise _wrong(at, f"不认识的键“{key}”，只能用{'、'.join(KEYS)}")
    return root.items


def _text(node: Node) -> str:
    if not isinstance(node, Scalar) or not node.text.strip():
        raise _wrong(node.place, "这里应当写一行文字")
    return node.text.strip()


def _choices(
    items: Mapping[str, Node], key: str, allowed: tuple[str, ...], place: Place
) -> tuple[str, ...]:
    """The list under a key; every entry must be allowed, where anything is said of that."""
    node = items.get(key, Sequence((), place))
    if not isinstance(node, Sequence):
        raise _wrong(node.place, f"“{key}”应当是列表")
    for item in node.items:
        if _text(item) not in allowed and allowed:
            raise _wrong(item.place, f"“{key}”里没有“{_text(item)}”，可用：{'、'.join(allowed)}")
    return tuple(_text(item) for item in node.items)


def _lines(node: Node, bodies: tuple[str, ...], *, proven: bool) -> Mapping[str, str]:
    """One template for all bodies, or one for each; ``proven`` ones need no trial."""
    if isinstance(node, Scalar):
        return dict.fromkeys(bodies, _line(node, proven))
    if not isinstance(node, yaml_text.Mapping) or set(node.items) != set(bodies):
        raise _wrong(node.place, f"应当是一行文字，或者按{'、'.join(bodies)}分别写")
    return {body: _line(item, proven) for body, item in node.items.items()}


def _line(node: Node, proven: bool) -> str:
    try:
        if not proven:
            line_template(_text(node))
    except TemplateError as error:
        raise _wrong(node.place, f"模板读不懂（{error}）") from error
    return _text(node)


def _try_body(name: str, environment: Environment) -> None:
    """Raise for a text of a project's own that cannot be read; ours are known to be right."""
    try:
        environment.get_template(f"{name}/notice.md.j2")
    except TemplateError as error:
        line = str(getattr(error, "lineno", "") or "")
        place = Place(f"themes/notices/{name}/notice.md.j2", "", line)
        raise _wrong(place, f"模板读不懂（{error}）") from error
