#!/bin/sh
# Stands for ssh in tests: runs the remote command in the folder FAKE_HOME. With FAKE_HOLD, the files of a release stop
# after some bytes, until that file is removed.
while [ "$1" != "${1#-}" ]; do
  case $1 in -o | -l) shift ;; esac
  shift
done
host=$1
shift
case $host in
  *unknown*) echo "Host key verification failed." >&2; exit 255 ;;
  *silent*) echo "ssh: connect to host $host port 22: Connection timed out" >&2; exit 255 ;;
  *closed*) echo "$host: Permission denied (publickey)." >&2; exit 255 ;;
esac
printf '%.40s\n' "$*" >>"$FAKE_LOG"
cd "$FAKE_HOME" || exit 255
case "$*" in
  *--server*.partial/*)
    if [ -e "${FAKE_HOLD:-}" ]; then
      mkfifo "$FAKE_HOLD.pipe"
      exec 3<&0
      { dd bs=1 count=20000 status=none; touch "$FAKE_HOLD.reached"; while [ -e "$FAKE_HOLD" ]; do sleep 0.05; done; exec cat; } <&3 >"$FAKE_HOLD.pipe" &
      sh -c "$*" <"$FAKE_HOLD.pipe" 3<&-
      status=$?
      # It ends with the remote command, as ssh does.
      kill $! 2>/dev/null
      exit "$status"
    fi ;;
esac
exec sh -c "$*"
