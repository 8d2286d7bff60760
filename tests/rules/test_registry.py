import re
from pathlib import Path

import pytest

from gongshi.read import profiles
from gongshi.rules import checks, registry

RULES = Path(registry.__file__).parent
CHINESE = re.compile("[\u4e00-\u9fff]")


def test_every_module_is_a_rule_or_listed_as_shared():
    modules = {path.stem for path in RULES.glob("*.py")} - {"__init__"}
    rules = {check.function.__module__.rpartition(".")[2] for check in checks()}
    assert modules == rules | registry.SHARED


def test_ids_are_unique_sorted_and_follow_the_grammar():
    ids = [check.rule.id for check in checks()]
    assert ids == sorted(set(ids))
    assert all(re.fullmatch("[TYNVQSPAKWGCIDFM][0-9]{3}", id_) for id_ in ids)


@pytest.mark.parametrize(
    "rule", [check.rule for check in checks()] + list(profiles.RULES), ids=lambda rule: rule.id
)
def test_every_rule_is_documented_and_sourced_in_chinese(rule):
    for section in (rule.title, rule.basis, rule.what, rule.why, rule.example, rule.fix):
        assert CHINESE.search(section), section
    assert rule.what.endswith("。")
    assert rule.why.endswith("。")
    assert rule.fix.endswith("。")
    assert not rule.title.endswith("。")


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.rule.id)
def test_a_check_asks_only_for_what_there_is_and_its_module_names_its_id(check):
    given = {"records", "elections", "texts", "names", "today", "fonts", "others"}
    assert set(check.needs) <= given
    module = RULES / f"{check.function.__module__.rpartition('.')[2]}.py"
    assert module.read_text("utf-8").startswith(f'"""{check.rule.id}: ')
