#!/bin/sh
# Build dist/poadesk_VERSION_amd64.deb from the folder of the program.
set -eu
cd "$(dirname "$0")/.."
. installer/settings.sh

root=build/deb
package="dist/poadesk_${version}_amd64.deb"
share=$root/usr/share
rm -rf $root
mkdir -p dist $root/DEBIAN $root/usr/bin $root/usr/lib $share/applications $share/metainfo \
    $share/mime/packages $share/icons/hicolor/scalable/apps $share/doc/poadesk

cp -R $bundle $root/usr/lib/poadesk
ln -s ../lib/poadesk/poadesk $root/usr/bin/poadesk
cp installer/linux/poadesk.desktop $share/applications/
cp installer/linux/poadesk-mime.xml $share/mime/packages/poadesk.xml
cp resources/icons/logo.svg $share/icons/hicolor/scalable/apps/poadesk.svg
sed -e "s/@version@/$version/" -e "s/@date@/$(date --utc --date="@$SOURCE_DATE_EPOCH" +%F)/" \
    installer/linux/poadesk.metainfo.xml >$share/metainfo/poadesk.metainfo.xml
gzip --best --no-name --stdout CHANGELOG.md >$share/doc/poadesk/changelog.gz
{ cat LICENSE; printf '\nLas licencias de lo que trae están en /usr/lib/poadesk/licencias.\n'; } \
    >$share/doc/poadesk/copyright

# The newest symbols of the C library that anything in the folder asks for.
glibc=$(find $bundle -type f \( -name '*.so*' -o -name poadesk \) -exec objdump -T {} + 2>/dev/null |
    grep -o 'GLIBC_[0-9.]*' | sort -Vu | tail -n 1 | cut -d_ -f2)
cat >$root/DEBIAN/control <<END
Package: poadesk
Version: $version
Architecture: amd64
Maintainer: poadesk <poadesk@localhost>
Installed-Size: $(du --summarize --apparent-size --block-size=1024 $root/usr | cut -f1)
Section: misc
Priority: optional
Depends: libc6 (>= $glibc), libegl1, libgl1, libxcb1, fontconfig-config, xkb-data
Recommends: shared-mime-info, xdg-utils
Description: plan operativo anual de una unidad municipal
 Escribe, revisa e imprime el plan operativo anual (POA, en el Perú POI) de una
 unidad municipal, y durante el año hace los informes de lo ejecutado. Trabaja
 sin Internet y cada plan es un solo archivo.
END
same_times $root
(cd $root && find usr -type f ! -type l -exec md5sum {} + | LC_ALL=C sort -k 2 >DEBIAN/md5sums)
touch --date="@$SOURCE_DATE_EPOCH" $root/DEBIAN/md5sums $root/DEBIAN
chmod 644 $root/DEBIAN/*
rm -f "$package"
dpkg-deb --root-owner-group -Zxz --build $root "$package" >/dev/null
printf '%s: %.1f MB; installed %.1f MB\n' "$package" "$(stat -c %s "$package" | awk '{print $1/1e6}')" \
    "$(du -sb $root/usr | awk '{print $1/1e6}')"
