#!/bin/sh
# usage: sh installer/package-test.sh [--if-changed] [SUITE]
# Makes the packages, has them checked by the tools of desktops and distros that are here, and installs, uses and removes
# them: the DEB in a bare root of a Debian (of trixie, unless a suite is named), the RPM in an empty root. It takes some five
# minutes, the network and 3 GB, and needs root. With --if-changed it does nothing where nothing that is packed only for
# packages changed lately; MILLINER_FRESH=1 makes it run all the same.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
steps=5
. "$here/functions.sh"
. "$here/bare-root.sh"
. "$here/package-checks.sh"
open_log

skip() {
  [ "${MILLINER_FRESH:-}" != 1 ] || fail "the packages must be proven, but $*"
  say "SKIPPED: the packages were NOT proven, as $*."
  exit 0
}

# The program's own classes have their tests; packages go wrong by what is packed around them.
packing_changed_lately() {
  newest=$(git -C "$checkout" log -1 --format=%ct HEAD)
  base=$(git -C "$checkout" rev-list -1 --first-parent --before=$((newest - 172800)) HEAD)
  [ -z "$base" ] || ! git -C "$checkout" diff --quiet "$base" HEAD -- installer/package installer/package*.sh \
    installer/image.sh installer/shared-files.sh installer/deb.sh installer/rpm.sh pom.xml
}

if [ "${1:-}" = --if-changed ]; then
  shift
  [ "${MILLINER_FRESH:-}" = 1 ] || packing_changed_lately || skip "nothing that they are made by changed within two days"
fi
suite=${1:-trixie}
[ "$(id -u)" = 0 ] || skip "this needs root"
has debootstrap || install_packages debootstrap || skip "debootstrap is not here and could not be installed"
unshare --mount --pid --fork true || skip "this host makes no namespaces"
mkdir -p "${TMPDIR:-/tmp}" && work=$(mktemp -d "${TMPDIR:-/tmp}/milliner-package.XXXXXX")
trap 'at_end; remove_work' EXIT

step "The packages"
rm -f "$checkout"/target/package/*.deb "$checkout"/target/package/*.rpm
sh "$here/package.sh" all
deb=$(find "$checkout/target/package" -maxdepth 1 -name 'milliner_*.deb')
rpm=$(find "$checkout/target/package" -maxdepth 1 -name 'milliner-*.rpm')

step "What tools say of them"
check_packages

step "A bare root of $suite, below $work"
make_root "$work/root" || { show_log 20; fail "debootstrap could not make a bare root; the lines above say why"; }
cp "$deb" "$work/root/srv/milliner.deb"
cp -R "$checkout/sample-distros/bowler" "$work/root/srv/bowler"
cp "$here/package-use.sh" "$work/root/srv"

step "Installed, used and removed on a bare $suite"
inside "$work/root" sh /srv/package-use.sh || fail "the package does not do on a bare $suite what it should; see above"

step "The RPM in an empty root"
use_rpm

say "The packages install, do the main job, and leave nothing behind."
