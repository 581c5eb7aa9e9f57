# What other tools say of the packages. Read after functions.sh; "deb", "rpm" and "work" are set by whoever reads this file.
# shellcheck shell=sh disable=SC2154

install_judges() {
  missing=
  want desktop-file-utils desktop-file-utils has desktop-file-validate
  want appstream appstream has appstreamcli
  want lintian lintian has lintian
  want rpmlint rpmlint has rpmlint
  # shellcheck disable=SC2086 # the list is meant to be split
  [ -z "$missing" ] || install_packages $missing || say "    These could not be installed:$missing"
}

# usage: judged COMMAND...
# A tool that is not here judges nothing, and that is said.
judged() {
  if ! has "$1"; then
    say "    SKIPPED: $1 is not here, so it was NOT asked."
    return
  fi
  slowly "$@" || { show_log 40; fail "$1 finds fault with the packages; see above"; }
  say "    $1 finds no fault."
}

check_packages() {
  install_judges
  mkdir "$work/deb"
  dpkg-deb --extract "$deb" "$work/deb"
  judged desktop-file-validate "$work/deb/usr/share/applications/dev.milliner.Milliner.desktop"
  judged appstreamcli validate --no-net "$work/deb/usr/share/metainfo/dev.milliner.Milliner.metainfo.xml"
  judged lintian --allow-root --no-cfg --fail-on error,warning "$deb"
  judged rpmlint --config "$here/package/rpmlint.toml" "$rpm"
  rm -r "$work/deb"
}
