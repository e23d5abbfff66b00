import { Check } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ItemWords } from "@/lib/quiz/item-in-words"

/** What a question offers and what is right about it, for its author. Never shown to a student. */
export function ItemWordsList({ words: said }: { words: ItemWords }) {
  const words = useTranslations("quiz.inWords")
  const { options, answers, parts, criteria, quotes } = said
  return (
    <div className="grid gap-2">
      {options.length > 0 && (
        <ul className="grid gap-1">
          {options.map(({ text, isRight }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two options may say the same
            <li key={at} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-1">
              {isRight ? <Check aria-label={words("right")} className="mt-1 size-4 text-right" /> : <span />}
              <span dir="auto">{text}</span>
            </li>
          ))}
        </ul>
      )}
      {parts.length > 0 && (
        <dl className="grid gap-1">
          {parts.map(({ label, right }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two places may be called the same
            <div key={at} className="flex flex-wrap gap-x-2">
              <dt dir="auto" className="text-ink-2">
                {label}
              </dt>
              <dd dir="auto">{right ?? words("open")}</dd>
            </div>
          ))}
        </dl>
      )}
      <Lines label={words("answers")} lines={answers} />
      <Lines label={words("criteria")} lines={criteria} />
      <Lines label={words("quotes")} lines={quotes} face="font-read" />
    </div>
  )
}

function Lines({ label, lines, face }: { label: string; lines: readonly string[]; face?: string }) {
  if (lines.length === 0) return null
  return (
    <div>
      <p className="text-13 text-ink-3">{label}</p>
      <ul className={face}>
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </div>
  )
}
