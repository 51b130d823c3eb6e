"""A wall between a process and the network: whatever tries to pass is told, or ends the process.

Python's own sockets are watched by an audit hook. On Linux the kernel refuses every socket of the
internet families as well, to libraries too (Qt, GDAL, PROJ): the process then dies of SIGSYS.
"""

import ctypes
import platform
import struct
import sys

PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, MODE_FILTER = 38, 22, 2
ALLOW, KILL = 0x7FFF0000, 0x80000000
SOCKET_CALL = {"x86_64": 41, "aarch64": 198}
INTERNET = (2, 10)
"""AF_INET and AF_INET6 as Linux numbers them."""
EVENTS = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}


class Instructions(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def build() -> tuple[list[str], bool]:
    """Put up the wall; return the list that attempts are told in, and whether the kernel helps."""
    told: list[str] = []

    def hear(event: str, words: tuple[object, ...]) -> None:
        local = event == "socket.connect" and getattr(words[0], "family", None) == 1  # AF_UNIX
        if event in EVENTS and not local:
            told.append(f"{event}: {words[1:]}")

    sys.addaudithook(hear)
    return told, _of_kernel()


def _of_kernel() -> bool:
    number = SOCKET_CALL.get(platform.machine())
    if not sys.platform.startswith("linux") or number is None:
        return False
    load, equal, end = 0x20, 0x15, 0x06
    lines = [
        (load, 0, 0, 0),  # the number of the call
        (equal, 0, 4, number),  # another call than socket(): pass
        (load, 0, 0, 16),  # the low half of its first argument, the family
        (equal, 1, 0, INTERNET[0]),
        (equal, 0, 1, INTERNET[1]),
        (end, 0, 0, KILL),
        (end, 0, 0, ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in lines))
    held = Instructions(len(lines), ctypes.cast(code, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    return libc.prctl(PR_SET_SECCOMP, MODE_FILTER, ctypes.byref(held), 0, 0) == 0
