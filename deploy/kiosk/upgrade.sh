#!/bin/sh
# A new version beside the old one: installed in a folder of its own, switched to by a link, and back by the same link.
#   upgrade.sh FOLDER   install the version that lies in FOLDER (a clone, an unpacked bundle) and switch to it
#   upgrade.sh back     switch to the version before
# A version that cannot be installed, does not like the tables or does not answer is never left switched on.
set -eu

link=${KAKEHASHI_LINK:-/opt/kakehashi}
versions=$link-versions
settings=${KAKEHASHI_SETTINGS:-/etc/kakehashi.env}
tables=$(sed -n 's/^KAKEHASHI_TABLES=//p' "$settings" 2>/dev/null | tail -n 1)
tables=${tables:-/var/lib/kakehashi/tables}
health=${KAKEHASHI_HEALTH:-http://127.0.0.1:8050/healthz}
restart=${KAKEHASHI_RESTART:-systemctl restart kakehashi.service kakehashi-screen.service}
patience=${KAKEHASHI_PATIENCE:-120}

# The link is changed in one step: whoever starts meanwhile finds one version or the other.
switch_to() {
  ln -s "$1" "$link.new"
  mv -T "$link.new" "$link"
  echo "switched to $1"
}

answers() {
  left=$patience
  until curl --silent --fail --max-time 2 --output /dev/null "$health"; do
    left=$((left - 1))
    if [ "$left" -le 0 ]; then return 1; fi
    sleep 1
  done
}

begin() {
  switch_to "$1"
  $restart && answers
}

# The first time the program is a plain folder: it becomes the first version.
mkdir -p "$versions"
if [ -d "$link" ] && [ ! -L "$link" ]; then
  mv "$link" "$versions/first"
  switch_to "$versions/first"
fi
now=$(readlink "$link" || true)

if [ "$1" = back ]; then
  before=$(cat "$versions/before" 2>/dev/null || true)
  if [ ! -d "$before" ]; then echo "there is no version before" >&2; exit 1; fi
  if ! begin "$before"; then
    echo "$before does not answer" >&2
    begin "$now" || true
    exit 1
  fi
  echo "$now" >"$versions/before"
  exit
fi

fresh=$versions/$(date +%Y-%m-%d-%H%M%S)
trap 'echo "$fresh is not taken; everything is as it was" >&2; rm -rf "$fresh"' EXIT
mkdir "$fresh"
cp -R "$1"/. "$fresh"
if [ -x "$fresh/install.sh" ]; then (cd "$fresh" && ./install.sh); else (cd "$fresh" && make install); fi
(cd "$fresh" && .venv/bin/python -m dashboard validate "$tables")
trap - EXIT

if ! begin "$fresh"; then
  echo "$fresh does not answer" >&2
  if [ -n "$now" ]; then begin "$now" || true; fi
  rm -rf "$fresh"
  exit 1
fi
before=$(cat "$versions/before" 2>/dev/null || true)
echo "$now" >"$versions/before"
case $before in "$versions"/*) if [ "$before" != "$now" ]; then rm -rf "$before"; fi ;; esac
for file in "$fresh"/deploy/kiosk/*.service "$fresh"/deploy/kiosk/*.timer "$fresh"/deploy/kiosk/*.mount; do
  installed=/etc/systemd/system/${file##*/}
  if [ -e "$installed" ] && ! cmp -s "$file" "$installed"; then echo "differs from the one in use: $file"; fi
done
