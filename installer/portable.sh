#!/bin/sh
# Build dist/poadesk-VERSION-linux-portable.zip: a folder that runs from a stick and keeps all in it.
set -eu
cd "$(dirname "$0")/.."
. installer/settings.sh

name=poadesk-$version-linux-portable
folder=build/portable/$name
rm -rf build/portable "dist/$name.zip"
mkdir -p dist build/portable
cp -R $bundle $folder
mkdir $folder/planes
cp installer/poadesk-portable.txt $folder/
same_times $folder
# In the order of the names and without the numbers of people: equal folders give equal files.
(cd build/portable && find "$name" | LC_ALL=C sort | zip -q -X -9 -@ "../../dist/$name.zip")
ls -l "dist/$name.zip"
