import type { ThreadGroup } from "@/lib/discussion/groups/thread-group"
import type { HaltView } from "@/lib/discussion/moderation/halt"
import type { OwnActView } from "@/lib/discussion/moderation/moderation-act"
import type { NormsView } from "@/lib/discussion/moderation/norms"
import type { Move, Side } from "@/lib/discussion/posts/moves"
import type { RestatingView } from "@/lib/discussion/restating/restating-view"

/** A sentence of the text that a post leans on, as it stood when it was cited. */
export type CitationView = { sentenceId: string; paragraph: number; ordinal: number; quote: string }

/** Another post of the thread that a post leans on. No author and no words where it is hidden or was taken back. */
export type CitedPostView = { id: string; seq: number; author: AuthorView | null; excerpt: string | null }

/** A source outside the text. Its address is http or https; what is not given is empty. */
export type SourceView = { title: string; address: string; publisher: string; published: string }

/**
 * Who wrote a post, as this reader may know it. `alias` is what classmates call them, for a reader who sees the name:
 * posts speak of each other by pseudonym.
 */
export type AuthorView = { name: string; alias: string | null; isYou: boolean; isStaff: boolean }

/** deleted: taken back by its author. hidden: by staff of the class. Of either nothing is shown but its place. */
export type PostState = "visible" | "hidden" | "deleted"

/** As it is kept. held: waits for staff. returned: given back to its author. To readers both are as if hidden. */
export type StoredState = PostState | "held" | "returned"

/** What only the author of a post is told about it. Times in milliseconds since 1970; null: not, or no longer. */
export type OwnPostView = {
  /** The words as typed, while they may be changed. */
  body: string | null
  editUntil: number | null
  /** Its move, its side and what it cites may be changed as well: nobody has answered it. */
  mayRearrange: boolean
  mayTakeBack: boolean
  undoUntil: number | null
  /** Why staff hid it. */
  hiddenFor: string | null
  /** Why staff gave it back. */
  returnedFor: string | null
  /** It stood already, was changed, and waits for staff again. */
  isWaiting: boolean
  /** What it was hidden by, and its appeal. */
  act: OwnActView | null
}

/** A post of one's own that nobody else but staff sees: it waits for them, or was given back. */
export type OwnWaitingView = {
  id: string
  state: "held" | "returned"
  body: string
  html: string
  move: Move
  side: Side | null
  createdAt: number
  /** Why it was given back. */
  reason: string | null
  /** The post it answers, while that one is shown. */
  answers: { id: string; name: string } | null
  citations: CitationView[]
  mayEdit: boolean
}

/** One post as a reader gets it. No id but its public one, which is random. */
export type PostView = {
  id: string
  /** The post it answers, by public id. */
  parentId: string | null
  /** Order of writing within the thread, from 1. */
  seq: number
  author: AuthorView | null
  /** Whom it answers; null for a post at the top, and where that post is hidden. */
  answers: string | null
  move: Move
  side: Side | null
  state: PostState
  /** Sanitised at write. Null where hidden. */
  html: string | null
  /** Milliseconds since 1970. */
  createdAt: number
  citations: CitationView[]
  citedPosts: CitedPostView[]
  sources: SourceView[]
  isNew: boolean
  /** Its words are not the first ones. */
  isEdited: boolean
  /** This reader, a student, has reported it. */
  isReported: boolean
  /** Null for a post of somebody else. */
  own: OwnPostView | null
  /** What it says that the post it answers says; null also where either of the two is gone. */
  restating: RestatingView | null
}

/** A sentence and how many posts cite it. */
export type LeanView = {
  sentenceId: string
  paragraph: number
  ordinal: number
  quote: string
  posts: number
}

/** A post nobody has answered, brought to one reader. */
export type WaitingView = {
  id: string
  author: string
  side: Side | null
  seq: number
  createdAt: number
  /** Its first words. */
  excerpt: string
}

/** What a reader is offered to answer, and of no other reader anything. */
export type OfferView = {
  post: WaitingView | null
  /** Another post waits that they were not offered yet. */
  hasOther: boolean
  /** A post still waits that they were offered. */
  hasSkipped: boolean
}

/** A post that a search found. */
export type FoundPost = {
  id: string
  promptId: string
  promptPosition: number
  /** The name of the group in whose thread it stands; null for that of the class. */
  group: string | null
  author: AuthorView
  createdAt: number
  /** The part of it where the words stand. */
  excerpt: string
}

export type ThreadCounts = { posts: number; people: number; waiting: number }

/**
 * What a reader asked to see: conversations as argued, newest first, those that wait for an answer, all that cite one
 * sentence, what came since, these.
 */
export type ThreadOrder = "argued" | "newest" | "unanswered" | "sentence" | "since" | "changed"

export type ThreadWindow = {
  order: ThreadOrder
  /** From 0. */
  index: number
  count: number
  posts: PostView[]
}

export type PromptView = { id: string; position: number; count: number; text: string; hasSides: boolean }

/** Before one's own first post nothing of the thread exists: no post, no count, no name. */
export type ThreadView = {
  assignmentId: string
  prompt: PromptView
  /** How this viewer's posts are signed for classmates. `isSealed`: for staff too. */
  signedAs: { name: string; isPseudonym: boolean; isSealed: boolean }
  /** Where a teacher opened this viewer's name here: why, and when in milliseconds since 1970. */
  opened: { reason: string; at: number } | null
  group: ThreadGroup
  isStaff: boolean
  mayPost: boolean
  /** Of what they may post: a post at the top. False for who missed the date for their own. */
  mayOpen: boolean
  /** This student's own date for a first post at the top, in milliseconds since 1970; null where none is set. */
  ownPostBy: number | null
  hasPosted: boolean
  mayReport: boolean
  mayHide: boolean
  /** A challenge has to begin with the other's view. */
  requiresRestatement: boolean
  /** Why nothing can be written here now. Staff still write in a locked thread. */
  halt: HaltView | null
  norms: NormsView
  /** The viewer, a student, has yet to say that they keep to the norms. */
  asksNorms: boolean
  /** Seconds between two posts of one student, and until when this one waits, in milliseconds since 1970; null: not. */
  pause: { seconds: number; until: number | null }
  /** Whom somebody in need can turn to. */
  helpLine: string | null
  /** Pseudonyms hide the names from this viewer too, who may open one for a reason. */
  mayOpenNames: boolean
  /** Where taking it back has shut the thread: the post that can still be put back, and until when. */
  takenBack: { id: string; undoUntil: number } | null
  /** The viewer's posts here that classmates do not see yet. */
  ownWaiting: OwnWaitingView[]
  /** What the viewer posts here waits until staff have read it. */
  waitsForStaff: boolean
  thread: null | {
    window: ThreadWindow
    counts: ThreadCounts
    lean: LeanView[]
    /** Posts whose writers ask the viewer whether they were understood, by public id, the first first. */
    askedOfYou: string[]
    next: OfferView
    /** The side the viewer last declared here. */
    ownSide: Side | null
    /** The last post of the thread when this was read: what comes after it is new. */
    lastSeq: number
    /** How many changes of its posts there had been when this was read. */
    lastChange: number
  }
}

/** Posts that came or changed while somebody looked at their thread, as of its change number `lastChange`. */
export type LivePosts = { posts: PostView[]; lastChange: number }
