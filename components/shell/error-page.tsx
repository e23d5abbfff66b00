"use client"

import { useTranslations } from "next-intl"
import { BugPage } from "@/components/shell/bug-page"

/** In place of a page that failed, within the frame of all pages. */
export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const common = useTranslations("common.error")
  return (
    <>
      {/* What failed may be what the page's own title is made of. */}
      <title>{common("title")}</title>
      <BugPage error={error} retry={retry} />
    </>
  )
}
