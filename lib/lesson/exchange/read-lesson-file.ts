import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { decodeText, refuseOtherThanText } from "@/lib/reading/decode-bytes"
import { holdsWords } from "@/lib/reading/draft-reading"
import { megabytesOf } from "@/lib/reading/file-format"
import { normaliseText } from "@/lib/reading/normalise-text"
import type { SentenceView } from "@/lib/reading/sentences"
import { type Fault, fault } from "./fault"
import { FORMAT, type LessonFile, LONGEST_READING, lessonFile, MOST_MEGABYTES, VERSION } from "./lesson-file"
import type { LessonParts } from "./lesson-parts"
import { kindOfBytes, kindOfText, type OtherKind } from "./other-kind"
import { parseJson, unstorable } from "./parse-json"
import { type ReadItems, readItems, wordsOf } from "./read-items"
import { shapeFaults } from "./shape-faults"
import { isRecord } from "./walks"

/** A lesson of a file, with new ids. What of its questions cannot be read is not in `lesson`. */
export type ReadLesson = Pick<ReadItems, "leftOut" | "attached" | "unattached"> & {
  lesson: LessonParts
  /** All its items as the file names them: by their types they are numbered, by their words they are known. */
  named: { type: string; words: string }[]
}

/** `faulty`: it is a lesson, and something of it besides its questions is wrong. The first `MOST_FAULTS` are named. */
export type LessonReading = { state: "read"; value: ReadLesson } | { state: "faulty"; faults: Fault[] }

export type LessonFileMeans = { newSentenceId: () => string; newOptionId: () => string }

const MOST_FAULTS = 20

/** Reads a file's bytes as a lesson. Refuses what is no lesson at all, and says what it seems to be. */
export function readLessonFile(
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
  means: LessonFileMeans,
): Decision<LessonReading> {
  const text = textOf(bytes, fileName)
  if (!text.ok) return text
  if (!text.value.trimStart().startsWith("{")) return refuseOther(kindOfText(text.value, fileName))
  const json = parseJson(text.value)
  if (!json.ok) return refuse("invalid", "lesson.fileBroken", { params: { line: json.line }, field: "file" })
  const known = versionOf(json.value)
  return known.ok ? allow(readDocument(json.value, means)) : known
}

function textOf(bytes: Uint8Array, fileName: string): Decision<string> {
  if (bytes.length > MOST_MEGABYTES * 1024 * 1024) {
    const params = { megabytes: megabytesOf(bytes.length), most: MOST_MEGABYTES }
    return refuse("too-large", "lesson.fileTooLarge", { params, field: "file" })
  }
  const kind = kindOfBytes(bytes, fileName)
  if (kind) return refuseOther(kind)
  if (bytes.length === 0) return refuse("invalid", "lesson.fileEmpty", { field: "file" })
  if (refuseOtherThanText(bytes)) return refuse("invalid", "lesson.fileBinary", { field: "file" })
  const { text, isGuessed, replaced } = decodeText(bytes)
  if (isGuessed || replaced > 0) return refuse("invalid", "lesson.fileEncoding", { field: "file" })
  return allow(text)
}

const OTHER: Record<OtherKind, string> = {
  zip: "lesson.fileIsZip",
  pdf: "lesson.fileIsPdf",
  word: "lesson.fileIsWord",
  picture: "lesson.fileIsPicture",
  html: "lesson.fileIsHtml",
  moodle: "lesson.fileIsMoodle",
  gift: "lesson.fileIsGift",
  table: "lesson.fileIsTable",
  text: "lesson.fileIsText",
}

const refuseOther = (kind: OtherKind) => refuse("invalid", OTHER[kind], { field: "file" })

function versionOf(value: unknown): Decision<number> {
  if (!isRecord(value) || value.format !== FORMAT)
    return refuse("invalid", "lesson.fileOtherJson", { field: "file" })
  const { version } = value
  if (version === VERSION) return allow(VERSION)
  if (typeof version === "number" && version > VERSION)
    return refuse("invalid", "lesson.fileLater", { params: { version, known: VERSION }, field: "file" })
  return refuse("invalid", "lesson.fileVersion", { params: { known: VERSION }, field: "file" })
}

