#!/bin/sh
# usage: sh installer/site.sh
# Makes a static site of docs/ in target/site by MkDocs, and fails where a link in it leads nowhere.
set -eu
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
steps=2
. "$here/functions.sh"
open_log
mkdocs_version=1.6.1
install_from_pypi mkdocs "$mkdocs_version" mkdocs
step "The site"
NO_MKDOCS_2_WARNING=1 "$(data_folder)/mkdocs/bin/mkdocs" build --quiet --config-file "$here/site.yml" \
  || fail "the site could not be made; the lines above say why"
say "    $checkout/target/site/index.html"
