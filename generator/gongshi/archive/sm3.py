"""SM3 (GB/T 32905-2016), the national hash: the system's where it has it, else our own.

A bag must hold the same bytes on every machine, and not every OpenSSL knows SM3.
"""

from __future__ import annotations

import hashlib
import struct
from typing import Protocol

_START = (
    *(0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600),
    *(0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E),
)
_MASK = 0xFFFFFFFF
_BLOCK = 64


class Hash(Protocol):
    """The two methods of ``hashlib``'s objects that are used here."""

    def update(self, data: bytes, /) -> None:
        """Take in more bytes."""

    def hexdigest(self) -> str:
        """The digest of all bytes so far, in lower-case hexadecimal."""


def sm3() -> Hash:
    """A fresh SM3 hash."""
    try:
        return hashlib.new("sm3", usedforsecurity=False)
    except ValueError:
        return OwnSM3()


class OwnSM3:
    """SM3 in Python, following sections 4 and 5 of the standard."""

    def __init__(self) -> None:
        """Begin with the standard's initial value."""
        self._state: tuple[int, ...] = _START
        self._rest = b""
        self._length = 0

    def update(self, data: bytes, /) -> None:
        """Take in more bytes."""
        self._length += len(data)
        data = self._rest + data
        whole = len(data) - len(data) % _BLOCK
        for at in range(0, whole, _BLOCK):
            self._state = _compressed(self._state, data[at : at + _BLOCK])
        self._rest = data[whole:]

    def hexdigest(self) -> str:
        """The digest of all bytes so far; more may follow (5.2: padding)."""
        zeros = (55 - self._length) % _BLOCK
        end = self._rest + b"\x80" + bytes(zeros) + struct.pack(">Q", 8 * self._length)
        state = self._state
        for at in range(0, len(end), _BLOCK):
            state = _compressed(state, end[at : at + _BLOCK])
        return "".join(f"{word:08x}" for word in state)


def _left(word: int, count: int) -> int:
    """Rotate 32 bits to the left (2.3)."""
    count %= 32
    return ((word << count) | (word >> (32 - count))) & _MASK


def _expanded(block: bytes) -> list[int]:
    """The 68 words of 5.3.2."""
    words = list(struct.unpack(">16I", block))
    for j in range(16, 68):
        x = words[j - 16] ^ words[j - 9] ^ _left(words[j - 3], 15)
        mixed = x ^ _left(x, 15) ^ _left(x, 23)
        words.append(mixed ^ _left(words[j - 13], 7) ^ words[j - 6])
    return words


def _compressed(state: tuple[int, ...], block: bytes) -> tuple[int, ...]:
    """One step of 5.3.3; the names are the standard's."""
    words = _expanded(block)
    a, b, c, d, e, f, g, h = state
    for j in range(64):
        early = j < 16
        constant = 0x79CC4519 if early else 0x7A879D8A
        ss1 = _left((_left(a, 12) + e + _left(constant, j)) & _MASK, 7)
        ff = a ^ b ^ c if early else (a & b) | (a & c) | (b & c)
        gg = e ^ f ^ g if early else (e & f) | (~e & _MASK & g)
        tt1 = (ff + d + (ss1 ^ _left(a, 12)) + (words[j] ^ words[j + 4])) & _MASK
        tt2 = (gg + h + ss1 + words[j]) & _MASK
        a, b, c, d = tt1, a, _left(b, 9), c
        e, f, g, h = tt2 ^ _left(tt2, 9) ^ _left(tt2, 17), e, _left(f, 19), g
    return tuple(old ^ new for old, new in zip(state, (a, b, c, d, e, f, g, h), strict=True))
