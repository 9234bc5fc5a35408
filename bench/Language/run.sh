#!/usr/bin/env bash
# Compares the shipped language model with CLD2 (Debian: apt-get install libcld2-dev g++) on labelled texts, one core each, in one run.
# usage: bench/Language/run.sh FILE.tsv…      a line: text, tab, language
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
g++ -O2 -std=c++17 -o "$work/cld2" "$here/cld2.cpp" -lcld2
dotnet build "$root/tools/ModelTrainer" -c Release -v q -nologo -nodeReuse:false -o "$work/trainer" >&2
for file in "$@"; do
    "$work/cld2" "$file"
    "$work/trainer/Newswire.ModelTrainer" evaluate-language "$file" | grep -E '^(macro accuracy|speed)'
done
