#!/bin/sh
# What the tests need besides Python: a Chromium to look at pages with, hunspell with its Dutch dictionary to check
# spelling, poppler to look at PDF with, and LibreOffice, with letters as wide as Arial's, to lay out Word files. Installed
# from Debian where that can be done.
set -eu

browser() { command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1; }
speller() { command -v hunspell >/dev/null 2>&1 && echo woord | hunspell -d nl_NL -l >/dev/null 2>&1; }
office() { command -v soffice >/dev/null 2>&1; }
letters() { command -v fc-match >/dev/null 2>&1 && fc-match Arial | grep -q -i -E "arial|liberation|nimbus"; }

drawer() { command -v pdftoppm >/dev/null 2>&1; }

packages=""
browser || packages="$packages chromium fonts-dejavu-core"
speller || packages="$packages hunspell hunspell-nl"
office || packages="$packages libreoffice-writer-nogui"
letters || packages="$packages fonts-liberation fonts-dejavu-core"
drawer || packages="$packages poppler-utils"

if [ -z "$packages" ]; then exit 0; fi

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086 # one word a package
  apt-get install -qq --yes --no-install-recommends $packages >/dev/null
  exit 0
fi

cat >&2 <<TEXT
The tests need packages that are not on this machine:$packages
  Debian or Ubuntu:  sudo apt-get install$packages
  macOS:             brew install --cask chromium libreoffice; brew install hunspell poppler, and put nl_NL.aff and
                     nl_NL.dic of a Dutch dictionary in ~/Library/Spelling
  Windows:           install Chromium, LibreOffice, poppler, and hunspell with its Dutch dictionary, and put all four on the
                     PATH
Then run \`make test\` again.
TEXT
exit 1
