import "server-only"
import { notFound } from "next/navigation"
import { cache } from "react"
import { loadClass } from "@/lib/classroom/server/load-class"
import { requireViewer } from "@/lib/platform/session"

/** The viewer, and the class of the address, once per request. Who may not know of the class finds no page. */
export const openClass = cache(async (classId: string) => {
  const viewer = await requireViewer(["teacher", "assistant", "administrator"], `/teach/classes/${classId}`)
  const room = await loadClass(viewer, classId)
  return room ? { viewer, room } : notFound()
})
