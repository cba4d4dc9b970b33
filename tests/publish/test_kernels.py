"""Warm kernels are kernels: isolated, interruptible, mortal."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from jupyter_client.manager import KernelManager
from samestory.publish import kernels

pytestmark = pytest.mark.skipif(not kernels.FORKS, reason="kernels start the stock way on this system")


@pytest.fixture
def kernel(tmp_path):
    """Start warm kernels; all are gone afterwards."""
    started = []

    def start(name="kernel"):
        with kernels.warm_kernels():
            ip = str(tmp_path / name)
            manager = KernelManager(transport="ipc", ip=ip, connection_file=f"{ip}.json")
            manager.start_kernel(cwd=str(tmp_path))
        client = manager.client()
        started.append((manager, client))
        client.start_channels()
        client.wait_for_ready(timeout=60)
        return manager, client

    yield start
    for manager, client in started:
        client.stop_channels()
        if manager.is_alive():
            manager.shutdown_kernel(now=True)


def answer(client, code, timeout=30):
    """What the code prints."""
    said = []
    reply = client.execute_interactive(
        code, timeout=timeout, output_hook=lambda message: said.append(message["content"].get("text", ""))
    )
    assert reply["content"]["status"] == "ok", reply["content"]
    return "".join(said).strip()


def test_the_libraries_are_there_before_the_first_import(kernel):
    _, client = kernel()
    code = "import sys; print(*(name in sys.modules for name in ('pandas', 'samestory.present', 'spacy')))"
    assert answer(client, code) == "True True False", "a parser is loaded where there is something to parse"


def test_what_matplotlib_says_of_its_caches_is_no_news(kernel):
    _, client = kernel()
    assert (
        answer(client, "import logging; print(logging.getLogger('matplotlib.font_manager').getEffectiveLevel())")
        == "40"
    )


def test_each_kernel_is_a_process_of_its_own(kernel):
    (one, first), (other, second) = kernel("one"), kernel("two")
    answer(first, "import pandas; pandas.mine = 1")
    assert answer(second, "import pandas; print(hasattr(pandas, 'mine'))") == "False"
    assert one.provisioner.pid != other.provisioner.pid
    assert answer(first, "import os; print(os.getpid())") == str(one.provisioner.pid)


def test_it_works_where_it_was_told_to_and_with_the_environment_it_was_given(kernel, tmp_path, monkeypatch):
    monkeypatch.setenv("SAMESTORY_TEST", "yes")
    _, client = kernel()
    code = "import os; print(os.getcwd(), os.environ['SAMESTORY_TEST'])"
    assert answer(client, code) == f"{tmp_path} yes"


def test_it_can_be_interrupted_and_goes_on(kernel):
    manager, client = kernel()
    client.execute("import time; time.sleep(60)", stop_on_error=False)  # else what is asked next may be dropped
    time.sleep(0.5)
    manager.interrupt_kernel()
    replies = iter(lambda: client.get_shell_msg(timeout=20), None)
    reply = next(message for message in replies if message["msg_type"] == "execute_reply")
    assert reply["content"].get("ename") == "KeyboardInterrupt"
    assert answer(client, "print('still here')") == "still here"


def test_a_dying_kernel_is_seen_to_be_dead(kernel):
    manager, client = kernel()
    client.execute("import os; os._exit(7)")
    for _ in range(100):
        if not manager.is_alive():
            break
        time.sleep(0.1)
    assert not manager.is_alive()


def test_shutdown_is_immediate_and_leaves_no_process(kernel):
    manager, _ = kernel()
    pid = manager.provisioner.pid
    begun = time.monotonic()
    manager.shutdown_kernel(now=True)
    assert time.monotonic() - begun < 2
    with pytest.raises(ProcessLookupError):
        os.kill(pid, signal.SIGCONT)


def test_it_listens_on_no_port(kernel, tmp_path):
    _, client = kernel()
    code = "import psutil; print(len(psutil.Process().net_connections(kind='inet')))"
    assert answer(client, code) == "0"
    assert list(Path(tmp_path).glob("kernel-*"))


@pytest.mark.parametrize(
    ("command", "ours", "why"),
    [
        ([sys.executable, "-m", "ipykernel_launcher", "-f", "x"], True, "our interpreter's ipykernel"),
        (["/bin/sh", "-m", "ipykernel_launcher", "-f", "x"], False, "another interpreter"),
        ([sys.executable, "-m", "other_kernel", "-f", "x"], False, "another kernel"),
        (["python", "-m", "ipykernel_launcher"], False, "who knows which interpreter"),
    ],
)
def test_only_our_own_kernel_is_forked(command, ours, why):
    assert kernels._is_ours(command) is ours, why


def test_the_provisioner_is_only_ours_inside():
    factory = kernels.KernelProvisionerFactory.instance()
    before = factory.default_provisioner_name
    with kernels.warm_kernels():
        assert factory.default_provisioner_name == "samestory-warm"
    assert factory.default_provisioner_name == before
