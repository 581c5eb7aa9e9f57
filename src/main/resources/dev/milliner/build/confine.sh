#!/bin/sh
# usage: confine.sh [--most SIZE] MODE NETWORK PRIVATE HIDDEN WRITABLE... -- COMMAND...
#
# Runs COMMAND, which does what a spec says, so that it can change nothing but what is its own, and leaves nothing
# behind: in mount, process, IPC and, for an ordinary user, user namespaces of its own.
#
#   SIZE      COMMAND is trusted less: all it writes is kept in memory, up to this size for each place, and is lost with
#             it; it is a user without any rights where root runs this, and the first to be ended where memory is short
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

# A file system in memory.
memory() {
  mount -t tmpfs -o "mode=$1${most:+,size=$most,nr_inodes=50k}" tmpfs "$2"
}

# What is COMMAND's own.
own() {
  mkdir -p "$private/root" "$private/tmp"
  chmod 1777 "$private/tmp"
  [ -d "$private/home" ] || cp -a "$HOME" "$private/home"
}

# What COMMAND does not see, or has of its own.
cover() {
  for place in /tmp /var/tmp; do
    mount --bind "$private/tmp" "$root$place"
  done
  memory 755 "$root/run"
  # What package managers write there belongs to this command, not to the host.
  for place in /var/log /var/lib/dnf /var/cache/dnf /var/cache/libdnf5; do
    [ ! -d "$root$place" ] || memory 755 "$root$place"
  done
  resolver=$(dirname "$(readlink -f /etc/resolv.conf || echo /etc/resolv.conf)")
  case $network$resolver in
    host/run/*) show "$resolver" "$resolver" ;;
  esac
  if [ "$hidden" != / ] && [ -d "$root$hidden" ]; then
    memory 755 "$root$hidden"
    covered=$root$hidden
  fi
}

# Lays a folder of the host over a place in the new root.
show() {
  mkdir -p "$root$2"
  mount --bind "$1" "$root$2"
}

devices() {
  memory 755 "$root/dev"
  for node in null zero full random urandom tty; do
    : > "$root/dev/$node"
    mount --bind "/dev/$node" "$root/dev/$node"
  done
  ln -s /proc/self/fd "$root/dev/fd"
  ln -s fd/0 "$root/dev/stdin"
  ln -s fd/1 "$root/dev/stdout"
  ln -s fd/2 "$root/dev/stderr"
  mkdir "$root/dev/shm" "$root/dev/pts"
  memory 1777 "$root/dev/shm"
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
  most=$2 mode=$3 network=$4 private=$5 hidden=$6 user=$7 group=$8 here=$9
  shift 9
  root=$private/root
  covered=
  become=
  mount --make-rprivate /
  if [ -n "$most" ]; then
    echo 1000 > /proc/self/oom_score_adj
    umask 022
    memory 755 "$private"
    own
    if [ "$mode" = root ]; then
      become="--reuid=$user --regid=$group --clear-groups"
      chown -R "$user:$group" "$private/home" "$private/tmp"
    fi
  fi
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
    # shellcheck disable=SC2086
    setpriv --no-new-privs $become --bounding-set=-all,+chown,+dac_override,+fowner,+fsetid,+kill,+setgid,+setuid "$@"
  else
    unshare --user --map-user="$user" --map-group="$group" -- setpriv --no-new-privs "$@"
  fi
  status=$?
  survivors
  exit "$status"
fi

most=
if [ "$1" = --most ]; then
  most=$2
  shift 2
fi
mode=$1 network=$2 private=$3 hidden=$4
shift 4
# Administrators' programs, which an ordinary user's PATH may lack.
PATH=$PATH:/usr/sbin:/sbin
mkdir -p "$private"
[ -n "$most" ] || own
user=$(id -u) group=$(id -g)
if [ -n "$most" ] && [ "$mode" = root ]; then
  # One of those that systemd leaves to nobody at all: the processes of the host's nobody would count as COMMAND's.
  user=$((65520 + $$ % 14))
  group=$user
fi
set -- sh "$0" inside "$most" "$mode" "$network" "$private" "$hidden" "$user" "$group" "$(pwd)" "$@"
[ "$network" = host ] || set -- --net "$@"
[ "$mode" = root ] || set -- --map-root-user "$@"
exec unshare --mount --pid --ipc --fork --kill-child "$@"
