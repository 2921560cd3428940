"""Retrains a model on new flights, and lets it serve only if it is better than the one that serves, and works.

It runs on the 15th of each month with the month that the Bureau of Transportation Statistics publishes about then, and whenever the asset
`flights` is updated (the event's extra `{"data": PATH}` may say where they are). Started by hand, `data` names a folder.
"""

import os
import re
import zlib
from datetime import datetime, timedelta

from airflow.providers.standard.operators.empty import EmptyOperator
from airflow.sdk import (
    Asset,
    AssetOrTimeSchedule,
    CronTriggerTimetable,
    Param,
    PokeReturnValue,
    TriggerRule,
    dag,
    get_current_context,
    task,
)
from airflow.sdk.exceptions import AirflowSkipException

from flights_command import NOT_PUBLISHED, REFUSED, ROOT, flights, told

FLIGHTS = Asset("flights")
MODEL = Asset("model")

# A month is published some two months after its end.
MONTHS_UNTIL_PUBLISHED = 2
UNITS = {"ms": "milliseconds", "s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def duration(text: str) -> timedelta:
    number, unit = re.fullmatch(r"(\d+)(ms|s|m|h|d)", text).groups()
    return timedelta(**{UNITS[unit]: int(number)})


RETRY_DELAY = duration(os.environ.get("FLIGHTS_AIRFLOW_RETRY_DELAY") or "1m")

PARAMS = {
    "model": Param("flight-delay", type="string", pattern="^[a-z0-9][a-z0-9-]{0,63}$", description="Which model is retrained."),
    "data": Param("", type="string", description="Flights: a path or an address. Empty: the newest month is downloaded."),
    "master": Param("", type="string", description="Spark master, such as spark://host:7077. Empty: FLIGHTS_SPARK_MASTER."),
    "sample": Param(1.0, type="number", exclusiveMinimum=0, maximum=1, description="The share of the flights that is used."),
    "least_flights": Param(1000, type="integer", minimum=1, description="With fewer flights nothing is trained."),
    "baselines": Param(True, type="boolean", description="Measure the baselines beside the model."),
    "service": Param("", type="string", description="Address of the web server. Empty: FLIGHTS_WEB_HOST and _PORT."),
    "canary_seconds": Param(90, type="integer", minimum=1, description="So long the new version may take to answer."),
}


def optional(name: str) -> list[str]:
    """The option of a parameter that may be empty."""
    value = get_current_context()["params"][name]
    return [f"--{name}", str(value)] if value else []


def version() -> str:
    """The version that this run makes, whichever try it is."""
    run = get_current_context()["dag_run"]
    return f"{run.run_after:%Y%m%d-%H%M%S}-{zlib.crc32(run.run_id.encode()) & 0xFFFFFF:06x}"


def model() -> str:
    return get_current_context()["params"]["model"]


def published(run_after: datetime) -> tuple[int, int]:
    """The year and month that is published by then."""
    months = run_after.year * 12 + run_after.month - 1 - MONTHS_UNTIL_PUBLISHED
    return months // 12, months % 12 + 1


@task.sensor(mode="reschedule", poke_interval=timedelta(days=1), timeout=timedelta(days=25), retries=5)
def find_data() -> PokeReturnValue:
    """Where the flights are; looks again tomorrow when the month is not published yet."""
    context = get_current_context()
    events = (context.get("triggering_asset_events") or {}).get(FLIGHTS, [])
    given = next((event.extra["data"] for event in reversed(events) if event.extra.get("data")), context["params"]["data"])
    if given:
        return PokeReturnValue(True, given)
    year, month = published(context["dag_run"].run_after)
    folder = str((ROOT / os.environ.get("FLIGHTS_HOME", "var") / "downloads" / "bts").resolve())
    code, _ = flights("download", "--to", folder, str(year), str(month), accept=(0, NOT_PUBLISHED))
    return PokeReturnValue(code == 0, folder)


@task
def check(data: str) -> dict:
    """Reads the flights; most of them make sense, and there are enough."""
    least = get_current_context()["params"]["least_flights"]
    _, lines = flights("check", "--data", data, "--least", str(least), "--json", *optional("master"))
    return told(lines)


@task(execution_timeout=timedelta(hours=2))
def import_flights(data: str) -> None:
    """Fills the collections of the pages, which replaces what the same flights have left there."""
    flights("import", "--data", data, *optional("master"))


@task(execution_timeout=timedelta(hours=6))
def train(data: str) -> str:
    """Registers a version that does not serve yet; a second try of the same run finds it and does nothing."""
    more = optional("sample") + optional("master")
    if not get_current_context()["params"]["baselines"]:
        more.append("--no-baselines")
    flights("train", model(), "--data", data, "--version", version(), "--no-promote", *more)
    return version()


@task
def evaluate(candidate: str) -> dict:
    """How the version did against the champion, on the same flights."""
    _, lines = flights("models", "compare", model(), candidate, "--json", accept=(0, REFUSED))
    return told(lines)


@task
def gate(comparison: dict) -> str:
    """Ends the run without a change when the version is no better."""
    if not comparison["passed"]:
        raise AirflowSkipException(f"{comparison['version']} stays out: {comparison['reason']}")
    return comparison["reason"]


@task(outlets=[MODEL])
def promote(candidate: str, reason: str) -> None:
    """Makes the version the champion, which the predictors serve within seconds."""
    flights("models", "promote", model(), candidate, "--reason", f"retrained by Airflow: {reason}")
    get_current_context()["outlet_events"][MODEL].extra = {"name": model(), "version": candidate}


# It waits by itself; a roll-back should not wait for another try.
@task(retries=0)
def canary(candidate: str) -> None:
    """Asks the running service for a prediction by the new version."""
    wait = get_current_context()["params"]["canary_seconds"]
    flights("canary", "--version", candidate, "--wait", str(wait), *optional("service"))


@task(trigger_rule=TriggerRule.ONE_FAILED)
def roll_back() -> None:
    """Makes the champion before the champion again, if this run has moved it."""
    flights("models", "rollback", model(), "--from", version())


@dag(
    schedule=AssetOrTimeSchedule(timetable=CronTriggerTimetable("0 6 15 * *", timezone="UTC"), assets=[FLIGHTS]),
    # Without a start date the first run is the next one, not the one that has been missed.
    catchup=False,
    # Two runs at once would judge against a champion that the other one moves.
    max_active_runs=1,
    params=PARAMS,
    default_args={
        "retries": 3,
        "retry_delay": RETRY_DELAY,
        "retry_exponential_backoff": True,
        "max_retry_delay": timedelta(hours=1),
        "execution_timeout": timedelta(minutes=30),
    },
    doc_md=__doc__,
    tags=["flights"],
)
def retrain():
    data = find_data()
    checked = check(data)
    imported = import_flights(data)
    candidate = train(data)
    comparison = evaluate(candidate)
    promoted = promote(candidate, gate(comparison))
    asked = canary(candidate)
    checked >> imported >> candidate
    promoted >> asked >> EmptyOperator(task_id="retrained")
    [promoted, asked] >> roll_back()


retrain()
