# Functions that the installer's scripts share. Read with ". functions.sh" after setting "here" to this folder.
# shellcheck shell=sh disable=SC2154 # "here" is set by whoever reads this file

checkout=$(cd "$here/.." && pwd)
kiwi_version=11.1.6
wanted_java=25
koji_version=1.36.1

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  say "milliner: $*"
  exit 1
}

has() {
  command -v "$1" > /dev/null 2>&1 || [ -x "/usr/sbin/$1" ] || [ -x "/sbin/$1" ]
}

has_library() {
  PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2> /dev/null | grep -q "$1"
}

has_display() {
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# Runs a command as root, whoever runs this.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif has sudo; then
    sudo "$@"
  else
    fail "installing packages needs root and there is no sudo here; run as root: $*"
  fi
}

package_manager() {
  if has apt-get; then
    echo apt
  elif has dnf; then
    echo dnf
  else
    echo none
  fi
}

# usage: install_packages PACKAGE...
install_packages() {
  say "Installing: $*"
  case $(package_manager) in
    apt)
      # The lists of a fresh machine may be empty or old.
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" > /dev/null 2>&1 \
        || { as_root apt-get update -qq \
          && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" > /dev/null; }
      ;;
    dnf) as_root dnf install -y -q --setopt=install_weak_deps=False "$@" > /dev/null ;;
    *) false ;;
  esac
}

# usage: want TEST-RESULT DEBIAN-PACKAGE FEDORA-PACKAGE
# Adds a package to $missing where the test before it failed.
want() {
  [ "$1" = 0 ] && return
  if [ "$(package_manager)" = dnf ]; then
    missing="$missing $3"
  else
    missing="$missing $2"
  fi
}

# usage: want_program PROGRAM DEBIAN-PACKAGE FEDORA-PACKAGE
want_program() {
  has "$1"
  want $? "$2" "$3"
}

# Lists in $missing what this host lacks of what Milliner runs.
find_missing() {
  missing=
  want_program mvn maven maven
  want_program git git git
  want_program rpmbuild rpm rpm-build
  want_program createrepo_c createrepo-c createrepo_c
  want_program dnf dnf dnf
  want_program rsync rsync rsync
  want_program xz xz-utils xz
  # Fedora has no umoci; KIWI takes either.
  has buildah || want_program umoci umoci buildah
  want_program skopeo skopeo skopeo
  want_program gcc gcc gcc
  want_program patch patch patch
  want_program make make make
  want_program file file file
  want_program parted parted parted
  want_program sgdisk gdisk gdisk
  want_program sfdisk fdisk util-linux
  want_program kpartx kpartx kpartx
  want_program mkfs.ext4 e2fsprogs e2fsprogs
  want_program mkfs.vfat dosfstools dosfstools
  want_program mcopy mtools mtools
  want_program qemu-img qemu-utils qemu-img
  want_program qemu-system-x86_64 qemu-system-x86 qemu-system-x86-core
  want_program extlinux extlinux syslinux-extlinux
  has_library libsolv.so.1
  want $? libsolv1 libsolv
  has_library libsolvext.so.1
  want $? libsolvext1 libsolv
  has_library libgtk-3.so.0
  want $? libgtk-3-0 gtk3
  has busybox && busybox --list | grep -qx switch_root
  want $? busybox-static busybox
  [ -e "$(gcc -print-file-name=libc.a 2> /dev/null)" ]
  want $? libc6-dev glibc-static
  /usr/bin/python3 -c 'import venv, ensurepip' > /dev/null 2>&1
  want $? python3-venv python3
  if ! has_display; then
    want_program Xvfb xvfb xorg-x11-server-Xvfb
  fi
}

install_missing() {
  find_missing
  [ -z "$missing" ] && return
  [ "$(package_manager)" = none ] && fail "neither apt nor dnf is here; install by hand:$missing"
  # shellcheck disable=SC2086 # the list is meant to be split
  install_packages $missing || fail "the packages could not be installed; connect to the network and start again"
}

# Prints the version of the compiler in a JDK's folder, or nothing.
java_version() {
  [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

# Sets JAVA_HOME to a JDK that will do; false where there is none.
find_java() {
  on_path=$(command -v javac 2> /dev/null)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$on_path"; do
    [ -n "$candidate" ] || continue
    version=$(java_version "$candidate")
    if [ -n "$version" ] && [ "$version" -ge "$wanted_java" ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

install_java() {
  find_java && return
  for package in openjdk-25-jdk java-25-openjdk-devel temurin-25-jdk; do
    install_packages "$package" 2> /dev/null && find_java && return
  done
  fail "there is no JDK $wanted_java here and no package manager has one; install one and name its folder in JAVA_HOME"
}

kiwi_folder() {
  echo "${XDG_DATA_HOME:-$HOME/.local/share}/milliner/kiwi"
}

install_kiwi() {
  [ -x "$(kiwi_folder)/bin/kiwi-ng" ] && return
  say "Installing kiwi $kiwi_version into $(kiwi_folder)"
  # The system's Python: one in a home folder cannot be read by root.
  { /usr/bin/python3 -m venv "$(kiwi_folder)" \
    && "$(kiwi_folder)/bin/pip" install -q --disable-pip-version-check "kiwi==$kiwi_version"; } > /dev/null \
    || fail "kiwi could not be installed; connect to the network and start again"
}

koji_folder() {
  echo "${XDG_DATA_HOME:-$HOME/.local/share}/milliner/koji"
}

# Koji's client, which the tests of builds on a farm talk with. Its packages are named one by one and without what they
# depend on: gssapi must be compiled with Kerberos' headers, and only logins by Kerberos use it.
install_koji() {
  [ -x "$(koji_folder)/bin/koji" ] && return
  say "Installing koji $koji_version into $(koji_folder)"
  { /usr/bin/python3 -m venv "$(koji_folder)" \
    && "$(koji_folder)/bin/pip" install -q --disable-pip-version-check --no-deps "koji==$koji_version" requests==2.34.2 \
      requests-gssapi==1.4.0 python-dateutil==4.0.0 six==1.17.0 defusedxml==0.7.1 urllib3==2.8.0 idna==3.20 \
      certifi==2026.10.19.post1 charset-normalizer==3.5.2; } > /dev/null \
    || fail "koji could not be installed; connect to the network and start again"
}

# Tells whether a source is newer than what was built from it.
is_outdated() {
  built=$checkout/target/class-path.txt
  [ ! -f "$built" ] || [ -n "$(find "$checkout/pom.xml" "$checkout/src/main" -newer "$built" -type f | head -n 1)" ]
}

# Maven without its own colours and without what newer Java versions say about its libraries.
mvn_quietly() {
  MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
    mvn -B -Dstyle.color=never "$@"
}

build_program() {
  is_outdated || return 0
  say "Building Milliner"
  # Touched here, as Maven leaves a list of the same content alone.
  (cd "$checkout" && mvn_quietly -q process-classes 1>&2 && touch target/class-path.txt) \
    || fail "Milliner could not be built; the messages above say why"
}

# usage: milliner ARGUMENT...
milliner() {
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED \
    -classpath "$checkout/target/classes:$(cat "$checkout/target/class-path.txt")" dev.milliner.Milliner "$@"
}
