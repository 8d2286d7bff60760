"""Whether the tables of a term speak of the same villages, persons and meetings."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from gongshi.model.finding import Finding
from gongshi.read import problems_tables as rules
from gongshi.read.rows import Row
from gongshi.read.text import shown
from gongshi.read.together import Joined


def references(tables: Mapping[str, Joined]) -> Iterator[Finding]:
    """Rows that name what no other table has; silent where that table is itself broken."""
    villages = tables["villages"]
    known = {str(row.values["name"]) for row in villages.rows}
    if villages.present and villages.complete:
        for key, table in tables.items():
            if key != "villages":
                yield from _unknown_villages(table.rows, known)
    else:
        known = {row.village for table in tables.values() for row in table.rows}
    votes = [row for row in tables["votes"].rows if row.village in known]
    if tables["candidates"].complete:
        yield from _not_candidates(votes, tables["candidates"].rows)
    if tables["meetings"].complete:
        yield from _unknown_meetings(votes, tables["meetings"].rows)
    if tables["register"].complete:
        yield from _unknown_notices(tables)
    if tables["spots"].present and tables["spots"].complete:
        yield from _unknown_spots(tables["postings"].rows, tables["spots"].rows)


def _unknown_villages(rows: Iterable[Row], known: set[str]) -> Iterator[Finding]:
    reported = set()
    for row in rows:
        place = row.places.get("village", row.place)
        if row.village and row.village not in known and (row.village, place) not in reported:
            reported.add((row.village, place))
            hint = _near(row.village, known)
            yield rules.N103.at(place, f"「{shown(row.village)}」不在村社名册里{hint}")


def _not_candidates(votes: Iterable[Row], candidates: Iterable[Row]) -> Iterator[Finding]:
    names: dict[str, set[str]] = {}
    for person in candidates:
        names.setdefault(person.village, set()).add(str(person.values["name"]))
    for row in votes:
        name, own = str(row.values["name"]), names.get(row.village, set())
        if name not in own:
            message = f"「{shown(name)}」不是{row.village}的候选人{_near(name, own)}"
            yield rules.N102.at(row.places["name"], message, village=row.village)


def _unknown_meetings(votes: Iterable[Row], meetings: Iterable[Row]) -> Iterator[Finding]:
    held = {(m.village, m.values["name"], m.values["round"]) for m in meetings}
    reported = set()
    for row in votes:
        key = (row.village, row.values["meeting"], row.values["round"])
        if key in held or key in reported:
            continue
        reported.add(key)
        own = [str(name) for village, name, _ in held if village == row.village]
        what = f"「{shown(str(key[1]))}」第{key[2]}轮"
        message = f"会议情况里没有{row.village}的{what}{_near(str(key[1]), set(own) - {key[1]})}"
        yield rules.N104.at(row.places["meeting"], message, village=row.village)


def _unknown_notices(tables: Mapping[str, Joined]) -> Iterator[Finding]:
    """Objections and postings of a notice that the register does not have."""
    known = {str(row.values["number"]) for row in tables["register"].rows}
    for key, what in (("objections", "异议登记"), ("postings", "张贴记录")):
        for row in tables[key].rows:
            number = str(row.values.get("notice", ""))
            if number and number not in known:
                message = f"{what}写的公告编号「{shown(number)}」不在公告登记簿里"
                yield rules.N106.at(row.places["notice"], message)


def _unknown_spots(postings: Iterable[Row], spots: Iterable[Row]) -> Iterator[Finding]:
    known = {str(row.values["name"]) for row in spots}
    for row in postings:
        spot = str(row.values.get("spot", ""))
        if spot and spot not in known:
            message = f"「{shown(spot)}」不在张贴点表里{_near(spot, known)}"
            yield rules.N107.at(row.places["spot"], message)


def _near(name: str, known: set[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.5)
    return f"，是不是「{near[0]}」" if near else ""
