"""What is attested or only checked with is in no notice, whatever its kind."""

from dataclasses import replace
from pathlib import Path

import pytest

from gongshi.compose.compose import compose
from gongshi.compose.kinds import load_kinds
from gongshi.model.working import Clearance, Exemption, Kinship, Uncounted
from gongshi.read.project import read_project
from gongshi.read.township import read_township

ROOT = Path(__file__).parents[2]
MARK = "此处绝不公布"


def with_secrets(records):
    """The same term with a mark in everything that is never published."""
    villages = [village.name for village in records.villages]
    people = tuple(replace(one, remark=MARK, dissent=7777) for one in records.candidates)
    rows = [(one.village, one.name) for one in records.candidates]
    day = records.meetings[0].day
    return replace(
        records,
        candidates=people,
        register=tuple(replace(one, remark=MARK) for one in records.register),
        kinships=tuple(
            Kinship(village=village, name=name, relation=MARK, relative=MARK)
            for village, name in rows
        ),
        clearances=tuple(
            Clearance(village=village, name=name, department=MARK, opinion=MARK)
            for village, name in rows
        ),
        uncounted=tuple(Uncounted(village=village, name=MARK, ground=MARK) for village in villages),
        exemptions=tuple(
            Exemption(
                village=village,
                name=name,
                matter="年龄",
                approver=MARK,
                approved=day,
                reason=MARK,
            )
            for village, name in rows
        ),
    )


def sources(kinds, name):
    folder = ROOT / "themes/notices" / Path(kinds[name].place.file).parent.name
    return (folder / "notice.md.j2").read_text("utf-8")


@pytest.mark.parametrize("slug", ["yunxi", "hetang"])
def test_no_notice_of_any_kind_has_what_is_only_attested(slug):
    project, _ = read_project(ROOT)
    kinds, _ = load_kinds([ROOT / "themes/notices"])
    written = 0
    for term in read_township(project, slug).terms:
        records = with_secrets(term)
        body = records.term.profile.body
        for name, kind in kinds.items():
            for entry in records.register if body in kind.bodies else ():
                notice = compose(replace(entry, kind=name), records, kinds).notice
                written += notice is not None
                assert MARK not in repr(notice), name
                assert "7777" not in repr(notice), name
    assert written > 50


def test_no_notices_words_ask_for_the_private_tables():
    kinds, _ = load_kinds([ROOT / "themes/notices"])
    private = (
        "kinships",
        "clearances",
        "uncounted",
        "exemptions",
        ".review",
        ".remark",
        ".dissent",
    )
    for name in kinds:
        assert not any(word in sources(kinds, name) for word in private), name
