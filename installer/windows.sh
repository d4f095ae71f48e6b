#!/bin/sh
# Build the installer for Windows, and the portable folder, from Linux: needs makensis.
#   PYTHON_EMBED=python-3.12.N-embed-amd64.zip PYTHON_EMBED_SHA256=... make windows
# PYTHON_EMBED is the embeddable zip of Python that python.org publishes with its checksum. Without
# it the installer is built all the same, to try it, and says in its name that Python is missing.
set -eu
cd "$(dirname "$0")/.."
. installer/settings.sh

folder=build/windows/poadesk
rm -rf build/windows
mkdir -p dist $folder
if [ -n "${PYTHON_EMBED:-}" ] && [ -n "${PYTHON_EMBED_SHA256:-}" ]; then
    echo "$PYTHON_EMBED_SHA256  $PYTHON_EMBED" | sha256sum --check --quiet -
elif [ -n "${PYTHON_EMBED:-}" ]; then
    echo "PYTHON_EMBED_SHA256 is not given; compare this with what python.org says:" >&2
    sha256sum "$PYTHON_EMBED" >&2
fi

$tools/python -m pip install --quiet --target $folder/pkgs --no-compile --only-binary=:all: \
    --platform win_amd64 --implementation cp --python-version 3.12 \
    --constraint constraints.txt --constraint installer/windows/constraints.txt \
    --requirement build/needed.txt colorama
$tools/python -m pip install --quiet --target $folder/pkgs --no-compile --no-deps \
    "dist/poadesk-$version-py3-none-any.whl"
$tools/python installer/windows/assemble.py $folder ${PYTHON_EMBED:+"$PYTHON_EMBED"}
$tools/python installer/licences.py $folder/licencias
same_times $folder
$tools/python installer/sizes.py $folder

lacking=""
[ -n "${PYTHON_EMBED:-}" ] || lacking=-SIN-PYTHON
installer=dist/poadesk-$version-windows$lacking.exe
rm -f "dist/poadesk-$version-windows"*
makensis -V2 -NOCD -DVERSION="$version" -DFOLDER="$PWD/$folder" -DTARGET="$PWD/$installer" \
    -DKILOBYTES="$(du --summarize --block-size=1024 $folder | cut -f1)" \
    ${lacking:+-DNO_PYTHON} installer/windows/poadesk.nsi

portable=poadesk-$version-windows-portable
if [ -z "$lacking" ]; then
    cp -R $folder "build/windows/$portable"
    mkdir "build/windows/$portable/planes"
    cp installer/poadesk-portable.txt "build/windows/$portable/"
    same_times "build/windows/$portable"
    (cd build/windows && find "$portable" | LC_ALL=C sort | zip -q -X -9 -@ "../../dist/$portable.zip")
fi
ls -l "dist/poadesk-$version-windows"*
