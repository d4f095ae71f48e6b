#!/bin/sh
# Install the .deb into a bare Debian, use the program, and remove it: needs root and debootstrap.
#   sudo sh installer/test_deb.sh [CHROOT]     CHROOT: a folder for the bare Debian, kept for the next time
# A picture of the window is left in build/test-deb.png.
set -eu
cd "$(dirname "$0")/.."
. installer/settings.sh

chroot=${1:-build/chroot}
package="dist/poadesk_${version}_amd64.deb"
[ -f "$package" ] || { echo "First: make deb" >&2; exit 1; }
if [ ! -e "$chroot/etc/debian_version" ]; then
    debootstrap --variant=minbase bookworm "$chroot"
fi
cp "$package" "$chroot/tmp/poadesk.deb"
cp /etc/resolv.conf "$chroot/etc/resolv.conf"
mount -t proc proc "$chroot/proc"
trap 'umount "$chroot/proc"' EXIT
inside() { chroot "$chroot" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp/person LANG=C.UTF-8 "$@"; }

inside sh -euc '
export DEBIAN_FRONTEND=noninteractive
say() { printf "== %s\n" "$*"; }
apt-get update -qq
dpkg --purge poadesk >/dev/null 2>&1 || true
say "installs with what it declares and nothing else"
apt-get install -y -qq --no-install-recommends /tmp/poadesk.deb >/dev/null
say "every library is found"
lacking=$(find /usr/lib/poadesk -name "*.so*" -exec env LD_LIBRARY_PATH=/usr/lib/poadesk/_internal:/usr/lib/poadesk/_internal/PySide6/Qt/lib ldd {} + 2>/dev/null | grep "not found" || true)
[ -z "$lacking" ] || { echo "$lacking"; exit 1; }
say "tells its versions"
poadesk --version
rm -rf /tmp/person && mkdir -p /tmp/person && cd /tmp/person
say "makes the example and prints it"
poadesk example ejemplo.sqlite
poadesk print ejemplo.sqlite -o ejemplo.pdf
poadesk export ejemplo.sqlite -o ejemplo.xlsx
test "$(head -c 5 ejemplo.pdf)" = %PDF-
say "what only the test needs"
apt-get install -y -qq --no-install-recommends shared-mime-info xdg-utils libglib2.0-bin \
    desktop-file-utils xvfb xauth xdotool x11-apps imagemagick python3-minimal >/dev/null
say "a plan is known by what is inside, another database is not taken for one"
printf "SQLite format 3\000" >otra.sqlite
head -c 4000 /dev/zero >>otra.sqlite
cp ejemplo.sqlite "sin terminacion"
gio info -a standard::content-type ejemplo.sqlite | grep -q application/x-poadesk-plan
gio info -a standard::content-type "sin terminacion" | grep -q application/x-poadesk-plan
gio info -a standard::content-type otra.sqlite | grep -q application/vnd.sqlite3
say "a double click opens it with poadesk"
gio mime application/x-poadesk-plan | grep -q "poadesk.desktop"
desktop-file-validate /usr/share/applications/poadesk.desktop
say "the window opens the plan"
cat >/tmp/look.sh <<END
gio launch /usr/share/applications/poadesk.desktop /tmp/person/ejemplo.sqlite &
for second in \$(seq 60); do
    sleep 1
    xdotool search --name "POA 2027.*poadesk" >/dev/null 2>&1 && break
done
sleep 5
xdotool search --name "POA 2027.*poadesk" getwindowname
import -window root /tmp/window.png
END
xvfb-run -a -s "-screen 0 1280x800x24" sh /tmp/look.sh
say "is removed, and the plan of the person stays"
apt-get remove -y -qq poadesk >/dev/null
test ! -e /usr/lib/poadesk && test ! -e /usr/bin/poadesk && test -s ejemplo.sqlite
gio info -a standard::content-type ejemplo.sqlite | grep -q application/vnd.sqlite3
'
cp "$chroot/tmp/window.png" build/test-deb.png
echo "All was as it should be; the window is in build/test-deb.png"
