#!/bin/sh
# usage: sh installer/fresh-machine.sh [--if-changed] [SUITE]
# Proves start.sh and test.sh on a machine that has nothing: makes a bare root of a Debian (of trixie, unless a suite is
# named) with git and certificates, and there runs both from a clean clone, with a part of the tests, as root and, in a
# second root, as an ordinary user with sudo. It takes about a quarter of an hour, the network and 8 GB, and needs root.
# With --if-changed it does nothing where neither the scripts nor pom.xml changed lately, or where it has proven the very
# same on this machine; MILLINER_FRESH=1 makes it run all the same. Where it must run and no such root can be made, it fails.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
steps=4
proof=fresh-machine
proven="the scripts"
smoke_tests=RoomsTest,DoctorTest,BareMachineTest,FurnishedMachineTest,FetchedJavaTest,ShellcheckTest

# The scripts and what they install and build; those that make packages are proven by package-test.sh,
# those that make releases by ReleaseTest.
hangs_on() {
  "$@" -- installer pom.xml .ci ':(exclude)installer/package' ':(exclude)installer/package.sh' ':(exclude)installer/package-test.sh' \
    ':(exclude)installer/release' ':(exclude)installer/release.sh' ':(exclude)installer/checksums.sh'
}

. "$here/functions.sh"
. "$here/proof.sh"
. "$here/bare-root.sh"
begin_proof "$@"
suite=${suites:-trixie}

step "A bare root of $suite, below $work"
make_root "$work/as-root" || { show_log 20; fail "debootstrap could not make a bare root; the lines above say why"; }
cp -a "$work/as-root" "$work/as-user"
clone_into "$work/as-root/srv/milliner"
add_user "$work/as-user" || { show_log 20; fail "sudo could not be installed in the bare root"; }
clone_into "$work/as-user/home/user/milliner"
inside "$work/as-user" chown -R user: /home/user

# usage: prove ROOT COMMAND...
# Runs a command in a bare root, and tells how long it took and how long it was silent at most.
prove() {
  root=$1
  shift
  say "    $*"
  { inside "$root" "$@" 2>&1 || echo $? > "$work/failed"; } | watch_silence
  [ ! -e "$work/failed" ] || fail "on a bare $suite this ends with status $(cat "$work/failed"): $*"
}

step "As root"
prove "$work/as-root" sh /srv/milliner/installer/start.sh
[ -s "$work/as-root/srv/milliner/target/workbench.png" ] || fail "start.sh left no picture on a bare $suite"
prove "$work/as-root" sh /srv/milliner/installer/test.sh "-Dtest=$smoke_tests"

step "As another user in what root has built"
as_stranger="setpriv --reuid 4321 --regid 4321 --clear-groups env HOME=/tmp/stranger"
# shellcheck disable=SC2086 # a command and its arguments
if inside "$work/as-root" $as_stranger sh /srv/milliner/installer/start.sh 2> "$work/told"; then
  fail "start.sh runs in another user's checkout, where it can write nothing"
fi
grep -q "another user" "$work/told" || fail "start.sh does not tell of another user's checkout, but: $(cat "$work/told")"

step "As an ordinary user with sudo"
as_user="runuser -u user -- env HOME=/home/user"
# shellcheck disable=SC2086
prove "$work/as-user" $as_user sh /home/user/milliner/installer/start.sh
[ -s "$work/as-user/home/user/milliner/target/workbench.png" ] || fail "start.sh left no picture on a bare $suite"
# shellcheck disable=SC2086
prove "$work/as-user" $as_user sh /home/user/milliner/installer/test.sh "-Dtest=$smoke_tests"

[ "$suite" != trixie ] || remember_proof
say "Both scripts do what they say on a bare $suite, as root and as an ordinary user."
