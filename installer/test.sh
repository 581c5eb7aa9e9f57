#!/bin/sh
# usage: sh installer/test.sh [MAVEN-ARGUMENT...]
# Installs what is missing and runs every test, headless, within an hour; or those of -Dtest=CLASS,CLASS.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
steps=5
testing=yes
. "$here/functions.sh"

need_own_checkout
open_log
install_missing
install_java
install_kiwi
install_koji
step "Tests"
has mvn || fail "Maven is missing; install Maven 3.8 or newer and start again"
cd "$checkout"
start_clock 7
maven --no-transfer-progress verify "$@" \
  || fail "tests failed; the messages above name them, and target/surefire-reports holds the details"
stop_clock
say "All tests passed."
