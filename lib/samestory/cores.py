"""The processors at hand, and processes that end with whoever asked for them."""

import os
import sys
import threading


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def at_hand() -> int:
    """How many processes may work where nobody has said: all cores in a notebook or a shell, one in a script.

    A process started beside a script runs that script anew up to its `if __name__ == "__main__":`, which it may lack.
    """
    return cores() if "ipykernel" in sys.modules or hasattr(sys, "ps1") else 1


def end_with_parent() -> None:
    """This process ends when the one that asked for it ends, in whatever way."""
    from multiprocessing import parent_process  # only where there are processes: an unchanged report starts none

    parent = parent_process()

    def watch() -> None:
        """Waits for the end of the parent, then ends this process."""
        parent.join()  # type: ignore[union-attr]
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
