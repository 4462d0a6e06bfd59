"""Logs as processes of their own write them, on a terminal."""

import os
import pty
import subprocess
import sys

import pytest

FAILING = """
import sys, django
django.setup()
from carslink.node import logs
if "set up" in sys.argv:
    logs.set_up()
import logging, structlog
def fail(password):
    try:
        1 / 0
    except ZeroDivisionError:
        structlog.get_logger("ours").exception("ours failed", api_key=password)
        logging.getLogger("theirs").exception("theirs failed")
fail("hunter" + str(2 * 21))
"""


@pytest.mark.parametrize("how", ["set up", "as it is"])
def test_a_traceback_is_plain_and_shows_no_variables(how: str) -> None:
    reader, terminal = pty.openpty()
    command = [sys.executable, "-c", FAILING, how]
    with subprocess.Popen(command, stdout=terminal, stderr=terminal):
        os.close(terminal)
        written = b""
        try:
            while part := os.read(reader, 65_536):
                written += part
        except OSError:
            pass  # the other end of a terminal is closed so
        finally:
            os.close(reader)
    shown = written.decode()
    assert shown.count("ZeroDivisionError: division by zero") == 2, shown
    assert shown.count("Traceback (most recent call last):") == 2, shown
    assert "hunter42" not in shown
    assert "Warning" not in shown
