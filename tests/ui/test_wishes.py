from types import SimpleNamespace

from siteselect.ui.wishes import help_wishes, study_wishes


class Recorder:
    """Answers to any name, and writes down what was asked of it."""

    def __init__(self, told, name=""):
        self._told, self._name = told, name

    def __getattr__(self, name):
        return Recorder(self._told, f"{self._name}.{name}".strip("."))

    def __call__(self, *words):
        self._told.append((self._name, *words))


def test_every_command_of_the_study_goes_where_it_should():
    told = []
    session = SimpleNamespace(history=Recorder(told, "history"), study=SimpleNamespace(active="A"))
    parts = (Recorder(told, name) for name in ("criteria", "judging", "menu"))
    wishes = study_wishes(session, *parts, SimpleNamespace(top=Recorder(told)))
    for act in wishes.values():
        act()
    assert told == [
        ("history.undo",), ("history.redo",), ("criteria.reset_all.click",),
        ("chips.duplicate",), ("chips.rename", "A"), ("chips.remove", "A"),
        ("judging.wish", "compare", ""), ("criteria.add.click",),
        ("criteria.gates_box.add.click",), ("judging.wish", "own_measure", ""),
        ("criteria.weigh.click",), ("menu.pin",),
    ]  # fmt: skip


def test_help_opens_at_the_place_in_sight():
    told = []
    wishes = help_wishes(Recorder(told, "pages"), Recorder(told, "law"), lambda: "money")
    for act in wishes.values():
        act()
    assert told == [
        ("pages.show_manual", "money"), ("pages.show_manual", "start"), ("pages.show_keys",),
        ("pages.show_sources",), ("law.show_facts",),
    ]  # fmt: skip
