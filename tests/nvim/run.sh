#!/bin/sh
# run.sh TEST.lua: a fresh copy of a plan, a fresh home, then Neovim with the test. From ctest: PLANLS (the binary), PLANLS_NVIM
# (the plugin), PLANLS_TESTS (this folder), PLANLS_SOURCE and either NVIM (a program) or NVIM_TREE (what
# tests/editors/newer.sh has laid).
set -eu
test=$1
work=$(mktemp -d) # in no git repository, as a plan may be
trap 'rm -rf "$work"' EXIT
if [ -n "${NVIM_TREE:-}" ]; then
    [ -x "$NVIM_TREE/usr/bin/nvim" ] || { echo "skipped: no newer Neovim could be had here (needs apt and its mirror)"; exit 0; }
    NVIM=$work/nvim
    cat >"$NVIM" <<SCRIPT
#!/bin/sh
VIMRUNTIME='$NVIM_TREE/usr/share/nvim/runtime' exec '$NVIM_TREE/usr/bin/nvim' --cmd 'set rtp+=$NVIM_TREE/usr/lib/nvim' "\$@"
SCRIPT
    chmod +x "$NVIM"
fi
case ${NVIM:-NVIM-NOTFOUND} in
*-NOTFOUND) echo "skipped: no nvim on PATH (Debian/Ubuntu: apt install neovim)"; exit 0 ;;
esac
mkdir -p "$work/home"
cp -R "$PLANLS_SOURCE/tests/scenario/workspace" "$work/plan"
cp -R "$PLANLS_NVIM/doc" "$work/doc"
PLANLS_HELP_COPY=$work/doc
PLANLS_SCENARIO=$PLANLS_SOURCE/tests/scenario/scenario.json
HOME=$work/home XDG_CONFIG_HOME=$HOME XDG_STATE_HOME=$HOME XDG_CACHE_HOME=$HOME XDG_DATA_HOME=$HOME
PLANLS_EDITOR=$NVIM # Neovim gives the name NVIM a meaning of its own
export PLANLS_EDITOR PLANLS_HELP_COPY PLANLS_SCENARIO HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_DATA_HOME
unset NVIM NVIM_LISTEN_ADDRESS VIMINIT VIMRUNTIME || true
"$PLANLS_EDITOR" --version | head -n 1
cd "$work/plan"
"$PLANLS_EDITOR" --headless -u NONE -i NONE -n -c "luafile $PLANLS_TESTS/$test" -c cquit 2>&1
