import { setTimeout as sleep } from "node:timers/promises"
import { isAlive } from "@/bin/embedded-postgres/leases.mjs"
import { pool } from "@/lib/platform/database"
import { disturbedRounds, prepareWork } from "./rounds"
import { killOne, postgresPids, runApp } from "./running-app"
import { startWork } from "./work"

/** A class at the bell: starting, saving and handing in at once. */
const STUDENTS = 30

/** What happens to a database in a school: each says what it did. */
const RESTARTS: readonly ((dataFolder: string) => Promise<string>)[] = [
  async (dataFolder) => {
    await endPostmaster(dataFolder, "SIGINT")
    return "stopped, as for an update"
  },
  async (dataFolder) => {
    await endPostmaster(dataFolder, "SIGQUIT")
    return "stopped at once, to recover from its log"
  },
  async () => {
    const others =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL"
    const { rowCount } = await pool().query(others)
    return `${rowCount} connections ended`
  },
  async (dataFolder) => {
    const { rows } = await pool().query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend' LIMIT 1`,
    )
    killOne(rows[0]?.pid ?? postgresPids(dataFolder).at(-1) ?? 0)
    return "one of its processes killed, which restarts all"
  },
]

async function endPostmaster(dataFolder: string, signal: NodeJS.Signals): Promise<void> {
  const [postmaster = 0] = postgresPids(dataFolder)
  killOne(postmaster, signal)
  for (let looks = 0; looks < 600 && isAlive(postmaster); looks++) await sleep(50)
}

/** PostgreSQL is restarted under a class at the bell, in each way it can happen in turn. The app lives on and finds it again. */
export async function restartRounds(rounds: number): Promise<number> {
  const app = await runApp()
  try {
    const work = startWork(await prepareWork(app.port, STUDENTS))
    const disturb = async (round: number) => {
      const restart = RESTARTS[(round - 1) % RESTARTS.length]
      return restart ? restart(app.dataFolder) : "nothing done"
    }
    const promise = "restart-loses-nothing"
    return await disturbedRounds({ promise, what: "restarts of PostgreSQL", rounds, work, disturb })
  } finally {
    await app.dispose()
  }
}
