"""Settings that every test needs before Qt is imported."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from hypothesis import settings

settings.register_profile("calm", deadline=None, print_blob=True)
settings.load_profile("calm")
