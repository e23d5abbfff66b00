import { allow } from "@/lib/access/refusal"
import { database } from "@/lib/platform/database"
import type { Command } from "./command"

type Applied = { count: number; newest: string }

/** `colloquy migrate`: migrations as a step of their own, before several processes are started again one by one. */
export const migrate: Command = {
  name: "migrate",
  word: "migrate",
  options: {},
  positionals: [0, 0],
  // Whatever asks for the database finds it up to date.
  needsDatabase: () => true,
  async run(_, say) {
    const [applied = { count: 0, newest: "" }] = await database().$queryRaw<Applied[]>`
      SELECT count(*)::int AS count, max(migration_name) AS newest FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
    return allow({ value: applied, lines: [say("migrate.done", applied)] })
  },
}
