#!/bin/sh
# Everything that cannot be made again, in one file: tables, stories, counts, settings.
#   backup.sh to FILE     write it; the program may run meanwhile
#   backup.sh from FILE   put it back; what was there stays beside it under the name …-before-restore
set -eu

settings=${KAKEHASHI_SETTINGS:-/etc/kakehashi.env}

# The value of a setting, or what stands for it where there is none.
setting() {
  found=$(sed -n "s/^$1=//p" "$settings" 2>/dev/null | tail -n 1)
  printf '%s' "${found:-$2}"
}

read_folders() {
  tables=$(setting KAKEHASHI_TABLES /var/lib/kakehashi/tables)
  stories=$(setting KAKEHASHI_STORIES "$(dirname "$tables")/stories")
  counts=$(setting KAKEHASHI_STATE /var/lib/kakehashi/state)/usage.sqlite3
}

copy_counts() { # whole, though somebody may be writing
  python3 -c 'import sqlite3, sys
with sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True) as now, sqlite3.connect(sys.argv[2]) as then:
    now.backup(then)' "$1" "$2"
}

put_back() {
  [ -e "$1" ] || return 0
  if [ -e "$2" ]; then rm -rf "$2-before-restore"; mv "$2" "$2-before-restore"; fi
  mkdir -p "$(dirname "$2")"
  cp -R "$1" "$2"
  chown -R --reference="$(dirname "$2")" "$2"
}

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
case $1 in
  to)
    read_folders
    cp -R "$tables" "$stage/tables"
    if [ -d "$stories" ]; then cp -R "$stories" "$stage/stories"; fi
    if [ -f "$counts" ]; then copy_counts "$counts" "$stage/usage.sqlite3"; fi
    if [ -f "$settings" ]; then cp "$settings" "$stage/settings.env"; fi
    (cd "$stage" && find . -type f -exec sha256sum {} + >"$stage.sums" && mv "$stage.sums" SHA256SUMS)
    (umask 077 && tar --create --gzip --directory "$stage" --file "$2.new" . && mv "$2.new" "$2")
    ;;
  from)
    tar --extract --gzip --no-same-owner --directory "$stage" --file "$2"
    (cd "$stage" && sha256sum --check --quiet SHA256SUMS)
    put_back "$stage/settings.env" "$settings"
    read_folders
    put_back "$stage/tables" "$tables"
    put_back "$stage/stories" "$stories"
    rm -f "$counts-journal" # of counts that are there no more
    put_back "$stage/usage.sqlite3" "$counts"
    ;;
  *) sed -n '2,4s/^# *//p' "$0" >&2; exit 2 ;;
esac
