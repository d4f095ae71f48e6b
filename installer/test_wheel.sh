#!/bin/sh
# Install the wheel into a fresh environment far from the checkout, and use the program.
set -eu
cd "$(dirname "$0")/.."
. installer/settings.sh

here=$PWD
far=$(mktemp -d)
trap 'rm -rf "$far"' EXIT
"${PYTHON:-python3}" -m venv "$far/env"
"$far/env/bin/python" -m pip install --quiet --constraint constraints.txt \
    "dist/poadesk-$version-py3-none-any.whl"
cd "$far"
poadesk=$far/env/bin/poadesk
"$poadesk" --version
"$poadesk" example ejemplo.sqlite
"$poadesk" print ejemplo.sqlite -o ejemplo.pdf
"$poadesk" check ejemplo.sqlite
test "$(head -c 5 ejemplo.pdf)" = %PDF-
"$far/env/bin/python" -c "
from pathlib import Path
from poadesk.resources import resource
assert not Path(resource('fonts')).is_relative_to('$here'), resource('fonts')
print(resource('fonts'))
import sys, poadesk.desktop
assert 'shibokensupport.signature.loader' in sys.modules
assert 'shibokensupport.signature.parser' not in sys.modules, 'explanations are loaded at once'"
echo "All was as it should be."
