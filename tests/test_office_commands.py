"""``report``, ``progress`` and ``today`` as a clerk types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import on
from townships import good, overlay


def test_report_prints_the_paragraphs_of_a_summary(tmp_path: Path) -> None:
    result = on(good(tmp_path), "report")
    assert result.exit_code == 0
    title, opening, people, *_ = result.output.splitlines()
    assert title.endswith("情况统计")
    assert opening == "据统计，东镇1个村（社区）全部完成选举，共选举产生3人。"
    assert people.startswith("按组织形式分，党支部1个，占组织总数1个的100.0%。")
    assert "按职务分，书记1人，占委员总数3人的33.3%；委员2人，占66.7%。" in people


def test_report_as_json_gives_every_figure_exactly(tmp_path: Path) -> None:
    result = on(good(tmp_path), "report", "tiny", "--format", "json")
    (found,) = json.loads(result.output)
    assert (found["body"], found["villages"], found["done"]) == ("党组织", 1, 1)
    women = next(f for f in found["figures"] if (f["id"], f["label"]) == ("S13", "女"))
    assert women == {
        "id": "S13",
        "title": "性别结构",
        "label": "女",
        "value": "1",
        "shown": "1",
        "unit": "人",
        "base": 3,
        "base_name": "委员总数",
        "share": "33.3%",
    }


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("xlsx", ["tiny-2026-统计表.xlsx"]),
        ("csv", ["tiny-2026-指标.csv", "tiny-2026-统计表.csv"]),
        ("json", ["tiny-2026-统计.json"]),
        ("text", ["tiny-2026-统计.txt"]),
    ],
)
def test_report_writes_files_that_are_the_same_each_time(
    form: str, names: list[str], tmp_path: Path
) -> None:
    root = good(tmp_path)
    for out in ("one", "two"):
        result = on(root, "report", "--format", form, "--out", tmp_path / out)
        assert result.exit_code == 0
    one, two = (
        {path.name: path.read_bytes() for path in sorted((tmp_path / out).iterdir())}
        for out in ("one", "two")
    )
    assert sorted(one) == names
    assert one == two


def test_report_never_writes_among_the_sources(tmp_path: Path) -> None:
    root = good(tmp_path)
    result = on(root, "report", "--format", "csv", "--out", root / "notices" / "tiny")
    assert result.exit_code == 2
    assert "里面是项目自己的文件" in result.output


def test_a_term_that_is_not_there_is_refused_with_a_guess(tmp_path: Path) -> None:
    result = on(good(tmp_path), "report", "--term", "2025")
    assert result.exit_code == 2
    assert "没有“2025”这一届，是不是“2026”？" in result.output


def test_report_says_which_reported_figures_are_wrong(tmp_path: Path) -> None:
    result = on(overlay("B002-five-of-three", tmp_path), "report")
    assert "B002 职务结构各项1＋4＝5，不等于填的当选人数3" in result.output
    assert result.exit_code == 0


def test_progress_prints_the_days_report_and_writes_the_tables(tmp_path: Path) -> None:
    root = good(tmp_path)
    result = on(root, "progress")
    assert result.exit_code == 0
    assert "日报（2026年11月21日）" in result.output.splitlines()[0]
    assert "每周小结" in on(root, "progress", "--weekly").output
    assert on(root, "progress", "--out", tmp_path / "out").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "tiny-2026-进度-2026-11-21.html",
        "tiny-2026-进度-2026-11-21.txt",
        "tiny-2026-进度-2026-11-21.xlsx",
    ]


def test_today_lists_what_is_to_be_done_by_village(tmp_path: Path) -> None:
    result = on(good(tmp_path), "today")
    assert result.exit_code == 0
    first, village, *tasks = result.output.splitlines()
    assert first.endswith("件事要办。")
    assert village == "东村"
    assert all(line.startswith("  ") for line in tasks)


def test_today_as_a_page_is_kept_out_of_the_site_and_the_sources(tmp_path: Path) -> None:
    root = good(tmp_path)
    page = tmp_path / "today.html"
    assert on(root, "today", "--html", page).exit_code == 0
    assert "内部资料，不对外公布" in page.read_text("utf-8")
    for inside in ("dist/today.html", "notices/today.html"):
        result = on(root, "today", "--html", root / inside)
        assert result.exit_code == 2
        assert not (root / inside).exists()
