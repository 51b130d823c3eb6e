import pytest

from siteselect.scan.cache import Cache
from siteselect.ui.finding.finder import Finder, Search
from siteselect.ui.session import Session
from tests.ui.finding.made import ground, study
from tests.ui.settling import evaluated


class Heard:
    """Every conclusion of a session, by its kind."""

    def __init__(self, session):
        self.seen = []
        session.concluded.connect(self.seen.append)

    def last(self, kind):
        return next((each for each in reversed(self.seen) if isinstance(each, kind)), None)

    def count(self, kind):
        return sum(isinstance(each, kind) for each in self.seen)


@pytest.fixture
def toy_session(qtbot, tasks, faults):
    made = Session(study(), tasks, faults.append, ground)
    with evaluated(qtbot, made):
        made.begin()
    return made


@pytest.fixture
def heard(toy_session):
    return Heard(toy_session)


@pytest.fixture
def finder(toy_session, tasks, faults, tmp_path):
    made = Finder(toy_session, tasks, faults.append, Cache(tmp_path))
    made.search = Search(cell_km=20.0)
    return made


@pytest.fixture
def woken(qtbot, finder, heard):
    finder.wake(awake=True)
    qtbot.waitUntil(lambda: finder.settled and finder.suggested is not None, timeout=20_000)
    return finder
