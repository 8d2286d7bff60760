"""A term's bag as it is made: complete, equal each time, private where it must be, restorable."""

from __future__ import annotations

import csv
import json
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image

from archive.bags import library_accepts, sha256sum_accepts
from gongshi import disk
from gongshi.archive.bag import folder_tree, manifest_digest, memory_tree, tag_files
from gongshi.archive.contents import INTERNAL, PROJECT, PUBLIC, SITE, About
from gongshi.archive.neighbours import inside
from gongshi.archive.restore import RestoreError, plan_restore
from gongshi.archive.retention import CLASSES, class_of
from gongshi.archive.verify import bag_info, verify_bag
from gongshi.issue.chain import chain_lines
from gongshi.issue.frozen import thaw
from gongshi.model.finding import Severity, errors
from gongshi.publish import archiving
from gongshi.publish.archiving import Archived, Order, archive_term
from gongshi.publish.outcome import State
from gongshi.publish.restoring import restore_term
from publish import small

TERM = Path("notices/tiny/2026")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one archived term, never changed: copy it first."""
    root = small.issued(tmp_path_factory.mktemp("archived"))
    photo = root / TERM / "postings" / "一号板.jpg"
    photo.parent.mkdir()
    photo.write_bytes(b"\xff\xd8 picture")
    rows = "公告编号,张贴地点,张贴日期,张贴照片\n1,村口,2026-11-02,一号板.jpg\n"
    (root / TERM / "张贴记录.csv").write_text(rows, "utf-8")
    assert archived(root).state is State.PUBLISHED
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "root")
    return tmp_path / "root"


def archived(
    root: Path, term: str = "2026", *, today: date = small.TODAY, posters: bool = False
) -> Archived:
    order = Order("tiny", term, today, root / "archive", posters)
    return archive_term(small.project(root), order, lambda *_: None)


def bag_of(root: Path, term: str = "2026") -> Path:
    return root / "archive" / f"tiny-{term}"


def rules(bag: Path) -> set[str]:
    return {one.rule for one in [*verify_bag(folder_tree(bag)), *inside(bag)]}


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


def test_a_term_is_restored_from_its_bag_alone_and_builds_the_same_site(
    root: Path, tmp_path: Path
) -> None:
    bag = tmp_path / "usb" / "tiny-2026"
    shutil.copytree(bag_of(root), bag)
    shutil.rmtree(root)
    fresh = tmp_path / "fresh"
    restore_term(plan_restore(bag, fresh), fresh)
    small.build_one(fresh)
    assert small.files(fresh / "dist/tiny") == small.files(bag / SITE / "tiny")


def test_a_project_with_only_that_term_has_the_very_site_of_the_bag(root: Path) -> None:
    small.build_one(root)
    assert small.files(root / "dist/tiny") == small.files(bag_of(root) / SITE / "tiny")


def test_a_restored_term_archives_to_the_same_bag(root: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    restore_term(plan_restore(bag_of(root), fresh), fresh)
    archived(fresh)
    assert small.files(bag_of(fresh)) == small.files(bag_of(root))


def test_a_term_that_is_there_is_not_overwritten(root: Path) -> None:
    with pytest.raises(RestoreError, match="已经有了"):
        plan_restore(bag_of(root), root)


def test_settings_that_are_there_stay_as_they_are(root: Path, tmp_path: Path) -> None:
    county = tmp_path / "other/notices/county.yml"
    county.parent.mkdir(parents=True)
    county.write_text("县: 别县\n", "utf-8")
    plan = plan_restore(bag_of(root), tmp_path / "other")
    restore_term(plan, tmp_path / "other")
    assert plan.kept == ("notices/county.yml",)
    assert county.read_text("utf-8") == "县: 别县\n"
    assert (tmp_path / "other" / TERM / "term.yml").is_file()


def test_a_spoilt_bag_is_not_restored(root: Path, tmp_path: Path) -> None:
    (bag_of(root) / PROJECT / TERM / "term.yml").write_text("x")
    with pytest.raises(RestoreError) as refused:
        plan_restore(bag_of(root), tmp_path / "fresh")
    assert {one.rule for one in refused.value.findings} >= {"I011"}


# Terms, one after the other.


@pytest.fixture
def two_terms(root: Path) -> Path:
    """2021 archived first, then 2026, which remembers it."""
    earlier = root / "notices/tiny/2021"
    shutil.copytree(root / TERM, earlier)
    shutil.rmtree(earlier / "issued")
    archived(root, "2021")
    archived(root)
    return root


def test_a_bag_remembers_the_manifest_of_the_term_before(two_terms: Path) -> None:
    facts, _ = bag_info(folder_tree(bag_of(two_terms)))
    assert facts["Gongshi-Previous-Term"] == "2021"
    assert facts["Gongshi-Previous-Manifest-SHA256"] == manifest_digest(bag_of(two_terms, "2021"))
    assert rules(bag_of(two_terms)) == {"I029"}


def test_a_term_that_was_redone_later_no_longer_fits_the_next(two_terms: Path) -> None:
    archived(two_terms, "2021", today=date(2026, 12, 1))
    assert verify_bag(folder_tree(bag_of(two_terms, "2021"))) == []
    assert rules(bag_of(two_terms)) == {"I024", "I029"}


def test_a_term_that_was_rolled_back_no_longer_fits_the_next(root: Path) -> None:
    earlier = root / "notices/tiny/2021"
    shutil.copytree(root / TERM, earlier)
    shutil.rmtree(earlier / "issued")
    archived(root, "2021")
    shutil.copytree(bag_of(root, "2021"), root / "old")
    (earlier / "term.yml").write_bytes((earlier / "term.yml").read_bytes() + b"# 2\n")
    archived(root, "2021")
    archived(root)
    assert rules(bag_of(root)) == {"I029"}
    shutil.rmtree(bag_of(root, "2021"))
    shutil.copytree(root / "old", bag_of(root, "2021"))
    assert verify_bag(folder_tree(bag_of(root, "2021"))) == []
    assert rules(bag_of(root)) == {"I024", "I029"}


def test_bags_that_changed_places_or_stand_alone_are_told(two_terms: Path) -> None:
    alone = two_terms / "elsewhere/tiny-2026"
    shutil.copytree(bag_of(two_terms), alone)
    assert rules(alone) == {"I024", "I029"}
    (told,) = (one for one in inside(alone) if one.rule == "I024")
    assert told.severity is Severity.NOTE
    bag_of(two_terms, "2021").rename(two_terms / "archive/x")
    bag_of(two_terms).rename(bag_of(two_terms, "2021"))
    found = list(inside(bag_of(two_terms, "2021")))
    assert {one.rule for one in errors(found)} == {"I024"}


def test_two_bags_of_one_term_are_each_consistent_and_neither_is_anchored(two_terms: Path) -> None:
    forked = two_terms / "archive/tiny-2026b"
    shutil.copytree(bag_of(two_terms), forked)
    (forked / INTERNAL / "张贴证据.json").write_bytes(b"[]\n")
    for path in forked.iterdir():
        if path.is_file():
            path.unlink()
    digest = manifest_digest(bag_of(two_terms, "2021"))
    about = About("东镇", "tiny", "2026", "x", small.TODAY, (), "2021", digest)
    lines = chain_lines(forked / PROJECT / TERM)
    archiving._seal(forked, replace(about, chain=lines))
    for bag in (bag_of(two_terms), forked):
        assert (verify_bag(folder_tree(bag)), rules(bag)) == ([], {"I029"})


def test_the_facts_of_a_bag_that_name_another_chain_are_found(root: Path) -> None:
    info = bag_of(root) / "bag-info.txt"
    (newest,) = (line for line in info.read_text().splitlines() if "Chain-Newest" in line)
    info.write_text(info.read_text().replace(newest, f"Gongshi-Chain-Newest: {'0' * 64}"))
    assert "I019" in rules(bag_of(root))


def test_a_record_of_steps_that_was_touched_is_found_in_the_bag(root: Path) -> None:
    (bag_of(root) / PROJECT / TERM / "issued/steps.txt").write_text("0 {}\n", "utf-8")
    assert "I030" in rules(bag_of(root))


def test_a_bag_holds_nothing_of_another_term_or_township(two_terms: Path) -> None:
    shutil.copytree(two_terms / "notices/tiny", two_terms / "notices/other")
    archived(two_terms)
    paths = folder_tree(bag_of(two_terms)).files
    assert not [path for path in paths if "2021" in path or "other" in path]


def test_a_changed_notice_is_found_even_when_all_manifests_are_made_anew(root: Path) -> None:
    bag = bag_of(root)
    (notice,) = (bag / PROJECT / TERM / "issued").glob("*.md")
    notice.write_bytes(notice.read_bytes().replace("公示".encode(), "告示".encode(), 1))
    for path in bag.iterdir():
        if path.is_file():
            path.unlink()
    archiving._seal(bag, About("东镇", "tiny", "2026", "x", small.TODAY))
    assert verify_bag(folder_tree(bag)) == []
    assert "I001" in rules(bag)


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


@pytest.mark.parametrize("name", ["../../outside", "", "Tiny", "a/b"])
def test_a_bag_that_would_write_elsewhere_is_not_restored(
    name: str, root: Path, tmp_path: Path
) -> None:
    bag = bag_of(root)
    for path in bag.iterdir():
        if path.is_file():
            path.unlink()
    archiving._seal(bag, About("东镇", name, "2026", "x", small.TODAY))
    assert verify_bag(folder_tree(bag)) == []
    with pytest.raises(RestoreError, match="不是gongshi能恢复的"):
        plan_restore(bag, tmp_path / "fresh")


def test_a_bag_of_a_later_format_is_left_to_a_later_version(root: Path, tmp_path: Path) -> None:
    reseal(bag_of(root), {"Gongshi-Archive-Format": "2"})
    assert verify_bag(folder_tree(bag_of(root))) == []
    with pytest.raises(RestoreError, match=r"“2”.*新版"):
        plan_restore(bag_of(root), tmp_path / "fresh")


def test_a_bag_whose_facts_lead_past_its_chain_is_found(root: Path) -> None:
    reseal(bag_of(root), {"Gongshi-Term": "../../2026"})
    assert verify_bag(folder_tree(bag_of(root))) == []
    assert rules(bag_of(root)) == {"I019"}


def reseal(bag: Path, changed: dict[str, str]) -> None:
    """The bag sealed anew with other facts, as somebody would who covers his traces."""
    facts = {**bag_info(folder_tree(bag))[0], **changed}
    facts.pop("Payload-Oxum")
    for path in bag.glob("*manifest-*.txt"):
        path.unlink()
    others = {name: (bag / name).read_bytes() for name in ("README.txt", "保管期限.csv")}
    tree = folder_tree(bag / "data")
    payload = memory_tree({f"data/{name}": tree.read(name) for name in tree.files})
    for name, data in tag_files(payload, list(facts.items()), others).items():
        (bag / name).write_bytes(data)


def test_hidden_files_are_not_restored(root: Path, tmp_path: Path) -> None:
    bag = bag_of(root)
    for path in bag.iterdir():
        if path.is_file():
            path.unlink()
    hidden = bag / PROJECT / ".git/hooks/post-checkout"
    hidden.parent.mkdir(parents=True)
    hidden.write_bytes(b"x")
    archiving._seal(bag, About("东镇", "tiny", "2026", "x", small.TODAY))
    plan = plan_restore(bag, tmp_path / "fresh")
    assert plan.own
    assert not [path for path in (*plan.own, *plan.shared) if ".git" in path]
