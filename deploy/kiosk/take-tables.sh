#!/bin/sh
# Takes the tables of a USB stick: checks them, and only when nothing is wrong puts them in the place of the old ones.
# usage: take-tables.sh FOLDER        FOLDER holds "tables"; what was found is written to FOLDER/kakehashi-report.txt
set -u

stick=${1:?usage: take-tables.sh FOLDER}
program=${KAKEHASHI_PROGRAM:-/opt/kakehashi}
target=${KAKEHASHI_TABLES:-/var/lib/kakehashi/tables}
language=${KAKEHASHI_REPORT_LANGUAGE:-ja}
report=$stick/kakehashi-report.txt

fresh=$(mktemp -d "$(dirname "$target")/tables.XXXXXX") || exit 2
trap 'rm -rf "$fresh"' EXIT
cp "$stick"/tables/*.csv "$fresh/" || echo "no tables in $stick/tables" >&2 # the report says so too
chmod 755 "$fresh" && chmod -f 644 "$fresh"/*.csv
if [ -d "$target" ]; then chown -R --reference="$target" "$fresh"; fi

found=$(cd "$program" && .venv/bin/python -m dashboard validate --lang "$language" "$fresh" 2>&1)
result=$?
printf '%s\n' "$found" | tee "$report" 2>/dev/null || printf '%s\n' "$found"
sync
[ "$result" -eq 0 ] || exit "$result"

kept=$(dirname "$target")/tables-before
rm -rf "$kept"
if [ -d "$target" ]; then mv "$target" "$kept"; fi
mv "$fresh" "$target" || { mv "$kept" "$target"; exit 2; }
sync
