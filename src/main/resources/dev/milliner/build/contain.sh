#!/bin/sh
# usage: contain.sh MODE FOLDER OWNER COMMAND...
#
# Runs COMMAND, which builds an image, so that nothing of it can outlive it: in a mount and a process
# namespace of its own. Mounts vanish with the first, processes with the second.
#
#   MODE    root: this is run by root.  user: by anyone; the namespace maps them to root.
#           inside: what this script runs of itself in the new namespaces.
#   FOLDER  the build's folder; loop devices over files below it are detached at the end
#   OWNER   USER:GROUP that files below FOLDER/work are given to at the end
#
# Standard input: a line "stop" asks COMMAND to stop by SIGINT, which KIWI undoes its work at.
# The end of the input, also when whoever started this dies, kills everything.
set -u
script=$0
mode=$1
folder=$2
owner=$3
shift 3

if [ "$mode" = inside ]; then
  # $owner is the outer mode here.
  mount --make-rprivate /
  mount -t proc proc /proc
  if [ "$owner" = user ]; then
    # A /dev without mounts below it, as KIWI binds it without those; and a /sys that may be mounted on.
    dev=$(mktemp -d "$folder/work/tmp/dev.XXXXXX")
    mount -t tmpfs tmpfs "$dev"
    for node in null zero full random urandom tty; do
      : > "$dev/$node"
      mount --bind "/dev/$node" "$dev/$node"
    done
    ln -s /proc/self/fd "$dev/fd"
    ln -s fd/0 "$dev/stdin"
    ln -s fd/1 "$dev/stdout"
    ln -s fd/2 "$dev/stderr"
    mkdir "$dev/shm" "$dev/pts"
    mount --rbind "$dev" /dev
    mount -t tmpfs tmpfs /sys
    mkdir -p /sys/fs/cgroup
    mount -t tmpfs tmpfs /run
  fi
  # What package managers write there belongs to this build, not to the host.
  for place in /var/log /var/cache /var/lib/dnf /var/lib/containers; do
    [ -d "$place" ] && mount -t tmpfs tmpfs "$place"
  done
  # A shell in the background starts what it runs with SIGINT ignored; that would make the build deaf to it.
  exec env --default-signal=INT,QUIT,TERM,HUP,PIPE "$@"
fi

# A partition that a dying process still has mounted cannot be forgotten at once; and one that is left when
# its loop device goes makes every later disk build of this host fail.
forget_partitions() {
  loop=${1#/dev/}
  attempts=0
  while ls -d "/sys/block/$loop/$loop"p* > /dev/null 2>&1 && [ $attempts -lt 50 ]; do
    partx -d "/dev/$loop" > /dev/null 2>&1 || sleep 0.1
    attempts=$((attempts + 1))
  done
}

# Partitions that an unclean end, of this program or of another, has left on unused loop devices.
forget_stale_partitions() {
  for part in /sys/block/loop*/loop*p*; do
    [ -e "$part" ] || continue
    device=/dev/$(basename "$(dirname "$part")")
    losetup "$device" > /dev/null 2>&1 && continue
    truncate -s 1M "$folder/work/tmp/empty"
    losetup "$device" "$folder/work/tmp/empty" || continue
    forget_partitions "$device"
    losetup -d "$device"
    rm -f "$folder/work/tmp/empty"
  done
}

# Ctrl-C on a terminal reaches this script too. It stays to clean up; the caller says what to stop.
trap : INT TERM HUP
# So it does when nobody reads its output any more.
trap '' PIPE

pid_file=$folder/work/container.pid
rm -f "$pid_file"
exec 3<&0 < /dev/null

watch() {
  while read -r word; do
    if [ "$word" = stop ] && [ -s "$pid_file" ]; then
      outer=$(cat "$pid_file")
      inner=$(cat "/proc/$outer/task/$outer/children" 2> /dev/null)
      # shellcheck disable=SC2086 # the list is meant to be split
      [ -n "$inner" ] && kill -INT $inner
    fi
  done
  [ -s "$pid_file" ] && kill -KILL "$(cat "$pid_file")"
}

watch <&3 &
watcher=$!
exec 3<&-

if [ "$mode" = root ]; then
  forget_stale_partitions
fi

if [ "$mode" = user ]; then
  set -- --map-root-user --mount --pid --fork --kill-child sh "$script" inside "$folder" user "$@"
else
  set -- --mount --pid --fork --kill-child sh "$script" inside "$folder" root "$@"
fi
# A session of its own keeps the terminal's Ctrl-C away; exec keeps the number.
# shellcheck disable=SC2016 # the inner shell expands it
sh -c 'echo $$ > "$0" && exec setsid unshare "$@"' "$pid_file" "$@"
status=$?
rm -f "$pid_file"
kill "$watcher" 2> /dev/null

if [ "$mode" = root ]; then
  losetup --noheadings --raw --output NAME,BACK-FILE | while read -r device file; do
    case $file in
      "$folder"/*)
        forget_partitions "$device"
        losetup -d "$device"
        echo "detached $device"
        ;;
    esac
  done
  # Nothing is mounted there any more, unless something went very wrong; then better leave it alone.
  if ! grep -q " $folder/work" /proc/self/mountinfo; then
    chown -R --no-dereference "$owner" "$folder/work"
  fi
fi
exit "$status"
