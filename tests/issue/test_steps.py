"""The log of steps is only added to: what was recorded stays, and tampering is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gongshi.issue.steps import step_findings, step_lines, step_writes
from gongshi.model.working import LogEntry

DAY = date(2026, 11, 21)
FIRST = LogEntry(
    village="东村",
    step="召开选举大会",
    day=date(2026, 11, 16),
    responsible="王伟",
    result="选举有效",
)
SECOND = replace(FIRST, step="公布结果", day=date(2026, 11, 17))


def record(folder: Path, *log: LogEntry, today: date = DAY) -> int:
    files = step_writes(folder, log, today)
    for path, data in files:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return len(files)


def rules(folder: Path, *log: LogEntry) -> list[str]:
    return [finding.rule for finding in step_findings(folder, log)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "notices/tiny/2026"
    record(made, FIRST, SECOND)
    return made


def test_recorded_steps_are_in_order_and_agree(folder: Path) -> None:
    assert len(step_lines(folder)) == 2
    assert rules(folder, SECOND, FIRST) == []


def test_recording_again_writes_nothing(folder: Path) -> None:
    assert record(folder, FIRST, SECOND) == 0


def test_a_further_step_is_added_behind_the_others(folder: Path) -> None:
    before = step_lines(folder)
    third = replace(FIRST, step="工作移交", day=date(2026, 11, 20))
    assert record(folder, third, FIRST, SECOND) == 1
    assert step_lines(folder)[:2] == before
    assert rules(folder, FIRST, SECOND, third) == []


def test_what_has_not_happened_yet_is_not_recorded(tmp_path: Path) -> None:
    assert record(tmp_path, FIRST, today=date(2026, 11, 15)) == 0


@pytest.mark.parametrize(
    "log",
    [
        (FIRST,),
        (FIRST, replace(SECOND, result="另行选举")),
        (FIRST, replace(SECOND, responsible="李明")),
        (FIRST, replace(SECOND, day=date(2026, 11, 18))),
    ],
)
def test_a_step_that_was_changed_or_taken_away_is_named(
    log: tuple[LogEntry, ...], folder: Path
) -> None:
    (finding,) = step_findings(folder, log)
    assert finding.rule == "I031"
    assert "2026-11-17 东村公布结果" in finding.message


def test_a_further_row_about_the_same_step_is_no_change(folder: Path) -> None:
    assert rules(folder, FIRST, SECOND, replace(SECOND, result="更正：共选出3名")) == []


@pytest.mark.parametrize("spoil", ["drop", "swap", "edit"])
def test_a_spoilt_record_is_found(spoil: str, folder: Path) -> None:
    path = folder / "issued/steps.txt"
    lines = path.read_text("utf-8").splitlines()
    changed = {
        "drop": lines[1:],
        "swap": lines[::-1],
        "edit": [lines[0].replace("有效", "无效"), lines[1]],
    }[spoil]
    path.write_text("\n".join(changed) + "\n", "utf-8")
    assert "I030" in rules(folder, FIRST, SECOND)
