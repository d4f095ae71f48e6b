#!/bin/sh
# Open the window on the example plan; without a display, print the example plan to PDF.
set -eu

poadesk=$1
plan=build/ejemplo.sqlite
mkdir -p build
[ -f "$plan" ] || "$poadesk" example "$plan"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$poadesk" "$plan"
fi
"$poadesk" print "$plan" -o build/ejemplo.pdf
echo "No display was found, so the example plan was printed: $(pwd)/build/ejemplo.pdf"
