"""Warm kernels: each notebook gets a new process, forked from one in which the libraries are already imported.

`WarmProvisioner` is a kernel provisioner, the public interface of jupyter_client for starting kernels. It is used by
naming it (`samestory-warm`), here for the length of a run. Where fork is not available, and for any kernel but this
interpreter's ipykernel, it starts kernels the stock way.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

from samestory.cores import end_with_parent

# macOS has fork, but its system libraries do not survive it.
FORKS = "forkserver" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
PRELOAD = ["samestory.publish.warm"]


def context() -> Any:
    """The multiprocessing context whose processes start warm; plain spawn where there is no forkserver."""
    if not FORKS:
        return multiprocessing.get_context("spawn")
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(PRELOAD)
    return server


def warm_up() -> None:
    """The server process is importing the libraries, while this one goes on."""
    if FORKS:
        context()
        from multiprocessing import forkserver

        forkserver.ensure_running()


@contextmanager
def warm_kernels() -> Iterator[None]:
    """Inside, kernels that name no provisioner of their own start warm."""
    factory = KernelProvisionerFactory.instance()
    before, factory.default_provisioner_name = factory.default_provisioner_name, "samestory-warm"
    try:
        yield
    finally:
        factory.default_provisioner_name = before


class ForkedKernel:
    """A forked process with the methods of `subprocess.Popen` that jupyter_client's LocalProvisioner calls."""

    stdin = stdout = stderr = None

    def __init__(self, process: Any) -> None:
        """Take charge of a started process."""
        self.process = process
        self.pid = process.pid

    def poll(self) -> int | None:
        """The exit code, or None while it runs."""
        return self.process.exitcode

    def wait(self) -> int | None:
        """The exit code, once it has ended."""
        self.process.join()
        return self.process.exitcode

    def send_signal(self, signum: int) -> None:
        """Signal the process and what it started, or nothing where it has ended."""
        if self.poll() is None:
            own_group = os.getpgid(self.pid) == self.pid
            os.killpg(self.pid, signum) if own_group else os.kill(self.pid, signum)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


class WarmProvisioner(LocalProvisioner):
    """Starts ipykernel by fork from the warm server; everything else is jupyter_client's own provisioner."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork the kernel; the stock start for another interpreter, another kernel or a system without fork."""
        if not _is_ours(cmd):
            return await super().launch_kernel(cmd, **kwargs)
        cwd, env = str(kwargs.get("cwd") or Path.cwd()), dict(kwargs["env"])
        process = context().Process(target=_serve, args=(cmd[3:], cwd, env))
        process.start()
        self.process = ForkedKernel(process)  # type: ignore[assignment]
        self.pid, self.pgid, self.cwd = process.pid, None, cwd
        return self.connection_info

    async def kill(self, restart: bool = False) -> None:
        """End the kernel at once, and see it ended within a second."""
        await super().kill(restart)
        for _ in range(200):
            if await self.poll() is not None:
                return
            await asyncio.sleep(0.005)


def _is_ours(cmd: list[str]) -> bool:
    """Whether the command starts ipykernel under this interpreter, on a system with fork."""
    same = Path(cmd[0]).is_absolute() and Path(cmd[0]).samefile(sys.executable)
    return FORKS and same and cmd[1:3] == ["-m", "ipykernel_launcher"]


def _serve(arguments: list[str], cwd: str, env: dict[str, str]) -> None:
    """In the forked process: be the kernel, in a process group of its own, until told to end."""
    end_with_parent()
    os.setsid()
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(quiet, stream)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from ipykernel import kernelapp

    kernelapp.IOPubThread = _without_pipe  # type: ignore[assignment,misc]
    sys.argv = ["ipykernel_launcher", *arguments]
    app = kernelapp.IPKernelApp.instance()
    app.initialize(arguments)
    app.start()


def _without_pipe(socket: Any, pipe: bool, **more: Any) -> Any:
    """ipykernel's output thread, without its pipe for what subprocesses print, which would be an open network port."""
    from ipykernel.iostream import IOPubThread

    return IOPubThread(socket, pipe=False, **more)
