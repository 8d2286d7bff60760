"""A notice and its file are one and the same, to the byte."""

from __future__ import annotations

import string
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from elections import composed, party
from gongshi.issue.frozen import KEYS, FrozenError, freeze, thaw
from gongshi.model.notice import Notice, Publicity, Translation

LINE = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
PERIODS = st.builds(
    Publicity, DAYS, DAYS, DAYS, st.integers(1, 99), st.sampled_from(["次日", "当日"])
)
TRANSLATION = st.builds(
    Translation, **dict.fromkeys(("lang", "direction", "title", "issuer", "dated", "body"), LINE)
)
NOTICES = st.fixed_dictionaries(
    {
        **{key: LINE for key in KEYS if key not in {"dated", "approved", "publicity"}},
        "dated": DAYS,
        "approved": st.none() | DAYS,
        "publicity": st.none() | PERIODS,
        "body": LINE,
        "translations": st.lists(TRANSLATION, max_size=2).map(tuple),
    }
).map(lambda fields: Notice(**fields))


@settings(max_examples=300, deadline=None)
@given(NOTICES)
def test_a_thawed_notice_is_the_one_that_was_frozen(notice: Notice) -> None:
    assert thaw(freeze(notice)) == notice


def real() -> bytes:
    notice = composed(party()).notice
    assert notice is not None
    return freeze(notice)


def test_the_front_matter_is_yaml_to_anyone_who_reads_it() -> None:
    head = real().decode().split("---\n")[1]
    values = yaml.safe_load(head)
    assert list(values) == list(KEYS)
    assert values["title"] == "中共青禾县东镇东村支部委员会换届选举候选人预备人选公示"
    assert values["publicity"]["working_days"] == 5


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('number: "1"\n', "", "缺少“number”"),
        ('number: "1"\n', 'number: "1"\nnumber: "1"\n', "写了两次"),
        ('number: "1"\n', 'number: "1"\nremark: "1"\n', "不认识的“remark”"),
        ('number: "1"\n', "number: 1\n", "“number”的值不对"),
        ('number: "1"\n', 'number:  "1"\n', "写法被改动"),
        ('number: "1"\n', "number: 一\n", "读不出来"),
        ('number: "1"\nkind: "candidates"\n', 'kind: "candidates"\nnumber: "1"\n', "次序"),
        ('dated: "2026-11-02"', 'dated: "2026-11-32"', "日期"),
        ('"counting"', '"countin"', "公示期"),
        ('"start": "2026-11-02"', '"start": 5', "公示期"),
        ("---\n\n", "\n", "信息栏"),
        ("---\nnumber", "number", "信息栏"),
    ],
)
def test_a_file_that_is_not_canonical_is_refused(old: str, new: str, says: str) -> None:
    text = real().decode()
    assert old in text
    with pytest.raises(FrozenError, match=says):
        thaw(text.replace(old, new, 1).encode())


@pytest.mark.parametrize("data", [b"", b"---\n", b"\xff\xfe", b"---\n---\n\n\n", b"x\n---\n\nx\n"])
def test_rubbish_is_refused(data: bytes) -> None:
    with pytest.raises(FrozenError):
        thaw(data)


FROZEN = real().decode()


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_spoilt_file_is_refused_or_read_never_a_trace(data: st.DataObject) -> None:
    text = FROZEN
    position = data.draw(st.integers(0, len(text) - 1))
    text = text[:position] + data.draw(st.text(string.printable, max_size=3)) + text[position + 1 :]
    try:
        notice = thaw(text.encode())
    except FrozenError:
        return
    assert freeze(notice) == text.encode()
