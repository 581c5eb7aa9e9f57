# Why a release is not made; all of it is asked before anything is changed. Read after version.sh.
# shellcheck shell=sh disable=SC2034,SC2154

in_git() {
  git -C "$checkout" "$@"
}

# usage: in_order; sorts versions, a line each.
in_order() {
  sort -t . -k 1,1n -k 2,2n -k 3,3n
}

newest_release() {
  in_git tag --list 'v*' | sed -n 's/^v\([0-9][0-9]*\.[0-9][0-9]*\.[0-9][0-9]*\)$/\1/p' | in_order | tail -n 1
}

# usage: is_version WORD
# dpkg, rpm and Maven write pre-releases each in its own way, and snapshots serve instead: so a release is three numbers.
is_version() {
  case $1 in
    *[!0-9.]*) return 1 ;;
  esac
  printf '%s\n' "$1" | grep -Eqx '(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)'
}

check_version() {
  is_version "$version" || fail "'$version' is no semantic version; one is three numbers with points between them, such as" \
    "1.4.0: no v before it, no zeros before a number, nothing behind it"
}

check_branch() {
  has git || fail "git is missing, and a release is a commit and a tag; install git and start again"
  branch=$(in_git symbolic-ref --quiet --short HEAD) \
    || fail "$checkout is on no branch, so the release's commits would be lost; check out the branch to release from"
}

check_tag() {
  ! in_git rev-parse --quiet --verify "refs/tags/$tag" > /dev/null \
    || fail "the tag $tag is there already; name another version (git show $tag says what it is)"
  newest=$(newest_release)
  [ -z "$newest" ] || [ "$(printf '%s\n' "$newest" "$version" | in_order | tail -n 1)" = "$version" ] \
    || fail "$version is not newer than $newest, the newest release by git's tags; name a version above it"
}

# What git does not know would be packed too, so it counts.
check_work_tree() {
  changed=$(in_git status --porcelain)
  [ -z "$changed" ] || fail "there are changes that are not committed; commit or stash them, and start again:
$(printf '%s\n' "$changed" | head -n 10)"
}

check_notes() {
  [ "$(grep -cx '## Unreleased' "$checkout/CHANGELOG.md")" = 1 ] \
    || fail "CHANGELOG.md must have one section '## Unreleased', from which the notes are taken"
  notes=$(unreleased)
  printf '%s\n' "$notes" | grep -qv -e '^#' -e '^[[:space:]]*$' \
    || fail "the section '## Unreleased' of CHANGELOG.md is empty; say there what the release brings"
}

check_date() {
  date=$(date --utc --date="@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%Y-%m-%d 2> /dev/null) \
    || fail "SOURCE_DATE_EPOCH is '$SOURCE_DATE_EPOCH'; it must be a count of seconds since 1970, or not be set"
}

check_output() {
  [ ! -e "$output" ] || [ -d "$output" ] || fail "$output is no folder; name another with --output"
  [ ! -d "$output" ] || [ -z "$(ls -A "$output")" ] || fail "$output is not empty; empty it, or name another with --output"
}

# Signed on trial, as a key may have expired, and a passphrase that nobody knows should not come out after the building.
check_key() {
  [ -n "$key" ] || return 0
  has gpg || fail "gpg is missing, and --key asks for a signature; install gnupg and start again"
  gpg --batch --list-secret-keys -- "$key" > /dev/null 2>&1 \
    || fail "gpg has no secret key '$key'; gpg --list-secret-keys lists those that it has"
  # It asks for a passphrase where it finds the terminal named.
  GPG_TTY=$(tty) || GPG_TTY=
  export GPG_TTY
  signed=$(printf 'milliner' | gpg --batch --local-user "$key" --detach-sign --armor 2>&1) \
    || fail "gpg does not sign with the key '$key': $(printf '%s\n' "$signed" | tail -n 1)"
}

check_all() {
  check_version
  check_branch
  check_tag
  check_work_tree
  check_notes
  check_date
  check_output
  check_key
}
