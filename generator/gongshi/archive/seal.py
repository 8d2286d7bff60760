"""Proof from outside a chain: a signature with OpenSSH, a time stamp after RFC 3161.

Both are optional and verified offline with tools that most machines have.  What is signed
and stamped is ``chain.txt`` whole, so anyone can verify without this program.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from gongshi.issue import problems_archive as problems
from gongshi.issue.chain import CHAIN, FOLDER, SIGNATURE, STAMP
from gongshi.model.finding import Finding
from gongshi.model.place import Place

#: ssh-keygen's namespace: a signature for another purpose proves nothing here.
NAMESPACE = "gongshi"
SIGNERS, AUTHORITY = "allowed_signers", "tsa.pem"
_SECONDS = 30


class SealError(RuntimeError):
    """The signature could not be made; the text is what the tool says."""


def sign(term_folder: Path, key: Path) -> bytes:
    """The signature of the term's chain with an OpenSSH private key.

    Asks nothing: a key with a passphrase must be in the agent, and ``key`` its public part.
    Raises :class:`SealError`.
    """
    data = (term_folder / FOLDER / CHAIN).read_bytes()
    done = _run(["ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE], data)
    if done is None:
        raise SealError("没有安装ssh-keygen，先装上OpenSSH")
    if done.returncode or not done.stdout.startswith(b"-----BEGIN SSH SIGNATURE"):
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise SealError(lines[-1] if lines else "ssh-keygen没有给出签名")
    return done.stdout


def check_seals(term_folder: Path, notices: Path, *, asked: bool = False) -> Iterator[Finding]:
    """What signature and time stamp of a term's chain say; ``notices`` holds who is trusted.

    ``asked`` also tells, as a note, when there is neither.
    """
    place = Place("/".join((*term_folder.parts[-3:], FOLDER, CHAIN)))
    issued = term_folder / FOLDER
    signature, stamp = issued / SIGNATURE, issued / STAMP
    if signature.is_file():
        yield from _signature(issued / CHAIN, signature, notices / SIGNERS, place)
    if stamp.is_file():
        yield from _stamp(issued / CHAIN, stamp, notices / AUTHORITY, place)
    if asked and not signature.is_file() and not stamp.is_file():
        yield problems.UNANCHORED.at(place, "前后一致；没有签名和时间戳可以对照")


def _signature(chain: Path, signature: Path, signers: Path, place: Place) -> Iterator[Finding]:
    if not signers.is_file():
        yield problems.UNANCHORED.at(place, f"有签名，但没有notices/{SIGNERS}，不知道该认谁的")
        return
    base = ["ssh-keygen", "-Y"]
    given = ["-s", str(signature), "-f", str(signers)]
    found = _run([*base, "find-principals", *given], b"")
    if found is None:
        yield problems.UNANCHORED.at(place, "有签名，但没有安装ssh-keygen，没有核对")
        return
    names = found.stdout.decode("utf-8", "replace").split()
    if found.returncode or not names:
        yield problems.SIGNATURE.at(place, f"签名的人不在notices/{SIGNERS}里，或签名坏了")
        return
    verify = [*base, "verify", *given, "-I", names[0], "-n", NAMESPACE]
    done = _run(verify, chain.read_bytes())
    if done is None or done.returncode:
        yield problems.SIGNATURE.at(place, "签名与现在的签发链对不上")


def _stamp(chain: Path, stamp: Path, authority: Path, place: Place) -> Iterator[Finding]:
    if not authority.is_file():
        yield problems.UNANCHORED.at(place, f"有时间戳，但没有notices/{AUTHORITY}，没有核对")
        return
    files = ["-data", str(chain), "-in", str(stamp), "-CAfile", str(authority)]
    # A certificate runs out in a few years; what it stamped while it was valid still stands.
    done = _run(["openssl", "ts", "-verify", "-no_check_time", *files], b"")
    if done is None:
        yield problems.UNANCHORED.at(place, "有时间戳，但没有安装openssl，没有核对")
    elif done.returncode:
        yield problems.STAMP.at(place, "时间戳与现在的签发链对不上，或不是所认的机构盖的")


def _run(words: list[str], data: bytes) -> subprocess.CompletedProcess[bytes] | None:
    """A tool run without a terminal, so that it can ask nothing; none when it is not there."""
    try:
        return subprocess.run(words, input=data, capture_output=True, timeout=_SECONDS, check=False)
    except FileNotFoundError:
        return None
