#!/bin/sh
# KIWI calls this as: edit_boot_install.sh DISK-FILE BOOT-PARTITION
# It makes the disk start by itself: extlinux into the partition, its boot code into the disk's first
# sector, and the partition marked active. KIWI does none of the three for a custom boot loader.
set -eu
partition=$2
device=${partition%p*}
for code in /usr/lib/EXTLINUX/mbr.bin /usr/lib/syslinux/mbr/mbr.bin /usr/share/syslinux/mbr.bin; do
  [ -e "$code" ] && break
done
mountpoint=$(mktemp -d)
mount "$partition" "$mountpoint"
trap 'umount "$mountpoint"; rmdir "$mountpoint"' EXIT
extlinux --install "$mountpoint/extlinux"
dd if="$code" of="$device" bs=440 count=1 conv=notrunc,fsync
printf '\200' | dd of="$device" bs=1 seek=446 count=1 conv=notrunc,fsync
