#!/bin/sh
# newer.sh FOLDER SUITE PACKAGE...: lays packages of a newer Debian suite, with all they need, unpacked below FOLDER.
#
# Nothing is installed and nobody needs to be root: apt reads the suite from the machine's own mirror with an
# empty state of its own; a mirror that lags behind will do. Says "skipped: …" and gives 0 where that cannot be done. Done once; FOLDER/.done says so.
set -eu
folder=$(readlink -m "$1") suite=$2
shift 2
[ ! -e "$folder/.done" ] || exit 0

skip() {
    echo "skipped: $*"
    exit 0
}

for tool in apt-get dpkg-deb; do
    command -v "$tool" >/dev/null || skip "there is no $tool: this needs a Debian"
done
keys=/usr/share/keyrings/debian-archive-keyring.gpg
[ -e "$keys" ] || skip "there is no $keys (Debian: apt install debian-archive-keyring)"
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 'Origin: Debian' 'Label: Debian' | head -n 1)
[ -n "$mirror" ] || skip "apt has no Debian mirror, or no lists of it (apt-get update)"

apt=$folder/.apt
rm -rf "$folder"
mkdir -p "$apt/lists/partial" "$apt/archives/partial"
: >"$apt/status"
echo "deb [signed-by=$keys] $mirror $suite main" >"$apt/sources.list"

newer_apt() {
    apt-get -qq -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=- \
        -o Dir::Etc::preferences=- -o Dir::Etc::preferencesparts=- \
        -o Dir::State::lists="$apt/lists" -o Dir::State::status="$apt/status" -o Dir::State::extended_states="$apt/auto" \
        -o Dir::Cache::archives="$apt/archives" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
        -o Dir::Log="$apt" -o Debug::NoLocking=1 -o APT::Sandbox::User= -o Acquire::Languages=none -o Acquire::Check-Valid-Until=false -o APT::Update::Post-Invoke= \
        -o APT::Keep-Downloaded-Packages=1 "$@"
}

newer_apt update >"$apt/log" 2>&1 || skip "the mirror does not have $suite: $(tail -n 1 "$apt/log")"
newer_apt install -y --download-only --no-install-recommends patchelf "$@" >"$apt/log" 2>&1 ||
    skip "$suite does not have $*: $(tail -n 1 "$apt/log")"
# In today's suites /bin, /lib and /sbin are links into /usr.
for name in bin lib lib64 sbin; do
    mkdir -p "$folder/usr/$name"
    ln -s "usr/$name" "$folder/$name"
done
for package in "$apt"/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$folder" --keep-directory-symlink --no-same-owner
done
# Its programs run with its own libraries; what they start, the server above all, with the machine's.
libraries=$folder/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || echo "$(uname -m)-linux-gnu")
loader=$(ls "$folder"/lib64/ld-linux-* "$folder"/lib/ld-linux-* 2>/dev/null | head -n 1)
for name in "$folder"/usr/bin/*; do
    program=$(readlink -f "$name") # may be a link, as hx is
    case $program in */patchelf) continue ;; "$folder"/*) ;; *) continue ;; esac
    [ -f "$program" ] && [ "$(head -c 4 "$program" | tr -d '\0')" = "$(printf '\177ELF')" ] || continue
    "$loader" --library-path "$libraries" "$folder/usr/bin/patchelf" \
        --set-interpreter "$loader" --force-rpath --set-rpath "$libraries" "$program"
done
rm -rf "$apt"
: >"$folder/.done"
