"""The letter behind an offer: whether there is one, and whether it was written by the day."""

from datetime import date

from siteselect.language import say
from siteselect.model.sites import Offer


def letter_words(offer: Offer, day: date) -> str:
    """Return what a reader must know of the letter on `day`."""
    if offer.letter_date is None:
        return say("no letter dated")
    words = say("letter of {day}", day=offer.letter_date)
    return (
        say("{words}, later than the as-of day", words=words) if offer.letter_date > day else words
    )


def letter_badge(offer: Offer, day: date) -> str:
    """Return the words for a table: the value is the user's, and whether its letter came later."""
    later = offer.letter_date is not None and offer.letter_date > day
    return "yours, later letter" if later else "yours"


def in_writing(offer: Offer, day: date) -> bool:
    """Return whether a dated letter stood behind the offer on `day`."""
    return offer.letter_date is not None and offer.letter_date <= day
