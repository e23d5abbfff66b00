import { isAlive } from "./leases.mjs"

const LOOK_EVERY_MS = 500

/**
 * Looks after a server: when it is gone (killed, crashed) it is opened again, and `onReturn` is told of the new one.
 *
 * @param {import("../embedded-postgres.mjs").EmbeddedPostgres} server
 * @param {object} hands
 * @param {() => Promise<import("../embedded-postgres.mjs").EmbeddedPostgres>} hands.open
 * @param {(server: import("../embedded-postgres.mjs").EmbeddedPostgres) => void} hands.onReturn
 * @returns {{ release: () => Promise<boolean> }} ends the watch and gives the server back
 */
export function keepRunning(server, { open, onReturn }) {
  let current = server
  let mending
  const mend = async () => {
    try {
      current = await open()
      onReturn(current)
    } catch {
      // The next look tries again; readiness says meanwhile that there is no database.
    }
    mending = undefined
  }
  const timer = setInterval(() => {
    if (!mending && !isAlive(current.pid)) mending = mend()
  }, LOOK_EVERY_MS)
  const release = async () => {
    clearInterval(timer)
    await mending
    return current.release()
  }
  return { release }
}
