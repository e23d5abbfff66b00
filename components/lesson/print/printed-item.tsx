import { useTranslations } from "next-intl"
import type { PaperItem } from "@/lib/lesson/paper-item"

/** One question on paper, with room to answer. */
export function PrintedItem({ item }: { item: PaperItem }) {
  const words = useTranslations("lesson.print")
  const { number, prompt, points, options, rows, steps, cloze, sentences, lines } = item
  if (number === null)
    return (
      <li dir="auto" className="whitespace-pre-line py-4 font-read text-17">
        {prompt}
      </li>
    )
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] break-inside-avoid py-4">
      <b aria-hidden>{number}</b>
      <div className="grid gap-2">
        <p dir="auto" className="font-read text-17">
          {prompt}{" "}
          <span className="whitespace-nowrap font-ui text-13 text-ink-3">{words("points", { points })}</span>
        </p>
        {cloze !== null && (
          <p dir="auto" className="whitespace-pre-line font-read leading-8">
            {cloze}
          </p>
        )}
        {rows.length > 0 ? <Pairs rows={rows} options={options} /> : <Boxes texts={options} />}
        <Boxes texts={steps} />
        {steps.length > 0 && <p className="text-13 text-ink-2">{words("order")}</p>}
        {sentences && <Sentences {...sentences} />}
        {Array.from({ length: lines }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty lines have no other name
          <span key={at} aria-hidden className="block h-8 border-rule-firm border-b" />
        ))}
      </div>
    </li>
  )
}

function Boxes({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="grid gap-1.5">
      {texts.map((text) => (
        <li key={text} className="grid grid-cols-[1.75rem_minmax(0,1fr)]">
          <span aria-hidden className="mt-0.5 block size-4.5 border border-ink-2" />
          <span dir="auto">{text}</span>
        </li>
      ))}
    </ul>
  )
}

const letterOf = (at: number): string => String.fromCharCode(65 + at)

/** Two columns: a letter of the right one is written beside each line of the left one. */
function Pairs({ rows, options }: { rows: readonly string[]; options: readonly string[] }) {
  return (
    <div className="grid grid-cols-2 gap-x-8">
      <ul className="grid content-start gap-2">
        {rows.map((text) => (
          <li key={text} className="grid grid-cols-[minmax(0,1fr)_2.5rem] gap-2">
            <span dir="auto">{text}</span>
            <span aria-hidden className="border-ink-2 border-b" />
          </li>
        ))}
      </ul>
      <ol className="grid content-start gap-2">
        {options.map((text, at) => (
          <li key={text} className="grid grid-cols-[1.75rem_minmax(0,1fr)]">
            <b>{letterOf(at)}</b>
            <span dir="auto">{text}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Sentences({ ask, count }: { ask: string | null; count: number }) {
  const words = useTranslations("lesson.print")
  return (
    <p className="mt-1">
      {ask && (
        <span dir="auto" className="font-read">
          {ask}{" "}
        </span>
      )}
      {words("sentences", { count })} {Array.from({ length: count }, () => "________").join("   ")}
    </p>
  )
}
