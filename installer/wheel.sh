#!/bin/sh
# Build the wheel and the sdist into dist/, and put the wheel into build/env for what follows.
set -eu
cd "$(dirname "$0")/.."
. installer/settings.sh

rm -rf build/lib build/bdist.* poadesk.egg-info "dist/poadesk-$version"*.whl "dist/poadesk-$version.tar.gz"
$tools/python -m build --no-isolation --outdir dist . >build/wheel.log 2>&1 ||
    { cat build/wheel.log >&2; exit 1; }
# setuptools gives the wheel the time of the sources; the sdist is packed once more with it.
rm -rf build/lib build/bdist.* build/sdist poadesk.egg-info
mkdir build/sdist
tar -xzf "dist/poadesk-$version.tar.gz" -C build/sdist
same_times build/sdist
tar --sort=name --format=ustar --owner=0 --group=0 --numeric-owner -C build/sdist \
    -c "poadesk-$version" | gzip --best --no-name >"dist/poadesk-$version.tar.gz"
$tools/python -m pip install --quiet --force-reinstall --no-deps --no-compile \
    "dist/poadesk-$version-py3-none-any.whl"
ls -l "dist/poadesk-$version-py3-none-any.whl" "dist/poadesk-$version.tar.gz"
