import { useTranslations } from "next-intl"
import { Section } from "@/components/people/section"

type Facts = { streams: number; megabytes: number; node: string }

/** The process itself, at this moment. */
export function ProcessFacts({ facts }: { facts: Facts }) {
  const words = useTranslations("people.status")
  const lines = [
    { term: words("streams"), fact: facts.streams },
    { term: words("memory"), fact: words("megabytes", { count: facts.megabytes }) },
    { term: words("node"), fact: facts.node },
  ]
  return (
    <Section title={words("now")}>
      <dl className="grid max-w-form grid-cols-[1fr_auto] gap-x-6 gap-y-2">
        {lines.map(({ term, fact }) => (
          <div key={term} className="contents">
            <dt className="text-ink-2">{term}</dt>
            <dd className="text-end tabular-nums">{fact}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
