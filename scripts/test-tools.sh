#!/bin/sh
# Installs what some checks need and the product itself does not: a browser, PDF tools, fonts, a notebook runner.
# Best effort: without rights or network it says so and leaves those checks to be skipped.
set -u

# axe-core (MPL-2.0) judges the accessibility of the pages; it is fetched for the tests and never part of the product
axe=4.14.1
tools=${IPW_TEST_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/ipw/test-tools}
if [ ! -f "$tools/axe-core-$axe/axe.min.js" ]; then
    if command -v npm >/dev/null 2>&1; then
        work=$(mktemp -d)
        if (cd "$work" && npm pack --silent "axe-core@$axe" >/dev/null 2>&1 && tar -xzf "axe-core-$axe.tgz"); then
            mkdir -p "$tools/axe-core-$axe"
            cp "$work/package/axe.min.js" "$work/package/LICENSE" "$tools/axe-core-$axe/"
        else
            echo "test-tools: 未能取得 axe-core (axe-core could not be fetched)"
        fi
        rm -rf "$work"
    else
        echo "test-tools: 没有 npm，跳过 axe-core (no npm: axe-core is left out)"
    fi
fi

# Superset is a server of its own, from PyPI: two to six minutes once on a machine, then from the cache. Its tests are
# skipped, and counted, where this does not come to its end in time.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if ! sh "$here/superset.sh" installed >/dev/null 2>&1; then
    timeout "${IPW_SUPERSET_INSTALL_SECONDS:-420}" sh "$here/superset.sh" install >/dev/null 2>&1 ||
        echo "test-tools: 未能安装 Superset (could not be installed)"
fi

missing=
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || missing="$missing chromium"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
command -v fc-list >/dev/null 2>&1 || missing="$missing fontconfig"
command -v jupyter-nbconvert >/dev/null 2>&1 || jupyter nbconvert --version >/dev/null 2>&1 ||
    missing="$missing jupyter-nbconvert"

[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
    echo "test-tools: 缺少$missing；请用系统的软件包管理器安装 (install them with the system's package manager)"
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -qq update >/dev/null 2>&1
# shellcheck disable=SC2086
apt-get -qq install -y --no-install-recommends $missing >/dev/null 2>&1 || {
    echo "test-tools: 未能安装$missing (could not be installed)"
    exit 1
}
