import type { PageEntry, Staging } from "@/tests/shots/page-entry"
import { administrator, forbiddenTo, teacher } from "@/tests/shots/shot-makers"

const path = () => "/admin/status"

/** The last migration counts as taken back, so that one is missing. */
const oneMigrationMissing: Staging = async (db) => {
  const last = `WHERE id = (SELECT id FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1)`
  await db.query(`UPDATE _prisma_migrations SET rolled_back_at = now() ${last}`)
  return async () => {
    await db.query(`UPDATE _prisma_migrations SET rolled_back_at = NULL ${last}`)
  }
}

/** How the server is, for its administrators. */
export const statusPages: readonly PageEntry[] = [
  {
    page: "admin/status/page.tsx",
    neverEmpty: "There is always the server that answers.",
    shots: [
      { state: "full", as: administrator, path },
      { state: "full", called: "something wrong", as: administrator, path, staged: oneMigrationMissing },
      { state: "full", called: "a check that fails", as: administrator, path, breaks: "_prisma_migrations" },
      forbiddenTo(teacher, path),
    ],
  },
]
