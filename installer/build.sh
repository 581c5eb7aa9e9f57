# Building Milliner from its checkout, and running it.
# shellcheck shell=sh disable=SC2154

class_path_file=$checkout/target/class-path.txt
# The program as archives, and what Java has worked out about their classes ahead of time.
application=$checkout/target/application

. "$here/ahead.sh"

# Memory that is no longer used goes back to the system while nothing happens, and what Java's compiler used does every five
# seconds: it took 50 to 90 MB after a start, and 100 after 150 edits.
memory_options="-XX:+UseCompactObjectHeaders -XX:G1PeriodicGCInterval=15000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25"
memory_options="$memory_options -XX:TrimNativeHeapInterval=5000"

# Where what was worked out ahead was made for, its pages are taken as they are; else each would be rewritten first.
ahead_options="-Xlog:aot=off,cds=off -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"

# Who builds must be able to write what an earlier build left.
need_own_checkout() {
  target=$checkout/target
  [ -e "$target" ] || target=$checkout
  for folder in "$target" "$target/classes" "$target/test-classes"; do
    if [ -e "$folder" ] && ! [ -w "$folder" ]; then
      fail "$folder cannot be written by you: another user made it or built there. Use a checkout of your own, or remove" \
        "what was built as that user (rm -r $checkout/target), and start again"
    fi
  done
}

# Tells whether a library of the last build is gone.
lacks_library() {
  for library in $(tr ': ' '\n?' < "$class_path_file"); do
    # A space in a name was made a question mark, which the shell takes for any character.
    [ -r "$library" ] || return 0
  done
  return 1
}

# Tells whether a source is newer than what was built from it.
is_outdated() {
  [ ! -f "$class_path_file" ] || lacks_library || [ -n "$(newer_sources)" ]
}

newer_sources() {
  find "$checkout/pom.xml" "$checkout/src/main" "$checkout/themes" -newer "$class_path_file" -type f | head -n 1
}

# Maven without colours and without what newer Java versions say about its libraries. It and what it starts take the
# home folder from HOME as all else here; Maven's own options cannot hold a space. It has an hour.
maven() {
  options="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
  case $HOME in
    *[[:space:]]*) set -- "-Dmaven.repo.local=$HOME/.m2/repository" "$@" ;;
    *) options="$options -Duser.home=$HOME" ;;
  esac
  MAVEN_OPTS="${MAVEN_OPTS:-} $options" timeout --foreground --kill-after=30 3600 mvn -B -Dstyle.color=never "-Duser.home=$HOME" "$@"
}

# Touched here, as Maven leaves a list of the same content alone.
compile() {
  cd "$checkout" && maven process-classes && touch "$class_path_file"
}

build_program() {
  if ! is_outdated; then
    say "    Nothing has changed since the last build."
    return
  fi
  has mvn || fail "Maven is missing, and Milliner must be built; install Maven 3.8 or newer and start again"
  need_own_checkout
  say "    Building in $checkout/target"
  if ! slowly compile; then
    show_log 40
    fail "Milliner could not be built; the lines above say why"
  fi
  say "    Working out ahead of time what a start needs"
  if ! slowly work_ahead; then
    say "    That did not succeed, so Milliner starts more slowly; $log says why"
  fi
}

# Java keeps classes ahead of time only out of archives, and not out of signed ones or in a format without frames; so those
# are packed anew.
pack() {
  rm -rf "$application"
  pack_classes || return 1
  packed=$application/milliner.jar
  rest=$(cat "$class_path_file"):
  while [ -n "$rest" ]; do
    library=${rest%%:*}
    rest=${rest#*:}
    if is_signed "$library"; then
      library=$(unsigned "$library") || return 1
    fi
    packed=$packed:$library
  done
  packed=$(with_newer_classes "$packed") || return 1
  printf '%s' "$packed" > "$application/class-path.txt"
}

# The date of what is packed, as --date=DATE, is given where archives are to be the same bytes each time.
pack_classes() {
  # shellcheck disable=SC2086 # no word or one
  mkdir -p "$application" \
    && "$JAVA_HOME/bin/jar" --create ${archive_date:-} --file "$application/milliner.jar" -C "$checkout/target/classes" .
}

# usage: with_newer_classes CLASS-PATH
# Prints it with the archives that were packed anew.
with_newer_classes() {
  "$JAVA_HOME/bin/java" "$checkout/installer/NewerClasses.java" "$application" "$1"
}

# usage: is_signed ARCHIVE
is_signed() {
  case $("$JAVA_HOME/bin/jar" --list --file "$1" META-INF) in
    *.SF*) return 0 ;;
    *) return 1 ;;
  esac
}

# usage: unsigned ARCHIVE
unsigned() {
  repacked "$1" sh -c 'rm -f META-INF/*.SF META-INF/*.RSA'
}

# usage: repacked ARCHIVE COMMAND...
# Packs an archive anew, after the command has changed what is in the current folder, and prints where it is.
repacked() {
  unpacked=$application/unpacked
  library=$1
  copy=$application/${1##*/}
  shift
  # shellcheck disable=SC2086 # no word or one
  mkdir "$unpacked" && (cd "$unpacked" && "$JAVA_HOME/bin/jar" --extract --file "$library" && "$@") \
    && "$JAVA_HOME/bin/jar" --create ${archive_date:-} --file "$copy" --manifest "$unpacked/META-INF/MANIFEST.MF" -C "$unpacked" . \
    && rm -r "$unpacked" && printf '%s' "$copy"
}

# What the window needs is of no use to a command, and would be loaded with it.
work_ahead() {
  pack || return 1
  for part in commands workbench; do
    rehearse "$part" "$JAVA_HOME/bin/java" "$(cat "$application/class-path.txt")" "$application/$part.aot" || return 1
  done
}

# usage: rehearse PART JAVA CLASS-PATH FILE
# Rehearses on the sample, and leaves nothing of it among what the user's own Milliner remembers. What Java made is named
# last, as it is there whole or not at all.
rehearse() {
  remembered=$4.rehearsal
  # shellcheck disable=SC2086 # several words
  XDG_STATE_HOME=$remembered XDG_CONFIG_HOME=$remembered XDG_CACHE_HOME=$remembered \
    timeout --foreground --kill-after=30 300 "$2" $memory_options --enable-native-access=ALL-UNNAMED \
    -XX:AOTCacheOutput="$4.new" -classpath "$3" \
    dev.milliner.Rehearsal "$1" "$checkout/sample-distros/bowler" < /dev/null || return 1
  rm -rf "$remembered"
  mv "$4.new" "$4"
}

# Becomes Milliner. Where what was worked out ahead does not fit, Java goes without it and says nothing.
become_milliner() {
  choose_ahead "$@"
  set -- dev.milliner.Milliner "$@"
  if [ -f "$application/$ahead.aot" ] && [ -z "$(find "$class_path_file" -newer "$application/milliner.jar")" ]; then
    set -- -classpath "$(cat "$application/class-path.txt")" "$@"
    # shellcheck disable=SC2086 # several words
    set -- "-XX:AOTCache=$application/$ahead.aot" $ahead_options "$@"
  else
    set -- -classpath "$checkout/target/classes:$(cat "$class_path_file")" "$@"
  fi
  # shellcheck disable=SC2086 # several words
  exec "$JAVA_HOME/bin/java" $memory_options $suited --enable-native-access=ALL-UNNAMED "-Duser.home=$HOME" "$@"
}

# usage: milliner ARGUMENT...
milliner() {
  (become_milliner "$@")
}
