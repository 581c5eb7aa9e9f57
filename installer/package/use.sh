#!/bin/sh
# usage: sh use.sh PACKAGE
# Runs in a bare root of Debian or Ubuntu, after package-test.sh: installs a package, .deb or .rpm, uses it as an ordinary
# user would, removes it, and tells by its status whether all went well and nothing was left.
# shellcheck disable=SC2016 # variables of the shells that are started
set -eu
package=$1
said=/srv/said
export DEBIAN_FRONTEND=noninteractive

say() {
  printf '    %s\n' "$*"
}

fail() {
  say "FAILED: $*"
  exit 1
}

# usage: expect TITLE WORDS COMMAND...
# Fails unless the command succeeds and prints the words.
expect() {
  title=$1
  words=$2
  shift 2
  began=$(date +%s%N)
  if ! "$@" > "$said" 2>&1 || ! grep -q -e "$words" "$said"; then
    cat "$said"
    fail "$title: '$words' is not in what is told above"
  fi
  say "$(printf '%6d ms  %s' $((($(date +%s%N) - began) / 1000000)) "$title")"
}

as_user() {
  runuser -u user -- env HOME=/home/user "$@"
}

# usage: add PACKAGE...
add() {
  apt-get install -y -q --no-install-recommends "$@" > "$said" 2>&1 || { tail -n 20 "$said"; fail "apt-get install $*"; }
}

# Every file of the system, but what packages' own tools and their user keep.
files() {
  find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /srv -o -path /root -o -path /home -o -path /tmp -o -path /run \
    -o -path /var/lib/dpkg -o -path /var/lib/rpm -o -path /var/lib/apt -o -path /var/cache -o -path /var/log \) -prune -o -print | sort
}

# What uses it, and a user; none of it is Milliner's own.
add_surroundings() {
  [ ! -d /home/user ] || return 0
  apt-get update -q > "$said" 2>&1 || { tail -n 20 "$said"; fail "apt-get update"; }
  add man-db bash-completion zsh fish shared-mime-info desktop-file-utils xvfb xauth x11-utils x11-apps
  useradd --create-home user
}

# What apt would install with the DEB. What the RPM needs are the same libraries, which are there by then, under the names that
# they have everywhere; its own rpm does not know the names of Fedora's packages.
add_dependencies() {
  case $package in
    *.deb)
      # shellcheck disable=SC2046 # one argument is meant
      apt-get satisfy -y -q --no-install-recommends "$(dpkg-deb -f "$package" Depends)" > "$said" 2>&1 \
        || { tail -n 20 "$said"; fail "what the package depends on cannot be installed"; }
      ;;
    *.rpm)
      add rpm
      # Fedora's package "filesystem" has these.
      mkdir -p /usr/share/licenses /usr/share/metainfo /usr/share/zsh/site-functions
      for library in $(rpm -q --requires --package "$package" | sed -n 's/^\(lib[^()]*\.so[^()]*\)(.*/\1/p' | sort -u); do
        ldconfig -p | grep -qF "$library " || fail "the RPM requires $library, which the DEB's dependencies do not bring"
      done
      ;;
  esac
}

install_package() {
  case $package in
    *.deb) expect "dpkg --install" "Setting up milliner" dpkg --install "$package" ;;
    *.rpm)
      expect "rpm --checksig" "digests OK" rpm --checksig "$package"
      expect "rpm --install" "milliner" rpm --install --verbose --nodeps "$package"
      expect "rpm --verify" "whole" sh -c 'rpm --verify --nodeps milliner && echo whole'
      keep_up
      ;;
  esac
}

remove_package() {
  case $package in
    *.deb) expect "dpkg --purge" "Removing milliner" dpkg --purge milliner ;;
    *.rpm)
      expect "rpm --erase" "removed" sh -c 'rpm --erase --nodeps milliner && echo removed'
      keep_up
      ;;
  esac
}

# What Fedora does by itself after any package; Debian does so after its own only.
keep_up() {
  update-mime-database /usr/share/mime
  update-desktop-database
}

