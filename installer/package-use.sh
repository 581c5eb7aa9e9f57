#!/bin/sh
# Runs in a bare Debian root, in which package-test.sh has laid /srv/milliner.deb and /srv/bowler: installs the package,
# uses it as a user would, removes it, and tells by its status whether all went well and nothing was left.
# shellcheck disable=SC2016 # variables of the shells that are started
set -eu

say() {
  printf '    %s\n' "$*"
}

# usage: expect WORDS COMMAND...
# Fails unless the command succeeds and prints the words.
expect() {
  words=$1
  shift
  began=$(date +%s%N)
  if ! "$@" > /srv/said 2>&1 || ! grep -q -e "$words" /srv/said; then
    say "FAILED: $*: no '$words' in:"
    cat /srv/said
    exit 1
  fi
  say "$((($(date +%s%N) - began) / 1000000)) ms: $*"
}

# Every file of the system, but what packages' own tools keep.
files() {
  find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /srv -o -path /root -o -path /tmp -o -path /run \
    -o -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/cache -o -path /var/log \) -prune -o -print | sort
}

say "Installing what it depends on"
export DEBIAN_FRONTEND=noninteractive
{
  apt-get update -q
  # shellcheck disable=SC2046 # one argument is meant
  apt-get satisfy -y -q --no-install-recommends "$(dpkg-deb -f /srv/milliner.deb Depends)"
  apt-get install -y -q --no-install-recommends man-db bash-completion shared-mime-info desktop-file-utils xvfb xauth \
    x11-utils
} > /srv/log 2>&1 || { tail -n 20 /srv/log; exit 1; }

files > /srv/before
expect "Setting up milliner" dpkg -i /srv/milliner.deb

# The program's own libraries find one another once Java has loaded them.
missing=
for library in $(find /usr/lib/milliner -name '*.so' -exec ldd {} + 2> /dev/null | awk '/not found/ { print $1 }' | sort -u); do
  [ -n "$(find /usr/lib/milliner -name "$library")" ] || missing="$missing $library"
done
[ -z "$missing" ] || { say "FAILED: no package brings $missing"; exit 1; }

cd /srv/bowler
expect "^milliner [0-9]" milliner --version
expect "^0 errors, 0 warnings" milliner check
expect "^greet" milliner list components
expect "^bowler-root" milliner list images
expect "^ok *libsolv" sh -c "milliner doctor || true"
# Java is told to fail where it cannot use what was worked out ahead of time.
expect "^milliner [0-9]" env JDK_JAVA_OPTIONS=-XX:AOTMode=on milliner --version
expect "MILLINER(1)" man -P cat milliner
expect "image" bash -c '. /usr/share/bash-completion/completions/milliner
  COMP_WORDS=(milliner build im); COMP_CWORD=2; COMP_LINE="milliner build im"; _complete_milliner; printf "%s\n" "${COMPREPLY[@]}"'
expect "application/x-azldev+toml" grep -h "azldev.toml" /usr/share/mime/globs2
expect "drawn" sh -c 'milliner open --picture /srv/picture.png /srv/bowler && [ -s /srv/picture.png ] && echo drawn'
expect "dev.milliner.workbench.shell.WorkbenchApplication" xvfb-run -a -s "-screen 0 1600x1025x24" sh -c '
  milliner open /srv/bowler & window=$!
  for try in $(seq 60); do
    if xwininfo -root -tree | grep -i "bowler\|milliner"; then break; fi
    sleep 1
  done
  kill $window; wait $window; true'

expect "Purging\|Removing" dpkg --purge milliner
files > /srv/after
if ! diff /srv/before /srv/after; then
  say "FAILED: what is told above differs from before"
  exit 1
fi
say "Nothing was left."
