# What the build scripts share; each begins with `. installer/settings.sh` in the top folder.
# shellcheck shell=sh disable=SC2034

unset PYTHONPATH  # what is built is what the wheel holds
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' poadesk/__init__.py)
tools=build/env/bin
bundle=build/bundle/poadesk

# Equal sources give equal files where the tools allow: the time of the newest commit is the time
# of everything that is built, and Python puts its sets in the same order.
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
    SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y poadesk/__init__.py)
fi
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 LC_ALL=C.UTF-8 TZ=UTC
umask 022

# Give everything in a folder the time of the sources, and plain permissions.
same_times() {
    chmod -R u=rwX,go=rX "$1"
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}
