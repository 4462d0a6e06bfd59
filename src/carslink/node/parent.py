"""Processes that end with the one that started them, however that one ends.

On Linux the kernel does it: `prctl(PR_SET_PDEATHSIG)` sends a signal when the parent is gone, even
after SIGKILL. Elsewhere somebody has to look: a thread, or a process that stays beside the command.

This file is also run as a script, `python parent.py MODE PARENT SIGNAL UID:GID COMMAND…`, by its
path and without site-packages, so that it starts in milliseconds. It must import nothing of ours.
"""

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from typing import NoReturn

PR_SET_PDEATHSIG = 1  # linux/prctl.h
SECONDS_BETWEEN_LOOKS = 0.2


def die_with_parent(death_signal: int = signal.SIGKILL, parent: int | None = None) -> None:
    """Have this process sent `death_signal` when its parent process is gone.

    Call it from the main thread. `parent` is who the parent should be, because it may have died
    before this call; then this process exits here. By default it is the process that started this
    one as a `multiprocessing` worker, as granian does; in a process that is none, nothing happens.
    Raises OSError if the kernel refuses.
    """
    parent = parent or _starter()
    if parent is None:
        return
    if sys.platform == "linux":
        _ask_kernel(death_signal)
        if os.getppid() != parent:
            os._exit(1)
    else:
        threading.Thread(target=_await_orphanage, args=(parent, death_signal), daemon=True).start()


def _starter() -> int | None:
    from multiprocessing import parent_process  # only here: the script has no use for it

    process = parent_process()
    return process.pid if process else None


def tied_to_me(
    command: Sequence[str], death_signal: int, user: tuple[int, int] | None = None
) -> list[str]:
    """`command`, wrapped so that it is sent `death_signal` when the calling process is gone.

    `user` is the (uid, gid) to run as, for a caller that is root; None changes nothing. The thread
    that starts the command must live as long as the process: the kernel counts it as the parent.
    """
    mode = "become" if sys.platform == "linux" else "watch"
    who = f"{user[0]}:{user[1]}" if user else "-"
    wrapper = [sys.executable, "-I", "-S", __file__]
    return [*wrapper, mode, str(os.getpid()), str(int(death_signal)), who, *command]


def _ask_kernel(death_signal: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_PDEATHSIG, *map(ctypes.c_ulong, (death_signal, 0, 0, 0))) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _await_orphanage(parent: int, death_signal: int) -> None:
    while os.getppid() == parent:
        time.sleep(SECONDS_BETWEEN_LOOKS)
    os.kill(os.getpid(), death_signal)


def _become(command: list[str], parent: int, death_signal: int) -> NoReturn:
    """Turn into the command; the request to the kernel survives the exec."""
    die_with_parent(death_signal, parent)
    os.execv(command[0], command)  # noqa: S606 (that is the point)


def _watch(command: list[str], parent: int, death_signal: int) -> NoReturn:
    """Stay beside the command: hand on signals, and end it when the parent is gone."""
    import subprocess  # only here: it doubles the time to start

    child = subprocess.Popen(command)  # noqa: S603 (the command line is our own)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT):
        signal.signal(number, lambda received, _frame: child.send_signal(received))
    sent = False
    while child.poll() is None:
        if not sent and os.getppid() != parent:
            child.send_signal(death_signal)
            sent = True
        time.sleep(SECONDS_BETWEEN_LOOKS)
    sys.exit(child.returncode if child.returncode >= 0 else 128 - child.returncode)


def _become_user(uid: int, gid: int) -> None:
    os.setgroups([gid])
    os.setgid(gid)
    os.setuid(uid)
    os.chdir("/")  # the caller's folder may be closed to this user


def main(arguments: list[str]) -> NoReturn:
    """Run as a script; see the head of this file."""
    mode, parent, death_signal, who, *command = arguments
    if who != "-":
        uid, gid = map(int, who.split(":"))
        # Before the request to the kernel, which a change of user would clear (prctl(2)).
        _become_user(uid, gid)
    run = _become if mode == "become" else _watch
    run(command, int(parent), int(death_signal))


if __name__ == "__main__":
    main(sys.argv[1:])
