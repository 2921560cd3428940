"""The flights command, as a task runs it."""

import json
import logging
import os
import subprocess
from pathlib import Path

from airflow.sdk.exceptions import AirflowFailException

log = logging.getLogger(__name__)

ROOT = Path(os.environ.get("FLIGHTS_ROOT", Path(__file__).parents[2]))
BAD_USAGE, REFUSED, NOT_PUBLISHED = 2, 3, 4


class FlightsError(Exception):
    """The command has failed; another try may do better."""


def flights(*words: str, accept: tuple[int, ...] = (0,)) -> tuple[int, list[str]]:
    """Runs the command to its end, with its output in the task's log.

    Returns its exit code, one of those accepted, and the lines of its output. Raises AirflowFailException when
    another try cannot do better, and FlightsError when it may.
    """
    log.info("flights %s", " ".join(words))
    # With FLIGHTS_PARENT it ends when the task does, even when the task is killed.
    environment = os.environ | {"FLIGHTS_PARENT": str(os.getpid())}
    lines = []
    process = subprocess.Popen(
        [ROOT / "flights", *words],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        for line in process.stdout:
            lines.append(line.rstrip())
            log.info("%s", lines[-1])
        code = process.wait()
    finally:
        process.kill()
    if code in accept:
        return code, lines
    said = next((line for line in reversed(lines) if line), f"exit code {code}")
    if code in (BAD_USAGE, REFUSED):
        raise AirflowFailException(said)
    raise FlightsError(said)


def told(lines: list[str]) -> dict:
    """What a command with --json has told."""
    return json.loads(next(line for line in reversed(lines) if line.startswith("{")))
