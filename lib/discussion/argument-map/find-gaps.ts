import type { Move, Side } from "@/lib/discussion/posts/moves"
import { answersOf, isClaim, type MapNode, nodesOf } from "./build-map"

/** What nobody has argued yet, in the order in which it is offered. */
export const gapKinds = ["challengeOpen", "questionOpen", "noSentence", "unchallenged"] as const
export type GapKind = (typeof gapKinds)[number]

/** An invitation: at this post, with this move. */
export type Gap = { kind: GapKind; node: MapNode; move: Move }

const MOVE: Record<GapKind, Move> = {
  challengeOpen: "support",
  questionOpen: "evidence",
  noSentence: "evidence",
  unchallenged: "challenge",
}

/**
 * Where the argument of a map stops: challenges and questions that nobody answered, claims that rest on no sentence or
 * that nobody challenged. Of the reader's own posts only what they can mend themselves: a claim without a sentence.
 */
export function findGaps(map: readonly MapNode[]): Gap[] {
  const nodes = nodesOf(map)
  return gapKinds.flatMap((kind) =>
    nodes
      .filter((node) => IS_GAP[kind](node) && (kind === "noSentence" || !node.post.author?.isYou))
      .sort((one, other) => one.post.seq - other.post.seq)
      .map((node) => ({ kind, node, move: MOVE[kind] })),
  )
}

const isOpen = (node: MapNode, move: Move): boolean =>
  node.post.move === move &&
  node.post.words !== null &&
  node.children.every(({ post }) => post.words === null)

const IS_GAP: Record<GapKind, (node: MapNode) => boolean> = {
  challengeOpen: (node) => isOpen(node, "challenge"),
  questionOpen: (node) => isOpen(node, "question"),
  noSentence: (node) => isClaim(node) && node.restsOn.length === 0,
  unchallenged: (node) => isClaim(node) && answersOf(node, ["challenges"]).length === 0,
}

/** Sides that no claim declares, where some claim declares one: nobody has argued them yet. */
export function missingSides(map: readonly MapNode[]): Side[] {
  const declared = new Set(nodesOf(map).flatMap((node) => (isClaim(node) ? (node.post.side ?? []) : [])))
  if (declared.size === 0) return []
  return (["agree", "disagree"] as const).filter((side) => !declared.has(side))
}
