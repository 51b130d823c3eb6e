"""What a criterion that nothing is known of would need: a layer, facts, or tariffs."""

from siteselect.language import later, say

_LAYER = later("unknown here: needs a layer")
_FACTS = later("unknown here: needs facts")
_TARIFFS = later("unknown here: needs tariffs")


def what_is_missing(key: str) -> str:
    """Return in a few words what the measure of that key would need, to be known."""
    from siteselect.criteria import MEASURES

    measure = MEASURES.get(key)
    if measure is None or not measure.facts:
        return say(_LAYER)
    return say(_TARIFFS if "tariffs" in measure.facts else _FACTS)
