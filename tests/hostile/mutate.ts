import { unzipSync, zipSync } from "fflate"
import type { Chance } from "./random"

/** No mutant weighs more, in bytes: what is larger is refused before it is read. */
const MOST_BYTES = 200_000

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What parsers trip over: the marks of every format read here, ends that never come, names that are not only names. */
export const snags = (secretFile: string): [Uint8Array, ...Uint8Array[]] =>
  [
    new Uint8Array([0]),
    new Uint8Array([0xff, 0xfe]),
    new Uint8Array([0xed, 0xa0, 0x80]),
    new Uint8Array([0xc3]),
    ...[
      `<!DOCTYPE q [<!ENTITY x SYSTEM "file://${secretFile}">]>`,
      `<!DOCTYPE q [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>&b;`,
      "&x;",
      `<img src="file://${secretFile}">`,
      `<w:hyperlink r:id="file://${secretFile}"/>`,
      "<![CDATA[",
      "]]>",
      "<!--",
      "</question>",
      '<question type="cloze">',
      "{1:MULTICHOICE:=a~%50%b}",
      "{",
      "}",
      "=%100%",
      "~",
      "\\",
      "::",
      "#",
      "->",
      "ANSWER: A\n",
      "ANSWER: Z\n",
      '"',
      ";",
      "\t",
      "\r",
      "\r\n",
      "sep=\\\n",
      "=1+1",
      '"__proto__":{"polluted":1},',
      '"constructor":{"prototype":{"polluted":1}},',
      "__proto__",
      "1e999",
      "-0",
      "null",
      "\\ud800",
      "\\u0000",
      "[".repeat(2_000),
      "<div>".repeat(60),
      "(".repeat(500),
      "> ".repeat(500),
      "a".repeat(5_000),
      "../../../../etc/passwd",
      "\u202e",
      "\u0000",
    ].map(bytesOf),
  ] as [Uint8Array, ...Uint8Array[]]

type Mutation = (bytes: Uint8Array, chance: Chance, others: Others) => Uint8Array
export type Others = {
  files: readonly [Uint8Array, ...Uint8Array[]]
  snags: readonly [Uint8Array, ...Uint8Array[]]
}

const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** Two places in the bytes, in order; seldom far apart. */
function stretch(bytes: Uint8Array, chance: Chance): [number, number] {
  const from = chance.below(bytes.length + 1)
  const length = chance.below(chance.pick([4, 64, 1024, bytes.length + 1]))
  return [from, Math.min(bytes.length, from + length)]
}

const flip: Mutation = (bytes, chance) => {
  const flipped = bytes.slice()
  for (let count = chance.below(16); count >= 0; count--) {
    const at = chance.below(flipped.length)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << chance.below(8))
  }
  return flipped
}

const cut: Mutation = (bytes, chance) => {
  const [from, to] = stretch(bytes, chance)
  return joined(bytes.subarray(0, from), chance.below(3) === 0 ? new Uint8Array() : bytes.subarray(to))
}

const double: Mutation = (bytes, chance) => {
  const [from, to] = stretch(bytes, chance)
  const again = Array.from({ length: chance.pick([1, 2, 8, 20]) }, () => bytes.subarray(from, to))
  return joined(bytes.subarray(0, to), ...again, bytes.subarray(to))
}

const insert: Mutation = (bytes, chance, { snags }) => {
  const at = chance.below(bytes.length + 1)
  return joined(bytes.subarray(0, at), chance.pick(snags), bytes.subarray(at))
}

const splice: Mutation = (bytes, chance, { files }) => {
  const other = chance.pick(files)
  const [from, to] = stretch(other, chance)
  const at = chance.below(bytes.length + 1)
  return joined(bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at))
}

const reencode: Mutation = (bytes, chance) => {
  const text = new TextDecoder("windows-1252").decode(bytes)
  const wide = Buffer.from(`\ufeff${new TextDecoder().decode(bytes)}`, "utf16le")
  return new Uint8Array(
    chance.pick([
      bytesOf(text),
      wide,
      Buffer.from(wide).swap16(),
      Buffer.from(text, "latin1"),
      wide.subarray(1),
    ]),
  )
}

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [flip, cut, double, insert, insert, splice, reencode]

function mutateBytes(bytes: Uint8Array, chance: Chance, others: Others): Uint8Array {
  let mutant = bytes
  for (let count = chance.pick([1, 1, 2, 4]); count > 0; count--)
    mutant = chance.pick(MUTATIONS)(mutant, chance, others).slice(0, MOST_BYTES)
  return mutant
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Names that lead out of the folder a package is unpacked into. */
const ODD_NAMES = ["../../../../tmp/slipped.xml", "/etc/passwd", "word/../../x.xml", "C:\\x.xml"] as const

/** A package with one of its parts broken and packed again, or with a part under a name that leads elsewhere. */
function mutatePackage(bytes: Uint8Array, chance: Chance, others: Others): Uint8Array {
  const parts = unzipSync(bytes)
  const [first = "", ...rest] = Object.keys(parts)
  const name = chance.pick([first, ...rest])
  const part = parts[name] ?? new Uint8Array()
  const added = chance.below(8) === 0 ? chance.pick(ODD_NAMES) : name
  return zipSync({ ...parts, [added]: mutateBytes(part, chance, others) }, { level: 1 })
}

/** The file broken in some way, the same for the same chance. */
export const mutate = (bytes: Uint8Array, chance: Chance, others: Others): Uint8Array =>
  isZip(bytes) && chance.below(4) > 0
    ? mutatePackage(bytes, chance, others)
    : mutateBytes(bytes, chance, others)
