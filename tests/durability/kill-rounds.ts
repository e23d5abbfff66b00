import { disturbedRounds, prepareWork } from "./rounds"
import { runApp, type Victim } from "./running-app"
import { startWork } from "./work"

const STUDENTS = 8
const VICTIMS: readonly Victim[] = ["both", "app", "postgres"]

/**
 * The app, PostgreSQL with its children, or both are killed with SIGKILL in turn. The app is started again on the same
 * folder; a PostgreSQL that is gone it starts itself.
 */
export async function killRounds(rounds: number): Promise<number> {
  const app = await runApp()
  try {
    const work = startWork(await prepareWork(app.port, STUDENTS))
    const disturb = async (round: number) => {
      const victim = VICTIMS[(round - 1) % VICTIMS.length] ?? "both"
      await app.kill(victim)
      const killed = performance.now()
      if (victim === "postgres") return "postgres killed"
      await app.restart()
      return `${victim} killed, started again in ${Math.round(performance.now() - killed)} ms`
    }
    return await disturbedRounds({ promise: "acknowledged-is-stored", what: "kills", rounds, work, disturb })
  } finally {
    await app.dispose()
  }
}
