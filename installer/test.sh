#!/bin/sh
# usage: sh installer/test.sh
# Installs what is missing and runs every test, headless, within an hour.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/functions.sh"

install_missing
install_java
install_kiwi
install_koji
cd "$checkout"
if MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
  timeout --kill-after=30 3600 mvn -B -Dstyle.color=never --no-transfer-progress verify; then
  say "All tests passed."
else
  fail "tests failed; the messages above name them, and target/surefire-reports holds the details"
fi
