import { answerRestatement } from "@/lib/discussion/server/answer-restatement"
import { appealAct } from "@/lib/discussion/server/appeal-act"
import { putBackPost, takeBackPost } from "@/lib/discussion/server/change-own-post"
import { editPost } from "@/lib/discussion/server/edit-post"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { reportPost } from "@/lib/discussion/server/report-post"
import { resendPost } from "@/lib/discussion/server/resend-post"
import { rewordRestatement } from "@/lib/discussion/server/reword-restatement"
import { saveStance } from "@/lib/discussion/server/save-stance"
import { newRandomId } from "@/lib/platform/ids"
import { type Act, ONLOOKER, SHUT } from "./plan"
import { type MadePost, playerOf, type Scene, standing } from "./scene"

const said = [
  "I think the text says less than that.",
  "To be fair, it names no state that gained by it.",
  "The contracts are the reason that is given, and no other.",
  "An abstention is a choice as well, and somebody pays for it.",
]
const moves = ["challenge", "support", "question", "evidence", "restate"] as const
const sides = ["agree", "between", "disagree", null] as const
const kinds = ["unkind", "off_point", "worried", "other"] as const

/** What a part says; where words are the secret, now and then those that are hidden in the end. */
export function wordsOf({ variation }: Scene, { part, choice }: Pick<Act, "part" | "choice">): string {
  const mayHide = part !== ONLOOKER && part !== SHUT && variation.secret === "hidden"
  if (mayHide && choice % 2 === 1) return variation.hidden[choice % 4 > 1 ? 1 : 0] ?? ""
  return `${said[choice % said.length]} (${choice})`
}

/** The post an act is about; null while there is none. */
export function targetOf(scene: Scene, { question, target }: Act): MadePost | null {
  const made = scene.posts[question]
  return made.length === 0 ? null : (made[target % made.length] ?? null)
}

/** What a student does in the discussion; what is answered goes to what they were told. */
export async function actInDiscussion(scene: Scene, act: Act): Promise<void> {
  if (act.kind === "answer") return answer(scene, act)
  if (act.kind === "lastStance") return lastStance(scene, act)
  const post = targetOf(scene, act)
  if (!post) return
  if (act.kind === "reply") return reply(scene, act, post)
  const part = doerOf(act, post)
  const told = await onPost(scene, { ...act, part }, post)
  scene.told[part]?.push(JSON.stringify(told))
}

/** Most is the author's to do with a post of their own; a restatement is answered by whom it restates. */
function doerOf(act: Act, post: MadePost): number {
  if (act.kind === "report") return act.part
  if (act.kind === "restated") return post.parent?.part ?? act.part
  return post.part
}

async function onPost(scene: Scene, act: Act, post: MadePost): Promise<unknown> {
  const { viewer } = playerOf(scene, act.part)
  const { now, variation } = scene
  const { choice } = act
  const about = { postId: post.id }
  const body = wordsOf(scene, act)
  const secret = variation.hidden[0] ?? ""
  switch (act.kind) {
    case "edit":
      return editPost(viewer, { ...about, body }, now)
    case "takeBack":
      return takeBackPost(viewer, about, now)
    case "putBack":
      return putBackPost(viewer, about, now)
    case "resend":
      return resendPost(viewer, { ...about, body }, now)
    case "askAgain":
      return appealAct(viewer, { ...about, words: secret }, now)
    case "report":
      return reportPost(viewer, { ...about, kind: kinds[choice % kinds.length], reason: secret }, now)
    case "restated": {
      const answered =
        choice % 2
          ? ({ answer: "yes", meant: "" } as const)
          : ({ answer: "not_quite", meant: "More." } as const)
      return answerRestatement(viewer, { ...about, number: 1, ...answered }, now)
    }
    default:
      return rewordRestatement(viewer, { ...about, number: 1, words: body }, now)
  }
}

async function answer(scene: Scene, act: Act): Promise<void> {
  const { assignmentId, prompts, now } = scene
  const { part, question, choice } = act
  const said = {
    move: "claim" as const,
    side: sides[choice % sides.length] ?? null,
    body: wordsOf(scene, act),
  }
  const at = { assignmentId, promptId: prompts[question] ?? "", clientKey: newRandomId() }
  const kept = await postAnswer(
    playerOf(scene, part).viewer,
    { ...at, ...said, sentenceIds: cited(scene, act) },
    now,
  )
  scene.told[part]?.push(JSON.stringify(kept))
  if (kept.ok) scene.posts[question].push({ id: kept.value.id, part, parent: null })
}

async function reply(scene: Scene, act: Act, parent: MadePost): Promise<void> {
  const { part, question, choice } = act
  const move = moves[choice % moves.length] ?? "challenge"
  const restatement =
    move === "challenge" && scene.plan.rules.requiresRestatement ? "You say that it is so." : undefined
  const words = { move, body: wordsOf(scene, act), restatement, sentenceIds: cited(scene, act) }
  const { viewer } = playerOf(scene, part)
  const kept = await postReply(viewer, { parentId: parent.id, clientKey: newRandomId(), ...words }, scene.now)
  scene.told[part]?.push(JSON.stringify(kept))
  if (kept.ok) scene.posts[question].push({ id: kept.value.id, part, parent })
}

const cited = ({ sentenceIds }: Scene, { target, choice }: Act): string[] => {
  const sentence = sentenceIds[target % sentenceIds.length]
  return sentence && choice % 3 === 0 ? [sentence] : []
}

async function lastStance(scene: Scene, { part, choice }: Act): Promise<void> {
  const { assignmentId, now, variation } = scene
  const about = { assignmentId, moment: "after_discussion" as const }
  const position = standing(variation, part, choice % 5) ?? 0
  const reason = variation.stands && part !== ONLOOKER && part !== SHUT ? "zebra" : ""
  const place = { declined: false as const, position, confidence: 1 + (choice % 4), reason }
  const { viewer } = playerOf(scene, part)
  scene.told[part]?.push(JSON.stringify(await saveStance(viewer, { ...about, ...place }, now)))
}
