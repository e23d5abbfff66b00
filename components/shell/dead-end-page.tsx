"use client"

import { useTranslations } from "next-intl"
import { PublicShell } from "@/components/shell/public-shell"
import { ButtonLink } from "@/components/ui/button"
import { DeadEnd } from "@/components/ui/dead-end"

/**
 * The pages for "no such page" and "not for you". They ask nothing of the database: they must always come up. Every page
 * carries both, in case: here they are a name, where as elements they were a tenth of the page.
 */
export function DeadEndPage({ kind }: { kind: "missing" | "forbidden" }) {
  const common = useTranslations("common")
  const shell = useTranslations("shell")
  return (
    <PublicShell>
      <DeadEnd
        title={common(`${kind}.title`)}
        what={common(`${kind}.what`)}
        safe={common(`${kind}.safe`)}
        next={common(`${kind}.next`)}
        acts={
          <>
            <ButtonLink href="/" variant="main">
              {common("goHome")}
            </ButtonLink>
            {kind === "forbidden" && (
              <form action="/sign-out" method="post">
                <button type="submit" className="link min-h-6 rounded-mark">
                  {shell("signOut")}
                </button>
              </form>
            )}
          </>
        }
      />
    </PublicShell>
  )
}
