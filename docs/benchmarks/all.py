#!/usr/bin/env python3
"""Measures the program in one run, beside what is installed here of azldev, tombi, taplo, dnf and geany, and writes a table.

usage: all.py TREE OUTPUT [--only PART,PART] [--quick] [--milliner COMMAND] [--azldev COMMAND] [--tombi COMMAND] [--classes PATH]
              [--history REPOSITORY] [--sample DISTRO]

TREE is a checkout of Azure Linux's definitions, in which nothing is saved; OUTPUT is the Markdown file that is written. Each row names the command that
was measured. What is not installed is named as absent. PATH is the class path for JMH with which overlays, loading and solving are measured
(CONTRIBUTING.md tells how to have it); SolveBenchmark also needs the repositories that are handed out on request.
"""

import argparse
import json
import os
import platform
import re
import shlex
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ABSENT = "absent"
SIZES = [1_000, 10_000, 100_000]
LOG_LINES = 200_000
REVIEWED = ["27844e04", "efc06d09"]
LONGEST = 600
"""Seconds after which a command counts as one that does not end."""
LONGEST_PART = 1_800
"""The same for a script or benchmark that measures a whole part."""
ENOUGH = 60
"""Seconds after which no further round of a row begins."""


class Bench:
    """What is measured with, and the rows so far."""

    def __init__(self, given, folder):
        self.tree = os.path.abspath(given.tree)
        self.quick = given.quick
        self.rounds = 3 if given.quick else 11
        self.milliner = shlex.split(given.milliner)
        self.azldev = found(given.azldev)
        self.tombi = found(given.tombi)
        self.classes = given.classes
        self.history = given.history
        self.sample = given.sample
        self.folder = folder
        self.rows = []
        self.output = given.output
        self.head = machine(self)

    def row(self, part, what, own, peer, command):
        self.rows.append((part, what, own, peer, command))
        print(f"{part}: {what}: {own} | {peer}", flush=True)
        write(self.output, self.head, self)

    def beside(self, part, what, own, peer, name, status=(0,)):
        """A command of ours and one of a peer's, in turns; peer is None where the peer has none, and name is its name."""
        ours, theirs = [], []
        begin = time.monotonic()
        while not ours or len(ours) < self.rounds and time.monotonic() - begin < ENOUGH:
            ours.append(timed(own, status))
            if peer:
                theirs.append(timed(peer, status))
        told = f"{name} {middle(theirs)}" if peer else f"{name} {ABSENT}" if name else ""
        self.row(part, what, middle(ours), told, shown(own) + (" ; " + shown(peer) if peer else ""))

    def peer(self, *arguments):
        return [*self.azldev, *arguments] if self.azldev else None


def found(command):
    """A command as words, or nothing where its program is not installed."""
    words = shlex.split(command)
    return words if shutil.which(words[0]) else None


def shown(words):
    """A command as one types it, without the folders of the machine it was measured on."""
    return " ".join(os.path.basename(word) if word.startswith("/") else word for word in words)


def timed(command, status=(0,)):
    """Milliseconds a command took, or the reason why it is none."""
    begin = time.perf_counter()
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        return f"not within {LONGEST} s"
    took = (time.perf_counter() - begin) * 1000
    return took if done.returncode in status else f"failed with status {done.returncode}"


def middle(times):
    wrong = [each for each in times if isinstance(each, str)]
    return wrong[0] if wrong else f"{statistics.median(times):,.0f} ms"


def start(bench):
    bench.beside("start", "`--version`", [*bench.milliner, "--version"], bench.peer("--version"), "azldev")


def window(bench):
    """The window's start, its memory, and from a key to its pixels, as window.py measures them."""
    missing = [each for each in ("Xvfb", "openbox", "geany") if not shutil.which(each)]
    if missing:
        bench.row("window", "all", f"not measured: {', '.join(missing)} {ABSENT}", "", "window.py")
        return
    copy = os.path.join(bench.folder, "window")
    shutil.copytree(bench.tree, copy, symlinks=True)
    done = script("window.py", copy, shlex.join(bench.milliner))
    rows = table(done)
    for name, own, peer in rows:
        bench.row("window", name, own, f"geany {peer}" if peer else "", "window.py TREE MILLINER")
    failed(bench, "window", done, rows)


