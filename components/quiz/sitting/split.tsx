"use client"

import { BookOpen } from "lucide-react"
import { useTranslations } from "next-intl"
import { type ReactNode, type RefObject, useState } from "react"
import { Wire } from "@/components/quiz/sitting/wire"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"

type SplitProps = {
  frame: RefObject<HTMLDivElement | null>
  /** The open question asks for a sentence: the text is then open on a phone too. */
  wantsText: boolean
  wireTo: string | null
  text: (className: string) => ReactNode
  children: ReactNode
}

/** Text and question beside each other; on a phone one above the other, the text folded away until it is wanted. */
export function Split({ frame, wantsText, wireTo, text, children }: SplitProps) {
  const words = useTranslations("quiz.text")
  const [asked, setAsked] = useState(false)
  const textOpen = wantsText || asked
  return (
    <div
      ref={frame}
      className={cn(
        "relative grid min-h-0 flex-1 md:grid-cols-[minmax(0,1.08fr)_minmax(0,1fr)] md:grid-rows-1",
        textOpen ? "max-md:grid-rows-[36%_minmax(0,1fr)]" : "max-md:grid-rows-[0_minmax(0,1fr)]",
      )}
    >
      {text(
        cn(
          "border-rule-firm max-md:border-b-2 md:border-e md:border-e-rule",
          !textOpen && "max-md:invisible max-md:border-0",
        ),
      )}
      <section data-scrolls aria-label={words("questionLabel")} className="scrollbar-thin overflow-auto">
        {!wantsText && (
          <Button
            variant="quiet"
            dense
            className="ms-2 mt-1 md:hidden"
            aria-expanded={asked}
            onClick={() => setAsked(!asked)}
          >
            <BookOpen aria-hidden />
            {words(asked ? "hide" : "show")}
          </Button>
        )}
        {children}
      </section>
      <Wire frame={frame} sentenceId={wireTo} />
    </div>
  )
}
