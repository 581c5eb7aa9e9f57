#!/bin/sh
# usage: sh installer/checksums.sh FOLDER [KEY]
# Writes SHA256SUMS of the packages in FOLDER beside them, and signs it by gpg, as SHA256SUMS.asc, where a key is named.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/functions.sh"
[ $# = 1 ] || [ $# = 2 ] || fail "name the folder of the packages, and a key of gpg's to sign with: sh $0 FOLDER [KEY]"
cd "$1" || fail "$1 is no folder that can be read"
for package in milliner_*.deb milliner-*.rpm; do
  [ -f "$package" ] || fail "there is no package $package in $1"
done
sha256sum milliner_*.deb milliner-*.rpm > SHA256SUMS || fail "$1/SHA256SUMS could not be written"
[ $# = 2 ] || exit 0
gpg --batch --yes --local-user "$2" --detach-sign --armor --output SHA256SUMS.asc SHA256SUMS \
  || fail "gpg did not sign $1/SHA256SUMS with the key $2; it says why above"
