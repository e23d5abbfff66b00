import { Lightbulb } from "lucide-react"
import { useTranslations } from "next-intl"

/** The author's hint, folded away until the student wants it. Opening it costs nothing and is not recorded. */
export function Hint({ text }: { text: string }) {
  const words = useTranslations("quiz.question")
  return (
    <details className="mt-4 print:hidden">
      <summary className="link inline-flex min-h-6 cursor-pointer list-none items-center gap-1.5 text-15 [&::-webkit-details-marker]:hidden">
        <Lightbulb aria-hidden className="size-4" />
        {words("hint")}
      </summary>
      <p dir="auto" className="mt-2 whitespace-pre-line border-rule-firm border-s-2 ps-4 text-15 text-ink-2">
        {text}
      </p>
    </details>
  )
}
