#!/bin/sh
# Times kindword against ripgrep with the same phrases, in the same run.
# Installs nothing; says so and leaves when ripgrep is missing.
set -eu
cd "$(dirname "$0")/../.."
command -v rg >/dev/null || { echo "ripgrep (rg) is not installed: nothing to compare with"; exit 0; }
cargo build --release --quiet
kindword=target/release/kindword
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

phrases="you should have
you failed to
it's our policy
there is nothing i can do
calm down
you're wrong
you must send
as i already said
per my last email
why didn't you
that's not my job
you need to contact
we are unable to
i'm sorry you feel that way
any inconvenience
read the terms
no exceptions
final decision
you people
with all due respect"
printf '%s\n' "$phrases" > "$work/phrases"

# The same 20 phrases as a pack, so that both look for the same words.
{
    printf '[pack]\nschema = 1\nname = "peer"\n\n[[category]]\nid = "peer"\ntitle = "Peer"\n'
    n=0
    while read -r phrase; do
        n=$((n + 1))
        printf '\n[[swap]]\nid = "p%s"\ncategory = "peer"\nseverity = "medium"\nfind = ["%s"]\nsay = ["let me check"]\nfits = "advice"\nwhy = "Peer."\nbad = ["%s."]\ngood = ["Hello."]\n' "$n" "$phrase" "$phrase"
    done < "$work/phrases"
} > "$work/peer.toml"

i=0
: > "$work/big.txt"
while [ "$(wc -c < "$work/big.txt")" -lt 10000000 ]; do
    if [ "$i" -eq 0 ]; then cat examples/angry-reply.txt > "$work/big.txt"; else cat "$work/big.txt" "$work/big.txt" > "$work/twice" && mv "$work/twice" "$work/big.txt"; fi
    printf '\n\n' >> "$work/big.txt"
    i=$((i + 1))
done
head -c 10000000 "$work/big.txt" > "$work/ten.txt"

# Median of wall times in milliseconds of "$@", over $runs runs.
clock() {
    runs=$1
    shift
    "$@" > /dev/null 2>&1 || true
    n=0
    while [ "$n" -lt "$runs" ]; do
        from=$(date +%s%N)
        "$@" > /dev/null 2>&1 || true
        to=$(date +%s%N)
        echo $(((to - from) / 1000))
        n=$((n + 1))
    done | sort -n | sed -n "$(((runs + 1) / 2))p"
}

row() {
    printf '%-52s %9s us\n' "$1" "$2"
}

small=examples/angry-reply.txt
row "one draft, all built-in packs, kindword" "$(clock 41 "$kindword" check "$small")"
row "one draft, 20 phrases, rg -i -f" "$(clock 41 rg -i -f "$work/phrases" "$small")"
row "10 MB, 20 phrases, kindword --no-builtin" "$(clock 5 "$kindword" check --no-builtin --rules "$work/peer.toml" "$work/ten.txt")"
row "10 MB, 20 phrases, rg -i -o -f" "$(clock 5 rg -i -o -f "$work/phrases" "$work/ten.txt")"
row "10 MB, all built-in packs, kindword" "$(clock 3 "$kindword" check --quiet "$work/ten.txt")"
