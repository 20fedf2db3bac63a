#!/bin/sh
# Brings the live release to another machine, and makes it live there: docs/operators.md, “Bringing releases to another machine”.
set -eu
# Change these three.
from=.local/site          # the folder after --to
host=volunteering         # as in ~/.ssh/config
to=/srv/volunteering      # the folder there, without spaces

release=$(basename "$(readlink "$from/current")")
manifest=$from/releases/$release.sha256
# With a part of the hash: a folder that was lost here begins with 1 again.
name=$release-$(sha256sum < "$manifest" | cut -c 1-12)

live=$(ssh "$host" "mkdir -p $to/releases && cd $to && readlink current || true")
if [ "$live" = "releases/$name" ]; then exit; fi

# Files that the live release there has too are linked instead of sent.
rsync --recursive --checksum --delete --compress --chmod=D755,F644 --timeout=300 --link-dest=../../current/ \
  "$from/releases/$release/" "$host:$to/releases/$name/"
rsync "$manifest" "$host:$to/releases/$name.sha256"

ssh "$host" "set -eu
  cd $to/releases/$name
  sha256sum --check --strict --quiet ../$name.sha256
  [ \$(find . -type f | wc -l) -eq \$(wc -l < ../$name.sha256) ] ||
    { echo 'It has other files than its manifest.' >&2; exit 1; }
  sync --file-system .
  cd ../..
  ln -sfn releases/$name .current.new
  mv -T .current.new current
  cd releases
  ls -dt */ | grep -vxF $name/ | tail -n +5 | while read -r old; do rm -rf \"\$old\" \"\${old%/}.sha256\"; done"
echo "$name is live on $host."
