"""SM3 against the standard's own examples and the system's implementation."""

from __future__ import annotations

import hashlib

import pytest

from gongshi.archive import sm3

#: GB/T 32905-2016, annex A.
EXAMPLES = {
    b"abc": "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    b"abcd" * 16: "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
}


@pytest.mark.parametrize("text", EXAMPLES)
@pytest.mark.parametrize("make", [sm3.sm3, sm3.OwnSM3])
def test_the_examples_of_the_standard_come_out(text: bytes, make) -> None:
    made = make()
    made.update(text)
    assert made.hexdigest() == EXAMPLES[text]


def test_every_length_up_to_three_blocks_is_as_the_system_says_in_any_pieces() -> None:
    if "sm3" not in hashlib.algorithms_available:
        return
    data = bytes(range(256))
    for length in range(193):
        own = sm3.OwnSM3()
        own.update(data[: length // 3])
        own.update(data[length // 3 : length])
        assert own.hexdigest() == hashlib.new("sm3", data[:length]).hexdigest()
        assert own.hexdigest() == own.hexdigest()


def test_a_system_without_sm3_gets_the_same_digests(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise ValueError("unsupported hash type sm3")

    monkeypatch.setattr(hashlib, "new", unknown)
    made = sm3.sm3()
    made.update(b"abc")
    assert made.hexdigest() == EXAMPLES[b"abc"]
