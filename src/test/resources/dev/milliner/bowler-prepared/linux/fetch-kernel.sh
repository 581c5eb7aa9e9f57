#!/bin/sh
# usage: fetch-kernel.sh FOLDER
# Puts vmlinuz and lib/modules of a kernel that this host's package manager provides into FOLDER.
# Nothing is installed on the host.
set -eu
folder=$1
mkdir -p "$folder/packages"
cd "$folder"

refuse() {
  echo "error: $1" >&2
  exit 1
}

fetch_with_apt() {
  package=$(apt-cache depends linux-image-cloud-amd64 2>/dev/null | sed -n 's/^ *Depends: \(linux-image-.*\)/\1/p' | head -n 1)
  [ -n "$package" ] || package=$(apt-cache depends linux-image-amd64 2>/dev/null | sed -n 's/^ *Depends: \(linux-image-.*\)/\1/p' | head -n 1)
  [ -n "$package" ] || refuse "apt knows no kernel package; run apt-get update, or build bowler-container, which needs none"
  # What apt has fetched before needs no network.
  cp /var/cache/apt/archives/"$package"_*.deb packages/ 2>/dev/null \
    || (cd packages && apt-get download "$package") \
    || refuse "apt could not fetch $package; connect to its mirror, or build bowler-container, which needs no kernel"
  for file in packages/*.deb; do dpkg-deb -x "$file" .; done
}

fetch_with_dnf() {
  (cd packages && dnf download --arch x86_64 kernel-core kernel-modules-core) \
    || refuse "dnf could not fetch kernel-core; connect to its mirror, or build bowler-container, which needs no kernel"
  for file in packages/*.rpm; do rpm2cpio "$file" | busybox cpio -idm 2>/dev/null; done
}

if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then
  fetch_with_apt
elif command -v dnf >/dev/null; then
  fetch_with_dnf
else
  refuse "neither apt nor dnf is here to provide a kernel; build bowler-container, which needs none"
fi

for kernel in boot/vmlinuz-* lib/modules/*/vmlinuz usr/lib/modules/*/vmlinuz; do
  if [ -e "$kernel" ]; then
    cp "$kernel" vmlinuz
    ls lib/modules usr/lib/modules 2>/dev/null | grep '^[0-9]' | head -n 1 > version
    exit 0
  fi
done
refuse "the kernel package holds no kernel"