def problems(bench):
    """From an edit to its problems, through the language servers."""
    servers = [f"milliner={shlex.join([*bench.milliner, 'lsp'])}"]
    if bench.tombi:
        servers.append(f"tombi={shlex.join([*bench.tombi, 'lsp', '--offline'])}")
    if shutil.which("taplo"):
        servers.append("taplo=taplo lsp stdio")
    done = script("language_servers.py", bench.tree, "--rounds", "20" if bench.quick else "200", *servers)
    rows = table(done)
    names = [each.split("=")[0] for each in servers[1:]]
    absent = [each for each in ("tombi", "taplo") if each not in names]
    for name, own, *peers in rows:
        told = [f"{peer} {cell}" for peer, cell in zip(names, peers)] + [f"{each} {ABSENT}" for each in absent]
        bench.row("problems", name + ", p50 / p95 in ms", own, ", ".join(told), "language_servers.py TREE milliner=… tombi=…")
    failed(bench, "problems", done, rows)


def commands(bench):
    listed(bench, "commands", bench.tree, "")


def listed(bench, part, tree, of):
    own = [*bench.milliner]
    for what, peer in (
        (["list", "components"], ["component", "list", "-a"]),
        (["list", "packages"], ["package", "list", "-a"]),
        (["config"], ["config", "dump"]),
    ):
        beside = bench.peer("-C", tree, *peer, "-O", "json") if what != ["config"] else bench.peer("-C", tree, *peer)
        bench.beside(part, f"`{' '.join(what)}`{of}", [*own, *what, "-C", tree], beside, "azldev")


def growth(bench):
    """Trees that are only components, without and with a build option each in turn."""
    for size in SIZES:
        tree = os.path.join(bench.folder, f"tree{size}")
        os.makedirs(tree)
        shutil.copytree(os.path.join(bench.tree, "distro"), os.path.join(tree, "distro"))
        with open(os.path.join(tree, "azldev.toml"), "w", encoding="utf-8") as file:
            file.write('includes = ["distro/distro.toml"]\n[project]\ndefault-distro = { name = "azurelinux" }\n')
            for number in range(size):
                file.write(f"[components.part-{number:06}]\n")
                if number % 10 == 0:
                    file.write(f'[components.part-{number:06}.build]\ndefines = {{ number = "{number}" }}\n')
        listed(bench, "growth", tree, f" of {size:,} components")


def review(bench):
    if not bench.azldev or not bench.history:
        why = "no --history given" if bench.azldev else f"azldev {ABSENT}"
        bench.row("review", "all", f"not measured: {why}", "", "review.py")
        return
    copy = os.path.join(bench.folder, "review")
    subprocess.run(["git", "clone", "-q", "--no-local", bench.history, copy], check=False)
    for commit in REVIEWED:
        done = script("review.py", copy, *[shlex.join(bench.azldev)], shlex.join(bench.milliner), commit)
        told = re.search(r"git diff --stat (\d+), azldev's lists of both states (\d+), milliner review (\d+)", done.stdout)
        if told:
            git, lists, own = told.groups()
            bench.row("review", commit, f"{own} ms", f"git {git} ms, azldev {lists} ms", f"review.py REPOSITORY azldev milliner {commit}")
        failed(bench, "review", done, told)


def log(bench):
    """A build's log that is explained, lines per second, the program's start included."""
    path = os.path.join(bench.folder, "build.log")
    with open(path, "w", encoding="utf-8") as file:
        for number in range(LOG_LINES):
            file.write(f"gcc -O2 -g -Wall -c src/file{number}.c -o src/file{number}.o\n")
        file.write("src/last.c:12:5: error: 'x' undeclared (first use in this function)\n")
    command = [*bench.milliner, "explain", path]
    # 1 says that the log holds what made the build fail, as this one does.
    times = [timed(command, (0, 1)) for _ in range(bench.rounds)]
    wrong = [each for each in times if isinstance(each, str)]
    rate = wrong[0] if wrong else f"{LOG_LINES / statistics.median(times) * 1000:,.0f} lines/s"
    bench.row("log", f"{LOG_LINES:,} lines explained", rate, "", shown(command))


def derive(bench):
    """The overlays that lead to a spec of the sample with one more line, the program's start included; no peer has that."""
    prepared = os.path.join(bench.folder, "prepared")
    sample = os.path.abspath(bench.sample)
    timed([*bench.milliner, "prepare", "greet", "-C", sample, "-o", prepared])
    spec = os.path.join(prepared, "greet", "greet.spec")
    if not os.path.exists(spec):
        bench.row("derive", "failed", "the sample's component greet could not be prepared", "", "milliner prepare greet")
        return
    with open(spec, encoding="utf-8") as file:
        text = file.read()
    with open(spec, "w", encoding="utf-8") as file:
        file.write(text.replace("%description\n", "%global measured 1\n\n%description\n", 1))
    bench.beside("derive", "overlays of an edited spec", [*bench.milliner, "derive", "greet", "--result", spec, "-C", sample], None, "")


