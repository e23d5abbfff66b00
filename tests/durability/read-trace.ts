const LINE = /^(?<pid>\d+)\s+(?<call>.*)$/
/** A message to the client that holds the receipt of lib/quiz/server/save-statement.ts, and no other statement's answer. */
const REPLY = /^sendto\(\d+, ".*keptNumber/
const SYNC = /^(fdatasync|fsync)\(\d+\)\s+= 0/

/**
 * Reads strace's output of a database server. `replies`: receipts of saves; `synced`: those whose process had
 * synced the log since its previous receipt.
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
