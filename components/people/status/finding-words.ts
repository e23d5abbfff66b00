import { useTranslations } from "next-intl"
import type { FindingState } from "@/components/people/status/finding-state"

/** One thing that was looked at, as the page shows it. */
export type ShownFinding = {
  name: string
  state: FindingState
  code: string
  params?: Record<string, string | number>
}

type Words = ReturnType<typeof useTranslations<"cli.operation">>
type Key = Parameters<Words>[0]

/** The sentences of a finding: the same that `colloquy doctor` prints. */
export function useFindingWords() {
  const words = useTranslations("cli.operation")
  const say = (key: string, params?: ShownFinding["params"]) => words(key as Key, params as never)
  return {
    name: ({ name }: ShownFinding) => say(`name.${name}`),
    found: ({ code, params }: ShownFinding) => say(`found.${code}`, params),
    mend: ({ code, params }: ShownFinding) => say(`mend.${code}`, params),
  }
}
