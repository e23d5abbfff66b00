import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { useAccommodationParts } from "@/components/people/accommodation-words"
import { Section } from "@/components/people/section"
import { buttonStyle } from "@/components/ui/button"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import type { Accommodation } from "@/lib/classroom/accommodation"
import type { SchoolRole } from "@/lib/classroom/roles"

type AccountViewProps = {
  person: { displayName: string; userName: string; email: string | null; role: SchoolRole }
  /** `since` as it is shown. */
  devices: readonly { id: string; device: string | null; since: string; isThisOne: boolean }[]
  /** Null: nothing is granted. */
  accommodation: Accommodation | null
  passwordForm: ReactNode
  /** Of staff; null for who has none. */
  secondFactor: ReactNode
  /** The school's sign-in elsewhere; null where there is none. */
  provider: ReactNode
  signOutEverywhere: ReactNode
}

/** What a person may see and do about their own account. */
export function AccountView({
  person,
  devices,
  accommodation,
  passwordForm,
  secondFactor,
  provider,
  signOutEverywhere,
}: AccountViewProps) {
  const t = useTranslations("people.account")
  const roles = useTranslations("people.roles")
  const facts = [
    [t("displayName"), person.displayName],
    [t("userName"), person.userName],
    [t("email"), person.email ?? t("noEmail")],
    [t("role"), roles(person.role)],
  ] as const
  return (
    <div className="max-w-form">
      <PageHeading title={t("title")} dense={person.role !== "student"} />
      <Section title={t("facts")}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-2">{name}</dt>
              <dd dir="auto" className="break-words">
                {value}
              </dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-13 text-ink-2">{t("factsHint", { role: person.role })}</p>
        {person.role === "student" && (
          <p className="mt-3">
            <TextLink href="/join">{t("joinClass")}</TextLink>
          </p>
        )}
      </Section>
      {accommodation && <Granted accommodation={accommodation} />}
      <Section title={t("password")}>{passwordForm}</Section>
      {secondFactor && <Section title={t("secondFactor")}>{secondFactor}</Section>}
      {provider && <Section title={t("provider")}>{provider}</Section>}
      <Section title={t("devices")}>
        <ul className="mb-4 grid">
          {devices.map((device) => (
            <li key={device.id} className="flex flex-wrap gap-x-4 border-rule border-b py-2">
              <span className="font-medium">{device.device ?? t("unknownDevice")}</span>
              {device.isThisOne && <span className="text-accent">{t("thisDevice")}</span>}
              <span className="ms-auto text-13 text-ink-2 leading-6">
                {t("since")} {device.since}
              </span>
            </li>
          ))}
        </ul>
        {signOutEverywhere}
      </Section>
      <Section title={t("ownData")} hint={t("ownDataHint")}>
        <a href="/api/account/own-data.zip" download className={buttonStyle({ variant: "line" })}>
          {t("ownDataTake")}
        </a>
      </Section>
    </div>
  )
}

/** A student's own accommodations: set by teachers, seen here and nowhere by classmates. */
function Granted({ accommodation }: { accommodation: Accommodation }) {
  const t = useTranslations("people.accommodation.yours")
  const parts = useAccommodationParts(accommodation)
  return (
    <Section title={t("heading")} hint={t("hint")}>
      <ul className="grid">
        {parts.map((part) => (
          <li key={part} className="border-rule border-b py-1.5">
            {part}
          </li>
        ))}
      </ul>
    </Section>
  )
}
