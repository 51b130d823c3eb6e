"""Mean July temperature, corrected by height."""

from siteselect.criteria._climate import read_temperature, temperature
from siteselect.criteria.measure import Measure
from siteselect.language import later
from siteselect.model.decision_matrix import Column
from siteselect.model.places import Places, Reading
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return the mean in °C at each site."""
    return temperature(sites, pack, "july_c")


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_temperature(places, pack, "july_c")


MEASURE = Measure(
    title=later("Mean July temperature"),
    unit="°C",
    group=later("Climate & site"),
    about=(
        later(
            "How hot the summer is: air cooling costs power and fails first in "
            "the heat. Interpolated from the pack's climate grid and corrected "
            "by 6.5 K per km between the height of the cell and that of the site "
            "(ICAO standard atmosphere); where a height is unknown it is not "
            "corrected, and says so. Anchors 15 to 30 °C are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=30, best=15),
    weight=6,
)
