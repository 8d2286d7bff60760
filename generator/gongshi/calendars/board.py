"""How long a notice must stay on the board (公开栏)."""

from __future__ import annotations

from datetime import date, timedelta

from gongshi.model.profile import Profile


def board_until(posted: date, profile: Profile) -> date | None:
    """The day from which a sheet posted on ``posted`` may come down; none without a rule.

    公开栏天数 of the profile counts from the day after posting (村民委员会组织法 §35 and
    城市居民委员会组织法 §34 of 2025: not less than fifteen days).
    """
    days = profile.numbers.get("公开栏天数")
    return posted + timedelta(days.value) if days else None
