import "server-only"
import { v4 } from "uuid"
import { answerRestatement } from "@/lib/discussion/server/answer-restatement"
import { acceptNorms } from "@/lib/discussion/server/keep-norms"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { rewordRestatement } from "@/lib/discussion/server/reword-restatement"
import { attachEvidence } from "@/lib/lesson/attach-evidence"
import { demonstrationNotes } from "@/lib/lesson/content/demonstration-notes"
import { type DemonstrationPost, demonstrationPosts } from "@/lib/lesson/content/demonstration-posts"
import { demonstrationRestatings } from "@/lib/lesson/content/demonstration-restatings"
import { seededRandom } from "@/lib/lesson/content/seeded-random"
import { done } from "@/lib/lesson/server/demonstration-decision"
import type { Clock, DemonstrationGround } from "@/lib/lesson/server/demonstration-ground"
import { database } from "@/lib/platform/database"
import { saveNote } from "@/lib/reading/server/save-note"

const MINUTES_BETWEEN_POSTS = 11

/** The students' private notes. */
export async function writeDemonstrationNotes(ground: DemonstrationGround, at: Clock): Promise<void> {
  for (const [index, { by, on, mark, body }] of demonstrationNotes.entries()) {
    const { viewer } = studentOf(ground, by)
    const [sentenceId] = sentencesOf(ground, [on])
    if (!sentenceId) throw new Error(`No sentence holds “${on}”`)
    const note = { noteId: stableId(`${viewer.userId} note ${index}`), sentenceId, mark, body }
    done(await saveNote(viewer, { assignmentId: ground.assignment.id, ...note }, at(index)))
  }
}

/** The discussion, post by post in the order of writing. A post that stands already is answered with, not repeated. */
export async function writeDemonstrationPosts(ground: DemonstrationGround, at: Clock): Promise<void> {
  const prompts = await database().prompt.findMany({
    where: { lessonVersionId: ground.assignment.lessonVersionId },
    select: { id: true, position: true },
  })
  // Where a teacher has changed the norms meanwhile they stay as they are, and the posts stand already.
  for (const { viewer } of ground.students)
    await acceptNorms(viewer, { assignmentId: ground.assignment.id, number: 0 }, at(0))
  const promptIds = new Map(prompts.map((prompt) => [prompt.position, prompt.id]))
  const written = new Map<string, string>()
  for (const [index, post] of demonstrationPosts.entries()) {
    const promptId = promptIds.get(post.prompt)
    if (!promptId) throw new Error(`There is no prompt ${post.prompt}`)
    const now = at(index * MINUTES_BETWEEN_POSTS)
    written.set(
      post.key,
      await writePost({ ground, post, promptId, parentId: written.get(post.answers ?? ""), now }),
    )
  }
  await writeRestatings(ground, written, (minutes) =>
    at(demonstrationPosts.length * MINUTES_BETWEEN_POSTS + minutes),
  )
}

/** Who was understood, who not quite, and what was said then. What was said already is not said again. */
async function writeRestatings(
  ground: DemonstrationGround,
  written: ReadonlyMap<string, string>,
  at: Clock,
): Promise<void> {
  for (const [index, { post, by, number, ...said }] of demonstrationRestatings.entries()) {
    const { viewer } = studentOf(ground, by)
    const about = { postId: written.get(post) ?? "", number }
    const now = at(index * MINUTES_BETWEEN_POSTS)
    if ("words" in said) done(await rewordRestatement(viewer, { ...about, ...said }, now))
    else done(await answerRestatement(viewer, { ...about, meant: "", ...said }, now))
  }
}

type Writing = {
  ground: DemonstrationGround
  post: DemonstrationPost
  promptId: string
  parentId: string | undefined
  now: Date
}

async function writePost({ ground, post, promptId, parentId, now }: Writing): Promise<string> {
  const { viewer } = studentOf(ground, post.by)
  const { move, side = null, body, cites = [] } = post
  const clientKey = stableId(`${viewer.userId} post ${post.key}`)
  const sentenceIds = sentencesOf(ground, cites)
  const same = { clientKey, move, body, sentenceIds }
  if (parentId)
    return done(await postReply(viewer, { parentId, restatement: post.restates, ...same }, now)).id
  const assignmentId = ground.assignment.id
  return done(await postAnswer(viewer, { assignmentId, promptId, side, ...same }, now)).id
}

function studentOf({ students }: DemonstrationGround, userName: string) {
  const found = students.find((student) => student.userName === userName)
  if (!found) throw new Error(`Nobody in the demonstration class is called ${userName}`)
  return found
}

const sentencesOf = ({ sentences }: DemonstrationGround, quotes: readonly string[]): string[] =>
  attachEvidence(quotes, sentences)?.sentenceIds ?? []

/** A version 4 id that is the same for the same words: doing it twice does it once. */
function stableId(words: string): string {
  const random = seededRandom(words)
  return v4({ random: Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)) })
}
