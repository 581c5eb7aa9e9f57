#!/bin/sh
# usage: sh installer/release.sh VERSION [--key KEY] [--output DIR] [--dry-run]
# Makes the release VERSION (1.4.0) of what is checked out, and pushes nothing: moves "Unreleased" of CHANGELOG.md below the
# version, commits, tags, makes the packages, and leaves them with their checksums and notes in DIR (target/release/VERSION);
# with KEY, one of gpg's, the checksums are signed. Then the version is that of the next snapshot. Where something goes wrong
# all of that is taken back. --dry-run says what would be done, prints the notes, and changes nothing (CONTRIBUTING.md).
# MILLINER_PACKAGE names a script that makes them in target/package instead of installer/package.sh, which takes minutes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
steps=4
. "$here/functions.sh"

wrong_usage() {
  say "milliner: $*"
  say "usage: sh installer/release.sh VERSION [--key KEY] [--output DIR] [--dry-run]"
  told=yes
  exit 2
}

# usage: read_arguments ARGUMENT...
read_arguments() {
  version='' key='' output='' dry_run=no
  while [ $# -gt 0 ]; do
    case $1 in
      --key | --output)
        [ -n "${2:-}" ] || wrong_usage "$1 needs a value"
        if [ "$1" = --key ]; then key=$2; else output=$2; fi
        shift
        ;;
      --dry-run) dry_run=yes ;;
      -*) wrong_usage "there is no option $1" ;;
      *)
        [ -z "$version" ] || wrong_usage "one version is released, and these are two: $version and $1"
        version=$1
        ;;
    esac
    shift
  done
  [ -n "$version" ] || wrong_usage "no version is named"
}

# usage: version_after VERSION
# The next patch, before which no other version comes: so whatever is released next is newer than its snapshots.
version_after() {
  echo "${1%.*}.$((${1##*.} + 1))"
}

read_arguments "$@"
. "$here/version.sh"
. "$here/release/checks.sh"
check_version
tag=v$version
next_version=$(version_after "$version")
output=${output:-$checkout/target/release/$version}
case $output in
  /*) ;;
  *) output=$PWD/$output ;;
esac
. "$here/release/changes.sh"
check_all

tell_plan() {
  say "This would be done for Milliner $version, and nothing of it was:"
  say "    CHANGELOG.md: the section '## $version – $date' with the notes below; pom.xml and Release.java: $version"
  say "    commit '$release_subject' on $branch, and tag it $tag"
  say "    make the packages by ${MILLINER_PACKAGE:-installer/package.sh}"
  say "    put them with notes.md and SHA256SUMS into $output"
  [ -z "$key" ] || say "    sign SHA256SUMS with the key $key"
  say "    commit '$next_subject', with the version $next_version-SNAPSHOT"
  printf '%s\n' "$notes"
}

# usage: find_packages
# Those of this version in target/package, which may hold others.
find_packages() {
  find "$checkout/target/package" -maxdepth 1 -type f \
    \( -name "milliner_${version}_*.deb" -o -name "milliner-$version-*.rpm" \) "$@"
}

make_packages() {
  [ ! -d "$checkout/target/package" ] || find_packages -delete
  sh "${MILLINER_PACKAGE:-$here/package.sh}" all || fail "the packages could not be made; the lines above say why"
  [ "$(in_git rev-parse HEAD)" = "$(in_git rev-parse "$tag^{commit}")" ] \
    || fail "$branch was changed while the packages were made, so they may hold something else than $tag"
  find_packages -exec cp -t "$output" {} +
}

if [ "$dry_run" = yes ]; then
  tell_plan
  exit
fi
[ -d "$output" ] || output_is_new=yes
mkdir -p "$output" || fail "$output could not be made; name another folder with --output"
trap 'at_end; take_back' EXIT
trap 'interrupted 129' HUP
step "The commit and the tag $tag"
commit_and_tag
step "The packages"
make_packages
step "Checksums, in $output"
printf '%s\n' "$notes" > "$output/notes.md"
# shellcheck disable=SC2086 # no word or two
sh "$here/checksums.sh" "$output" ${key:+"$key"} || fail "the packages have no checksums; the lines above say why"
step "The version of what comes next: $next_version-SNAPSHOT"
begin_next
before=
remote=$(in_git config "branch.$branch.remote" || echo origin)
say "Milliner $version is in $output; nothing was pushed. In $checkout these two publish it:"
say "    git push $remote $branch"
say "    git push $remote $tag"
