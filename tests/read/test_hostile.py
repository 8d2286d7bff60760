"""Broken and hostile files: one finding, quickly, and never a traceback."""

from __future__ import annotations

import io
import random
import time
import zipfile
from pathlib import Path

import pytest

import townships
from gongshi.model.finding import Finding
from gongshi.read.csv_text import read_csv
from gongshi.read.project import read_project
from gongshi.read.township import read_township
from gongshi.read.workbook import read_workbook
from projects import project

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="{target}" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
)
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)


def package(rows: str = "", sheet: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """The smallest XLSX, with these rows or this whole sheet, and further parts."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELS.format(target="xl/workbook.xml", kind="officeDocument"),
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELS.format(target="worksheets/sheet1.xml", kind="worksheet"),
        "xl/worksheets/sheet1.xml": sheet or SHEET.format(rows=rows),
        **(more or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def refused(data: bytes) -> str:
    grids, findings = read_workbook(data, "表.xlsx")
    assert grids == []
    (finding,) = findings
    assert str(finding.place) == "表.xlsx"
    return finding.rule


def cell(reference: str, value: str = "<v>1</v>", attributes: str = "") -> str:
    return f'<row><c r="{reference}" {attributes}>{value}</c></row>'


def test_the_smallest_workbook_is_read() -> None:
    (grid,), findings = read_workbook(package(cell("B2")), "表.xlsx")
    assert findings == []
    assert grid.rows[1][1] == 1.0


HOSTILE = {
    "a declared document type": package(
        sheet='<!DOCTYPE x [<!ENTITY a "aaa">]>' + SHEET.format(rows="")
    ),
    "a cell at the far corner": package(cell("XFD1048576")),
    "a cell far down": package(cell("A1048576")),
    "a cell below the last row": package(cell("A20001")),
    "a cell beyond the last column": package(cell("GS1")),
    "a cell far to the right": package(cell("XFD1")),
    "a far cell behind a prefix": package(cell("XFD1048576").replace("<c ", "<x:c ")),
    "a far cell in single quotes": package(cell("XFD1048576").replace('"', "'")),
    "a column that is none": package(cell("ABCDEFG1")),
    "macros": package(more={"xl/vbaProject.bin": b"x"}),
    "links to other files": package(more={"xl/externalLinks/externalLink1.xml": b"<x/>"}),
    "a binary workbook": package(more={"xl/workbook.bin": b"x"}),
    "a part that swells": package(more={"xl/media/a.bin": bytes(5_000_000)}),
    "a thousand parts": package(more={f"p/{n}.xml": b"" for n in range(1001)}),
    "too much in all": package(
        more={f"p/{n}.bin": random.Random(n).randbytes(9_000) * 700 for n in range(9)}  # noqa: S311
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_dangerous_workbook_is_refused_before_it_is_opened(what: str) -> None:
    assert refused(HOSTILE[what]) == "T020"


BROKEN = {
    "nothing": b"",
    "text": "姓名,村\n".encode(),
    "half a package": package(cell("A1"))[:300],
    "a web page": b"<html><table><tr><td>1</td></tr></table></html>",
    "an old workbook cut short": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a zip of something else": package().replace(b"xl/workbook", b"xl/werkbook"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_workbook_is_refused(what: str) -> None:
    assert refused(BROKEN[what]) == "T018"


def test_a_zip_that_asks_for_a_password_is_refused() -> None:
    data = bytearray(package())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    assert refused(bytes(data)) == "T019"


def test_a_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    root = townships.overlay("T019-encrypted-workbook", tmp_path)
    assert refused((root / "notices/tiny/2026/台账.xlsx").read_bytes()) == "T019"


def test_a_really_encrypted_workbook_is_refused_in_one_line(tmp_path: Path) -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    out = io.BytesIO()
    OOXMLFile(io.BytesIO(package(cell("B2")))).encrypt("换届2026", out)
    (finding,) = read_workbook(out.getvalue(), "表.xlsx")[1]
    assert finding.line().splitlines() == [
        "表.xlsx: 错误 T019 工作簿设了密码。在 Excel 或 WPS 里取消密码后再保存。"
    ]
    assert found(tmp_path, {"台账.xlsx": out.getvalue()}) == [("T019", "")]


@pytest.mark.parametrize("seed", range(60))
def test_a_workbook_with_random_damage_never_raises(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    data = bytearray((Path(__file__).parents[2] / BOOK_OF_YUNXI).read_bytes())
    for _ in range(chance.randrange(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    read_workbook(bytes(data[: chance.randrange(len(data) // 2, len(data) + 1)]), "表.xlsx")


BOOK_OF_YUNXI = "notices/yunxi/2026/换届工作台账.xlsx"
HEADER = "村,姓名,拟任职务\n"

CSVS = {
    "UTF-16": ("村,姓名\n".encode("utf-16"), "T021", ""),
    "no encoding": (b"\x81\xff\xff\x82", "T021", ""),
    "a NUL": (f"{HEADER}东村,王\0伟,委员\n".encode(), "T021", "A2"),
    "a lone return": (f"{HEADER}东村,王伟,委员\r东村,李明,委员\n".encode(), "T021", "A2"),
    "an open quote": (f'{HEADER}东村,"王伟,委员\n'.encode(), "T021", "A2"),
    "text behind a quote": (f'{HEADER}东村,"王"伟,委员\n'.encode(), "T021", "A2"),
    "an endless cell": (f"{HEADER}东村,王伟,{'长' * 20_000}\n".encode(), "T021", "C2"),
    "a megabyte in a cell": (f"{HEADER}东村,王伟,{'a' * 1_000_000}\n".encode(), "T021", "A2"),
    "endless rows": (b"1\n" * 20_001, "T020", "A20001"),
    "endless columns": (b"," * 300, "T020", "A1"),
}


@pytest.mark.parametrize("what", CSVS)
def test_a_csv_that_is_no_table_is_refused_at_its_row(what: str) -> None:
    data, rule, at = CSVS[what]
    grids, findings = read_csv(data, "表.csv")
    assert grids == []
    assert [(f.rule, f.place.cell) for f in findings] == [(rule, at)]


def found(tmp_path: Path, files: dict[str, str | bytes]) -> list[tuple[str, str]]:
    """Rules and cells in a project with one village and these files."""
    root = project(tmp_path, {"村社.csv": "村,应到,书记职数\n东村,10,1\n", **files})
    findings: list[Finding] = list(read_township(read_project(root)[0], "tiny").findings)
    return [(finding.rule, finding.place.cell) for finding in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HEADER}东村,王伟\n", [("T022", "C2")]),
        (f"{HEADER}东村,王伟,委员,多\n", [("T022", "D2")]),
        (f"{HEADER}东村,王伟,委员,,\n", []),
        (f"{HEADER}\n东村,王伟,委员\n\n", []),
        ("村;姓名;拟任职务\n东村;王伟;委员\n", [("T002", "A1")]),
        ("村\t姓名\t拟任职务\n", [("T002", "A1")]),
        ("", [("T006", "")]),
        ("\n\n", [("T006", "")]),
        (HEADER, [("T006", "A2")]),
        (f"{HEADER}东村,{'王' * 25},委员\n", [("N105", "B2")]),
        (f"{HEADER}东村,王伟,{'委员' * 70}\n", [("T013", "C2")]),
        (f"{HEADER}=cmd|' /C calc'!A0,王伟,委员\n", [("T011", "A2")]),
        (f"{HEADER}../../etc,王伟,委员\n", [("T011", "A2")]),
    ],
)
def test_rows_of_a_csv_are_refused_at_their_cell(
    text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert found(tmp_path, {"名册.csv": text}) == expected


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("名册.docx", ["T024"]),
        ("名册.et", ["T024"]),
        ("名册.xlsm", ["T024"]),
        ("名册.txt", ["T024"]),
        ("README", ["T024"]),
        ("~$台账.xlsx", []),
        (".DS_Store", []),
        ("Thumbs.db", []),
        (".~lock.台账.xlsx#", []),
    ],
)
def test_files_that_are_no_tables_are_refused_or_passed_over(
    name: str, rules: list[str], tmp_path: Path
) -> None:
    assert [rule for rule, _ in found(tmp_path, {name: b"x"})] == rules


def test_folders_of_a_term_are_known_or_warned_about(tmp_path: Path) -> None:
    folder = "notices/tiny/2026"
    assert found(tmp_path, {f"{folder}/issued/0001-a.md": "x", f"{folder}/photos/a.jpg": "x"}) == []
    assert found(tmp_path, {f"{folder}/旧表/a.xlsx": b"x"}) == [("T024", "")]


def test_links_are_never_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text(f"{HEADER}东村,王伟,委员\n", encoding="utf-8")
    root = project(tmp_path / "p", {"村社.csv": "村,应到,书记职数\n东村,10,1\n"})
    (root / "notices/tiny/2026/名册.csv").symlink_to(outside)
    (root / "notices/tiny/2026/term.yml").unlink()
    (root / "notices/tiny/2026/term.yml").symlink_to(outside)
    reading = read_township(read_project(root)[0], "tiny")
    assert [finding.rule for finding in reading.findings] == ["T025", "T025"]
    assert reading.terms == ()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    assert found(tmp_path, {"名册.csv": bytes(20_000_001)}) == [("T020", "")]


NUMBER = "11010119900307123X"


WIDE = NUMBER.translate({ord("0") + n: ord("０") + n for n in range(10)})


@pytest.mark.parametrize("typed", [NUMBER, WIDE, "110101 19900307 1234", "1101-0119-9003-0712-34"])
def test_no_finding_repeats_a_private_number(typed: str, tmp_path: Path) -> None:
    header = "村,姓名,性别,民族,出生年月,拟任职务,现任职务,阶段\n"
    rows = "".join(f"{','.join([typed] * 7)},{typed}\n" for _ in range(2))
    root = project(
        tmp_path, {"村社.csv": "村,应到,书记职数\n东村,10,1\n", "名册.csv": header + rows}
    )
    findings = read_township(read_project(root)[0], "tiny").findings
    assert findings
    for finding in findings:
        line = "".join(c for c in finding.line() if c.isalnum())
        assert "19900307" not in line
        assert "１９９００３０７" not in line


@pytest.mark.parametrize("seed", range(40))
def test_a_csv_of_random_bytes_never_raises(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311
    good = bytearray((townships.GOOD / "notices/tiny/2026/候选人名册.csv").read_bytes())
    for _ in range(chance.randrange(1, 30)):
        good[chance.randrange(len(good))] = chance.randrange(256)
    for _, place in found(tmp_path, {"名册.csv": bytes(good)}):
        assert "\n" not in place


ENDLESS = {
    "tags that never close": b"<c " * 200_000,
    "cells that never close": b"<c r='A1'><f>" * 100_000,
    "one endless tag": b"<c " + b"a" * 1_000_000,
    "struck fonts that never close": b"<strike/><fonts" + b"<font>" * 200_000,
}


@pytest.mark.parametrize("what", ENDLESS)
@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]
)
def test_markup_made_to_be_slow_is_not(what: str, part: str) -> None:
    filler = random.Random(1).randbytes(60_000)  # noqa: S311
    data = package(cell("A1"), more={"xl/media/a.bin": filler, part: ENDLESS[what]})
    began = time.perf_counter()
    read_workbook(data, "表.xlsx")
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#NAME?", "Err:502"])
def test_an_error_of_a_formula_that_was_saved_as_text_is_refused(
    error: str, tmp_path: Path
) -> None:
    text = f"村,姓名,拟任职务,现任职务\n东村,王伟,委员,{error}\n"
    assert found(tmp_path, {"名册.csv": text}) == [("T015", "D2")]