def overlays(bench):
    jmh(bench, "overlays", "OverlayBenchmark", "-p", f"tree={bench.tree}")


def solve(bench):
    jmh(bench, "solve", "SolveBenchmark.(setAfterEdit|setAfterEditByFiles|dnf|dnfByFiles)$")


def jmh(bench, part, pattern, *parameters):
    if not bench.classes:
        bench.row(part, "all", "not measured: no --classes given", "", f"org.openjdk.jmh.Main '{pattern}'")
        return
    result = os.path.join(bench.folder, part + ".json")
    few = ["-wi", "1", "-i", "1"] if bench.quick else []
    done = bounded([java(), "-cp", bench.classes, "org.openjdk.jmh.Main", pattern, *parameters, *few, "-rf", "json", "-rff", result])
    rows = []
    if done.returncode == 0 and os.path.exists(result) and os.path.getsize(result):
        with open(result, encoding="utf-8") as file:
            rows = json.load(file)
    for each in rows:
        parts = each["primaryMetric"]["scorePercentiles"]
        own = f"{parts['50.0']:.1f} / {parts['95.0']:.1f}"
        name = each["benchmark"].rsplit(".", 1)[1]
        name += "".join(f", {value}" for key, value in each.get("params", {}).items() if key != "tree")
        ours, theirs = ("", "dnf " + own) if name.startswith("dnf") else (own, "")
        bench.row(part, name + ", p50 / p95 in ms", ours, theirs, f"org.openjdk.jmh.Main '{pattern}'")
    failed(bench, part, done, rows)


def java():
    home = os.environ.get("JAVA_HOME")
    return os.path.join(home, "bin", "java") if home else "java"


def script(name, *arguments):
    return bounded([sys.executable, os.path.join(HERE, name), *arguments])


def bounded(command):
    """Runs what measures a part; where it does not end, it and all that it started are ended, and it counts as failed."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        said, wrong = process.communicate(timeout=LONGEST_PART)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        said, wrong = "", f"not within {LONGEST_PART} s"
    return subprocess.CompletedProcess(command, process.returncode, said, wrong)


def table(done):
    """The rows of the Markdown table a script printed, without its head."""
    lines = [line for line in done.stdout.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def failed(bench, part, done, rows):
    """Says what a script said that measured nothing, as a table without it would look whole."""
    if done.returncode or not rows:
        last = (done.stderr.strip() or done.stdout.strip() or "nothing was said").splitlines()[-1]
        bench.row(part, "failed", last.replace("|", "/")[:160], "", "")


PARTS = {
    each.__name__: each for each in (start, window, problems, commands, overlays, derive, solve, review, log, growth)
}


def machine(bench):
    with open("/proc/meminfo", encoding="ascii") as file:
        memory = int(file.readline().split()[1]) // 1024
    version = subprocess.run([java(), "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    kind = "a quick run with few rounds" if bench.quick else "a full run"
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"{time.strftime('%Y-%m-%d')}, {kind}: {os.cpu_count()} cores, {memory:,} MB, Linux {platform.release()}, {version}; "
        f"load at the start {load}. Medians unless said."
    )


def write(output, head, bench):
    with open(output, "w", encoding="utf-8") as file:
        file.write(f"# Measured\n\n{head}\n\n| part | what | milliner | beside | command |\n|---|---|---|---|---|\n")
        for row in bench.rows:
            file.write("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree")
    parser.add_argument("output")
    parser.add_argument("--only", default=",".join(PARTS), help="parts, of " + ", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="few rounds")
    parser.add_argument("--milliner", default="milliner")
    parser.add_argument("--azldev", default="azldev")
    parser.add_argument("--tombi", default="tombi")
    parser.add_argument("--history", help="a repository or bundle with the public history of Azure Linux's definitions, for review")
    parser.add_argument("--sample", default=os.path.join(HERE, "..", "..", "sample-distros", "bowler"), help="a distro for derive")
    parser.add_argument("--classes", help="the class path for JMH")
    given = parser.parse_args()
    parts = given.only.split(",")
    unknown = [each for each in parts if each not in PARTS]
    if unknown:
        parser.error(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(given, folder)
        for each in parts:
            PARTS[each](bench)


if __name__ == "__main__":
    main()
