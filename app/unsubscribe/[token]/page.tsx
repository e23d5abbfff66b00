import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { validate } from "uuid"
import { PublicShell } from "@/components/shell/public-shell"
import { Button } from "@/components/ui/button"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("discussion.unsubscribe"))("title"), robots: { index: false } }
}

/** Where a link in a mail leads: one press ends the mails. Merely asked for it changes nothing, since programs follow links. */
export default async function Unsubscribe({ params, searchParams }: Props) {
  const { token } = await params
  const isDone = (await searchParams).done !== undefined
  const words = await getTranslations("discussion.unsubscribe")
  if (!validate(token)) return <Shell title={words("title")}>{words("unknown")}</Shell>
  if (isDone)
    return (
      <Shell title={words("title")}>
        {words("done")} <TextLink href="/notices/settings">{words("again")}</TextLink>
      </Shell>
    )
  return (
    <Shell title={words("title")}>
      {words("ask")}
      <form action={`/api/unsubscribe/${token}`} method="post" className="mt-4">
        <Button type="submit" variant="main">
          {words("act")}
        </Button>
      </form>
    </Shell>
  )
}

function Shell({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <PublicShell>
      <PageHeading title={title} />
      <div>{children}</div>
    </PublicShell>
  )
}
