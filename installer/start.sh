#!/bin/sh
# usage: sh installer/start.sh [DIR]
# Installs what is missing, builds Milliner, and opens its workbench on the distro in DIR, or on the sample.
# Without a display it does the main job in this terminal instead.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
steps=5
. "$here/functions.sh"
distro=${1:-$checkout/sample-distros/bowler}
[ -f "$distro/azldev.toml" ] || fail "$distro has no azldev.toml, so it is no distro; name the folder that has one"
distro=$(cd "$distro" && pwd)

need_own_checkout
open_log
install_missing
install_java
install_kiwi
step "Milliner"
build_program

if has_display; then
  step "Opening the workbench on $distro; it ends with its window"
  milliner open "$distro"
  exit
fi

step "There is no display here, so this terminal shows what the workbench would of $distro"
milliner list components -C "$distro"
echo
images=$(milliner list images -C "$distro")
printf '%s\n\n' "$images"
milliner list groups -C "$distro"
echo

# The first image that is a container and nothing else: its build needs no privileges, and no kernel that must be fetched.
image=$(printf '%s\n' "$images" | awk 'NR > 1 && / container/ && !/machine-bootable/ && !found { print $1; found = 1 }')
if [ -n "$image" ]; then
  output=$(state_folder)/images
  say "Building $image into $output"
  start_clock 7
  milliner build image "$image" -C "$distro" -o "$output" || fail "$image could not be built; the lines above say why"
  for artifact in "$output"/"$image".*.oci.tar "$output"/"$image".*.oci.tar.xz; do
    if [ -f "$artifact" ]; then
      echo
      say "Inspecting $artifact"
      milliner inspect "$artifact"
    fi
  done
  stop_clock
else
  say "The distro has no container image, so none was built; build another with: $here/milliner build image NAME"
fi

picture=$checkout/target/workbench.png
say "Drawing the workbench"
if ! slowly milliner open --picture "$picture" "$distro" || ! [ -s "$picture" ]; then
  show_log 15
  fail "the workbench could not draw a picture of itself here; the lines above say why"
fi
say "A picture of the workbench on this distro: $picture"
