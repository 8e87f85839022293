#!/usr/bin/env bash
# Runs a command and says how long it took: tools/timed.sh NAME COMMAND ...
name=$1
shift
SECONDS=0
"$@"
status=$?
echo "$name: $SECONDS s"
exit $status
