"""The embedded PostgreSQL: real servers in folders under /tmp, which its user can reach."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import psycopg
import pytest

from carslink.node import leftovers, postgres
from carslink.node.locks import exclusive
from carslink.node.system_user import FolderUnreachableError

root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs PostgreSQL as another")


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder that any user can pass through; pytest's own are closed to all but ours."""
    folder = Path(tempfile.mkdtemp(prefix="carslink-test-", dir="/tmp"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def folder(home: Path) -> Iterator[Path]:
    yield home / "postgres"
    left = leftovers.find(postgres.locate(home / "postgres").name)
    for pid in left[0] + left[1]:
        os.kill(pid, signal.SIGKILL)
    assert left == ([], [])


def until(condition: Callable[[], object], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.01)


def ask(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(query).fetchone()
    assert row is not None
    return row[0]


def postmaster(folder: Path) -> int:
    return int((folder / "data/postmaster.pid").read_text().splitlines()[0])


def untied_server(cluster: postgres.Cluster) -> subprocess.Popen[bytes]:
    """A server that no parent takes along, as if it had been killed before it could."""
    who = {"user": cluster.user.uid, "group": cluster.user.gid} if cluster.user else {}
    with cluster.log.open("ab") as log:
        server = subprocess.Popen(
            postgres.command(cluster), stderr=log, cwd="/", extra_groups=[], **who
        )
    postgres.wait_ready(cluster, server)
    return server


def test_a_cold_start_gives_a_database_that_answers(folder: Path) -> None:
    with postgres.running(folder) as url:
        assert ask(url, "SELECT current_database()") == "carslink"


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("fsync", "on"),
        ("synchronous_commit", "on"),
        ("full_page_writes", "on"),
        ("data_checksums", "on"),
        ("server_encoding", "UTF8"),
        ("listen_addresses", ""),
        ("wal_compression", "pglz"),
        ("TimeZone", "UTC"),
    ],
)
def test_the_server_is_set_up_for_durability(template_url: str, setting: str, value: str) -> None:
    assert ask(template_url, f"SHOW {setting}") == value


def test_text_is_compared_by_code_point_and_folded_as_unicode(template_url: str) -> None:
    query = "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'carslink'"
    assert ask(template_url, query) == "bC.UTF-8"
    assert ask(template_url, "SELECT upper('citroën')") == "CITROËN"


@pytest.fixture(scope="module")
def template_url() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="carslink-test-", dir="/tmp") as name:
        Path(name).chmod(0o711)
        with postgres.running(Path(name, "postgres")) as url:
            yield url


def test_what_was_committed_is_there_after_a_restart(folder: Path) -> None:
    with postgres.running(folder) as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE dealer AS SELECT 'Acme'::text AS name")
    with postgres.running(folder) as url:
        assert ask(url, "SELECT name FROM dealer") == "Acme"


def test_nothing_runs_after_the_block(folder: Path) -> None:
    with postgres.running(folder):
        pid = postmaster(folder)
        assert leftovers.find(postgres.locate(folder).name)[0] == [pid]
    assert leftovers.find(postgres.locate(folder).name) == ([], [])


@root_only
def test_root_hands_the_server_to_another_user_and_drops_its_groups(folder: Path) -> None:
    with postgres.running(folder):
        user = postgres.locate(folder).user
        assert user
        assert user.uid != 0
        status = Path(f"/proc/{postmaster(folder)}/status").read_text()
    assert f"Uid:\t{user.uid}\t{user.uid}\t{user.uid}\t{user.uid}\n" in status
    assert f"Groups:\t{user.gid} \n" in status


@root_only
def test_only_the_database_user_may_enter_its_folders(folder: Path) -> None:
    with postgres.running(folder):
        assert (folder / "data").stat().st_mode & 0o777 == 0o700
        assert (folder / "data/.s.PGSQL.5432").stat().st_mode & 0o777 == 0o700


