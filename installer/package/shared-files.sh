# What desktops, shells and man find of Milliner once it is installed: the same in every kind of package. Read after image.sh.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317

application_id=dev.milliner.Milliner
icon_sizes="16 22 24 32 48 64 128 256 512"

home_page() {
  sed -n 's|^  <url>\(.*\)</url>|\1|p' "$checkout/pom.xml"
}

# usage: filled FILE
# A file of installer/package with what it leaves open.
filled() {
  case $package_version in
    *~*) release_type=development ;;
    *) release_type=stable ;;
  esac
  sed -e "s|@HOME@|$(home_page)|" -e "s|@VERSION@|$package_version|" -e "s|@DATE@|$(commit_date %Y-%m-%d)|" \
    -e "s|@RELEASE_TYPE@|$release_type|" "$here/package/$1"
}

# usage: add_program ROOT
add_program() {
  mkdir -p "$1/usr/lib" "$1/usr/bin"
  cp -a "$image" "$1/usr/lib/milliner" && ln -s ../lib/milliner/bin/milliner "$1/usr/bin/milliner"
}

# usage: add_icons ROOT
add_icons() {
  hicolor=$1/usr/share/icons/hicolor
  mkdir -p "$hicolor/scalable/apps" "$hicolor/symbolic/apps"
  cp "$here/package/icons/milliner.svg" "$hicolor/scalable/apps/$application_id.svg"
  cp "$here/package/icons/milliner-symbolic.svg" "$hicolor/symbolic/apps/$application_id-symbolic.svg"
  for size in $icon_sizes; do
    mkdir -p "$hicolor/${size}x$size/apps"
    rsvg-convert --width "$size" --height "$size" --output "$hicolor/${size}x$size/apps/$application_id.png" \
      "$here/package/icons/milliner.svg" || return 1
  done
}

# usage: add_desktop ROOT
add_desktop() {
  mkdir -p "$1/usr/share/applications" "$1/usr/share/metainfo" "$1/usr/share/mime/packages"
  cp "$here/package/$application_id.desktop" "$1/usr/share/applications"
  cp "$here/package/$application_id.mime.xml" "$1/usr/share/mime/packages/$application_id.xml"
  filled "$application_id.metainfo.xml.in" > "$1/usr/share/metainfo/$application_id.metainfo.xml"
}

# usage: add_manual ROOT
# Without a date or a name in the archive, so that the same text is the same bytes.
add_manual() {
  mkdir -p "$1/usr/share/man/man1"
  "$image/bin/milliner" manual | gzip --best --no-name > "$1/usr/share/man/man1/milliner.1.gz"
}

# usage: add_completions ROOT ZSH-FOLDER
add_completions() {
  mkdir -p "$1/usr/share/bash-completion/completions" "$1/usr/share/fish/vendor_completions.d" "$1$2"
  # It is read by a shell, not run, so it names no interpreter.
  "$image/bin/milliner" completion bash | sed '1{/^#!/d}' > "$1/usr/share/bash-completion/completions/milliner" || return 1
  "$image/bin/milliner" completion fish > "$1/usr/share/fish/vendor_completions.d/milliner.fish" || return 1
  {
    echo '#compdef milliner'
    echo 'autoload -Uz bashcompinit && bashcompinit'
    cat "$1/usr/share/bash-completion/completions/milliner"
    # zsh reads this file when it is first asked, and that question wants its answer too.
    echo '_bash_complete -o default -F _complete_milliner'
  } > "$1$2/_milliner"
}

# Every library that is packed is one whose licence is told.
licences_are_told() {
  for archive in "$image"/app/*.jar; do
    name=${archive##*/}
    grep -q "app/${name%%-[0-9]*}\(-\*\)\{0,1\}\.jar\$\|app/$name\$" "$here/package/copyright.in" \
      || fail "$name is packed, but installer/package/copyright.in does not tell its licence; add it there"
  done
}

# usage: lay_out ROOT ZSH-FOLDER
# All that an installed Milliner is.
lay_out() {
  rm -rf "$1"
  licences_are_told
  add_program "$1" && add_icons "$1" && add_desktop "$1" && add_manual "$1" && add_completions "$1" "$2" \
    && chmod -R u=rwX,go=rX "$1"
}

# What a package depends on is not listed beside packages.sh, but found there: "want" is asked for every tool in turn.
tools_of_builds() {
  (
    want() {
      case $1 in
        # Milliner is built with these, or cannot do without and names them itself, or every system has them.
        maven | ca-certificates | libsolv* | libgtk* | xvfb | shellcheck | findutils | tar) ;;
        *) echo "$1 $2" ;;
      esac
    }
    find_missing
  )
}

# usage: listed COLUMN
# The tools of builds by their names on Debian (1) or on Fedora (2), with commas between.
listed() {
  tools_of_builds | cut -d ' ' -f "$1" | sort -u | paste -s -d , | sed 's/,/, /g'
}

# What a package is made with, beside a JDK.
install_tools() {
  tools=
  case $1 in
    deb) tools="rsvg-convert dpkg-deb" ;;
    rpm) tools="rsvg-convert rpmbuild" ;;
    all) tools="rsvg-convert dpkg-deb rpmbuild" ;;
  esac
  missing=
  for tool in strip $tools; do
    case $tool in
      strip) want binutils binutils has strip ;;
      rsvg-convert) want librsvg2-bin librsvg2-tools has rsvg-convert ;;
      dpkg-deb) want dpkg dpkg has dpkg-deb ;;
      rpmbuild) want rpm rpm-build has rpmbuild ;;
    esac
  done
  # shellcheck disable=SC2086 # the list is meant to be split
  [ -z "$missing" ] || install_packages $missing || fail "these are missing and could not be installed:$missing"
}
