#!/bin/sh
# The accessibility and offline tests look at the site in a real Chromium; see that there is one.
set -eu

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done

if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then
        as_root=env
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo env"
    else
        as_root=
    fi
    if [ -n "$as_root" ]; then
        $as_root DEBIAN_FRONTEND=noninteractive apt-get -qq update || true
        $as_root DEBIAN_FRONTEND=noninteractive apt-get -qq install -y chromium && exit 0
    fi
fi

echo "测试要用 Chromium 浏览器，请先安装（Debian/Ubuntu：sudo apt-get install chromium）。" >&2
echo "The tests need Chromium; please install it." >&2
exit 1
