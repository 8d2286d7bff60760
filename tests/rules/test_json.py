import json

from gongshi.cli.output import findings_as_json
from gongshi.model.place import Place
from gongshi.rules import checks


def test_a_finding_as_json_has_exactly_the_promised_keys():
    place = Place("台账.xlsx", "名册", "C5")
    finding = checks()[0].rule.at(place, "太大", help="改小。", village="东村")
    (data,) = findings_as_json([finding])
    assert json.loads(json.dumps(data)) == {
        "rule": "A001",
        "severity": "warning",
        "file": "台账.xlsx",
        "sheet": "名册",
        "cell": "C5",
        "message": "太大",
        "help": "改小。",
    }
    assert list(data) == ["rule", "severity", "file", "sheet", "cell", "message", "help"]
