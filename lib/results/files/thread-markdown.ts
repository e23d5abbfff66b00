import type { Move, Side } from "@/lib/discussion/posts/moves"
import type { RestatingState } from "@/lib/discussion/restating/wordings"
import type { AuthorView, SourceView } from "@/lib/discussion/thread/thread-view"
import { sentenceLabel } from "@/lib/reading/sentences"
import type { CitationFacts } from "../discussion/discussion-facts"
import { groupBy } from "../group-by"
import { markdownFile, plainMarkdown, quotedLines } from "./markdown"

/** A post as the class saw it. `number` is its place in the thread, from 1. */
export type ThreadPost = {
  number: number
  repliesTo: number | null
  /** Null where the class sees nothing but its place. */
  author: Pick<AuthorView, "name" | "isStaff"> | null
  move: Move
  side: Side | null
  state: "visible" | "hidden" | "deleted"
  body: string
  /** The day it was written, in the school's zone: to the minute it could be laid beside when a quiz was handed in. */
  day: string
  wasEdited: boolean
  citations: Pick<CitationFacts, "paragraph" | "ordinal" | "quote">[]
  /** Round by round what it says that the post it answers says; empty where either of the two is gone. */
  rounds: RoundFacts[]
  /** Places in the thread of the posts it cites. */
  citedPosts: readonly number[]
  sources: readonly SourceView[]
}

export type RoundFacts = { body: string; meant: string | null; state: RestatingState }

export type ThreadFacts = {
  prompt: string
  position: number
  group: string | null
  posts: readonly ThreadPost[]
}

type ThreadWord =
  | ("question" | "staff" | "hidden" | "deleted" | "edited" | "cites" | "empty")
  | ("restated" | "meant")
export type ThreadWords = {
  of: (word: ThreadWord) => string
  move: (move: Move) => string
  side: (side: Side) => string
  repliesTo: (number: number) => string
  restating: (state: RestatingState) => string
  post: (number: number) => string
}

/** All that was said to one question, thread by thread: in the words of those who said it, and under the names the class saw. */
export function threadsMarkdown(threads: readonly ThreadFacts[], words: ThreadWords): string {
  const [first] = threads
  return markdownFile([
    `# ${words.of("question")} ${first?.position ?? ""}: ${plainMarkdown(first?.prompt ?? "")}`,
    ...threads.flatMap(({ group, posts }) => [
      group && `## ${plainMarkdown(group)}`,
      ...(posts.length > 0 ? posts.map((post) => postBlock(post, words)) : [words.of("empty")]),
    ]),
  ])
}

function postBlock(post: ThreadPost, words: ThreadWords): string {
  const { number, author, move, side, state, day, repliesTo, wasEdited } = post
  const about = [
    words.move(move),
    side && words.side(side),
    repliesTo !== null && words.repliesTo(repliesTo),
    day,
    wasEdited && words.of("edited"),
  ].filter(Boolean)
  if (state !== "visible" || !author)
    return `### ${number}.\n\n*${words.of(state === "visible" ? "hidden" : state)}*`
  const signed = author.isStaff ? `${author.name} (${words.of("staff")})` : author.name
  return [
    `### ${number}. ${plainMarkdown(signed)}`,
    about.join(", "),
    ...post.rounds.flatMap((round) => roundBlocks(round, words)),
    // The words of a reply that only restates stand there already.
    ...(move === "restate" && post.rounds.length > 0 ? [] : [quotedLines(post.body)]),
    ...cited(post, words),
  ].join("\n\n")
}

const roundBlocks = ({ body, meant, state }: RoundFacts, words: ThreadWords): string[] => [
  `${words.of("restated")}:`,
  quotedLines(body),
  ...(meant === null ? [] : [`${words.of("meant")}:`, quotedLines(meant)]),
  words.restating(state),
]

function cited({ citations, citedPosts, sources }: ThreadPost, words: ThreadWords): string[] {
  const cites = [
    ...citations.map((one) => `${sentenceLabel(one)} “${plainMarkdown(one.quote)}”`),
    ...citedPosts.map(words.post),
    ...sources.map(sourceLine),
  ]
  return cites.length > 0 ? [`${words.of("cites")}: ${cites.join("; ")}`] : []
}

// A kept address holds no angle bracket: it stands between them as it is.
const sourceLine = ({ title, publisher, published, address }: SourceView): string =>
  `${[title, publisher, published].filter(Boolean).map(plainMarkdown).join(", ")} <${address}>`

/** Posts by the question they answer, in the order of the questions. */
export const byQuestion = (threads: readonly ThreadFacts[]): ThreadFacts[][] => [
  ...groupBy(threads, ({ position }) => position).values(),
]
