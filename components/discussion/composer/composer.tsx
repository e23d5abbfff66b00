"use client"

import { useTranslations } from "next-intl"
import type { RefObject } from "react"
import type { LoadPosts, LoadSentences } from "@/components/discussion/composer/citation-loads"
import { CitationPicker } from "@/components/discussion/composer/citation-picker"
import {
  AnswersGone,
  CitedList,
  DraftStamp,
  ReadFirst,
  SeenBy,
  type SignedAs,
} from "@/components/discussion/composer/composer-parts"
import {
  type Pause,
  PauseLine,
  StoppedNow,
  useLiveHalt,
  useSecondsLeft,
} from "@/components/discussion/composer/composer-stops"
import { MoveChooser, MoveHint } from "@/components/discussion/composer/move-chooser"
import { RestatementField } from "@/components/discussion/composer/restatement-field"
import type { SendPost } from "@/components/discussion/composer/send-post"
import { SideChooser } from "@/components/discussion/composer/side-chooser"
import type { Draft } from "@/components/discussion/composer/use-draft"
import { opensWith, type Restates, usePosting } from "@/components/discussion/composer/use-posting"
import { WordsField } from "@/components/discussion/composer/words-field"
import { type AskedNorms, AskNorms } from "@/components/discussion/moderation/ask-norms"
import { useLivePost } from "@/components/discussion/thread/live-thread"
import { Button, buttonStyle } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PageLink } from "@/components/ui/page-link"
import { ScriptedForm } from "@/components/ui/scripted-form"
import type { Move } from "@/lib/discussion/posts/moves"

export type ComposerProps = {
  userId: string
  assignmentId: string
  promptId: string
  /** Which of the prompt's threads the page shows: see ThreadChoice. */
  thread?: string
  /** The post answered, by public id; null for a post at the top. */
  parentId: string | null
  moves: readonly [Move, ...Move[]]
  signedAs: SignedAs
  /** "Answering Red Kite" */
  heading: string
  /** Left out: it is sent to the school. */
  post?: SendPost
  loadSentences: LoadSentences
  /** Null where no post of the thread may be seen yet. */
  loadPosts: LoadPosts | null
  /** The question is one to agree or disagree with. */
  hasSides: boolean
  /** The thread's address; a post that was posted is opened there. */
  threadHref: string
  /** Where "Cancel" leads; none for a first post. */
  cancelHref?: string
  autoFocus?: boolean
  /** Whose view a challenge opens with; none where the post answered is one's own. */
  restates?: Restates | null
  /** The post answered was gone already when the page was made. */
  isGone?: boolean
  /** Staff read it before classmates do. */
  waitsForStaff?: boolean
  isStaff: boolean
  /** The norms that come first; null where they were accepted. */
  norms: AskedNorms | null
  pause: Pause
  /** When the page was made, in milliseconds since 1970: pauses are counted from there. */
  madeAt: number
}

/** Where a post is written. What is typed stays on this device until it is posted, whatever happens meanwhile. */
export function Composer(props: ComposerProps) {
  const { parentId, moves, assignmentId, heading, loadSentences } = props
  const answered = useLivePost(parentId)
  const isGone = answered ? answered.state !== "visible" : (props.isGone ?? false)
  const { draft, place, change, submit, isPosting, problem, area, restatedArea } = usePosting(props)
  const restates = opensWith(props, draft)
  const halt = useLiveHalt(props.isStaff)
  const left = useSecondsLeft(props.pause.until, props.madeAt)
  return (
    <ScriptedForm
      onSend={submit}
      id="answer"
      aria-label={heading}
      className="scroll-mt-4 border-rule border-t py-4"
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p dir="auto" className="font-semibold text-13 leading-6">
          {heading}
        </p>
        <MoveChooser moves={moves} value={draft.move} onChange={(move) => change({ move })} />
      </div>
      <MoveHint move={draft.move} />
      {restates && (
        <RestatementField {...restates} value={draft.restatement} change={change} area={restatedArea} />
      )}
      <Words draft={draft} change={change} area={area} isFirst={parentId === null} />
      {!parentId && props.hasSides && (
        <SideChooser value={draft.side} onChange={(side) => change({ side })} />
      )}
      <div role="status">
        {isGone ? <AnswersGone /> : halt ? <StoppedNow halt={halt} /> : <SeenBy signedAs={props.signedAs} />}
      </div>
      {props.waitsForStaff && <ReadFirst />}
      <PauseLine pause={props.pause} left={left} />
      {props.norms && <AskNorms {...props.norms} />}
      {problem && (
        <Notice kind="error" className="mt-3">
          {problem}
        </Notice>
      )}
      <div className="-ms-2 mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <CitationPicker
          at={{ assignmentId, promptId: props.promptId, thread: props.thread }}
          loadSentences={loadSentences}
          loadPosts={props.loadPosts}
          chosen={draft}
          onChange={change}
        />
        <DraftStamp place={place} />
        <PostButtons
          isWaiting={isPosting || left > 0}
          mayPost={!isGone && !halt && !props.norms}
          isSending={isPosting}
          cancelHref={props.cancelHref}
        />
      </div>
    </ScriptedForm>
  )
}

type WordsProps = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  area: RefObject<HTMLTextAreaElement | null>
  isFirst: boolean
}

function Words({ draft, change, area, isFirst }: WordsProps) {
  const words = useTranslations("discussion.composer")
  return (
    <WordsField
      ref={area}
      name="body"
      rows={isFirst ? 4 : 2}
      aria-label={words("body")}
      aria-describedby="seen-by"
      placeholder={isFirst ? words("placeholderFirst") : undefined}
      value={draft.body}
      onChange={(body) => change({ body })}
    >
      <CitedList draft={draft} change={change} />
    </WordsField>
  )
}

type ButtonsProps = { isWaiting: boolean; isSending: boolean; mayPost: boolean; cancelHref?: string }

function PostButtons({ isWaiting, isSending, mayPost, cancelHref }: ButtonsProps) {
  const words = useTranslations("discussion.composer")
  return (
    <span className="ms-auto flex items-center gap-2 max-md:w-full max-md:justify-end">
      {cancelHref && (
        <PageLink href={cancelHref} scroll={false} className={buttonStyle({ variant: "quiet" })}>
          {words("cancel")}
        </PageLink>
      )}
      {mayPost && (
        <Button type="submit" variant="main" aria-disabled={isWaiting || undefined}>
          {words(isSending ? "posting" : "post")}
        </Button>
      )}
    </span>
  )
}
