"""One running system and one Airflow for all tests."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import boto3
import pytest

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
BUCKET = "s3a://flights"


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [str(s.getsockname()[1]) for s in sockets]
    for s in sockets:
        s.close()
    return ports


def answers(port):
    with socket.socket() as s:
        return s.connect_ex(("127.0.0.1", port)) == 0


class S3:
    """A server that speaks S3, with the flights in its bucket."""

    KEY = "key-of-the-test"

    def __init__(self, home):
        port = free_ports(1)[0]
        self.address = f"http://127.0.0.1:{port}"
        with (home / "s3.log").open("w") as out:
            server = [Path(sys.executable).parent / "moto_server", "-H", "127.0.0.1", "-p", port]
            self.process = subprocess.Popen(server, stdout=out, stderr=out)
        end = time.monotonic() + 60
        while not answers(int(port)):
            assert self.process.poll() is None and time.monotonic() < end, (home / "s3.log").read_text()
            time.sleep(0.1)
        key = {"aws_access_key_id": self.KEY, "aws_secret_access_key": self.KEY}
        self.client = boto3.client("s3", endpoint_url=self.address, region_name="us-east-1", **key)
        self.client.create_bucket(Bucket="flights")
        for file in DATA.glob("*.parquet"):
            self.client.upload_file(str(file), "flights", f"data/{file.name}")

    def options(self):
        of = {"endpoint": self.address, "path.style.access": "true", "access.key": self.KEY, "secret.key": self.KEY}
        return " ".join(f"spark.hadoop.fs.s3a.{name}={value}" for name, value in of.items())

    def stop(self):
        self.process.terminate()
        self.process.wait(60)


class System:
    """What `./flights up` runs, in a home of its own."""

    def __init__(self, home, s3):
        kafka, store, web, self.closed_port = free_ports(4)
        mine = {
            "FLIGHTS_HOME": str(home),
            "FLIGHTS_ROOT": str(ROOT),
            "FLIGHTS_KAFKA_PORT": kafka,
            "FLIGHTS_STORE_PORT": store,
            "FLIGHTS_WEB_PORT": web,
            "FLIGHTS_METRICS_PORT": "0",
            "FLIGHTS_STORE": "memory",
            # The test run has built everything; nothing is to be built while it runs.
            "FLIGHTS_PARENT": str(os.getpid()),
            "FLIGHTS_AIRFLOW_RETRY_DELAY": "1s",
            "AIRFLOW_HOME": str(home / "airflow"),
            "AIRFLOW__CORE__DAGS_FOLDER": str(ROOT / "airflow" / "dags"),
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            # Models and data are where the address says.
            "FLIGHTS_MODEL_STORE": f"{BUCKET}/models",
            "FLIGHTS_SPARK_OPTIONS": s3.options(),
            # What runs for seconds only is not worth optimising.
            "FLIGHTS_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        }
        unset = re.compile("FLIGHTS_|AIRFLOW|KAFKA_|MONGODB_")
        self.environment = {k: v for k, v in os.environ.items() if not unset.match(k)} | mine
        self.home = home
        self.process = None

    def start(self):
        log = self.home / "up.log"
        with log.open("w") as out:
            self.process = subprocess.Popen(
                [ROOT / "flights", "up", "--data", f"{BUCKET}/data/winter.parquet", "--sample", "0.05"],
                env=self.environment,
                stdout=out,
                stderr=out,
            )
        end = time.monotonic() + 600
        while "ready: " not in log.read_text():
            assert self.process.poll() is None and time.monotonic() < end, log.read_text()
            time.sleep(0.2)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)

    def run(self, *command, **more):
        return subprocess.run(command, env=self.environment | more, capture_output=True, text=True)

    def flights(self, *words):
        said = self.run(ROOT / "flights", *words)
        assert said.returncode == 0, said.stdout + said.stderr
        return said.stdout

    def versions(self):
        return re.findall(r"^[* ] (\d\S+)", self.flights("models", "flight-delay"), re.MULTILINE)

    def champion(self):
        return re.search(r"^\* (\S+)", self.flights("models", "flight-delay"), re.MULTILINE)[1]


class Airflow:
    def __init__(self, system):
        self.system = system
        self.database = system.home / "airflow" / "airflow.db"

    def run(self, *words, **more):
        said = self.system.run("airflow", *words, **more)
        return said.returncode, said.stdout + said.stderr

    def retrain(self, passed_over=None, environment={}, **params):
        """Runs the workflow to its end: its state, the state of each task, how often each was tried, what was said."""
        conf = {"data": f"{BUCKET}/data/*.parquet", "baselines": False} | params
        words = ["dags", "test", "retrain", "-c", json.dumps(conf)]
        _, said = self.run(*words, *(["--mark-success-pattern", passed_over] if passed_over else []), **environment)
        with sqlite3.connect(self.database) as rows:
            run, state = rows.execute("select run_id, state from dag_run order by id desc limit 1").fetchone()
            tasks = rows.execute("select task_id, state, try_number from task_instance where run_id = ?", (run,)).fetchall()
        return state, {t: s for t, s, _ in tasks}, {t: n for t, _, n in tasks}, said


@pytest.fixture(scope="session")
def s3(tmp_path_factory):
    server = S3(tmp_path_factory.mktemp("s3"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def system(tmp_path_factory, s3):
    running = System(tmp_path_factory.mktemp("home"), s3)
    try:
        running.start()
        yield running
    finally:
        if running.process:
            running.stop()


@pytest.fixture(scope="session")
def airflow(system):
    made = Airflow(system)
    code, said = made.run("db", "migrate")
    assert code == 0, said
    return made
