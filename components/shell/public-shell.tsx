import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Brand } from "@/components/shell/brand"
import { SkipLink } from "@/components/shell/skip-link"
import { ThemeToggle } from "@/components/ui/theme-toggle"

type PublicShellProps = {
  /** Of the school, where one is set up. */
  schoolName?: string
  children: ReactNode
}

/** Around pages for people who are not signed in: one narrow column. */
export function PublicShell({ schoolName, children }: PublicShellProps) {
  const shell = useTranslations("shell")
  return (
    <>
      <SkipLink>{shell("skipToContent")}</SkipLink>
      <header className="flex h-14 items-center gap-4 border-rule border-b px-4 md:px-6 print:hidden">
        <Brand />
        {schoolName && <p className="truncate border-rule border-s ps-4 text-13 text-ink-2">{schoolName}</p>}
        <div className="ms-auto">
          <ThemeToggle />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page">
        <div className="mx-auto max-w-form md:pt-6">{children}</div>
      </main>
    </>
  )
}
