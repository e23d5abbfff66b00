const LINE = /^(?<pid>\d+)\s+(?<call>.*)$/
/** The tag PostgreSQL ends a statement with, in a message to the client: the saving one is a SELECT over writing CTEs. */
const REPLY = /^sendto\(\d+, ".*(SELECT|INSERT|UPDATE) \d/
const SYNC = /^(fdatasync|fsync)\(\d+\)\s+= 0/

/**
 * Reads strace's output of a database server. `replies`: answers to statements that changed something, by the process
 * that wrote the log for them; `synced`: those whose process had synced since its previous answer.
 */
export function countSyncs(trace: string): { replies: number; synced: number } {
  const syncedSince = new Map<string, boolean>()
  let replies = 0
  let synced = 0
  for (const line of trace.split("\n")) {
    const { pid = "", call = "" } = LINE.exec(line)?.groups ?? {}
    if (SYNC.test(call) || /<\.\.\. (fdatasync|fsync) resumed>\)\s+= 0/.test(call)) syncedSince.set(pid, true)
    if (!REPLY.test(call)) continue
    replies++
    if (syncedSince.get(pid)) synced++
    syncedSince.set(pid, false)
  }
  return { replies, synced }
}
