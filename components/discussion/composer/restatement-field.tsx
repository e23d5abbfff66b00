"use client"

import { useTranslations } from "next-intl"
import type { RefObject } from "react"
import { LengthLeft } from "@/components/discussion/composer/composer-parts"
import type { Restates } from "@/components/discussion/composer/use-posting"
import { urduLang } from "@/lib/reading/urdu"

type RestatementFieldProps = Restates & {
  value: string
  change: (part: { restatement: string }) => void
  area: RefObject<HTMLTextAreaElement | null>
}

/** What the other says, in the words of whoever challenges it: kept apart from the challenge, and asked about. */
export function RestatementField({ name, isRequired, value, change, area }: RestatementFieldProps) {
  const words = useTranslations("discussion.composer")
  return (
    <div className="mt-2">
      <label htmlFor="restatement" dir="auto" className="font-semibold text-13">
        {words("restate", { name })}
        {!isRequired && <span className="ms-1.5 font-normal text-ink-2">{words("restateOptional")}</span>}
      </label>
      <p id="restatement-hint" dir="auto" className="text-13 text-ink-2">
        {words("restateHint", { name })}
      </p>
      <textarea
        ref={area}
        id="restatement"
        name="restatement"
        rows={2}
        dir="auto"
        aria-describedby="restatement-hint"
        aria-required={isRequired || undefined}
        lang={urduLang(value)}
        value={value}
        onChange={(event) => change({ restatement: event.target.value })}
        className="field-sizing-content mt-1 block max-h-[40vh] min-h-16 w-full resize-y rounded-corner border border-rule-firm bg-raised px-4 py-2.5 font-read text-17"
      />
      <LengthLeft body={value} />
    </div>
  )
}
