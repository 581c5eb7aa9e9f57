#!/bin/sh
# usage: unshare --mount --pid --fork sh inside.sh ROOT COMMAND...
# Makes a folder the root of this namespace, then becomes the command. A mere chroot would not do, as the kernel makes no
# user namespace in one, which builds as an ordinary user need.
set -eu
root=$1
shift
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mkdir -p "$root/.host"
cd "$root"
pivot_root . .host
umount -l /.host
rmdir /.host
exec "$@"
