import { forbidden } from "next/navigation"
import type { ReactNode } from "react"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import type { Viewer } from "@/lib/access/viewer"
import type { ClassPage } from "@/lib/classroom/server/load-class"

type ClassSubpageProps = {
  viewer: Viewer
  room: ClassPage
  title: string
  lead?: string
  /** Whether this viewer may do here what the page is for. */
  allowed: boolean
  children: ReactNode
}

/** A page below a class's own. */
export function ClassSubpage({ viewer, room, title, lead, allowed, children }: ClassSubpageProps) {
  if (!allowed) forbidden()
  const back = (
    <TextLink href={`/teach/classes/${room.publicId}`} dir="auto">
      {room.name}
    </TextLink>
  )
  return (
    <StaffPage viewer={viewer} here="classes" openClass={room.publicId}>
      <div className="print:hidden">
        <PageHeading dense kicker={back} title={title} lead={lead} />
      </div>
      <ClientMessages rooms={["people.roster", "people.slips"]}>{children}</ClientMessages>
    </StaffPage>
  )
}
