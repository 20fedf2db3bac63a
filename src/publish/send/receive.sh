# Runs where a release is sent to (see send-release.ts): says what is needed, then checks what rsync brought and makes it
# live. It holds a lock all the time, which the system frees when the sender or the connection ends, however they end.
#
# Arguments: the folder, the release, the SHA-256 of its manifest, “linked” or “whole”, the releases to keep.
# It prints one of: lacks TOOL, foreign NAME, busy, failed; is-live, has; needs [BASE]. After “needs” it waits for the line
# “switch”, and prints “live” or “damaged”.
# Needs a POSIX shell, rsync, flock and GNU coreutils. Nothing that is served is ever changed but the link “current”.
set -u
export LC_ALL=C
umask 022
CDPATH=

refuse() {
  echo "$*"
  exit 1
}

folder=$1 release=$2 hash=$3 how=$4
shift 4
kept=$*

for tool in rsync flock sha256sum; do
  command -v "$tool" >/dev/null 2>&1 || refuse lacks "$tool"
done

mkdir -p -- "$folder" && cd -- "$folder" || refuse failed
for name in * .[!.]*; do
  case $name in
    current | releases | .current.new | lost+found | \* | '.[!.]*') ;;
    *) refuse foreign "$name" ;;
  esac
done
if [ -e current ] && [ ! -L current ]; then refuse foreign current; fi
mkdir -p releases || refuse failed

exec 9>releases/.sending || refuse failed
flock -n 9 || refuse busy
# An rsync whose sender was killed may still be receiving.
flock -n releases/.receiving true || refuse busy

live=
if [ -L current ]; then live=$(basename "$(readlink current)"); fi
[ -d "releases/$live" ] || live=

# Compares a folder with a manifest: its files that aren't the same in another manifest, or all of them.
is_whole() {
  [ "$(sha256sum <"$2" | cut -c 1-64)" = "$hash" ] || return 1
  [ "$(find "$1" -type f | wc -l)" -eq "$(wc -l <"$2")" ] || return 1
  if [ -f "$3" ]; then
    sort -o releases/.former.partial "$3" &&
      sort -o releases/.sent.partial "$2" &&
      comm -13 releases/.former.partial releases/.sent.partial >releases/.new.partial || return 1
  else
    cp "$2" releases/.new.partial || return 1
  fi
  # sha256sum refuses an empty list.
  [ -s releases/.new.partial ] || return 0
  (cd "$1" && sha256sum --check --strict --quiet ../.new.partial >&2)
}

# Removes a folder under a name that is no release’s, so that one that is half removed is never taken for whole.
remove_release() {
  mv -T -- "$1" "$1.removed.partial" && rm -rf -- "$1.removed.partial"
}

switch() {
  rm -f .current.new && ln -s "releases/$release" .current.new && mv -T .current.new current || refuse failed
  echo live
  for path in releases/*; do
    name=${path#releases/}
    case " $release $live $kept " in *" ${name%.sha256} "*) continue ;; esac
    case $name in
      *.partial | *.sha256) rm -rf -- "$path" ;;
      [1-9]*-*) remove_release "$path" ;;
    esac
  done
  rm -f releases/.*.partial
  exit 0
}

if [ "$live" = "$release" ]; then refuse is-live; fi
base=
if [ "$how" = linked ]; then base=$live; fi
if [ -d "releases/$release" ]; then
  if is_whole "releases/$release" "releases/$release.sha256" ""; then
    echo has
    switch
  fi
  # It may be linked in the live release, too.
  base=
  remove_release "releases/$release" || refuse failed
fi

# What rsync changes of the last manifest instead of sending all of it.
if [ -f "releases/$base.sha256" ]; then
  cp "releases/$base.sha256" "releases/$release.partial.sha256" || refuse failed
fi
echo "needs $base"
read -r word && [ "$word" = switch ] || exit 1
is_whole "releases/$release.partial" "releases/$release.partial.sha256" "releases/$base.sha256" || {
  remove_release "releases/$release.partial"
  refuse damaged
}
mv -T -- "releases/$release.partial.sha256" "releases/$release.sha256" &&
  mv -T -- "releases/$release.partial" "releases/$release" || refuse failed
# A power cut must not lose what the link leads to.
sync -f releases 2>/dev/null || sync
switch
