#!/bin/sh
# usage: sh installer/package.sh [app|deb|rpm|all]
# Builds Milliner as a folder that runs anywhere on x86-64 Linux, with a Java of its own; as a package for Debian and Ubuntu;
# as a package for Fedora and Azure Linux; or, unless told otherwise, as all three. What was made is in target/package.
# Asked twice for the same commit it makes the same bytes (docs/installing.md).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/functions.sh"
. "$here/version.sh"
. "$here/package/image.sh"
. "$here/package/shared-files.sh"
. "$here/package/deb.sh"
. "$here/package/rpm.sh"
kind=${1:-all}
case $kind in
  app) steps=2 ;;
  deb | rpm) steps=3 ;;
  all) steps=4 ;;
  *) fail "there is no package of the kind '$kind'; name app, deb, rpm or all" ;;
esac
[ "$(uname -m)" = x86_64 ] || fail "packages are made on and for x86-64, and this is $(uname -m)"

open_log
find_java || fail "there is no JDK $wanted_java here; run: sh $here/start.sh"
install_tools "$kind"
step "Milliner $package_version"
build_program
step "The program with its own Java, in $image"
make_image
case $kind in
  deb) make_deb ;;
  rpm) make_rpm ;;
  all)
    make_deb
    make_rpm
    ;;
esac
say "Made: $made"
