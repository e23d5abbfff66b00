"use client"

import { useTranslations } from "next-intl"
import { BugPage } from "@/components/shell/bug-page"

/*
 * What comes with every page: what stands in its place where it fails, is missing or forbidden, and the words of its frame. It is one
 * module, so that it is in one file on the wire; as three it was in three. Next wants the page for a failure to be this one.
 */
export { DeadEndPage } from "@/components/shell/dead-end-page"
export { FirstMessages } from "@/components/ui/messages-provider"

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const common = useTranslations("common.error")
  return (
    <>
      {/* What failed may be what the page's own title is made of. */}
      <title>{common("title")}</title>
      <BugPage error={error} retry={retry} />
    </>
  )
}
