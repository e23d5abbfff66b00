"use client"

import { type ReactNode, useState } from "react"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { FileField } from "@/components/ui/file-field"
import { readForm } from "@/components/ui/read-form"
import { SubmitButton } from "@/components/ui/submit-button"
import { Tabs } from "@/components/ui/tabs"
import { TextArea } from "@/components/ui/text-area"

/** What was handed over; what is planned with it is also what is carried out. */
export type Given = { kind: "pasted"; pasted: string } | { kind: "file"; file: File }

/** Says its words: a translator of a room that has all of them. */
export type PasteOrFileWords = (
  word:
    | "sources"
    | "fromPaste"
    | "fromFile"
    | "label"
    | "hint"
    | "example"
    | "file"
    | "fileHint"
    | "fileChosen"
    | "fileLarge"
    | "preview"
    | "previewing",
  params?: Record<string, string | number>,
) => string

type PasteOrFileProps<T> = {
  words: PasteOrFileWords
  first: Given["kind"]
  accept: string
  /** The most a file may weigh, in bytes. */
  mostBytes: number
  /** Values that go with either, such as what the list is for. */
  values: Record<string, unknown>
  /** Fields that go with either. */
  fields?: ReactNode
  /** What was given before, when somebody comes back from looking at it. */
  last: Given | null
  planPasted: (input: unknown) => Promise<ActionResult<T>>
  planFile: (input: unknown) => Promise<ActionResult<T>>
  /** `input`: what was sent, without what was handed over. */
  onPlanned: (value: T, given: Given, input: Record<string, unknown>) => void
}

/** Two ways to hand a list over, to be looked at first: paste it, or choose a file. */
export function PasteOrFile<T>(props: PasteOrFileProps<T>) {
  const { words, first, last } = props
  const pasted = { value: "pasted", label: words("fromPaste"), content: <PasteForm {...props} /> }
  const file = { value: "file", label: words("fromFile"), content: <FileForm {...props} /> }
  const tabs = first === "file" ? [file, pasted] : [pasted, file]
  return <Tabs label={words("sources")} tabs={tabs} defaultValue={last?.kind ?? first} />
}

function PasteForm<T>({ words, values, fields, last, planPasted, onPlanned }: PasteOrFileProps<T>) {
  const [pasted, setPasted] = useState(last?.kind === "pasted" ? last.pasted : "")
  const [sent, setSent] = useState<Record<string, unknown>>({})
  const toInput = (form: FormData) => {
    const { pasted: text, ...rest } = { ...readForm(form), ...values } as Record<string, unknown>
    setSent(rest)
    return { ...rest, pasted: text }
  }
  return (
    <ActionForm
      action={planPasted}
      toInput={toInput}
      onDone={(value) => onPlanned(value, { kind: "pasted", pasted }, sent)}
      className="max-w-form"
    >
      <TextArea
        name="pasted"
        label={words("label")}
        hint={words("hint")}
        placeholder={words("example")}
        style={{ minBlockSize: "16rem" }}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
        spellCheck={false}
        autoComplete="off"
      />
      {fields}
      <LookButton words={words} />
    </ActionForm>
  )
}

function FileForm<T>(props: PasteOrFileProps<T>) {
  const { words, accept, values, fields, last, planFile, onPlanned } = props
  const [before] = useState(last?.kind === "file" ? last.file : null)
  const [chosen, setChosen] = useState<File | null>(before)
  const [sent, setSent] = useState<Record<string, unknown>>({})
  const toInput = (form: FormData) => {
    const given = form.get("file")
    const file = given instanceof File && given.name !== "" ? given : before
    form.delete("file")
    const rest = { ...readForm(form), ...values } as Record<string, unknown>
    setChosen(file)
    setSent(rest)
    return { ...rest, file }
  }
  return (
    <ActionForm
      action={async (input) => tooLarge(input, props) ?? planFile(input)}
      toInput={toInput}
      onDone={(value) => chosen && onPlanned(value, { kind: "file", file: chosen }, sent)}
      className="max-w-form"
    >
      <FileField
        name="file"
        label={words("file")}
        hint={before ? words("fileChosen", { name: before.name }) : words("fileHint")}
        optional={before !== null}
        accept={accept}
      />
      {fields}
      <LookButton words={words} />
    </ActionForm>
  )
}

/** Next answers a body that is too long with an error page, so such a file is not even sent. */
function tooLarge<T>(input: unknown, { mostBytes, words }: PasteOrFileProps<T>): ActionResult<T> | null {
  const { file } = input as { file: File | null }
  if (!file || file.size <= mostBytes) return null
  const sizes = { kilobytes: Math.ceil(file.size / 1000), maximum: mostBytes / 1000 }
  return { ok: false, code: "fileTooLarge", message: words("fileLarge", sizes), field: "file" }
}

function LookButton({ words }: { words: PasteOrFileWords }) {
  return (
    <SubmitButton className="justify-self-start" pendingLabel={words("previewing")}>
      {words("preview")}
    </SubmitButton>
  )
}
