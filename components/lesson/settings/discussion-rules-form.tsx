"use client"

import { useTranslations } from "next-intl"
import { ByGroupsField } from "@/components/lesson/settings/by-groups-field"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextLink } from "@/components/ui/text-link"
import { type DiscussionRules, SLOW_SECONDS } from "@/lib/discussion/rules/discussion-rules"
import { localTime, zoneName } from "@/lib/lesson/school-time"

type ByGroups = Omit<Parameters<typeof ByGroupsField>[0], "isOn">

type DiscussionRulesFormProps = {
  assignmentId: string
  rules: DiscussionRules
  /** Posts that wait for staff to let them through. */
  heldPosts: number
  timeZone: string
  groups: ByGroups
  action: (input: unknown) => Promise<ActionResult<null>>
}

const ticks = ["requiresRestatement", "byGroups", "premoderated"] as const

/** How the discussion of an assignment goes. */
export function DiscussionRulesForm(props: DiscussionRulesFormProps) {
  const { assignmentId, rules, timeZone, groups, action } = props
  const words = useTranslations("lesson.settings.discussion")
  const { ownPostBy, slowSeconds } = rules
  return (
    <ActionForm
      action={action}
      toInput={(form) => ({ assignmentId, ...readRules(form) })}
      doneMessage={words("saved")}
      className="gap-5"
    >
      <Field
        name="ownPostBy"
        type="datetime-local"
        optional
        label={words("ownPostBy")}
        hint={words("ownPostByHint", { zone: zoneName(timeZone) })}
        defaultValue={ownPostBy === null ? "" : localTime(new Date(ownPostBy), timeZone)}
        className="max-w-sm"
      />
      <div className="grid gap-1">
        {ticks.map((name) =>
          name === "byGroups" ? (
            <ByGroupsField key={name} isOn={rules.byGroups} {...groups} />
          ) : (
            <Checkbox
              key={name}
              name={name}
              label={words(name)}
              hint={words(`${name}Hint`)}
              defaultChecked={rules[name]}
            />
          ),
        )}
      </div>
      <HeldPosts {...props} />
      <Select
        name="slowSeconds"
        label={words("slow")}
        defaultValue={String(slowSeconds)}
        options={SLOW_SECONDS.map((seconds) => ({
          value: String(seconds),
          label: words(`slowOptions.${seconds}`),
        }))}
        className="max-w-sm"
      />
      <div>
        <SubmitButton>{words("save")}</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** Turning the rule off lets nothing through by itself. */
function HeldPosts({ assignmentId, heldPosts }: DiscussionRulesFormProps) {
  const words = useTranslations("lesson.settings.discussion")
  if (heldPosts === 0) return null
  const link = (
    <TextLink href={`/teach/assignments/${assignmentId}/discussion#review`}>{words("toWaiting")}</TextLink>
  )
  return <Notice acts={link}>{words("premoderatedWaiting", { count: heldPosts })}</Notice>
}

function readRules(form: FormData) {
  const isTicked = (name: (typeof ticks)[number]) => form.get(name) !== null
  return {
    ownPostBy: String(form.get("ownPostBy") ?? ""),
    requiresRestatement: isTicked("requiresRestatement"),
    byGroups: isTicked("byGroups"),
    premoderated: isTicked("premoderated"),
    slowSeconds: Number(form.get("slowSeconds")),
  }
}
