#!/bin/sh
# Use the portable folder of Linux as from a stick, and see that nothing is left on the computer.
set -eu
cd "$(dirname "$0")/.."
. installer/settings.sh

name=poadesk-$version-linux-portable
stick=$(mktemp -d)
trap 'rm -rf "$stick"' EXIT
unzip -q "dist/$name.zip" -d "$stick"
program=$stick/$name/poadesk
mkdir "$stick/person"
export HOME="$stick/person" QT_QPA_PLATFORM=offscreen
unset XDG_DATA_HOME XDG_CONFIG_HOME

[ -z "$(find "$stick/$name" -type l)" ] || { echo "A stick cannot hold links." >&2; exit 1; }
"$program" --version
"$program" example "$stick/$name/planes/ejemplo.sqlite"
"$program" print "$stick/$name/planes/ejemplo.sqlite" -o "$stick/ejemplo.pdf"
"$program" "$stick/$name/planes/ejemplo.sqlite" & window=$!
for second in $(seq 60); do
    sleep 1
    grep -qs Cuentas "$stick/$name/datos/poadesk.ini" && break
done
kill $window
ls "$stick/$name/datos" "$stick/$name/datos/copias"
grep -q Cuentas "$stick/$name/datos/poadesk.ini"
left=$(find "$stick/person" -type f)
[ -z "$left" ] || { printf 'Left on the computer:\n%s\n' "$left" >&2; exit 1; }
echo "All was as it should be."
