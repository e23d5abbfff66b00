"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { type EditorAction, SavingForm } from "@/components/lesson/editor/saving-form"
import { TextArea } from "@/components/ui/text-area"
import type { EditBase } from "@/lib/lesson/input"
import type { SidePackets } from "@/lib/lesson/side-packets"

type PacketsFormProps = { base: EditBase; packets: SidePackets; readOnly: boolean; action: EditorAction }

const NAMES = ["packetFor", "packetAgainst"] as const
const LONGEST = 6000

/** The strongest case for the statement, and against it: what a student reads who has to argue one side. */
export function PacketsForm({ base, packets, readOnly, action }: PacketsFormProps) {
  const words = useTranslations("lesson.editor.packets")
  const [typed, setTyped] = useState({
    packetFor: packets.packetFor ?? "",
    packetAgainst: packets.packetAgainst ?? "",
  })
  const isDirty = NAMES.some((name) => typed[name].trim() !== (packets[name] ?? ""))
  return (
    <SavingForm action={action} toInput={() => ({ base, ...typed })} isDirty={isDirty} readOnly={readOnly}>
      <h2 className="font-semibold text-17">{words("heading")}</h2>
      <p className="text-ink-2">{words("lead")}</p>
      {NAMES.map((name) => (
        <TextArea
          key={name}
          name={name}
          label={words(name)}
          optional
          face="read"
          rows={6}
          maxLength={LONGEST}
          readOnly={readOnly}
          value={typed[name]}
          onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        />
      ))}
    </SavingForm>
  )
}
