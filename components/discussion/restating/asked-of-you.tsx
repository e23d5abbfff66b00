import { MessageCircleQuestionMark } from "lucide-react"
import { useTranslations } from "next-intl"
import { TextLink } from "@/components/ui/text-link"

type AskedOfYouProps = {
  count: number
  /** The first of them. */
  href: string
}

/** How many ask the viewer whether they were understood. */
export function AskedOfYou({ count, href }: AskedOfYouProps) {
  const words = useTranslations("discussion.side")
  if (count === 0) return null
  return (
    <p className="mb-4 flex gap-2 border-accent border-s-2 bg-accent-wash px-3 py-2 text-15 max-lg:mt-3">
      <MessageCircleQuestionMark aria-hidden className="mt-1 size-4 shrink-0 text-accent" />
      <TextLink href={href} prefetch={false}>
        {words("asked", { count })}
      </TextLink>
    </p>
  )
}
