"""The command that starts Airflow on one machine."""

import os
import signal
import subprocess
import time
from pathlib import Path

from conftest import ROOT, free_ports


def processes_of(home):
    """Those that were started with this FLIGHTS_HOME, wherever they hang."""
    mark = f"FLIGHTS_HOME={home}".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (process / "environ").read_bytes().split(b"\0"):
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" "))
        except OSError:
            pass  # it has just ended, or is another user's
    return found


def wait_until(holds, seconds, what):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, what()
        time.sleep(0.2)


def test_ctrl_c_ends_all_of_it(tmp_path):
    out = tmp_path / "out"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("FLIGHTS_", "AIRFLOW"))} | {
        "FLIGHTS_HOME": str(tmp_path / "home"),
        "FLIGHTS_AIRFLOW_PORT": free_ports(1)[0],
        # The test run has built everything; nothing is to be built while it runs.
        "FLIGHTS_PARENT": str(os.getpid()),
    }
    with out.open("w") as to:
        command = subprocess.Popen(
            [ROOT / "flights", "airflow"], env=environment, stdout=to, stderr=to, start_new_session=True
        )
    try:
        wait_until(lambda: "ready: " in out.read_text(), 600, out.read_text)

        # As a terminal does: to the whole group.
        os.killpg(command.pid, signal.SIGINT)

        command.wait(60)
        wait_until(lambda: not processes_of(tmp_path / "home"), 20, lambda: processes_of(tmp_path / "home"))
    finally:
        if command.poll() is None:
            os.killpg(command.pid, signal.SIGTERM)
