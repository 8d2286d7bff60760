"""Bands of age and schooling as a profile words them: 35岁以下, 36—45岁, 大专及以上."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongshi.model.profile import Profile
from gongshi.read.overrides import schooling_level

_AGES = ("35岁及以下", "36—45岁", "46—54岁", "55岁及以上")
_SCHOOLING = ("大专及以上", "高中或中专", "初中及以下")
_MOST = 999


@dataclass(frozen=True, slots=True)
class Band:
    """A band by its words; both ends belong to it.  A band nobody can be in is empty."""

    label: str
    least: int
    most: int

    def holds(self, value: int) -> bool:
        """Whether the value lies in the band."""
        return self.least <= value <= self.most


def age_bands(profile: Profile) -> tuple[Band, ...]:
    """The bands of 名单 ``统计年龄段``, else the four that most summaries use."""
    words = profile.lists.get("统计年龄段")
    return tuple(_ages(word) for word in (words.words if words else _AGES))


def schooling_bands(profile: Profile) -> tuple[Band, ...]:
    """The bands of 名单 ``统计学历段``, else 大专及以上, 高中或中专, 初中及以下."""
    words = profile.lists.get("统计学历段")
    return tuple(_levels(word) for word in (words.words if words else _SCHOOLING))


def _ages(label: str) -> Band:
    numbers = [int(number) for number in re.findall(r"[0-9]{1,3}", label)]
    if len(numbers) == 2:
        return Band(label, min(numbers), max(numbers))
    if len(numbers) == 1 and "以上" in label:
        return Band(label, numbers[0], _MOST)
    if len(numbers) == 1 and "以下" in label:
        return Band(label, 0, numbers[0])
    return Band(label, 1, 0)


def _levels(label: str) -> Band:
    level = schooling_level(label)
    if level is None:
        return Band(label, 1, 0)
    if "以上" in label:
        return Band(label, level, _MOST)
    return Band(label, 0 if "以下" in label else level, level)
