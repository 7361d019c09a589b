"""Whether a port is free. Plain Python: `make demo` asks before anything is installed."""

import socket
import sys

HOST = "127.0.0.1"


def why_not(port: str, host: str = HOST) -> str | None:
    """The reason a server cannot listen there, as one line, or None when it can."""
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        return f"PORT is {port!r}: write a number from 1 to 65535"
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, int(port)))
        except PermissionError:
            return f"port {port} needs more rights than you have: try PORT={int(port) + 8000}"
        except OSError:
            return f"port {port} is taken: stop what uses it, or choose another with PORT="
    return None


def answers(port: str, host: str = HOST) -> bool:
    """Whether a server listens there by now."""
    try:
        socket.create_connection((host, int(port)), timeout=1).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    if reason := why_not(sys.argv[1] if len(sys.argv) > 1 else ""):
        sys.exit(f"contentlint: {reason}")
