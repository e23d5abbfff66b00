import { useTranslations } from "next-intl"
import type { ClassActions } from "@/components/people/class-types"
import { ActButton } from "@/components/ui/act-button"
import type { RosterPerson } from "@/lib/classroom/roster-view"

type LeftListProps = {
  /** `day` as it is shown. */
  people: readonly (RosterPerson & { day: string })[]
  actions: Pick<ClassActions, "letIn"> | null
}

/** People who are no longer in the class. Their work is kept. */
export function LeftList({ people, actions }: LeftListProps) {
  const t = useTranslations("people.class")
  return (
    <details className="mb-8 border-rule border-t pt-4">
      <summary className="cursor-pointer rounded-mark font-semibold text-17">
        {t("left", { count: people.length })}
      </summary>
      <p className="mt-1 mb-2 text-13 text-ink-2">{t("leftHint")}</p>
      <ul className="grid">
        {people.map((person) => (
          <li
            key={person.enrolmentId}
            className="flex flex-wrap items-center gap-x-3 border-rule border-b py-1.5"
          >
            <span dir="auto">{person.displayName}</span>
            <span className="text-13 text-ink-2">{t("leftOn", { date: person.day })}</span>
            {actions && (
              <span className="ms-auto">
                <ActButton
                  variant="quiet"
                  action={actions.letIn}
                  input={{ enrolmentId: person.enrolmentId }}
                  label={t("letBackInNamed", { name: person.displayName })}
                >
                  {t("letBackIn")}
                </ActButton>
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
