#!/bin/sh
# usage: sh installer/start.sh [DIR]
# Installs what is missing, builds Milliner, and opens its workbench on the distro in DIR, or on the sample.
# Without a display it does the main job in this terminal instead.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/functions.sh"
distro=${1:-$checkout/sample-distros/bowler}
[ -f "$distro/azldev.toml" ] || fail "$distro has no azldev.toml, so it is no distro; name the folder that has one"
distro=$(cd "$distro" && pwd)

install_missing
install_java
install_kiwi
build_program

if has_display; then
  say "Opening the workbench on $distro"
  milliner open "$distro"
  exit
fi

say "There is no display here, so this terminal shows what the workbench would."
say ""
milliner list components -C "$distro"
echo
milliner list images -C "$distro"
echo
milliner list groups -C "$distro"
echo

# The first image that says it is a container; its build needs no privileges.
image=$(milliner list images -C "$distro" | awk 'NR > 1 && / container/ { print $1; exit }')
if [ -n "$image" ]; then
  output=${XDG_STATE_HOME:-$HOME/.local/state}/milliner/images
  say "Building $image"
  milliner build image "$image" -C "$distro" -o "$output"
  for artifact in "$output"/"$image".*.oci.tar "$output"/"$image".*.oci.tar.xz; do
    if [ -f "$artifact" ]; then
      echo
      say "Inspecting $artifact"
      milliner inspect "$artifact"
    fi
  done
else
  say "The distro has no container image, so none was built; build another with: $here/milliner build image NAME"
fi

picture=$checkout/target/workbench.png
if milliner open --picture "$picture" "$distro" > /dev/null 2>&1 && [ -s "$picture" ]; then
  say "A picture of the workbench on this distro: $picture"
else
  say "The workbench could not draw a picture of itself here."
fi
