# Programs from Python's registry, each in a folder of its own.
# shellcheck shell=sh disable=SC2154

kiwi_version=11.1.6
koji_version=1.36.1

# usage: install_from_pypi NAME VERSION PROGRAM PIP-ARGUMENT...
# Does nothing where the program of that version is there and runs: a newer Python of the system breaks an older folder.
install_from_pypi() {
  name=$1
  folder=$(data_folder)/$name
  version=$2
  program=$folder/bin/$3
  shift 3
  step "$name $version"
  if [ -x "$program" ] && [ "$(pypi_version "$folder" "$name")" = "$version" ]; then
    say "    It is here."
    return
  fi
  say "    Installing into $folder"
  # The system's Python: one in a home folder cannot be read by root.
  if ! slowly /usr/bin/python3 -m venv --clear "$folder" \
    || ! slowly "$folder/bin/pip" install --disable-pip-version-check --no-input "$@" "$name==$version"; then
    show_log 15
    fail "$name could not be installed; the lines above say why. Connect to the network and start again"
  fi
}

# usage: pypi_version FOLDER NAME
pypi_version() {
  "$1/bin/python3" -c 'import sys; from importlib.metadata import version; print(version(sys.argv[1]))' "$2" 2> /dev/null
}

install_kiwi() {
  install_from_pypi kiwi "$kiwi_version" kiwi-ng
}

# Koji's client, which the tests of builds on a farm talk with. Its packages are named one by one and without what they
# depend on: gssapi must be compiled with Kerberos' headers, and only logins by Kerberos use it.
install_koji() {
  install_from_pypi koji "$koji_version" koji --no-deps requests==2.34.2 requests-gssapi==1.4.0 \
    python-dateutil==4.0.0 six==1.17.0 defusedxml==0.7.1 urllib3==2.8.0 idna==3.20 certifi==2026.10.19.post1 \
    charset-normalizer==3.5.2
}
