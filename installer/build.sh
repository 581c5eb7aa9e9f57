# Building Milliner from its checkout, and running it.
# shellcheck shell=sh disable=SC2154

class_path_file=$checkout/target/class-path.txt

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
}

# Memory that is no longer used goes back to the system while nothing happens.
memory_options="-XX:+UseCompactObjectHeaders -XX:G1PeriodicGCInterval=15000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25"

# Becomes Milliner.
become_milliner() {
  # shellcheck disable=SC2086 # several words
  exec "$JAVA_HOME/bin/java" $memory_options --enable-native-access=ALL-UNNAMED "-Duser.home=$HOME" \
    -classpath "$checkout/target/classes:$(cat "$class_path_file")" dev.milliner.Milliner "$@"
}

# usage: milliner ARGUMENT...
milliner() {
  (become_milliner "$@")
}
