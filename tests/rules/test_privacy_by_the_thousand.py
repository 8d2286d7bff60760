"""Private numbers by the thousand, in every dress; and as many that are none."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from gongshi.rules.private import (
    bank_cards,
    hidden,
    home_addresses,
    identity_numbers,
    mail_addresses,
    mobile_numbers,
    positions,
)

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
DRESSES: tuple[Callable[[str], str], ...] = (
    lambda number: number,
    str.lower,
    lambda number: number.translate(WIDE),
    lambda number: f"{number[:6]} {number[6:12]} {number[12:]}",
    lambda number: f"{number[:6]}-{number[6:12]}-{number[12:]}",
    lambda number: f"该同志身份证号为{number}，已核对。",
    lambda number: f"王伟{number}",
    lambda number: f"<td>{number}</td>",
)


def identity(chance: random.Random, short: bool) -> str:
    area = chance.choice(("110101", "510722", "650102", "440305"))
    born = date(1940, 1, 1) + timedelta(days=chance.randrange(25_000))
    if short:
        return f"{area}{born:%y%m%d}{chance.randrange(1000):03}"
    front = f"{area}{born:%Y%m%d}{chance.randrange(1000):03}"
    total = sum(int(figure) * weight for figure, weight in zip(front, WEIGHTS, strict=True))
    return front + "10X98765432"[total % 11]


def card(chance: random.Random) -> str:
    front = "622202" + "".join(str(chance.randrange(10)) for _ in range(12))
    total = 0
    for place, figure in enumerate(reversed(front)):
        value = int(figure) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return front + str(-total % 10)


@pytest.mark.parametrize("short", [False, True])
def test_ten_thousand_identity_numbers_are_found_however_they_are_typed(short: bool) -> None:
    chance = random.Random(1)  # noqa: S311
    for count in range(5_000):
        number = identity(chance, short)
        typed = DRESSES[count % len(DRESSES)](number)
        assert identity_numbers(typed) == [number], typed
        assert number not in hidden(typed).upper()


def test_five_thousand_mobile_numbers_cards_and_addresses_are_found() -> None:
    chance = random.Random(2)  # noqa: S311
    for count in range(2_000):
        mobile = f"1{chance.randrange(30, 100)}{chance.randrange(10**8):08}"
        dress = ("{}", "+86 {}", "电话：{}。", "（{}）")[count % 4]
        assert mobile_numbers(dress.format(mobile)) == [mobile]
        assert mobile not in hidden(dress.format(mobile))
    for _ in range(1_500):
        number = card(chance)
        assert bank_cards(f"账号{number}") == [number]
        assert number not in hidden(f"账号{number}")
        assert bank_cards(f"1.{number}") == [number]
    for count in range(1_000):
        assert mail_addresses(f"信箱 wang{count}@example.cn，") == [f"wang{count}@example.cn"]
    for count in range(500):
        assert home_addresses(f"住东村{count % 9 + 1}组{count + 1}号") != []


def harmless(chance: random.Random) -> Iterator[str]:
    """What stands in tables and looks a little like a number that is private."""
    while True:
        day = date(2000, 1, 1) + timedelta(days=chance.randrange(12_000))
        year, number = day.year, chance.randrange(1, 400)
        yield f"{day:%Y-%m-%d} {day + timedelta(9):%Y-%m-%d}"
        yield f"云溪党发〔{year}〕{number}号"
        yield f"0838-{chance.randrange(10**7):07}"
        yield f"登记选民{chance.randrange(100, 99_999)}人，发出选票{number}张，收回{number}张"
        yield f"{year}年{day.month}月至{year + 3}年{day.month}月任村民小组组长"
        yield "阿依古丽·买买提" + "·艾尔肯" * (number % 3)
        yield f"12345、12388、{chance.choice(('110', '12380'))}"
        yield f"{number}组有{number}户"
        yield f"青禾县云溪镇人民路{number}号"
        yield f"{chance.randrange(10**12):012}"
        yield f"得票率{chance.randrange(10**6) / 10**4:.4f}%，{number}.{number:04}平方米"
        yield f"<v>{chance.randrange(1, 400) / chance.randrange(1, 400)!r}</v>"
        yield f"夏季{number % 40}℃，北纬{number % 50}度以北，第{number}.{number % 9}版"


def test_ten_thousand_harmless_values_raise_no_alarm() -> None:
    values = harmless(random.Random(3))  # noqa: S311
    alarms = [
        value
        for value in (next(values) for _ in range(10_000))
        if identity_numbers(value)
        or mobile_numbers(value)
        or bank_cards(value)
        or mail_addresses(value)
        or home_addresses(value)
        or positions(value)
        or hidden(value) != value
    ]
    assert alarms == []
