#!/bin/sh
# All tests of all modules, then what was skipped and why, then surefire's totals as the last lines.
#
# Usage: ./ipw test [Maven options, for example -pl etl]
set -u
cd "$(dirname "$0")/.." || exit 1
log=$(mktemp "${TMPDIR:-/tmp}/ipw-test.XXXXXX") || exit 1
started=$log.started
: >"$started"
trap 'rm -f "$log" "$started"' EXIT INT TERM

{ mvn -B -ntp -Dstyle.color=never -fae verify "$@" 2>&1; printf "\nexit %s\n" "$?"; } | tee "$log"
code=$(tail -n 1 "$log" | sed -n 's/^exit //p')

echo
echo "跳过的检查 skipped checks:"
# reports of this run only: what an earlier one left behind says nothing of this one
find . -path '*/target/surefire-reports/TEST-*.xml' -newer "$started" -exec grep -h -B 1 '<skipped' {} + 2>/dev/null |
    sed -n 's/.*testcase name="\([^"]*\)" classname="\([^"]*\)".*/  \2: \1/p; s/.*<skipped message="\([^"]*\)".*/      \1/p'
echo
# the sums of all modules, in surefire's own words
sed 's/\x1b\[[0-9;]*m//g' "$log" |
    sed -n 's/.*Tests run: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\), Skipped: \([0-9]*\)$/\1 \2 \3 \4/p' |
    awk '{r+=$1; f+=$2; e+=$3; s+=$4} END {printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", r, f, e, s}'
exit "${code:-1}"
