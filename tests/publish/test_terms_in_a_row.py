"""Bags of one term after the other, each remembering the one before, and their chains."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from gongshi.archive.bag import folder_tree, manifest_digest
from gongshi.archive.contents import INTERNAL, PROJECT, About
from gongshi.archive.neighbours import inside
from gongshi.archive.verify import bag_info, verify_bag
from gongshi.issue.chain import chain_lines
from gongshi.model.finding import Severity, errors
from gongshi.publish import archiving
from publish import small
from publish.bags import TERM, archived, bag_of, reseal, rules


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


def test_a_bag_whose_facts_lead_past_its_chain_is_found(root: Path) -> None:
    reseal(bag_of(root), {"Gongshi-Term": "../../2026"})
    assert verify_bag(folder_tree(bag_of(root))) == []
    assert rules(bag_of(root)) == {"I019"}
