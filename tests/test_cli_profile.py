"""``gongshi profile``: every number in force, its article, and the layer it comes from."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from gongshi.cli import main
from townships import good

COUNTY = "规则调整:\n  党组织:\n    任职公示天数: {值: 7个工作日, 依据: 县委组织部〔2026〕8号}\n"
TERM = "规则调整:\n  候选人公示天数:\n    值: 6\n    依据: 东镇换届方案第五条\n"


def run(root: Path, *words: str) -> Result:
    every = ["profile", "tiny", *words, "--project", str(root)]
    return CliRunner().invoke(main, every, catch_exceptions=False)


def project(tmp_path: Path) -> Path:
    root = good(tmp_path)
    for name, text in (("county.yml", COUNTY), ("tiny/2026/term.yml", TERM)):
        with (root / "notices" / name).open("a", encoding="utf-8") as file:
            file.write(text)
    return root


def test_each_number_is_told_with_its_basis_and_its_layer(tmp_path: Path) -> None:
    root = project(tmp_path)
    line = (root / "notices/tiny/2026/term.yml").read_text("utf-8").splitlines()
    where = line.index("  候选人公示天数:") + 1
    output = run(root).output
    assert "【比例】\n  到会：不少于应到的五分之四\n" in output
    assert "    出自：全国 profiles/party-2020.yml\n" in output
    assert (
        "  候选人公示：不少于6个工作日\n"
        "    依据：东镇换届方案第五条\n"
        f"    出自：本届 notices/tiny/2026/term.yml:{where}\n"
    ) in output
    assert "  任职公示：不少于7个工作日\n    依据：县委组织部〔2026〕8号\n    出自：县 " in output


def test_json_has_the_same_numbers(tmp_path: Path) -> None:
    (term,) = json.loads(run(project(tmp_path), "--format", "json").output)
    assert (term["term"], term["profile"]) == ("2026", "party-2020")
    rows = {row["name"]: row for row in term["numbers"]}
    assert rows["候选人公示"]["layer"] == "本届"
    assert rows["任职公示"]["place"].startswith("notices/county.yml:")
    assert rows["到会"] == {
        "group": "比例",
        "name": "到会",
        "value": "不少于应到的五分之四",
        "basis": "《中国共产党基层组织选举工作条例》第四章",
        "layer": "全国",
        "place": "profiles/party-2020.yml",
    }


def test_a_term_can_be_chosen_and_must_exist(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert run(root, "--term", "2026").output == run(root).output
    refused = run(root, "--term", "2021")
    assert refused.exit_code == 2
    assert "没有“2021”这一届" in refused.output
