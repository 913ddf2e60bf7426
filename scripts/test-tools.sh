#!/bin/sh
# Installs what some checks need and the product itself does not: a browser, PDF tools, fonts, a notebook runner.
# Best effort: without rights or network it says so and leaves those checks to be skipped.
set -u

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
