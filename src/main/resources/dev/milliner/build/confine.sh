#!/bin/sh
# usage: confine.sh MODE NETWORK PRIVATE HIDDEN WRITABLE... -- COMMAND...
#
# Runs COMMAND, which does what a spec says, so that it can change nothing but what is its own, and leaves nothing
# behind: in mount, process, IPC and, for an ordinary user, user namespaces of its own.
#
#   MODE      root: this is run by root.  user: by anyone.
#   NETWORK   none: of its own, with nothing in it but itself.  host: the host's.
#   PRIVATE   a folder that is made; holds what COMMAND sees as $HOME, and as /tmp, /var/tmp and $TMPDIR
#   HIDDEN    the user's home, which COMMAND sees empty
#   WRITABLE  folders that COMMAND may write to; all else is read-only
#
# Ends with COMMAND's status. What COMMAND has left running is ended, and said.
set -eu

# A user namespace may not take back the other options of a mount, so they are named again.
protect() {
  while read -r _ _ _ _ point options _; do
    point=$(printf '%b' "$point")
    case $point in
      "$root" | "$root"/*) ;;
      *) continue ;;
    esac
    # What lies below another mount, or in the folder of another user, cannot be reached by COMMAND either.
    [ -e "$point" ] || continue
    mount -o "remount,bind,ro${options#r[ow]}" "$point"
  done < /proc/self/mountinfo
}

# What COMMAND does not see, or has of its own.
cover() {
  for place in /tmp /var/tmp; do
    mount --bind "$private/tmp" "$root$place"
  done
  mount -t tmpfs -o mode=755 tmpfs "$root/run"
  # What package managers write there belongs to this command, not to the host.
  for place in /var/log /var/lib/dnf /var/cache/dnf /var/cache/libdnf5; do
    [ ! -d "$root$place" ] || mount -t tmpfs tmpfs "$root$place"
  done
  resolver=$(dirname "$(readlink -f /etc/resolv.conf || echo /etc/resolv.conf)")
  case $network$resolver in
    host/run/*) show "$resolver" "$resolver" ;;
  esac
  if [ "$hidden" != / ] && [ -d "$root$hidden" ]; then
    mount -t tmpfs -o mode=755 tmpfs "$root$hidden"
    covered=$root$hidden
  fi
}

# Lays a folder of the host over a place in the new root.
show() {
  mkdir -p "$root$2"
  mount --bind "$1" "$root$2"
}

devices() {
  mount -t tmpfs -o mode=755 tmpfs "$root/dev"
  for node in null zero full random urandom tty; do
    : > "$root/dev/$node"
    mount --bind "/dev/$node" "$root/dev/$node"
  done
  ln -s /proc/self/fd "$root/dev/fd"
  ln -s fd/0 "$root/dev/stdin"
  ln -s fd/1 "$root/dev/stdout"
  ln -s fd/2 "$root/dev/stderr"
  mkdir "$root/dev/shm" "$root/dev/pts"
  mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
  mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
  ln -s pts/ptmx "$root/dev/ptmx"
}

# What COMMAND left, without what only waits to be forgotten.
count() {
  left=0
  names=
  for process in /proc/[0-9]*; do
    [ "$process" = /proc/1 ] && continue
    { read -r line < "$process/stat"; } 2> /dev/null || continue
    line=${line#*(}
    case ${line##*) } in
      Z*) continue ;;
    esac
    left=$((left + 1))
    names="$names${names:+, }${line%)*}"
  done
}

survivors() {
  count
  # What is about to end by itself is not worth a word.
  [ "$left" = 0 ] || { sleep 0.2 && count; }
  case $left in
    0) ;;
    1) echo "warning: 1 process outlived the build and was ended: $names" ;;
    *) echo "warning: $left processes outlived the build and were ended: $names" ;;
  esac
}

kernel() {
  mount -t proc proc "$root/proc"
  for place in /proc/sys /proc/sysrq-trigger; do
    [ -e "$root$place" ] || continue
    mount --bind "$root$place" "$root$place"
    mount -o remount,bind,ro "$root$place"
  done
}

move() {
  mkdir "$root/run/host"
  cd "$root"
  pivot_root . run/host
  cd /
  umount -l /run/host
  rmdir /run/host
}

if [ "$1" = inside ]; then
  mode=$2 network=$3 private=$4 hidden=$5 user=$6 group=$7 here=$8
  shift 8
  root=$private/root
  covered=
  mount --make-rprivate /
  mount --rbind / "$root"
  protect
  kernel
  cover
  while [ "$1" != -- ]; do
    show "$1" "$1"
    shift
  done
  shift
  show "$private/home" "$HOME"
  show "$private/tmp" "$TMPDIR"
  [ -z "$covered" ] || mount -o remount,bind,ro "$covered"
  devices
  move
  [ "$network" = host ] || ip link set lo up 2> /dev/null ||
    echo "warning: 127.0.0.1 is missing in this build, as iproute2 is missing on this host"
  cd "$here" 2> /dev/null || cd /
  set +e
  if [ "$mode" = root ]; then
    # Root, but for what could undo the above.
    setpriv --no-new-privs --bounding-set=-all,+chown,+dac_override,+fowner,+fsetid,+kill,+setgid,+setuid "$@"
  else
    unshare --user --map-user="$user" --map-group="$group" -- setpriv --no-new-privs "$@"
  fi
  status=$?
  survivors
  exit "$status"
fi

mode=$1 network=$2 private=$3 hidden=$4
shift 4
# Administrators' programs, which an ordinary user's PATH may lack.
PATH=$PATH:/usr/sbin:/sbin
mkdir -p "$private/root" "$private/tmp"
chmod 1777 "$private/tmp"
[ -d "$private/home" ] || cp -a "$HOME" "$private/home"
set -- sh "$0" inside "$mode" "$network" "$private" "$hidden" "$(id -u)" "$(id -g)" "$(pwd)" "$@"
[ "$network" = host ] || set -- --net "$@"
[ "$mode" = root ] || set -- --map-root-user "$@"
exec unshare --mount --pid --ipc --fork --kill-child "$@"
