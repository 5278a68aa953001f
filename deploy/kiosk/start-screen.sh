#!/bin/sh
# Shows the kiosk in Chromium: waits for the program, starts from a clean profile, keeps the screen awake.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
address=${KAKEHASHI_KIOSK_ADDRESS:-http://127.0.0.1:8050/ja/kiosk}
health=$(printf '%s' "$address" | sed 's|\(https\{0,1\}://[^/]*\)/.*|\1/healthz|')
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}

until curl --silent --fail --max-time 2 --output /dev/null "$health"; do sleep 1; done

if [ -n "${KAKEHASHI_SCREEN_TURN:-}" ] && [ -n "${WAYLAND_DISPLAY:-}" ]; then
  output=$(wlr-randr | sed -n '1s/ .*//p')
  wlr-randr --output "$output" --transform "$KAKEHASHI_SCREEN_TURN"
fi

# Under X instead of Wayland: no screen saver, no power saving, no cursor.
if [ -z "${WAYLAND_DISPLAY:-}" ] && [ -n "${DISPLAY:-}" ]; then
  xset s off -dpms s noblank || true
  if command -v unclutter >/dev/null; then unclutter -idle 0 -root & fi
fi

profile=$(mktemp -d "${TMPDIR:-/tmp}/kakehashi-screen.XXXXXX")
trap 'rm -rf "$profile"' EXIT INT TERM

# shellcheck disable=SC2046 # each line of the file is one flag
"$browser" $(sed -e '/^[[:space:]]*#/d' -e '/^[[:space:]]*$/d' "$here/chromium-flags.txt") --user-data-dir="$profile" "$address"
