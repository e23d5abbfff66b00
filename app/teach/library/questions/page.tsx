import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { BankFilter } from "@/components/lesson/bank/bank-filter"
import { BankItemRow } from "@/components/lesson/bank/bank-item-row"
import { ButtonLink } from "@/components/ui/button"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { type BankQuery, bankHref, isNarrowed, readBankQuery } from "@/lib/lesson/bank-query"
import { type BankPage, loadBank } from "@/lib/lesson/server/load-bank"
import { type BankChoices, loadBankChoices } from "@/lib/lesson/server/load-bank-choices"
import { requireViewer } from "@/lib/platform/session"
import { sameness } from "@/lib/quiz/sameness"
import { takeItemAction } from "./actions"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lesson.bank"))("heading") }
}

/** All questions of the lessons one may see: to look up, and to take into a lesson of one's own. */
export default async function Questions({ searchParams }: Props) {
  const viewer = await requireViewer(["teacher", "administrator"], "/teach/library/questions")
  const query = readBankQuery(await searchParams)
  const [page, choices] = await Promise.all([loadBank(viewer, query), loadBankChoices(viewer, query.into)])
  const words = await getTranslations("lesson.bank")
  const { into } = choices
  return (
    <StaffPage viewer={viewer} here="library">
      <PageHeading
        dense
        kicker={
          into ? (
            <TextLink href={`/teach/lessons/${into.lessonId}?part=items`}>{into.title}</TextLink>
          ) : (
            <TextLink href="/teach/library">{words("library")}</TextLink>
          )
        }
        title={words("heading")}
        lead={words("lead")}
      />
      <BankFilter query={{ ...query, into: into?.lessonId ?? null }} {...choices} />
      {page.items.length > 0 ? (
        <BankList {...{ query, page, into }} />
      ) : (
        <Nothing narrowed={isNarrowed(query) || query.after !== null} into={query.into} />
      )}
    </StaffPage>
  )
}

async function BankList({
  query,
  page,
  into,
}: {
  query: BankQuery
  page: BankPage
  into: BankChoices["into"]
}) {
  const words = await getTranslations("lesson.bank")
  const target = into && { lessonId: into.lessonId, title: into.title, base: into.base }
  return (
    <ClientMessages rooms={["lesson.bank"]}>
      <p className="mt-6 text-ink-2">
        {into ? words("takesInto", { title: into.title }) : words("chooseInto")}
      </p>
      <ol className="mt-2 divide-y divide-rule border-rule border-y">
        {page.items.map((one) => (
          <BankItemRow
            key={one.itemId}
            line={{ ...one, isThere: into?.has.has(sameness(one.item)) ?? false }}
            into={target}
            takeAction={takeItemAction}
          />
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-4">
        {query.after && <TextLink href={bankHref({ ...query, after: null })}>{words("first")}</TextLink>}
        {page.next && <TextLink href={bankHref({ ...query, after: page.next })}>{words("more")}</TextLink>}
      </div>
    </ClientMessages>
  )
}

async function Nothing({ narrowed, into }: { narrowed: boolean; into: string | null }) {
  const words = await getTranslations("lesson.bank")
  const act = narrowed ? (
    <ButtonLink href={bankHref({ into })}>{words("all")}</ButtonLink>
  ) : (
    <ButtonLink href="/teach/library">{words("library")}</ButtonLink>
  )
  return (
    <EmptyState title={words(narrowed ? "noMatch.title" : "empty.title")} act={act} className="mt-8">
      {words(narrowed ? "noMatch.text" : "empty.text")}
    </EmptyState>
  )
}
