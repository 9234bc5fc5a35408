#!/bin/bash
# Builds everything once and runs every test of the solution; the last line is the sum: "N passed, N failed[, N skipped]".
#
#   ./test.sh           the default suites and the format check
#   ./test.sh --slow    the slow suites too
#
# Needs the .NET 10 SDK. The servers the tests talk to (RabbitMQ, PostgreSQL) and Apertium are taken from Debian's packages; what is missing
# is installed when this may be done without asking (root, or sudo without a password), and named otherwise. The tests start private servers
# on free ports of loopback: no service of the system is needed, started or touched.
set -uo pipefail
cd "$(dirname "$0")"

slow=
for argument in "$@"; do
    case "$argument" in
        --slow) slow=1 ;;
        *) sed -n '2,9p' "$0" >&2; exit 2 ;;
    esac
done

say() { printf '\n== %s\n' "$*"; }

# The last line and the exit code, whatever happened before.
passed=0 failed=0 skipped=0
finish() {
    local sum="$passed passed, $failed failed"
    [ "$skipped" -eq 0 ] || sum="$sum, $skipped skipped"
    printf '%s\n' "$sum"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
}

give_up() {
    printf 'test.sh: %s\n' "$*" >&2
    failed=$((failed + 1))
    finish
}

# --- What the machine must have -------------------------------------------------------------------------------------------------------

missing_packages() {
    [ -n "${NEWSWIRE_TEST_RABBITMQ:-}" ] || [ -x "${NEWSWIRE_TEST_RABBITMQ_BIN:-/usr/lib/rabbitmq/bin}/rabbitmq-server" ] || echo rabbitmq-server
    [ -n "${NEWSWIRE_TEST_POSTGRES:-}" ] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql
    command -v apertium >/dev/null || echo apertium
    local pair
    for pair in fra-cat spa-cat eng-spa; do
        compgen -G "/usr/share/apertium/*${pair}*" >/dev/null || echo "apertium-$pair"
    done
}

install_packages() {
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
        as_root=(sudo -n)
    fi
    command -v apt-get >/dev/null || return 1

    # Freshly installed servers must not start: the tests run their own. This is Debian's way to say so, taken back afterwards.
    local policy=/usr/sbin/policy-rc.d made=
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null && "${as_root[@]}" chmod 755 "$policy" && made=1
    fi
    "${as_root[@]}" apt-get update -q && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
    local code=$?
    [ -z "$made" ] || "${as_root[@]}" rm -f "$policy"
    return $code
}

command -v dotnet >/dev/null || { [ -x "$HOME/.dotnet/dotnet" ] && export PATH="$HOME/.dotnet:$PATH"; }
command -v dotnet >/dev/null || give_up "the .NET 10 SDK is not installed (https://dotnet.microsoft.com/download)"

mapfile -t missing < <(missing_packages)
if [ "${#missing[@]}" -gt 0 ]; then
    say "installing ${missing[*]}"
    install_packages "${missing[@]}" || give_up "please install these packages first: apt-get install ${missing[*]}"
fi

# --- Build once -----------------------------------------------------------------------------------------------------------------------

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=$(mktemp -d "${TMPDIR:-/tmp}/newswire-results-XXXXXX")
trap 'rm -rf "$results"' EXIT

say "building"
dotnet build Pipeline.sln -c Release -v minimal || give_up "the build failed"

# --- Every test project of the solution -----------------------------------------------------------------------------------------------

# Sums one report; a project without a readable report, or whose run ended badly with no failed test in it, counts as one failure.
count() {
    local name=$1 report=$2 code=$3 numbers
    numbers=$(grep -o '<assembly [^>]*>' "$report" 2>/dev/null | head -1)
    number() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$numbers"; }
    local p f s e
    p=$(number passed) f=$(number failed) s=$(number skipped) e=$(number errors)
    if [ -z "$p" ] || [ -z "$f" ]; then
        printf '%s ended with code %s and left no report: counted as a failure\n' "$name" "$code"
        failed=$((failed + 1))
        return
    fi
    f=$((f + ${e:-0}))
    if [ "$f" -eq 0 ] && [ "$code" -ne 0 ] && [ "$p" -gt 0 ]; then
        printf '%s ended with code %s: counted as a failure\n' "$name" "$code"
        f=1
    fi
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + ${s:-0}))
}

limit=25m options=(-noColor -noLogo)
[ -z "$slow" ] || { limit=3h; options+=(-explicit on); }

ran=0
while read -r project; do
    project=${project//\\//}
    name=$(basename "$project" .csproj)
    target=$(dotnet msbuild "$project" -p:Configuration=Release -getProperty:TargetPath) || { give_up "$project cannot be evaluated"; }
    say "$name"
    timeout --kill-after=30s "$limit" dotnet exec "$target" "${options[@]}" -xml "$results/$name.xml"
    count "$name" "$results/$name.xml" $?
    ran=$((ran + 1))
done < <(dotnet sln Pipeline.sln list | tr -d '\r' | grep '^tests[\\/].*\.csproj$')
[ "$ran" -gt 0 ] || give_up "the solution holds no test project"

# --- Style ----------------------------------------------------------------------------------------------------------------------------

say "dotnet format"
if ! dotnet format Pipeline.sln --verify-no-changes --no-restore; then
    echo "the code is not formatted: run 'dotnet format Pipeline.sln'"
    failed=$((failed + 1))
fi

say "result"
finish
