import type { ReactNode } from "react"
import { requireViewer } from "@/lib/platform/session"

/**
 * Keeps everyone but staff out of /teach. Each page asks for itself who may see it, and brings its own StaffPage: a
 * layout is not fetched again between two pages, and its rail would show the classes as they were.
 */
export default async function TeachLayout({ children }: { children: ReactNode }) {
  await requireViewer(["assistant", "teacher", "administrator"])
  return children
}
