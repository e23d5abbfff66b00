import { now } from "@/lib/platform/clock"
import { pool } from "@/lib/platform/database"
import type { Say } from "./command"
import type { Line } from "./doctor"

/** Further apart, and deadlines are seen to pass at two moments. */
const CLOCK_MS = 5_000

type Facts = { at: Date; demonstration: number; unguarded: string[] }

const FACTS = `
  SELECT clock_timestamp() AS at,
    (SELECT count(*)::int FROM "User" WHERE demonstration AND "disabledAt" IS NULL) AS demonstration,
    ARRAY(SELECT wanted FROM unnest(ARRAY['Event', 'ModerationAct']) wanted WHERE (
      SELECT count(*) FROM pg_trigger t WHERE t.tgrelid = format('%I', wanted)::regclass AND t.tgenabled IN ('O', 'A')
        AND t.tgname IN (wanted || '_append_only', wanted || '_never_emptied')) < 2) AS unguarded`

/** What the database itself says: its clock, whether the logs are guarded, whether invented people may sign in. */
export async function dataFindings(say: Say): Promise<Line[]> {
  const { rows } = await pool().query<Facts>(FACTS)
  const facts = rows[0]
  if (!facts) return []
  const apart = Math.abs(facts.at.getTime() - now().getTime())
  const logs = facts.unguarded.join(", ")
  return [
    apart > CLOCK_MS
      ? { name: "clock", state: "failed", detail: say("doctor.clock", { seconds: Math.round(apart / 1000) }) }
      : { name: "clock", state: "ok", detail: `${apart} ms` },
    logs
      ? { name: "logs", state: "failed", detail: say("doctor.unguarded", { logs }) }
      : { name: "logs", state: "ok", detail: say("doctor.guarded") },
    facts.demonstration > 0
      ? {
          name: "demonstration",
          state: "note",
          detail: say("doctor.demonstration", { count: facts.demonstration }),
        }
      : { name: "demonstration", state: "ok", detail: say("doctor.noDemonstration") },
  ]
}
