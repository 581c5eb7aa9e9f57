"""Asks DNF 4's own library what its command would install: one JSON question a line, one answer a line.

{"repos": [{"id": ID, "dir": DIR, "priority": N, "cost": N}], "install": [...], "exclude": [...], "locks": [...],
 "enable": [...], "disable": [...], "weak": bool, "best": bool}

The answer is the full names of all packages, sorted, or ! where DNF fails. Arguments are taken as dnf/cli/commands/install.py
takes them, locks as the plugin versionlock does.
"""
import json
import logging
import os
import shutil
import sys
import tempfile

import dnf
import dnf.module.module_base
import dnf.subject
import libdnf

logging.disable(logging.CRITICAL)


def base_for(question, folder):
    base = dnf.Base()
    conf = base.conf
    conf.installroot = os.path.join(folder, "root")
    conf.cachedir = os.path.join(folder, "cache")
    conf.persistdir = os.path.join(folder, "state")
    conf.plugins = False
    conf.best = question["best"]
    conf.install_weak_deps = question["weak"]
    conf.excludepkgs = question["exclude"]
    conf.substitutions["releasever"] = "1"
    for one in question["repos"]:
        base.repos.add_new_repo(
            one["id"], conf, baseurl=["file://" + one["dir"]], priority=one["priority"], cost=one["cost"])
    base.fill_sack(load_system_repo=False)
    return base


def lock(base, locks):
    out, locked = (base.sack.query().filterm(empty=True) for _ in range(2))
    names = set()
    for text in locks:
        barred = text.startswith("!")
        for form in dnf.subject.Subject(text[1:] if barred else text).get_nevra_possibilities():
            if barred:
                out = out.union(form.to_query(base.sack))
            else:
                names.add(form.name)
                locked = locked.union(form.to_query(base.sack))
    if names:
        out = out.union(base.sack.query().filter(name__glob=list(names)).difference(locked))
        out = out.union(base.sack.query().filterm(obsoletes=locked).difference(locked))
    if out:
        base.sack.add_excludes(out)


def switch(base, question):
    modules = dnf.module.module_base.ModuleBase(base)
    for change, names in ((modules.disable, question["disable"]), (modules.enable, question["enable"])):
        if names:
            try:
                change(names)
            except dnf.exceptions.MarkingErrors as error:
                kind = libdnf.module.ModulePackageContainer.ModuleErrorType_ERROR_IN_DEFAULTS
                errors = error.module_depsolv_errors
                if error.no_match_group_specs or error.error_group_specs or errors and errors[1] != kind:
                    raise


def mark(base, arguments):
    groups = [one[1:] for one in dict.fromkeys(arguments) if one.startswith("@")]
    failed = False
    if groups:
        try:
            dnf.module.module_base.ModuleBase(base).install(groups, strict=True)
            groups = []
        except dnf.exceptions.MarkingErrors as error:
            groups = error.no_match_group_specs or []
            failed = bool(error.error_group_specs)
    if groups:
        base.env_group_install(groups, tuple(base.conf.group_package_types), strict=True)
    for one in [one for one in dict.fromkeys(arguments) if not one.startswith("@")]:
        base.install(one, strict=True)
    if failed:
        raise dnf.exceptions.Error("a module")


def answer(question):
    folder = tempfile.mkdtemp(dir=os.environ.get("MILLINER_MEMORY"))
    base = None
    try:
        base = base_for(question, folder)
        switch(base, question)
        lock(base, question["locks"])
        mark(base, question["install"])
        base.resolve()
        return " ".join(sorted(map(str, base.transaction.install_set if base.transaction else [])))
    except dnf.exceptions.Error:
        return "!"
    finally:
        if base is not None:
            base.close()
        shutil.rmtree(folder, ignore_errors=True)


for line in sys.stdin:
    print(answer(json.loads(line)), flush=True)
