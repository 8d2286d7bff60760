"""The walls of the house: who may import, print and exit, and what no file may say."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator" / "gongshi"
MODULES = sorted(PACKAGE.rglob("*.py"))

#: Each part of the package may import itself and the parts below it; parts on one line are peers.
STOREYS = (
    ("model",),
    ("resources", "calendars", "names", "fonts", "disk", "timeless"),
    ("read",),
    ("rules",),
    ("compose",),
    ("report",),
    ("issue", "waive"),
    ("check",),
    ("render",),
    ("open_data",),
    ("papers", "channels", "life"),
    ("site", "archive", "scaffold", "manual"),
    ("publish",),
    ("cli",),
    ("__main__",),
)
HEIGHT = {name: height for height, names in enumerate(STOREYS) for name in names}

#: What a repository holds, apart from what is made in it.
TRACKED = (".ci", "bench", "docs", "fonts", "generator", "notices", "requirements")
TRACKED += ("site_src", "tests", "themes")


def part(path: Path) -> str:
    """``read`` for generator/gongshi/read/columns.py."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else re.sub(r"^(cli|check|publish)_.*", r"\1", first)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module a file names, also inside functions."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            if node.module == "gongshi":
                yield from (f"gongshi.{alias.name}" for alias in node.names)


def text_files() -> Iterator[tuple[Path, str]]:
    """Every text file of the repository with its text."""
    tops = [ROOT / name for name in TRACKED]
    files = [path for path in ROOT.iterdir() if path.is_file()]
    files += [path for top in tops for path in top.rglob("*") if path.is_file()]
    for path in sorted(files):
        if "__pycache__" in path.parts:
            continue
        try:
            yield path, path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue


def test_every_part_of_the_package_has_a_storey():
    assert {part(path) for path in MODULES} - set(HEIGHT) == {""}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path):
    own = part(path)
    others = {name.split(".")[1] for name in imports(path) if name.startswith("gongshi.")}
    above = [name for name in others - {own} if name in HEIGHT and HEIGHT[name] >= HEIGHT[own]]
    peers = {name for name in above if HEIGHT[name] == HEIGHT[own] == 1}
    assert set(above) <= peers


def test_no_module_is_longer_than_four_hundred_lines():
    lengths = {path.name: len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_no_module_is_called_utils_or_helpers():
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "helper", "common"}


def test_no_function_is_longer_than_sixty_lines():
    functions = [
        (path.name, node.name, (node.end_lineno or 0) - node.lineno + 1)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [entry for entry in functions if entry[2] > 60] == []


def test_only_the_site_package_imports_mkdocs():
    users = {part(path) for path in MODULES for name in imports(path) if name.startswith("mkdocs")}
    assert users <= {"site"}


def test_only_the_command_line_imports_click():
    users = {part(path) for path in MODULES for name in imports(path) if name == "click"}
    assert users == {"cli"}


def test_only_the_command_line_prints_or_ends_the_program():
    for path in MODULES:
        if part(path) in {"cli", "__main__"}:
            continue
        calls = {
            ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call)
        }
        assert not calls & {"print", "input", "exit", "sys.exit"}, path


def test_every_public_name_says_what_it_is():
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    silent = [
        f"{path.relative_to(PACKAGE)}: {node.name}"
        for path in MODULES
        for node in tree(path).body
        if isinstance(node, kinds) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert silent == []


def test_the_program_imports_only_what_it_declares():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[<>=\[ ]", line)[0].lower() for line in project["dependencies"]}
    owners = packages_distributions()
    for path in MODULES:
        for name in {name.split(".")[0] for name in imports(path)}:
            if name in sys.stdlib_module_names or name == "gongshi":
                continue
            dists = {owner.lower().replace("_", "-") for owner in owners.get(name, [name])}
            assert dists & declared, f"{path.name} imports {name}"


def test_no_file_names_a_package_registry_or_a_folder_of_somebodys_machine():
    hosts = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "crates" + ".io"]
    private = re.compile(
        "|".join(
            [*map(re.escape, hosts), r"/(?:root|home|work|Users)/[a-z]", r"(?<!\w)\.\./shared"]
        )
    )
    found = [
        f"{path}: {hit.group()}" for path, text in text_files() if (hit := private.search(text))
    ]
    assert found == []


def test_no_work_is_left_for_later():
    marks = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X:|raise NotImplemented" r"Error)\b")
    own = ((path, text) for path, text in text_files() if "vendor" not in path.parts)
    found = [f"{path}: {hit.group()}" for path, text in own if (hit := marks.search(text))]
    assert found == []
