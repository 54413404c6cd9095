#!/bin/sh
# run.sh PLANLS CASE: runs a case of the command line in a folder of its own and compares.
# A case is a folder with
#   cmd     what is run (sh), with `planls` on PATH; its last status is the case's
#   in/     what the working folder holds; may be absent
#   stdout  what must come out (absent: nothing), the working folder's name written ROOT
#   stderr  the same for standard error
#   status  the exit status (absent: 0)
#   files/  how some files must be afterwards; may be absent
# cmd exits with 77 where the machine lacks what the case needs.
set -u
planls=$1
case=$(cd "$2" && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/in"
ln -s "$planls" "$work/bin/planls"
[ ! -d "$case/in" ] || cp -R "$case/in/." "$work/in"
cd "$work/in" || exit 2
root=$(pwd -P)

unset NO_COLOR TERM
PATH="$work/bin:$PATH" HOME="$work" sh "$case/cmd" >"$work/stdout.raw" 2>"$work/stderr.raw"
status=$?
[ "$status" != 77 ] || exit 77

failed=0
for stream in stdout stderr; do
    sed "s|$root|ROOT|g" "$work/$stream.raw" >"$work/$stream"
    expected="$case/$stream"
    [ -f "$expected" ] || expected=/dev/null
    diff -u "$expected" "$work/$stream" || failed=1
done
expected=0
[ ! -f "$case/status" ] || expected=$(cat "$case/status")
if [ "$status" != "$expected" ]; then
    echo "exit status $status, not $expected"
    failed=1
fi
if [ -d "$case/files" ]; then
    for file in $(cd "$case/files" && find . -type f); do
        diff -u "$case/files/$file" "$file" || failed=1
    done
fi
exit $failed
