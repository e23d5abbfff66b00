"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { GroupPart } from "@/components/people/groups/group-part"
import type { GroupsActions, GroupsRoom } from "@/components/people/groups/groups-types"
import { MakeGroupsForm } from "@/components/people/groups/make-groups-form"
import { MoveDialog } from "@/components/people/groups/move-dialog"
import { UngroupedPart } from "@/components/people/groups/ungrouped-part"
import { Section } from "@/components/people/section"
import { ActButton } from "@/components/ui/act-button"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import type { GroupChange } from "@/lib/classroom/groups/group-arrangement"
import type { GroupedStudent, GroupsView } from "@/lib/classroom/groups/view-groups"

type GroupsScreenProps = GroupsRoom & {
  view: GroupsView
  /** Posts of students in the threads of their group, by enrolment. */
  posts: Readonly<Record<string, number>>
  /** What was done last, and when, as a clock says it. */
  last: { change: GroupChange; at: string } | null
}

/** The groups of a class: made by chance or by hand. */
export function GroupsScreen({ view, posts, last, ...room }: GroupsScreenProps) {
  const t = useTranslations("people.groups")
  const [moving, setMoving] = useState<GroupedStudent | null>(null)
  const { classId, actions } = room
  const { groups, ungrouped } = view
  const students = groups.reduce((total, group) => total + group.students.length, ungrouped.length)
  const from = groups.find((group) => group.students.some((one) => one.enrolmentId === moving?.enrolmentId))
  return (
    <>
      {actions && last && <LastChange last={last} input={{ classId }} undo={actions.undo} />}
      {groups.length === 0 ? (
        <NoGroups {...room} students={students} />
      ) : (
        <>
          <UngroupedPart {...room} students={ungrouped} onMove={setMoving} />
          <Section
            title={t("groups", { count: groups.length })}
            acts={<GroupActs {...room} students={students} />}
          >
            <div className="grid gap-x-10 md:grid-cols-2 lg:grid-cols-3">
              {groups.map((group) => (
                <GroupPart key={group.id} {...room} group={group} onMove={setMoving} />
              ))}
            </div>
          </Section>
        </>
      )}
      {actions && moving && (
        <MoveDialog
          {...{ classId, groups }}
          student={moving}
          from={from ?? null}
          posts={posts[moving.enrolmentId] ?? 0}
          action={actions.move}
          onClose={() => setMoving(null)}
        />
      )}
    </>
  )
}

function NoGroups({ classId, actions, students }: GroupsRoom & { students: number }) {
  const t = useTranslations("people.groups")
  if (!actions) return <EmptyState title={t("noneTitle")}>{t("noneLooking")}</EmptyState>
  return (
    <Section title={t("noneTitle")} hint={t("none")}>
      <MakeGroupsForm {...{ classId, students }} action={actions.make} />
      <div className="mt-5">
        <ActButton variant="quiet" action={actions.add} input={{ classId }}>
          {t("addFirst")}
        </ActButton>
      </div>
    </Section>
  )
}

function GroupActs({ classId, actions, students }: GroupsRoom & { students: number }) {
  const t = useTranslations("people.groups")
  const [open, setOpen] = useState(false)
  if (!actions) return null
  return (
    <div className="flex flex-wrap gap-2">
      <ActButton action={actions.add} input={{ classId }}>
        {t("add")}
      </ActButton>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        trigger={<Button dense>{t("remake")}</Button>}
        title={t("remakeTitle")}
        description={t("remakeWhat")}
      >
        <MakeGroupsForm {...{ classId, students }} action={actions.make} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}

type LastChangeProps = {
  last: NonNullable<GroupsScreenProps["last"]>
  input: { classId: string }
  undo: GroupsActions["undo"]
}

function LastChange({ last, input, undo }: LastChangeProps) {
  const t = useTranslations("people.groups")
  const { change, at } = last
  const act = (
    <ActButton action={undo} input={input}>
      {t(change === "undone" ? "redo" : "undo")}
    </ActButton>
  )
  return (
    <Notice className="mb-5" acts={act}>
      {t(`last.${change}`, { at })}
    </Notice>
  )
}
