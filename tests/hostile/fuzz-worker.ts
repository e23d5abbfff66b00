import { answerSealed } from "@/lib/platform/answer-sealed"
import { type ImporterName, importers } from "./importers"
import { mutate, snags } from "./mutate"
import { chanceOf } from "./random"

// Runs in a sealed worker, as the importers do: under its caps, and without files and network.

export type FuzzInput = {
  importer: ImporterName
  /** Mutants are numbered from `from`; each is made of its number alone. */
  from: number
  count: number
  files: [Uint8Array, ...Uint8Array[]]
  /** Files of every format, to splice from. */
  others: [Uint8Array, ...Uint8Array[]]
  /** A file on this machine with a word in it that no import may ever hold. */
  secretFile: string
  secretWord: string
}

export type FuzzOutput = {
  read: number
  refused: number
  /** Mutants that broke the promise, by number, and how. */
  lost: { mutant: number; how: string }[]
  /** The keys of all that was told, for their sentences to be looked up. */
  keys: string[]
  slowestMilliseconds: number
}

async function fuzz(input: FuzzInput): Promise<FuzzOutput> {
  const output: FuzzOutput = { read: 0, refused: 0, lost: [], keys: [], slowestMilliseconds: 0 }
  const keys = new Set<string>()
  const others = { files: input.others, snags: snags(input.secretFile) }
  for (let mutant = input.from; mutant < input.from + input.count; mutant++) {
    const chance = chanceOf(mutant)
    const bytes = mutate(chance.pick(input.files), chance, others)
    const started = performance.now()
    const how = await tryOne(input, bytes, output, keys)
    output.slowestMilliseconds = Math.max(output.slowestMilliseconds, performance.now() - started)
    if (how) output.lost.push({ mutant, how })
  }
  return { ...output, keys: [...keys] }
}

async function tryOne(
  { importer, secretWord }: FuzzInput,
  bytes: Uint8Array,
  output: FuzzOutput,
  keys: Set<string>,
): Promise<string | null> {
  try {
    const { value, told } = await importers[importer](bytes)
    if (value === null) output.refused++
    else output.read++
    for (const { key } of told) keys.add(key)
    if (told.some(({ where }) => where === "")) return "refused without a place"
    if (value === null && told.length === 0) return "refused without a reason"
    if (JSON.stringify(value).includes(secretWord)) return "read a file of this machine"
    return "polluted" in {} ? "reached the prototype of every object" : null
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)}`
  }
}

answerSealed(fuzz)
