"""What the frozen program runs first."""

import os
import sys

# What the bundle starts (a browser for the manual) wants the system's libraries, not the bundle's.
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before
elif sys.platform.startswith("linux"):
    os.environ.pop("LD_LIBRARY_PATH", None)

from siteselect.__main__ import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
