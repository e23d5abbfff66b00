import "server-only"
import { authorView } from "@/lib/discussion/names/author-name"

import { namesShown, type PostNames } from "@/lib/discussion/names/names-shown"
import { roundsOf, stateOf } from "@/lib/discussion/restating/wordings"

import { localDay } from "@/lib/lesson/school-time"
import {
  byQuestion,
  type ThreadFacts,
  type ThreadPost,
  threadsMarkdown,
} from "@/lib/results/files/thread-markdown"
import { groupBy } from "@/lib/results/group-by"
import type { PostRow } from "@/lib/results/server/class-store"
import type { ClassWords } from "@/lib/results/server/class-words"

export type ThreadFile = { position: number; text: string; posts: number }

type Shown = { postNames: PostNames; timeZone: string }

/** The discussions of an assignment, a file for each question that somebody answered, under the names the class saw. */
export function threadFiles(posts: readonly PostRow[], shown: Shown, words: ClassWords): ThreadFile[] {
  const threads = [...groupBy(posts, ({ threadId }) => threadId).values()].map((own) => threadOf(own, shown))
  return byQuestion(threads).map((ofOne) => ({
    position: ofOne[0]?.position ?? 0,
    text: threadsMarkdown(ofOne, words.thread),
    posts: ofOne.reduce((total, thread) => total + thread.posts.length, 0),
  }))
}

function threadOf(own: readonly PostRow[], shown: Shown): ThreadFacts {
  const numbers = new Map(own.map(({ seq }, at) => [seq, at + 1]))
  const [first] = own
  return {
    position: first?.position ?? 0,
    prompt: first?.prompt ?? "",
    group: first?.group ?? null,
    posts: own.map((row) => postOf(row, numbers, shown)),
  }
}

function postOf(
  row: PostRow,
  numbers: ReadonlyMap<number, number>,
  { postNames, timeZone }: Shown,
): ThreadPost {
  const { author, seq, parentSeq, createdAt, editedAt, citedSeqs, wordings, ...post } = row
  return {
    ...post,
    number: numbers.get(seq) ?? 0,
    repliesTo: parentSeq === null ? null : (numbers.get(parentSeq) ?? null),
    citedPosts: citedSeqs.flatMap((cited) => numbers.get(cited) ?? []),
    // As a classmate sees it, never as a teacher does.
    author: row.state === "visible" ? authorView(author, namesShown(postNames, false)) : null,
    day: localDay(new Date(createdAt), timeZone),
    wasEdited: editedAt !== null,
    rounds: roundsOf(wordings ?? []).map((one) => ({ ...one, state: stateOf(one) })),
  }
}
