"""Click in Chinese: headings, parameter types and errors, and one way out for all errors."""

from __future__ import annotations

import difflib
import os
import re
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any, NoReturn

import click

from gongshi.cli.output import complain, prepare_streams, quiet_streams

FINE, FINDINGS, USAGE, MACHINE = 0, 1, 2, 3


class Refused(click.UsageError):
    """Wrong usage whose message is Chinese already."""


class FoundError(Exception):
    """Findings, printed already, leave nothing to be done; the message says so in Chinese."""


def meant(word: str, known: Iterable[str]) -> str:
    """``，是不是“…”？`` when one of the known words is close, else nothing."""
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return f"，是不是“{close[0]}”？" if close else ""


# Types of parameters.


class Day(click.ParamType):  # type: ignore[type-arg]
    """``2026-11-21``; gives a ``date``, and none for ``TODAY``, an option without a value."""

    name = "date"
    TODAY = "今天"

    def convert(self, value: Any, param: Any, ctx: Any) -> date | None:
        """The date, or a Chinese refusal."""
        if isinstance(value, date):
            return value
        if value == self.TODAY:
            return None
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            return self.fail(f"“{value}”不是日期，请写成 2026-11-21 的样子", param, ctx)


class Words(click.ParamType):  # type: ignore[type-arg]
    """One of the known words, or several separated by commas; gives a tuple."""

    name = "words"

    def __init__(self, *known: str, several: bool = False) -> None:
        """``known`` are all words that are allowed."""
        self.known, self.several = known, several

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, ...]:
        """The words, or a Chinese refusal that lists those that are known."""
        if isinstance(value, tuple):
            return value
        words = tuple(dict.fromkeys(value.split(","))) if self.several else (value,)
        for word in words:
            if word not in self.known:
                self.fail(f"“{word}”不在可选的值里：{'、'.join(self.known)}", param, ctx)
        return words


class Whole(click.ParamType):  # type: ignore[type-arg]
    """A whole number from ``least`` to ``most``."""

    name = "number"

    def __init__(self, least: int, most: int) -> None:
        """Both ends are allowed."""
        self.least, self.most = least, most

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        """The number, or a Chinese refusal."""
        if isinstance(value, int):
            return value
        if re.fullmatch(r"[0-9]{1,9}", value) and self.least <= int(value) <= self.most:
            return int(value)
        return self.fail(f"“{value}”不是 {self.least} 到 {self.most} 的整数", param, ctx)


# Commands with Chinese headings.


class _Chinese(click.Command):
    """The parts of a command's help that click writes in English."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say ``[选项]`` where click says ``[OPTIONS]``."""
        kwargs.setdefault("options_metavar", "[选项]")
        super().__init__(*args, **kwargs)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """``用法: gongshi …``."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="用法: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under 选项."""
        options = (one for one in self.get_params(ctx) if isinstance(one, click.Option))
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section("选项"):
            formatter.write_dl([record for record in records if record])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` with a Chinese explanation."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这份说明"
        return option


class ChineseCommand(_Chinese):
    """One command."""


class ChineseGroup(_Chinese, click.Group):
    """The program itself: finds commands, and ends every run with one of four codes."""

    command_class = ChineseCommand

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say ``命令 [参数]…`` where click says ``COMMAND [ARGS]…``."""
        kwargs.setdefault("subcommand_metavar", "命令 [参数]…")
        super().__init__(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a clerk needs them."""
        del ctx
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands under 命令, then the options."""
        rows = [(name, self.commands[name].get_short_help_str(60)) for name in self.commands]
        with formatter.section("命令"):
            formatter.write_dl(rows)
        super().format_options(ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command, or a refusal with a guess."""
        name = args[0]
        if not name.startswith("-") and name not in self.commands:
            raise Refused(f"没有“{name}”这个命令{meant(name, self.commands)}", ctx)
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> NoReturn:
        """Run, and exit with 0, 1, 2 or 3 and never more than one line about an error."""
        prepare_streams()
        extra = {**extra, "standalone_mode": False, "prog_name": "gongshi"}
        code = ending(lambda: super(ChineseGroup, self).main(args, **extra))
        sys.exit(code)


# One way out.


def ending(run: Callable[[], Any]) -> int:
    """The exit code of a run, after one line about what went wrong, if anything did."""
    previous = _on_terminate(_interrupt)
    try:
        code = run()
        sys.stdout and sys.stdout.flush()
    except click.UsageError as error:
        code = _usage(error)
    except (KeyboardInterrupt, click.Abort):
        complain("已中断；每个网站仍是完整的，旧的或者新的")
        code = MACHINE
    except BrokenPipeError:
        quiet_streams()
        code = MACHINE
    except FoundError as error:
        complain(str(error))
        code = FINDINGS
    except (ImportError, OSError) as error:
        complain(_of_machine(error))
        code = MACHINE
    except Exception as error:  # the last wall: never a traceback for a clerk
        if os.environ.get("GONGSHI_DEBUG"):
            raise
        complain(f"程序内部出错（{type(error).__name__}: {error}），请把这一行告诉维护人员")
        code = MACHINE
    finally:
        _on_terminate(previous)
    return code if isinstance(code, int) else FINE


def _of_machine(error: ImportError | OSError) -> str:
    """What the machine lacks or cannot do."""
    if isinstance(error, ImportError):
        return f"缺少组件 {error.name}，请重新安装 gongshi"
    from gongshi.disk import reason

    return reason(error)


def _on_terminate(handler: Any) -> Any:
    """Set what SIGTERM does; only the main thread may."""
    try:
        return signal.signal(signal.SIGTERM, handler)
    except ValueError:
        return None


def _interrupt(*_: object) -> NoReturn:
    """End on SIGTERM as on Ctrl-C."""
    raise KeyboardInterrupt


def _usage(error: click.UsageError) -> int:
    """Print a usage error in Chinese; a lone ``gongshi`` gets its help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return USAGE
    complain(in_chinese(error))
    if error.ctx is not None:
        complain(f"用法见 {error.ctx.command_path} --help", plain=True)
    return USAGE


def in_chinese(error: click.UsageError) -> str:
    """What click has to say about the words that were typed."""
    param = error.param if isinstance(error, click.BadParameter) else None
    name = _name(param)
    if isinstance(error, click.MissingParameter):
        return f"缺少参数 {name}"
    if isinstance(error, click.NoSuchOption):
        return f"没有 {error.option_name} 这个选项{meant(error.option_name, _options(error))}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 用法不对：后面要有一个值，或者不该有值"
    if isinstance(error, click.BadParameter):
        return f"{name}：{error.message}" if name else error.message
    if isinstance(error, Refused):
        return error.message
    words = re.search(r"\((.*)\)", error.message)
    return f"多出了参数：{words[1]}" if words else "用法不对"


def _name(param: click.Parameter | None) -> str:
    """``--today`` or ``NOTICE``."""
    if param is None:
        return ""
    return param.opts[-1] if isinstance(param, click.Option) else str(param.human_readable_name)


def _options(error: click.NoSuchOption) -> list[str]:
    """All options of the command that was typed."""
    if error.ctx is None:
        return []
    return [word for param in error.ctx.command.get_params(error.ctx) for word in param.opts]
