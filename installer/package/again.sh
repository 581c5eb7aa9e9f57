# Whether one commit makes the same packages in another checkout. Read after bare-root.sh; "deb", "rpm" and "work" are set by
# whoever reads this file.
# shellcheck shell=sh disable=SC2154

# Another folder, another umask, another time zone. What Java worked out ahead of time comes out differently each time, as it
# holds what Java measured: so it is taken over, and package.sh uses it only where all that it was made from is the same.
make_again() {
  again=$work/again
  clone_into "$again"
  mkdir -p "$again/target/package"
  cp "$checkout"/target/package/milliner-*.aot "$again/target/package"
  find_java
  say "    Building in $again/target"
  (cd "$again" && umask 077 && { slowly maven process-classes || { show_log 40; exit 1; }; }) \
    || fail "the second checkout could not be built; the lines above say why"
  (umask 077 && TZ=Pacific/Chatham sh "$again/installer/package.sh" all)
}

# usage: compare FILE UNPACK...
# Compares a package with the one made again; where they differ, UNPACK (with a package and a folder) shows which files do.
compare() {
  first=$1
  second=$again/target/package/${1##*/}
  shift
  if cmp -s "$first" "$second"; then
    say "    ${first##*/} came out the same to the byte."
    return
  fi
  "$@" "$first" "$work/first"
  "$@" "$second" "$work/second"
  diff -rq --no-dereference "$work/first" "$work/second" >&2 || true
  fail "made again, ${first##*/} is not the same; see above which files differ (none: their dates or order). Where this" \
    "checkout holds classes of sources that are gone, remove its target folder and start again"
}

# usage: unpack_rpm PACKAGE FOLDER
unpack_rpm() {
  mkdir "$2" && rpm2cpio "$1" | (cd "$2" && cpio --extract --make-directories --quiet)
}

compare_both() {
  compare "$deb" dpkg-deb --raw-extract
  rm -rf "$work/first" "$work/second"
  compare "$rpm" unpack_rpm
}
