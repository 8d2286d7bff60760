"""One township's publishing: whole or not at all, and nothing done twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from children import in_a_child, killed_after, together
from gongshi import disk
from gongshi.publish import State
from publish.small import build_one, files, issued, publish, title


@pytest.fixture(autouse=True)
def hook_is_put_back() -> Iterator[None]:
    before, exchange = disk.before, disk.exchange
    yield
    disk.before, disk.exchange = before, exchange


def states(*outcomes: object) -> list[State]:
    return [outcome.state for outcome in outcomes]  # type: ignore[attr-defined]


def test_an_issued_notice_gets_its_page_and_the_listing(tmp_path: Path) -> None:
    root = issued(tmp_path)
    (outcome,) = publish(root)
    assert (outcome.state, outcome.notices, outcome.drafts) == (State.PUBLISHED, 1, 0)
    assert {"2026/dongcun/1/index.html", "notices.json", "build.json"} <= set(
        files(root / "dist/tiny")
    )
    assert "东镇" in (root / "dist/index.html").read_text(encoding="utf-8")


def test_what_is_not_issued_is_published_only_as_a_draft(tmp_path: Path) -> None:
    from townships import good

    root = good(tmp_path)
    (without,), page = publish(root), root / "dist/tiny/2026/dongcun/1/index.html"
    assert (without.notices, page.exists()) == (0, False)
    (outcome,) = publish(root, drafts=True)
    assert (outcome.notices, outcome.drafts) == (0, 1)
    assert "草稿" in page.read_text(encoding="utf-8")


def test_nothing_changed_means_no_file_is_written(tmp_path: Path) -> None:
    root = issued(tmp_path)
    publish(root)
    operations: list[str] = []
    disk.before = lambda operation, _: operations.append(operation)
    assert states(*publish(root)) == [State.UNCHANGED]
    assert set(operations) == {"lock"}


@pytest.mark.parametrize("damage", ["missing", "shorter"])
def test_a_damaged_site_is_built_again(tmp_path: Path, damage: str) -> None:
    root = issued(tmp_path)
    publish(root)
    right, page = files(root / "dist"), root / "dist/tiny/index.html"
    page.write_bytes(b"short") if damage == "shorter" else page.unlink()
    assert states(*publish(root)) == [State.PUBLISHED]
    assert files(root / "dist") == right


def test_another_day_another_option_and_another_input_build_again(tmp_path: Path) -> None:
    root = issued(tmp_path)
    publish(root)
    assert states(*publish(root, today=date(2026, 11, 22))) == [State.PUBLISHED]
    assert states(*publish(root, drafts=True)) == [State.PUBLISHED]
    title(root, "关于")
    assert states(*publish(root, drafts=True)) == [State.PUBLISHED]


def test_an_error_keeps_the_published_site(tmp_path: Path) -> None:
    root = issued(tmp_path)
    publish(root)
    old, votes = files(root / "dist"), root / "notices/tiny/2026/会议情况.csv"
    votes.write_text(votes.read_text("utf-8").replace("10,10,10,10,10", "10,10,10,11,10"), "utf-8")
    (outcome,) = publish(root)
    assert outcome.state is State.REFUSED
    assert "V001" in {finding.rule for finding in outcome.findings}
    assert files(root / "dist") == old


def test_a_private_number_on_any_page_stops_the_publication(tmp_path: Path) -> None:
    root = issued(tmp_path)
    publish(root)
    old = files(root / "dist")
    title(root, "联系 138 0000 1234")
    (outcome,) = publish(root)
    assert (outcome.state, files(root / "dist")) == (State.REFUSED, old)
    assert "手机号码" in outcome.reason
    assert "138****1234" in outcome.reason
    assert "0000" not in outcome.reason


def test_a_private_number_in_the_name_of_a_file_stops_it_and_is_told_masked(
    tmp_path: Path,
) -> None:
    root = issued(tmp_path)
    title(root, "关于")
    (root / "site_src/王伟13912345678.txt").write_text("x", "utf-8")
    (outcome,) = publish(root)
    assert outcome.state is State.REFUSED
    assert "王伟139****5678.txt 里有手机号码（139****5678）" in outcome.reason


def test_a_declared_mobile_number_is_published(tmp_path: Path) -> None:
    root = issued(tmp_path)
    contacts = root / "notices/tiny/2026/联系方式.yml"
    contacts.write_text(contacts.read_text("utf-8").replace("0838-6120001", "13800001234"), "utf-8")
    assert states(*publish(root)) == [State.PUBLISHED]
    assert any(b"13800001234" in data for data in files(root / "dist").values())


def test_somebody_elses_folder_is_left_alone(tmp_path: Path) -> None:
    root = issued(tmp_path)
    thesis = root / "dist/tiny/thesis.txt"
    thesis.parent.mkdir(parents=True)
    thesis.write_text("mine", encoding="utf-8")
    (outcome,) = publish(root)
    assert (outcome.state, files(root / "dist")) == (State.REFUSED, {"tiny/thesis.txt": b"mine"})


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_before_every_operation_the_published_site_is_the_old_or_the_new(
    tmp_path: Path, way: str
) -> None:
    root = issued(tmp_path)
    target, seen, torn = root / "dist/tiny", 0, []
    publish(root)
    old = files(target)
    title(root, "新的一页")
    if way == "renames":
        disk.exchange = None

    def look(operation: str, path: Path) -> None:
        nonlocal seen
        seen += 1
        now = files(target) or files(disk.aside(target))
        if now != old and b"\xe6\x96\xb0" not in now.get("about.html", b""):
            torn.append((operation, path))

    disk.before = look
    publish(root)
    assert (torn, seen > 50) == ([], True)
    assert files(target) != old


def test_twenty_five_kills_of_a_real_build_leave_the_old_site_or_the_new(tmp_path: Path) -> None:
    root = issued(tmp_path)
    target = root / "dist/tiny"
    sites = {}
    for text in ("甲", "乙"):
        title(root, text)
        build_one(root)
        sites[text] = files(target)
    hit = 0
    for kill in range(25):
        title(root, "甲乙"[kill % 2])
        hit += killed_after(0.012 * kill, lambda: build_one(root))
        assert files(target) in sites.values()
    build_one(root)
    assert hit > 0
    assert files(target) == sites["甲"]
    assert sorted(path.name for path in (root / "dist").iterdir()) == ["index.html", "tiny"][1:]


def test_of_builds_at_the_same_time_one_works_and_the_others_are_told(tmp_path: Path) -> None:
    root = issued(tmp_path)
    build_one(root)
    target, rounds = root / "dist/tiny", []
    old = files(target)
    for number in range(3):
        title(root, f"第{number}次")
        rounds += together(6, lambda _: build_one(root))
        now = files(target)
        assert now != old
        old = now
    assert set(rounds) == {0, 3}


def test_a_builder_that_was_killed_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    root = issued(tmp_path)
    build_one(root)
    title(root, "新")
    assert in_a_child(lambda: _die_at("flush", root)) == 9
    assert (root / "dist/.tiny.new").is_dir()
    build_one(root)
    assert sorted(path.name for path in (root / "dist").iterdir()) == ["tiny"]


def _die_at(operation: str, root: Path) -> None:
    disk.before = lambda now, _: os._exit(9) if now == operation else None
    build_one(root)


def withdraw(root: Path, day: str) -> None:
    """What the clerk adds to the register: the day and the reason."""
    register = root / "notices/tiny/2026/公告登记簿.csv"
    head, row = register.read_text("utf-8").splitlines()
    register.write_text(f"{head},撤回日期,撤回原因\n{row},{day},名单有误\n", "utf-8")


def names_in(site: Path) -> set[str]:
    return {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and "王伟".encode() in path.read_bytes()
    }


def test_a_withdrawn_notice_leaves_page_feed_search_and_downloads(tmp_path: Path) -> None:
    root = issued(tmp_path)
    publish(root)
    site = root / "dist/tiny"
    assert {"2026/dongcun/1/index.html", "search/search_index.json"} <= names_in(site)
    frozen = (root / "notices/tiny/2026/issued/0001-candidates.md").read_bytes()
    withdraw(root, "2026-11-05")
    (outcome,) = publish(root)
    assert outcome.state is State.PUBLISHED, outcome.findings
    assert names_in(site) == set()
    page = (site / "2026/dongcun/1/index.html").read_text("utf-8")
    assert "2026年11月5日撤回" in page
    assert "名单有误" in page
    assert not list((site / "2026/dongcun/1").glob("*.p*"))
    assert (root / "notices/tiny/2026/issued/0001-candidates.md").read_bytes() == frozen
