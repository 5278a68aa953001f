#!/bin/sh
# Shows one program on the whole screen, turned as the settings say: cage, with start-screen.sh in it.
set -eu

here=$(cd "$(dirname "$0")" && pwd)

# Cage up to 0.1 turns the picture itself, a quarter for every -r; later ones leave that to wlr-randr in start-screen.sh.
set --
if cage -h 2>&1 | grep -q '^ -r'; then
  case ${KAKEHASHI_SCREEN_TURN:-} in
    90) set -- -r ;;
    180) set -- -r -r ;;
    270) set -- -r -r -r ;;
  esac
fi
exec cage -d "$@" -- "$here/start-screen.sh"
