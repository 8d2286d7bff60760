"""A term's bag as it is made: complete, equal each time, private where it must be, restorable."""

from __future__ import annotations

import csv
import json
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image

from archive.bags import library_accepts, sha256sum_accepts
from gongshi import disk
from gongshi.archive.bag import folder_tree, manifest_digest
from gongshi.archive.contents import INTERNAL, PROJECT, PUBLIC, SITE
from gongshi.archive.retention import CLASSES, class_of
from gongshi.archive.verify import bag_info, verify_bag
from gongshi.issue.frozen import thaw
from gongshi.publish.outcome import State
from publish import small
from publish.bags import TERM, archived, bag_of, rules


def test_the_bag_is_whole_for_us_for_sha256sum_and_for_bagit_python(made: Path) -> None:
    assert verify_bag(folder_tree(bag_of(made))) == []
    assert sha256sum_accepts(bag_of(made))
    assert library_accepts(bag_of(made))


def test_the_bag_holds_what_its_readme_says(made: Path) -> None:
    bag = bag_of(made)
    for path in (
        f"{SITE}/tiny/index.html",
        f"{PUBLIC}/数据/votes.csv",
        f"{PUBLIC}/数据/results.nist.json",
        f"{PUBLIC}/签发链.txt",
        f"{PROJECT}/notices/county.yml",
        f"{PROJECT}/{TERM}/term.yml",
        f"{PROJECT}/{TERM}/postings/一号板.jpg",
        f"{PROJECT}/{TERM}/issued/chain.txt",
        f"{INTERNAL}/表格/candidates.csv",
        f"{INTERNAL}/表格/datapackage.json",
        f"{INTERNAL}/张贴证据.json",
        f"{INTERNAL}/核对/findings.json",
        f"{INTERNAL}/核对/waivers.json",
        "README.txt",
        "保管期限.csv",
    ):
        assert (bag / path).is_file(), path
    readme = (bag / "README.txt").read_text("utf-8")
    for folder in ("网站", "海报", "数据", "项目", "表格", "核对"):
        assert f"/{folder}" in readme
    assert "sha256sum -c --strict" in readme


def test_the_facts_of_the_bag_name_term_day_and_newest_link(made: Path) -> None:
    facts, found = bag_info(folder_tree(bag_of(made)))
    chain = (made / TERM / "issued/chain.txt").read_text().splitlines()
    assert found == []
    assert facts["External-Identifier"] == "tiny/2026"
    assert facts["Bagging-Date"] == "2026-11-21"
    assert facts["Gongshi-Chain-Newest"] == chain[-1].split()[0]
    assert "Gongshi-Previous-Term" not in facts


def test_nothing_internal_lies_in_the_public_part(made: Path) -> None:
    bag = bag_of(made)
    public = [path for path in (bag / PUBLIC).rglob("*") if path.is_file()]
    assert public
    assert not [path for path in public if path.suffix in {".yml", ".xlsx", ".jpg"}]
    approver = "镇党委书记".encode()
    frozen = b"".join(path.read_bytes() for path in (made / TERM / "issued").glob("*.md"))
    assert approver in frozen
    data = [path.read_bytes() for path in public if path.suffix in {".csv", ".json", ".txt"}]
    assert not [one for one in data if approver in one]


def test_every_payload_file_has_a_class_of_retention(made: Path) -> None:
    listed = (bag_of(made) / "保管期限.csv").read_text("utf-8").splitlines()[1:]
    payload = [path for path in folder_tree(bag_of(made)).files if path.startswith("data/")]
    assert len(listed) == len(payload)
    assert {class_of(path).years for path in payload} == set(CLASSES)
    assert all(class_of(path).source for path in payload)


@pytest.mark.parametrize(
    ("path", "years"),
    [
        (f"{PROJECT}/{TERM}/issued/0001-candidates.md", "永久"),
        (f"{PUBLIC}/数据/votes.csv", "永久"),
        (f"{INTERNAL}/表格/candidates.csv", "永久"),
        (f"{INTERNAL}/表格/schedule.csv", "10年"),
        (f"{INTERNAL}/核对/findings.json", "10年"),
        (f"{PROJECT}/{TERM}/postings/a.jpg", "30年"),
        (f"{INTERNAL}/张贴证据.json", "30年"),
    ],
)
def test_results_and_lists_stay_for_ever_and_preparation_ten_years(path: str, years: str) -> None:
    assert class_of(path).years == years


def test_the_second_archive_changes_nothing(root: Path) -> None:
    before = {path: path.stat() for path in bag_of(root).rglob("*")}
    assert archived(root).state is State.UNCHANGED
    after = {path: path.stat() for path in bag_of(root).rglob("*")}
    assert {p: (s.st_ino, s.st_mtime_ns) for p, s in before.items()} == {
        p: (s.st_ino, s.st_mtime_ns) for p, s in after.items()
    }
    assert sorted(path.name for path in (root / "archive").iterdir()) == ["tiny-2026"]


def test_a_spoilt_bag_is_made_anew(root: Path) -> None:
    (bag_of(root) / "README.txt").write_text("anders")
    assert archived(root).state is State.PUBLISHED
    assert rules(bag_of(root)) == {"I029"}


