from siteselect.ui.panels.chart_row import ChartRow
from siteselect.ui.present.charts import Charts


def test_the_window_s_row_of_charts_can_all_that_scenes_ask(make_window):
    row: Charts = make_window().charts
    assert isinstance(row, ChartRow)
    row.choose(("tornado", "contributions"))
    assert row.shown()[0] == "tornado"
    assert row.large is None
    assert isinstance(row.conclusions(), tuple)
