# The program as a folder that needs nothing but libraries of the system: archives, a trimmed Java, what was worked out
# ahead of time for exactly these, samples and colour schemes. Read after functions.sh.
# shellcheck shell=sh disable=SC2016,SC2034,SC2154 # $home is the launcher's own variable

packages_folder=$checkout/target/package
image=$packages_folder/milliner
made=

# Nothing that is packed is newer than the commit that it is made from.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$checkout" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

# usage: commit_date FORMAT
commit_date() {
  date --utc --date="@$SOURCE_DATE_EPOCH" "+$1"
}

archive_date=--date=$(commit_date %Y-%m-%dT%H:%M:%SZ)

# A snapshot sorts before the version that it will be, for dpkg and for rpm, and later ones after earlier ones.
version_of_packages() {
  project_version | sed "s/-SNAPSHOT/~$(commit_date %Y%m%d.%H%M%S)/"
}
package_version=$(version_of_packages)

# What no class names, but Java looks for when it runs: memory outside the heap, and archives as file systems.
named_nowhere=jdk.unsupported,jdk.zipfs

# All that classes name, those of libraries too.
needed_modules() {
  "$JAVA_HOME/bin/jdeps" --multi-release "$wanted_java" --ignore-missing-deps --print-module-deps \
    -cp "$(cat "$class_path_file")" "$checkout/target/classes"
}

make_runtime() {
  modules=$(needed_modules) || return 1
  # Its own record of classes serves the solver's worker, which runs with another collector.
  "$JAVA_HOME/bin/jlink" --add-modules "$modules,$named_nowhere" --strip-debug --no-header-files --no-man-pages \
    --generate-cds-archive --output "$image/runtime" || return 1
  find "$image/runtime/bin" -type f ! -name java -delete
}

# Names of functions that only a debugger reads.
strip_native_code() {
  find "$image/runtime" "$application" -type f \( -name '*.so' -o -perm -u+x \) ! -name '*.jar' -exec strip --strip-unneeded {} +
}

# Libraries bring native code for all systems; what is not for this one is left out, and JavaFX's lies beside its
# archives, where it looks before it would unpack them into the user's home folder.
only_native_for_here() {
  rm -f META-INF/*.SF META-INF/*.RSA META-INF/*.DSA
  find . -path './lib*.so' -exec mv -t "$application" {} +
  find . -type f \( -name '*.so' -o -name '*.dll' -o -name '*.dylib' -o -name '*.jnilib' \) \
    ! -path '*/linux/amd64/*' ! -path '*/Linux/x86_64/*' -delete
}

# usage: has_native_code ARCHIVE
has_native_code() {
  "$JAVA_HOME/bin/jar" --list --file "$1" | grep -q '\.so$'
}

# usage: has_classes ARCHIVE
# Some archives of JavaFX only lead Maven to those of the system it runs on.
has_classes() {
  "$JAVA_HOME/bin/jar" --list --file "$1" | grep -q '\.class$'
}

pack_image() {
  pack_classes || return 1
  packed=milliner.jar
  for library in $(tr ': ' '\n?' < "$class_path_file"); do
    if ! has_classes "$library"; then
      continue
    elif is_signed "$library" || has_native_code "$library"; then
      repacked "$library" only_native_for_here > /dev/null || return 1
    else
      cp "$library" "$application"
    fi
    packed=$packed:${library##*/}
  done
  with_newer_classes "$(class_path_in "$application")" > /dev/null
}

# What is worked out ahead holds for these archives and this Java, and for their dates.
image_content() {
  {
    echo "$SOURCE_DATE_EPOCH $memory_options $packed"
    cd "$image" && sha256sum app/*.jar runtime/release runtime/lib/modules runtime/lib/server/libjvm.so
  } | sha256sum | cut -c 1-16
}

# usage: class_path_in FOLDER
class_path_in() {
  printf '%s' "$1/$packed" | sed "s|:|:$1/|g"
}

# Kept under the name of what it was made from, so that the same is not made twice.
work_image_ahead() {
  ahead_of_image=milliner-$(image_content)
  for part in commands workbench; do
    one=$ahead_of_image-$part.aot
    if ! [ -f "$packages_folder/$one" ]; then
      rm -f "$packages_folder"/milliner-*-"$part".aot
      rehearse "$part" "$image/runtime/bin/java" "$(class_path_in "$application")" "$packages_folder/$one" || return 1
    fi
    cp "$packages_folder/$one" "$application"
  done
}

write_launcher() {
  mkdir "$image/bin"
  sed -e "/@CHOICE@/{r $here/ahead.sh
    d}" -e "s|@AHEAD@|$ahead_of_image|" -e "s|@AHEAD_OPTIONS@|$ahead_options|" -e "s|@MEMORY_OPTIONS@|$memory_options|" \
    -e "s|@CLASS_PATH@|$(class_path_in '$home/app')|" "$here/package/launcher.in" > "$image/bin/milliner"
  chmod 755 "$image/bin/milliner"
}

# Only what git knows: a sample that was built here holds much else.
add_samples() {
  git -C "$checkout" ls-files -z -- sample-distros themes LICENSE \
    | tar --create --directory "$checkout" --null --files-from - | tar --extract --no-same-owner --directory "$image"
}

set_dates() {
  find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

fill_image() {
  application=$image/app
  make_runtime && pack_image && strip_native_code && add_samples && set_dates "$image" && chmod -R u=rwX,go=rX "$image" \
    && work_image_ahead && write_launcher && set_dates "$image"
}

make_image() {
  rm -rf "$image"
  mkdir -p "$image"
  if ! slowly fill_image; then
    show_log 20
    fail "the program could not be packed; the lines above say why"
  fi
  said=$("$image/bin/milliner" --version)
  case $package_version in
    "${said#milliner }" | "${said#milliner }~"*) ;;
    *) fail "the program says that it is $said, but pom.xml that it is $package_version; make both the same" ;;
  esac
  made=$image
}
