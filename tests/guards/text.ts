import type { Explanation } from "./explained"
import type { Guard, GuardKind } from "./find-guards"

/** What became of a guard that was left out: how many tests were asked, of how many that met it at work. */
export type Outcome = { guard: Guard; asked: number; of: number; noticed: boolean }

const KINDS: Record<GuardKind, string> = {
  permission: "Questions to the table of permissions",
  refusal: "Conditions on which somebody is refused",
  release: "Gates before keys and scores",
  transaction: "Transactions",
  index: "Unique indexes",
}

const fileOf = ({ id }: Guard): string => id.replace(/#[\da-f]+\.\d+$/, "")

export const explanationOf = (guard: Guard, explanations: readonly Explanation[]): string | null =>
  explanations.find(({ file, text }) => fileOf(guard) === file && guard.text.startsWith(text))?.why ?? null

/** The page docs/guards.md. */
export function guardsText(
  guards: readonly Guard[],
  outcomes: readonly Outcome[],
  explanations: readonly Explanation[],
): string {
  const survivors = outcomes.filter(({ noticed }) => !noticed)
  const lines = survivors.map((one) => ({ ...one, why: explanationOf(one.guard, explanations) }))
  return [
    "# Guards, left out one at a time",
    "",
    "Made by `npm run guards`; not to be edited. Every guard of the source and of the database is left out, alone, in a copy,",
    "and the tests that saw it refuse (of a transaction: that ran it) are asked whether they notice. Tests in a browser are",
    "not asked.",
    "",
    "| Guards | there are | left out | noticed | survived, explained | survived, not explained |",
    "|---|--:|--:|--:|--:|--:|",
    ...Object.entries(KINDS).map(([kind, title]) => {
      const own = outcomes.filter(({ guard }) => guard.kind === kind)
      const left = lines.filter(({ guard }) => guard.kind === kind)
      const open = left.filter(({ why }) => why === null).length
      const all = guards.filter((guard) => guard.kind === kind).length
      return `| ${title} | ${all} | ${own.length} | ${own.length - left.length} | ${left.length - open} | ${open} |`
    }),
    "",
    "## What survived",
    "",
    ...(lines.length === 0
      ? ["Nothing."]
      : [
          "| Where | Guard | Tests that met it | Why that is so |",
          "|---|---|--:|---|",
          ...lines.map(
            ({ guard, of, why }) =>
              `| ${fileOf(guard)} | \`${guard.text.replaceAll("|", "\\|").replaceAll("`", "'")}\` | ${of} | ${why ?? "**not explained**"} |`,
          ),
        ]),
    "",
  ].join("\n")
}
