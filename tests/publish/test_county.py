"""All townships of a county: side by side, and none in the way of another."""

from __future__ import annotations

import os
import pickle
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from gongshi.publish import Options, State
from gongshi.publish.county import _one
from gongshi.publish.workers import Died, Tell, run
from publish.small import files, issued, publish, townships


def test_one_of_twenty_townships_fails_and_nineteen_are_published(tmp_path: Path) -> None:
    root = issued(tmp_path)
    names = townships(root, 20)
    broken = root / "notices/town07/2026/term.yml"
    broken.write_text(broken.read_text("utf-8") + "不认得: 一\n", encoding="utf-8")
    outcomes = publish(root, names, jobs=2)
    assert [outcome.slug for outcome in outcomes] == names
    assert [one.slug for one in outcomes if one.state is not State.PUBLISHED] == ["town07"]
    assert len(list((root / "dist").glob("*/index.html"))) == 19


def test_one_job_and_two_jobs_make_the_same_bytes(tmp_path: Path) -> None:
    root = issued(tmp_path)
    names = townships(root, 3)
    publish(root, names, out=root / "one")
    publish(root, names, out=root / "two", jobs=2)
    assert files(root / "one") == files(root / "two")


def test_a_disk_error_of_one_township_stays_with_it(tmp_path: Path) -> None:
    root = issued(tmp_path)
    names = townships(root, 2)
    (root / ".gongshi" / "town00.lock").mkdir(parents=True)
    failed, fine = publish(root, names)
    assert (failed.state, fine.state) == (State.FAILED, State.PUBLISHED)
    assert failed.reason.startswith("是文件夹")


def test_the_county_page_keeps_the_townships_that_are_not_built_now(tmp_path: Path) -> None:
    root = issued(tmp_path)
    names = townships(root, 2)
    publish(root, names)
    whole = (root / "dist/index.html").read_bytes()
    publish(root, names[:1], drafts=True)
    page = (root / "dist/index.html").read_text("utf-8")
    assert (root / "dist/index.html").read_bytes() == whole
    assert all(f"{name}/" in page for name in names)


def test_the_work_can_be_sent_to_a_new_process(tmp_path: Path) -> None:
    work = partial(_one, tmp_path, date(2026, 11, 21), Options(tmp_path))
    assert pickle.loads(pickle.dumps(work)).args == work.args  # noqa: S301 — our own bytes


def echo(part: str, tell: Tell) -> str:
    """Work for the tests of workers: what it does is its name."""
    tell(part, 1, 1)
    if part == "die":
        os._exit(9)
    return part.upper()


@pytest.mark.parametrize("jobs", [2, 8])
def test_a_worker_that_dies_takes_only_its_own_township_with_it(jobs: int) -> None:
    parts, heard = ["a", "die", "b", "c", "d"], []
    results = run(parts, echo, jobs, lambda part, done, total: heard.append((part, done, total)))
    assert results == ["A", Died("die"), "B", "C", "D"]
    assert {("a", 1, 1), ("d", 1, 1)} <= set(heard)
