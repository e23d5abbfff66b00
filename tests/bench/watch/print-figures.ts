import { catchVariants, corpus, flagCorpus, megabyteMilliseconds } from "./figures"

// npx tsx tests/bench/watch/print-figures.ts: the figures of decision record 42.
const { all, caught, missed } = catchVariants(5_000, 42)
const names = [...new Set(missed.flatMap(({ by }) => by))]
const { words, sentences, rightly, wrongly } = flagCorpus(corpus())
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(3)} %`

process.stdout.write(
  [
    `disguised words found: ${caught} of ${all} (${percent(caught, all)})`,
    ...names.map((name) => `  missed with ${name}: ${missed.filter(({ by }) => by.includes(name)).length}`),
    `  such as: ${missed
      .slice(0, 25)
      .map(({ text, by }) => `${text} (${by.join(", ")})`)
      .join("; ")}`,
    `corpus: ${words} words, ${sentences} sentences; the word itself: ${rightly}`,
    `wrongly flagged: ${wrongly.length} (${percent(wrongly.length, words)} of words, ${percent(wrongly.length, sentences)} of sentences)`,
    `  namely: ${[...new Set(wrongly)].join(", ")}`,
    `a megabyte: ${megabyteMilliseconds().toFixed(1)} ms`,
    "",
  ].join("\n"),
)
