import type { Move, Side } from "@/lib/discussion/posts/moves"
import type { AuthorView, CitationView } from "@/lib/discussion/thread/thread-view"

/** One post as the map knows it. */
export type MapPost = {
  id: string
  parentId: string | null
  /** Order of writing within the thread, from 1. */
  seq: number
  move: Move
  side: Side | null
  /** Null, as its words: hidden or taken back. Only its place is left, where something visible hangs on it. */
  author: AuthorView | null
  words: string | null
  citations: readonly CitationView[]
}

/** How a post stands to the one it answers; `opens` stands at the top. */
export const relations = ["opens", "supports", "challenges", "asks", "restates"] as const
export type Relation = (typeof relations)[number]

export type MapNode = {
  post: MapPost
  relation: Relation
  children: MapNode[]
  /** Sentences of the text it rests on: cited by itself and by whatever supports it, at any depth; in the order of the text. */
  restsOn: CitationView[]
}

const RELATION: Record<Move, Relation> = {
  claim: "supports",
  support: "supports",
  evidence: "supports",
  challenge: "challenges",
  question: "asks",
  restate: "restates",
}

/** What a post does to the one it answers follows from its move alone: evidence is given for what it answers. */
export const relationOf = ({ parentId, move }: Pick<MapPost, "parentId" | "move">): Relation =>
  parentId === null ? "opens" : RELATION[move]

/**
 * The argument of a thread from its posts in any order: each visible post once, beneath what it answers; a post that is
 * gone keeps its place only where something visible hangs on it. Siblings stand by what they do, then by order of writing.
 */
export function buildMap(posts: readonly MapPost[]): MapNode[] {
  const bySeq = [...posts].sort((one, other) => one.seq - other.seq)
  const known = new Map(bySeq.map((post) => [post.id, post]))
  const answers = new Map<string, MapPost[]>()
  const tops: MapPost[] = []
  for (const post of bySeq) {
    const parent = post.parentId === null ? undefined : known.get(post.parentId)
    // An answer is younger than what it answers. A row that says otherwise must not make a circle.
    if (!parent || parent.seq >= post.seq) tops.push(post)
    else answers.set(parent.id, [...(answers.get(parent.id) ?? []), post])
  }
  return tops.flatMap((post) => grow(post, answers))
}

function grow(post: MapPost, answers: ReadonlyMap<string, readonly MapPost[]>): MapNode[] {
  const children = (answers.get(post.id) ?? [])
    .flatMap((answer) => grow(answer, answers))
    .sort((one, other) => rank(one) - rank(other) || one.post.seq - other.post.seq)
  if (post.words === null && children.length === 0) return []
  return [{ post, relation: relationOf(post), children, restsOn: restsOn(post, children) }]
}

const rank = ({ relation }: MapNode): number => relations.indexOf(relation)

function restsOn(post: MapPost, children: readonly MapNode[]): CitationView[] {
  const supports = children.filter(({ relation }) => relation === "supports")
  const own = post.words === null ? [] : post.citations
  const all = [...own, ...supports.flatMap((child) => child.restsOn)]
  const once = new Map(all.map((citation) => [citation.sentenceId, citation]))
  return [...once.values()].sort(
    (one, other) => one.paragraph - other.paragraph || one.ordinal - other.ordinal,
  )
}

/** Every node of a map, parents before children. */
export const nodesOf = (map: readonly MapNode[]): MapNode[] =>
  map.flatMap((node) => [node, ...nodesOf(node.children)])

/** Visible posts that answer a node directly in one of these ways. */
export const answersOf = (node: MapNode, ways: readonly Relation[]): MapNode[] =>
  node.children.filter(({ relation, post }) => post.words !== null && ways.includes(relation))

export type MapCounts = { claims: number; supported: number; challenged: number; resting: number }

/** How many claims there are, and of how many somebody has argued for, argued against, shown a sentence. */
export function countMap(map: readonly MapNode[]): MapCounts {
  const claims = nodesOf(map).filter(isClaim)
  const count = (holds: (node: MapNode) => boolean) => claims.filter(holds).length
  return {
    claims: claims.length,
    supported: count((node) => answersOf(node, ["supports"]).length > 0),
    challenged: count((node) => answersOf(node, ["challenges"]).length > 0),
    resting: count((node) => node.restsOn.length > 0),
  }
}

/** A claim that can still be read. */
export const isClaim = ({ post }: MapNode): boolean => post.move === "claim" && post.words !== null
