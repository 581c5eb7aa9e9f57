# The package for Debian and Ubuntu. Read after shared-files.sh.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317

deb_root=$packages_folder/deb

# Java's window library and JavaFX call these; a name changed with Debian 13 is preceded by the new one.
deb_depends="libc6 (>= 2.31), libsolv1, libsolvext1, libgtk-3-0t64 | libgtk-3-0, libasound2t64 | libasound2, libatk1.0-0t64 | \
libatk1.0-0, libcairo-gobject2, libcairo2, libfontconfig1, libfreetype6, libgdk-pixbuf-2.0-0, libgl1, libglib2.0-0t64 | \
libglib2.0-0, libpango-1.0-0, libpangocairo-1.0-0, libpangoft2-1.0-0, libx11-6, libxext6, libxi6, libxrender1, libxtst6, \
libxxf86vm1"

deb_control() {
  cat << END
Package: milliner
Version: $package_version
Architecture: amd64
Maintainer: The Milliner authors <milliner@milliner.invalid>
Installed-Size: $(du --summarize --apparent-size --block-size=1024 --exclude=DEBIAN "$deb_root" | cut -f 1)
Depends: $deb_depends
Recommends: $(listed 1)
Section: devel
Priority: optional
Homepage: $(home_page)
Description: workbench for Linux distributions on top of Fedora
 Milliner is for people who maintain Linux distributions made of TOML
 definitions and overlays on top of Fedora, the way Azure Linux is made with
 azldev. It shows what a distribution resolves to while one types, what each
 overlay changes, which packages an image would hold and why, and builds
 packages and images with the real tools.
 .
 What it shows in its window, its command line prints. The recommended packages
 are the tools of builds; all else works without them.
END
}

add_deb_documents() {
  documents=$deb_root/usr/share/doc/milliner
  mkdir -p "$documents" "$deb_root/usr/share/lintian/overrides"
  filled copyright.in > "$documents/copyright"
  cp "$here/package/lintian-overrides" "$deb_root/usr/share/lintian/overrides/milliner"
  cat << END | gzip --best --no-name > "$documents/changelog.gz"
milliner ($package_version) unstable; urgency=medium

  * What changed is told in Milliner's own changelog, CHANGELOG.md.

 -- The Milliner authors <milliner@milliner.invalid>  $(LC_ALL=C commit_date '%a, %d %b %Y %H:%M:%S +0000')
END
  gzip --best --no-name < "$checkout/CHANGELOG.md" > "$documents/CHANGELOG.md.gz"
}

fill_deb() {
  lay_out "$deb_root" /usr/share/zsh/vendor-completions && add_deb_documents || return 1
  mkdir "$deb_root/DEBIAN"
  (cd "$deb_root" && find usr -type f -exec md5sum {} + | LC_ALL=C sort -k 2) > "$deb_root/DEBIAN/md5sums"
  deb_control > "$deb_root/DEBIAN/control"
  chmod -R u=rwX,go=rX "$deb_root" && set_dates "$deb_root"
  dpkg-deb --root-owner-group -Zxz -z2 --build "$deb_root" "$deb"
}

make_deb() {
  deb=$packages_folder/milliner_${package_version}_amd64.deb
  step "The package for Debian and Ubuntu"
  slowly fill_deb || { show_log 20; fail "the package could not be made; the lines above say why"; }
  rm -rf "$deb_root"
  made=$deb
}