function readDocument(value: unknown, means: LessonFileMeans): LessonReading {
  const faults = unstorable(value)
  if (faults.length > 0) return { state: "faulty", faults }
  const shape = lessonFile.safeParse(value)
  if (!shape.success)
    return { state: "faulty", faults: shapeFaults(shape.error.issues, value).slice(0, MOST_FAULTS) }
  const file = shape.data
  const text = readText(file.reading, means.newSentenceId)
  const wrong = [...text.faults, ...besideFaults(file, text.ids)]
  if (wrong.length > 0) return { state: "faulty", faults: wrong.slice(0, MOST_FAULTS) }
  const { items, ...told } = readItems(file.items, {
    pools: file.pools,
    sentenceIds: text.ids,
    sentences: new Set(text.ids.values()),
    newOptionId: means.newOptionId,
  })
  const named = file.items.map((one) => {
    return { type: isRecord(one) && typeof one.type === "string" ? one.type : "", words: wordsOf(one) }
  })
  return { state: "read", value: { ...told, named, lesson: lessonOf(file, text, items) } }
}

type ReadText = { sentences: SentenceView[]; ids: Map<string, string>; faults: Fault[] }

/** The sentences under new ids. Their places are told by where they stand; a paragraph keeps its number. */
function readText({ paragraphs }: LessonFile["reading"], newId: () => string): ReadText {
  const read: ReadText = { sentences: [], ids: new Map(), faults: [] }
  let last = 0
  let length = 0
  for (const [p, { number, sentences }] of paragraphs.entries()) {
    const at = ["reading", "paragraphs", p] as const
    if (number <= last) read.faults.push(fault([...at, "number"], "notInOrder"))
    last = number
    for (const [s, { id: name, text }] of sentences.entries()) {
      const place = [...at, "sentences", s] as const
      const clean = normaliseText(text).replaceAll("\n", " ").trim()
      if (clean === "") read.faults.push(fault(place, "blank"))
      if (read.ids.has(name)) read.faults.push(fault([...place, "id"], "sameName", { name }))
      const id = newId()
      read.ids.set(name, id)
      read.sentences.push({ id, paragraph: number, ordinal: s + 1, text: clean })
      length += clean.length
    }
  }
  if (length > LONGEST_READING) read.faults.push(fault(["reading"], "tooLong", { most: LONGEST_READING }))
  if (!read.sentences.some(({ text }) => holdsWords(text))) read.faults.push(fault(["reading"], "blank"))
  return read
}

/** What hangs on something else: notes on sentences, and pools on their names. */
function besideFaults({ background, pools }: LessonFile, ids: ReadonlyMap<string, string>): Fault[] {
  const notes = background.flatMap(({ sentence }, at) =>
    sentence === null || ids.has(sentence)
      ? []
      : [fault(["background", at, "sentence"], "unknownSentence", { name: sentence })],
  )
  const twice = pools.flatMap(({ name }, at) =>
    pools.findIndex((pool) => pool.name === name) === at ? [] : [fault(["pools", at], "sameName", { name })],
  )
  return [...notes, ...twice]
}

function lessonOf(file: LessonFile, { sentences, ids }: ReadText, items: LessonParts["items"]): LessonParts {
  const { title, stanceStatement, packets, prompts, promptsWithoutSides = [], glossary, background } = file
  const { paragraphs: _, ...reading } = file.reading
  return {
    title,
    stanceStatement,
    packetFor: packets.for,
    packetAgainst: packets.against,
    prompts: prompts.map((text, at) => ({ text, hasSides: !promptsWithoutSides.includes(at + 1) })),
    glossary,
    background: background.map(({ sentence, ...note }) => {
      return { ...note, sentenceId: sentence === null ? null : (ids.get(sentence) ?? null) }
    }),
    reading: { ...reading, sentences },
    items,
  }
}
