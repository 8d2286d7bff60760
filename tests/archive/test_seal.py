"""Signature and time stamp of a chain, by the tools themselves, offline."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from gongshi.archive import seal
from gongshi.archive.seal import SealError, check_seals, sign
from gongshi.issue.chain import SIGNATURE, STAMP, load_issued
from issue.chains import issue, term_folder, world


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A term with three issued notices in a project."""
    folder = term_folder(tmp_path)
    issue(world(), folder)
    return folder


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key"
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "x", "-f", str(path)]
    subprocess.run(words, check=True, capture_output=True)
    return path


def notices(folder: Path) -> Path:
    return folder.parents[1]


def trust(folder: Path, key: Path, name: str = "clerk@example.org") -> None:
    public = key.with_suffix(".pub").read_text("ascii")
    (notices(folder) / seal.SIGNERS).write_text(f"{name} {public}", "ascii")


def rules(folder: Path, *, asked: bool = False) -> list[str]:
    return [one.rule for one in check_seals(folder, notices(folder), asked=asked)]


def signed(folder: Path, key: Path) -> None:
    (folder / "issued" / SIGNATURE).write_bytes(sign(folder, key))


def test_a_signed_chain_is_proved_by_the_signer_who_is_trusted(folder: Path, key: Path) -> None:
    signed(folder, key)
    trust(folder, key)
    assert rules(folder, asked=True) == []
    assert load_issued(folder)[1] == []


def test_ssh_keygen_itself_accepts_the_signature(folder: Path, key: Path) -> None:
    signed(folder, key)
    trust(folder, key)
    words = ["ssh-keygen", "-Y", "verify", "-n", "gongshi", "-I", "clerk@example.org"]
    words += ["-f", str(notices(folder) / seal.SIGNERS), "-s", str(folder / "issued" / SIGNATURE)]
    data = (folder / "issued/chain.txt").read_bytes()
    assert subprocess.run(words, input=data, capture_output=True, check=False).returncode == 0


def test_a_chain_that_was_made_anew_no_longer_fits_its_signature(folder: Path, key: Path) -> None:
    signed(folder, key)
    trust(folder, key)
    chain = folder / "issued/chain.txt"
    chain.write_bytes(b"".join(chain.read_bytes().splitlines(keepends=True)[:-1]))
    assert rules(folder) == ["I027"]


def test_a_signature_of_somebody_else_is_refused(folder: Path, key: Path, tmp_path: Path) -> None:
    signed(folder, key)
    other = tmp_path / "other"
    other.mkdir()
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(other / "key")]
    subprocess.run(words, check=True, capture_output=True)
    trust(folder, other / "key")
    assert rules(folder) == ["I027"]


def test_a_spoilt_signature_is_refused(folder: Path, key: Path) -> None:
    (folder / "issued" / SIGNATURE).write_bytes(b"no signature\n")
    trust(folder, key)
    assert rules(folder) == ["I027"]


def test_without_anyone_to_trust_the_chain_is_only_consistent(folder: Path, key: Path) -> None:
    signed(folder, key)
    assert rules(folder) == ["I029"]


def test_without_any_seal_it_is_said_when_asked(folder: Path) -> None:
    assert rules(folder) == []
    assert rules(folder, asked=True) == ["I029"]


def test_without_the_tools_it_is_said_that_nothing_was_checked(
    folder: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed(folder, key)
    trust(folder, key)
    (folder / "issued" / STAMP).write_bytes(b"x")
    (notices(folder) / seal.AUTHORITY).write_bytes(b"x")
    monkeypatch.setenv("PATH", "/nonexistent")
    assert rules(folder) == ["I029", "I029"]
    with pytest.raises(SealError, match="没有安装"):
        sign(folder, key)


def test_a_key_that_is_none_signs_nothing(folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("no key\n", "ascii")
    wrong.chmod(0o600)
    with pytest.raises(SealError):
        sign(folder, wrong)


# RFC 3161, with an authority of our own.

_CONFIG = """
[tsa]
default_tsa = own
[own]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/cert.pem
certs = {folder}/cert.pem
signer_key = {folder}/key.pem
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
[ca]
default_ca = over
[over]
database = {folder}/index.txt
new_certs_dir = {folder}
serial = {folder}/serial
default_md = sha256
policy = named
x509_extensions = stamps
[named]
commonName = supplied
[req]
distinguished_name = name
x509_extensions = stamps
prompt = no
[name]
CN = Example
[stamps]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
"""


def openssl(*words: str) -> None:
    subprocess.run(["openssl", *words], check=True, capture_output=True)


def stamped(folder: Path, work: Path, then: Callable[[Path], None] = lambda _: None) -> None:
    """The chain stamped by an authority made for this test, which the project trusts."""
    work.mkdir()
    config, cert = str(work / "tsa.cnf"), str(work / "cert.pem")
    (work / "tsa.cnf").write_text(_CONFIG.format(folder=work), "ascii")
    (work / "serial").write_text("01\n", "ascii")
    made = ["-newkey", "rsa:2048", "-nodes", "-keyout", str(work / "key.pem"), "-out", cert]
    openssl("req", "-x509", "-config", config, "-days", "2", *made)
    then(work)
    query = str(work / "query.tsq")
    chain = str(folder / "issued/chain.txt")
    openssl("ts", "-query", "-data", chain, "-sha256", "-cert", "-out", query)
    out = str(folder / "issued" / STAMP)
    openssl("ts", "-reply", "-config", config, "-queryfile", query, "-out", out)
    (notices(folder) / seal.AUTHORITY).write_bytes((work / "cert.pem").read_bytes())


def run_out(work: Path) -> None:
    """The authority's certificate made anew, valid for one day of 2020."""
    config, request = str(work / "tsa.cnf"), str(work / "request.pem")
    (work / "index.txt").write_text("", "ascii")
    openssl("req", "-new", "-config", config, "-key", str(work / "key.pem"), "-out", request)
    days = ["-startdate", "20200101000000Z", "-enddate", "20200102000000Z"]
    files = ["-in", request, "-out", str(work / "cert.pem"), "-keyfile", str(work / "key.pem")]
    openssl("ca", "-batch", "-notext", "-selfsign", "-config", config, *days, *files)


def test_a_time_stamp_still_holds_when_the_certificate_has_run_out(
    folder: Path, tmp_path: Path
) -> None:
    stamped(folder, tmp_path / "tsa", run_out)
    assert rules(folder, asked=True) == []
    with (folder / "issued/chain.txt").open("ab") as chain:
        chain.write(b"more\n")
    assert rules(folder) == ["I028"]


def test_a_time_stamp_holds_for_this_chain_only(folder: Path, tmp_path: Path) -> None:
    stamped(folder, tmp_path / "tsa")
    assert rules(folder, asked=True) == []
    assert load_issued(folder)[1] == []
    with (folder / "issued/chain.txt").open("ab") as chain:
        chain.write(b"more\n")
    assert rules(folder) == ["I028"]


def test_a_time_stamp_without_an_authority_is_not_checked(folder: Path, tmp_path: Path) -> None:
    stamped(folder, tmp_path / "tsa")
    (notices(folder) / seal.AUTHORITY).unlink()
    assert rules(folder) == ["I029"]
