"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { Checkbox } from "@/components/ui/checkbox"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import { type GroupFacts, postsLeftBehind } from "@/lib/discussion/groups/group-facts"

type ByGroupsFieldProps = {
  /** As it is kept. */
  isOn: boolean
  facts: GroupFacts
  /** The page where the class's groups are made. */
  groupsHref: string
}

/** A thread for each group: the choice, and at once what it means for who is in none and for what was posted. */
export function ByGroupsField({ isOn, facts, groupsHref }: ByGroupsFieldProps) {
  const words = useTranslations("lesson.settings.discussion")
  const [wanted, setWanted] = useState(isOn)
  const link = (text: ReactNode) => <TextLink href={groupsHref}>{text}</TextLink>
  return (
    <>
      <Checkbox
        name="byGroups"
        label={words("byGroups")}
        hint={words("byGroupsHint")}
        defaultChecked={isOn}
        onChange={(event) => setWanted(event.target.checked)}
      />
      {facts.groups === 0 ? (
        <Notice kind={wanted ? "warning" : "info"} className="mb-2">
          {words.rich(wanted ? "noGroupsOn" : "noGroups", { link })}
        </Notice>
      ) : (
        wanted && <Ungrouped names={facts.ungrouped} groups={facts.groups} groupsHref={groupsHref} />
      )}
      <LeftBehind facts={facts} from={isOn} to={wanted} />
    </>
  )
}

const MOST_NAMED = 12

function Ungrouped({
  names,
  groups,
  groupsHref,
}: {
  names: readonly string[]
  groups: number
  groupsHref: string
}) {
  const words = useTranslations("lesson.settings.discussion")
  const link = (text: ReactNode) => <TextLink href={groupsHref}>{text}</TextLink>
  if (names.length === 0)
    return <p className="mb-2 ps-8 text-13 text-ink-2">{words.rich("allInGroups", { groups, link })}</p>
  const more = names.length - MOST_NAMED
  return (
    <Notice kind="warning" title={words("ungrouped", { count: names.length })} className="mb-2">
      <p dir="auto">
        {names.slice(0, MOST_NAMED).join(", ")}
        {more > 0 && ` ${words("andMore", { count: more })}`}
      </p>
      <p>{words.rich("ungroupedWhat", { link })}</p>
    </Notice>
  )
}

function LeftBehind({ facts, from, to }: { facts: GroupFacts; from: boolean; to: boolean }) {
  const words = useTranslations("lesson.settings.discussion")
  const count = postsLeftBehind(facts, { from, to })
  if (count === 0) return null
  return (
    <Notice kind="warning" className="mb-2">
      {words(to ? "leavesCommon" : "leavesGroups", { count })}
    </Notice>
  )
}