# The program's own libraries find one another once Java has loaded them.
need_all_libraries() {
  missing=
  for library in $(find /usr/lib/milliner -name '*.so' -exec ldd {} + 2> /dev/null | awk '/not found/ { print $1 }' | sort -u); do
    [ -n "$(find /usr/lib/milliner -name "$library")" ] || missing="$missing $library"
  done
  [ -z "$missing" ] || fail "no package brings$missing"
}

use_in_a_terminal() {
  as_user cp -R /usr/lib/milliner/sample-distros/bowler /home/user/bowler
  cd /home/user/bowler
  expect "milliner --version" "^milliner [0-9]" as_user milliner --version
  # Java is told to fail where it cannot use what was worked out ahead of time.
  expect "milliner --version, by what was worked out ahead" "^milliner [0-9]" \
    as_user env JDK_JAVA_OPTIONS=-XX:AOTMode=on milliner --version
  expect "milliner check" "^0 errors, 0 warnings" as_user milliner check
  expect "milliner check, where there is a fault" "^azldev.toml:.*: error: " \
    as_user sh -c 'cp -R . ../broken && cd ../broken && echo "[" >> azldev.toml && ! milliner check'
  expect "milliner list components" "^greet" as_user milliner list components
  expect "milliner list images" "^bowler-root" as_user milliner list images
  expect "milliner doctor" "^ok *libsolv" as_user sh -c 'milliner doctor || true'
}

ask_other_programs() {
  expect "man milliner" "MILLINER(1)" man -P cat milliner
  expect "completion in bash" "^image" bash -c '. /usr/share/bash-completion/completions/milliner
    COMP_WORDS=(milliner build im); COMP_CWORD=2; COMP_LINE="milliner build im"; _complete_milliner; printf "%s\n" "${COMPREPLY[@]}"'
  expect "completion in zsh" "^_milliner$" zsh -c 'fpath=(/usr/share/zsh/site-functions $fpath)
    autoload -Uz compinit && compinit -u -D && print $_comps[milliner] && autoload +X _milliner'
  expect "completion in fish" "^image" fish -c 'complete --do-complete "milliner build im"'
  expect "the type of azldev.toml" "application/x-azldev+toml" grep -h "azldev.toml" /usr/share/mime/globs2
  expect "what opens it" "dev.milliner.Milliner.desktop" grep -h "^application/x-azldev+toml=" /usr/share/applications/mimeinfo.cache
  expect "its entry in menus" "valid" \
    sh -c 'desktop-file-validate /usr/share/applications/dev.milliner.Milliner.desktop && echo valid'
}

# A screen on which the window shows a distro has over ten thousand colours; one that is empty, or waits, some five hundred.
use_in_a_window() {
  expect "a picture of the window" "drawn" \
    as_user env JDK_JAVA_OPTIONS=-XX:AOTMode=on sh -c 'milliner open --picture ~/picture.png ~/bowler && [ -s ~/picture.png ] && echo drawn'
  expect "the window" "^shown" as_user xvfb-run -a -s "-screen 0 1600x1025x24" sh -c '
    milliner open ~/bowler & window=$!
    state=missing
    for try in $(seq 60); do
      sleep 1
      name=$(xwininfo -root -tree | grep -i "bowler" | head -n 1)
      colours=$(xwd -root -silent | od -A n -t x4 -v -w4 | sort -u | wc -l)
      echo "$colours colours: $name"
      if [ -n "$name" ] && [ "$colours" -gt 3000 ]; then state=shown; break; fi
    done
    kill $window; wait $window
    echo "$state"'
}

# The solver's process ends with the program's.
need_no_process() {
  for try in 1 2 3 4 5 6 7 8 9 10; do
    left=$(find /proc/[0-9]*/exe -lname '/usr/lib/milliner/*' 2> /dev/null) || true
    [ -n "$left" ] || return 0
    sleep 1
  done
  fail "$try s after the window was closed these still run: $left"
}

add_surroundings
add_dependencies
files > /srv/before
install_package
need_all_libraries
use_in_a_terminal
ask_other_programs
use_in_a_window
need_no_process
remove_package
rm -r /home/user/bowler /home/user/broken
files > /srv/after
diff /srv/before /srv/after || fail "removed, it leaves what is told above"
say "Nothing of ${package##*/} was left."
