#!/bin/sh
# KIWI calls this as: edit_boot_install.sh DISK-FILE BOOT-PARTITION
# It makes the disk start by itself: extlinux into the partition, its boot code into the disk's first
# sector, and the partition marked active. KIWI does none of the three for a custom boot loader.
# Then it lays dm-verity's hash tree behind the root, and names its root hash to the kernel. KIWI does that for
# verity_blocks, but ends with an error where it makes no initramfs itself.
set -eu
partition=$2
device=${partition%p*}
root=${device}p2
command -v veritysetup >/dev/null || {
  echo "error: veritysetup is missing; install cryptsetup-bin (Debian) or veritysetup (Fedora)" >&2
  exit 1
}
for code in /usr/lib/EXTLINUX/mbr.bin /usr/lib/syslinux/mbr/mbr.bin /usr/share/syslinux/mbr.bin; do
  [ -e "$code" ] && break
done
mountpoint=$(mktemp -d)
mount "$partition" "$mountpoint"
trap 'umount "$mountpoint"; rmdir "$mountpoint"' EXIT
extlinux --install "$mountpoint/extlinux"
dd if="$code" of="$device" bs=440 count=1 conv=notrunc,fsync
printf '\200' | dd of="$device" bs=1 seek=446 count=1 conv=notrunc,fsync

# A squashfs says at byte 40 how long it is. KIWI leaves 10 MiB behind it, room for the tree of a root of 1 GiB.
size=$(od -An -tu8 -j40 -N8 "$root")
blocks=$(((size + 4095) / 4096))
tree=$(veritysetup format --data-blocks="$blocks" --hash-offset=$((blocks * 4096)) "$root" "$root")
echo "$tree"
hash=$(echo "$tree" | sed -n 's/^Root hash:[[:space:]]*//p')
sed -i "s/^ *APPEND .*/& roothash=$hash systemd.verity_root_options=hash-offset=$((blocks * 4096))/" "$mountpoint/extlinux/extlinux.conf"
