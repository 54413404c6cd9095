#!/bin/sh
# Builds and runs the parser benchmark: our block grammar, tree-sitter-markdown's and cmark-gfm on the same
# documents. Arguments: files to measure besides the generated documents.
set -eu
cd "$(dirname "$0")/../.."
build=build/bench
package=tree-sitter-grammars-tree-sitter-markdown-0.3.2.tgz
mkdir -p "$build/markdown"
if [ ! -d "$build/markdown/package" ]; then
  (cd "$build/markdown" && npm pack --silent @tree-sitter-grammars/tree-sitter-markdown@0.3.2 && tar xzf "$package") ||
    echo "tree-sitter-markdown could not be fetched: measuring without it" >&2
fi
markdown=
[ -d "$build/markdown/package" ] && markdown="$PWD/$build/markdown/package"
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPLANLS_BENCH=ON \
  -DPLANLS_BENCH_MARKDOWN="$markdown" >"$build/configure.log"
cmake --build "$build" --target parse_bench >"$build/build.log"
exec "$build/tests/bench/parse_bench" "$@"
