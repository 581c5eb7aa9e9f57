# Milliner's version: Maven reads it in pom.xml, the program in a class, and both are written together. Read after functions.sh.
# shellcheck shell=sh disable=SC2034,SC2154

version_files="pom.xml src/main/java/dev/milliner/ground/Release.java"

project_version() {
  sed -n '/<artifactId>milliner</{n;s/.*<version>\(.*\)<.*/\1/p;}' "$checkout/pom.xml"
}

# The program leaves out that it is a snapshot.
program_version() {
  sed -n 's/.* VERSION = "\(.*\)";.*/\1/p' "$checkout/src/main/java/dev/milliner/ground/Release.java"
}

# usage: set_version VERSION
set_version() {
  sed -i "/<artifactId>milliner</{n;s|<version>.*</version>|<version>$1</version>|;}" "$checkout/pom.xml" || return 1
  sed -i "s| VERSION = \".*\";| VERSION = \"${1%-SNAPSHOT}\";|" "$checkout/src/main/java/dev/milliner/ground/Release.java" || return 1
  [ "$(project_version) $(program_version)" = "$1 ${1%-SNAPSHOT}" ]
}