@pytest.mark.parametrize("where", ["hidden sheet", "comment", "property", "column nobody reads"])
@pytest.mark.parametrize(
    ("number", "said"),
    [("110101199003077475", "身份证号码（11****"), ("13912345678", "手机号码（139****")],
)
def test_a_workbook_that_hides_a_private_number_is_not_archived(
    root: Path, where: str, number: str, said: str
) -> None:
    table = root / TERM / "会议情况.csv"
    rows = list(csv.reader(table.read_text("utf-8").splitlines()))
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    if where == "hidden sheet":
        book.create_sheet("隐藏").sheet_state = "hidden"
        book["隐藏"]["A1"] = number
    elif where == "comment":
        sheet["A1"].comment = Comment(number, "x")
    elif where == "property":
        book.properties.keywords = number
    else:
        sheet.cell(1, 40, "序号")
        sheet.cell(2, 40, number)
    book.save(table.with_suffix(".xlsx"))
    table.unlink()
    before = manifest_digest(bag_of(root))
    done = archived(root)
    assert (done.state, said in done.reason) == (State.REFUSED, True)
    assert number not in done.reason
    assert manifest_digest(bag_of(root)) == before


def test_a_township_with_errors_is_not_archived(root: Path) -> None:
    (root / TERM / "候选人名册.csv").write_text("这不是表", "utf-8")
    before = small.files(bag_of(root))
    done = archived(root)
    assert done.state is State.REFUSED
    assert done.findings
    assert small.files(bag_of(root)) == before


def test_every_interruption_leaves_the_old_bag_or_the_new_one(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = small.files(bag_of(root))
    operations: list[str] = []
    monkeypatch.setattr(disk, "before", lambda name, _: operations.append(name))
    archived(root, today=date(2026, 11, 22))
    new = small.files(bag_of(root))
    assert new != old
    total = len(operations)
    day = 22
    for fatal in [*range(1, total, max(1, total // 5)), total - 2, total - 1, total]:
        count, last = [0], small.files(bag_of(root))
        day = 23 if day == 22 else 22

        def fail(_: str, path: Path, fatal: int = fatal, count: list[int] = count) -> None:
            count[0] += 1
            if count[0] == fatal:
                raise OSError(28, "full", str(path))

        monkeypatch.setattr(disk, "before", fail)
        with suppress(OSError):
            archived(root, today=date(2026, 11, day))
        monkeypatch.setattr(disk, "before", lambda *_: None)
        assert verify_bag(folder_tree(bag_of(root))) == []
        if small.files(bag_of(root)) != last:
            facts, _ = bag_info(folder_tree(bag_of(root)))
            assert facts["Bagging-Date"] == f"2026-11-{day}"


def test_the_facts_of_a_bag_count_the_files_of_each_class_of_retention(made: Path) -> None:
    facts, _ = bag_info(folder_tree(bag_of(made)))
    lines = (bag_of(made) / "保管期限.csv").read_text("utf-8").splitlines()
    for years in CLASSES:
        count = sum(f",{years}," in line for line in lines)
        assert f"{years} {count}" in facts["Gongshi-Retention"] or not count


def test_findings_and_waivers_are_lists_of_json(made: Path) -> None:
    for name in ("findings", "waivers"):
        data = (bag_of(made) / INTERNAL / f"核对/{name}.json").read_bytes()
        assert isinstance(json.loads(data), list)


def test_the_bag_says_of_each_photograph_when_and_where_it_was_taken(root: Path) -> None:
    assert _evidence(root) == [
        {
            "notice": "1",
            "spot": "村口",
            "day": "2026-11-02",
            "photo": "一号板.jpg",
            "readable": False,
        }
    ]
    stream, exif = BytesIO(), Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:11:03 09:12:30"
    exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 30.0, 0.0), 3: "E", 4: (104.0, 0.0, 0.0)})
    Image.new("RGB", (8, 8)).save(stream, "JPEG", exif=exif)
    (root / TERM / "postings" / "一号板.jpg").write_bytes(stream.getvalue())
    assert archived(root).state is State.PUBLISHED
    (told,) = _evidence(root)
    assert (told["taken"], told["agrees"]) == ("2026-11-03T09:12:30", False)
    assert (told["north"], told["east"]) == (31.5, 104.0)


def _evidence(root: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(
        (bag_of(root) / INTERNAL / "张贴证据.json").read_text("utf-8")
    )
    return found


def test_posters_lie_in_one_folder_as_on_the_site(root: Path) -> None:
    archived(root, posters=True)
    bag = bag_of(root)
    gathered = sorted((bag / PUBLIC / "海报").glob("*.pdf"))
    assert gathered
    assert gathered[0].name.startswith("0001-")
    on_site = {path.read_bytes() for path in (bag / SITE).rglob("*.pdf")}
    assert {path.read_bytes() for path in gathered} == on_site


def test_a_notice_taken_down_stays_in_the_internal_part_only(root: Path) -> None:
    register = root / TERM / "公告登记簿.csv"
    head, row, *rest = register.read_text("utf-8-sig").splitlines()
    lines = [f"{head},撤回日期,撤回原因", f"{row},2026-11-20,重复张贴", *rest]
    register.write_text("\n".join(lines) + "\n", "utf-8")
    (notice,) = (root / TERM / "issued").glob("*.md")
    name = thaw(notice.read_bytes()).body.split("| --- |\n| ")[-1].split(" |")[0].encode()
    assert name in b"".join(small.files(bag_of(root) / PUBLIC).values())
    assert archived(root).findings == ()
    assert name not in b"".join(small.files(bag_of(root) / PUBLIC).values())
    assert name in (bag_of(root) / PROJECT / TERM / "issued" / notice.name).read_bytes()
    assert "已撤回" in (bag_of(root) / PUBLIC / "数据/notices.csv").read_text("utf-8")
