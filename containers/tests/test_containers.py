"""What the images and docker-compose.yml name is what the program knows."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
COMPOSE = (ROOT / "docker-compose.yml").read_text()
SERVICES = yaml.safe_load(COMPOSE)["services"]
VOLUMES = yaml.safe_load(COMPOSE)["volumes"]
DOCKERFILE = (ROOT / "containers" / "Dockerfile").read_text()
SETTINGS_DOCUMENT = (ROOT / "docs" / "SETTINGS.md").read_text()
SETTINGS = dict(re.findall(r"^\| `([A-Z_]+)` \| (.*?) \|", SETTINGS_DOCUMENT, re.MULTILINE))
EXAMPLE = dict(re.findall(r"^([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.MULTILINE))
OURS = {name: service for name, service in SERVICES.items() if service["image"].startswith("flights-")}
FILLED = os.environ | {name: value or "secret-for-the-test" for name, value in EXAMPLE.items()}


def test_every_variable_is_a_setting_of_the_program():
    named = set(re.findall(r"\b(FLIGHTS_[A-Z_]+)=", DOCKERFILE))
    for service in OURS.values():
        named |= service["environment"].keys()
    assert named <= SETTINGS.keys()


def test_every_variable_of_the_env_file_is_in_its_example():
    assert set(re.findall(r"\$\{([A-Z_]+)", COMPOSE)) <= EXAMPLE.keys()
    assert EXAMPLE.keys() - {"COMPOSE_PROJECT_NAME", "COMPOSE_PROFILES"} <= set(re.findall(r"\$\{([A-Z_]+)", COMPOSE))


def test_no_secret_has_a_value_in_the_repository():
    assert all(not value for name, value in EXAMPLE.items() if re.search("PASSWORD|TOKEN", name))
    assert not re.search(r"(PASSWORD|TOKEN)[A-Z_]*: (?!\$)\S", COMPOSE)


def test_every_command_is_one_of_the_program():
    known = set(re.findall(r"^  ([a-z]+) ", subprocess.run([ROOT / "flights", "help"], capture_output=True, text=True).stdout, re.M))
    commands = [json.loads(words)[0] for words in re.findall(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)]
    commands += [service["command"][0] for service in OURS.values() if "command" in service]
    assert commands and set(commands) <= known


def test_every_port_is_the_programs_own():
    ports = {name: SETTINGS[name].strip("`") for name in ("FLIGHTS_WEB_PORT", "FLIGHTS_METRICS_PORT", "FLIGHTS_AIRFLOW_PORT", "FLIGHTS_CONNECT_PORT", "FLIGHTS_MLFLOW_PORT")}
    for target, port in zip(("web", "predictor", "airflow", "connect", "mlflow"), ports.values()):
        image = stage(target)
        assert f"EXPOSE {port}\n" in image and f'["healthy", "{port}"' in image
    assert OURS["web"]["ports"][0].endswith(":" + ports["FLIGHTS_WEB_PORT"])
    assert OURS["mlflow"]["ports"][0].endswith(":" + ports["FLIGHTS_MLFLOW_PORT"])
    assert f"http://{OURS['mlflow']['hostname']}:{ports['FLIGHTS_MLFLOW_PORT']} " in (ROOT / ".env.example").read_text()
    assert OURS["connect"]["ports"][0].endswith(":" + ports["FLIGHTS_CONNECT_PORT"])
    assert OURS["airflow"]["ports"][0].endswith(":" + ports["FLIGHTS_AIRFLOW_PORT"])
    jobs = yaml.safe_load((ROOT / "containers" / "prometheus.yml").read_text())["scrape_configs"]
    assert jobs[0]["static_configs"][0]["targets"] == ["predictor:" + ports["FLIGHTS_METRICS_PORT"]]
    assert str(jobs[1]["dns_sd_configs"][0]["port"]) == ports["FLIGHTS_WEB_PORT"]


def stage(name):
    return re.search(rf"^FROM \S+ AS {name}\n(.*?)(?=^FROM |\Z)", DOCKERFILE, re.MULTILINE | re.DOTALL)[1]


def test_what_is_installed_stays_in_the_image():
    for target in ("airflow", "mlflow"):
        before, after = stage(target).split(f'RUN ["/opt/flights/flights", "{target}", "--install"]')
        assert "ENV XDG_CACHE_HOME=/opt/flights/var\n" in before and "XDG" not in after
        assert all(not volume.split(":")[1].startswith("/opt") for volume in OURS[target]["volumes"])


def test_every_path_is_there():
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    mounted = [v.split(":")[0] for s in SERVICES.values() for v in s.get("volumes", [])]
    for path in " ".join(copied).split() + [m for m in mounted if m.startswith(".")]:
        assert (ROOT / path).exists(), path
    assert {m for m in mounted if not m.startswith(".")} == VOLUMES.keys()


def test_every_stage_and_service_that_is_named_is_there():
    stages = re.findall(r"^FROM \S+ AS (\w+)$", DOCKERFILE, re.MULTILINE)
    assert {s["build"]["target"] for s in OURS.values() if "build" in s} <= set(stages)
    built = {s["image"] for s in OURS.values() if "build" in s}
    assert {s["image"] for s in OURS.values()} == built
    hosts = set(re.findall(r"(?:@|//|: )([a-z-]+):\d{4,5}\b", COMPOSE)) - {"localhost"}
    assert hosts <= SERVICES.keys(), hosts
    for service in SERVICES.values():
        for needed, how in service.get("depends_on", {}).items():
            target = SERVICES[needed].get("build", {}).get("target")
            assert how["condition"] == "service_healthy"
            assert "healthcheck" in SERVICES[needed] or "HEALTHCHECK" in stage(target), needed


def test_every_image_has_one_version():
    images = re.findall(r"^FROM (\S+:\S+) AS", DOCKERFILE, re.MULTILINE)
    images += [s["image"] for s in SERVICES.values() if not s["image"].startswith("flights-")]
    assert len(images) >= 6
    assert all(re.search(r":v?\d+(\.\d+)*\.?\d*[\w.-]*$", image) for image in images), images
    versions = (ROOT / "pom.xml").read_text()
    assert f"<kafka.version>{SERVICES['kafka']['image'].split(':')[1]}<" in versions


def test_the_runbook_tells_every_alert():
    alerts = re.findall(r"- alert: (\w+)", (ROOT / "containers" / "alerts.yml").read_text())
    told = re.findall(r"^\| `([A-Z]\w+)` \|", (ROOT / "docs" / "OPERATIONS.md").read_text().split("## Alerts")[1], re.MULTILINE)
    assert alerts and set(alerts) == set(told)


def test_the_database_is_the_one_that_its_user_may_use():
    database = SETTINGS["MONGODB_DATABASE"].strip("`")
    assert f'db: "{database}"' in (ROOT / "containers" / "mongodb" / "user.js").read_text()


def test_the_users_of_mariadb_are_those_of_the_demo():
    users = (ROOT / "resources" / "streams" / "bots" / "database" / "users.sql").read_text()
    name = SETTINGS["FLIGHTS_DATABASE_USER"].strip("`")
    assert f"CREATE USER IF NOT EXISTS '{name}'@'%'" in users
    assert f"ALTER USER '{name}'@'%'" in (ROOT / "containers" / "mariadb" / "password.sh").read_text()
    assert "--binlog-format=ROW" in SERVICES["mariadb"]["command"]


def test_what_an_image_holds_runs(tmp_path):
    subprocess.run([ROOT / "containers" / "gather.sh", tmp_path, "trainer", "web", "connect"], check=True)
    clean = {k: v for k, v in os.environ.items() if not re.match("FLIGHTS_|KAFKA_|MONGODB_", k)}
    environment = clean | {"MONGODB_URI": "mongodb://127.0.0.1:1", "FLIGHTS_HOME": str(tmp_path / "home")}
    said = subprocess.run([tmp_path / "flights", "models"], env=environment, capture_output=True, text=True)
    assert said.returncode == 1 and "no MongoDB answers at mongodb://127.0.0.1:1" in said.stderr, said.stderr
    bad = subprocess.run(
        [tmp_path / "flights", "web"], env=environment | {"FLIGHTS_WEB_PORT": "x"}, capture_output=True, text=True
    )
    assert bad.returncode == 2 and "FLIGHTS_WEB_PORT=x" in bad.stderr, bad.stderr
    away = subprocess.run(
        [tmp_path / "flights", "connect"],
        env=environment | {"KAFKA_BOOTSTRAP_SERVERS": "127.0.0.1:1", "FLIGHTS_CONNECT_PORT": str(free_port())},
        capture_output=True,
        text=True,
    )
    assert away.returncode == 1 and "no Kafka answers at 127.0.0.1:1" in away.stdout, away.stdout + away.stderr
    assert str(ROOT) not in (tmp_path / "web" / "target" / "classpath").read_text()


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def test_the_linter_finds_nothing():
    hadolint = shutil.which("hadolint", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if not hadolint:
        pytest.skip("there is no hadolint for this machine")
    said = subprocess.run([hadolint, ROOT / "containers" / "Dockerfile"], capture_output=True, text=True)
    assert (said.returncode, said.stdout) == (0, "")


def test_compose_understands_its_file():
    compose = next((c for c in (["docker", "compose"], ["docker-compose"]) if works(c)), None)
    if not compose:
        pytest.skip("there is no docker compose")
    said = subprocess.run([*compose, "config"], cwd=ROOT, env=FILLED, capture_output=True, text=True)
    assert said.returncode == 0 and "warning" not in said.stderr.lower(), said.stderr


def works(command):
    try:
        return subprocess.run([*command, "version"], capture_output=True).returncode == 0
    except OSError:
        return False


def test_without_passwords_nothing_is_started():
    assert re.findall(r"\$\{([A-Z_]*PASSWORD)(?!:\?|[A-Z_])", COMPOSE) == []


def test_no_process_can_become_more_than_it_is():
    for name in re.findall(r"^FROM \S+ AS (\w+)$", DOCKERFILE, re.MULTILINE):
        users = re.findall(r"^USER (\d+)$", stage(name), re.MULTILINE)
        assert not users or users[-1] == "10001", name
    assert re.search(r"^USER 10001$", stage("base"), re.MULTILINE)
    # MongoDB's image begins as root and steps down by itself.
    for name, service in SERVICES.items():
        if name != "mongodb":
            assert service["security_opt"] == ["no-new-privileges:true"] and service["cap_drop"] == ["ALL"], name
        assert not service.get("privileged") and "docker.sock" not in str(service), name


def test_nothing_is_published_but_to_this_machine():
    published = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert published and all(port.startswith("127.0.0.1:") for port in published)
