#!/bin/sh
# Build the folder of the program for Linux, build/bundle/poadesk, from the wheel in build/env.
set -eu
cd "$(dirname "$0")/.."
. installer/settings.sh

rm -rf build/bundle build/pyinstaller
# Modules are stored as they are: to unpack each of them again takes longer than to read it.
PYINSTALLER_ZLIB_COMPRESSION_LEVEL=0 $tools/pyinstaller --noconfirm --log-level WARN --workpath build/pyinstaller \
    --distpath build/bundle installer/poadesk.spec
$tools/python installer/needed.py $bundle
# What PySide loads as files lies there compiled, as a person cannot write into this folder.
late=$bundle/_internal/poadesk/widgets/files.dir
test -d $late
$tools/python -m compileall -q -b --invalidation-mode unchecked-hash $late
find $late \( -name '*.py' -o -name __pycache__ \) -exec rm -r {} +
# Python's own libraries may come with what only a debugger reads; Qt's come without.
find $bundle/_internal -maxdepth 1 -name 'libpython*.so*' -exec strip --strip-unneeded {} +
find $bundle/_internal/python3* -name '*.so' -exec strip --strip-unneeded {} +
$tools/python installer/licences.py $bundle/licencias $bundle
cp CHANGELOG.md $bundle/licencias/CAMBIOS.md
same_times $bundle
$tools/python installer/sizes.py $bundle
