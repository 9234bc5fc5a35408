#!/usr/bin/env bash
# Downloads and unpacks (not: installs) the Debian 12 packages of packages.tsv, one folder a source, for `ModelTrainer corpus`.
# usage: tools/ModelTrainer/Corpora/fetch.sh DIR      needs apt lists (apt-get update) and about 4 GB
# A version that the archive no longer has is on snapshot.debian.org; without it the present one is taken, and the corpus differs a little.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1/deb" "$1/src"
cd "$1"
while IFS=$'\t' read -r source package version; do
    (cd deb && { apt-get download -qq "$package=$version" 2>/dev/null || { echo "$package: not version $version" >&2; apt-get download -qq "$package"; }; })
    target=src/$source/$package
    # Texts of their own are picked out below; everything else is known by its name.
    [ "$source" = text ] && target=texts/$package
    mkdir -p "$target"
    dpkg-deb --fsys-tarfile deb/"$package"_*.deb | tar -x -C "$target" --wildcards --no-anchored \
        '*.mo' '*.xpi' '*/i18n/*.json' '*.page' '*lucretia.txt' '*cicero.ltd.tex' '*/fortunes/eo/proverbaro' '*/fortunes/ga/proverbs' 2>/dev/null || true
done < "$here/packages.tsv"
mkdir -p src/text/la src/text/eo src/text/ga
find texts -name lucretia.txt -exec cp {} src/text/la/ \;
find texts -name cicero.ltd.tex -exec sed -e '/^%/d' -e 's/\\[A-Za-z]*{\?[^ ]*//g' -e 's/[}{%]//g' {} \; > src/text/la/cicero.txt
find texts -name proverbaro -exec cp {} src/text/eo/p.txt \;
find texts -name proverbs -exec cp {} src/text/ga/p.txt \;
