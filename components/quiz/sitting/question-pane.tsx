"use client"

import { ChevronLeft, ChevronRight, Flag } from "lucide-react"
import { useTranslations } from "next-intl"
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from "react"
import { Hint } from "@/components/quiz/sitting/hint"
import { ListenQuestion } from "@/components/quiz/sitting/listen-question"
import type { ChosenSentence } from "@/components/quiz/types/answer-props"
import { answerViews } from "@/components/quiz/types/answer-views"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import type { LocalAnswer } from "@/lib/quiz/outbox"
import type { PublicItem } from "@/lib/quiz/public-item"

type Neighbour = { number: number | null } | null

/** Where an item stands. `number` is null for a note, and neighbours at the ends. */
export type ItemPlace = {
  /** Among all items, from 1. */
  place: number
  number: number | null
  before: Neighbour
  next: Neighbour
  /** Questions in all. */
  count: number
}

type QuestionPaneProps = {
  item: PublicItem
  place: ItemPlace
  answer: LocalAnswer | undefined
  chosen: readonly ChosenSentence[]
  disabled: boolean
  /** Null: no listening. */
  readAloudIn: string | null
  onAnswer: (value: unknown, how?: { typing: boolean }) => void
  onFlag: () => void
  onOpen: (place: number) => void
  onReview: () => void
  /** No way back to a question that was left. */
  isOneWay: boolean
  /** One of all on a page: nothing leads on, and opening it moves nothing. */
  isListed: boolean
  /** Stamp, and the choice between two devices. */
  children: ReactNode
}

/** One question. Letters and digits press an option while the focus is in here; elsewhere they are plain typing. */
export function QuestionPane(props: QuestionPaneProps) {
  const { item, place, answer, chosen, disabled, onAnswer, children } = props
  const heading = useOpeningFocus(item.itemId)
  const view = answerViews[item.type]
  const isPair = view.hasTwoParts ?? false
  const questionId = `question-${item.itemId}`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: letters are a shortcut for the options within
    <div
      onKeyDown={chooseByKey}
      className={cn(
        "mx-auto flex max-w-[37.5rem] flex-col px-4 pt-2 md:px-8 md:pt-4 md:pb-6",
        !props.isListed && "min-h-full",
      )}
    >
      <QuestionHead {...props} />
      <div
        className={cn(isPair && "grid grid-cols-[1.25rem_minmax(0,1fr)] md:grid-cols-[2rem_minmax(0,1fr)]")}
      >
        {isPair && (
          <p aria-hidden className="font-semibold text-15 text-ink-3 leading-7">
            A
          </p>
        )}
        <div>
          <Asked text={item.prompt} isNote={place.number === null} heading={heading} id={questionId} />
          <view.Answer
            key={item.itemId}
            item={item}
            value={answer?.value ?? null}
            disabled={disabled}
            onAnswer={onAnswer}
            chosen={chosen}
            questionId={questionId}
          />
          {item.hint && <Hint key={`hint-${item.itemId}`} text={item.hint} />}
          <div className="mt-3 min-h-5">{children}</div>
        </div>
      </div>
      {!props.isListed && <QuestionFoot {...props} />}
    </div>
  )
}

type AskedProps = { text: string; isNote: boolean; heading: RefObject<HTMLHeadingElement | null>; id: string }

/** What is asked is the heading. A text between questions has one that says there is nothing to answer, and is read. */
function Asked({ text, isNote, heading, id }: AskedProps) {
  const words = useTranslations("quiz.question")
  const common = { ref: heading, id, tabIndex: -1 }
  if (!isNote)
    return (
      <h2 {...common} dir="auto" className="whitespace-pre-line font-semibold text-17 md:text-20">
        {text}
      </h2>
    )
  return (
    <>
      <h2 {...common} className="mb-3 flex min-h-target items-center font-normal text-13 text-ink-2">
        {words("note")}
      </h2>
      <p dir="auto" className="whitespace-pre-line font-read text-17">
        {text}
      </p>
    </>
  )
}

function QuestionHead({ item, place, answer, disabled, readAloudIn, onFlag }: QuestionPaneProps) {
  const words = useTranslations("quiz.question")
  const flagged = answer?.flagged ?? false
  if (place.number === null) return null
  return (
    <div className="mb-3 flex min-h-target items-center justify-between gap-3">
      <p className="text-13 text-ink-2">
        {words("head", {
          position: place.number,
          parts: answerViews[item.type].hasTwoParts ? "two" : "one",
          points: item.points,
          level: item.level,
        })}
      </p>
      <div className="flex flex-wrap justify-end gap-1">
        {readAloudIn !== null && <ListenQuestion key={item.itemId} item={item} language={readAloudIn} />}
        <Button variant="quiet" dense aria-pressed={flagged} disabled={disabled} onClick={onFlag}>
          <Flag aria-hidden className={cn(flagged && "fill-current text-part")} />
          {words(flagged ? "flagged" : "flag")}
        </Button>
      </div>
    </div>
  )
}

function QuestionFoot({
  place: { place, number, before, next, count },
  onOpen,
  onReview,
  isOneWay,
}: QuestionPaneProps) {
  const words = useTranslations("quiz.question")
  const back =
    before && (before.number === null ? words("before") : words("previous", { position: before.number }))
  return (
    <div className="sticky bottom-0 mt-auto flex flex-wrap items-center gap-x-3 gap-y-2 bg-paper py-3 max-md:border-rule max-md:border-t md:static md:pt-6">
      {before && back && number !== null && !isOneWay && (
        <Button onClick={() => onOpen(place - 1)} aria-label={back}>
          <ChevronLeft aria-hidden className="rtl:-scale-x-100" />
          <span className="max-md:hidden">{back}</span>
          <span className="md:hidden">{before.number}</span>
        </Button>
      )}
      <Button variant="main" onClick={() => (next ? onOpen(place + 1) : onReview())}>
        {!next
          ? words("toReview")
          : number === null || next.number === null
            ? words("onward")
            : words("next", { position: next.number })}
        <ChevronRight aria-hidden className="rtl:-scale-x-100" />
      </Button>
      {isOneWay && number !== null && <span className="text-13 text-ink-2">{words("noWayBack")}</span>}
      {next && number !== null && !isOneWay && (
        <button type="button" className="link ms-auto min-h-6" onClick={onReview}>
          {words("review", { count })}
        </button>
      )}
    </div>
  )
}

/** The heading takes the focus when another question opens, but not when the page does. */
function useOpeningFocus(itemId: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const opened = useRef(itemId)
  useEffect(() => {
    if (opened.current === itemId) return
    opened.current = itemId
    heading.current?.focus({ preventScroll: true })
    heading.current?.closest("[data-scrolls]")?.scrollTo({ top: 0 })
  }, [itemId])
  return heading
}

function chooseByKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const at = /^[1-8]$/.test(event.key)
    ? Number(event.key) - 1
    : /^[a-h]$/i.test(event.key)
      ? event.key.toLowerCase().charCodeAt(0) - 97
      : -1
  const options = event.currentTarget.querySelectorAll<HTMLInputElement>("[data-option]:not(:disabled)")
  const option = options[at]
  if (!option) return
  event.preventDefault()
  option.focus()
  option.click()
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement
    ? target.dataset.option === undefined
    : target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
