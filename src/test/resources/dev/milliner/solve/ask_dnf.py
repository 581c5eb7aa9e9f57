"""Asks DNF's own library, so that its answers can be compared: reads one JSON request from standard input, answers one.

{"folder": DIR, "repos": {ID: DIR}, "phases": [{"install": [...], "exclude": [...], "weak": bool}, ...]}

Each phase starts from a real rpm database with what the phases before it chose: packages without content but with the
names, versions and dependencies of the real ones are built in one go and put into the database alone.
"""
import json
import os
import subprocess
import sys

import dnf

KINDS = ["provides", "requires", "obsoletes", "conflicts", "recommends", "suggests", "supplements", "enhances"]


def base_for(request, phase, root, installed):
    base = dnf.Base()
    base.conf.installroot = root
    base.conf.cachedir = os.path.join(request["folder"], "cache")
    base.conf.best = True
    base.conf.install_weak_deps = phase["weak"]
    base.conf.excludepkgs = phase.get("exclude", [])
    base.conf.substitutions["releasever"] = "1"
    for name, folder in request["repos"].items():
        base.repos.add_new_repo(name, base.conf, baseurl=["file://" + folder])
    base.fill_sack(load_system_repo=installed)
    return base


def described(package, number):
    lines = ["%%package -n %s" % package.name, "Summary: x", "License: x"]
    lines += ["Epoch: %d" % package.epoch, "Version: " + package.version, "Release: " + package.release]
    if package.arch == "noarch":
        lines.append("BuildArch: noarch")
    lines.append("AutoReqProv: no")
    for kind in KINDS:
        for dependency in getattr(package, kind):
            text = str(dependency)
            if not text.startswith("rpmlib(") and not text.startswith("solvable:"):
                lines.append("%s: %s" % (kind.capitalize(), text))
    lines += ["Provides: " + file for file in package.files if " " not in file]
    lines += ["%%description -n %s" % package.name, "x", "%%files -n %s" % package.name]
    return lines


def install(packages, folder, root):
    spec = ["Name: nothing", "Version: 1", "Release: 1", "Summary: x", "License: x", "%description", "x"]
    for number, package in enumerate(packages):
        spec += described(package, number)
    path = os.path.join(folder, "all.spec")
    with open(path, "w") as file:
        file.write("\n".join(spec) + "\n")
    out = os.path.join(folder, "rpms")
    run(["rpmbuild", "-bb", "--nodeps", "--define", "_rpmdir " + out, "--define", "_topdir " + folder, path])
    rpms = [os.path.join(where, name) for where, _, names in os.walk(out) for name in names]
    run(["rpm", "--root", root, "--justdb", "--nodeps", "--noscripts", "--ignorearch", "--ignoreos", "-i"] + rpms)


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.exit(" ".join(command[:6]) + ": " + done.stdout[-2000:])


def answer(request):
    chosen, packages = [], []
    for number, phase in enumerate(request["phases"]):
        root = os.path.join(request["folder"], "root%d" % number)
        os.makedirs(root)
        if packages:
            folder = os.path.join(request["folder"], "build%d" % number)
            os.makedirs(folder)
            install(packages, folder, root)
        base = base_for(request, phase, root, bool(packages))
        base.install_specs(install=phase["install"], strict=True)
        base.resolve()
        transaction = base.transaction
        going = {str(package) for package in transaction.remove_set} if transaction else set()
        coming = list(transaction.install_set) if transaction else []
        chosen = [name for name in chosen if name not in going] + [str(package) for package in coming]
        packages = packages + coming
    return sorted(chosen)


question = json.load(sys.stdin)
try:
    print(json.dumps({"packages": answer(question)}))
except dnf.exceptions.Error as error:
    print(json.dumps({"error": str(error)}))
