# usage: convert.sh FORMAT FOLDER QEMU-IMG FILE...
# Makes FOLDER/disk, a raw disk, of the first FILE; the others are the disks that it is laid over. Run in namespaces of its own: what
# converts sees the host's programs, these files and the folder, so a disk that names others finds none.
set -eu
format=$1
folder=$2
program=$3
shift 3
mount -t tmpfs -o mode=755 tmpfs /mnt
cd /mnt
mkdir usr in out dev proc
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
first=$(basename "$1")
for file in "$@"; do
  : > "in/$(basename "$file")"
  mount --bind "$file" "in/$(basename "$file")"
  mount -o remount,bind,ro "in/$(basename "$file")"
done
mount --bind "$folder" out
exec chroot . "$program" convert -f "$format" -O raw -- "in/$first" out/disk
