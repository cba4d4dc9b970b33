"""Where a run keeps what it needs for its length alone: one folder, gone with the process, whoever ends it.

The folder is locked while its process lives. One that nobody locks was left by a killed run, and the next removes it.
"""

import atexit
import fcntl
import os
import shutil
import sys
import tempfile
import time
from functools import lru_cache
from pathlib import Path

PREFIX = "samestory-"
LONGEST = 60  # characters; the name of a socket may have 107, and kernels add 45 to the folder's
YOUNG = 60  # seconds; a folder is made a moment before it is locked


@lru_cache(maxsize=1)
def use() -> Path:
    """The folder in which this process and what it starts make every temporary file from now on."""
    above = tempfile.gettempdir()
    above = above if len(above) <= LONGEST and "{" not in above else "/tmp"  # papermill fills in braces of a path
    _sweep(Path(above))
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=above))
    _lock(folder)
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    _at_exit()
    return folder


def _at_exit() -> None:
    """The folder is removed last of all: multiprocessing, where it is loaded already, has made some in it to remove."""
    util = sys.modules.get("multiprocessing.util")
    if util:
        util.Finalize(None, remove, exitpriority=-200)
    else:
        atexit.register(remove)


def remove() -> None:
    """The folder is gone, with all that was left in it."""
    if use.cache_info().currsize:
        shutil.rmtree(use(), ignore_errors=True)


def _lock(folder: Path) -> bool:
    """Whether the folder is now locked by this process, until it ends."""
    handle = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return False
    return True


def _sweep(above: Path) -> None:
    """The folders of this user that no living run has locked are gone."""
    for folder in above.glob(f"{PREFIX}{'?' * 8}"):
        about = folder.lstat()
        mine = about.st_uid == os.geteuid() and not folder.is_symlink() and folder.is_dir()
        if mine and time.time() - about.st_mtime > YOUNG and _lock(folder):
            shutil.rmtree(folder, ignore_errors=True)
