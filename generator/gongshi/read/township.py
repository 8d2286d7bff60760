"""A township: all its terms, read, joined and compared."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.model.profile import Profile
from gongshi.model.records import Contacts, Records, SheetReport, Term, Township
from gongshi.read import problems_tables as rules
from gongshi.read.assemble import paths_differ, records
from gongshi.read.columns import TABLES
from gongshi.read.files import KNOWN_FOLDERS, listing, unknown
from gongshi.read.problems_files import Y005, Y006, Y009
from gongshi.read.profiles import Layers, load_profile, refused
from gongshi.read.project import SLUG, Project, bad_name
from gongshi.read.references import references
from gongshi.read.settings import (
    TERM_KEYS,
    in_language,
    mapping,
    overrides,
    read_settings_of_township,
    term_texts,
    unknown_keys,
    yaml_file,
)
from gongshi.read.sheets import Found, read_file
from gongshi.read.together import Joined, join
from gongshi.read.waivers import waivers
from gongshi.read.yaml_text import Mapping, Scalar


@dataclass(frozen=True, slots=True)
class Reading:
    """What a township's folder says: its terms, oldest first, and what is wrong with them.

    A term whose settings cannot be read is not among ``terms``; the findings say why, and
    ``sheets`` still tells what was understood of its tables.
    """

    township: Township
    terms: tuple[Records, ...]
    findings: tuple[Finding, ...]
    sheets: tuple[SheetReport, ...] = ()


@dataclass(slots=True)
class _Term:
    """One term while it is being read."""

    findings: list[Finding] = field(default_factory=list)
    records: Records | None = None
    sheets: tuple[SheetReport, ...] = ()


def read_township(project: Project, slug: str) -> Reading:
    """Read every term of the township; bad input becomes findings and nothing is raised."""
    folder, name = project.root / "notices" / slug, f"notices/{slug}"
    township, findings = read_settings_of_township(
        folder / "township.yml", f"{name}/township.yml", slug
    )
    findings += refused(township.adjustments)
    terms: list[Records] = []
    sheets: list[SheetReport] = []
    for path in listing(folder):
        place = f"{name}/{path.name}"
        if path.is_symlink() or not path.is_dir():
            findings += [] if path.name == "township.yml" else [unknown(path, place)]
        elif not SLUG.fullmatch(path.name):
            findings.append(bad_name(path.name, place))
        else:
            term = _term(project, township, path, place)
            findings += term.findings
            terms += [term.records] if term.records else []
            sheets += term.sheets
    if not terms and not findings:
        findings.append(Y009.at(Place(name), "没有一届换届的文件夹", help="如 2026/term.yml。"))
    ordered = sorted(findings, key=lambda finding: (finding.place, finding.rule, finding.message))
    return Reading(township, tuple(terms), tuple(ordered), tuple(sheets))


def _term(project: Project, township: Township, folder: Path, name: str) -> _Term:
    result = _Term()
    shared = (project.county.adjustments, township.adjustments)
    layers = Layers(project.root, shared)
    term, findings = _settings(folder / "term.yml", f"{name}/term.yml", layers)
    result.findings += findings
    found = _files(folder, name)
    result.findings += found.findings
    tables, result.sheets = _tables(found, name, result.findings)
    made = {key: records(joined) for key, joined in tables.items()}
    result.findings += paths_differ(made["villages"])
    if term is not None:
        result.records = Records(
            county=project.county,
            township=township,
            term=term,
            contacts=found.contacts or Contacts(),
            sheets=result.sheets,
            **made,
        )
    return result


def _files(folder: Path, name: str) -> Found:
    found = Found()
    for path in listing(folder):
        if path.is_dir() and not path.is_symlink():
            if path.name not in KNOWN_FOLDERS:
                found.findings.append(unknown(path, f"{name}/{path.name}"))
        elif path.name != "term.yml":
            read_file(path, f"{name}/{path.name}", found)
    return found


def _tables(
    found: Found, name: str, findings: list[Finding]
) -> tuple[dict[str, Joined], tuple[SheetReport, ...]]:
    tables: dict[str, Joined] = {}
    reports = list(found.reports)
    for table in TABLES:
        sheets = [sheet for sheet in found.sheets if sheet.table is table]
        for sheet in sheets:
            findings += sheet.findings
        joined, disagreements, own = join(table, sheets)
        tables[table.key] = joined
        findings += disagreements
        reports += own
    for joined in tables.values():
        # What could not be read may hold the very rows that seem to be missing.
        joined.complete = joined.complete and not found.unread
    if not tables["villages"].present and not found.unread:
        findings.append(rules.T026.at(Place(name), "这一届没有村社名册"))
    findings += references(tables)
    return tables, tuple(sorted(reports, key=lambda report: report.place))


def _settings(path: Path, name: str, layers: Layers) -> tuple[Term | None, list[Finding]]:
    node, findings = yaml_file(path, name)
    if findings:
        return None, findings
    root, findings = mapping(node, name)
    if root is None:
        return None, findings
    known = (*TERM_KEYS, *in_language(root))
    findings += unknown_keys(root, known)
    title, profile = _text(root, "名称", findings), _profile(root, layers, findings)
    texts, problems = term_texts(root)
    waived, unclear = waivers(root.items.get("豁免"))
    findings += [*problems, *unclear]
    if profile is None or not title:
        return None, findings
    places = {key: root.items[key].place for key in root.items if key in known}
    places = {"title": places["名称"], "profile": places["规则"], **places}
    slug = path.parent.name
    term = Term(slug=slug, title=title, profile=profile, texts=texts, waivers=waived, places=places)
    return term, findings


def _text(root: Mapping, key: str, findings: list[Finding]) -> str:
    match root.items.get(key):
        case None:
            findings.append(Y005.at(Place(root.place.file), f"没有写「{key}」"))
        case Scalar(text=text) if text and len(text) <= 100:
            return text.strip(" 　")
        case Scalar(text="", place=place):
            findings.append(Y005.at(place, f"「{key}」是空的"))
        case node:
            findings.append(Y006.at(node.place, f"「{key}」应是一段文字，最多100字"))
    return ""


def _profile(root: Mapping, layers: Layers, findings: list[Finding]) -> Profile | None:
    name = _text(root, "规则", findings)
    changes, unclear = overrides(root.items.get("规则调整"))
    findings += unclear
    if not name:
        return None
    layers = replace(layers, term=changes)
    profile, problems = load_profile(name, root.items["规则"].place, layers)
    findings += problems
    return None if unclear else profile
