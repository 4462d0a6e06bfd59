"""Whom PostgreSQL runs as: it refuses to be root."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

NAMES = ("pgserver", "postgres")
"""Users to run as, the first that exists; without any, the first is made."""


@dataclass(frozen=True)
class User:
    """A user of this machine that is not root."""

    name: str
    uid: int
    gid: int

    @property
    def ids(self) -> tuple[int, int]:
        """(uid, gid)."""
        return self.uid, self.gid


class NoDatabaseUserError(RuntimeError):
    """This machine has no user that PostgreSQL could run as, and none could be made."""


class FolderUnreachableError(RuntimeError):
    """The user that PostgreSQL runs as cannot enter a folder on the way to its files."""

    def __init__(self, user: User, folder: str) -> None:
        super().__init__(
            f"PostgreSQL runs as the user {user.name!r}, who cannot enter {folder}. "
            f"Either `chmod o+x {folder}`, or set CARSLINK_DATA_DIR to another folder, "
            "or set DATABASE_URL to a server of your own."
        )
        self.folder = Path(folder)


def database_user(data: Path) -> User | None:
    """The user to run PostgreSQL as, None for our own, which must not be root.

    Data that exists stays with its owner: PostgreSQL accepts nobody else.
    """
    if os.geteuid() != 0:
        return None
    if data.exists() and (owner := data.stat()).st_uid != 0:
        return User(_name_of(owner.st_uid), owner.st_uid, owner.st_gid)
    return _existing() or _made()


def check_reachable(paths: Iterable[Path], user: User) -> None:
    """Raise FolderUnreachableError for the first folder, from the root down, closed to the user.

    The kernel is asked, as that user: modes alone say nothing of access control lists.
    """
    folders = dict.fromkeys(str(folder) for path in paths for folder in _from_root(path))
    script = 'for folder; do test -x "$folder" || { printf %s "$folder"; exit 1; }; done'
    answer = subprocess.run(  # noqa: S603 (fixed script; the folders are its arguments)
        ["/bin/sh", "-c", script, "sh", *folders],
        user=user.uid,
        group=user.gid,
        extra_groups=[],
        cwd="/",
        capture_output=True,
        check=False,
    )
    if answer.returncode:
        raise FolderUnreachableError(user, os.fsdecode(answer.stdout))


def _from_root(path: Path) -> list[Path]:
    return [*reversed(path.parents), path]


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def _existing() -> User | None:
    for name in NAMES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return User(name, entry.pw_uid, entry.pw_gid)
    return None


def _made() -> User:
    name = NAMES[0]
    useradd = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if useradd is None:
        raise NoDatabaseUserError(
            f"PostgreSQL does not run as root. Make a user named {name!r} for it."
        )
    made = subprocess.run(  # noqa: S603 (fixed arguments)
        [useradd, "--system", "--user-group", "--no-create-home", "--shell", "/bin/false", name],
        capture_output=True,
        text=True,
        check=False,
    )
    user = _existing()  # another process may have been faster: then useradd failed, rightly
    if user is None:
        raise NoDatabaseUserError(
            f"PostgreSQL does not run as root, and making the user {name!r} for it failed: "
            f"{made.stderr.strip()}"
        )
    return user
