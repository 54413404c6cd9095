#!/bin/sh
# emacs.sh: the scenario in Emacs with eglot. From ctest: PLANLS (the binary), PLANLS_SOURCE.
set -eu
for tool in emacs git; do
    command -v "$tool" >/dev/null ||
        { echo "skipped: no $tool on PATH (Debian 12: apt install emacs-nox elpa-eglot elpa-markdown-mode git)"; exit 0; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
cp -R "$PLANLS_SOURCE/tests/scenario/workspace" "$work/plan"
cd "$work/plan"
git init -q . # eglot takes a git repository for the project
HOME=$work/home PLANLS_SCENARIO=$PLANLS_SOURCE/tests/scenario/scenario.json \
    emacs -q --batch -l "$PLANLS_SOURCE/tests/editors/emacs.el" 2>"$work/errors" ||
    { tail -n 20 "$work/errors"; exit 1; }
