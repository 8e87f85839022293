#!/bin/sh
# A dump every night: export, check, say what changed, keep seven.
#   15 3 * * *  KG_URI=/srv/graph /srv/nightly-rdf.sh /srv/dumps
# The name of a dump is the day; another name may be given as the second word.
set -eu
folder=$1
today=${2:-$(date -u +%F)}
mkdir -p "$folder"
cd "$folder"
last=$(ls | grep -E '^[0-9-]+\.nq\.zst$' | grep -vFx "$today.nq.zst" | sort | tail -n 1)
if [ -n "$last" ]; then
  kg export rdf --compress zstd --previous "$last" -o "$today.nq.zst"
else
  kg export rdf --compress zstd -o "$today.nq.zst"
fi
kg rdf check "$today.nq.zst" --report "$today.findings.ttl"
[ -z "$last" ] || kg rdf diff "$last" "$today.nq.zst" --format csv -o "$today.changes.csv"
ls | grep -E '^[0-9-]+\.nq\.zst$' | sort -r | tail -n +8 | while read -r old; do
  day=${old%.nq.zst}
  rm -f "$old" "$old".* "$day.findings.ttl" "$day.changes.csv"
done
