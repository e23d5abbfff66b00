"use client"

import { useTranslations } from "next-intl"
import { PublicShell } from "@/components/shell/public-shell"
import { Button } from "@/components/ui/button"
import { DeadEnd } from "@/components/ui/dead-end"
import { OfflineNotice } from "@/components/ui/offline-notice"

/** The number under which the server logged a bug; a fault of the browser's own has none. */
export const bugIdOf = (error: unknown): string | null =>
  typeof error === "object" && error !== null && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : null

/** What stands in place of a page that failed. Raw error text never does. */
export function BugPage({ error, retry }: { error: unknown; retry: () => void }) {
  const common = useTranslations("common")
  const id = bugIdOf(error)
  return (
    <PublicShell>
      <OfflineNotice />
      <DeadEnd
        title={common("error.title")}
        what={common("error.what")}
        safe={common("error.safe")}
        next={
          id ? (
            <>
              {common("error.next")} <b className="text-ink">{id}</b>
            </>
          ) : (
            common("error.nextWithout")
          )
        }
        acts={
          <>
            <Button variant="main" onClick={retry}>
              {common("tryAgain")}
            </Button>
            {/* A full load, because what failed may be the app itself. */}
            <a className="link min-h-6 rounded-mark" href="/">
              {common("goHome")}
            </a>
          </>
        }
      />
    </PublicShell>
  )
}
