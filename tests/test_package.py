"""The wheel holds all that the program needs: installed into a fresh environment, it reports from an empty folder."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from samestory import places

# Loaded at the start of every process of the fresh environment: whoever asks the network for something fails.
OFFLINE = """
import socket
_connect = socket.socket.connect
def connect(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6):
        raise RuntimeError(f"asks the network: {address}")
    return _connect(self, address)
socket.socket.connect = connect
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(words, check=True, capture_output=True, cwd=places.ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The Python of a fresh environment with the wheel, above the libraries of this one, and without a network."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel], check=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    (site / "offline.py").write_text(OFFLINE)
    (site / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\nimport offline\n")
    return python


@pytest.fixture
def run(installed, tmp_path):
    """Run the installed `samestory` from an empty folder, for a user with an empty home."""
    home, empty = tmp_path / "home", tmp_path / "empty"
    home.mkdir()
    empty.mkdir()
    ours = ("PYTHONPATH", "SAMESTORY_CACHE", "XDG_CACHE_HOME")
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    environment |= {"HOME": str(home), "JUPYTER_PATH": f"{sys.prefix}/share/jupyter"}  # kernels and templates of others

    def samestory(*words):
        command = [installed.parent / "samestory", *words]
        return subprocess.run(command, cwd=empty, env=environment, capture_output=True, text=True, check=False)

    return samestory, empty, home


@pytest.mark.slow
def test_the_wheel_reports_from_an_empty_folder_without_a_network(run):
    samestory, empty, home = run
    ended = samestory("report")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    pages = sorted(path.name for path in (empty / "reports" / "latest").glob("*.html"))
    assert len(pages) == 6 and "index.html" in pages
    assert [path.name for path in empty.iterdir()] == ["reports"], "nothing is written but the reports"
    assert list((home / ".cache" / "samestory" / "annotations").glob("*/quotes/*.parquet"))


@pytest.mark.slow
def test_the_wheel_explains_itself(run):
    samestory, _, _ = run
    assert "compare_by" in samestory("report", "--help").stdout
    assert samestory("--version").stdout.startswith("samestory ")
