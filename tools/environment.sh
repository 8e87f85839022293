#!/usr/bin/env bash
# Makes the virtual environment .venv; does nothing where it is up to date.
#   tools/environment.sh demo    what kg needs
#   tools/environment.sh dev     that, and what the tests need
set -euo pipefail
cd "$(dirname "$0")/.."

level=$1
case $level in
  demo) what=. had=(dev demo) ;;
  dev) what='.[dev,tables,scale]' had=(dev) ;;
  *) echo "usage: $0 demo|dev" >&2; exit 2 ;;
esac

fail() { echo "set-up: $1" >&2; exit 1; }

# The first Python that will do. One without venv (Debian packs it apart) is passed over, and named if there is no other.
find_python() {
  local name without_venv=''
  for name in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
    "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null || continue
    "$name" -c 'import ensurepip, venv' 2>/dev/null && { echo "$name"; return; }
    without_venv=$name
  done
  [ -z "$without_venv" ] || fail "$without_venv has no venv module: install it (on Debian: apt install python3-venv)"
  fail "no Python 3.11, 3.12 or 3.13 found: install one, or name it: PYTHON=/path/to/python make"
}

wanted=$(cat pyproject.toml constraints.txt | cksum)
for other in "${had[@]}"; do
  if [ -x .venv/bin/python ] && [ "$(cat ".venv/made-for-$other" 2>/dev/null)" = "$wanted" ]; then
    echo "set-up: nothing to do"
    exit 0
  fi
done

SECONDS=0
rm -f .venv/made-for-*
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  python=$(find_python)
  echo "set-up: making .venv with $("$python" --version)"
  "$python" -m venv --clear .venv
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
  --constraint constraints.txt --editable "$what" || fail "pip could not install what $level needs: see its message above"
echo "$wanted" >".venv/made-for-$level"
echo "set-up: $SECONDS s"
