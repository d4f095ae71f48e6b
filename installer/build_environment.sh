#!/bin/sh
# Make build/env: what poadesk needs to run and what builds it, in pinned versions, and no more.
# Of colorama, which only Windows uses, the licence is read here.
set -eu
cd "$(dirname "$0")/.."
. installer/settings.sh

"${PYTHON:-python3}" -m venv build/env
needed=$($tools/python -c "
import tomllib
print('\n'.join(tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies']))")
echo "$needed" >build/needed.txt
$tools/python -m pip install --quiet --constraint constraints.txt \
    --constraint installer/constraints.txt --constraint installer/windows/constraints.txt \
    --requirement build/needed.txt build colorama distlib pyinstaller setuptools wheel
touch build/env/ready
