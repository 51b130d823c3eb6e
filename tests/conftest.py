"""Settings that every test needs before Qt is imported."""

import os
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
HOME = tempfile.TemporaryDirectory(prefix="siteselect-tests-")
for _name in ("XDG_STATE_HOME", "XDG_DATA_HOME"):  # nothing of the person who runs the tests
    os.environ[_name] = f"{HOME.name}/{_name}"

from hypothesis import settings  # noqa: E402 - after what it must find set

settings.register_profile("calm", deadline=None, print_blob=True, derandomize=True)
settings.register_profile("seeking", deadline=None, print_blob=True)
settings.load_profile("seeking" if os.environ.get("SITESELECT_SEEK") else "calm")
