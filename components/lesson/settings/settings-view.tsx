import { useTranslations } from "next-intl"
import { ClashesList } from "@/components/lesson/clashes-list"
import { type Clock, Instant } from "@/components/lesson/instant"
import { ConfirmedAct } from "@/components/lesson/settings/confirmed-act"
import { DiscussionRulesForm } from "@/components/lesson/settings/discussion-rules-form"
import { ExceptionsTable } from "@/components/lesson/settings/exceptions-table"
import { type ExtendableStudent, ExtendForm } from "@/components/lesson/settings/extend-form"
import { TermsForm } from "@/components/lesson/settings/terms-form"
import type { ActionResult } from "@/components/ui/action-form"
import { Hang } from "@/components/ui/hang"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import type { GroupFacts } from "@/lib/discussion/groups/group-facts"
import type { PostNames } from "@/lib/discussion/names/names-shown"
import type { DiscussionRules } from "@/lib/discussion/rules/discussion-rules"
import type { Clash } from "@/lib/lesson/find-clashes"
import type { QuizPolicy } from "@/lib/lesson/quiz-policy"
import { localTime, zoneName } from "@/lib/lesson/school-time"

type Act<T = unknown> = (input: unknown) => Promise<ActionResult<T>>

export type SettingsActions = {
  edit: Act<{ movedDeadlines: number }>
  setRules: Act<null>
  extend: Act
  withdraw: Act
  release: Act
  archive: Act
}

type Exception = {
  dueAt: Date | null
  closesAt: Date | null
  extraMinutes: number
  excused: boolean
  reason: string | null
}

type Settings = {
  assignmentId: string
  title: string
  lessonId: string
  lessonVersion: number
  className: string
  classPublicId: string
  opensAt: Date
  dueAt: Date
  closesAt: Date
  policy: QuizPolicy
  quizStartedAt: Date | null
  releasedAt: Date | null
  postNames: PostNames
  rules: DiscussionRules
  heldPosts: number
  archived: boolean
  submitted: number
  students: { enrolmentId: string; name: string; exception: Exception | null }[]
  clashes: readonly Clash[]
}

type PartProps = { settings: Settings; clock: Clock; actions: SettingsActions }

type SettingsViewProps = PartProps & { groups: GroupFacts }

/** How an assignment is set up, and what can be changed of it. */
export function SettingsView({ settings, groups, clock, actions }: SettingsViewProps) {
  const words = useTranslations("lesson.settings")
  const { assignmentId, title, className } = settings
  const local = (at: Date) => localTime(at, clock.timeZone)
  return (
    <>
      <PageHeading
        dense
        kicker={
          <span dir="auto">
            {className} / <TextLink href={`/teach/assignments/${assignmentId}`}>{title}</TextLink>
          </span>
        }
        title={words("heading")}
        lead={words.rich("lead", {
          version: settings.lessonVersion,
          lesson: (text) => <TextLink href={`/teach/lessons/${settings.lessonId}`}>{text}</TextLink>,
          names: settings.postNames,
        })}
      />
      <ClashesList clashes={settings.clashes} clock={clock} place="settings" />
      <Hang label={words("terms")}>
        <TermsForm
          assignmentId={assignmentId}
          dates={{
            opensAt: local(settings.opensAt),
            dueAt: local(settings.dueAt),
            closesAt: local(settings.closesAt),
          }}
          policy={settings.policy}
          zone={zoneName(clock.timeZone)}
          action={actions.edit}
        />
      </Hang>
      <Hang label={words("discussion.label")} className="scroll-mt-4" id="discussion">
        <DiscussionRulesForm
          assignmentId={assignmentId}
          rules={settings.rules}
          heldPosts={settings.heldPosts}
          timeZone={clock.timeZone}
          groups={{ facts: groups, groupsHref: `/teach/classes/${settings.classPublicId}/groups` }}
          action={actions.setRules}
        />
      </Hang>
      <Exceptions {...{ settings, clock, actions }} />
      <Release {...{ settings, clock, actions }} />
      <Archive {...{ settings, clock, actions }} />
    </>
  )
}

function Exceptions({ settings, clock, actions }: PartProps) {
  const words = useTranslations("lesson.settings")
  const { students, assignmentId } = settings
  const lines = students.flatMap(({ enrolmentId, name, exception }) =>
    exception ? [{ enrolmentId, name, ...exception }] : [],
  )
  const field = (at: Date | null | undefined) => (at ? localTime(at, clock.timeZone) : "")
  const extendable = students.map(
    ({ enrolmentId, name, exception }): ExtendableStudent => ({
      enrolmentId,
      name,
      dueAt: field(exception?.dueAt),
      closesAt: field(exception?.closesAt),
      extraMinutes: exception?.extraMinutes ?? 0,
      excused: exception?.excused ?? false,
      reason: exception?.reason ?? "",
    }),
  )
  return (
    <Hang label={words("others")} note={words("othersNote")}>
      <div className="grid gap-8">
        {lines.length > 0 ? (
          <ExceptionsTable {...{ assignmentId, lines, clock }} withdrawAction={actions.withdraw} />
        ) : (
          <p className="text-ink-2">{words("noOthers")}</p>
        )}
        {students.length > 0 && (
          <ExtendForm assignmentId={assignmentId} students={extendable} action={actions.extend} />
        )}
      </div>
    </Hang>
  )
}

function Release({ settings, clock, actions }: PartProps) {
  const words = useTranslations("lesson.settings.release")
  const { assignmentId, releasedAt, submitted } = settings
  return (
    <Hang label={words("label")}>
      <div id="release" className="grid justify-items-start gap-3">
        {releasedAt ? (
          <p>{words.rich("released", { at: () => <Instant at={releasedAt} clock={clock} /> })}</p>
        ) : (
          <>
            <p>{words("waiting", { count: submitted })}</p>
            <ConfirmedAct
              label={words("act")}
              title={words("title")}
              variant="line"
              confirmVariant="main"
              input={{ assignmentId }}
              action={actions.release}
            >
              {words("text")}
            </ConfirmedAct>
          </>
        )}
      </div>
    </Hang>
  )
}

function Archive({ settings, actions }: PartProps) {
  const words = useTranslations("lesson.settings.archive")
  const { assignmentId, archived } = settings
  const state = archived ? "restore" : "archive"
  return (
    <Hang label={words("label")}>
      <div className="grid justify-items-start gap-3">
        <p>{words(`${state}.state`)}</p>
        <ConfirmedAct
          label={words(`${state}.act`)}
          title={words(`${state}.title`)}
          variant={archived ? "line" : "danger"}
          confirmVariant={archived ? "main" : "danger"}
          input={{ assignmentId, archived: !archived }}
          action={actions.archive}
        >
          {words(`${state}.text`)}
        </ConfirmedAct>
      </div>
    </Hang>
  )
}
