#!/bin/sh
# Try the installer for Windows under Wine: install, associate, start, remove. Needs wine64 and xvfb.
# What stands in for Python writes down how it was called; the program itself cannot run here.
set -eu
cd "$(dirname "$0")/../.."
. installer/settings.sh

installer=$(ls "dist/poadesk-$version-windows"*.exe)
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
export WINEPREFIX="$trial/wine" WINEDEBUG=-all WINEARCH=win64 WINEDLLOVERRIDES="mscoree=d;mshtml=d"
[ -n "${DISPLAY:-}" ] || exec xvfb-run -a sh "$0"

"$wine" wineboot --init >/dev/null 2>&1 || true
user=$(basename "$(find "$WINEPREFIX/drive_c/users" -mindepth 1 -maxdepth 1 ! -name Public | head -n 1)")
home="$WINEPREFIX/drive_c/users/$user"
program="$home/AppData/Local/Programs/poadesk"
menu="$home/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/poadesk.lnk"
key() { "$wine" reg query "$@" 2>/dev/null | tr -d '\r'; }
say() { printf '== %s\n' "$*"; }

mkdir -p "$home/Documents"
echo "el plan de una persona" >"$home/Documents/POA.sqlite"

say "installs in silence, for one person"
"$wine" "$installer" /S
test -f "$program/poadesk.exe" && test -f "$program/pkgs/poadesk/resources/example/plan.json"
test -f "$program/licencias/LEAME.txt" && test -f "$menu"
key 'HKCU\Software\Classes\poadesk.plan\shell\open\command' | grep -q 'poadesk.exe" "%1"'
key 'HKCU\Software\Classes\.sqlite' | grep -q poadesk.plan
key 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\poadesk' | grep -q "$version"

if [ ! -d "$program/python" ]; then
    say "the launcher starts Python with the plan"
    mkdir "$program/python"
    printf 'Unicode true\nTarget amd64-unicode\nOutFile "%s"\nSilentInstall silent\nRequestExecutionLevel user\nSection\nFileOpen $0 "$EXEDIR\\called.txt" w\nFileWrite $0 $CMDLINE\nFileClose $0\nSectionEnd\n' \
        "$program/python/pythonw.exe" >"$trial/stand-in.nsi"
    makensis -V1 "$trial/stand-in.nsi"
    "$wine" "$program/poadesk.exe" 'C:\users\POA con espacios.sqlite'
    cat "$program/python/called.txt"; echo
    grep -q 'poadesk.exe.*C:.users.POA con espacios.sqlite"' "$program/python/called.txt"
fi

say "an update takes away what is old and keeps what is the person's"
touch "$program/pkgs/de-antes.py"
echo "otro plan" >"$program/plan guardado aqui.sqlite"
"$wine" "$installer" /S
test ! -e "$program/pkgs/de-antes.py" && test -s "$program/plan guardado aqui.sqlite"

say "is removed in silence, and the files of the person stay"
"$wine" "$program/desinstalar.exe" /S "_?=$(printf 'C:\\users\\%s\\AppData\\Local\\Programs\\poadesk' "$user")"
test ! -e "$program/pkgs" && test ! -e "$program/poadesk.exe" && test ! -e "$menu"
test -s "$home/Documents/POA.sqlite" && test -s "$program/plan guardado aqui.sqlite"
left=$({ key 'HKCU\Software\Classes\poadesk.plan' || true
    key 'HKCU\Software\Classes\.sqlite' || true
    key 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\poadesk' || true
} | grep REG_ | grep poadesk || true)
[ -z "$left" ] || { printf 'Left in the registry:\n%s\n' "$left" >&2; exit 1; }
echo "All was as it should be."
