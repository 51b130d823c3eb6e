from siteselect.model.user_layer import Role
from siteselect.ui.dialogs.add_layers import AddLayersDialog, Chosen, Offered


def test_what_is_chosen_is_told(qtbot):
    offered = [
        Offered("Roads", Role.ROADS, 12, fixed=True),
        Offered("Grid", Role.OTHER, 1, columns=("name", "kv"), voltage="kv"),
    ]
    dialog = AddLayersDialog("a.gpkg", offered, ["One row was mended."])
    qtbot.addWidget(dialog)
    roads, grid = dialog.rows
    assert not roads.role.isEnabled()
    assert grid.role.isEnabled()
    grid.role.setCurrentIndex(grid.role.findData(Role.SUBSTATIONS))
    grid.title.setText(" My grid ")
    roads.wanted.setChecked(False)
    assert dialog.chosen == (Chosen(1, "My grid", Role.SUBSTATIONS, "kv", ""),)
    grid.title.clear()
    assert not dialog.add.isEnabled()
    grid.title.setText("x")
    grid.wanted.setChecked(False)
    assert not dialog.add.isEnabled()
