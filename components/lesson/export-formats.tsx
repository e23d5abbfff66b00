import { Download, TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import { buttonStyle } from "@/components/ui/button"
import type { ExportFormat, Loss } from "@/lib/quiz/exchange/plan-export"

export type FormatOffer = { format: ExportFormat; written: number; losses: readonly Loss[] }

type ExportFormatsProps = { lessonId: string; count: number; offers: readonly FormatOffer[] }

/** The files a lesson's questions can be taken away in, each with what it cannot hold. */
export function ExportFormats({ lessonId, count, offers }: ExportFormatsProps) {
  const words = useTranslations("lesson.exportQuiz")
  return (
    <div className="grid max-w-form gap-8">
      {offers.map(({ format, written, losses }) => (
        <section key={format} className="border-rule border-t pt-4">
          <h2 className="font-semibold text-20">{words(`formats.${format}.name`)}</h2>
          <p className="mt-1 text-ink-2">{words(`formats.${format}.for`)}</p>
          <p className="mt-2">{words("holds", { written, count })}</p>
          {losses.length > 0 && <Losses losses={losses} />}
          {written > 0 && (
            <a
              href={`/api/lessons/${lessonId}/quiz?format=${format}`}
              download
              className={`${buttonStyle({ variant: "line" })} mt-4`}
            >
              <Download aria-hidden /> {words("download", { format: words(`formats.${format}.name`) })}
            </a>
          )}
        </section>
      ))}
    </div>
  )
}

function Losses({ losses }: { losses: readonly Loss[] }) {
  const words = useTranslations("lesson.exportQuiz")
  const questions = [...new Set(losses.map(({ number }) => number))]
  return (
    <details className="mt-2">
      <summary className="cursor-pointer font-semibold text-part">
        {words("losses", { count: questions.length })}
      </summary>
      <ul className="mt-2 divide-y divide-rule border-rule border-y">
        {questions.map((number) => (
          <QuestionLosses key={number} losses={losses.filter((loss) => loss.number === number)} />
        ))}
      </ul>
    </details>
  )
}

function QuestionLosses({ losses }: { losses: readonly Loss[] }) {
  const exchange = useTranslations("quiz.exchange")
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] py-2">
      <span className="font-semibold text-accent tabular-nums">{losses[0]?.number}</span>
      <span className="min-w-0">
        <span dir="auto" className="line-clamp-2">
          {losses[0]?.prompt}
        </span>
        {losses.map(({ code, left }) => (
          <span key={code} className="flex items-start gap-1.5 text-13 text-ink-2">
            <TriangleAlert
              aria-hidden
              className={`mt-0.5 size-3.5 shrink-0 ${left ? "text-wrong" : "text-part"}`}
            />
            {exchange(code as "hintStays")}
          </span>
        ))}
      </span>
    </li>
  )
}
