#!/bin/sh
# Shows the kiosk in Chromium: waits for the program, or shows what the browser keeps; keeps the screen awake. Where
# neither is there, and where the page was not heard of three times, it shows the words for staff.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
address=${KAKEHASHI_KIOSK_ADDRESS:-http://127.0.0.1:8050/ja/kiosk}
health=$(printf '%s' "$address" | sed 's|\(https\{0,1\}://[^/]*\)/.*|\1/healthz|')
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}

# What the browser keeps of the screen outlives a crash, so that it can begin without the program. A folder that it made
# no use of for long, or that a power cut has damaged, is found by the watch below, and goes.
profile=${XDG_CACHE_HOME:-$HOME/.cache}/kakehashi-screen
unheard=$profile-unheard # how many browsers in a row the watch had to end, since they were not heard of
tried=$(cat "$unheard" 2>/dev/null || echo 0)
answers() { curl --silent --fail --max-time 2 --output /dev/null "$health"; }
is_kept() { grep --quiet --recursive --no-messages "kakehashi /" "$profile/Default/Service Worker/CacheStorage"; }
shown=page
waited=0
until answers; do
  waited=$((waited + 1))
  if [ "$waited" -ge 20 ] && is_kept; then break; fi
  if [ "$waited" -ge 120 ]; then shown=staff; break; fi
  sleep 1
done
if [ "$tried" -ge 3 ]; then shown=staff; fi
mkdir -p "$profile"
rm -f "$profile"/Singleton* # of a browser that was ended by a power cut

# Where cage does not turn the picture itself, see start-cage.sh.
if [ -n "${KAKEHASHI_SCREEN_TURN:-}" ] && [ -n "${WAYLAND_DISPLAY:-}" ] && wlr-randr >/dev/null 2>&1; then
  output=$(wlr-randr | sed -n '1s/ .*//p')
  wlr-randr --output "$output" --transform "$KAKEHASHI_SCREEN_TURN"
fi

# Under X instead of Wayland: no screen saver, no power saving, no cursor.
if [ -z "${WAYLAND_DISPLAY:-}" ] && [ -n "${DISPLAY:-}" ]; then
  xset s off -dpms s noblank || true
  if command -v unclutter >/dev/null; then unclutter -idle 0 -root & fi
fi

# A session that began on a console calls itself "tty", from which Chromium would conclude that there is no Wayland.
if [ -n "${WAYLAND_DISPLAY:-}" ]; then set -- --ozone-platform=wayland; else set --; fi

pause=${KAKEHASHI_WATCH_SECONDS:-15}

end_browser() { kill "$(cat "$profile/browser.pid")"; }

# The words for staff stay until there is a program, and for five minutes where there was one; then the page gets a try,
# and at once when somebody switches the computer off and on, as the words say.
watch_staff() {
  if [ "$tried" -ge 3 ]; then echo 2 >"$unheard"; sleep 300; else until answers; do sleep "$pause"; done; fi
  end_browser
}

# A page that has crashed asks the program for nothing any more, and one that never began has never asked: then the
# browser ends, what it keeps goes with it, and the service starts it anew. While the program is away nothing is held
# against the page.
watch_page() {
  missed=0
  heard=no
  patience=12 # looks for a page that is only beginning; fewer for one that was there
  while sleep "$pause"; do
    said=$(curl --silent --max-time 5 "$health") || said=
    case $said in *'"screen_seconds"'*) ;; *) missed=0; rm -f "$unheard"; continue ;; esac
    silent=$(printf '%s' "$said" | sed -n 's/.*"screen_seconds": *\([0-9]*\).*/\1/p')
    if [ -n "$silent" ] && [ "$silent" -le $((2 * pause)) ]; then
      missed=0
      heard=yes
      patience=4
      rm -f "$unheard"
    else
      missed=$((missed + 1))
    fi
    if [ "$missed" -ge "$patience" ]; then
      touch "$profile/is-suspect"
      if [ "$heard" = no ]; then echo $((tried + 1)) >"$unheard"; fi
      end_browser
      return
    fi
  done
}
if [ "$shown" = staff ]; then
  echo "the words for staff are shown" >&2
  address=file://${here%/deploy/kiosk}/assets/built/staff.html
fi
"watch_$shown" &
watch=$!
trap 'kill "$watch" 2>/dev/null || true; if [ -e "$profile/is-suspect" ]; then rm -rf "$profile"; fi' EXIT INT TERM

# shellcheck disable=SC2016,SC2046 # the inner shell's own words; each line of the file is one flag
sh -c 'echo "$$" >"$0/browser.pid"; exec "$@"' "$profile" \
  "$browser" $(sed -e '/^[[:space:]]*#/d' -e '/^[[:space:]]*$/d' "$here/chromium-flags.txt") "$@" --user-data-dir="$profile" "$address"