def test_a_second_command_joins_the_server_of_the_first(folder: Path) -> None:
    with postgres.running(folder) as first:
        pid = postmaster(folder)
        with postgres.running(folder) as second:
            assert second == first
            assert postmaster(folder) == pid
        assert ask(first, "SELECT 1") == 1


def test_the_first_command_waits_for_the_second_before_it_stops_the_server(folder: Path) -> None:
    joined, leave, answers = threading.Event(), threading.Event(), []

    def second_command() -> None:
        with postgres.running(folder) as url:
            joined.set()
            leave.wait(10)
            answers.append(ask(url, "SELECT 1"))

    second = threading.Thread(target=second_command)
    with postgres.running(folder):
        second.start()
        assert joined.wait(10)
        threading.Timer(0.3, leave.set).start()
    second.join()
    assert answers == [1]


def test_a_lock_whose_holder_serves_no_database_is_not_waited_for_in_vain(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "SECONDS_TO_READY", 0.2)
    folder.mkdir()
    refused = pytest.raises(postgres.DatabaseFailedError, match=f"held by process {os.getpid()}")
    with exclusive(folder / "lock"), refused, postgres.running(folder):
        pass


USE_DATABASE = """
import sys, time
from pathlib import Path
from carslink.node import postgres
with postgres.running(Path(sys.argv[1])):
    print("ready", flush=True)
    time.sleep(60)
"""


def test_a_killed_command_takes_its_server_along(folder: Path) -> None:
    command = subprocess.Popen(
        [sys.executable, "-c", USE_DATABASE, str(folder)], stdout=subprocess.PIPE
    )
    assert command.stdout
    with command.stdout:
        assert command.stdout.readline() == b"ready\n"
    name = postgres.locate(folder).name
    assert leftovers.find(name)[0]
    command.kill()
    command.wait()
    until(lambda: leftovers.find(name) == ([], []))


def test_a_leftover_server_is_ended_and_its_data_taken_over(folder: Path) -> None:
    with postgres.running(folder) as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE dealer AS SELECT 'Acme'::text AS name")
    old = untied_server(postgres.locate(folder))
    with postgres.running(folder) as url:
        assert old.wait(0) == 0
        assert ask(url, "SELECT name FROM dealer") == "Acme"


def test_a_server_that_outlived_its_postmaster_is_ended(folder: Path) -> None:
    with postgres.running(folder):
        pass
    cluster = postgres.locate(folder)
    old = untied_server(cluster)
    busy = psycopg.connect(postgres.database_url(cluster, "carslink"), autocommit=True)
    pid = busy.info.backend_pid
    busy.pgconn.send_query(b"DO 'BEGIN LOOP END LOOP; END'")  # never looks for its postmaster
    time.sleep(0.1)
    old.kill()
    old.wait()
    time.sleep(0.2)
    assert leftovers.find(cluster.name) == ([], [pid])
    with postgres.running(folder) as url:
        assert ask(url, "SELECT 1") == 1
        assert pid not in leftovers.find(cluster.name)[1]
    busy.close()


def test_a_stale_pid_file_goes_and_the_process_that_it_names_stays(folder: Path) -> None:
    with postgres.running(folder):
        stale = (folder / "data/postmaster.pid").read_text().split("\n", 1)[1]
    # PostgreSQL itself passes over a process of another user, so this one is of its own.
    user = postgres.locate(folder).user
    stranger = subprocess.Popen(["sleep", "60"], cwd="/", **({"user": user.uid} if user else {}))
    try:
        (folder / "data/postmaster.pid").write_text(f"{stranger.pid}\n{stale}")
        with postgres.running(folder) as url:
            assert ask(url, "SELECT 1") == 1
            assert postmaster(folder) != stranger.pid
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_process_that_only_speaks_of_the_cluster_is_left_alone(folder: Path) -> None:
    name = postgres.locate(folder).name
    words = f"-D {folder}/data -c cluster_name={name} postgres: {name}: "
    script = "import time; time.sleep(60)"
    stranger = subprocess.Popen([sys.executable, "-c", script, *words.split()])
    try:
        with postgres.running(folder):
            pass
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_the_server_of_another_folder_is_left_alone(home: Path) -> None:
    with postgres.running(home / "one") as one, postgres.running(home / "one more") as other:
        assert ask(one, "SELECT 1") == ask(other, "SELECT 1") == 1
        assert postmaster(home / "one") != postmaster(home / "one more")


