# The package for Fedora and Azure Linux. Read after shared-files.sh.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317

rpm_work=$packages_folder/rpm

# usage: fill_spec FILES
# FILES: where the layout is, of which the package becomes a copy.
fill_spec() {
  mkdir -p "$rpm_work"
  filled milliner.spec.in | sed -e "s|@LAYOUT@|$1|" -e "s|@RECOMMENDS@|$(listed 2)|" \
    -e "s|@CHANGED@|$(LC_ALL=C commit_date '%a %b %d %Y')|" > "$rpm_work/milliner.spec"
}

fill_rpm() {
  lay_out "$rpm_work/layout" /usr/share/zsh/site-functions || return 1
  mkdir -p "$rpm_work/layout/usr/share/licenses/milliner"
  cp "$checkout/LICENSE" "$rpm_work/layout/usr/share/licenses/milliner"
  filled copyright.in > "$rpm_work/layout/usr/share/licenses/milliner/copyright"
  chmod -R u=rwX,go=rX "$rpm_work/layout" && set_dates "$rpm_work/layout"
  fill_spec "$rpm_work/layout"
  rpmbuild -bb --target x86_64 --define "_topdir $rpm_work" --define "_rpmdir $packages_folder" \
    --define '_build_name_fmt %{name}-%{version}-%{release}.%{arch}.rpm' "$rpm_work/milliner.spec"
}

make_rpm() {
  step "The package for Fedora and Azure Linux"
  slowly fill_rpm || { show_log 20; fail "the package could not be made; the lines above say why"; }
  rm -rf "$rpm_work"
  made="${made:+$made }$packages_folder/milliner-$package_version-1.x86_64.rpm"
}
