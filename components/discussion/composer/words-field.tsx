"use client"

import { useTranslations } from "next-intl"
import { type ComponentProps, type ReactNode, useId, useState } from "react"
import { LengthLeft } from "@/components/discussion/composer/composer-parts"
import { MarkdownPreview } from "@/components/discussion/composer/markdown-preview"
import { postActStyle } from "@/components/discussion/posts/post-acts"
import { cn } from "@/components/ui/cn"
import { urduLang } from "@/lib/reading/urdu"

type WordsFieldProps = Omit<ComponentProps<"textarea">, "value" | "onChange" | "children"> & {
  value: string
  onChange: (body: string) => void
  /** What the post leans on, within the same frame. */
  children?: ReactNode
}

/** Where the words of a post are typed, with how they will look: beneath them, or on a phone in their place. */
export function WordsField({ value, onChange, children, className, ...area }: WordsFieldProps) {
  const words = useTranslations("discussion.composer")
  const [isShown, setShown] = useState(false)
  const id = useId()
  return (
    <>
      <div
        className={cn(
          "mt-2 rounded-corner border border-rule-firm bg-raised focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-1",
          isShown && "max-md:hidden",
        )}
      >
        <textarea
          dir="auto"
          {...area}
          lang={urduLang(value)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={cn(
            "field-sizing-content block max-h-[60vh] min-h-20 w-full resize-y bg-transparent px-4 py-2.5 font-read text-17 outline-none",
            className,
          )}
        />
        {children}
      </div>
      {isShown && <MarkdownPreview id={id} body={value} />}
      <LengthLeft body={value} />
      <div className="mt-1 flex items-start justify-between gap-x-4 text-13 text-ink-3">
        <p className="py-1">{words("markdown")}</p>
        <button
          type="button"
          aria-expanded={isShown}
          aria-controls={isShown ? id : undefined}
          className={cn(postActStyle, "me-0 shrink-0 text-accent")}
          onClick={() => setShown(!isShown)}
        >
          {words(isShown ? "previewHide" : "previewShow")}
        </button>
      </div>
    </>
  )
}
