"""The recipes of docs/scheduling name commands, parameters and places that exist."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from samestory import cli

ROOT = Path(__file__).parents[2]
RECIPES = ROOT / "docs" / "scheduling"
COMMAND = re.compile(r"\bsamestory (report .*)$", re.MULTILINE)


@pytest.mark.parametrize("recipe", ["crontab", "samestory.service"])
def test_the_command_of_a_recipe_is_one_we_have(recipe):
    (words,) = COMMAND.findall((RECIPES / recipe).read_text(encoding="utf-8"))
    given = cli.parser().parse_args(words.split())
    assert given.articles == "/srv/articles" and given.keep == 30


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_accepts_the_units(tmp_path):
    for name in ("samestory.service", "samestory.timer"):
        unit = (RECIPES / name).read_text(encoding="utf-8")
        command = str(Path(sys.executable).parent / "samestory")
        unit = unit.replace("/srv/samestory/.venv/bin/samestory", command).replace("User=samestory\n", "User=daemon\n")
        (tmp_path / name).write_text(unit, encoding="utf-8")
    units = [str(path) for path in sorted(tmp_path.iterdir())]
    ended = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    about_ours = [line for line in ended.stderr.splitlines() if "samestory" in line]
    assert (ended.returncode, about_ours) == (0, [])


def test_the_workflow_is_one_that_github_reads():
    workflow = yaml.safe_load((RECIPES / "github-actions.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["report"]["steps"]
    assert workflow[True]["schedule"], "YAML reads the key `on` as true"
    assert [step["run"] for step in steps if "run" in step] == ['make report ARTICLES=articles ARGS="--keep 30"']


def test_cron_hears_nothing_when_all_is_well(tmp_path, notebooks):
    """As cron runs it: through sh, from another folder, with next to no environment."""
    folder = notebooks(n_1_words="print(word)")
    command = f"cd {ROOT} && {Path(sys.executable).parent}/samestory report --notebooks {folder} --out {tmp_path}/out"
    environment = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LOGNAME": "nobody", "SHELL": "/bin/sh"}
    ended = subprocess.run(
        ["/bin/sh", "-c", command],
        env=environment,
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")
    assert (tmp_path / "out" / "latest" / "index.html").exists()


def test_the_compose_file_of_the_page_on_scale_is_one():
    """Docker is not asked: what stands there is YAML, its services have what they need, and the shell can read it."""
    page = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    services = yaml.safe_load(told)["services"]
    assert set(services) == {"scheduler", "worker"} and services["worker"]["depends_on"] == ["scheduler"]
    assert {service["environment"]["SAMESTORY_CACHE"] for service in services.values()} == {"/shared/cache"}
    for service in services.values():
        shell, option, script = shlex.split(service["command"])
        ended = subprocess.run([shell, "-n", option, script.replace("$$", "$")], check=False)
        assert (shell, option, ended.returncode) == ("sh", "-c", 0)
        assert "dask s" in script or "dask worker tcp://scheduler:8786" in script
