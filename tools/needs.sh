#!/usr/bin/env bash
# Installs what the tests need and pip cannot bring. For CI: a fresh Debian machine, as root.
# Elsewhere nothing is installed; the tests that need something say what.
set -euo pipefail

say() { echo "needs: $1"; }

# Whether there is a Java of this version or later, where the tests look for it.
have_java() {
  local java version
  for java in "${JAVA_HOME:-/nowhere}/bin/java" /usr/lib/jvm/*/bin/java "$(command -v java || true)"; do
    [ -x "$java" ] || continue
    version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
    [ "${version:-0}" -ge "$1" ] && return 0
  done
  return 1
}

have_venv() { python3 -c 'import ensurepip, venv' 2>/dev/null; }
have_maven() { command -v mvn >/dev/null; }
have_chromium() { [ -n "${KG_TEST_CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v google-chrome >/dev/null; }

updated=''
# install NAME ...: the first of these packages that there is.
install() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    say "$1 is missing, and only root on Debian can install it here"
    return
  fi
  [ -n "$updated" ] || apt-get -qq update
  updated=yes
  local name
  for name in "$@"; do
    if DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$name" >/dev/null 2>&1; then
      say "installed $name"
      return
    fi
  done
  say "none of these could be installed: $*"
}

have_venv || install python3-venv
have_maven || install maven
have_chromium || install chromium
have_java 17 || install openjdk-17-jre-headless openjdk-21-jre-headless openjdk-25-jre-headless
have_java 21 || install openjdk-21-jre-headless openjdk-25-jre-headless
