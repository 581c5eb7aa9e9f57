#!/bin/sh
# usage: as-ordinary-user.sh HOLD HOME PLACE... -- COMMAND...
# Run by root in a mount namespace of its own: runs COMMAND as a user who is nobody in particular. HOME, which others
# may not enter, is covered by an empty folder in which only PLACEs, all below it, can be seen. HOLD is an empty folder.
set -eu
hold=$1
home=$2
shift 2
mount --make-rprivate /
number=0
places=
while [ "$1" != -- ]; do
  number=$((number + 1))
  mkdir "$hold/$number"
  mount --rbind "$1" "$hold/$number"
  places="$places $1"
  shift
done
shift
mount -t tmpfs -o mode=755 tmpfs "$home"
number=0
for place in $places; do
  number=$((number + 1))
  mkdir -p "$place"
  mount --rbind "$hold/$number" "$place"
done
exec setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
