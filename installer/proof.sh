# Proofs on bare machines: when one is due, and what each begins and ends with. Read after functions.sh by a script that
# sets "proof", the proof's name, and "proven", what it proves, and has a function "hangs_on": it runs the command that it
# is given with the files that the proof's success hangs on, as git names files.
# shellcheck shell=sh disable=SC2034,SC2154

skip() {
  [ "${MILLINER_FRESH:-}" != 1 ] || fail "$proven must be proven on a bare machine, but $*"
  say "SKIPPED: $proven were NOT proven on a bare machine, as $*."
  exit 0
}

# What is proven: the last commit, with what was changed since in files that git knows. In a copied checkout every file looks
# changed until git has read it again, and of what then turns out to be the same no stash can be made.
commit_to_prove() {
  git -C "$checkout" update-index -q --refresh > /dev/null || true
  changed=$(git -C "$checkout" -c user.name=proof -c user.email=proof@localhost stash create)
  echo "${changed:-$(git -C "$checkout" rev-parse HEAD)}"
}

# usage: content_of COMMIT
# A digest of what the proof's success hangs on.
content_of() {
  nothing=$(git -C "$checkout" hash-object -t tree /dev/null)
  hangs_on git -C "$checkout" diff-tree -r "$nothing" "$1" | git hash-object --stdin
}

# A clone does not tell what landed before it, so what counts is a change within the two days before the newest commit:
# that proves some commits twice, and misses none that landed soon after it was made or by a merge.
changed_lately() {
  newest=$(git -C "$checkout" log -1 --format=%ct HEAD)
  base=$(git -C "$checkout" rev-list -1 --first-parent --before=$((newest - 172800)) HEAD)
  [ -z "$base" ] || ! hangs_on git -C "$checkout" diff --quiet "$base" "$commit"
}

remember_proof() {
  mkdir -p "$(state_folder)/$proof" && : > "$(state_folder)/$proof/$content"
}

is_proven() {
  [ -e "$(state_folder)/$proof/$content" ]
}

# usage: begin_proof [--if-changed] [SUITE]
# Ends the script where the proof is not due or cannot be made here. Leaves in "work" a folder to work in, in "suites" the
# one that is named, and in "if_changed" whether that was asked for: then what is due is made, or fails.
begin_proof() {
  open_log
  commit=$(commit_to_prove)
  content=$(content_of "$commit")
  if_changed=no
  if [ "${1:-}" = --if-changed ]; then
    shift
    if_changed=yes
    need_change
    MILLINER_FRESH=1
  fi
  suites=${1:-}
  [ "$(id -u)" = 0 ] || skip "this needs root"
  has debootstrap || install_packages debootstrap || skip "debootstrap is not here and could not be installed"
  unshare --mount --pid --fork true || skip "this host makes no namespaces"
  mkdir -p "${TMPDIR:-/tmp}" && work=$(mktemp -d "${TMPDIR:-/tmp}/milliner-$proof.XXXXXX")
  trap 'at_end; remove_root "$work"' EXIT
}

need_change() {
  [ "${MILLINER_FRESH:-}" != 1 ] || return 0
  changed_lately || skip "nothing that this hangs on changed within two days before the last commit"
  ! is_proven || skip "the very same were proven on this machine before"
}
