"""Runs several programs beside each other: they start together and stop together."""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

LOOK_EVERY = 0.2
PATIENCE = 10.0


class Stopped(Exception):  # noqa: N818 - a request, not a fault
    """Somebody asked for the end: Ctrl-C, `kill`, or a terminal that was closed."""


def run_together(
    programs: Mapping[str, Sequence[str]],
    environment: Mapping[str, str],
    is_ready: Callable[[], bool] = lambda: True,
    when_ready: Callable[[], None] = lambda: None,
) -> str | None:
    """Run the programs until a signal comes or one of them ends; then stop all of them.

    Returns None after a signal, else one line about the program that ended by itself. Each runs in
    a session of its own, so that Ctrl-C reaches this process alone and the others are told once.
    """
    running: dict[str, subprocess.Popen[bytes]] = {}
    with _signals_raise():
        try:
            for name, command in programs.items():
                running[name] = subprocess.Popen(  # noqa: S603 - our own commands
                    command, env=dict(environment), start_new_session=True
                )
            waiting = True
            while True:
                if waiting and is_ready():
                    waiting = False
                    when_ready()
                for name, process in running.items():
                    if (status := process.poll()) is not None:
                        return f"the {name} ended by itself with status {status}"
                time.sleep(LOOK_EVERY)
        except Stopped:
            return None
        finally:
            _stop(list(running.values()))


@contextmanager
def _signals_raise() -> Iterator[None]:
    def stop(number: int, frame: object) -> None:
        raise Stopped

    signals = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
    before = {number: signal.signal(number, stop) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    """Ask each to end; one that has not after a while is ended. A second signal changes nothing."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + PATIENCE
    for process in processes:
        try:
            process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
