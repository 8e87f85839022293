#!/usr/bin/env bash
# Writes constraints.txt: the exact versions of everything that the tests and the demo use, in an environment made anew.
# Run it with the oldest Python that is supported, so that every version it names exists for all of them.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
.venv/bin/python -m venv "$fresh"
"$fresh/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --editable '.[dev,tables,scale]'
{
  echo '# The versions that the tests run with. Written by `make lock`.'
  "$fresh/bin/python" -m pip freeze --disable-pip-version-check --exclude-editable | LC_ALL=C sort --ignore-case
} >"$fresh/constraints.txt"
mv "$fresh/constraints.txt" constraints.txt
echo "constraints.txt: $(grep -c == constraints.txt) packages"
