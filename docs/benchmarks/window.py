#!/usr/bin/env python3
"""Times what a person at the window sees, beside geany in the same run, on a display of its own.

usage: window.py TREE MILLINER

TREE is a checkout of Azure Linux's definitions, in which nothing is saved; MILLINER is the command with its arguments, such as "sh
installer/milliner". Needs Xvfb, openbox, geany and python3-xlib. Each letter is typed by the X server itself, and is seen once the
row in which it stands changes. Prints a table: p50 / p95 in milliseconds, resident memory in MB.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

from Xlib import XK, X, display
from Xlib.ext import xtest

FILE = "base/comps/components.toml"
LINE = 5000
WIDTH, HEIGHT = 1600, 1000
LONGEST = 5.0
"""Seconds after which a key that shows nothing counts as lost."""
PAUSE = 0.25
"""Seconds between two keys that are timed."""
LETTERS = 50
EDITS = 300
FRAME = 12
"""Pixels around what a letter changed that belong to its row."""


class Screen:
    """A display with a window manager and nothing else."""

    def __init__(self):
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"],
            pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as named:
            self.name = ":" + named.readline().strip()
        self.environment = {**os.environ, "DISPLAY": self.name}
        self.manager = self.start(["openbox"])
        self.display = display.Display(self.name)
        self.root = self.display.screen().root
        time.sleep(1)

    def start(self, command, **more):
        return subprocess.Popen(
            command, env={**self.environment, **more}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def picture(self, x=0, y=0, width=WIDTH, height=HEIGHT):
        return self.root.get_image(x, y, width, height, X.ZPixmap, 0xFFFFFFFF).data

    def colours(self):
        """How many colours a line through the middle of the screen has."""
        line = self.picture(0, HEIGHT // 4, WIDTH, 1)
        return len({line[i : i + 4] for i in range(0, len(line), 4)})

    def press(self, *names):
        codes = [self.display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for code in codes:
            xtest.fake_input(self.display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.display, X.KeyRelease, code)
        self.display.sync()

    def type(self, text):
        special = {".": "period", "#": "numbersign", " ": "space"}
        for letter in text:
            name = special.get(letter, letter)
            self.press(*(["Shift_L", name] if letter == "#" else [name]))
            time.sleep(0.05)

    def still(self, seconds, longest=4):
        """Waits until nothing has changed for a while; a caret that blinks is not waited for long."""
        last, since, begin = self.picture(), time.monotonic(), time.monotonic()
        while time.monotonic() - since < seconds and time.monotonic() - begin < longest:
            time.sleep(0.1)
            now = self.picture()
            if now != last:
                last, since = now, time.monotonic()

    def window(self, title, longest=120):
        """The window with a title, over the whole screen; milliseconds until it was there and until its first picture."""
        begin = time.monotonic()
        while time.monotonic() - begin < longest:
            found = self.titled(self.root, title)
            if found:
                shown = (time.monotonic() - begin) * 1000
                while self.colours() < 4 and time.monotonic() - begin < longest:
                    time.sleep(0.01)
                drawn = (time.monotonic() - begin) * 1000
                found.configure(x=0, y=0, width=WIDTH, height=HEIGHT)
                self.display.sync()
                return shown, drawn
            time.sleep(0.01)
        sys.exit(f"No window called {title} came up.")

    def titled(self, parent, title):
        for child in parent.query_tree().children:
            try:
                name = child.get_full_text_property(self.display.intern_atom("_NET_WM_NAME")) or child.get_wm_name()
                if name and title in str(name) and child.get_attributes().map_state == X.IsViewable:
                    return child
                found = self.titled(child, title)
            except Exception:  # it went while it was looked at
                continue
            if found:
                return found
        return None

    def row(self):
        """Where a letter changes the screen."""
        before = self.picture()
        self.press("x")
        time.sleep(1)
        after = self.picture()
        line = WIDTH * 4
        changed = [y for y in range(HEIGHT) if before[y * line : (y + 1) * line] != after[y * line : (y + 1) * line]]
        self.press("BackSpace")
        time.sleep(1)
        # The letter's own row comes first from the top of the text; a title and a tab may have changed above.
        rows = [y for y in changed if y > 140]
        if not rows:
            sys.exit("A letter changes nothing on the screen.")
        top = rows[0]
        bottom = max(y for y in rows if y < top + 30)
        strip = range(top, bottom + 1)
        columns = [
            x
            for x in range(WIDTH)
            if any(before[y * line + x * 4 : y * line + x * 4 + 4] != after[y * line + x * 4 : y * line + x * 4 + 4] for y in strip)
        ]
        left = max(0, columns[0] - FRAME)
        return left, top, min(WIDTH - left, 6 * FRAME), bottom - top + 1

    def letters(self, row, count):
        """Types a letter and takes it back, in turns."""
        times = []
        for number in range(count):
            before, begin = self.picture(*row), time.perf_counter()
            self.press("BackSpace" if number % 2 else "x")
            while self.picture(*row) == before and time.perf_counter() - begin < LONGEST:
                pass
            times.append((time.perf_counter() - begin) * 1000)
            time.sleep(PAUSE)
        return f"{part(times, 0.5):.1f} / {part(times, 0.95):.1f}"

    def end(self):
        self.display.close()
        for process in (self.manager, self.server):
            process.terminate()
            process.wait()


def part(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def resident(process):
    """Of a process and of what it started, in MB."""
    total = 0
    waiting = [process]
    while waiting:
        one = waiting.pop()
        with open(f"/proc/{one}/status", encoding="ascii") as file:
            total += sum(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
        with open(f"/proc/{one}/task/{one}/children", encoding="ascii") as file:
            waiting += [int(child) for child in file.read().split()]
    return total // 1024


def geany(screen, tree, folder):
    shutil.copy(os.path.join(tree, FILE), folder)
    process = screen.start(["geany", "-i", "-c", folder + "/geany", f"{folder}/components.toml:{LINE}"])
    screen.window("components.toml")
    screen.still(2)
    screen.press("End")
    screen.press("Return")
    screen.type("# ")
    screen.still(1)
    row = screen.row()
    figures = {"letter, fresh": screen.letters(row, LETTERS), "resident": resident(process.pid)}
    process.terminate()
    process.wait()
    return figures


def milliner(screen, tree, command, folder):
    own = {f"XDG_{kind}_HOME": f"{folder}/{kind.lower()}" for kind in ("CONFIG", "STATE", "CACHE")}
    process = screen.start([*shlex.split(command), "open", tree], **own)
    shown, drawn = screen.window("Milliner")
    screen.still(3, longest=20)
    figures = {"start to the window": f"{shown:.0f}", "start to its first picture": f"{drawn:.0f}"}
    screen.press("Control_L", "p")
    screen.still(0.5)
    screen.type("components.toml")
    screen.still(1)
    screen.press("Return")
    screen.still(1)
    screen.press("Control_L", "g")
    screen.still(0.5)
    screen.type(str(LINE))
    screen.press("Return")
    screen.still(0.5)
    screen.press("End")
    screen.press("Return")
    screen.still(0.5)
    screen.type("# ")
    screen.still(2)
    row = screen.row()
    figures["resident"] = resident(process.pid)
    figures["letter, fresh"] = screen.letters(row, LETTERS)
    for number in range(EDITS):
        screen.press("BackSpace" if number % 2 else "x")
        time.sleep(0.1)
    figures[f"letter, after {EDITS} edits"] = screen.letters(row, LETTERS)
    figures[f"resident, after {EDITS} edits"] = resident(process.pid)
    process.terminate()
    process.wait()
    return figures


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    tree, command = os.path.abspath(sys.argv[1]), sys.argv[2]
    screen = Screen()
    try:
        with tempfile.TemporaryDirectory() as folder:
            columns = {"milliner": milliner(screen, tree, command, folder), "geany": geany(screen, tree, folder)}
    finally:
        screen.end()
    print("| | " + " | ".join(columns) + " |")
    print("|---|" + "---|" * len(columns))
    for name in columns["milliner"]:
        print(f"| {name} | " + " | ".join(str(figures.get(name, "")) for figures in columns.values()) + " |")


if __name__ == "__main__":
    main()
