import pg from "pg"
import { type Measurement, measure } from "./measure"

const CLIENTS = 32

/** Floor (b): single-row prepared INSERTs by 32 clients into a table of their own, each one flushed to disk. */
export async function insertFloor(
  databaseUrl: string,
  postgres: number,
  operations: number,
): Promise<Measurement> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CLIENTS })
  await pool.query(
    `CREATE TABLE IF NOT EXISTS bench_floor (id bigserial PRIMARY KEY, at timestamptz, value text)`,
  )
  const statement = { name: "floor", text: "INSERT INTO bench_floor (at, value) VALUES (now(), $1)" }
  try {
    return await measure({
      key: "floor (b)",
      name: "floor (b): INSERT, 32 clients",
      stack: { pids: [postgres] },
      operations,
      atOnce: CLIENTS,
      run: async (index) => {
        await pool.query({ ...statement, values: [`answer ${index}`] })
        return { ok: true, bytes: 0 }
      },
    })
  } finally {
    await pool.query("DROP TABLE bench_floor")
    await pool.end()
  }
}