@pytest.mark.parametrize("sign", ["data.new-*", "data.new-*/PG_VERSION"])
def test_an_initdb_that_was_cut_off_does_not_stand_in_the_way(folder: Path, sign: str) -> None:
    command = subprocess.Popen(
        [sys.executable, "-c", USE_DATABASE, str(folder)], stdout=subprocess.DEVNULL
    )
    until(lambda: list(folder.glob(sign)))
    command.kill()
    command.wait()
    assert not (folder / "data").exists()
    with postgres.running(folder) as url:
        assert ask(url, "SELECT 1") == 1
    assert list(folder.glob("data.new-*")) == []


def test_a_path_too_long_for_a_socket_gets_a_short_one(home: Path) -> None:
    folder = home / ("deep" * 30) / "postgres"
    short = postgres.locate(folder).socket_dir
    try:
        with postgres.running(folder) as url:
            assert short.parent == Path("/tmp")
            assert unquote(url).count(str(short)) == 1
            assert short.stat().st_mode & 0o777 == 0o700
            assert ask(url, "SELECT 1") == 1
    finally:
        short.rmdir()


@pytest.mark.parametrize("trap", ["link", "open", pytest.param("foreign", marks=root_only)])
def test_a_socket_folder_that_somebody_else_made_is_refused(home: Path, trap: str) -> None:
    folder = home / ("deep" * 30) / "postgres"
    cluster = postgres.locate(folder)
    short, owner = cluster.socket_dir, cluster.user.ids if cluster.user else (-1, -1)
    try:
        if trap == "link":
            short.symlink_to(home)
        else:
            short.mkdir(0o700 if trap == "foreign" else 0o755)
            short.chmod(0o700 if trap == "foreign" else 0o755)
            os.chown(short, *((12345, 12345) if trap == "foreign" else owner))
        refused = pytest.raises(postgres.DatabaseFailedError, match=str(short))
        with refused, postgres.running(folder):
            pass
    finally:
        short.unlink() if short.is_symlink() else short.rmdir()


@root_only
def test_a_folder_closed_to_the_database_user_is_named_and_stays_closed(home: Path) -> None:
    closed = home / "closed"
    closed.mkdir(0o700)
    (closed / "open").mkdir()
    refused = pytest.raises(FolderUnreachableError, match=f"`chmod o\\+x {closed}`")
    with refused, postgres.running(closed / "open/postgres"):
        pass
    assert closed.stat().st_mode & 0o777 == 0o700


@root_only
def test_folders_made_under_a_strict_umask_can_be_passed_through(home: Path) -> None:
    before = os.umask(0o077)
    try:
        with postgres.running(home / "var/postgres") as url:
            assert ask(url, "SELECT 1") == 1
    finally:
        os.umask(before)


def test_a_server_that_does_not_start_is_reported_with_the_end_of_its_log(folder: Path) -> None:
    with postgres.running(folder):
        pass
    with (folder / "data/postgresql.conf").open("a") as configuration:
        configuration.write("no_such_setting = 1\n")
    refused = pytest.raises(postgres.DatabaseFailedError, match=r"(?s)ended\..*no_such_setting")
    with refused, postgres.running(folder):
        pass


def test_a_log_that_has_grown_is_put_aside_at_the_next_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with postgres.running(folder):
        pass
    monkeypatch.setattr(postgres, "LARGEST_LOG", 100)
    first = (folder / "postgres.log").read_text()
    with postgres.running(folder):
        pass
    assert (folder / "postgres.log.1").read_text() == first
    assert first not in (folder / "postgres.log").read_text()
