"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { decideSource, SOURCE_MOST } from "@/lib/discussion/posts/decide-citations"
import type { SourceView } from "@/lib/discussion/thread/thread-view"

const EMPTY: SourceView = { title: "", address: "", publisher: "", published: "" }

type SourceFormProps = { isFull: boolean; onAdd: (source: SourceView) => void }

/** A source outside the text: what it is and where it stands. It is checked here as it is when it is posted. */
export function SourceForm({ isFull, onAdd }: SourceFormProps) {
  const words = useTranslations("discussion.picker")
  const refusals = useTranslations("discussion.refusals")
  const [source, setSource] = useState(EMPTY)
  const [problem, setProblem] = useState<{ field: string; message: string } | null>(null)
  const [added, setAdded] = useState("")
  const add = () => {
    const decision = decideSource(source)
    if (decision.ok) {
      onAdd(decision.value)
      setAdded(decision.value.title)
      setSource(EMPTY)
      return setProblem(null)
    }
    const { code, field = "title", params } = decision.refusal
    const key = code.replace("discussion.", "") as "sourceTitleEmpty"
    setProblem({ field, message: refusals(key, params) })
  }
  // The fields stand within the composer's own form: Enter adds the source, and posts nothing.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return
    event.preventDefault()
    if (!isFull) add()
  }
  const part = (name: keyof SourceView) => ({
    name: `source-${name}`,
    label: words(`source.${name}`),
    value: source[name],
    error: problem?.field === name ? problem.message : undefined,
    onKeyDown,
    onChange: (event: { target: { value: string } }) => setSource({ ...source, [name]: event.target.value }),
  })
  return (
    <div className="flex flex-col gap-3">
      <p className="text-13 text-ink-2">{words("sourceHint")}</p>
      <Field {...part("title")} maxLength={SOURCE_MOST.title} required={false} />
      <Field
        {...part("address")}
        type="url"
        inputMode="url"
        placeholder="https://"
        dir="ltr"
        required={false}
      />
      <div className="grid gap-3 md:grid-cols-2">
        <Field {...part("publisher")} maxLength={SOURCE_MOST.publisher} optional />
        <Field {...part("published")} maxLength={SOURCE_MOST.published} optional />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={add} disabled={isFull}>
          {words("addSource")}
        </Button>
        <p role="status" className="text-13 text-ink-2">
          {isFull ? words("full") : added && words("added", { title: added })}
        </p>
      </div>
    </div>
  )
}
