/** Loaded into the process that renders: it ends with the one that started it, even where that is ended by force. */
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// The channel alone keeps nothing going.
process.channel?.unref();
