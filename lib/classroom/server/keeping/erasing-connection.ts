import "server-only"
import type pg from "pg"
import { pool } from "@/lib/platform/database"

/** A deadlock with somebody who is writing, or a change meanwhile: the whole transaction is tried again. */
const TRY_AGAIN = new Set(["40P01", "40001"])
const TRIES = 5

/**
 * Runs `work` in a transaction that may take away from the append-only logs who somebody was (migration 0030). With `dryRun`
 * everything is done, and taken back: its numbers are those of the real thing.
 */
export async function erasing<T>(
  work: (client: pg.PoolClient) => Promise<T>,
  { dryRun }: { dryRun: boolean },
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool().connect()
    try {
      await client.query("BEGIN; SET LOCAL colloquy.erasing = 'on'")
      const done = await work(client)
      await client.query(dryRun ? "ROLLBACK" : "COMMIT")
      return done
    } catch (error) {
      await client.query("ROLLBACK")
      if (attempt === TRIES || !TRY_AGAIN.has((error as { code?: string }).code ?? "")) throw error
    } finally {
      client.release()
    }
  }
}

/** Runs one statement and answers how many rows it touched. */
export const rowsOf = async (client: pg.PoolClient, text: string, values: unknown[]): Promise<number> =>
  (await client.query(text, values)).rowCount ?? 0
