# The Java development kit.
# shellcheck shell=sh disable=SC2154

wanted_java=25
# Changed together: the checksum is the one that Adoptium publishes for this archive. The environment can name another
# archive, as a mirror needs.
jdk_address=${MILLINER_JDK_ADDRESS:-https://github.com/adoptium/temurin25-binaries/releases/download/jdk-25.0.4.1%2B1/OpenJDK25U-jdk_x64_linux_hotspot_25.0.4.1_1.tar.gz}
jdk_sha256=${MILLINER_JDK_SHA256:-dbb698396d478e7fa2b1e50f4103324b2a99b90569ee27c33f2261f9215cf41e}

jdk_folder() {
  echo "$(data_folder)/jdk"
}

# Prints the version of the compiler in a JDK's folder, or nothing. To ask the compiler takes longer than most commands.
java_version() {
  if [ ! -x "$1/bin/javac" ]; then
    return
  elif [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

jdk_on_path() {
  if has javac; then
    dirname "$(dirname "$(readlink -f "$(command -v javac)")")"
  fi
}

# Sets JAVA_HOME to a JDK that will do; false where there is none.
find_java() {
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$(jdk_on_path)" "$(jdk_folder)"; do
    [ -n "$candidate" ] || continue
    version=$(java_version "$candidate")
    if [ -n "$version" ] && [ "$version" -ge "$wanted_java" ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

java_packages() {
  case $(package_manager) in
    apt-get) echo openjdk-25-jdk temurin-25-jdk ;;
    dnf) echo java-25-openjdk-devel temurin-25-jdk ;;
  esac
}

install_java() {
  step "Java $wanted_java"
  if ! find_java; then
    for package in $(java_packages); do
      say "    Installing with $(package_manager): $package"
      if install_packages "$package" && find_java; then
        break
      fi
      say "    $package is not to be had: $(tail -n 1 "$log")"
    done
  fi
  find_java || fetch_java
  say "    $JAVA_HOME"
}

# Older distros have no such JDK, so Eclipse's build is fetched into the user's own folder.
fetch_java() {
  by_hand="install a JDK $wanted_java, name its folder in JAVA_HOME, and start again"
  [ "$(uname -m)" = x86_64 ] || fail "no package manager here has a JDK $wanted_java, and this is no x86-64; $by_hand"
  [ -x /usr/bin/python3 ] || fail "no package manager here has a JDK $wanted_java, nor python3 to fetch one; $by_hand"
  say "    No package manager here has it. Fetching Temurin (140 MB, 310 MB when unpacked) into $(jdk_folder)"
  say "    from $jdk_address"
  if ! slowly /usr/bin/python3 -u "$here/fetch_jdk.py" "$jdk_address" "$jdk_sha256" "$(jdk_folder)"; then
    show_log 5
    fail "there is no JDK $wanted_java here, and Temurin could not be fetched; connect to the network, or $by_hand"
  fi
  trust_what_the_host_trusts
  find_java || fail "the fetched $(jdk_folder) is no JDK $wanted_java that runs here; $by_hand"
}

# A network may have certificates of its own, which the host knows and a fetched JDK does not.
trust_what_the_host_trusts() {
  for certificates in /etc/ssl/certs/java/cacerts /etc/pki/java/cacerts; do
    if [ -r "$certificates" ]; then
      ln -sf "$certificates" "$(jdk_folder)/lib/security/cacerts" || fail "$(jdk_folder) cannot be written"
      return
    fi
  done
}
