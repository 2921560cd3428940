"""The workflow on a real Airflow, against a running system."""

from conftest import ROOT

# Airflow's own programs may warn of each other.
READ_ALL = """
import sys
from airflow.configuration import conf
from airflow.dag_processing.dagbag import DagBag
folder = conf.get("core", "dags_folder")
sys.path.append(folder)
bag = DagBag(folder)
ours = [w for all in bag.captured_warnings.values() for w in all if str(w).find(folder + "/") >= 0]
print(bag.dag_ids, bag.import_errors, ours)
"""
ALREADY_DONE = "check|import_flights"


def test_the_workflow_is_read_without_an_error_or_a_warning(airflow):
    code, errors = airflow.run("dags", "list-import-errors")
    assert code == 0 and "No data found" in errors, errors
    said = airflow.system.run("python", "-c", READ_ALL)
    assert (said.returncode, said.stdout.splitlines()[-1]) == (0, "['retrain'] {} []"), said.stdout + said.stderr


def test_a_better_version_is_promoted_and_answers(system, airflow):
    before = system.champion()

    state, tasks, _, said = airflow.retrain()

    assert state == "success", said
    assert tasks == dict.fromkeys(tasks, "success") | {"roll_back": "skipped"}
    assert system.champion() != before
    assert f"the service predicts by version {system.champion()}" in said


def test_a_worse_version_stays_out(system, airflow):
    before = system.champion()

    state, tasks, _, said = airflow.retrain(ALREADY_DONE, sample=0.03)

    assert state == "success", said
    assert tasks["train"] == "success" and tasks["gate"] == "skipped", said
    assert tasks["promote"] == tasks["canary"] == tasks["roll_back"] == tasks["retrained"] == "skipped"
    assert system.champion() == before


def test_a_training_that_fails_is_tried_again_and_changes_nothing(system, airflow):
    before, versions = system.champion(), system.versions()

    state, tasks, tries, said = airflow.retrain(ALREADY_DONE, environment={"FLIGHTS_TRAINER_HEAP": "1m"})

    assert state == "failed", said
    assert tasks["train"] == "failed" and tries["train"] == 4, said
    assert tasks["promote"] == "upstream_failed"
    assert (system.champion(), system.versions()) == (before, versions)
    assert "nothing to roll back" in said


def test_a_version_that_does_not_answer_is_rolled_back(system, airflow):
    system.flights("models", "promote", "flight-delay", system.versions()[-1])
    before = system.champion()

    state, tasks, _, said = airflow.retrain(
        ALREADY_DONE, service=f"http://127.0.0.1:{system.closed_port}", canary_seconds=1
    )

    assert state == "failed", said
    assert tasks["promote"] == "success" and tasks["canary"] == "failed", said
    assert tasks["roll_back"] == "success" and tasks["retrained"] == "upstream_failed"
    assert system.champion() == before


def test_models_are_kept_where_the_address_says(system, s3):
    found = s3.client.list_objects_v2(Bucket="flights", Prefix="models/")["Contents"]

    whole = {file["Key"].split("/")[2] for file in found if file["Key"].endswith("/manifest.json")}
    assert set(system.versions()) <= whole
    assert not (system.home / "models").exists()
    assert s3.KEY not in (system.home / "up.log").read_text()


def test_a_second_try_of_a_run_registers_nothing_more(system, airflow):
    versions = system.versions()

    system.flights("train", "flight-delay", "--version", versions[0], "--no-promote")

    assert system.versions() == versions


def test_data_that_are_not_there_need_no_second_try(system):
    said = system.run(ROOT / "flights", "check", "--data", "/nowhere")

    assert said.returncode == 3 and "/nowhere" in said.stderr, said.stderr
