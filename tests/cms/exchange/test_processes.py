import os
import signal
import sys
import threading
from pathlib import Path

from cms.exchange.processes import run_together

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
# Leaves its process id in a file.
NOTES_PID = (
    "import os, pathlib, time; pathlib.Path(os.environ['NOTE']).write_text(str(os.getpid()))"
)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_when_one_ends_the_others_are_stopped_and_it_is_named(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    long_one = [sys.executable, "-c", f"{NOTES_PID}; time.sleep(60)"]
    waits = f"while not pathlib.Path({str(note)!r}).exists(): time.sleep(0.05)"
    short_one = [sys.executable, "-c", f"import pathlib, time\n{waits}\nraise SystemExit(3)"]
    ended = run_together(
        {"server": long_one, "task worker": short_one}, os.environ | {"NOTE": str(note)}
    )
    assert ended == "the task worker ended by itself with status 3"
    assert not alive(int(note.read_text()))


def test_a_signal_stops_all_of_them_quietly() -> None:
    def interrupt() -> None:
        threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()

    ended = run_together(
        {"server": SLEEPS, "task worker": SLEEPS}, os.environ, when_ready=interrupt
    )
    assert ended is None
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_readiness_is_announced_once_and_only_when_it_is_there() -> None:
    looks = iter([False, False, True])
    told = []

    def tell() -> None:
        told.append("ready")
        threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGTERM)).start()

    run_together({"server": SLEEPS}, os.environ, is_ready=lambda: next(looks), when_ready=tell)
    assert told == ["ready"]
