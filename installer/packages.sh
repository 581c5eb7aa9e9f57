# What Milliner runs on a host, and the package managers that have it.
# shellcheck shell=sh disable=SC2154

has_library() {
  ldconfig -p 2> /dev/null | grep -q "$1"
}

package_manager() {
  if has apt-get; then
    echo apt-get
  elif has dnf; then
    echo dnf
  else
    echo none
  fi
}

# usage: want DEBIAN-PACKAGE FEDORA-PACKAGE TEST...
# Adds a package to $missing where the test fails.
want() {
  debian=$1
  fedora=$2
  shift 2
  "$@" && return
  if [ "$(package_manager)" = dnf ]; then
    missing="$missing $fedora"
  else
    missing="$missing $debian"
  fi
}

has_certificates() {
  [ -e /etc/ssl/certs/ca-certificates.crt ] || [ -e /etc/pki/tls/certs/ca-bundle.crt ]
}

has_busybox() {
  has busybox && busybox --list | grep -qx switch_root
}

has_static_libc() {
  [ -e "$(gcc -print-file-name=libc.a 2> /dev/null)" ]
}

has_venv() {
  /usr/bin/python3 -c 'import venv, ensurepip' > /dev/null 2>&1
}

# Fedora has no umoci; KIWI takes either.
has_container_tool() {
  has umoci || has buildah
}

has_some_display() {
  has_display || has Xvfb
}

# Lists in $missing what this host lacks of what Milliner runs.
find_missing() {
  missing=
  want maven maven has mvn
  want git git has git
  want ca-certificates ca-certificates has_certificates
  want rpm rpm-build has rpmbuild
  want createrepo-c createrepo_c has createrepo_c
  want dnf dnf has dnf
  want rsync rsync has rsync
  want xz-utils xz has xz
  want umoci buildah has_container_tool
  want skopeo skopeo has skopeo
  want gcc gcc has gcc
  want patch patch has patch
  want make make has make
  want file file has file
  want findutils findutils has find
  want tar tar has tar
  want parted parted has parted
  want gdisk gdisk has sgdisk
  want fdisk util-linux has sfdisk
  want kpartx kpartx has kpartx
  want e2fsprogs e2fsprogs has mkfs.ext4
  want dosfstools dosfstools has mkfs.vfat
  want mtools mtools has mcopy
  want qemu-utils qemu-img has qemu-img
  want qemu-system-x86 qemu-system-x86-core has qemu-system-x86_64
  want extlinux syslinux-extlinux has extlinux
  want libsolv1 libsolv has_library libsolv.so.1
  want libsolvext1 libsolv has_library libsolvext.so.1
  want libgtk-3-0 gtk3 has_library libgtk-3.so.0
  want busybox-static busybox has_busybox
  want libc6-dev glibc-static has_static_libc
  want python3-venv python3 has_venv
  want xvfb xorg-x11-server-Xvfb has_some_display
  [ "$testing" = no ] || want shellcheck ShellCheck has shellcheck
}

# Lets sudo ask for its password now, as later its question would stand among other lines.
need_root() {
  [ "$(id -u)" = 0 ] && return
  has sudo || fail "installing packages needs root, and there is no sudo here; as root, install: $*"
  sudo true || fail "installing packages needs root, and sudo refused; as root, install: $*"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    env LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo env LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

# usage: add_packages PACKAGE...
add_packages() {
  case $(package_manager) in
    apt-get) slowly as_root apt-get install -y -q --no-install-recommends "$@" ;;
    dnf) slowly as_root dnf install -y --setopt=install_weak_deps=False "$@" ;;
    *) return 1 ;;
  esac
}

# The lists of a fresh machine may be empty or old; once fetched they are good for the rest of this run.
lists_may_be_old() {
  [ "$(package_manager)" = apt-get ] && [ -z "${lists_fetched:-}" ]
}

fetch_lists() {
  say "    Fetching the lists of packages"
  slowly as_root apt-get update -q || return 1
  lists_fetched=yes
}

# The names in the log of which the package manager says that it has no such package.
unknown_packages() {
  sed -n -e 's/^E: Unable to locate package //p' -e "s/^E: Package '\(.*\)' has no installation candidate\$/\1/p" \
    -e 's/^No match for argument: //p' "$log" | sort -u | tr '\n' ' '
}

# usage: install_packages PACKAGE...
# Installs all that the package manager knows, and leaves in $unknown what it does not know.
install_packages() {
  unknown=
  need_root "$@"
  add_packages "$@" && return
  if lists_may_be_old; then
    fetch_lists || return 1
    add_packages "$@" && return
  fi
  unknown=$(unknown_packages)
  [ -n "$unknown" ] || return 1
  known=
  for package in "$@"; do
    case " $unknown " in
      *" $package "*) ;;
      *) known="$known $package" ;;
    esac
  done
  # shellcheck disable=SC2086 # the list is meant to be split
  [ -z "$known" ] || add_packages $known
}

install_missing() {
  step "Packages"
  find_missing
  if [ -z "$missing" ]; then
    say "    All are here."
    return
  fi
  [ "$(package_manager)" = none ] && fail "neither apt-get nor dnf is here; install by hand:$missing"
  say "    Installing with $(package_manager):$missing"
  # shellcheck disable=SC2086 # the list is meant to be split
  if ! install_packages $missing; then
    show_log 15
    fail "these packages could not be installed:$missing; the lines above say why. Connect to the network, or install" \
      "them by hand, and start again"
  fi
  if [ -n "$unknown" ]; then
    say "    $(package_manager) knows no package named: $unknown"
    say "    Milliner works without, but for what needs them; \"installer/milliner doctor\" says what that is."
  fi
}
