import type { ReactNode } from "react"
import { TeachFrame } from "@/components/lesson/teach-frame"
import { ClientMessages } from "@/components/ui/client-messages"
import { requireViewer } from "@/lib/platform/session"
import { loadTaughtClasses } from "./load-taught-classes"

/** The staff shell, with the viewer's classes in its rail. Every page below asks for itself who may see it. */
export default async function TeachLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer(["assistant", "teacher", "administrator"])
  const classes = (await loadTaughtClasses(viewer)).filter((room) => room.role && !room.archived)
  return (
    <ClientMessages rooms={["shell"]}>
      <TeachFrame
        name={viewer.displayName}
        isAdministrator={viewer.role === "administrator"}
        demonstration={viewer.demonstration}
        classes={classes.map((room) => ({ id: room.classId, name: room.name, count: room.students }))}
      >
        {children}
      </TeachFrame>
    </ClientMessages>
  )
}
