# What the installer's scripts share. Read with ". functions.sh" after setting "here" to this folder.
# It is read under "set -e", and much of it runs where a shell ignores that: so each failure is met where it happens.
# shellcheck shell=sh disable=SC2154 # "here" is set by whoever reads this file

# An ordinary user's PATH may lack the administrators' folders.
PATH=$PATH:/usr/sbin:/sbin
checkout=$(cd "$here/.." && pwd)
step_number=0
testing=${testing:-no}

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  stop_clock
  say "milliner: $*"
  told=yes
  exit 1
}

# Under "set -e" any command can end a script, and some fail without a word: so the end of every script that failed is told.
at_end() {
  ended_with=$?
  stop_clock
  if [ "$ended_with" != 0 ] && [ "${told:-}" != yes ]; then
    say "milliner: $0 ended early, with status $ended_with; if nothing above says why, run it with: sh -x $0"
  fi
}

# usage: interrupted STATUS
interrupted() {
  told=yes
  exit "$1"
}

# usage: step WORDS; "steps" holds how many there are.
step() {
  step_number=$((step_number + 1))
  say "[$step_number/$steps] $*"
}

has() {
  command -v "$1" > /dev/null 2>&1
}

has_display() {
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# Programs take a home folder from HOME or from the system's list of users; here HOME decides for all of them.
find_home() {
  if [ -z "${HOME:-}" ] && has getent; then
    HOME=$(getent passwd "$(id -u)" | cut -d : -f 6) || HOME=
  fi
  [ -n "${HOME:-}" ] || fail "HOME is not set; name your home folder: HOME=/home/YOU sh $0"
  export HOME
}

data_folder() {
  echo "${XDG_DATA_HOME:-$HOME/.local/share}/milliner"
}

state_folder() {
  echo "${XDG_STATE_HOME:-$HOME/.local/state}/milliner"
}

open_log() {
  log=$(state_folder)/installer.log
  { mkdir -p "$(state_folder)" && : > "$log"; } 2> /dev/null \
    || fail "$log cannot be written; make HOME ($HOME) a folder that you own"
}

# usage: show_log LINES
show_log() {
  tail -n "$1" "$log" | sed 's/^/    | /' >&2
  say "    (it ended with status $ended; all it said: $log)"
}

# usage: start_clock SECONDS [LOG]
# Says every so many seconds that a slow step lives: for how long, and what its log said last.
start_clock() {
  clock=
  has sleep || return 0
  (
    seconds=0
    while sleep "$1" > /dev/null 2>&1 && kill -0 $$ 2> /dev/null; do
      seconds=$((seconds + $1))
      say "    $seconds s: $(tail -n 1 "${2:-/dev/null}" | tr -d '\r' | cut -c 1-110 | grep . || echo still at it)"
    done
  ) &
  clock=$!
}

# A milder signal can be lost: a shell that has just been forked drops what came before it had set its traps.
stop_clock() {
  if [ -n "${clock:-}" ]; then
    kill -KILL "$clock" 2> /dev/null || true
    wait "$clock" 2> /dev/null || true
    clock=
  fi
}

# usage: slowly COMMAND...
# Runs a command with its output in $log, and shows the log's last line every few seconds.
slowly() {
  : > "$log"
  start_clock 4 "$log"
  ended=0
  "$@" > "$log" 2>&1 < /dev/null || ended=$?
  stop_clock
  return "$ended"
}

find_home
trap at_end EXIT
trap 'interrupted 130' INT
trap 'interrupted 143' TERM
. "$here/packages.sh"
. "$here/java.sh"
. "$here/python.sh"
. "$here/build.sh"
