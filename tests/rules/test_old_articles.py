"""W003: old article numbers of the two laws that were renumbered on 2026-01-01."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import worlds
from gongshi.model.place import Place
from gongshi.model.profile import Override
from gongshi.model.records import Records
from gongshi.rules.old_articles import check, old_numbers
from gongshi.rules.texts import texts


def messages(text: str, **changes) -> list[str]:
    term = replace(worlds.records().term, texts={"通告": {"": (text,)}})
    return messages_of(worlds.records(term=term, **changes))


def messages_of(records: Records) -> list[str]:
    return [found.message for found in check(records, tuple(texts(records)))]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("依照《中华人民共和国村民委员会组织法》第十四条公布名单", ["第十七条"]),
        ("依照村委会组织法第15条投票", ["第十八条"]),
        ("《村民委员会组织法》（2018年修正）第三十条、第三十四条", ["第三十五条", "第三十九条"]),
        ("按照村民委员会组织法第六条和第三十五条", ["第八条", "第四十条"]),
        ("《中华人民共和国城市居民委员会组织法》第七条", ["第八条"]),
    ],
)
def test_an_old_number_is_told_with_the_new_one(text: str, new: list[str]) -> None:
    found = messages(text)
    assert len(found) == len(new)
    assert all(
        message.endswith(f"现在是{article}") for message, article in zip(found, new, strict=True)
    )


@pytest.mark.parametrize(
    "text",
    [
        "依照《中华人民共和国村民委员会组织法》（2025年修改）第十四条",
        "《村民委员会组织法》（2025年10月28日修改，2026年1月1日起施行）第十五条",
        "依照《中华人民共和国村民委员会组织法》第十七条公布名单",
        "依照《中华人民共和国村民委员会组织法》公布名单",
        "依照《村民委员会选举规程》第十四条",
        "《城市居民委员会组织法》第十四条",
    ],
)
def test_other_laws_numbers_and_versions_stay_silent(text: str) -> None:
    assert messages(text) == []


def test_an_election_before_the_new_laws_may_cite_the_old_ones() -> None:
    text = "依照《中华人民共和国村民委员会组织法》第十四条"
    last, first = date(2025, 12, 31), date(2026, 1, 1)
    assert messages(text, meetings=(), register=(worlds.entry(posted=last),)) == []
    assert len(messages(text, meetings=(), register=(worlds.entry(posted=first),))) == 1


def test_the_citation_of_an_own_number_is_read_as_well() -> None:
    place = Place("notices/tiny/2026/term.yml", "", "4")
    override = Override("超过1/2", "《村民委员会组织法》第十五条", place)
    profile = worlds.profile(overridden={"到会比例": override})
    term = replace(worlds.records().term, profile=profile)
    records = worlds.records(term=term)
    (finding,) = check(records, tuple(texts(records)))
    assert finding.place == place
    assert "第十八条" in finding.message
    assert "2025年修改" in finding.help


def test_the_program_itself_cites_no_old_number() -> None:
    root = Path(__file__).parents[2]
    tops = ("generator/gongshi", "themes", "site_src", "docs")
    files = [path for top in tops for path in sorted((root / top).rglob("*")) if path.is_file()]
    texts = [
        (path, path.read_text("utf-8"))
        for path in files
        if path.suffix in {".py", ".yml", ".j2", ".typ", ".md"}
        and path.name not in {"old_articles.py", "findings.md"}
    ]
    assert len(texts) > 100
    assert [(path.name, said) for path, text in texts for said, _ in old_numbers(text)] == []
