# What other tools say of the packages. Read after functions.sh; "deb", "rpm" and "work" are set by whoever reads this file.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317

# usage: judged COMMAND...
# A tool that is not here judges nothing, and that is said.
judged() {
  if ! has "$1"; then
    say "    $1 is not here, so it was not asked."
    return
  fi
  "$@" > "$log" 2>&1 || { ended=$?; show_log 40; fail "$1 finds fault with the packages; see above"; }
  say "    $1 finds no fault."
}

check_packages() {
  mkdir "$work/deb"
  dpkg-deb --extract "$deb" "$work/deb"
  judged desktop-file-validate "$work/deb/usr/share/applications/dev.milliner.Milliner.desktop"
  judged appstreamcli validate --no-net "$work/deb/usr/share/metainfo/dev.milliner.Milliner.metainfo.xml"
  judged lintian --allow-root --no-cfg --fail-on error,warning "$deb"
  judged rpmlint --config "$here/package/rpmlint.toml" "$rpm"
  rm -r "$work/deb"
}

# usage: rpm_in_root ARGUMENT...
rpm_in_root() {
  rpm --root "$work/rpm" "$@" > "$log" 2>&1 || { ended=$?; show_log 20; fail "rpm $* fails; see above"; }
}

# Without what it depends on, as no mirror of Fedora is asked; it runs with the libraries of this host.
use_rpm() {
  mkdir "$work/rpm"
  rpm --checksig "$rpm" >&2
  rpm_in_root --initdb
  rpm_in_root --install --nodeps --ignoreos "$rpm"
  rpm_in_root --verify --nodeps milliner
  (cd "$checkout/sample-distros/bowler" && "$work/rpm/usr/bin/milliner" --version && "$work/rpm/usr/bin/milliner" check) >&2 \
    || fail "what the RPM installs does not run"
  rpm_in_root --erase --nodeps milliner
  left=$(find "$work/rpm" -name '*illiner*' ! -path "$work/rpm/var/*")
  [ -z "$left" ] || fail "removed, the RPM leaves: $left"
  say "    Installed, verified, used and removed."
}
