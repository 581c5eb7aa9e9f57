#!/usr/bin/env python3
"""Times a review beside what a reviewer has without one: git's statistics, and azldev's lists of both states, to be compared by hand.

usage: review.py REPOSITORY AZLDEV MILLINER COMMIT...

MILLINER is the command with its arguments, such as "sh installer/milliner". Each COMMIT is held against the one before it. Prints, for
each, the median of five rounds in milliseconds.
"""

import shlex
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5
LISTS = [["component", "list", "-a"], ["image", "list"], ["package", "list", "-a"]]


def run(command, **more):
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, **more)


def median(work):
    times = []
    for _ in range(ROUNDS):
        start = time.monotonic()
        work()
        times.append((time.monotonic() - start) * 1000)
    return statistics.median(times)


def azldev_lists(azldev, repository, commit):
    """What it takes to have azldev's lists of a state: a checkout, and three runs."""
    with tempfile.TemporaryDirectory() as folder:
        run(["git", "-C", repository, "worktree", "add", "--detach", folder + "/tree", commit])
        try:
            for one in LISTS:
                run([azldev, "-C", folder + "/tree", *one, "-O", "json"])
        finally:
            run(["git", "-C", repository, "worktree", "remove", "--force", folder + "/tree"])


def main():
    repository, azldev, milliner, *commits = sys.argv[1:]
    for commit in commits:
        before = commit + "~1"
        git = median(lambda: run(["git", "-C", repository, "diff", "--stat", before, commit]))
        lists = median(lambda: [azldev_lists(azldev, repository, state) for state in (before, commit)])
        review = median(
            lambda: run([*shlex.split(milliner), "review", "-C", repository, "--from", before, "--to", commit])
        )
        print(f"{commit}: git diff --stat {git:.0f}, azldev's lists of both states {lists:.0f}, milliner review {review:.0f}")


if __name__ == "__main__":
    main()
