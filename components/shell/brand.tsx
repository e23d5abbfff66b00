import { useTranslations } from "next-intl"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"

/** The mark and the name, leading home. On a narrow header only the mark is drawn. */
export function Brand({ href = "/", compact = false }: { href?: string; compact?: boolean }) {
  const shell = useTranslations("shell")
  return (
    <PageLink
      href={href}
      aria-label={shell("brandHome")}
      className="flex min-h-10 shrink-0 items-center gap-2.5 self-center font-semibold text-17 tracking-[-0.01em]"
    >
      <BrandMark />
      <span className={cn(compact && "max-md:hidden")}>{shell("brand")}</span>
    </PageLink>
  )
}

/** Three lines of text, one of them wired to a bar: a sentence and what rests on it. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true" fill="none">
      <path d="M1 5h9M1 17h9" strokeWidth="2" className="stroke-rule-firm" />
      <path d="M1 11h9M17 6v10" strokeWidth="2" className="stroke-accent" />
      <path d="M10 11h6" className="stroke-accent" />
    </svg>
  )
}
