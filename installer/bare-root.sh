# Bare roots of Debian, for fresh-machine.sh. Read after functions.sh.
# shellcheck shell=sh disable=SC2154

skip() {
  [ "${MILLINER_FRESH:-}" != 1 ] || fail "the scripts must be proven on a fresh machine, but $*"
  say "SKIPPED: the scripts were NOT proven on a fresh machine, as $*."
  exit 0
}

# What is proven: the last commit, with what was changed since in files that git knows. In a copied checkout every file looks
# changed until git has read it again, and of what then turns out to be the same no stash can be made.
commit_to_prove() {
  git -C "$checkout" update-index -q --refresh > /dev/null || true
  changed=$(git -C "$checkout" -c user.name=fresh-machine -c user.email=fresh-machine@localhost stash create)
  echo "${changed:-$(git -C "$checkout" rev-parse HEAD)}"
}

# usage: content_of COMMIT
# A digest of what the scripts' success on a bare machine hangs on.
content_of() {
  git -C "$checkout" ls-tree "$1" installer pom.xml .ci | git hash-object --stdin
}

# A clone does not tell what landed before it, so what counts is a change within the two days before the newest commit:
# that proves some commits twice, and misses none that landed soon after it was made or by a merge.
changed_lately() {
  newest=$(git -C "$checkout" log -1 --format=%ct HEAD)
  base=$(git -C "$checkout" rev-list -1 --first-parent --before=$((newest - 172800)) HEAD)
  [ -z "$base" ] || ! git -C "$checkout" diff --quiet "$base" "$commit" -- installer pom.xml .ci
}

# usage: remember_proof CONTENT
remember_proof() {
  mkdir -p "$(state_folder)/fresh-machine" && : > "$(state_folder)/fresh-machine/$1"
}

# usage: is_proven CONTENT
is_proven() {
  [ -e "$(state_folder)/fresh-machine/$1" ]
}

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

# usage: make_root FOLDER
make_root() {
  mirror=$(debian_mirror) || mirror=
  # shellcheck disable=SC2086 # an empty mirror is no argument
  slowly debootstrap --variant=minbase --include=ca-certificates,git "$suite" "$1" $mirror || return 1
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

# A root is deleted only when nothing is mounted in it.
remove_work() {
  if grep -qF " $work/" /proc/self/mounts; then
    say "Something is mounted below $work, so it was left there."
  else
    rm -rf --one-file-system "$work"
  fi
}
