"use client"

import { type RefObject, useEffect, useRef, useState } from "react"
import { moveTabStop, sentenceElement, sentencesOf } from "@/components/reading/sentence-walk"
import type { OpenTerm } from "@/components/reading/use-terms"

export type Place = { sentenceId: string | null; sentencesRead: number }

/** Words that one message tells; more wait for the next. */
const MOST_TERMS = 20

/** A place that changed is sent at most this often. */
const EVERY_MS = 2500

type PlaceOptions = {
  /** Where to send it; null keeps nothing (a preview). */
  assignmentId: string | null
  initial: Place
  /** The sentence the reader is at by key or touch. */
  here: string | null
  /** The word of the glossary that is open. */
  openTerm: OpenTerm | null
}

/** Follows how far somebody has read, sends it now and then and when they leave, and brings them back to it on arrival. */
export function usePlace(article: RefObject<HTMLElement | null>, options: PlaceOptions): Place {
  const [place, setPlace] = useState<Place>(options.initial)
  useReturn(article, options.initial.sentenceId)
  useFollowing(article, setPlace)
  const { here } = options
  useEffect(() => {
    if (!here || !article.current) return
    const index = sentencesOf(article.current).findIndex((sentence) => sentence.dataset.s === here)
    setPlace((last) => ({ sentenceId: here, sentencesRead: Math.max(last.sentencesRead, index + 1) }))
  }, [here, article])
  useSending(place, options)
  return place
}

/** Goes to where reading stopped, unless the address names a place of its own. */
function useReturn(article: RefObject<HTMLElement | null>, sentenceId: string | null): void {
  const from = useRef(sentenceId)
  useEffect(() => {
    const sentence = article.current && from.current ? sentenceElement(article.current, from.current) : null
    if (!sentence || !article.current || location.hash) return
    moveTabStop(article.current, sentence)
    const isFirst = sentencesOf(article.current)[0] === sentence
    if (!isFirst && scrollY < 8) requestAnimationFrame(() => sentence.scrollIntoView({ block: "center" }))
  }, [article])
}

/** A sentence counts as read once its end has come above the lower third of the window. */
function useFollowing(
  article: RefObject<HTMLElement | null>,
  setPlace: (change: (last: Place) => Place) => void,
) {
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      if (!article.current) return
      const sentences = sentencesOf(article.current)
      const behind = countAbove(sentences, innerHeight * 0.67)
      const at = sentences[Math.min(countAbove(sentences, innerHeight * 0.3), sentences.length - 1)]
      setPlace((last) => ({
        sentenceId: at?.dataset.s ?? last.sentenceId,
        sentencesRead: Math.max(last.sentencesRead, behind),
      }))
    }
    const onScroll = () => {
      frame ||= requestAnimationFrame(look)
    }
    addEventListener("scroll", onScroll, { passive: true })
    return () => {
      removeEventListener("scroll", onScroll)
      cancelAnimationFrame(frame)
    }
  }, [article, setPlace])
}

/** How many sentences end above `line`, by halving. */
function countAbove(sentences: readonly HTMLElement[], line: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.getBoundingClientRect().bottom ?? 0) <= line) low = middle + 1
    else high = middle
  }
  return low
}

function useSending(place: Place, { assignmentId, initial, openTerm }: PlaceOptions): void {
  const sent = useRef(JSON.stringify(initial))
  const latest = useRef(place)
  latest.current = place
  const opened = useOpened(openTerm)
  useEffect(() => {
    if (!assignmentId) return
    const send = () => {
      const terms = [...opened.current]
      const sentenceId = latest.current.sentenceId ?? terms[0]?.[1]
      const stated = JSON.stringify(latest.current)
      if (!sentenceId || (stated === sent.current && terms.length === 0)) return
      sent.current = stated
      opened.current = new Map(terms.slice(MOST_TERMS))
      const headers = { "content-type": "application/json" }
      const openedTerms = terms.length > 0 ? terms.slice(0, MOST_TERMS).map(([termId]) => termId) : undefined
      const body = JSON.stringify({ ...latest.current, sentenceId, openedTerms })
      const request = { method: "PUT", keepalive: true, headers, body }
      // A place that was not kept is sent with the next move; nobody needs to be told.
      fetch(`/api/assignments/${assignmentId}/place`, request).catch(() => {
        sent.current = ""
        opened.current = new Map([...terms, ...opened.current])
      })
    }
    const onHide = () => {
      if (document.visibilityState === "hidden") send()
    }
    const timer = setInterval(send, EVERY_MS)
    addEventListener("pagehide", send)
    document.addEventListener("visibilitychange", onHide)
    return () => {
      clearInterval(timer)
      removeEventListener("pagehide", send)
      document.removeEventListener("visibilitychange", onHide)
      send()
    }
  }, [assignmentId, opened])
}

/** Words opened and not sent yet, with the sentence they stand in. A word is told once a visit. */
function useOpened(openTerm: OpenTerm | null) {
  const opened = useRef(new Map<string, string>())
  const known = useRef(new Set<string>())
  useEffect(() => {
    if (!openTerm || known.current.has(openTerm.termId)) return
    known.current.add(openTerm.termId)
    opened.current.set(openTerm.termId, openTerm.sentenceId)
  }, [openTerm])
  return opened
}
