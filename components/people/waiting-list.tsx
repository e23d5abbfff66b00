import { useTranslations } from "next-intl"
import type { ClassActions } from "@/components/people/class-types"
import { Section } from "@/components/people/section"
import { ActButton } from "@/components/ui/act-button"
import type { RosterPerson } from "@/lib/classroom/roster-view"

type WaitingListProps = {
  people: readonly RosterPerson[]
  /** Null for who only looks on. */
  actions: Pick<ClassActions, "letIn" | "decline"> | null
}

/** People who used the class code and wait for a teacher's yes. */
export function WaitingList({ people, actions }: WaitingListProps) {
  const t = useTranslations("people.class")
  return (
    <Section title={t("waiting")} hint={t("waitingHint")}>
      <ul className="grid">
        {people.map((person) => (
          <li
            key={person.enrolmentId}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-rule border-b py-2 last:border-b-0"
          >
            <span dir="auto" className="font-medium">
              {person.displayName}
            </span>
            <span className="text-13 text-ink-2">{person.userName}</span>
            {actions && (
              <span className="ms-auto flex flex-wrap gap-2">
                <ActButton
                  action={actions.letIn}
                  input={{ enrolmentId: person.enrolmentId }}
                  label={t("letInNamed", { name: person.displayName })}
                >
                  {t("letIn")}
                </ActButton>
                <ActButton
                  variant="quiet"
                  action={actions.decline}
                  input={{ enrolmentId: person.enrolmentId }}
                  label={t("declineNamed", { name: person.displayName })}
                >
                  {t("decline")}
                </ActButton>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
