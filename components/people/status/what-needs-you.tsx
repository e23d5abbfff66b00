import { useTranslations } from "next-intl"
import { Section } from "@/components/people/section"
import { type ShownFinding, useFindingWords } from "@/components/people/status/finding-words"
import { Notice } from "@/components/ui/notice"

/** What is wrong and how it is mended, the worst first; or that nothing is. */
export function WhatNeedsYou({ findings }: { findings: readonly ShownFinding[] }) {
  const words = useTranslations("people.status")
  const say = useFindingWords()
  const of = (state: ShownFinding["state"]) => findings.filter((finding) => finding.state === state)
  const needing = [...of("failed"), ...of("note")]
  return (
    <Section title={words("needs")}>
      {needing.length === 0 && <Notice kind="success">{words("nothing")}</Notice>}
      <div className="grid gap-3">
        {needing.map((finding) => (
          <Notice
            key={finding.name}
            kind={finding.state === "failed" ? "error" : "info"}
            title={`${say.name(finding)}: ${say.found(finding)}`}
          >
            {say.mend(finding)}
          </Notice>
        ))}
      </div>
    </Section>
  )
}
