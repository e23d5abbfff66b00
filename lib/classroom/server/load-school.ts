import "server-only"
import { database } from "@/lib/platform/database"

/** Name of the school for pages of people who are not signed in; null before it is set up. */
export async function loadSchoolName(): Promise<string | null> {
  return (await database().school.findUnique({ where: { id: 1 }, select: { name: true } }))?.name ?? null
}
