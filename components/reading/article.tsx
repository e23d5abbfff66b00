"use client"

import { memo, type Ref, useEffect, useImperativeHandle, useRef } from "react"
import { sentenceElement, sentencesOf, walkSentences } from "@/components/reading/sentence-walk"
import { cn } from "@/components/ui/cn"

type ArticleProps = {
  /** The one string of the revision: see lib/reading/article-html. */
  html: string
  /** BCP 47. */
  language: string
  /** What this is, for those who do not see it: "The text: choose a sentence". */
  label: string
  /** With it, sentences are chosen by click, or by arrow keys and Enter. */
  onSentence?: (sentenceId: string) => void
  /** Ids of the sentences chosen. */
  picked?: readonly string[]
  /** Smaller, for beside other matter. */
  compact?: boolean
  className?: string
  ref?: Ref<HTMLDivElement>
}

/**
 * A revision's text with its numbered paragraphs. One string, never a thousand elements; what is a reader's own is laid
 * over it. Without script it is text to be read.
 */
export function Article({
  html,
  language,
  label,
  onSentence,
  picked,
  compact,
  className,
  ref,
}: ArticleProps) {
  const root = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => root.current as HTMLDivElement)
  useChoosing(root, onSentence)
  usePicked(root, { html, picked, isChoosing: onSentence !== undefined })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; this is text, of which a part can be chosen
    <div
      ref={root}
      role="group"
      aria-label={label}
      lang={language}
      data-choosing={onSentence ? "" : undefined}
      className={cn("article", compact && "article-compact", className)}
    >
      <ArticleText html={html} />
    </div>
  )
}

/** Apart, so that nothing but another text ever makes React write it again. */
const ArticleText = memo(({ html }: { html: string }) => {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by articleHtml, which escapes every character of the text
  return <div dangerouslySetInnerHTML={{ __html: html }} />
})
ArticleText.displayName = "ArticleText"

function useChoosing(root: { current: HTMLDivElement | null }, onSentence: ArticleProps["onSentence"]): void {
  const choose = useRef(onSentence)
  choose.current = onSentence
  const isChoosing = onSentence !== undefined
  useEffect(() => {
    if (!root.current || !isChoosing) return
    const take = (sentence: HTMLElement) => choose.current?.(sentence.dataset.s ?? "")
    return walkSentences(root.current, { onEnter: take, onPress: take })
  }, [root, isChoosing])
}

type Picked = { html: string; picked: readonly string[] | undefined; isChoosing: boolean }

/** Sentences that can be chosen are buttons that are pressed or not; the first one pressed is where Tab leads. */
function usePicked(root: { current: HTMLDivElement | null }, { html, picked, isChoosing }: Picked): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other elements
  useEffect(() => {
    const article = root.current
    if (!article) return
    for (const sentence of sentencesOf(article)) {
      const isPicked = picked?.includes(sentence.dataset.s ?? "") ?? false
      sentence.toggleAttribute("data-picked", isPicked)
      if (!isChoosing) continue
      sentence.setAttribute("role", "button")
      sentence.setAttribute("aria-pressed", String(isPicked))
      if (sentence.tabIndex !== 0) sentence.tabIndex = -1
    }
    const first = picked?.[0] && sentenceElement(article, picked[0])
    if (isChoosing && first && !article.contains(document.activeElement)) {
      for (const old of article.querySelectorAll<HTMLElement>('[tabindex="0"]')) old.tabIndex = -1
      first.tabIndex = 0
    }
  }, [root, html, picked, isChoosing])
}
