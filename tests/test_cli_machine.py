"""The command line on a machine that is busy, full, interrupted or old-fashioned."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command_line import DAY, on
from gongshi import disk
from publish.small import issued, townships
from townships import good

pytestmark = pytest.mark.usefixtures("hook_is_put_back")


@pytest.mark.parametrize("command", ["issue", "build"])
def test_a_township_in_work_is_code_three_with_the_holder(tmp_path: Path, command: str) -> None:
    root = issued(tmp_path)
    with disk.lock(root / ".gongshi/tiny.lock"):
        result = on(root, command, "tiny")
    assert result.exit_code == 3
    assert f"进程 {os.getpid()}正在处理这个乡镇" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_disk_error_is_one_line_and_code_three(tmp_path: Path) -> None:
    root = issued(tmp_path)

    def full(operation: str, path: Path) -> None:
        if operation == "mkdir" and path.name == ".tiny.new":
            raise OSError(28, "No space left on device", str(path))

    disk.before = full
    result = on(root, "build", "--no-posters", "--jobs", "1")
    assert (result.exit_code, len(result.stderr.splitlines())) == (3, 1)
    assert "磁盘已满" in result.stderr


def test_an_error_of_the_program_is_one_line_too(tmp_path: Path) -> None:
    root = good(tmp_path)

    def wrong(operation: str, path: Path) -> None:
        raise RuntimeError(f"{operation} {path.name}")

    disk.before = wrong
    result = on(root, "issue", "tiny")
    assert (result.exit_code, len(result.stderr.splitlines())) == (3, 1)
    assert "程序内部出错（RuntimeError" in result.stderr


def process(root: Path, *words: str, **extra: object) -> subprocess.Popen[str]:
    """The real program in a process of its own."""
    environment = {**os.environ, **extra.pop("env", {})}  # type: ignore[dict-item]
    return subprocess.Popen(
        [sys.executable, "-m", "gongshi", *words, "--project", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment,  # type: ignore[arg-type]
        start_new_session=True,
    )


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("after", [0.4, 0.8, 1.4])
def test_an_interrupted_build_ends_at_once_with_one_line_and_no_child(
    tmp_path: Path, sent: signal.Signals, after: float
) -> None:
    root = issued(tmp_path)
    townships(root, 24)
    with process(root, "build", "--no-posters", "--jobs", "2", *DAY) as build:
        time.sleep(after)
        build.send_signal(sent)
        _, errors = build.communicate(timeout=30)
    built = list((root / "dist").glob("*/index.html"))
    assert build.returncode != 0
    assert len(built) < 24
    # Very early Python itself has not started; late everything may be done.
    assert "Traceback" not in errors or after < 0.5
    assert len(errors.split("\n")) <= 3 or after < 0.5  # a line end after ^C, and the line
    with pytest.raises(ProcessLookupError):
        os.killpg(build.pid, 0)


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_chinese_is_printed_in_any_locale(tmp_path: Path, locale: str) -> None:
    plain = {
        "LC_ALL": locale,
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "",
    }
    with process(good(tmp_path), "check", *DAY, env=plain) as check:
        output, errors = check.communicate()
    assert (check.returncode, errors) == (0, "")
    assert output == "核对了 1 个乡镇（街道）：没有发现问题。\n"


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    program = f"{sys.executable} -m gongshi rules | head -1; {sys.executable} -m gongshi rules >&-"
    result = subprocess.run(["sh", "-c", program], capture_output=True, text=True, check=True)
    assert (len(result.stdout.splitlines()), result.stderr) == (1, "")
    del tmp_path


def on_a_terminal(program: str) -> str:
    """What a Python program prints on stderr when that is a terminal."""
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", program], stderr=theirs) as running:
        os.close(theirs)
        printed = b""
        try:
            while more := os.read(ours, 4096):
                printed += more
        except OSError:  # the other end of a terminal is closed
            pass
        assert running.wait() == 0
    os.close(ours)
    return printed.decode()


@pytest.mark.parametrize(("seconds", "shown"), [(0.1, False), (2.1, True)])
def test_work_of_more_than_two_seconds_gets_a_progress_bar(seconds: float, shown: bool) -> None:
    program = (
        "import time\n"
        "from gongshi.cli.output import progress\n"
        "with progress('生成') as bar:\n"
        f"    time.sleep({seconds})\n"
        "    for step in range(1, 5): bar.step('yunxi', step, 4)\n"
    )
    printed = on_a_terminal(program)
    assert ("生成" in printed, "100%" in printed) == (shown, shown)
