#!/bin/sh
# usage: make-initramfs.sh KERNEL-FOLDER INIT FILE
# Packs the host's static busybox, INIT, and the modules that a virtual disk and a root of squashfs need into FILE. Where the
# host has dmsetup, it is packed too, with the libraries that it names: it opens a root whose hash tree is known.
set -eu
kernel=$1
init=$2
file=$3
for candidate in /bin/busybox /usr/bin/busybox /sbin/busybox /usr/sbin/busybox; do
  [ -x "$candidate" ] && break
done
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root/bin" "$root/dev" "$root/modules" "$root/proc" "$root/root" "$root/sys"
cp "$candidate" "$root/bin/busybox"
install -m755 "$init" "$root/init"
number=10
# In the order in which they need each other. One that is not there is built into the kernel.
for name in virtio virtio_ring virtio_pci_modern_dev virtio_pci_legacy_dev virtio_pci virtio_blk squashfs \
  dm-mod dm-bufio reed_solomon dm-verity; do
  module=$(find "$kernel" -name "$name.ko*" | head -n 1)
  [ -n "$module" ] || continue
  case $module in
    *.xz) xz -dc "$module" ;;
    *.zst) zstd -qdc "$module" ;;
    *) cat "$module" ;;
  esac > "$root/modules/$number-$name.ko"
  number=$((number + 1))
done
if command -v dmsetup >/dev/null; then
  cp "$(command -v dmsetup)" "$root/bin/dmsetup"
  for library in $(ldd "$(command -v dmsetup)" | grep -o '/[^ ]*'); do
    install -D "$library" "$root$library"
  done
fi
(cd "$root" && find . | sort | "$candidate" cpio -o -H newc 2>/dev/null) | gzip -n9 > "$file"
