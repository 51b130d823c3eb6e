"""What can go wrong where the outside world comes in or goes out.

Each message is a whole sentence for a person: what is wrong, where, and what to do. Programming
errors are never of these kinds.
"""


class SiteSelectError(Exception):
    """A fault that a person can mend; its text is shown as it stands."""


class PackError(SiteSelectError):
    """A pack is missing, damaged, or lacks what was asked of it."""


class ProjectError(SiteSelectError):
    """A project file cannot be read or written."""


class StudyError(SiteSelectError):
    """What the user decided cannot be computed: an unknown criterion, no weight above zero."""


class IntakeError(SiteSelectError):
    """A file from outside cannot be taken in."""


class ExportError(SiteSelectError):
    """A result cannot be written."""
