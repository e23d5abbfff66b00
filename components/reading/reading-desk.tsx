"use client"

import { useTranslations } from "next-intl"
import { type CSSProperties, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { Article } from "@/components/reading/article"
import { ListenBar, ListenStart } from "@/components/reading/listen-bar"
import { MarginBackground } from "@/components/reading/margin-background"
import { MarginItem } from "@/components/reading/margin-item"
import { MarginNotes } from "@/components/reading/margin-notes"
import { MarkLegend } from "@/components/reading/mark-legend"
import { labelOf, Ruler } from "@/components/reading/ruler"
import { SentenceDesk } from "@/components/reading/sentence-desk"
import { goToSentence, sentencesOf, walkSentences } from "@/components/reading/sentence-walk"
import { TermCard } from "@/components/reading/term-card"
import { TypePanel } from "@/components/reading/type-panel"
import { useMargin } from "@/components/reading/use-margin"
import { type NoteActions, unkeptNotes, useNotes } from "@/components/reading/use-notes"
import { type Place, usePlace } from "@/components/reading/use-place"
import { usePrintLines } from "@/components/reading/use-print-lines"
import { useReadAloud } from "@/components/reading/use-read-aloud"
import { useTerms } from "@/components/reading/use-terms"
import type { Theme } from "@/components/ui/theme"
import type { PlacedBackground } from "@/lib/reading/background"
import type { NoteMarkName } from "@/lib/reading/kinds"
import { markOf, type NoteView, notesBySentence, type TermView } from "@/lib/reading/notes"
import { type TypeSettings, typeStyle } from "@/lib/reading/type-settings"

export type ReadingDeskProps = {
  html: string
  language: string
  /** How many sentences each paragraph has. */
  counts: readonly number[]
  minutes: number
  terms: readonly TermView[]
  /** Their days in words. */
  background: readonly PlacedBackground[]
  notes: readonly NoteView[]
  place: Place
  settings: TypeSettings
  theme: Theme
  /** Null in a preview: nothing is kept. */
  assignmentId: string | null
  /** Missing in a preview. */
  actions?: NoteActions
  head: ReactNode
  /** Tasks, the way on, glossary. */
  end: ReactNode
}

/** The reading page at work: text, ruler, margin. The text itself is never written again; this lies over it. */
export function ReadingDesk(props: ReadingDeskProps) {
  const { html, language, counts, terms, assignmentId, actions = unkeptNotes } = props
  const t = useTranslations("reading")
  const article = useRef<HTMLDivElement>(null)
  const [settings, setSettings] = useState(props.settings)
  const [here, setHere] = useState<string | null>(null)
  const [isWriting, setWriting] = useState(false)
  const notes = useNotes(props.notes, {
    actions,
    assignmentId: assignmentId ?? "",
    offline: t("desk.offline"),
  })
  const [openTerm, setOpenTerm] = useTerms(article)
  const place = usePlace(article, { assignmentId, initial: props.place, here, openTerm })
  useMargin(article, here ? "panel" : undefined)
  usePrintLines(article)
  const bySentence = useMemo(() => notesBySentence(notes.all), [notes.all])
  const marks = useMarks(article, { bySentence, here })

  const arrive = useCallback((sentenceId: string | null) => {
    setWriting(false)
    setHere(sentenceId)
  }, [])
  useWalking(article, { arrive, write: () => setWriting(true) })
  const go = (index: number) => {
    const sentence = article.current && sentencesOf(article.current)[index]
    if (article.current && sentence) goToSentence(article.current, sentence)
  }
  const aloud = useReadAloud(article, language)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const term = terms.find(({ termId }) => termId === openTerm?.termId)

  return (
    <div className="reader" style={typeStyle(settings) as CSSProperties}>
      <aside aria-label={t("desk.ruler")} className="hidden lg:block print:hidden">
        <Ruler
          counts={counts}
          at={indexOf(article.current, here ?? place.sentenceId)}
          read={Math.min(place.sentencesRead, total)}
          marks={marks}
          minutesLeft={Math.max(1, Math.ceil(props.minutes * (1 - place.sentencesRead / total)))}
          onGo={go}
        />
      </aside>
      <div className="reader-text">
        <header className="reader-head mb-8">
          {props.head}
          <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-1 border-rule border-y py-2 text-13 print:hidden">
            <MarkLegend />
            <span className="ms-auto flex flex-wrap items-center gap-x-4 max-md:ms-0">
              <ListenStart
                {...{ aloud, language }}
                onStart={() => aloud.start(indexOf(article.current, here ?? place.sentenceId))}
              />
              <TypePanel settings={settings} theme={props.theme} onChange={setSettings} />
            </span>
          </div>
        </header>
        <Article ref={article} html={html} language={language} label={t("page.textLabel")} />
        <footer className="reader-end">{props.end}</footer>
      </div>
      {here && (
        <SentenceDesk
          {...{ article, here, counts, aloud, notes, isWriting, setWriting, arrive }}
          own={bySentence.get(here) ?? []}
          draftScope={assignmentId ?? "preview"}
          onGo={go}
        />
      )}
      <ListenBar aloud={aloud} label={labelOf(counts, aloud.at)} />
      <MarginBackground article={article} notes={props.background} />
      <MarginNotes article={article} bySentence={bySentence} except={here} />
      {openTerm && term && (
        <MarginItem
          article={article}
          sentenceId={openTerm.sentenceId}
          itemKey="term"
          kind="term"
          beside={`[data-t="${term.termId}"]`}
        >
          <TermCard term={term} onClose={() => setOpenTerm(null)} />
        </MarginItem>
      )}
    </div>
  )
}

const indexOf = (article: HTMLElement | null, sentenceId: string | null): number =>
  article && sentenceId ? sentencesOf(article).findIndex((one) => one.dataset.s === sentenceId) : -1

type Walking = { arrive: (sentenceId: string | null) => void; write: () => void }

/** Connects keys and touches with what is beside the text. Escape leaves the sentence, and the sheet closes. */
function useWalking(article: { current: HTMLElement | null }, walking: Walking): void {
  const latest = useRef(walking)
  latest.current = walking
  useEffect(() => {
    const root = article.current
    if (!root) return
    root.closest(".reader")?.classList.add("reader-live")
    const stop = walkSentences(root, {
      onArrive: (sentence) => latest.current.arrive(sentence.dataset.s ?? null),
      // At once: whoever types on does not wait for React's next turn.
      onEnter: () => flushSync(() => latest.current.write()),
    })
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) latest.current.arrive(null)
    }
    addEventListener("keydown", onKey)
    return () => {
      stop()
      removeEventListener("keydown", onKey)
    }
  }, [article])
}

type Marked = { bySentence: ReadonlyMap<string, readonly NoteView[]>; here: string | null }

/** Lays marks over the text as attributes of its sentences; answers them by index for the ruler. */
function useMarks(article: { current: HTMLElement | null }, { bySentence, here }: Marked) {
  const [marks, setMarks] = useState<ReadonlyMap<number, NoteMarkName>>(new Map())
  useEffect(() => {
    const found = new Map<number, NoteMarkName>()
    if (!article.current) return
    for (const [index, sentence] of sentencesOf(article.current).entries()) {
      const own = bySentence.get(sentence.dataset.s ?? "")
      const mark = own && (markOf(own) ?? "none")
      if (mark) found.set(index, mark)
      if (mark) sentence.dataset.mark = mark
      else delete sentence.dataset.mark
      sentence.toggleAttribute("data-here", sentence.dataset.s === here)
    }
    setMarks(found)
  }, [article, bySentence, here])
  return marks
}
