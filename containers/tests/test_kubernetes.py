"""The manifests are valid, and name what the images and the program know."""

import re
import subprocess
from pathlib import Path

import kubernetes_validate
import pytest
import yaml

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "kubernetes"
KUSTOMIZATION = yaml.safe_load((FOLDER / "kustomization.yaml").read_text())
OBJECTS = [o for name in KUSTOMIZATION["resources"] for o in yaml.safe_load_all((FOLDER / name).read_text())]
SETTINGS = set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "SETTINGS.md").read_text(), re.MULTILINE))
DOCKERFILE = (ROOT / "containers" / "Dockerfile").read_text()


def pods():
    return [o["spec"]["template"]["spec"] for o in OBJECTS if "template" in o.get("spec", {})]


@pytest.mark.parametrize("thing", OBJECTS, ids=lambda o: f"{o['kind']} {o['metadata']['name']}")
def test_kubernetes_takes_it(thing):
    kubernetes_validate.validate(thing, "1.33", strict=True)


def test_what_is_no_manifest_is_refused():
    bad = yaml.safe_load((FOLDER / "web.yaml").read_text().split("---")[0])
    bad["spec"]["replica"] = 3
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(bad, "1.33", strict=True)


def test_every_file_is_named():
    files = {f.name for f in FOLDER.glob("*.yaml")} - {"kustomization.yaml"}
    assert files == set(KUSTOMIZATION["resources"])


def test_every_image_is_one_of_the_dockerfile_and_has_an_address():
    used = {container["image"] for pod in pods() for container in pod["containers"]}
    targets = {f"flights-{stage}" for stage in re.findall(r"^FROM \S+ AS (\w+)$", DOCKERFILE, re.MULTILINE)}
    assert used == {image["name"] for image in KUSTOMIZATION["images"]}
    assert used <= targets


def test_every_setting_and_secret_is_one_of_the_program():
    literals = [text.split("=")[0] for g in KUSTOMIZATION["configMapGenerator"] for text in g["literals"]]
    secrets = re.findall(r"^([A-Z_]+)=$", (FOLDER / "secrets.env.example").read_text(), re.MULTILINE)
    assert literals and secrets and set(literals + secrets) <= SETTINGS
    assert (FOLDER / "secrets.env.example").read_text().strip().splitlines() == [f"{name}=" for name in secrets]
    ignored = subprocess.run(["git", "check-ignore", "-q", FOLDER / "secrets.env"], cwd=ROOT)
    assert ignored.returncode == 0


def test_every_command_is_one_of_the_program():
    said = subprocess.run([ROOT / "flights", "help"], capture_output=True, text=True).stdout
    known = set(re.findall(r"^  ([a-z]+) ", said, re.MULTILINE))
    assert {container["args"][0] for pod in pods() for container in pod["containers"]} <= known


def test_every_port_is_the_images_own():
    for pod in pods():
        for container in pod["containers"]:
            target = container["image"].removeprefix("flights-")
            stage = re.search(rf"^FROM \S+ AS {target}\n(.*?)(?=^FROM |\Z)", DOCKERFILE, re.MULTILINE | re.DOTALL)[1]
            for port in container.get("ports", []):
                assert f"EXPOSE {port['containerPort']}\n" in stage


def test_no_process_can_become_more_than_it_is():
    for pod in pods():
        assert pod["securityContext"]["runAsNonRoot"] and pod["automountServiceAccountToken"] is False
        for container in pod["containers"]:
            context = container["securityContext"]
            assert context["allowPrivilegeEscalation"] is False and context["capabilities"]["drop"] == ["ALL"]
            assert "memory" in container["resources"]["limits"]
