from siteselect.ui.print.tables import method, money, sources, stamp, values
from tests.ui.print.made_report import full_report, told_by


def drop_drawings(chapter):
    return lambda flow, report, _drawings: chapter(flow, report)


def test_money_tells_figures_of_the_first_sites_and_what_was_assumed():
    told = "\n".join(told_by(money))
    assert "Known for 1 of 5 sites." in told
    assert "never" in told
    assert "2 %" in told
    assert "1 % – 3 %" in told
    assert "assumption" in told


def test_the_method_tells_every_criterion_with_weight_and_value_function():
    report = full_report()
    told = "\n".join(told_by(method, report=report))
    for each in report.criteria:
        assert each.title in told
    assert "35 USD/MWh counts 100" in told.replace("\n", " ")
    assert "Switched off: Mining lawful." in told


def test_values_bear_their_sources_and_say_why_one_is_unknown():
    told = "\n".join(told_by(values))
    assert "row T1" in told
    assert "No row holds on this day." in told.replace("\n", " ")
    assert "unknown" in told


def test_sources_are_told_with_their_licences():
    report = full_report()
    told = "\n".join(told_by(sources, report=report))
    for each in report.sources:
        assert each.licence.split()[0] in told


def test_the_stamp_lets_a_reader_get_the_same_list():
    report = full_report()
    told = "\n".join(told_by(drop_drawings(stamp), report=report)).replace("\n", "")
    assert report.stamp.pack_digest in told
    assert report.stamp.disclaimer.replace(" ", "") in told.replace(" ", "")
    assert "power_price 30" in told
