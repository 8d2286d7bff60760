"""What hangs on walls and boards: slogans, picture panels, and which paper hangs where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gongshi.compose.scene import MissingError
from gongshi.compose.wording import chinese_date
from gongshi.model.records import VOID
from gongshi.papers.pictures import picture
from gongshi.papers.subject import Subject
from gongshi.render.atoms import stretches


def panels(subject: Subject) -> list[dict[str, Any]]:
    """The pictures of 宣传画 (``文件名：说明``) with their captions."""
    term = subject.records.term
    lines = [line for found in term.texts.get("宣传画", {}).values() for line in found]
    if not lines:
        raise MissingError("term.yml没有写宣传画（每条写成“文件名：说明”）", term.place("texts"))
    return [_panel(subject, line) for line in lines]


def _panel(subject: Subject, line: str) -> dict[str, Any]:
    name, found, caption = line.replace(":", "：", 1).partition("：")
    place = subject.records.term.place("texts")
    if not found or not name.strip() or not caption.strip():
        raise MissingError(f"宣传画“{line}”要写成“文件名：说明”", place)
    file = subject.folder / "photos" / name.strip()
    if Path(name.strip()).name != name.strip() or not file.is_file() or file.is_symlink():
        raise MissingError(f"photos文件夹里没有宣传画“{name.strip()}”", place)
    try:
        return {"caption": caption.strip(), "picture": picture(file.read_bytes())}
    except ValueError:
        raise MissingError(f"宣传画“{name.strip()}”不是能用的图片", place) from None


def slogans(subject: Subject) -> list[str]:
    """Every slogan of 标语, one strip each."""
    term = subject.records.term
    found = [line for lines in term.texts.get("标语", {}).values() for line in lines]
    if not found:
        raise MissingError("term.yml没有写标语", term.place("texts"))
    return found


def strips(subject: Subject) -> list[list[str]]:
    """The slogans in pieces that stay together: characters, numbers, marks with the one before."""
    return [_pieces(slogan) for slogan in slogans(subject)]


def _pieces(slogan: str) -> list[str]:
    pieces: list[str] = []
    for part, kept in stretches(slogan.replace("　", "").replace(" ", "")):
        for piece in [part] if kept else part:
            if pieces and (piece in "，。、！？；：”’）》" or pieces[-1] in "“‘（《"):
                pieces[-1] += piece
            else:
                pieces.append(piece)
    return pieces


def sites(subject: Subject) -> list[dict[str, Any]]:
    """Each spot of each village with the notices that are to hang there."""
    records = subject.records
    if not records.spots:
        raise MissingError("没有张贴点表，不知道要贴到哪里", records.term.place("texts"))
    return [
        {
            "village": village.name,
            "spots": [[spot.name, spot.kind, spot.copies or 1] for spot in spots],
            "notices": _notices(subject, village.name),
        }
        for village in records.villages
        if (spots := [spot for spot in records.spots if spot.village == village.name])
    ]


def _notices(subject: Subject, village: str) -> list[list[str]]:
    mine = [e for e in subject.records.register if e.village == village and e.status != VOID]
    return [
        [entry.number, entry.kind, chinese_date(entry.posted) if entry.posted else ""]
        for entry in mine
    ]
