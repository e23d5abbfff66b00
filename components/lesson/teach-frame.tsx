"use client"

import { usePathname } from "next/navigation"
import type { ReactNode } from "react"
import type { RailClass, StaffPlace } from "@/components/shell/staff-nav"
import { TeacherShell } from "@/components/shell/teacher-shell"

type TeachFrameProps = {
  name: string
  isAdministrator: boolean
  demonstration: boolean
  classes: readonly Omit<RailClass, "isHere">[]
  children: ReactNode
}

/**
 * The staff shell around everything under /teach. It stays while the page within changes, so it marks the open place
 * from the address.
 */
export function TeachFrame({ classes, children, ...shell }: TeachFrameProps) {
  const path = usePathname()
  const rail = classes.map((room) => ({
    ...room,
    isHere: path === `/teach/classes/${room.id}` || path.startsWith(`/teach/classes/${room.id}/`),
  }))
  return (
    <TeacherShell {...shell} classes={rail} here={placeOf(path)}>
      {children}
    </TeacherShell>
  )
}

function placeOf(path: string): StaffPlace {
  const [, , place] = path.split("/")
  if (place === "classes") return "classes"
  return place === "library" || place === "lessons" || place === "readings" ? "library" : "today"
}
