#!/usr/bin/python3
# usage: leash.py LAST COMMAND...
#
# Runs each COMMAND, a line for sh, until one fails; then LAST, whatever happened before. Ends with the
# status of the one that failed.
#
# Each runs on a terminal of its own. mock works as root, so that an ordinary user may not send it a signal;
# what is typed on its terminal, and the terminal's end, reach it all the same.
#
# Standard input: a line "stop" types Ctrl-C, at which mock cleans its root. The end of the input, also when
# whoever started this dies, hangs up, and kills what has not ended some seconds later. LAST runs even then.
import os
import signal
import subprocess
import sys
import threading
import time

PATIENCE_SECONDS = 2


class Leash:
    def __init__(self):
        self.lock = threading.Lock()
        self.terminal = None
        self.process = None
        self.pulled = False

    def run(self, line):
        with self.lock:
            terminal, other = os.openpty()
            name = os.ttyname(other)
            process = os.fork()
            if process == 0:
                begin(name, line)
            self.terminal, self.process = terminal, process
        status = os.waitpid(process, 0)[1]
        with self.lock:
            self.process = None
            self.hang_up()
            os.close(other)
        return os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)

    def hang_up(self):
        if self.terminal is not None:
            os.close(self.terminal)
            self.terminal = None

    def hear(self):
        """Reads orders until their end."""
        for word in iter(sys.stdin.readline, ""):
            if word.strip() == "stop":
                with self.lock:
                    self.pulled = True
                    if self.terminal is not None:
                        os.write(self.terminal, b"\x03")
        with self.lock:
            self.pulled = True
            pulled = self.process
            self.hang_up()
        time.sleep(PATIENCE_SECONDS)
        with self.lock:
            if pulled is not None and self.process == pulled:
                try:
                    os.killpg(pulled, signal.SIGKILL)
                except OSError:
                    pass  # It belongs to root, and has heard of the terminal's end.


def begin(terminal, line):
    """Becomes the command, in a session whose terminal is this one."""
    os.setsid()
    place = os.open(terminal, os.O_RDWR)
    os.dup2(place, 0)
    os.close(place)
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    os.execvp("sh", ["sh", "-c", "exec " + line])


def main():
    last, commands = sys.argv[1], sys.argv[2:]
    # Whoever started this says what to stop; it stays to clean up.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *ignored: None)
    leash = Leash()
    threading.Thread(target=leash.hear, daemon=True).start()
    status = 0
    for line in commands:
        if status == 0 and not leash.pulled:
            status = leash.run(line)
    stopped = leash.pulled
    # Without a terminal, so that it goes on should this be killed.
    subprocess.run(["sh", "-c", "exec " + last], stdin=subprocess.DEVNULL, start_new_session=True)
    sys.exit(status if status != 0 or not stopped else 130)


main()
