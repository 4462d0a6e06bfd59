"""Single programs under the supervisor: how they come back, and how they end with it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from carslink.node import leftovers, parent, processes
from tests.node.test_processes import until


def test_pauses_before_a_restart_grow_to_ten_seconds() -> None:
    pauses = [processes.pause_before_restart(failures) for failures in range(8)]
    assert pauses == [0, 0.5, 1, 2, 4, 8, 10, 10]


def crashing_child() -> processes.Child:
    child = processes.start(processes.Program("crash", [sys.executable, "-c", "exit(1)"]))
    child.process.wait()
    return child


def test_a_program_that_keeps_dying_is_started_less_and_less_often() -> None:
    child = crashing_child()
    assert processes.tend([child]) is None  # the first time at once
    child.process.wait()
    assert processes.tend([child]) == pytest.approx(0.5, abs=0.05)
    assert processes.tend([child]) == pytest.approx(0.5, abs=0.05)  # waits, does not count again
    assert child.failures == 2


def test_a_minute_of_health_forgives_earlier_deaths() -> None:
    child = crashing_child()
    child.failures = 6
    child.started_at = time.monotonic() - processes.SECONDS_OF_HEALTH
    assert processes.tend([child]) is None
    assert child.failures == 1
    processes.stop([child])


def test_a_program_that_waits_for_its_restart_is_not_started_by_a_stop() -> None:
    child = crashing_child()
    child.failures = 3
    processes.tend([child])
    processes.stop([child])
    assert child.process.returncode == 1


def test_a_stubborn_program_is_killed_when_patience_ends(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(processes, "SECONDS_TO_STOP", 0.2)
    script = "import signal, time; signal.signal(15, signal.SIG_IGN); print('deaf'); time.sleep(60)"
    said = tmp_path / "said"
    program = processes.Program("stubborn", [sys.executable, "-uc", script], output=said)
    child = processes.start(program)
    until(lambda: said.read_text() == "deaf\n")
    processes.stop([child])
    assert child.process.returncode == -signal.SIGKILL


PARENT = """
import subprocess, sys
from carslink.node import parent
sys.platform = sys.argv[1]
command = parent.tied_to_me([sys.executable, "-c", "import time; time.sleep(60)"], 15)
child = subprocess.Popen(command)
print(child.pid, flush=True)
child.wait()
"""


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_a_command_ends_when_the_process_that_started_it_is_killed(platform: str) -> None:
    started = subprocess.Popen(
        [sys.executable, "-c", PARENT, platform], stdout=subprocess.PIPE, text=True
    )
    assert started.stdout
    with started.stdout:
        pid = int(started.stdout.readline())
    time.sleep(0.3)
    before = set(group_of(pid))
    assert before
    started.kill()
    started.wait()
    until(lambda: not before & set(dict(leftovers.command_lines())))


def group_of(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *map(int, children)]


def test_a_command_whose_starter_died_first_does_not_run() -> None:
    command = parent.tied_to_me(["/bin/sleep", "60"], signal.SIGTERM)
    command[command.index(str(os.getpid()))] = "1"  # somebody else than the real parent
    assert subprocess.run(command, timeout=5).returncode == 1


def test_a_process_that_is_nobodys_worker_is_not_tied_to_its_shell() -> None:
    script = """
import ctypes
from carslink.node import parent
parent.die_with_parent()
asked = ctypes.c_int(-1)
ctypes.CDLL(None).prctl(2, ctypes.byref(asked))  # PR_GET_PDEATHSIG
print(asked.value)
"""
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout
    assert said == "0\n"
