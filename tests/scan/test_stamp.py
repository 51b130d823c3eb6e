import json

from siteselect.scan.stamp import stamp_of, version
from tests.scan.made import made_study, scanned, toy


def test_the_stamp_says_how_to_get_the_same_again():
    stamp = stamp_of(made_study(), toy(), scanned().region, {"BB"})
    plain = json.loads(json.dumps(stamp.as_dict()))
    assert plain["pack"] == "toy@1"
    assert plain["pack_digest"] == toy().digest
    assert plain["as_of"] == "2021-06-15"
    assert plain["cell_km"] == 20.0
    assert plain["countries"] == ["BB"]
    assert plain["weights"]["power_price"] == 28.0
    assert "npv" not in plain["weights"]
    assert plain["gates"] == ["legal_status at least 2", "load_cover at least 1"]
    assert plain["version"] == version()
    assert "no permit" in plain["about"]
