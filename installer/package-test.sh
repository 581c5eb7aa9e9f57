#!/bin/sh
# usage: sh installer/package-test.sh [--if-changed] [SUITE]
# Makes the packages, has them checked by the tools of desktops and distros, and in bare roots of Debian 13 and Ubuntu 24.04
# (or of the suite that is named) installs, uses and removes both, the RPM by that system's own rpm. Then makes them again in
# another checkout, which must give the same bytes. It takes a quarter of an hour, the network and 5 GB, and needs root.
# With --if-changed, as continuous integration calls it, it stays with Debian 13 and makes them once, in some five minutes,
# and does nothing where nothing that is packed around the program changed lately, or where it has proven the very same on
# this machine; MILLINER_FRESH=1 makes it run all the same. Where it must run and no such root can be made, it fails.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
proof=packages
proven="the packages"

# The program's own classes have their tests; packages go wrong by what is packed around them.
hangs_on() {
  "$@" -- installer/package installer/package.sh installer/package-test.sh installer/packages.sh installer/functions.sh installer/version.sh \
    installer/build.sh installer/java.sh installer/bare-root.sh installer/proof.sh installer/inside.sh pom.xml LICENSE themes sample-distros
}

. "$here/functions.sh"
. "$here/proof.sh"
. "$here/bare-root.sh"
. "$here/package/checks.sh"
. "$here/package/again.sh"
begin_proof "$@"
if [ "$if_changed" = yes ]; then
  suites=${suites:-trixie}
  steps=3
else
  suites=${suites:-trixie noble}
  # shellcheck disable=SC2086 # the list is meant to be split
  steps=$(set -- $suites && echo $(($# + 3)))
fi

# Both builds are dated by one commit, whichever clock is asked.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$checkout" log -1 --format=%ct "$commit")}
export SOURCE_DATE_EPOCH

# usage: prove_on SUITE
prove_on() {
  suite=$1
  step "Installed, used and removed on a bare $suite, below $work"
  if ! make_root "$work/root"; then
    show_log 20
    is_ubuntu || fail "debootstrap could not make a bare root; the lines above say why"
    say "    SKIPPED: the packages were NOT proven on $suite, as no bare root of it could be made; the lines above say why."
    remove_root "$work/root"
    return
  fi
  cp "$deb" "$work/root/srv/milliner.deb"
  cp "$rpm" "$work/root/srv/milliner.rpm"
  cp "$here/package/use.sh" "$work/root/srv"
  for package in milliner.deb milliner.rpm; do
    inside "$work/root" sh /srv/use.sh "/srv/$package" || fail "$package does not do on a bare $suite what it should; see above"
  done
  remove_root "$work/root"
}

step "The packages"
rm -f "$checkout"/target/package/*.deb "$checkout"/target/package/*.rpm
sh "$here/package.sh" all
deb=$(find "$checkout/target/package" -maxdepth 1 -name 'milliner_*.deb')
rpm=$(find "$checkout/target/package" -maxdepth 1 -name 'milliner-*.rpm')

step "What tools say of them"
check_packages

for suite in $suites; do
  prove_on "$suite"
done
say "    SKIPPED: the RPM was NOT proven on Fedora 43 and Azure Linux 4 themselves, as no root of theirs is made here."

if [ "$if_changed" = no ]; then
  step "Made again in another checkout"
  make_again
  compare_both
fi
case " $suites " in
  *" trixie "*) remember_proof ;;
esac
say "The packages install, do the main job, and leave nothing behind."
