# What a release changes in the checkout, and how that is taken back. Read after checks.sh.
# shellcheck shell=sh disable=SC2154

release_subject="Release $version"
next_subject="Begin $next_version"
# The commit that all started from; none while nothing is changed.
before=
output_is_new=no

unreleased() {
  awk '/^## / { inside = $0 == "## Unreleased"; next } inside' "$checkout/CHANGELOG.md" | sed '/[^[:space:]]/,$!d'
}

# The section's heading stays, for what comes next.
close_unreleased() {
  sed -i "s/^## Unreleased\$/&\\n\\n## $version – $date/" "$checkout/CHANGELOG.md"
}

# usage: write_version VERSION
write_version() {
  set_version "$1" || fail "the version $1 could not be written into $version_files, or stands there otherwise than expected"
}

# usage: commit SUBJECT
commit() {
  # shellcheck disable=SC2086 # the list is meant to be split
  in_git commit --quiet --message="$1" -- CHANGELOG.md $version_files || fail "git made no commit '$1'; it says why above"
  writing=no
}

# The notes' headings begin as comments of git do, so they are taken as they are.
commit_and_tag() {
  before=$(in_git rev-parse HEAD)
  writing=yes
  close_unreleased || fail "$checkout/CHANGELOG.md could not be written"
  write_version "$version"
  commit "$release_subject"
  printf '%s\n\n%s\n' "Milliner $version" "$notes" | in_git tag --annotate --cleanup=whitespace --file=- "$tag" \
    || fail "git made no tag $tag; it says why above"
}

begin_next() {
  writing=yes
  write_version "$next_version-SNAPSHOT"
  commit "$next_subject"
}

# usage: keep WORDS
# Tells of something that could not be taken back.
keep() {
  kept=yes
  say "milliner: NOT taken back: $*"
}

# Tells whether somebody has committed, or gone to another branch, while the packages were made.
has_foreign_commits() {
  [ "$(in_git symbolic-ref --quiet --short HEAD)" = "$branch" ] || return 0
  in_git merge-base --is-ancestor "$before" HEAD || return 0
  in_git log --format=%s "$before..HEAD" | grep -qvx -e "$release_subject" -e "$next_subject"
}

# Edits made while the packages were made stay; git refuses where they are in files that would be changed.
take_back_commits() {
  if [ "$writing" = yes ]; then
    # shellcheck disable=SC2086 # the list is meant to be split
    in_git checkout --quiet HEAD -- CHANGELOG.md $version_files || keep "what was written into CHANGELOG.md and $version_files"
  fi
  if has_foreign_commits; then
    keep "the commit '$release_subject' on $branch, as the branch was changed meanwhile; take it out by hand (git rebase)"
  else
    in_git reset --quiet --keep "$before" || keep "the commit '$release_subject', as git says above; then: git reset --keep $before"
  fi
}

take_back_tag() {
  ! in_git rev-parse --quiet --verify "refs/tags/$tag" > /dev/null || in_git tag --delete "$tag" > /dev/null \
    || keep "the tag $tag; then: git tag --delete $tag"
}

take_back_output() {
  rm -f "$output"/milliner*.deb "$output"/milliner*.rpm "$output"/SHA256SUMS* "$output/notes.md" || keep "what is in $output"
  [ "$output_is_new" = no ] || rmdir "$output" || keep "$output, which holds what others put there"
}

# Nothing half done is left: this runs at the end, whatever it was.
take_back() {
  [ -n "$before" ] || return 0
  trap '' HUP INT TERM
  kept=no
  take_back_output
  take_back_tag
  take_back_commits
  if [ "$kept" = no ]; then
    say "milliner: the release $version was taken back: $branch is where it was, and there is no tag $tag." \
      "target/package may hold packages of it."
  fi
  before=
}
