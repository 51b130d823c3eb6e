"""Whether another process still lives: what locks and stray files are judged by."""

import os
import socket
import sys
from pathlib import Path


def host() -> str:
    """Return the name of this machine, as others on the network see it."""
    return socket.gethostname()


def birth(pid: int) -> str:
    """Return a mark of when a process began; empty where the system does not tell.

    Numbers of processes come round again; a number and its birth do not.
    """
    fields = _linux_fields(pid)
    return fields[19] if len(fields) > 19 else ""


def alive(pid: int, born: str = "") -> bool:
    """Return whether process `pid` of this machine lives, and is the one that began at `born`."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _alive_on_windows(pid)
    fields = _linux_fields(pid)
    if fields:
        same = not born or len(fields) <= 19 or fields[19] == born
        return same and fields[0] not in {"Z", "X"}  # a dead one that nobody has buried yet
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True  # of another person
    except (OSError, OverflowError):
        return False
    return True


def _linux_fields(pid: int) -> list[str]:
    """Return what the system says of a process behind its name: state first, birth twentieth."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.rpartition(")")[2].split()


if sys.platform == "win32":

    def _alive_on_windows(pid: int) -> bool:
        import ctypes

        kernel, code = ctypes.windll.kernel32, ctypes.c_ulong()
        handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return False
        known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return bool(known) and code.value == 259  # STILL_ACTIVE
