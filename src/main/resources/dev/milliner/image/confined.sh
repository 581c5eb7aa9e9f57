# usage: confined.sh FOLDER FILE... -- COMMAND...
# Runs COMMAND in namespaces of its own, where it sees the host's programs, the files in /in, and the folder as /out; where FOLDER
# is empty, /out is in memory and goes with it. So what it reads may name other files of the host, and it finds none.
set -eu
folder=$1
shift
mount -t tmpfs -o mode=755 tmpfs /mnt
cd /mnt
mkdir usr in out dev proc tmp
mount --rbind /usr usr
mount -o remount,bind,ro usr
for name in bin sbin lib lib32 lib64 libx32; do
  if [ -L "/$name" ]; then
    cp -P "/$name" .
  elif [ -d "/$name" ]; then
    mkdir "$name"
    mount --rbind "/$name" "$name"
    mount -o remount,bind,ro "$name"
  fi
done
# For /dev/stdout. It shows no process but these; where it may not be mounted, as in containers that cover a part of theirs, what
# writes there fails. The host's own would lead to the roots of its processes.
mount -t proc proc proc 2> /dev/null || :
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/1 dev/stdout
while [ "$1" != -- ]; do
  : > "in/$(basename "$1")"
  mount --bind "$1" "in/$(basename "$1")"
  mount -o remount,bind,ro "in/$(basename "$1")"
  shift
done
shift
if [ -n "$folder" ]; then
  mount --bind "$folder" out
else
  mount -t tmpfs -o size=4G,nr_inodes=1000000 tmpfs out
fi
exec chroot . "$@"
