import { vi } from "vitest"
import { database, type Transaction } from "@/lib/platform/database"

/** Waits until so many of this test's connections wait for what another one holds. */
export async function untilWaiting(count: number): Promise<void> {
  const waiting = async () => {
    const [row] = await database().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`
    return (row?.count ?? 0) >= count
  }
  await vi.waitUntil(waiting, { timeout: 20_000, interval: 20 })
}

/**
 * Lets `act` begin after `change` and before its commit, which comes once `act` waits for it: what `act` has read by then
 * is true no more when it goes on.
 */
export async function changedMeanwhile<T>({
  change,
  act,
}: {
  change: (tx: Transaction) => Promise<unknown>
  act: () => Promise<T>
}): Promise<T> {
  const begun = await database().$transaction(async (tx) => {
    await change(tx)
    const acting = act()
    await untilWaiting(1)
    return { acting }
  })
  return begun.acting
}
