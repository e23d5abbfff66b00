"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { AccommodationForm, type Granted, type SetAction } from "@/components/people/accommodation-form"
import { AccommodationsTable, type GrantedStudent } from "@/components/people/accommodations-table"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"

type AccommodationsViewProps = {
  classId: string
  students: readonly GrantedStudent[]
  /** Null for who may see and not change. */
  action: SetAction | null
}

/** All students of a class with what each is granted, and the window in which one or several get something else. */
export function AccommodationsView({ classId, students, action }: AccommodationsViewProps) {
  const t = useTranslations("people.accommodation")
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [editing, setEditing] = useState<readonly string[]>([])
  const [granted, setGranted] = useState<Granted | null>(null)
  const toggle = (id: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((each) => each !== id)))
  const open = (ids: readonly string[]) => {
    setGranted(null)
    setEditing(ids)
  }
  const done = (result: Granted) => {
    setGranted(result)
    setEditing([])
    setChosen(new Set())
  }
  const edited = students.filter(({ enrolmentId }) => editing.includes(enrolmentId))
  const [first] = edited
  return (
    <div className="grid gap-5">
      {granted && <GrantedNotice granted={granted} />}
      {students.every(({ accommodation }) => !accommodation) && <p className="text-ink-2">{t("nobody")}</p>}
      <AccommodationsTable
        {...{ classId, students, chosen, action }}
        onToggle={toggle}
        onEdit={(id) => open([id])}
        onTaken={done}
      />
      {action && (
        <div>
          <Button
            variant="line"
            aria-disabled={chosen.size === 0 || undefined}
            onClick={() => chosen.size > 0 && open([...chosen])}
          >
            {t("several", { count: chosen.size })}
          </Button>
        </div>
      )}
      {action && first && (
        <Dialog
          open
          onOpenChange={(isOpen) => !isOpen && setEditing([])}
          title={
            edited.length === 1
              ? t("title", { name: first.displayName })
              : t("titleSeveral", { count: edited.length })
          }
          description={edited.length === 1 ? t("everywhere") : t("replaces")}
        >
          <AccommodationForm
            classId={classId}
            enrolmentIds={editing}
            now={edited.length === 1 ? first.accommodation : null}
            action={action}
            onDone={done}
          />
        </Dialog>
      )}
    </div>
  )
}

/** That it holds, and where the dates of an assignment leave no room for it. */
function GrantedNotice({ granted: { movedDeadlines, clashing } }: { granted: Granted }) {
  const t = useTranslations("people.accommodation")
  return (
    <>
      <Notice kind="success">{t("done", { moved: movedDeadlines })}</Notice>
      {clashing.length > 0 && (
        <Notice kind="warning" title={t("clashing", { count: clashing.length })}>
          <ul>
            {clashing.map(({ assignmentId, title, className }) => (
              <li key={assignmentId}>
                <TextLink href={`/teach/assignments/${assignmentId}/settings`} dir="auto">
                  {title}, {className}
                </TextLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
