"""The notice as plain text for a group chat: the whole text, nothing added but its address."""

from __future__ import annotations

from gongshi.channels.lines import lines
from gongshi.compose.wording import chinese_date
from gongshi.model.notice import Published
from gongshi.render.document import parse


def group_text(published: Published, url: str = "") -> str:
    """Title, text, issuer, date, check code and address, a line each; raises ``DocumentError``."""
    notice = published.notice
    parts = [f"【{notice.title}】", *lines(parse(notice.body)), ""]
    parts += [notice.issuer, chinese_date(notice.dated)]
    if published.is_draft:
        parts.append("（草稿，尚未签发，不要转发）")
    else:
        parts.append(f"核对码：{published.check_code}")
        parts += [f"网上原文：{url}"] if url else []
    return "\n".join(parts) + "\n"
