# Bare roots of Debian and Ubuntu, in which something is proven. Read after proof.sh.
# shellcheck shell=sh disable=SC2154

# usage: clone_into FOLDER
clone_into() {
  git clone -q --no-hardlinks --no-checkout "$checkout" "$1"
  git -C "$1" -c advice.detachedHead=false checkout -q "$commit"
}

# The mirror that this host uses, where it is a Debian; else debootstrap's own choice.
debian_mirror() {
  # shellcheck disable=SC2016 # apt-get's own variables
  apt-get indextargets --format '$(ORIGIN) $(REPO_URI)' 2> /dev/null \
    | awk '$1 == "Debian" && $2 !~ /security/ { print $2; exit }'
}

# What debootstrap is told beside the suite. It is older here than that of Ubuntu, and may know neither its name nor its keys:
# so what it fetches is vouched for by the mirror's certificate, and what is installed later by the suite's own keys.
is_ubuntu() {
  [ "$suite" = noble ]
}

# usage: bootstrap FOLDER
# Its mounts are of its own, and go with it however it ends.
bootstrap() {
  if is_ubuntu; then
    unshare --mount debootstrap --variant=minbase --components=main,universe --include=ca-certificates,git "$suite" "$1" \
      https://archive.ubuntu.com/ubuntu /usr/share/debootstrap/scripts/gutsy
  else
    mirror=$(debian_mirror) || mirror=
    # shellcheck disable=SC2086 # an empty mirror is no argument
    unshare --mount debootstrap --variant=minbase --include=ca-certificates,git "$suite" "$1" $mirror
  fi
}

# usage: make_root FOLDER
# Makes a bare root of $suite.
make_root() {
  slowly bootstrap "$1" || return 1
  take_settings "$1" && slowly inside "$1" update-ca-certificates || return 1
  # A fresh machine has no lists of packages.
  rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*
}

# usage: take_settings FOLDER
# Gives a root what this host says of its network: proxies, mirrors, and certificates.
take_settings() {
  apt-config dump Acquire > "$1/etc/apt/apt.conf.d/90host" 2> /dev/null || rm -f "$1/etc/apt/apt.conf.d/90host"
  for file in /etc/resolv.conf /etc/hosts /etc/pip.conf "$HOME/.config/pip/pip.conf" "$HOME/.pip/pip.conf"; do
    case $file in
      "$HOME"/*) to=$1/etc/pip.conf ;;
      *) to=$1$file ;;
    esac
    if [ -e "$file" ]; then
      cp -L "$file" "$to"
    fi
  done
  for certificates in /usr/local/share/ca-certificates /etc/pki/ca-trust/source/anchors; do
    if [ -d "$certificates" ]; then
      mkdir -p "$1/usr/local/share/ca-certificates" && cp -RL "$certificates/." "$1/usr/local/share/ca-certificates"
    fi
  done
  if [ -e "$HOME/.m2/settings.xml" ]; then
    mkdir -p "$1/root/.m2" "$1/etc/skel/.m2"
    cp "$HOME/.m2/settings.xml" "$1/root/.m2" && cp "$HOME/.m2/settings.xml" "$1/etc/skel/.m2"
  fi
}

# usage: add_user FOLDER
add_user() {
  slowly inside "$1" apt-get update -q && slowly inside "$1" apt-get install -y -q --no-install-recommends sudo || return 1
  rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*
  inside "$1" useradd --create-home user
  echo 'user ALL=(ALL) NOPASSWD: ALL' > "$1/etc/sudoers.d/user"
}

# usage: inside ROOT COMMAND...
# Runs a command in a root that is the root of mounts and processes of its own, which end with it. Of this host's
# environment it sees what that says of the network.
inside() {
  into=$1
  shift
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY PIP_INDEX_URL PIP_EXTRA_INDEX_URL \
    PIP_TRUSTED_HOST PIP_DEFAULT_TIMEOUT MILLINER_JDK_ADDRESS MILLINER_JDK_SHA256; do
    if value=$(printenv "$name"); then
      set -- "$name=$value" "$@"
    fi
  done
  unshare --mount --pid --fork --kill-child sh "$here/inside.sh" "$into" env -i HOME=/root TERM=dumb LANG=C.UTF-8 \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
}

# Passes lines on, and tells at the end how long they took and how long none came at most.
watch_silence() {
  began=$(date +%s)
  last=$began
  longest=0
  before="the first line"
  while IFS= read -r line || [ -n "$line" ]; do
    printf '    | %s\n' "$line"
    now=$(date +%s)
    if [ $((now - last)) -gt "$longest" ]; then
      longest=$((now - last))
      before=$line
    fi
    last=$now
  done
  say "    It took $(($(date +%s) - began)) s; the longest silence was $longest s, before: $before"
}

# usage: remove_root FOLDER
# A folder is deleted only when nothing is mounted in it.
remove_root() {
  if grep -qF " $1/" /proc/self/mounts; then
    say "Something is mounted below $1, so it was left there."
  else
    rm -rf --one-file-system "$1"
  fi
}
